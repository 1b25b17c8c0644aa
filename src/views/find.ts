import type { Catalogue } from '../catalogue/catalogue.ts'
import { CONTENT_KINDS } from '../catalogue/catalogue.ts'
import { PAGES } from '../urls/paths.ts'
import { linkViews } from './links.ts'
import { kindWord, type LinkView, type PageMeta } from './page.ts'
import { regionsWithContent } from './tables.ts'

/** The search page: the filters it offers, and what it offers without script. */
export interface FindPage {
  meta: PageMeta
  kinds: string[]
  regions: Array<{ name: string; depth: number }>
  trades: string[]
  families: Array<{ family: LinkView; trades: LinkView[] }>
  places: LinkView[]
}

/** Everything the search page needs from the catalogue. */
export function findPage(catalogue: Catalogue): FindPage {
  const regions = regionsWithContent(catalogue)
  const families = catalogue.subtrades()
  return {
    meta: {
      title: '查找：按工种、地区、全文',
      description: '用平时的话找劳务品牌：做衣服的、月嫂、砌墙的、做米粉的；也能按地区、工种和全文找。',
      path: PAGES.find,
      crumbs: [{ name: '首页', path: PAGES.home }, { name: '查找' }],
    },
    kinds: CONTENT_KINDS.filter((kind) => kind !== 'programme')
      .map(kindWord)
      .concat(kindWord('trade'), kindWord('region'), kindWord('source')),
    regions: regions.map((region) => ({ name: region.name, depth: catalogue.regionChain(region.id).length - 1 })),
    trades: families.map((family) => family.name),
    families: families.map((family) => ({
      family: linkViews([family], catalogue)[0] as LinkView,
      trades: linkViews(catalogue.subtrades(family.id), catalogue),
    })),
    places: linkViews(regions, catalogue),
  }
}
