import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withoutVitest } from './run.ts'
import { listFiles } from './site.ts'

/** What two builds may differ in without their bytes differing. */
export interface Surroundings {
  /** Name of the folder the project is copied to: paths of another length and other letters. */
  folder: string
  env: Record<string, string>
}

/** Two places, two time zones on either side of the date line, two languages of which one writes `i` differently. */
export const SURROUNDINGS: readonly [Surroundings, Surroundings] = [
  { folder: 'a', env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' } },
  {
    folder: 'another folder, 另一处/deeper',
    env: { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
  },
]

/** Folders and files that a build needs, and nothing that an earlier one left. */
const PARTS = [
  'src',
  'scripts',
  'content',
  'public',
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
  'tsconfig.json',
]

/**
 * Builds a copy of the project, from nothing.
 * @param root where the copy goes
 * @param content another content folder than the project's
 * @returns the built site
 * @throws with the build's output when it fails
 */
export function buildCopy(root: string, { folder, env }: Surroundings, content?: string): string {
  const project = join(root, folder)
  mkdirSync(project, { recursive: true })
  for (const part of PARTS) {
    const from = part === 'content' && content ? content : part
    cpSync(from, join(project, part), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'))
  const { CONTENT_DIR: _, ...rest } = withoutVitest(process.env)
  const result = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: project,
    encoding: 'utf8',
    env: { ...rest, ...env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 50_000_000,
  })
  if (result.status !== 0) throw new Error(`the build in ${project} failed\n${result.stdout}${result.stderr}`)
  return join(project, 'dist')
}

/** Where two builds part. */
export interface Difference {
  file: string
  /** The first byte that differs; undefined where only one of them has the file. */
  offset?: number
  /** Some bytes from there on, of each. */
  words: [string, string]
}

/** Every file in which two folders differ, in the order of their names. */
export function differences(a: string, b: string): Difference[] {
  const files = [...new Set([...listFiles(a), ...listFiles(b)])].sort()
  return files.flatMap((file): Difference[] => {
    const paths = [join(a, file), join(b, file)] as const
    if (!paths.every(existsSync)) return [{ file, words: [String(existsSync(paths[0])), String(existsSync(paths[1]))] }]
    const [one, other] = [readFileSync(paths[0]), readFileSync(paths[1])]
    if (one.equals(other)) return []
    const offset = one.findIndex((byte, index) => byte !== other[index])
    const at = offset < 0 ? one.length : offset
    const words = (bytes: Buffer) => bytes.toString('utf8', Math.max(0, at - 20), at + 60)
    return [{ file, offset: at, words: [words(one), words(other)] }]
  })
}
