import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import { validate } from '../catalogue/validate.ts'
import { compareBrand } from './compare.ts'

const jobs = (id: string, value: number, more = '') =>
  `  - { id: ${id}, text: 有${value}人做工。, label: 从业, value: ${value}, unit: 人, topic: workforce, source: s${more && `, ${more}`} }\n`

const { entries } = validate([
  {
    kind: 'source',
    id: '',
    file: 'sources.yaml',
    text: '- id: s\n  title: 题\n  publisher: 日报\n  kind: news\n  confidence: reputable\n  date: 2024-01-01\n',
  },
  {
    kind: 'region',
    id: '',
    file: 'regions.yaml',
    text: '- id: za\n  name: 正安县\n  shortName: 正安\n  level: county\n',
  },
  {
    kind: 'trade',
    id: '',
    file: 'trades.yaml',
    text: '- id: t\n  name: 制琴\n  summary: 做琴。\n  code: 6-09-02-02\n- id: u\n  name: 修琴\n  summary: 修琴。\n  code: 6-09-02-03\n  codeStatus: verified\n',
  },
  {
    kind: 'brand',
    id: 'b',
    file: 'brands/b/index.mdx',
    text: `---
name: 正安吉他工匠
summary: 做吉他。
region: za
checkedOn: 2026-11-21
trades:
  - { trade: t, source: s }
  - { trade: u, source: s }
claims:
${jobs('a', 15_000, 'conflict: jobs')}${jobs('b', 14_000, 'conflict: jobs')}${jobs('c', 4000, 'conflict: jobs')}${jobs('d', 5000, 'conflict: jobs, headline: true')}${jobs('e', 200)}${jobs('f', 300, 'conflict: alone')}---

文。
`,
  },
])
const catalogue = new Catalogue(entries)
const { rows, more, sources } = compareBrand(catalogue.get('brand', 'b'), catalogue)

describe('a brand in the comparison', () => {
  it('shows all that disagree, says that they do, and counts the rest', () => {
    expect(rows.workforce.map(({ figure, conflict }) => [figure?.number, conflict])).toEqual([
      ['5000', 'jobs'],
      ['1.5', 'jobs'],
      ['1.4', 'jobs'],
      ['4000', 'jobs'],
    ])
    expect(more.workforce).toBe(2)
  })

  it('gives every claim its kind and its source', () => {
    for (const { kind, notes } of rows.workforce) {
      expect(kind).toBe('actual')
      expect(sources[(notes[0] ?? 0) - 1]?.id).toBe('s')
    }
  })

  it('says how sure a code is unless somebody has held it against the final text', () => {
    expect(rows.trades.map(({ text, codeNote }) => [text, codeNote])).toEqual([
      ['制琴（6-09-02-02）', '据公示稿，未核对正式文本'],
      ['修琴（6-09-02-03）', undefined],
    ])
  })
})
