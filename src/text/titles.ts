/**
 * A title between 《》. Those it carries itself become 〈〉, as GB/T 15834 asks of titles inside titles:
 * 《〈关于劳务品牌建设的实施意见〉政策解读》.
 */
export const bookTitle = (title: string): string => `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`

/** A source whose own title is not known is listed by what it is about (三都水族马尾绣报道); headlines do not end like this. */
const DESCRIPTION = /(?:报道|评论文章)$/

/**
 * What a source is called in a note: its title, or between （） what it is about. Brackets it carries itself become ［］,
 * because 〔〕 are those of notes.
 */
export const sourceTitle = (title: string): string =>
  DESCRIPTION.test(title) ? `（${title.replaceAll('（', '［').replaceAll('）', '］')}）` : bookTitle(title)
