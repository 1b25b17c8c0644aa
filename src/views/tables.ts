import { type Catalogue, CONTENT_KINDS, type Entry, type GraphKind, isKind } from '../catalogue/catalogue.ts'
import type { Claim } from '../schemas/claim.ts'
import { REGION_LEVELS } from '../schemas/region.ts'
import { SOURCE_CONFIDENCE, SOURCE_KINDS } from '../schemas/source.ts'
import { MAX_SHORTLIST } from '../search/finder/view.ts'
import { dotted } from '../text/caption.ts'
import { longDate } from '../text/dates.ts'
import { sourceTitle } from '../text/titles.ts'
import { listPath } from '../urls/paths.ts'
import type { RecordRow } from './brand.ts'
import { regionCalendarPath } from './calendar.ts'
import { type BrandCardView, brandCard } from './cards.ts'
import { type LinkGroup, linkGroup, MOST_LINKS, RECORD_NAMES, recordsOf } from './entry.ts'
import { linkView, linkViews, newestFirst } from './links.ts'
import {
  counted,
  crumbsTo,
  kindWord,
  LIST_NAMES,
  type LinkView,
  type PageMeta,
  regionLine,
  searchFacets,
} from './page.ts'
import { type SquareView, squareOf } from './squares.ts'
import { MOST_ALIASES } from './subjects.ts'
import { travelMeta } from './travel.ts'

/** Names of the groups on pages that gather everything belonging to a trade, region or source. */
const GROUP_NAMES: Record<GraphKind, string> = {
  brand: '品牌',
  story: '故事',
  figure: '人物',
  place: LIST_NAMES.place,
  organisation: '机构',
  event: '活动',
  policy: '政策',
  programme: LIST_NAMES.programme,
  media: '影像',
  ...RECORD_NAMES,
}

function groupsByKind(entries: readonly Entry[], catalogue: Catalogue): LinkGroup[] {
  return (Object.keys(GROUP_NAMES) as GraphKind[])
    .map((kind): LinkGroup => {
      const ofKind = entries.filter((entry) => entry.kind === kind)
      const sorted = kind === 'event' ? newestFirst(ofKind as Entry<'event'>[]) : ofKind
      return linkGroup(GROUP_NAMES[kind], sorted, catalogue)
    })
    .filter((group) => group.links.length > 0)
}

/** The page of a trade or a family of trades. */
export interface TradePage {
  meta: PageMeta
  trade: Entry<'trade'>
  facts: RecordRow[]
  subtrades: LinkView[]
  siblings: LinkView[]
  /** How many brands there are; `brands` are the first of them. */
  brandCount: number
  brands: BrandCardView[]
  /** Ids of the first of them, as many as can be put side by side. */
  together: string[]
  groups: LinkGroup[]
}

/** Brands of a trade and of its subtrades, each once. */
export function brandsUnder(trade: Entry<'trade'>, catalogue: Catalogue): Entry<'brand'>[] {
  const all = [trade, ...catalogue.subtrades(trade.id)].flatMap((item) => catalogue.brandsOfTrade(item.id))
  return [...new Set(all)]
}

const namesOf = (aliases: readonly string[]): string =>
  aliases.length > MOST_ALIASES
    ? `${aliases.slice(0, MOST_ALIASES).join('、')}，等${aliases.length}种，搜的时候写哪种都行`
    : aliases.join('、')

/** Everything the page of a trade shows. */
export function tradePage(trade: Entry<'trade'>, catalogue: Catalogue): TradePage {
  const { data } = trade
  const family = data.parent ? catalogue.get('trade', data.parent) : undefined
  const brands = brandsUnder(trade, catalogue)
  const tied = (['place', 'organisation', 'story', 'figure', 'event'] as const).flatMap((kind) =>
    brands.flatMap((brand) => catalogue.related(brand, kind)),
  )
  return {
    meta: {
      title: `${trade.name}：哪些劳务品牌有这个工种`,
      description: `${data.summary}${data.aliases.length > 0 ? `平时也叫${data.aliases.slice(0, 5).join('、')}。` : ''}有${brands.length}个品牌。`,
      path: trade.path,
      crumbs: crumbsTo(trade, family ? [{ name: family.name, path: family.path }] : []),
      search: searchFacets(trade, catalogue),
      ...travelMeta(trade, catalogue),
    },
    trade,
    facts: [
      { name: '做什么', value: data.summary, note: '编辑写的说明，不是文件原文' },
      { name: '平时怎么叫', value: namesOf(data.aliases) },
      ...(data.parent
        ? [
            {
              name: '职业编码',
              value: data.code ?? '大典里没有单列，或没有核到',
              note: data.code ? '《职业分类大典（2022年版）》，据公示稿整理，用前请核对正式文本' : undefined,
            },
          ]
        : []),
      ...(data.note ? [{ name: '说明', value: data.note }] : []),
    ],
    subtrades: linkViews(catalogue.subtrades(trade.id), catalogue),
    siblings: family
      ? linkViews(
          catalogue.subtrades(family.id).filter((other) => other !== trade),
          catalogue,
        )
      : [],
    brandCount: brands.length,
    together: brands.slice(0, MAX_SHORTLIST).map(({ id }) => id),
    brands: brands.slice(0, MOST_LINKS).map((brand) => {
      const card = brandCard(brand, catalogue)
      return { ...card, basis: tradeBasis(brand, trade, catalogue) }
    }),
    groups: groupsByKind([...new Set<Entry>([...tied, ...recordsOf(trade, catalogue)])], catalogue),
  }
}

/** Says on whose word a brand is listed under a trade. */
function tradeBasis(brand: Entry<'brand'>, trade: Entry<'trade'>, catalogue: Catalogue): string {
  const under = new Set([trade.id, ...catalogue.subtrades(trade.id).map((item) => item.id)])
  const sources = brand.data.trades
    .filter((item) => under.has(item.trade))
    .map((item) => catalogue.get('source', item.source))
  if (sources.some((source) => source.data.kind === 'policy')) return '文件里写明做这个'
  return sources.some((source) => source.data.kind !== 'standard') ? '报道提到做这个' : '编辑对照职业分类列入'
}

/** The page of a region. */
export interface RegionPage {
  meta: PageMeta
  region: Entry<'region'>
  /** What there is, in a sentence. */
  lead: string
  facts: RecordRow[]
  /** How many brands there are; `brands` are the first of them. */
  brandCount: number
  brands: BrandCardView[]
  squares: SquareView[]
  /** Feeds and calendar of the region: name and address. */
  subscriptions: Array<{ name: string; path: string }>
  trades: LinkView[]
  groups: LinkGroup[]
}

/** Regions that have anything to show; the others get no page. */
export const regionsWithContent = (catalogue: Catalogue): Entry<'region'>[] =>
  catalogue.list('region').filter((region) => catalogue.inRegion(region.id).length > 0)

/** Everything the page of a region shows. */
export function regionPage(region: Entry<'region'>, catalogue: Catalogue): RegionPage {
  const { data } = region
  const entries = catalogue.inRegion(region.id)
  const children = catalogue.subregions(region.id)
  const brands = entries.filter((entry) => isKind(entry, 'brand'))
  const trades = new Set(brands.flatMap((brand) => brand.data.trades.map((item) => catalogue.get('trade', item.trade))))
  const chain = catalogue.regionChain(region.id).slice(1).reverse()
  return {
    meta: {
      title: `${regionLine(catalogue, region.id)}：劳务品牌、人物、地点与活动`,
      description: `${data.name}的劳务品牌${brands.length}个，连同人物、地点、机构、活动和故事共${entries.length}条，都写明出处。`,
      path: region.path,
      crumbs: crumbsTo(
        region,
        chain.map((above) => ({ name: above.data.shortName, path: above.path })),
      ),
      search: searchFacets(region, catalogue),
      ...travelMeta(region, catalogue),
    },
    region,
    lead: regionLead(data.shortName, brands, entries.length),
    facts: [
      { name: '全称', value: data.name },
      { name: '级别', value: REGION_LEVELS[data.level] },
      { name: '区划代码', value: data.code ?? '' },
    ],
    brandCount: brands.length,
    brands: brands.slice(0, MOST_LINKS).map((brand) => brandCard(brand, catalogue)),
    squares: children.map((child) => squareOf(child, catalogue)),
    subscriptions: [
      { name: 'Atom', path: `/feeds/regions/${region.id}.xml` },
      { name: 'JSON Feed', path: `/feeds/regions/${region.id}.json` },
      { name: '活动日历', path: regionCalendarPath(region, catalogue) },
    ].filter(({ path }) => path),
    trades: linkViews([...trades], catalogue),
    groups: groupsByKind(entries, catalogue),
  }
}

/** The brands of a region by name, the first few; without any, how much else there is. */
function regionLead(name: string, brands: readonly Entry<'brand'>[], count: number): string {
  if (brands.length === 0) return `还没有收录${name}的劳务品牌；和${name}有关的资料有${count}条。`
  const told = brands.slice(0, TOLD_BRANDS).map((brand) => brand.name)
  return `${name}有${brands.length}个劳务品牌：${told.join('、')}${brands.length > told.length ? '等' : ''}。`
}

const TOLD_BRANDS = 6

/** The page of a source: what it is, and everything on the site that rests on it. */
export interface SourcePage {
  meta: PageMeta
  source: Entry<'source'>
  facts: RecordRow[]
  uses: Array<{ link: LinkView; claims: string[] }>
  /** How many more pages rest on it than are named. */
  moreUses: number
}

/** Everything the page of a source shows. */
export function sourcePage(source: Entry<'source'>, catalogue: Catalogue): SourcePage {
  const { data } = source
  const citing = catalogue.citing(source.id)
  const date = data.date ? longDate(data.date) : ''
  return {
    meta: {
      title: `来源：${data.publisher}${sourceTitle(data.title)}${date}`,
      description: `${data.publisher}${date}${sourceTitle(data.title)}，本站${citing.length}个页面引用。`,
      path: source.path,
      crumbs: [...crumbsTo(source).slice(0, -1), { name: data.title }],
      search: searchFacets(source, catalogue),
      ...travelMeta(source, catalogue),
    },
    source,
    facts: [
      { name: '发布者', value: data.publisher },
      { name: '日期', value: data.date ? longDate(data.date) : '日期没有查到' },
      { name: '文号', value: data.documentNumber ?? '' },
      { name: '类别', value: dotted(SOURCE_KINDS[data.kind], SOURCE_CONFIDENCE[data.confidence]) },
      { name: '说明', value: data.note ?? '' },
    ].filter((row) => row.value),
    moreUses: Math.max(0, citing.length - MOST_LINKS),
    uses: citing.slice(0, MOST_LINKS).map((entry) => ({
      link: linkView(entry, catalogue),
      claims: claimsOf(entry)
        .filter((claim) => claim.source === source.id)
        .map((claim) => claim.text),
    })),
  }
}

const claimsOf = ({ data }: Entry): readonly Claim[] => ('claims' in data ? data.claims : [])

/** How many entries each list has, in words, for the home page and the page about the site. */
export function counts(catalogue: Catalogue): Array<{ name: string; path: string; count: string }> {
  return CONTENT_KINDS.map((kind) => ({
    name: kindWord(kind),
    path: listPath(kind),
    count: counted(kind, catalogue.list(kind).length),
  }))
}
