import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where results that are costly to make are kept between builds. Safe to delete at any time. */
const ROOT = '.cache'

/** A short digest of everything a result depends on. */
export function digest(...inputs: Array<string | Uint8Array>): string {
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(input).update('\0')
  return hash.digest('hex').slice(0, 20)
}

/**
 * The cached bytes for `key`, or those `make` returns, kept for next time.
 * @param folder one per kind of result
 * @param key a digest of all inputs: the same key must always mean the same bytes
 */
export async function cached(folder: string, key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const file = join(ROOT, folder, key)
  try {
    return await readFile(file)
  } catch {
    const bytes = await make()
    await mkdir(dirname(file), { recursive: true })
    // A reader never sees half a file: it is written aside and renamed.
    const aside = `${file}.${process.pid}`
    await writeFile(aside, bytes)
    await rename(aside, file)
    return bytes
  }
}
