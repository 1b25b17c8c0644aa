import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { digest, digestOfFiles, ROOT } from '../cache/cache.ts'

/** How a file lay on the disk when its build was finished. */
export interface Trace {
  size: number
  /** Time of its last change, in milliseconds. */
  time: number
}

/** A file of a finished build: what it was made of, and how it lay on the disk. */
export interface KeptFile extends Trace {
  key: string
}

/** Files that a step after Astro wrote itself, and what all of them depend on besides the pages they are made of. */
interface Own<Files> {
  note: string
  files: Files
}

/** A finished build in its folder. */
export interface Kept {
  settings: string
  files: Record<string, KeptFile>
  own: Record<string, Own<Record<string, Trace>>>
  notes: Notes
}

/** What steps have found out about files, by step and file, so that a file that stays need not be read again. */
type Notes = Record<string, Record<string, unknown>>

/** A build that Astro is done with and whose pages are being finished. */
export interface Pending {
  settings: string
  /** Digests of what files show, by file. */
  keys: Record<string, string>
  /** Files that were made anew; the others lie there finished. */
  changed: string[]
  /** What steps wrote and noted for the last build, and for this one. */
  before: Pick<Kept, 'own' | 'notes'>
  own: Record<string, Own<string[]>>
  notes: Notes
}

/**
 * Everything that shapes a page but is not in its view: code, styles, packages, the steps that finish pages, and
 * the settings of the environment. `public/` is copied every time, and pages read it.
 */
export const SETTINGS_FILES = [
  'src',
  'scripts',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Digest of everything that shapes pages besides the content: when it changes, every page is made anew. */
export async function settingsDigest(root: string, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const variables = Object.entries(env).filter(([name]) => /^(?:SITE_|CONTENT_DIR$|NODE_ENV$|TZ$|LANG$|LC_)/.test(name))
  const told = variables.sort(([a], [b]) => (a < b ? -1 : 1)).map((pair) => pair.join('='))
  return digest(await digestOfFiles(root, SETTINGS_FILES), process.version, process.platform, process.arch, ...told)
}

const fileOf = (outDir: string, stage: 'kept' | 'pending') =>
  join(ROOT, 'incremental', `${digest(resolve(outDir))}.${stage}.json`)

function read<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return undefined
  }
}

function write(file: string, value: unknown): void {
  mkdirSync(join(file, '..'), { recursive: true })
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, JSON.stringify(value))
  renameSync(aside, file)
}

/**
 * The finished build in `outDir`, which is then no longer said to be finished: a build that breaks off leaves pages of
 * two states behind, and the next one must not trust them.
 */
export function takeKept(outDir: string): Kept | undefined {
  const kept = read<Kept>(fileOf(outDir, 'kept'))
  for (const stage of ['kept', 'pending'] as const) rmSync(fileOf(outDir, stage), { force: true })
  return kept
}

/** Says that Astro is done. */
export const putPending = (outDir: string, pending: Pending): void => write(fileOf(outDir, 'pending'), pending)

/**
 * The files that a step after Astro must finish.
 * @returns undefined when all must be: nothing was kept
 */
export const changedFiles = (outDir: string): ReadonlySet<string> | undefined => {
  const pending = read<Pending>(fileOf(outDir, 'pending'))
  return pending && new Set(pending.changed)
}

/** Says that a step has changed more files than Astro made: later steps must see to them too. */
export function alsoChanged(outDir: string, files: readonly string[]): void {
  const pending = read<Pending>(fileOf(outDir, 'pending'))
  if (pending) putPending(outDir, { ...pending, changed: [...new Set([...pending.changed, ...files])] })
}

/**
 * The files that a step wrote itself for the last build and that lie there as it left them.
 * @returns undefined when all must be written: nothing was kept, or the note is another one
 */
export function ownKept(outDir: string, step: string, note: string): ReadonlySet<string> | undefined {
  const own = read<Pending>(fileOf(outDir, 'pending'))?.before.own[step]
  if (own?.note !== note) return undefined
  return new Set(Object.entries(own.files).flatMap(([file, trace]) => (isUntouched(outDir, file, trace) ? [file] : [])))
}

/** Says which files a step has written or left as they were, for the next build. What it wrote for the last one and not now is deleted. */
export function putOwn(outDir: string, step: string, note: string, files: readonly string[]): void {
  const pending = read<Pending>(fileOf(outDir, 'pending'))
  if (!pending) return
  const now = new Set(files)
  for (const file of Object.keys(pending.before.own[step]?.files ?? {}))
    if (!now.has(file)) rmSync(join(outDir, file), { force: true })
  putPending(outDir, { ...pending, own: { ...pending.own, [step]: { note, files: [...files] } } })
}

/**
 * What a step has noted of files: in this build if it has done so already, else in the last one, without the files that
 * were made anew since.
 */
export function notesOf<T>(outDir: string, step: string): ReadonlyMap<string, T> {
  const pending = read<Pending>(fileOf(outDir, 'pending'))
  const noted = pending?.notes[step]
  if (noted) return new Map(Object.entries(noted)) as ReadonlyMap<string, T>
  const changed = new Set(pending?.changed)
  const before = Object.entries(pending?.before.notes[step] ?? {})
  return new Map(before.filter(([file]) => !changed.has(file))) as ReadonlyMap<string, T>
}

/** Says what a step has found out about files, all of it: plain data. */
export function putNotes<T>(outDir: string, step: string, notes: ReadonlyMap<string, T>): void {
  const pending = read<Pending>(fileOf(outDir, 'pending'))
  if (pending) putPending(outDir, { ...pending, notes: { ...pending.notes, [step]: Object.fromEntries(notes) } })
}

/** Says that the build in `outDir` is finished, so that the next one may keep of it what stays the same. */
export function finish(outDir: string): void {
  const pending = read<Pending>(fileOf(outDir, 'pending'))
  if (!pending) return
  const trace = (file: string): Trace => {
    const { size, mtimeMs } = statSync(join(outDir, file))
    return { size, time: mtimeMs }
  }
  const files = Object.fromEntries(Object.entries(pending.keys).map(([file, key]) => [file, { key, ...trace(file) }]))
  const own = Object.fromEntries(
    Object.entries(pending.own).map(([step, { note, files }]) => [
      step,
      { note, files: Object.fromEntries(files.map((file) => [file, trace(file)])) },
    ]),
  )
  write(fileOf(outDir, 'kept'), { settings: pending.settings, files, own, notes: pending.notes } satisfies Kept)
  rmSync(fileOf(outDir, 'pending'), { force: true })
}

/** Whether a file lies as the finished build left it. */
export function isUntouched(outDir: string, file: string, { size, time }: Trace): boolean {
  const found = statSync(join(outDir, file), { throwIfNoEntry: false })
  return found?.size === size && found.mtimeMs === time
}
