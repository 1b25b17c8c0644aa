import type { RawFile } from './read.ts'
import { type Reading, readFile } from './reading.ts'

/** A file as it was when it was read. */
interface Known {
  raw: RawFile
  reading: Reading
}

/**
 * Readings of files, each made once per text of the file: in the preview one file of a thousand changes,
 * and reading is what takes the time.
 */
export class Readings {
  readonly #known = new Map<string, Known>()
  /** How many files had to be parsed since the beginning. */
  parsed = 0

  /** What the file says. */
  of(raw: RawFile): Reading {
    const known = this.#known.get(raw.file)
    if (known && isSame(known.raw, raw)) return known.reading
    const reading = readFile(raw)
    this.parsed++
    this.#known.set(raw.file, { raw, reading })
    return reading
  }
}

/** Everything a reading depends on but the code; the files beside it are looked at afterwards. */
const isSame = (a: RawFile, b: RawFile) =>
  a.text === b.text && a.kind === b.kind && a.id === b.id && a.unread === b.unread
