import { type Catalogue, type Entry, keyOf } from '../catalogue/catalogue.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import type { Structured } from '../seo/json-ld.ts'
import { dotted } from '../text/caption.ts'
import { listPath, PAGES } from '../urls/paths.ts'
import type { Shown } from './shown.ts'
import type { TileView } from './tiles.ts'

/** One step of the breadcrumb. The last one has no path. */
export interface Crumb {
  name: string
  path?: string
}

/** What every page says about itself, in the head and in the breadcrumb. */
export interface PageMeta {
  /** Unique among all pages, without the site's name. */
  title: string
  /** Unique among all pages, at most about 80 characters. */
  description: string
  /** Address without base path. */
  path: string
  crumbs: Crumb[]
  /** What full-text search knows about the page; absent on pages that are not indexed. */
  search?: SearchFacets
  noindex?: boolean
  /** On pages about one thing: its heading, and the minute of publication where that is known. */
  article?: { title: string; published?: string }
  /** Whether the page says in words who wrote it (`Share` does). */
  sourced?: boolean
  /** `page` on a page in English, `twin` on a Chinese page that has one at the same address below /en/. */
  english?: 'page' | 'twin' | undefined
  /** Structured data: a part of what the page shows. */
  things?: Structured[]
  /** The feed of what the page gathers or belongs to, such as `stories` or `regions/yulin`. */
  feed?: string
}

/** Facets of a page in the full-text index. */
export interface SearchFacets {
  /** `kind/id`, the name of a result. */
  key: string
  kind: string
  regions: string[]
  trades: string[]
}

/** The facets of an entry: its kind, the regions it lies in, the trades of its brand. */
export function searchFacets(entry: Entry, catalogue: Catalogue): SearchFacets {
  const region = 'region' in entry.data ? entry.data.region : entry.kind === 'region' ? entry.id : undefined
  const brands = entry.kind === 'brand' ? [entry as Entry<'brand'>] : catalogue.related(entry, 'brand')
  const regions = region
    ? catalogue.regionChain(region)
    : brands.flatMap((brand) => catalogue.regionChain(brand.data.region))
  const families = brands.flatMap((brand) =>
    brand.data.trades.map(({ trade }) => {
      const { data } = catalogue.get('trade', trade)
      return data.parent ? catalogue.get('trade', data.parent).name : data.name
    }),
  )
  return {
    key: keyOf(entry),
    kind: kindWord(entry.kind),
    regions: [...new Set(regions.map(({ name }) => name))],
    trades: [...new Set(families)],
  }
}

/** A link with words, as lists and sidebars show it. */
export interface LinkView {
  key: string
  path: string
  name: string
  /** One line about it. */
  line: string
  /** Where or when: 贵州·遵义·正安, 2024年9月21日. */
  detail: string
  kindWord: string
  /** Picture of the brand in whose language it is shown; absent where it has none. */
  tile: TileView | undefined
  /** Until when it stands in lists, for posts that expire. */
  shown?: Shown
}

/** Neighbours in the same list. */
export interface PagerView {
  previous: Pick<Entry, 'name' | 'path'> | undefined
  next: Pick<Entry, 'name' | 'path'> | undefined
}

/** Which page of a long list a page is, and where its neighbours are. */
export interface Paging {
  number: number
  count: number
  previous: string | undefined
  next: string | undefined
}

/** Address of a page of a list; the first is the list itself. */
export const pageAddress = (list: string, number: number): string => (number === 1 ? list : `${list}page/${number}/`)

/** The way on from a page of a list; absent where the list has only one. */
export const pagingOf = (list: string, number: number, count: number): Paging | undefined =>
  count > 1
    ? {
        number,
        count,
        previous: number > 1 ? pageAddress(list, number - 1) : undefined,
        next: number < count ? pageAddress(list, number + 1) : undefined,
      }
    : undefined

/** Names of the lists, as navigation and breadcrumbs call them. */
export const LIST_NAMES: Readonly<Record<Kind, string>> = {
  brand: '品牌',
  figure: '人物',
  event: '活动',
  story: '故事',
  place: '地点',
  organisation: '机构',
  policy: '政策',
  programme: '目标与进展',
  source: '来源',
  trade: '工种',
  region: '地区',
  media: '报道与影像',
  training: '培训清单',
  sharing: '共享用工',
  commitment: '诚信',
  evaluation: '诚信',
  listing: '诚信',
  standard: '标准',
  support: '政策怎么办',
  project: '项目',
  certificate: '证书',
  channel: '可到哪里干活',
}

/** Breadcrumb of an entry: home, its list, then whatever lies between, then its name. */
export function crumbsTo(entry: Entry, between: Crumb[] = []): Crumb[] {
  return [
    { name: '首页', path: PAGES.home },
    { name: LIST_NAMES[entry.kind], path: listPath(entry.kind) },
    ...between,
    { name: entry.name },
  ]
}

/** Breadcrumb of a list. */
export const crumbsToList = (kind: Kind): Crumb[] => [{ name: '首页', path: PAGES.home }, { name: LIST_NAMES[kind] }]

/** The entries before and after `entry` in `list`. */
export function pagerIn(list: readonly Entry[], entry: Entry): PagerView {
  const at = list.indexOf(entry)
  const neighbour = (other: Entry | undefined) => other && { name: other.name, path: other.path }
  return { previous: neighbour(list[at - 1]), next: neighbour(list[at + 1]) }
}

/** 贵州, 遵义, 正安: short names from the province down. */
export const regionNames = (catalogue: Catalogue, id: string | undefined): string[] =>
  catalogue
    .regionChain(id)
    .reverse()
    .map((region) => region.data.shortName)

/** 贵州 · 遵义 · 正安: a region with what it lies in, in short names. */
export function regionLine(catalogue: Catalogue, id: string | undefined): string {
  return dotted(...regionNames(catalogue, id))
}

/** A whole region in a word, by its full name: 全省, 全区, 全市, 全州. */
export const wholeOf = (name: string): string => `全${name.at(-1)}`

/** Orders names as Chinese readers expect: by pinyin. */
export const byName = (a: Pick<Entry, 'name'>, b: Pick<Entry, 'name'>): number => a.name.localeCompare(b.name, 'zh-CN')

/** What visitors call a kind where writers and the documents have a word of the trade. */
const PLAIN_WORDS: Partial<Record<Kind, string>> = { place: LIST_NAMES.place, programme: LIST_NAMES.programme }

/** The Chinese word for a kind, as visitors read it. */
export const kindWord = (kind: Kind): string => PLAIN_WORDS[kind] ?? KINDS[kind].label

/** What each kind is counted in. */
const MEASURES: Readonly<Record<Kind, string>> = {
  brand: '个',
  figure: '位',
  event: '场',
  story: '篇',
  place: '处',
  organisation: '家',
  policy: '份',
  programme: '组',
  source: '条',
  trade: '个',
  region: '个',
  media: '部',
  training: '项',
  sharing: '条',
  commitment: '份',
  evaluation: '条',
  listing: '条',
  standard: '项',
  support: '条',
  project: '个',
  certificate: '种',
  channel: '条',
}

/** So many of a kind, as one says it: 22个, 29位, 34场. */
export const counted = (kind: Kind, count: number): string => `${count}${MEASURES[kind]}`
