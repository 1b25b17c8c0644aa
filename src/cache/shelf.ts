import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './cache.ts'

/** In how many files a shelf is kept: a change rewrites one of them. */
const SHARDS = 64

const [LINE_END, TAB] = [0x0a, 0x09]

/**
 * Many small results in few files, kept between builds. Only what was asked for or added since it was opened is
 * kept. Texts must be single lines without tabs, as JSON is.
 */
export class Shelf {
  readonly #folder: string
  readonly #version: string
  /** Where each text lies; read only when it is asked for. */
  readonly #found = new Map<string, Uint8Array>()
  readonly #asked = new Set<string>()
  readonly #added = new Map<string, string>()

  private constructor(folder: string, version: string) {
    this.#folder = folder
    this.#version = version
  }

  /**
   * @param folder where the shelf is
   * @param version of everything but its key that a text depends on; a shelf of another version is empty
   */
  static async open(folder: string, version: string): Promise<Shelf> {
    const shelf = new Shelf(folder, version)
    const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl'))
    await Promise.all(files.map(async (name) => shelf.#index(await readFile(join(folder, name)))))
    return shelf
  }

  /** The text kept for a key, which must be a hexadecimal digest. */
  get(key: string): string | undefined {
    const added = this.#added.get(key)
    if (added !== undefined) return added
    const bytes = this.#found.get(key)
    if (!bytes) return undefined
    this.#asked.add(key)
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  }

  put(key: string, text: string): void {
    this.#added.set(key, text)
  }

  /** Writes what was added and forgets what nobody asked for. */
  async save(): Promise<void> {
    const touched = new Set([...this.#added.keys()].map(shardOf))
    for (const key of this.#found.keys()) if (!this.#asked.has(key)) touched.add(shardOf(key))
    if (touched.size === 0) return
    await mkdir(this.#folder, { recursive: true })
    for (const shard of touched) {
      const lines: Array<string | Uint8Array> = [`${this.#version}\n`]
      for (const key of this.#asked) {
        if (shardOf(key) === shard) lines.push(`${key}\t`, this.#found.get(key) as Uint8Array, '\n')
      }
      for (const [key, text] of this.#added) if (shardOf(key) === shard) lines.push(`${key}\t${text}\n`)
      const bytes = Buffer.concat(lines.map((line) => (typeof line === 'string' ? Buffer.from(line) : line)))
      await writeWhole(join(this.#folder, `${shard}.jsonl`), bytes)
    }
  }

  #index(bytes: Uint8Array): void {
    let start = bytes.indexOf(LINE_END) + 1
    if (start === 0 || Buffer.from(bytes.subarray(0, start - 1)).toString() !== this.#version) return
    for (let end = bytes.indexOf(LINE_END, start); end >= 0; end = bytes.indexOf(LINE_END, start)) {
      const tab = bytes.indexOf(TAB, start)
      this.#found.set(Buffer.from(bytes.subarray(start, tab)).toString(), bytes.subarray(tab + 1, end))
      start = end + 1
    }
  }
}

const shardOf = (key: string): number => Number.parseInt(key.slice(0, 4), 16) % SHARDS
