import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import type { Kind } from '../schemas/index.ts'
import { ORGANISATION_KINDS } from '../schemas/organisation.ts'
import type { PLACE_KINDS } from '../schemas/place.ts'
import { SOURCE_KINDS } from '../schemas/source.ts'
import { STORY_KINDS } from '../schemas/story.ts'
import { dotted } from '../text/caption.ts'
import { hanNumeral } from '../text/numbers.ts'
import { listPath } from '../urls/paths.ts'
import { type BrandCardView, brandCard } from './cards.ts'
import { englishTwin, inEnglish } from './editions.ts'
import { eventViews, lastDayOf, linkView, linkViews, newestFirst, storyViews, upcomingEvents } from './links.ts'
import {
  counted,
  crumbsToList,
  LIST_NAMES,
  type LinkView,
  type PageMeta,
  type Paging,
  regionLine,
  wholeOf,
} from './page.ts'
import { type Shown, shownUntil } from './shown.ts'
import { storiesInOrder } from './story.ts'
import { brandsUnder } from './tables.ts'
import { type TileView, tileOf } from './tiles.ts'
import { feedOfKind } from './travel.ts'
import { type YearStrip, yearStrip } from './years.ts'

/** A list page: groups with titles. */
export interface ListPage<T extends LinkView = LinkView> {
  meta: PageMeta
  title: string
  lead: string
  total: number
  /** What its items are. */
  kind: Kind
  /** `count` is how many there are in all, where the group goes on over several pages; `tile` the picture of the whole group. */
  groups: Array<{
    id: string
    name: string
    path?: string
    items: T[]
    count?: number
    shown?: Shown
    tile?: TileView | undefined
  }>
  /** Which page of a long list this is; absent when there is only one. */
  paging?: Paging | undefined
  /** Its years side by side, where its groups are years. */
  years?: YearStrip | undefined
  /** Pages that show a part of it, by something other than its groups, and how many each shows. */
  parts?: Array<{ name: string; path: string; count: number }>
}

const INTRODUCTIONS: Partial<Record<Kind, { title: string; lead: string }>> = {
  figure: { title: '做这行的人', lead: '创立人、传承人、返乡的带头人。只写公开报道里有名有姓的人，事迹都讲得出来历。' },
  event: { title: '活动', lead: '大赛、展会、推介、节庆，办过的和要办的。日期没有公布完整的，照实写明。' },
  story: { title: '故事', lead: '一个人或一个地方，做了一件事，后来怎样。每个数字点一下，就看得到出处。' },
  place: {
    title: '去看看：手艺在哪里',
    lead: '园区、工坊、博物馆、茶山、老村，也有车间，和只查到规划的项目。能不能参观、几时开放，大多没有公开，去之前请先问当地。',
  },
  organisation: { title: '背后的机构', lead: '办厂的、教手艺的、牵头的协会和合作社。' },
  source: { title: '来源', lead: '本站每个数字都出自这里的文件和报道。存疑的来源一概不用。' },
}

function listMeta(kind: Kind, title: string, description: string): PageMeta {
  return { title, description, path: listPath(kind), crumbs: crumbsToList(kind), feed: feedOfKind(kind) }
}

function grouped<K extends Kind>(
  kind: K,
  catalogue: Catalogue,
  entries: readonly Entry<K>[],
  groupOf: (entry: Entry<K>) => string,
  viewsOf: (entries: Entry<K>[], catalogue: Catalogue) => LinkView[] = linkViews,
): ListPage {
  const { title, lead } = INTRODUCTIONS[kind] ?? { title: LIST_NAMES[kind], lead: '' }
  const groups = [...Map.groupBy(entries, groupOf)].map(([name, items], index) => ({
    id: `g${index + 1}`,
    name,
    items: viewsOf(items, catalogue),
  }))
  const names = groups.slice(0, 4).map((group) => group.name)
  return {
    meta: listMeta(
      kind,
      `${title}（${entries.length}）`,
      `${lead}共${counted(kind, entries.length)}：${names.join('、')}${groups.length > 4 ? '等' : ''}。`,
    ),
    title,
    lead,
    total: entries.length,
    kind,
    groups,
  }
}

/** All brands by where they are; never by size, because sizes are not comparable. */
export function brandList(catalogue: Catalogue): ListPage<BrandCardView> {
  const brands = catalogue.list('brand')
  const provinceOf = (brand: Entry<'brand'>) => catalogue.regionChain(brand.data.region).at(-1) as Entry<'region'>
  const code = (brand: Entry<'brand'>) => catalogue.get('region', brand.data.region).data.code ?? ''
  const groups = [
    ...Map.groupBy(
      [...brands].sort((a, b) => code(a).localeCompare(code(b))),
      provinceOf,
    ),
  ].flatMap(([province, inProvince]) => {
    const wide = inProvince.filter((brand) => brand.data.region === province.id)
    const local = inProvince.filter((brand) => brand.data.region !== province.id)
    return [
      { id: province.id, name: `${province.data.shortName} · 各市县`, path: province.path, items: local },
      {
        id: `${province.id}-wide`,
        name: `${province.data.shortName} · ${wholeOf(province.name)}，或所在地不明`,
        path: province.path,
        items: wide,
      },
    ].filter((group) => group.items.length > 0)
  })
  return {
    meta: {
      ...listMeta(
        'brand',
        '全部劳务品牌',
        `贵州与广西玉林的${brands.length}个劳务品牌，按地区排列：在哪里、做什么、有多少人、数字从哪里来。`,
      ),
      ...englishTwin(catalogue),
    },
    title: `${hanNumeral(brands.length)}方匠人`,
    lead: '按地区排，不按大小排：各家统计口径不同，人数不能互相比。没有公开数字的，也照样列在这里。',
    total: brands.length,
    kind: 'brand',
    groups: groups.map((group) => ({ ...group, items: group.items.map((brand) => brandCard(brand, catalogue)) })),
    parts: catalogue
      .subtrades()
      .map((family) => ({ name: family.name, path: family.path, count: brandsUnder(family, catalogue).length }))
      .filter(({ count }) => count > 0),
  }
}

/** People, by their brand; then those of brands that have but one, under one heading; those of no brand last. */
export function figureList(catalogue: Catalogue): ListPage {
  const figures = catalogue.list('figure')
  const numbers = new Map<string | undefined, number>()
  for (const { data } of figures) numbers.set(data.brand, (numbers.get(data.brand) ?? 0) + 1)
  const isAlone = ({ data }: Entry<'figure'>) => data.brand !== undefined && numbers.get(data.brand) === 1
  const rank = (figure: Entry<'figure'>) => (isAlone(figure) ? 1 : figure.data.brand ? 0 : 2)
  const brandOf = ({ data }: Entry<'figure'>) => data.brand && catalogue.get('brand', data.brand).name
  return grouped(
    'figure',
    catalogue,
    figures.toSorted((a, b) => rank(a) - rank(b)),
    (figure) => (isAlone(figure) ? '别的品牌' : (brandOf(figure) ?? '相关手艺的人')),
    (group) =>
      group.map((figure) => {
        const view = linkView(figure, catalogue)
        return isAlone(figure) ? { ...view, detail: dotted(brandOf(figure), view.detail) } : view
      }),
  )
}

/**
 * Events by year, newest first; before them those still to come, which leave as their days pass, on a
 * cached page too.
 */
export function eventList(catalogue: Catalogue): ListPage {
  const events = catalogue.list('event')
  const page = grouped(
    'event',
    catalogue,
    newestFirst(events),
    (event) => {
      const date = event.data.start ?? event.data.end ?? event.data.call?.deadline
      return date ? `${date.slice(0, 4)}年` : '日期暂无公开资料'
    },
    eventViews,
  )
  const years = page.groups.flatMap(({ name, items }) => {
    const year = Number.parseInt(name, 10)
    return year ? { year, solid: items.length, hatched: 0 } : []
  })
  page.years = yearStrip(years, '场')
  const { today } = catalogue
  const coming = upcomingEvents(events, today)
  const last = coming.map(lastDayOf).at(-1)
  if (last) {
    page.groups.unshift({
      id: 'upcoming',
      name: '还没到的',
      items: coming.flatMap((event) =>
        eventViews([event], catalogue).map((view) => ({
          ...view,
          shown: shownUntil(lastDayOf(event) as string, today),
        })),
      ),
      shown: shownUntil(last, today),
    })
  }
  return page
}

/** Stories by their three kinds, in the order of the vocabulary, newest first. */
export function storyList(catalogue: Catalogue): ListPage {
  const stories = byVocabulary(storiesInOrder(catalogue), STORY_KINDS)
  const page = grouped('story', catalogue, stories, (story) => STORY_KINDS[story.data.kind], storyViews)
  return { ...page, meta: { ...page.meta, english: inEnglish(stories).length > 0 ? 'twin' : undefined } }
}

/** What kinds of places have in common for somebody who wants to go there, in the order of the list: what can be looked at first. */
const PLACE_GROUPS: Readonly<Record<keyof typeof PLACE_KINDS, string>> = {
  museum: '展馆和体验馆',
  exhibition: '展馆和体验馆',
  'experience-hall': '展馆和体验馆',
  street: '街巷、市场和广场',
  square: '街巷、市场和广场',
  market: '街巷、市场和广场',
  'business-district': '街巷、市场和广场',
  village: '村落、茶园和产地',
  'tea-garden': '村落、茶园和产地',
  'growing-base': '村落、茶园和产地',
  origin: '村落、茶园和产地',
  'kiln-site': '村落、茶园和产地',
  'ich-workshop': '工坊和工作室',
  'master-studio': '工坊和工作室',
  'expert-studio': '工坊和工作室',
  park: '园区和基地',
  incubator: '园区和基地',
  'startup-base': '园区和基地',
  'returnee-park': '园区和基地',
  'export-base': '园区和基地',
  'training-base': '培训和比赛的地方',
  'public-training-base': '培训和比赛的地方',
  'talent-base': '培训和比赛的地方',
  'contest-venue': '培训和比赛的地方',
  'cooperation-station': '培训和比赛的地方',
}

/** Places by what is there; the line of each says its kind. */
export const placeList = (catalogue: Catalogue): ListPage =>
  grouped(
    'place',
    catalogue,
    byVocabulary(catalogue.list('place'), PLACE_GROUPS),
    (place) => PLACE_GROUPS[place.data.kind],
  )

/** Organisations by kind, in the order of the vocabulary. */
export const organisationList = (catalogue: Catalogue): ListPage =>
  grouped(
    'organisation',
    catalogue,
    byVocabulary(catalogue.list('organisation'), ORGANISATION_KINDS),
    (organisation) => ORGANISATION_KINDS[organisation.data.kind],
    // The heading says their kind.
    (group) =>
      group.map((organisation) => ({
        ...linkView(organisation, catalogue),
        detail: regionLine(catalogue, organisation.data.region),
      })),
  )

/** Sources by kind, newest first. */
export const sourceList = (catalogue: Catalogue): ListPage => {
  const newest = catalogue.list('source').toSorted((a, b) => (b.data.date ?? '').localeCompare(a.data.date ?? ''))
  return grouped('source', catalogue, byVocabulary(newest, SOURCE_KINDS), (source) => SOURCE_KINDS[source.data.kind])
}

function byVocabulary<T extends Entry & { data: { kind: string } }>(
  entries: readonly T[],
  vocabulary: Record<string, string>,
): T[] {
  const order = Object.keys(vocabulary)
  return [...entries].sort((a, b) => order.indexOf(a.data.kind) - order.indexOf(b.data.kind))
}

/** Trades by family, each with the number of brands that practise it. */
export function tradeList(catalogue: Catalogue): ListPage {
  const families = catalogue.subtrades()
  const withCount = (trade: Entry<'trade'>) => ({
    ...linkView(trade, catalogue),
    detail: dotted(trade.data.aliases.slice(0, 4).join('、'), `${brandsUnder(trade, catalogue).length}个品牌`),
  })
  // The drawing of a brand that does this before anything else: no other family has it.
  const brandFor = (family: Entry<'trade'>) => {
    const trades = new Set([family, ...catalogue.subtrades(family.id)].map(({ id }) => id))
    return brandsUnder(family, catalogue).find(({ data }) => data.trades[0] && trades.has(data.trades[0].trade))
  }
  const groups = families.map((family) => {
    const brand = brandFor(family)
    return {
      id: family.id,
      name: family.name,
      path: family.path,
      items: catalogue.subtrades(family.id).map(withCount),
      tile: brand && tileOf(brand),
    }
  })
  const total = groups.reduce((sum, group) => sum + group.items.length, 0)
  return {
    meta: listMeta(
      'trade',
      '按工种找品牌',
      `${total}个工种，连同平时的叫法：月嫂、裁缝、泥水工、炒茶师傅……点进去看有哪些劳务品牌。`,
    ),
    title: '按工种找',
    lead: '名称下面是平时的叫法。点一个工种，看哪些品牌有这样的人。',
    total,
    kind: 'trade',
    groups,
  }
}

/** Policies in one group. */
export function policyList(catalogue: Catalogue): ListPage {
  const policies = catalogue.list('policy')
  return {
    meta: listMeta(
      'policy',
      '政策：文件和解读，逐条说清',
      `贵州实施意见、政策解读和玉林方案，用大白话逐条写明，共${policies.length}份。`,
    ),
    title: '政策',
    lead: '贵州、玉林的两份文件和一份政策解读，逐条用大白话写在这里。引用请以原文为准。',
    total: policies.length,
    kind: 'policy',
    groups: [{ id: 'all', name: '文件', items: linkViews(policies, catalogue) }],
  }
}
