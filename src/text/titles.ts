/** A source whose own title is not known is listed by what it is about (三都水族马尾绣报道); headlines do not end like this. */
const DESCRIPTION = /(?:报道|评论文章)$/

/**
 * A title between 《》. Those it carries itself become 〈〉, as GB/T 15834 asks of titles inside titles:
 * 《〈关于劳务品牌建设的实施意见〉政策解读》. What only says what a report is about is no title and stands between （）.
 */
export function bookTitle(title: string): string {
  if (DESCRIPTION.test(title)) return `（${title}）`
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}
