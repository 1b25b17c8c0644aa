import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE } from '../../scripts/lib/sample-content.ts'
import { Shelf } from '../cache/shelf.ts'
import type { RawFile } from './read.ts'
import { READING_CODE, Readings } from './readings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yifang-shelf-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const story = (text = SAMPLE['stories/li-jie/index.mdx'] as string): RawFile => ({
  kind: 'story',
  id: 'li-jie',
  file: 'stories/li-jie/index.mdx',
  text,
})

/** Reads with what lies on the shelf, and puts the results there. */
async function read(raw: RawFile, version = 'one') {
  const readings = new Readings(await Shelf.open(folder, version))
  const reading = readings.of(raw)
  await readings.save()
  return { reading, parsed: readings.parsed }
}

describe('readings', () => {
  it('are made once for each text, and are the same from the shelf', async () => {
    const first = await read(story())
    const second = await read(story())
    expect([first.parsed, second.parsed]).toEqual([1, 0])
    expect(first.reading.rows[0]?.body?.segments.length).toBeGreaterThan(3)
    expect(JSON.stringify(second.reading)).toBe(JSON.stringify(first.reading))
  })

  it.each([
    ['the text', { ...story(`${SAMPLE['stories/li-jie/index.mdx']}\n再写一句。\n`) }],
    ['the address', { ...story(), id: 'wang-jie', file: 'stories/wang-jie/index.mdx' }],
  ])('are made anew when %s changes', async (_, changed) => {
    await read(story())
    expect((await read(changed)).parsed).toBe(1)
  })

  it('are made anew when the code changes', async () => {
    await read(story())
    expect((await read(story(), 'two')).parsed).toBe(1)
  })

  it('are not kept when the file has mistakes', async () => {
    const wrong = story((SAMPLE['stories/li-jie/index.mdx'] as string).replace('title:', 'titel:'))
    expect((await read(wrong)).reading.problems.length).toBeGreaterThan(0)
    expect((await read(wrong)).parsed).toBe(1)
    expect(readdirSync(folder)).toEqual([])
  })

  it('leave the shelf when nobody asks for them', async () => {
    await read(story())
    const other = { ...story(), id: 'wang-jie', file: 'stories/wang-jie/index.mdx' }
    await read(other)
    expect([(await read(other)).parsed, (await read(story())).parsed]).toEqual([0, 1])
  })

  it('depend on no code that their version does not cover', () => {
    const root = resolve('.')
    const covered = (file: string) => READING_CODE.some((path) => file === path || file.startsWith(`${path}/`))
    const seen = new Set<string>()
    const follow = (file: string): void => {
      if (seen.has(file)) return
      seen.add(file)
      // Types leave nothing behind that runs.
      for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
        /^(?:import|export)\s+(?!type\b)[^'"]*?from\s+'(\.[^']+)'/gm,
      )) {
        follow(resolve(dirname(file), specifier))
      }
    }
    follow(resolve('src/catalogue/reading.ts'))
    const files = [...seen].map((file) => relative(root, file).replaceAll('\\', '/'))
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter((file) => !covered(file))).toEqual([])
  })
})
