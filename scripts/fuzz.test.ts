import { describe, expect, it } from 'vitest'
import { type RawFile, readContent } from '../src/catalogue/read.ts'
import { validate } from '../src/catalogue/validate.ts'
import { repairFile } from '../src/manuscript/fix.ts'
import { formatProblem, type Problem } from '../src/manuscript/problem.ts'
import { findPersonalData } from '../src/safety/personal-data.ts'
import { type Mutant, mutants, PHONE_MARK, SCRIPT_MARK } from './lib/fuzz.ts'

const COUNT = 2000
const BATCH = 100

/** The real tables, and every real entry as one that exists but is not read again. */
const AROUND: RawFile[] = (await readContent('content')).files.map((file) =>
  file.id ? { ...file, text: '', unread: true } : file,
)

const isError = ({ level }: Problem) => level === 'error'

describe('mutated manuscripts', { timeout: 240_000 }, () => {
  const all = [...mutants(COUNT, 20261122)]
  let accepted = 0
  let slowest = 0

  /** Checks a batch; every file is refused with a place and a cure, or clean. */
  function judge(batch: readonly Mutant[]): void {
    const started = performance.now()
    const { entries, problems } = validate({
      files: [...AROUND, ...batch],
      problems: batch.flatMap(({ found }) => found),
    })
    slowest = Math.max(slowest, performance.now() - started)
    const byFile = Map.groupBy(problems, ({ file }) => file)
    for (const { id, file, text } of batch) {
      const own = byFile.get(file) ?? []
      for (const problem of own) {
        const shown = formatProblem(problem)
        expect(problem.line, shown).toBeGreaterThan(0)
        expect(problem.column, shown).toBeGreaterThan(0)
        expect(problem.line, shown).toBeLessThanOrEqual(text.split('\n').length + 1)
        expect(problem.message, shown).toMatch(/\p{Script=Han}/u)
        expect(problem.fix, shown).toMatch(/\p{Script=Han}|^\S+$/u)
        expect(shown).not.toMatch(/\n\s+at |node_modules|expected|received|undefined|\[object/i)
        expect(findPersonalData(shown), shown).toEqual([])
      }
      if (own.some(isError)) continue
      accepted++
      const entry = entries.find((candidate) => candidate.id === id)
      expect(entry, file).toBeDefined()
      const html =
        entry?.body?.segments
          .map((segment) => (typeof segment === 'string' ? segment : JSON.stringify(segment)))
          .join('') ?? ''
      expect(html).not.toMatch(
        /<script|<iframe|<style|<img|href="(?!https?:|mailto:|%BASE%\/|#)|<[^>]*\s(?:on\w+|style)=/i,
      )
      expect(html).not.toMatch(new RegExp(`<[^>]*${SCRIPT_MARK}`))
      expect(findPersonalData(html)).toEqual([])
      expect(JSON.stringify(entry?.data)).not.toContain(PHONE_MARK)
      expect(
        findPersonalData(
          Object.values(entry?.data ?? {})
            .filter((value) => typeof value === 'string')
            .join('\n\n\n'),
        ),
      ).toEqual([])
    }
  }

  for (let from = 0; from < COUNT; from += BATCH) {
    it(`${from + 1} to ${from + BATCH}`, () => judge(all.slice(from, from + BATCH)))
  }

  it('are neither all refused nor all accepted, and none takes long', () => {
    expect(accepted).toBeGreaterThan(COUNT * 0.02)
    expect(accepted).toBeLessThan(COUNT * 0.5)
    expect(slowest).toBeLessThan(30_000)
  })

  it('npm run fix repairs without end or harm: a second run changes nothing', () => {
    for (const { file, text } of all.filter((_, index) => index % 10 === 0)) {
      const once = repairFile(new TextEncoder().encode(text), file).text
      if (once === undefined) continue
      expect(repairFile(new TextEncoder().encode(once), file).text, file).toBe(once)
    }
  })
})
