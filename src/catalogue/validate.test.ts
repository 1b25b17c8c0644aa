import { describe, expect, it } from 'vitest'
import type { Kind } from '../schemas/index.ts'
import { Catalogue } from './catalogue.ts'
import type { RawFile } from './read.ts'
import { validate } from './validate.ts'

const table = (kind: Kind, file: string, text: string): RawFile => ({ kind, id: '', file, text })
const manuscript = (kind: Kind, folder: string, id: string, head: string, body = ''): RawFile => ({
  kind,
  id,
  file: `${folder}/${id}/index.mdx`,
  text: `---\n${head.trim()}\n---\n\n${body}\n`,
})

const TABLES = [
  table(
    'source',
    'sources.yaml',
    '- id: s1\n  title: 报道\n  publisher: 日报\n  kind: news\n  confidence: reputable\n',
  ),
  table('trade', 'trades.yaml', '- id: t1\n  name: 缝纫工\n  summary: 做衣服。\n'),
  table(
    'region',
    'regions.yaml',
    '- id: gx\n  name: 广西壮族自治区\n  shortName: 广西\n  level: province\n- id: fm\n  name: 福绵区\n  shortName: 福绵\n  level: county\n  parent: gx\n',
  ),
]

const BRAND = `
name: 福绵裁缝
summary: 做衣服的人。
region: fm
checkedOn: 2026-11-21
claims:
  - id: jobs
    text: 有5万名裁缝。
    label: 从业
    value: 50000
    unit: 人
    source: s1
`

const FIGURE = 'name: 张三丰\nroles: [leader]\nsummary: 一个人。'

const brand = (head = BRAND, body = '正文。') => manuscript('brand', 'brands', 'fumian', head, body)
const problemsOf = (...files: RawFile[]) => validate([...TABLES, ...files]).problems

describe('a sound content tree', () => {
  it('has no problems', () => {
    expect(problemsOf(brand())).toEqual([])
  })
})

describe('what fails, with file, line and cure', () => {
  it('a reference to nothing, with the id that was probably meant', () => {
    expect(problemsOf(brand(BRAND.replace('source: s1', 'source: s2')))).toEqual([
      {
        file: 'brands/fumian/index.mdx',
        line: 12,
        column: 5,
        rule: 'dangling-reference',
        level: 'error',
        message: '没有编号为「s2」的来源',
        fix: '是不是 s1？',
      },
    ])
  })

  it('a source that is not there, told with the mistakes of the fields around it', () => {
    const text = `${BRAND.replace('source: s1', 'source: s2')}\nsumary: x`
    expect(problemsOf(brand(text)).map(({ line, rule }) => [line, rule])).toEqual([
      [14, 'unknown-field'],
      [12, 'dangling-reference'],
    ])
  })

  it('a place that is no id at all, told once', () => {
    expect(problemsOf(brand(BRAND.replace(/region: .*/, 'region: 福绵区')))).toHaveLength(1)
  })

  it('a parent that is not there, in a row of a table that has another mistake', () => {
    const trades = table(
      'trade',
      'trades.yaml',
      '- { id: t0, name: 乙, summary: 做。 }\n- id: t1\n  name: 甲\n  parent: none\n',
    )
    const [source, , region] = TABLES as [RawFile, RawFile, RawFile]
    expect(validate([source, trades, region]).problems.map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'missing-field'],
      [4, 'dangling-reference'],
    ])
  })

  it('an unknown field', () => {
    expect(problemsOf(brand(`${BRAND}\nsumary: x`))).toMatchObject([
      { line: 14, rule: 'unknown-field', message: '没有「sumary」这一栏', fix: '是不是想写 summary？不是就删掉这一行' },
    ])
  })

  it('a missing field', () => {
    expect(problemsOf(brand(BRAND.replace('name: 福绵裁缝\n', '')))).toMatchObject([
      { rule: 'missing-field', message: '少了「品牌名称」（name）这一栏' },
    ])
  })

  it('an id used twice in a table', () => {
    const twice = table(
      'trade',
      'trades.yaml',
      '- id: t1\n  name: 甲\n  summary: 做。\n- id: t1\n  name: 乙\n  summary: 做。\n',
    )
    const [source, , region] = TABLES as [RawFile, RawFile, RawFile]
    expect(validate([source, twice, region]).problems).toMatchObject([
      { file: 'trades.yaml', line: 4, rule: 'duplicate-id', message: '编号 t1 用了两次' },
    ])
  })

  it('a claim id used twice in one entry', () => {
    const doubled = `${BRAND}\n  - id: jobs\n    text: 又一句。\n    source: s1`
    expect(problemsOf(brand(doubled))).toMatchObject([
      { rule: 'bad-value', message: '「数据编号」（id）：数据编号 jobs 用了两次' },
    ])
  })

  it('a claim that the body uses but nobody wrote', () => {
    expect(problemsOf(brand(BRAND, '有<Claim id="none" />人'))).toMatchObject([
      { line: 15, column: 2, rule: 'dangling-claim' },
    ])
  })

  it('a claim of another entry is found', () => {
    expect(problemsOf(brand(), manuscript('figure', 'figures', 'zhang', FIGURE, '<Claim id="fumian/jobs" />'))).toEqual(
      [],
    )
  })

  it('a link to a page that does not exist', () => {
    expect(problemsOf(brand(BRAND, '见[甲](/figures/nobody/)和[乙](/nowhere/)'))).toMatchObject([
      { rule: 'dangling-reference', line: 15 },
      { rule: 'dead-link', line: 15 },
    ])
  })

  it('a picture that is not in the folder, with the one that was probably meant', () => {
    const photo = '<Photo src="./chejan.jpg" alt="女工在缝纫机前车裤脚" credit="某" licence="某" />'
    expect(problemsOf({ ...brand(BRAND, photo), beside: ['chejian.jpg'] })).toMatchObject([
      { rule: 'missing-picture', line: 15, fix: '是不是 chejian.jpg？' },
    ])
    expect(problemsOf({ ...brand(BRAND, photo), beside: ['chejan.jpg'] })).toEqual([])
  })

  it('a folder name that cannot be an address', () => {
    expect(problemsOf(manuscript('figure', 'figures', '张三', FIGURE))).toMatchObject([{ rule: 'folder-name' }])
  })

  it('every mistake at once, in front matter and body', () => {
    const rules = problemsOf(brand(`${BRAND}\nextra: 1`, '# 大\n\n{1}')).map((problem) => problem.rule)
    expect(rules.sort()).toEqual(['no-expression', 'no-h1', 'unknown-field'])
  })
})

describe('catalogue', () => {
  const { entries } = validate([
    ...TABLES,
    brand(`${BRAND}\ntrades:\n  - trade: t1\n    source: s1`, '讲到张三丰。'),
    manuscript('figure', 'figures', 'zhang', FIGURE, '与福绵裁缝有关。'),
    manuscript(
      'figure',
      'figures',
      'li',
      'name: 李四光\nroles: [leader]\nsummary: 又一个人。\nbrand: fumian',
      '没提到谁。',
    ),
  ])
  const catalogue = new Catalogue(entries)
  const fumian = catalogue.get('brand', 'fumian')

  it('ties entries both ways, references apart from mentions', () => {
    const [li, zhang] = [catalogue.get('figure', 'li'), catalogue.get('figure', 'zhang')]
    expect(catalogue.related(fumian, 'figure')).toEqual([li])
    expect(catalogue.related(li, 'brand')).toEqual([fumian])
    expect(catalogue.mentioned(fumian, 'figure')).toEqual([zhang])
    expect(catalogue.mentioned(zhang, 'brand')).toEqual([fumian])
  })

  it('gathers what belongs to a region, a trade and a source', () => {
    expect(catalogue.inRegion('gx')).toEqual([fumian])
    expect(catalogue.brandsOfTrade('t1')).toEqual([fumian])
    expect(catalogue.citing('s1')).toEqual([fumian])
  })

  it('names the region from the inside out', () => {
    expect(catalogue.regionChain('fm').map((region) => region.id)).toEqual(['fm', 'gx'])
  })

  it('finds the longest name and does not overlap', () => {
    expect([...catalogue.names.find('福绵裁缝张三丰')].map(({ start, end, entry }) => [start, end, entry.id])).toEqual([
      [0, 4, 'fumian'],
      [4, 7, 'zhang'],
    ])
  })
})
