import { describe, expect, it } from 'vitest'
import { type Engine, normalise, searchFullText } from './fulltext.ts'

interface Page {
  key: string
  title: string
  content: string
}

/** An engine that answers quoted queries exactly and others with everything, as Pagefind may. */
function engineOf(pages: Page[]): Engine {
  const result = (page: Page) => ({
    id: page.key,
    data: async () => ({
      url: `/${page.key}/`,
      content: page.content,
      excerpt: page.content,
      meta: { key: page.key, title: page.title, kind: '页' },
    }),
  })
  return {
    options: async () => undefined,
    mergeIndex: async () => undefined,
    shards: [],
    filters: async () => ({}),
    search: async (query) => {
      const phrase = query && /^"(.*)"$/.exec(query)?.[1]
      return { results: pages.filter((page) => !phrase || page.content.includes(phrase)).map(result) }
    },
  }
}

const PAGES: Page[] = [
  { key: 'source/a', title: '裁缝报道', content: '报道里写到裁缝。' },
  { key: 'trade/sewing', title: '缝纫工', content: '平时叫裁缝。' },
  { key: 'brand/fumian', title: '福绵裁缝', content: '福绵裁缝在玉林。' },
  { key: 'figure/wang', title: '王师傅', content: '王师傅家有五口人。' },
]

const keys = async (query: string, loose = true) =>
  (await searchFullText(engineOf(PAGES), query, { loose })).hits.map((hit) => hit.key)

describe('full text', () => {
  it('prefers the phrase, then pages called so, and puts sources last', async () => {
    expect(await keys('裁缝')).toEqual(['brand/fumian', 'trade/sewing', 'source/a'])
  })

  it('finds words that stand apart', async () => {
    expect(await keys('玉林 裁缝')).toEqual(['brand/fumian'])
  })

  it('keeps to the phrase where asked to', async () => {
    expect(await keys('玉林 裁缝', false)).toEqual([])
    expect(await keys('裁缝', false)).toHaveLength(3)
  })

  it('does not pass off a page that merely has the characters', async () => {
    expect(await keys('王五')).toEqual([])
  })

  it('finds nothing for nonsense', async () => {
    expect(await keys('asdfgh')).toEqual([])
    expect(await keys('量子计算')).toEqual([])
  })

  it('finds nothing when nothing is asked', async () => {
    expect(await searchFullText(engineOf(PAGES), '  ')).toEqual({ hits: [], total: 0, kinds: [] })
  })

  it('normalises width, space and quotes', () => {
    expect(normalise('　ＡＢ  “裁缝” ')).toBe('AB 裁缝')
  })
})
