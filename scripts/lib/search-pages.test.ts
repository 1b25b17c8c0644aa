import { describe, expect, it } from 'vitest'
import { searchPage, shardsOf } from './search-pages.ts'

const page = (main: string) =>
  `<html><head><title>x</title></head><body><nav>菜单</nav>${main}<footer>页脚</footer></body></html>`
const MAIN =
  '<main id="content" data-pagefind-body><span data-pagefind-filter="trade">乐器制作</span><svg><text>画</text></svg>' +
  '<h1>福绵裁缝</h1><p>做衣服&amp;裤子。</p></main>'

describe('the searched part of a page', () => {
  it('is its main part, without what is drawn', () => {
    const found = searchPage('brands/x/index.html', page(MAIN))
    expect(found?.url).toBe('/brands/x/')
    expect(found?.html).not.toMatch(/菜单|页脚|画/)
  })

  it('is nothing where nothing is marked', () => {
    expect(searchPage('404.html', page('<main>没有</main>'))).toBeUndefined()
  })
})

describe('shards', () => {
  const pages = Array.from({ length: 100 }, (_, at) => ({ url: `/p/${at}/`, html: `<main>${at}</main>` }))
  const keys = (list: typeof pages, version = '1') => shardsOf(list, 30, version).map(({ key }) => key)

  it('are one on a small site, and hold every page once on a large one', () => {
    expect(shardsOf(pages, 100, '1')).toHaveLength(1)
    const shards = shardsOf(pages, 30, '1')
    expect(shards).toHaveLength(4)
    expect(
      shards
        .flatMap((shard) => shard.pages)
        .map(({ url }) => url)
        .sort(),
    ).toEqual(pages.map(({ url }) => url).sort())
  })

  it('change their key only where a page changed, came or went', () => {
    const before = keys(pages)
    expect(keys(pages.toReversed())).toEqual(before)
    const edited = pages.map((each, at) => (at === 7 ? { ...each, html: '<main>new</main>' } : each))
    expect(keys(edited).filter((key) => !before.includes(key))).toHaveLength(1)
    expect(keys(pages.slice(1)).filter((key) => !before.includes(key))).toHaveLength(1)
  })

  it('all change with the version of engine or rules', () => {
    expect(keys(pages, '2').some((key) => keys(pages).includes(key))).toBe(false)
  })
})
