import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import type { RawFile } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { axisOf } from './axis.ts'
import { brandPage } from './brand.ts'

const A = { name: '说法甲', values: [2_260_000, 2_500_000] }
const B = { name: '说法乙', values: [6_000_000] }
const NONE = { name: '说法丙', values: [] }

describe('an axis', () => {
  it('has a dot for every figure and a label for every account, all on the line', () => {
    const axis = axisOf([A, B], '把')
    expect(axis?.dots.map(({ filled }) => filled)).toEqual([true, true, false])
    expect(axis?.labels.map(({ text }) => text)).toEqual(['说法甲（2处）', '说法乙'])
    for (const { x } of [...(axis?.dots ?? []), ...(axis?.labels ?? [])]) {
      expect(x).toBeGreaterThanOrEqual(20)
      expect(x).toBeLessThanOrEqual(620)
    }
    expect(axis?.alt).toBe('数轴，单位把：说法甲226万、250万；说法乙600万')
  })

  it('leaves out an account without figures, wherever it stands', () => {
    expect(axisOf([A, B, NONE], '把')).toEqual(axisOf([A, B], '把'))
    const axis = axisOf([NONE, A, B], '把')
    expect(axis?.alt).toBe('数轴，单位把：说法甲226万、250万；说法乙600万')
    // Filled is the newest account, and it has no figure.
    expect(axis?.dots.some(({ filled }) => filled)).toBe(false)
    expect(JSON.stringify(axis)).not.toMatch(/null|NaN/)
  })

  it('is not drawn for fewer than two accounts with figures', () => {
    expect(axisOf([A, NONE], '把')).toBeUndefined()
    expect(axisOf([NONE, NONE], '把')).toBeUndefined()
    expect(axisOf([A], '把')).toBeUndefined()
  })
})

/** The conflict of a brand whose claims on one question are these. */
function conflictOf(claims: string) {
  const files: RawFile[] = [
    {
      kind: 'source',
      id: '',
      file: 'sources.yaml',
      text: '- { id: s, title: 甲, publisher: 日报, kind: news, confidence: reputable, date: 2024-01-01 }\n',
    },
    { kind: 'region', id: '', file: 'regions.yaml', text: '- { id: r, name: 甲县, shortName: 甲, level: county }\n' },
    { kind: 'trade', id: '', file: 'trades.yaml', text: '- { id: t, name: 制琴, summary: 做琴。 }\n' },
    {
      kind: 'brand',
      id: 'b',
      file: 'brands/b/index.mdx',
      text: `---\nname: 甲工匠\nsummary: 做琴的人。\nregion: r\ncheckedOn: 2026-11-21\nclaims:\n${claims}---\n\n正文。\n`,
    },
  ]
  const { entries, problems } = validate(files)
  expect(problems).toEqual([])
  const catalogue = new Catalogue(entries)
  const [conflict] = brandPage(catalogue.get('brand', 'b'), catalogue, '/').conflicts
  return conflict
}
const claim = (id: string, more: string) =>
  `  - { id: ${id}, text: 说法${id}${/value: \d+/.exec(more)?.[0].slice(6) ?? ''}。, label: 产量, source: s, conflict: c${more} }\n`

describe('accounts of one question', () => {
  it('are asked for by the shortest label that says it, and by words alone where one has no figure', () => {
    const labelled = (id: string, label: string, value = ', value: 1, unit: 把') =>
      claim(id, value).replace('产量', label)
    const question = (...claims: string[]) => conflictOf(claims.join(''))?.question
    expect(question(labelled('a', '年产量'), labelled('b', '年均产量'))).toBe('年产量，各说多少？')
    expect(question(labelled('a', '直接就业岗位'), labelled('b', '直接就业'))).toBe('直接就业，各说多少？')
    expect(question(labelled('a', '建筑面积'), labelled('b', '占地面积'))).toBe('建筑面积、占地面积，各说多少？')
    expect(question(labelled('a', '就业'), labelled('b', '从业'), labelled('c', '用工'))).toBe(
      '就业、从业等，各说多少？',
    )
    expect(question(labelled('a', '级别', ''), labelled('b', '级别', ''))).toBe('级别')
    expect(
      conflictOf(claim('a', ', value: 1, unit: 把') + claim('b', ', value: 3, unit: 把'))?.sources,
      'one source said both',
    ).toBe(1)
  })

  it('are all told in words, and only those with figures are drawn', () => {
    const conflict = conflictOf(
      claim('a', ', value: 100, unit: 把') + claim('b', ', value: 300, unit: 把') + claim('n', ''),
    )
    expect(conflict?.accounts).toHaveLength(3)
    expect(conflict?.axis?.labels).toHaveLength(2)
  })

  it('are told in words only where one of two has a figure', () => {
    const conflict = conflictOf(claim('a', ', value: 100, unit: 把') + claim('n', ''))
    expect(conflict?.accounts.map(({ range, unit }) => range + unit)).toEqual(['100把', ''])
    expect(conflict?.axis).toBeUndefined()
  })

  it('in different units stand apart, and on no axis', () => {
    const conflict = conflictOf(
      claim('a', ', value: 100, unit: 把') +
        claim('b', ', value: 120, unit: 元') +
        claim('d', ', value: 110, unit: 把'),
    )
    expect(conflict?.accounts.map(({ range, unit }) => range + unit)).toEqual(['100～110把', '120元'])
    expect(conflict?.axis).toBeUndefined()
  })
})
