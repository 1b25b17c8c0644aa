import { join } from 'node:path'
import { digest, digestOfFiles, ROOT } from '../cache/cache.ts'
import { Shelf } from '../cache/shelf.ts'
import type { RawFile } from './read.ts'
import { type Reading, readFile } from './reading.ts'

/**
 * Everything a reading depends on but the file itself: the code that reads it and the packages it uses.
 * A test follows the imports.
 */
export const READING_CODE = [
  'src/catalogue/reading.ts',
  'src/manuscript',
  'src/safety',
  'src/schemas',
  'src/text',
  'src/urls',
  'package-lock.json',
] as const

/** A file as it was when it was read. */
interface Known {
  raw: RawFile
  reading: Reading
}

/**
 * Readings of files, each made once per text of the file: reading is what takes the time. In one process they
 * are remembered; between builds they lie on a shelf, as long as the code that made them stays the same.
 */
export class Readings {
  readonly #known = new Map<string, Known>()
  readonly #shelf: Shelf | undefined
  /** How many files had to be parsed since the beginning. */
  parsed = 0
  /** Called for each file that is read or recalled. */
  onRead: () => void = () => undefined

  constructor(shelf?: Shelf) {
    this.#shelf = shelf
  }

  /**
   * Readings that earlier builds of the same content left.
   * @param projectRoot where the code is
   * @param contentRoot whose files are read
   */
  static async kept(projectRoot: string, contentRoot: string): Promise<Readings> {
    const version = digest(await digestOfFiles(projectRoot, READING_CODE), process.version)
    return new Readings(await Shelf.open(join(projectRoot, ROOT, 'readings', digest(contentRoot)), version))
  }

  /** What the file says. */
  of(raw: RawFile): Reading {
    const known = this.#known.get(raw.file)
    if (known && isSame(known.raw, raw)) return known.reading
    const reading = this.#recall(raw)
    this.onRead()
    this.#known.set(raw.file, { raw, reading })
    return reading
  }

  /** Keeps what was read for the next build. */
  async save(): Promise<void> {
    await this.#shelf?.save()
  }

  #recall(raw: RawFile): Reading {
    if (!this.#shelf) return this.#read(raw)
    const key = digest(raw.file, raw.kind, raw.id, String(raw.unread ?? false), raw.text)
    const kept = this.#shelf.get(key)
    if (kept !== undefined) return JSON.parse(kept) as Reading
    const reading = this.#read(raw)
    // Files with mistakes are not published, and may hold what should not lie about.
    if (reading.problems.some(({ level }) => level === 'error')) return reading
    const text = JSON.stringify(reading)
    this.#shelf.put(key, text)
    // A build that parsed and one that did not must start from the same.
    return JSON.parse(text) as Reading
  }

  #read(raw: RawFile): Reading {
    this.parsed++
    return readFile(raw)
  }
}

/** Everything a reading depends on but the code; the files beside it are looked at afterwards. */
const isSame = (a: RawFile, b: RawFile) =>
  a.text === b.text && a.kind === b.kind && a.id === b.id && a.unread === b.unread
