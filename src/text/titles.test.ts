import { expect, it } from 'vitest'
import { bookTitle, sourceTitle } from './titles.ts'

it.each([
  ['世界裤子之都——中国福绵', '《世界裤子之都——中国福绵》'],
  ['《关于劳务品牌建设的实施意见》政策解读', '《〈关于劳务品牌建设的实施意见〉政策解读》'],
])('%s is a title, of a source too', (title, written) => {
  expect(bookTitle(title)).toBe(written)
  expect(sourceTitle(title)).toBe(written)
})

it.each([
  ['三都水族马尾绣报道', '（三都水族马尾绣报道）'],
  ['劳务品牌评论文章', '（劳务品牌评论文章）'],
  ['贵州绿茶（黔南都匀）技能培训基地报道', '（贵州绿茶［黔南都匀］技能培训基地报道）'],
])('%s only says what a source is about', (title, written) => {
  expect(sourceTitle(title)).toBe(written)
})
