import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { digest } from '../../src/cache/cache.ts'
import type { Part } from '../../src/without.ts'
import { listFiles } from '../lib/site.ts'

/**
 * A copy of this project to build in, so that measuring touches neither its `dist/` nor its caches.
 */

/** Files that a build reads. */
const PROJECT = [
  'src',
  'public',
  'scripts',
  'content/README.md',
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
  'tsconfig.json',
]

/** Parts that have rows of their own, in the order of the report, and what they are. */
export const PARTS: Readonly<Record<Part, string>> = {
  posters: 'posters and press kits',
  cards: 'pictures for cards on other sites',
  index: 'full-text index',
}

/** Names of the parts. */
export const PART_NAMES = Object.keys(PARTS) as Part[]

/** What a build leaves behind for the next one. */
const CACHES = ['.cache', '.astro', 'node_modules/.astro', 'node_modules/.vite']

/** Stands for the whole code of a build: figures of different code must not be mixed. */
export function codeDigest(): string {
  const files = PROJECT.flatMap((name) => {
    const isFolder = !/\.\w+$/.test(name)
    return isFolder ? listFiles(name).map((file) => `${name}/${file}`) : [name]
  })
  return digest(...files.flatMap((file) => [file, readFileSync(file)]))
}

/** Brings the copy in `root` up to date with the project; its caches and its site stay. */
export function copyProject(root: string): void {
  mkdirSync(root, { recursive: true })
  for (const name of PROJECT) {
    rmSync(join(root, name), { recursive: true, force: true })
    cpSync(name, join(root, name), { recursive: true })
  }
  linkPackages('node_modules', join(root, 'node_modules'))
}

/** A folder of packages with links in it: what builds keep there stays apart from what ours keep. */
function linkPackages(from: string, to: string): void {
  if (existsSync(to)) return
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    if (name.startsWith('.') && name !== '.bin') continue
    if (name.startsWith('@')) linkPackages(join(from, name), join(to, name))
    else symlinkSync(resolve(from, name), join(to, name))
  }
}

/** Forgets everything earlier builds left behind. */
export function forget(root: string): void {
  for (const name of [...CACHES, 'dist']) rmSync(join(root, name), { recursive: true, force: true })
}

/** The command that builds the site for publishing. */
export function buildCommand(): string {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { build: string } }
  return scripts.build
}

/** The environment of a build in the copy, of a site with the given parts. */
export function buildEnvironment(root: string, content: string, parts: ReadonlySet<Part>): Record<string, string> {
  return {
    CONTENT_DIR: content,
    SITE_WITHOUT: PART_NAMES.filter((part) => !parts.has(part)).join(),
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  }
}
