import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { digest } from '../../src/cache/cache.ts'
import { listFiles } from '../lib/site.ts'

/**
 * A copy of this project to build in, so that measuring touches neither its `dist/` nor its caches.
 * Its code is ours as it stands; parts that are measured by themselves can be left out of it.
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

/** Parts of a build that have rows of their own. */
export type Part = 'posters' | 'cards' | 'index'

/** What makes each part: routes that are left out of the copy, steps that are left out of the build. */
const PARTS: Readonly<Record<Part, { about: string; routes: string[]; steps: string[] }>> = {
  posters: { about: 'posters and sheets to print', routes: ['src/pages/posters'], steps: [] },
  cards: {
    about: 'share cards, card pictures, press kits',
    routes: [
      'src/pages/tiles/[id].jpg.ts',
      'src/pages/embed/tiles/[id].webp.ts',
      'src/pages/press/[id]/tile.png.ts',
      'src/pages/press/[id].zip.ts',
    ],
    steps: [],
  },
  index: { about: 'full-text index', routes: [], steps: ['search-index'] },
}

/** The parts, in the order of the report. */
export const PART_NAMES = Object.keys(PARTS) as Part[]

/** What a part is, in words. */
export const aboutPart = (part: Part): string => PARTS[part].about

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

/** Brings the copy in `root` up to date with the project, with the given parts; its caches and its site stay. */
export function copyProject(root: string, parts: ReadonlySet<Part>): void {
  mkdirSync(root, { recursive: true })
  for (const name of PROJECT) {
    rmSync(join(root, name), { recursive: true, force: true })
    cpSync(name, join(root, name), { recursive: true })
  }
  for (const part of PART_NAMES) {
    if (parts.has(part)) continue
    for (const route of PARTS[part].routes) {
      if (!existsSync(join(root, route)))
        throw new Error(`${route} is no more: say in scripts/bench/ours.ts what makes the ${part}`)
      rmSync(join(root, route), { recursive: true })
    }
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

/** The command that builds the site for publishing, steps of left-out parts removed. */
export function buildCommand(parts: ReadonlySet<Part>): string {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { build: string } }
  const steps = scripts.build.split('&&').map((step) => step.trim())
  const left = PART_NAMES.filter((part) => !parts.has(part)).flatMap((part) => PARTS[part].steps)
  for (const step of left) {
    if (!scripts.build.includes(step))
      throw new Error(`the build has no step ${step} any more: see scripts/bench/ours.ts`)
  }
  return steps.filter((step) => left.every((name) => !step.includes(name))).join(' && ')
}

/** The environment of a build in the copy. */
export function buildEnvironment(root: string, content: string): Record<string, string> {
  return {
    CONTENT_DIR: content,
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
  }
}
