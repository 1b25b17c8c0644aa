import type { PageMeta } from './page.ts'

/** The head of a page whose content was taken down: neutral, and kept out of search engines. */
export const withdrawnMeta = (path: string): PageMeta => ({
  // Neither the name nor the id, which is the name in Latin letters.
  title: '这一页已撤下',
  description: '这一页的内容已经撤下，不再显示。',
  path,
  crumbs: [],
  noindex: true,
})
