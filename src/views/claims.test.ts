import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import type { RawFile } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { brandPage } from './brand.ts'
import { kindRemark, timeBeside } from './claims.ts'

const source = (id: string, date: string) =>
  `- { id: ${id}, title: ${id}, publisher: 日报, kind: news, confidence: reputable, date: ${date} }\n`

/** The accounts of a brand whose claims, in the braces of YAML, disagree. */
function accountsOf(...claims: string[]): Array<[string, string]> {
  const files: RawFile[] = [
    { kind: 'source', id: '', file: 'sources.yaml', text: source('old', '2019-01-01') + source('new', '2024-01-01') },
    {
      kind: 'region',
      id: '',
      file: 'regions.yaml',
      text: '- { id: za, name: 正安县, shortName: 正安, level: county }\n',
    },
    { kind: 'trade', id: '', file: 'trades.yaml', text: '- { id: t, name: 制琴, summary: 做琴。 }\n' },
    {
      kind: 'brand',
      id: 'b',
      file: 'brands/b/index.mdx',
      text: `---
name: 吉他工匠
summary: 做吉他的人。
region: za
checkedOn: 2026-11-21
claims:
${claims.map((claim, index) => `  - { id: c${index}, text: 说法${/value: \d+/.exec(claim)?.[0].slice(6) ?? ''}。, label: 从业人数, conflict: workers, ${claim} }`).join('\n')}
---
`,
    },
  ]
  const { entries, problems } = validate(files)
  expect(problems).toEqual([])
  const catalogue = new Catalogue(entries)
  const [conflict] = brandPage(catalogue.get('brand', 'b'), catalogue, '/').conflicts
  return (conflict?.accounts ?? []).map(({ range, unit }) => [range, unit])
}

describe('accounts', () => {
  it('keep the words that make a figure less sure', () => {
    expect(
      accountsOf(
        'value: 5000, unit: 人, qualifier: 余, source: new',
        'value: 20000, unit: 人, qualifier: 以上, source: old',
      ),
    ).toEqual([
      ['5000余', '人'],
      ['2万', '人以上'],
    ])
  })

  it('keep them at both ends of a span', () => {
    expect(
      accountsOf(
        'value: 2260000, unit: 把, qualifier: 余, source: new',
        'value: 2500000, unit: 把, qualifier: 约, source: new',
        'value: 6000000, unit: 把, qualifier: 超, source: old',
      ),
    ).toEqual([
      ['226万余～约250万', '把'],
      ['超600万', '把'],
    ])
  })

  it('say the same figure once, as the newest says it', () => {
    expect(
      accountsOf(
        'value: 5000, unit: 人, qualifier: 余, source: old',
        'value: 5000, unit: 人, qualifier: 近, source: new',
      ),
    ).toEqual([['近5000', '人']])
  })
})

describe('the kind in running text', () => {
  it.each([
    ['actual', '实绩', '1万人', ''],
    ['target', '目标', '1万人', '（目标）'],
    ['target', '目标', '目标是做成全国知名的品牌', ''],
    ['estimate', '估计', '1万人', '（估计）'],
  ] as const)('%s %s behind %s: %s', (kind, kindWord, words, expected) => {
    expect(kindRemark({ kind, kindWord }, words)).toBe(expected)
  })
})

describe('the time of a figure beside its basis', () => {
  it.each([
    ['全县', { asOf: '2024', kind: 'actual' }, '2024年的数'],
    ['2024年全年，全县', { asOf: '2024', kind: 'actual' }, ''],
    ['2024年9月报道；没有写明年份', { asOf: '2024-09', kind: 'actual' }, ''],
    ['2024年报道', { asOf: '2023', kind: 'actual' }, '2023年的数'],
    ['到2025年的计划', { asOf: '2025', kind: 'target', isPast: true }, '到2025年（期限已过）'],
    [undefined, { asOf: '2024', kind: 'actual' }, '2024年的数'],
    ['全县', { asOf: undefined, kind: 'actual' }, ''],
  ] as const)('%s %o: %s', (basis, figure, time) => {
    expect(timeBeside({ basis, ...figure })).toBe(time)
  })
})
