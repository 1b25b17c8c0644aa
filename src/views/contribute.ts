import { renderHandbook } from '../manuscript/handbook.ts'
import { BASE_MARK } from '../manuscript/render.ts'
import { withBase } from '../urls/base.ts'
import { PAGES } from '../urls/paths.ts'
import type { PageMeta } from './page.ts'

/** The handbook for writers, as a page. */
export interface ContributePage {
  meta: PageMeta
  html: string
  /** Its chapters. */
  headings: Array<{ id: string; text: string }>
}

/**
 * @param handbook text of `content/README.md`
 * @param base the site's base path
 */
export function contributePage(handbook: string, base: string): ContributePage {
  const { segments, headings } = renderHandbook(handbook)
  return {
    meta: {
      title: '来共建：写稿手册',
      description:
        '县里的同志怎样给一方匠人添一个故事、一个人、一场活动、一个数字、一张照片：起个头，写正文，查一遍，提交。',
      path: PAGES.contribute,
      crumbs: [{ name: '首页', path: PAGES.home }, { name: '来共建' }],
    },
    html: segments
      .map((segment) => {
        if (typeof segment !== 'string') throw new Error('the handbook shows components as examples only')
        return segment.replaceAll(`${BASE_MARK}/`, withBase('/', base))
      })
      .join(''),
    headings,
  }
}
