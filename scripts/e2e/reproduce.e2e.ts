import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { buildCopy, differences, SURROUNDINGS } from '../lib/reproduce.ts'
import { listFiles } from '../lib/site.ts'

const root = mkdtempSync(join(tmpdir(), 'yifang-reproduce-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('two builds from nothing', () => {
  it('in other folders, time zones and languages are the same, byte for byte', { timeout: 400_000 }, () => {
    const sample = resolve('scripts/e2e/sample-content')
    const [a, b] = SURROUNDINGS.map((surroundings) => buildCopy(root, surroundings, sample)) as [string, string]
    const files = listFiles(a)
    // Of everything that is made in a way of its own there is some.
    for (const kind of [
      /^pagefind\/.*\.pf_fragment$/,
      /^posters\/.*\.jpg$/,
      /\.zip$/,
      /^feeds\/.*\.xml$/,
      /\.ics$/,
      /\.woff2$/,
    ])
      expect(
        files.some((file) => kind.test(file)),
        String(kind),
      ).toBe(true)
    expect(differences(a, b)).toEqual([])
  })

  it('that do differ are told apart, with file and byte', () => {
    const [a, b] = ['x', 'y'].map((name) => join(root, name)) as [string, string]
    for (const [folder, words] of [
      [a, 'same start, one end'],
      [b, 'same start, other end'],
    ] as const) {
      mkdirSync(folder)
      writeFileSync(join(folder, 'differs.txt'), words)
      writeFileSync(join(folder, 'agrees.txt'), 'agrees')
    }
    writeFileSync(join(b, 'only.txt'), '')
    expect(differences(a, b)).toEqual([
      { file: 'differs.txt', offset: 13, words: ['same start, one end', 'same start, other end'] },
      { file: 'only.txt', words: ['false', 'true'] },
    ])
  })
})
