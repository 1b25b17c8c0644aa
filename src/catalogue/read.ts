import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { KINDS, type Kind } from '../schemas/index.ts'

/** A file of `content/`, read as text. `file` is its path below `content/`, with forward slashes. */
export interface RawFile {
  kind: Kind
  /** Folder name of a manuscript; empty for a table. */
  id: string
  file: string
  text: string
  /** Files beside a manuscript, by name. */
  beside?: string[]
}

/** Reads every manuscript and table below `root`, in a stable order. Missing folders and optional tables are empty. */
export async function readContent(root: string): Promise<RawFile[]> {
  const perKind = await Promise.all(
    (Object.keys(KINDS) as Kind[]).map(async (kind) => {
      const place = KINDS[kind]
      if ('table' in place) {
        const raw = await readRaw(root, kind, '', place.table)
        return 'optional' in place && raw.text.trim() === '' ? [] : [raw]
      }
      const names = await readdir(join(root, place.folder), { withFileTypes: true }).catch(ifMissing([]))
      const folders = names.filter((name) => name.isDirectory()).map((name) => name.name)
      return Promise.all(folders.sort().map((id) => readRaw(root, kind, id, `${place.folder}/${id}/index.mdx`)))
    }),
  )
  return perKind.flat()
}

async function readRaw(root: string, kind: Kind, id: string, file: string): Promise<RawFile> {
  const [text, names] = await Promise.all([
    readFile(join(root, file), 'utf8').catch(ifMissing('')),
    id ? readdir(join(root, dirname(file))).catch(ifMissing<string[]>([])) : [],
  ])
  return { kind, id, file, text, beside: names.filter((name) => name !== 'index.mdx').sort() }
}

function ifMissing<T>(fallback: T) {
  return (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return fallback
    throw error
  }
}
