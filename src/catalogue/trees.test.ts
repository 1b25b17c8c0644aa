import { describe, expect, it } from 'vitest'
import type { Kind } from '../schemas/index.ts'
import type { RawFile } from './read.ts'
import { validate } from './validate.ts'

const table = (kind: Kind, file: string, text: string): RawFile => ({ kind, id: '', file, text })

const region = (id: string, parent?: string) =>
  `- id: ${id}\n  name: 地区${id}\n  shortName: ${id}\n  level: county\n${parent ? `  parent: ${parent}\n` : ''}`
const trade = (id: string, parent?: string) =>
  `- id: ${id}\n  name: 工种${id}\n  summary: 做事。\n${parent ? `  parent: ${parent}\n` : ''}`
const brand = (id: string, parent?: string): RawFile => ({
  kind: 'brand',
  id,
  file: `brands/${id}/index.mdx`,
  text: `---\nname: 品牌${id}\nsummary: 做事的人。\nregion: top\ncheckedOn: 2026-11-21\n${parent ? `parent: ${parent}\n` : ''}---\n\n正文。\n`,
})

/** What `check` says of these regions, trades and brands, in the order of the files. */
function problems({ regions = '', trades = '', brands = [] as RawFile[] }) {
  const files = [
    table('source', 'sources.yaml', '- { id: s, title: 报道, publisher: 日报, kind: news, confidence: reputable }\n'),
    table('region', 'regions.yaml', region('top') + regions),
    table('trade', 'trades.yaml', trade('family') + trades),
    ...brands,
  ]
  return validate(files).problems.map(({ file, line, column, rule, message, fix }) => ({
    at: `${file}:${line}:${column}`,
    rule,
    message,
    fix,
  }))
}

describe('what lies in itself', () => {
  it('is told once for a region, at its parent, with the whole way round', () => {
    expect(problems({ regions: region('a', 'b') + region('b', 'c') + region('c', 'a') })).toEqual([
      {
        at: 'regions.yaml:9:3',
        rule: 'parent-cycle',
        message: '「上级地区」（parent）绕成了圈：a → b → c → a',
        fix: '这几条里有一条的 parent 写错了：改成真正的上级；最上一级不写 parent',
      },
    ])
  })

  it('is told of one that is its own parent, whatever lies below it', () => {
    expect(problems({ regions: region('a', 'a') + region('below', 'a') })).toMatchObject([
      { at: 'regions.yaml:9:3', rule: 'parent-cycle', message: '「上级地区」（parent）绕成了圈：a → a' },
    ])
  })

  it('is told of trades and not also called too deep', () => {
    expect(problems({ trades: trade('a', 'b') + trade('b', 'a') + trade('c', 'b') })).toMatchObject([
      { at: 'trades.yaml:7:3', rule: 'parent-cycle', message: '「所属工种类」（parent）绕成了圈：a → b → a' },
    ])
  })

  it('is told of brands, in the manuscript of the first', () => {
    expect(problems({ brands: [brand('a', 'b'), brand('b', 'a'), brand('c', 'c')] })).toMatchObject([
      { at: 'brands/a/index.mdx:6:1', rule: 'parent-cycle', message: '「上级品牌」（parent）绕成了圈：a → b → a' },
      { at: 'brands/c/index.mdx:6:1', rule: 'parent-cycle', message: '「上级品牌」（parent）绕成了圈：c → c' },
    ])
  })
})

describe('what lies in something else', () => {
  it('is sound, however deep for regions and brands', () => {
    const regions = region('p', 'top') + region('c', 'p') + region('t', 'c')
    const brands = [brand('a'), brand('b', 'a'), brand('c', 'b')]
    expect(problems({ regions, trades: trade('a', 'family'), brands })).toEqual([])
  })

  it('is refused for a trade in the third level, which no page would show', () => {
    expect(problems({ trades: trade('a', 'family') + trade('b', 'a') })).toEqual([
      {
        at: 'trades.yaml:11:3',
        rule: 'parent-depth',
        message: '工种只分两层，这一条在第 3 层：b → a → family',
        fix: 'parent 改成最上面的 family；大典里包含它的职业写在 broader',
      },
    ])
  })

  it('is told once when its parent does not exist', () => {
    expect(problems({ regions: region('a', 'nowhere') })).toMatchObject([{ rule: 'dangling-reference' }])
  })
})
