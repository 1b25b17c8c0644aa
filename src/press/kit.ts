import { strToU8, type Zippable, zipSync } from 'fflate'

/** Older Windows editors read Chinese as UTF-8 only after this mark. */
const BOM = '\ufeff'

/** A file of the kit: text or bytes. */
export interface KitFile {
  name: string
  content: string | Uint8Array
}

/**
 * Files in one zip. The same files and day always give the same bytes, in every time zone.
 * @param day on which the content was last checked, `2026`, `2026-11` or `2026-11-21`: the date of the files
 */
export function zipOf(files: readonly KitFile[], day: string): Uint8Array {
  const [year, month = 1, date = 1] = day.split('-').map(Number) as [number, number?, number?]
  // A zip keeps local time without a zone, so a local date is the same everywhere.
  const mtime = new Date(year, month - 1, date)
  const entries: Zippable = {}
  for (const { name, content } of files) {
    const bytes = typeof content === 'string' ? strToU8(BOM + content.replaceAll('\n', '\r\n')) : content
    entries[name] = [bytes, { mtime, level: /\.(jpg|png)$/.test(name) ? 0 : 9 }]
  }
  return zipSync(entries)
}
