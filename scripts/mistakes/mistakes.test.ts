import { describe, expect, it } from 'vitest'
import { repairFile } from '../../src/manuscript/fix.ts'
import { SAMPLE, type Tree } from '../lib/sample-content.ts'
import { FURTHER } from './further.ts'
import { check, place, STORY, sample, toGbk } from './ground.ts'
import { MISTAKES } from './thirty.ts'

describe('mistakes', { timeout: 60_000 }, () => {
  it('that clerks make are thirty: 28 errors and 2 pieces of advice', () => {
    expect(MISTAKES.length).toBe(30)
    expect(MISTAKES.filter(({ level }) => level === 'advice').length).toBe(2)
  })

  it('are made in a sample that is sound', async () => {
    expect(await check(sample())).toEqual([])
  })

  it.each([...MISTAKES, ...FURTHER])('$name', async ({ tree, places, message, cure, level, by }) => {
    const problems = await check(tree())
    expect(problems.map(place).sort()).toEqual([...places].sort())
    expect(problems.some((problem) => message.test(problem.message) && cure.test(problem.fix))).toBe(true)
    for (const problem of problems) {
      expect(problem.level).toBe(level ?? 'error')
      expect(`${problem.message}${problem.fix}`).toMatch(/\p{Script=Han}/u)
      expect(`${problem.message}${problem.fix}`).not.toMatch(/\n\s+at |expected|received|undefined|node_modules/)
      expect(problem.line).toBeGreaterThan(0)
      expect(problem.column).toBeGreaterThan(0)
    }
    if (by) expect(problems.map((problem) => problem.by)).toContain(by)
  })

  const repairable = [...MISTAKES, ...FURTHER].filter(({ by }) => by === 'fix')

  it.each(repairable)('npm run fix repairs: $name', async ({ tree }) => {
    const before = tree()
    const after: Tree = { ...before }
    for (const [file, value] of Object.entries(before)) {
      if (!/\.(mdx|yaml)$/.test(file) || (typeof value === 'object' && 'link' in value)) continue
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
      const { text, done } = repairFile(bytes, file)
      after[file] = text as string
      expect(done.length > 0).toBe(text !== SAMPLE[file] || value !== SAMPLE[file])
      expect(repairFile(new TextEncoder().encode(text), file)).toEqual({ text, done: [] })
    }
    expect((await check(after)).map(place)).toEqual([])
  })

  it('puts nothing where something else stands: places are right in a manuscript that begins with a sign of YAML', () => {
    const broken = (SAMPLE[STORY] as string).replace('---\n', '---\n*title: 一个, 题目\n')
    const { text, done } = repairFile(new TextEncoder().encode(broken.replace('。\n', ',好。\n')), STORY)
    expect(text).toBe(broken.replace('。\n', '，好。\n'))
    expect(done).toHaveLength(1)
  })

  it('give back a GBK file byte for byte', () => {
    const text = SAMPLE[STORY] as string
    expect(repairFile(toGbk(text), STORY).text).toBe(text)
  })
})
