import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SETTINGS_FILES } from '../../src/incremental/state.ts'
import { withoutVitest } from '../lib/run.ts'
import { listFiles } from '../lib/site.ts'

/**
 * A build that keeps what did not change must give what a build from nothing gives, byte for byte. Each case changes
 * one thing in a copy of the project, builds on what is there, then builds anew and compares every file.
 */
let project: string
const at = (...path: string[]) => join(project, ...path)
const content = (...path: string[]) => at('content', ...path)

/** Builds; tells how many files were made anew, and of how many, where the build counts them. */
function build(...options: string[]): { made: number; of: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts', ...options], {
    cwd: project,
    encoding: 'utf8',
    env: { ...withoutVitest(process.env), NO_COLOR: '1' },
  })
  expect(status, stdout + stderr).toBe(0)
  const [, made, of] = /Pages: (\d+) of (\d+) files/.exec(stdout) ?? []
  return { made: Number(made), of: Number(of) }
}

/** Digest of every file in dist/. */
const digests = () =>
  new Map(
    listFiles(at('dist')).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(at('dist', file)))
        .digest('hex'),
    ]),
  )

function buildAnew(): void {
  for (const folder of ['dist', '.astro', '.cache/incremental', '.cache/readings'])
    rmSync(at(folder), { recursive: true, force: true })
  build()
}

/** Builds on what is there and anew, and compares. @returns what the first of the two builds made */
function compare() {
  const result = build()
  const kept = digests()
  buildAnew()
  const clean = digests()
  const differing = [...new Set([...kept.keys(), ...clean.keys()])].filter((file) => kept.get(file) !== clean.get(file))
  expect(differing).toEqual([])
  console.log(`${expect.getState().currentTestName}: ${result.made} of ${result.of} files made anew`)
  return result
}

const edit = (file: string, from: string | RegExp, to: string) => {
  const text = readFileSync(file, 'utf8')
  const edited = text.replace(from, to)
  expect(edited, `${file} holds ${from}`).not.toBe(text)
  writeFileSync(file, edited)
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'yifang-project-'))
  for (const name of SETTINGS_FILES) cpSync(resolve(name), at(name), { recursive: true })
  // Tests are no part of what is built, and this one need not copy itself.
  rmSync(at('scripts/e2e'), { recursive: true })
  cpSync(resolve('scripts/e2e/sample-content'), content(), { recursive: true })
  symlinkSync(resolve('node_modules'), at('node_modules'))
  buildAnew()
}, 300_000)

afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('a build on the last one equals a build from nothing', () => {
  /** Files that depend on everything, such as feeds and the open data: always made. */
  let always = 0

  it('when nothing changed', () => {
    const { made, of } = compare()
    expect(of).toBeGreaterThan(300)
    expect(made).toBeLessThan(of - 150)
    always = made
  })

  it('when the build is one that keeps nothing, as a release is', () => {
    const before = digests()
    build('--clean')
    expect([...digests()].filter(([file, found]) => before.get(file) !== found)).toEqual([])
    expect(digests().size).toBe(before.size)
    buildAnew()
  })

  it('when the text of a story changed: its page, and what quotes it', () => {
    appendFileSync(content('stories/sample-person/index.mdx'), '\n又写了一段。\n')
    const { made } = compare()
    expect(made).toBeGreaterThan(always)
    expect(made).toBeLessThan(always + 10)
  })

  it('when an entry that others refer to is called something else', () => {
    edit(content('brands/sample-brand/index.mdx'), /^name: .*$/m, 'name: 改了名的样子')
    compare()
  })

  it('when a word of the schema changed', () => {
    edit(at('src/schemas/story.ts'), "'典型人物'", "'典型的人物'")
    compare()
  })

  it('when a component changed', () => {
    edit(at('src/components/Crumbs.astro'), '<nav', '<nav data-edited')
    compare()
  })

  it('when a photograph was replaced under its name', async () => {
    const portrait = content('figures/sample-master/portrait.png')
    const { width, height } = await sharp(portrait).metadata()
    const other = await sharp({ create: { width, height, channels: 3, background: '#345' } })
      .png()
      .toBuffer()
    writeFileSync(portrait, other)
    compare()
  })

  it('when an entry was taken away, and somebody changed, deleted and added files in dist/', () => {
    rmSync(content('stories/sample-model'), { recursive: true })
    appendFileSync(at('dist/stories/sample-person/index.html'), 'x')
    rmSync(at('dist/brands/sample-brand/index.html'))
    writeFileSync(at('dist/stray.html'), 'x')
    compare()
    expect([...digests().keys()].filter((file) => /sample-model|stray/.test(file))).toEqual([])
  })

  it('when the last build broke off', () => {
    const story = content('stories/sample-person/index.mdx')
    const before = readFileSync(story, 'utf8')
    appendFileSync(story, '\n只写到一半。\n')
    // Astro has made the pages, and a step that finishes them fails.
    writeFileSync(
      at('scripts/steps/lettering.ts'),
      `process.exit(1)\n${readFileSync(at('scripts/steps/lettering.ts'), 'utf8')}`,
    )
    expect(
      spawnSync(process.execPath, ['scripts/build.ts'], { cwd: project, env: withoutVitest(process.env) }).status,
    ).toBe(1)
    edit(at('scripts/steps/lettering.ts'), 'process.exit(1)\n', '')
    writeFileSync(story, before)
    compare()
  })
})
