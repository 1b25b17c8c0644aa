import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/**
 * Where results that are costly to make are kept between builds, and safe to delete. Two that are not made again lie there too:
 * the originals of pictures (`tidy-photos.ts`) and what a search engine was told (`baidu-push.ts`).
 */
export const ROOT = '.cache'

/** A short digest of everything a result depends on. */
export function digest(...inputs: Array<string | Uint8Array>): string {
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(input).update('\0')
  return hash.digest('hex').slice(0, 20)
}

/**
 * A digest of files and of everything in folders, by name and content; tests are left out. What is not there counts as that.
 * @param root folder that `paths` start from
 */
export async function digestOfFiles(root: string, paths: readonly string[]): Promise<string> {
  const files = await Promise.all(
    paths.map(async (path) => {
      const inside = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(() => undefined)
      return (
        inside?.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) ?? join(root, path)
      )
    }),
  )
  const names = files.flat().filter((file) => !/\.(?:test|e2e)\.ts$/.test(file))
  const contents = await Promise.all(names.sort().map((file) => readFile(file).catch(() => '')))
  return digest(
    ...names.flatMap((file, index) => [relative(root, file).replaceAll('\\', '/'), contents[index] as Uint8Array]),
  )
}

/** Results that are being looked for or made, by file: pages made side by side ask for the same picture. */
const underway = new Map<string, Promise<Uint8Array>>()

/**
 * The cached bytes for `key`, or those `make` returns, kept for next time. Whoever asks while they are being made gets the same.
 * @param folder one per kind of result
 * @param key a digest of all inputs: the same key must always mean the same bytes
 */
export function cached(folder: string, key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const file = join(ROOT, folder, key)
  const known = underway.get(file)
  if (known) return known
  const bytes = readOrMake(file, make).finally(() => underway.delete(file))
  underway.set(file, bytes)
  return bytes
}

async function readOrMake(file: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    const bytes = await make()
    await mkdir(dirname(file), { recursive: true })
    await writeWhole(file, bytes)
    return bytes
  }
}

/**
 * Writes a file of which nobody ever sees half: aside, and then renamed. This module is loaded twice in a build, by the bundled
 * pages and by what is not bundled, so the name aside is nobody else's.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  await writeFile(aside, bytes)
  await rename(aside, file)
}
