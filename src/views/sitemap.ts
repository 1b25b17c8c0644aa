import type { Catalogue } from '../catalogue/catalogue.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { twinPath } from '../urls/editions.ts'
import { listPath, PAGES } from '../urls/paths.ts'
import { englishTwin, isPublished } from './editions.ts'
import { LIST_NAMES, type PageMeta } from './page.ts'
import { roomLinks } from './rooms.ts'
import { regionsWithContent } from './tables.ts'

/** The site map for people: every page by kind. */
export interface SiteMapPage {
  meta: PageMeta
  /** A kind with more than MOST_NAMED entries is only counted: its own list names them. */
  groups: Array<{ name: string; path: string; count: number; links: Array<{ name: string; path: string }> }>
  pages: Array<{ name: string; path: string }>
}

/** So many entries of one kind are named at most. */
const MOST_NAMED = 400

/** Everything the site map lists. */
export function siteMapPage(catalogue: Catalogue): SiteMapPage {
  const kinds = (Object.keys(KINDS) as Kind[]).filter(
    (kind) => kind !== 'programme' && kind !== 'media' && !('optional' in KINDS[kind]),
  )
  return {
    meta: {
      title: '网站地图',
      description: '一方匠人的全部页面：品牌、人物、活动、故事、地点、机构、政策、工种、地区、来源。',
      path: PAGES.sitemap,
      crumbs: [{ name: '首页', path: PAGES.home }, { name: '网站地图' }],
    },
    groups: kinds.map((kind) => {
      const entries = kind === 'region' ? regionsWithContent(catalogue) : catalogue.list(kind)
      const named = entries.length > MOST_NAMED ? [] : entries
      return {
        name: LIST_NAMES[kind],
        path: listPath(kind),
        count: entries.length,
        links: named.map(({ name, path }) => ({ name, path })),
      }
    }),
    pages: [
      { name: '首页', path: PAGES.home },
      { name: '搜索', path: PAGES.find },
      { name: '并排比较', path: PAGES.compare },
      { name: '品牌总表', path: PAGES.directory },
      { name: '系列与领域', path: PAGES.series },
      { name: '报道与影像', path: listPath('media') },
      ...catalogue.list('media').map(({ name, path }) => ({ name, path })),
      ...roomLinks(catalogue),
      { name: '目标与进展', path: PAGES.progress },
      { name: '变更记录', path: PAGES.changes },
      { name: '关于本站', path: PAGES.about },
      { name: '来共建', path: PAGES.contribute },
      { name: '数据与订阅', path: PAGES.open },
      { name: '无障碍说明', path: PAGES.accessibility },
      { name: '隐私说明', path: PAGES.privacy },
      ...(englishTwin(catalogue).english ? [{ name: '英文版', path: twinPath('en', PAGES.home) }] : []),
      ...(isPublished('zh-hant') ? [{ name: '繁体版', path: twinPath('zh-hant', PAGES.home) }] : []),
    ],
  }
}
