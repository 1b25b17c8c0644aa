import { describe, expect, it } from 'vitest'
import type { RawFile } from '../src/catalogue/read.ts'
import { validate } from '../src/catalogue/validate.ts'
import { formatProblems } from '../src/manuscript/problem.ts'
import { ATTACKS, FRONT_MATTER_ATTACKS, HARMLESS_BODIES, harmlessNumbers } from './lib/attacks.ts'
import { SAMPLE } from './lib/sample-content.ts'

const HEAD = `title: 李姐的故事
lead: 李姐学了三个月。
kind: person
publishedAt: 2026-11-22T09:00+08:00
brands:
  - lintong-jianzhu`

const story = (body: string, more = ''): RawFile => ({
  kind: 'story',
  id: 'li-jie',
  file: 'stories/li-jie/index.mdx',
  text: `---\n${HEAD}\n${more ? `${more}\n` : ''}---\n\n${body}\n`,
})

const FILES: RawFile[] = [
  { kind: 'source', id: '', file: 'sources.yaml', text: SAMPLE['sources.yaml'] as string },
  { kind: 'trade', id: '', file: 'trades.yaml', text: SAMPLE['trades.yaml'] as string },
  { kind: 'region', id: '', file: 'regions.yaml', text: SAMPLE['regions.yaml'] as string },
  {
    kind: 'brand',
    id: 'lintong-jianzhu',
    file: 'brands/lintong-jianzhu/index.mdx',
    text: SAMPLE['brands/lintong-jianzhu/index.mdx'] as string,
  },
]

const check = (file: RawFile) => {
  const { entries, problems } = validate([...FILES, file])
  const entry = entries.find(({ kind }) => kind === 'story')
  return { problems, segments: entry?.body?.segments ?? [] }
}

const short = (text: string) => JSON.stringify(text).slice(0, 80)

describe('attacks', { timeout: 60_000 }, () => {
  it('are at least sixty, with fifteen that only look like it', () => {
    expect(ATTACKS.length + FRONT_MATTER_ATTACKS.length).toBeGreaterThanOrEqual(60)
    expect(HARMLESS_BODIES.length).toBeGreaterThanOrEqual(15)
  })

  it.each(ATTACKS.map((body) => [short(body), body]))('body %s', (_, body) => {
    const { problems, segments } = check(story(body))
    const errors = problems.filter(({ level }) => level === 'error')
    expect(errors.length).toBeGreaterThan(0)
    for (const { line, column, message, fix } of errors) {
      expect(line).toBeGreaterThan(0)
      expect(column).toBeGreaterThan(0)
      expect(message + fix).toMatch(/\p{Script=Han}/u)
    }
    expect(formatProblems(problems)).not.toMatch(/\n\s+at |acorn|Unexpected|node_modules/)
    expect(
      segments.filter((segment) => /<script|href="[^"]*script:|<[^>]* on[a-z]+=|<iframe/i.test(String(segment))),
    ).toEqual([])
  })

  it.each(FRONT_MATTER_ATTACKS.map((head) => [short(head), head]))('front matter %s', (_, head) => {
    const { problems } = check(story('正文。', head))
    expect(problems.filter(({ level }) => level === 'error').length).toBeGreaterThan(0)
    expect(JSON.stringify(problems)).not.toContain('13800138000')
    expect(formatProblems(problems)).not.toMatch(/\n\s+at |Unexpected|node_modules/)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it.each(HARMLESS_BODIES.map((body) => [short(body), body]))('lets pass: %s', (_, body) => {
    const { problems, segments } = check(story(body, harmlessNumbers('s1')))
    expect(problems).toEqual([])
    const html = segments.map((segment) => (typeof segment === 'string' ? segment : '')).join('')
    expect(html).not.toMatch(
      /<(?!\/?(?:p|em|strong|a|code|pre|ul|ol|li|table|thead|tbody|tr|t[hd]|blockquote|hr|h[2-6]|figure|figcaption|div|sup|section|del)\b)[a-z]/i,
    )
    expect(html).not.toMatch(/<[^>]*\son[a-z]+=(?!alert\(1\)")/i)
  })

  it('reports ten in one file, each at its line and column', () => {
    const bodies = [
      '{1}',
      '<b>粗</b>',
      '[x](javascript:1)',
      '# 大',
      '![图](./a.jpg)',
      '<Note class="x">提</Note>',
      'a\u202eb',
      '电话13800138000',
      '<Claim />',
      '[x](//e.cn)',
    ]
    const { problems } = check(story(bodies.join('\n\n')))
    const expected = bodies.map((_, index) => 10 + index * 2)
    expect([...new Set(problems.map(({ line }) => line))].sort((a, b) => a - b)).toEqual(expected)
  })
})
