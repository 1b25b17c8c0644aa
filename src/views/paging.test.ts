import { describe, expect, it } from 'vitest'
import type { ListPage } from './lists.ts'
import { cut } from './paging.ts'

const item = (number: number) => ({
  key: `story/s${number}`,
  path: `/stories/s${number}/`,
  name: `第${number}篇`,
  line: '',
  detail: '',
  kindWord: '故事',
  tile: undefined,
})

/** A list of two groups. */
const list = (first: number, second: number): ListPage => ({
  meta: {
    title: '故事',
    description: '都在这里。',
    path: '/stories/',
    crumbs: [{ name: '首页', path: '/' }, { name: '故事' }],
    feed: 'stories',
  },
  title: '故事',
  lead: '',
  total: first + second,
  kind: 'story',
  groups: [
    { id: 'g1', name: '甲', items: Array.from({ length: first }, (_, index) => item(index)) },
    { id: 'g2', name: '乙', items: Array.from({ length: second }, (_, index) => item(first + index)) },
  ],
})

describe('pages of a list', () => {
  it('leave a list as it is when it fits one page', () => {
    const short = list(20, 28)
    expect(cut(short, 48)).toEqual([short])
  })

  it('hold every entry once, in order, and say how long each group is', () => {
    const whole = list(60, 50)
    const pages = cut(whole, 48)
    expect(pages.map(({ groups }) => groups.map(({ name, items, count }) => [name, items.length, count]))).toEqual([
      [['甲', 48, 60]],
      [
        ['甲', 12, 60],
        ['乙', 36, 50],
      ],
      [['乙', 14, 50]],
    ])
    expect(pages.flatMap(({ groups }) => groups.flatMap(({ items }) => items))).toEqual(
      whole.groups.flatMap(({ items }) => items),
    )
  })

  it('have addresses, titles and ways of their own', () => {
    const pages = cut(list(60, 50), 48)
    expect(pages.map(({ meta }) => meta.path)).toEqual(['/stories/', '/stories/page/2/', '/stories/page/3/'])
    expect(new Set(pages.map(({ meta }) => meta.title)).size).toBe(3)
    expect(new Set(pages.map(({ meta }) => meta.description)).size).toBe(3)
    expect(pages.map(({ paging }) => [paging?.previous, paging?.next])).toEqual([
      [undefined, '/stories/page/2/'],
      ['/stories/', '/stories/page/3/'],
      ['/stories/page/2/', undefined],
    ])
    expect(pages[1]?.meta.crumbs).toEqual([
      { name: '首页', path: '/' },
      { name: '故事', path: '/stories/' },
      { name: '第2页' },
    ])
  })
})
