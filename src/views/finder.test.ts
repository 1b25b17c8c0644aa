import { describe, expect, it } from 'vitest'
import { Catalogue } from '../catalogue/catalogue.ts'
import { validate } from '../catalogue/validate.ts'
import { finderData } from './finder.ts'

const sources = '- id: s\n  title: 题\n  publisher: 日报\n  kind: news\n  confidence: reputable\n  date: 2024-01-01\n'

/** The bands of a brand with these claims, each written without its id, text, label and source. */
function bands(...claims: string[]): string[] {
  const lines = claims.map(
    (claim, at) =>
      `  - { id: c${at}, text: 一句话${/value: \d+/.exec(claim)?.[0].slice(6) ?? ''}。, label: 人数, source: s, ${claim} }`,
  )
  const { entries, problems } = validate([
    { kind: 'source', id: '', file: 'sources.yaml', text: sources },
    {
      kind: 'region',
      id: '',
      file: 'regions.yaml',
      text: '- id: za\n  name: 正安县\n  shortName: 正安\n  level: county\n',
    },
    {
      kind: 'brand',
      id: 'b',
      file: 'brands/b/index.mdx',
      text: `---\nname: 正安吉他工匠\nsummary: 做吉他。\nregion: za\ncheckedOn: 2026-11-21\nclaims:\n${lines.join('\n')}\n---\n\n文。\n`,
    },
  ])
  expect(problems).toEqual([])
  return finderData(new Catalogue(entries)).brands[0]?.facets.scale.split('\n') ?? []
}

const people = (value: number, more = '') => `topic: workforce, value: ${value}, unit: 人${more && `, ${more}`}`

describe('the band of size', () => {
  it('is that of the number in front, wherever it stands in the file', () => {
    expect(bands(people(130_000, 'asOf: 2024-09'), people(50_000, 'asOf: 2022-01, headline: true'))).toEqual([
      '5万到10万人',
    ])
  })

  it('is that of the newest number where none is in front', () => {
    expect(bands(people(6000, 'asOf: 2021-03'), people(100_000, 'asOf: 2024-03'))).toEqual(['10万人以上'])
  })

  it('is every band that sources name who disagree on that number', () => {
    const zhengan = (value: number, more = '') => people(value, `conflict: jobs${more}`)
    expect(bands(zhengan(15_000), zhengan(4000), zhengan(5000, ', headline: true'), people(200_000))).toEqual([
      '不到1万人',
      '1万到5万人',
    ])
  })

  it('does not count shifts, posts or targets as people', () => {
    expect(
      bands(
        'topic: workforce, value: 60000, unit: 人次/天',
        'topic: workforce, value: 60000, unit: 人次, headline: true',
        'topic: workforce, value: 300000, unit: 个',
        people(15_000, 'kind: target'),
      ),
    ).toEqual(['未公布'])
  })
})
