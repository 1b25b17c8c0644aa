import { type Catalogue, isKind } from '../catalogue/catalogue.ts'
import { FACETS } from '../search/finder/view.ts'
import { PAGES } from '../urls/paths.ts'
import { englishTwin } from './editions.ts'
import { linkViews } from './links.ts'
import type { LinkView, PageMeta } from './page.ts'
import { regionsWithContent } from './tables.ts'

/** Words to begin with: everyday ones, a dialect one, and pinyin. */
const EXAMPLES = ['做衣服的', '月嫂', '泥水匠', '车衫', '吉他', 'caifeng'] as const

/** The search page: words to begin with, and what it offers without script. */
export interface FindPage {
  meta: PageMeta
  /** Parameters of the address that ask for brands. */
  asking: readonly string[]
  examples: readonly string[]
  families: Array<{ family: LinkView; trades: LinkView[] }>
  places: LinkView[]
}

/** Everything the search page needs from the catalogue. */
export function findPage(catalogue: Catalogue): FindPage {
  const families = catalogue.subtrades()
  return {
    meta: {
      title: '搜索：按工种、地区、全文',
      description: '用平时的话找劳务品牌：做衣服的、月嫂、砌墙的、做米粉的；也能按地区、工种和全文找。',
      path: PAGES.find,
      crumbs: [{ name: '首页', path: PAGES.home }, { name: '搜索' }],
      ...englishTwin(catalogue),
    },
    asking: ['q', 'all', ...FACETS],
    examples: EXAMPLES,
    families: families.map((family) => ({
      family: linkViews([family], catalogue)[0] as LinkView,
      trades: linkViews(catalogue.subtrades(family.id), catalogue),
    })),
    // Whoever looks for a brand is not sent where none is; the list of regions has the others.
    places: linkViews(
      regionsWithContent(catalogue).filter(({ id }) => catalogue.inRegion(id).some((entry) => isKind(entry, 'brand'))),
      catalogue,
    ),
  }
}
