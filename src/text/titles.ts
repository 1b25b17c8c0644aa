/**
 * A title between 《》. Those it carries itself become 〈〉, as GB/T 15834 asks of titles inside titles:
 * 《〈关于劳务品牌建设的实施意见〉政策解读》.
 */
export const bookTitle = (title: string): string => `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
