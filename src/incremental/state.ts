import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { digest, digestOfFiles, ROOT } from '../cache/cache.ts'

/** A file of a finished build: what it was made of, and how it lay on the disk. */
export interface KeptFile {
  key: string
  size: number
  /** Time of its last change, in milliseconds. */
  time: number
}

/** A finished build in its folder. */
export interface Kept {
  settings: string
  files: Record<string, KeptFile>
}

/** A build that Astro is done with and whose pages are being finished. */
export interface Pending {
  settings: string
  /** Digests of what files show, by file. */
  keys: Record<string, string>
  /** Files that were made anew; the others lie there finished. */
  changed: string[]
}

/**
 * Everything that shapes a page but is not in its view: code, styles, packages, the steps that finish pages, and
 * the settings of the environment. `public/` is copied every time, and pages read it.
 */
const SETTINGS_FILES = [
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

/** Says that the build in `outDir` is finished, so that the next one may keep of it what stays the same. */
export function finish(outDir: string): void {
  const pending = read<Pending>(fileOf(outDir, 'pending'))
  if (!pending) return
  const files: Kept['files'] = {}
  for (const [file, key] of Object.entries(pending.keys)) {
    const { size, mtimeMs } = statSync(join(outDir, file))
    files[file] = { key, size, time: mtimeMs }
  }
  write(fileOf(outDir, 'kept'), { settings: pending.settings, files } satisfies Kept)
  rmSync(fileOf(outDir, 'pending'), { force: true })
}

/** Whether a file lies as the finished build left it. */
export function isUntouched(outDir: string, file: string, { size, time }: KeptFile): boolean {
  const found = statSync(join(outDir, file), { throwIfNoEntry: false })
  return found?.size === size && found.mtimeMs === time
}
