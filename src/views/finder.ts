import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { FIELDS, SERIES } from '../schemas/brand.ts'
import type { Claim } from '../schemas/claim.ts'
import { type Published, publish } from '../search/finder/build.ts'
import { type CardFigure, type CardShard, type FinderCard, SHARD_SIZE } from '../search/finder/cards.ts'
import type { BrandFacets, Cues, FinderData, RegionRow } from '../search/finder/data.ts'
import { leadClaim, leadFigure } from './claims.ts'
import { hasChannels, officesToAsk } from './contact.ts'
import { oncePer } from './once.ts'
import { regionLine } from './page.ts'
import { tileOf } from './tiles.ts'

/** Bands of published numbers of workers; figures are not comparable, so the bands are wide. */
const SCALE_BANDS = [
  [10_000, '不到1万人'],
  [50_000, '1万到5万人'],
  [100_000, '5万到10万人'],
  [Number.POSITIVE_INFINITY, '10万人以上'],
] as const

/** Shown where no number is published: a band of its own, not a zero. */
const NO_SCALE = '未公布'

/** The finder's index of this catalogue. */
export function finderData(catalogue: Catalogue): FinderData {
  const brands = finderBrands(catalogue)
  const trades = [...catalogue.list('trade')]
  const tradeAt = new Map(trades.map((trade, at) => [trade.id, at]))
  const regions = [...catalogue.list('region')]
  const regionAt = new Map(regions.map((region, at) => [region.id, at]))
  return {
    brands: brands.map((brand) => ({
      id: brand.id,
      name: brand.name,
      region: regionAt.get(brand.data.region) ?? -1,
      trades: brand.data.trades.map(({ trade }) => tradeAt.get(trade) ?? -1),
      words: [
        ...new Set([
          ...brand.data.aliases,
          ...brand.data.products.map(({ name }) => name),
          ...brand.data.skills.map(({ name }) => name),
        ]),
      ],
      terms: termsOf(brand, catalogue),
      parent: brands.findIndex(({ id }) => id === brand.data.parent),
      facets: facetsOf(brand),
    })),
    trades: trades.map(({ id, data }) => ({
      id,
      name: data.name,
      parent: data.parent ? (tradeAt.get(data.parent) ?? -1) : -1,
      aliases: data.aliases,
      code: data.code,
      broader: data.broader ? tradeAt.get(data.broader) : undefined,
    })),
    regions: [
      ...regions.map(({ id, data }) => ({
        id,
        name: data.name,
        short: data.shortName,
        parent: data.parent ? (regionAt.get(data.parent) ?? -1) : -1,
      })),
      ...otherPlaces(regions, regionAt),
    ],
  }
}

/**
 * Places that the catalogue does not have: provinces, and cities that hire. Who asks for 东莞 电工 is told that none is there,
 * and not given brands as if the place had not been named. By the region of the catalogue that they lie in, if there is one.
 */
const OTHER_PLACES: Readonly<Record<string, string>> = {
  guangdong: '深圳 东莞 佛山 珠海 惠州 中山 江门 肇庆 汕头 湛江 茂名 清远',
  guangxi: '柳州 梧州 北海 钦州 贵港 百色 河池 崇左 来宾 贺州 防城港',
  '': '天津 上海 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 海南 四川 云南 西藏 陕西 甘肃 青海 新疆 香港 澳门 台湾 杭州 宁波 温州 义乌 绍兴 嘉兴 金华 台州 南京 苏州 无锡 常州 南通 昆山 合肥 福州 厦门 泉州 南昌 景德镇 济南 青岛 郑州 武汉 成都 昆明 西安 海口 三亚 泸州 宜宾 德化 潮州 宜兴 安溪 武夷山 信阳 祁门',
}

function otherPlaces(regions: ReadonlyArray<Entry<'region'>>, regionAt: ReadonlyMap<string, number>): RegionRow[] {
  const known = new Set(regions.map(({ data }) => data.shortName))
  return Object.entries(OTHER_PLACES).flatMap(([around, names]) =>
    names
      .split(' ')
      .filter((name) => !known.has(name))
      .map((name) => ({ id: '', name, short: name, parent: regionAt.get(around) ?? -1 })),
  )
}

/** The files of the finder. */
export interface FinderFiles extends Published {
  /** Cards in shards; the place in the list is the shard's number. */
  cards: CardShard[]
}

/** What is published of the finder, made once per catalogue. */
export const finderFiles = oncePer((catalogue: Catalogue): FinderFiles => {
  const cards = finderCards(catalogue)
  return { ...publish(finderData(catalogue), cuesOf(catalogue), cards), cards }
})

/** Things and scenes by trade, and its names in English. */
export const cuesOf = (catalogue: Catalogue): Cues =>
  catalogue
    .list('trade')
    .map(({ data: { cues, en } }) => [...cues, ...(en ? [en.name, ...en.also].map((name) => name.toLowerCase()) : [])])

/**
 * The brands in the order of the index: by main trade, so that one trade's cards travel together; of one trade those
 * first of whom more is known.
 */
function finderBrands(catalogue: Catalogue): Entry<'brand'>[] {
  const at = new Map(catalogue.list('trade').map(({ id }, index) => [id, index]))
  const main = ({ data }: Entry<'brand'>) => at.get(data.trades[0]?.trade ?? '') ?? at.size
  return [...catalogue.list('brand')].sort((a, b) => main(a) - main(b) || b.data.claims.length - a.data.claims.length)
}

function finderCards(catalogue: Catalogue): CardShard[] {
  const brands = finderBrands(catalogue)
  const shards = Array.from({ length: Math.ceil(brands.length / SHARD_SIZE) }, (_, shard) =>
    brands.slice(shard * SHARD_SIZE, (shard + 1) * SHARD_SIZE),
  )
  return shards.map((shard) => shard.map((brand) => cardOf(brand, catalogue)))
}

function cardOf(brand: Entry<'brand'>, catalogue: Catalogue): FinderCard {
  const { path, alt } = tileOf(brand)
  const { claims, region, summary } = brand.data
  const isTarget = ({ kind }: Claim) => kind === 'target'
  return {
    id: brand.id,
    name: brand.name,
    place: regionLine(catalogue, region),
    line: summary,
    tile: { path, alt },
    ask: hasChannels(brand, catalogue) ? '' : firstOf(officesToAsk(brand)),
    figures: [claims.filter((claim) => !isTarget(claim)), claims.filter(isTarget)].flatMap((list): CardFigure[] => {
      const brief = leadFigure(list, catalogue)
      if (!brief) return []
      const { kind, kindWord, label, figure, when, source } = brief
      const { publisher } = source.data
      return [{ kind, kindWord, label, figure, when, publisher, sourceId: source.id }]
    }),
  }
}

/** The first of some offices, without those that join it: 玉林市人社局（牵头）、发展改革委 is two of them. */
const firstOf = ([office = '']: readonly string[]): string => office.replace(/[（、].*/, '')

/** The words people type for a brand, without those that its trades bring anyway or that its name spells. */
function termsOf({ data }: Entry<'brand'>, catalogue: Catalogue): string[] {
  const trades = data.trades.map(({ trade }) => catalogue.get('trade', trade))
  const families = trades.flatMap((trade) => (trade.data.parent ? catalogue.get('trade', trade.data.parent) : []))
  const known = new Set([
    ...data.aliases,
    ...data.products.map(({ name }) => name),
    ...data.skills.map(({ name }) => name),
    ...[...trades, ...families].flatMap((trade) => [trade.data.name, ...trade.data.aliases]),
  ])
  return data.searchTerms.filter((term) => !known.has(term) && !/^[a-z ]+$/.test(term))
}

/**
 * The bands of a brand's published number of workers, one a line. The number is the one its card would show:
 * a headline before the newest. Where sources disagree on it, every band that one of them names: the filter must
 * not side with one. 人次 counts jobs or days, not people, and a target is nobody at work yet.
 */
function scaleOf(claims: readonly Claim[]): string {
  const counted = claims
    .filter(
      ({ topic, kind, value, unit }) =>
        topic === 'workforce' && kind !== 'target' && value !== undefined && unit === '人',
    )
    .toSorted((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''))
  const chosen = leadClaim(counted) ?? counted.find(({ kind }) => kind === 'actual') ?? counted[0]
  if (!chosen) return NO_SCALE
  const told = chosen.conflict ? counted.filter(({ conflict }) => conflict === chosen.conflict) : [chosen]
  const bands = new Set(told.map(({ value = 0 }) => SCALE_BANDS.findIndex(([limit]) => value < limit)))
  return [...bands]
    .sort()
    .map((at) => SCALE_BANDS[at]?.[1] ?? NO_SCALE)
    .join('\n')
}

function facetsOf({ data }: Entry<'brand'>): BrandFacets {
  return {
    field: data.field ? FIELDS[data.field] : '',
    series: data.series ? SERIES[data.series] : '',
    industry: data.industry ?? '',
    certificate: data.certificates.map(({ name }) => name).join('\n'),
    scale: scaleOf(data.claims),
  }
}
