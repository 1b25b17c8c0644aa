import { pinyin } from 'pinyin-pro'
import type { FinderCard } from '../../src/search/finder/cards.ts'
import type { BrandRow, Cues, FinderData, RegionRow, TradeRow } from '../../src/search/finder/data.ts'
import { latinOf } from '../../src/search/finder/text.ts'
import { pick, type Random, randomOf, shuffled, some } from '../lib/random.ts'
import type { JudgedQuery } from './judging.ts'

/**
 * Catalogues of any size to measure search with: the real brands, and invented ones that only stand
 * in the way. No judged query asks for an invented brand, so that the judgements hold at every size.
 */

/** A catalogue as the finder is given it. */
export interface BenchCatalogue extends FinderData {
  cues: Cues
}

/** Invented trades are a material times a craft: 锡雕, 棕编. */
const MATERIALS = [...'锡铝棕柳桐桦樟榆蔗椰杏榛橡蚕鹅鸵鹿蟹蚌藕葵菱笼鼓笛埙筝锁钟漆砚镯珠玛']
const CRAFTS: ReadonlyArray<{ verb: string; family: string; words: readonly string[] }> = [
  { verb: '雕', family: '雕刻', words: ['摆件', '挂屏', '笔筒', '底座', '屏风', '印钮'] },
  { verb: '塑', family: '塑像', words: ['坐像', '头像', '小样', '胎体', '群像', '浮像'] },
  { verb: '锻', family: '锻打', words: ['刀坯', '犁头', '铁锤', '马掌', '门环', '炉架'] },
  { verb: '腌', family: '腌腊', words: ['坛子', '腊味', '咸货', '卤汁', '酸坛', '盐渍'] },
  { verb: '榨', family: '榨取', words: ['油饼', '榨机', '油坊', '滤布', '毛油', '压榨'] },
  { verb: '烘', family: '烘焙', words: ['蛋挞', '吐司', '曲奇', '模具', '烘箱', '裱花'] },
  { verb: '牧', family: '放养', words: ['饲料', '栏舍', '幼崽', '孵化', '出栏', '防疫'] },
  { verb: '裱', family: '装裱', words: ['画框', '卷轴', '托芯', '册页', '绫边', '揭补'] },
  { verb: '镶', family: '镶嵌', words: ['戒托', '吊坠', '胸针', '嵌丝', '爪托', '耳坠'] },
  { verb: '纺', family: '纺纱', words: ['梭子', '纱锭', '坯布', '纺车', '织机', '经轴'] },
]
/** How people speak of a trade; `{}` is its name, `{m}` its material, `{v}` its verb. */
const ALIASES = ['{v}{m}的', '学{}的', '{}手', '{}行家', '{}把式', '干{}活', '{}学徒', '{}能手', '{v}{m}好手', '{}传人']
const ENDINGS = ['师傅', '工匠', '匠人', '能手', '传人', '工坊']
const PLACE_FIRST = [...'沅淮滦漳湟洮泾渭涪澧滁颍沭泗汶沂睢郓郯鄄莒邳沛涟溧溆漯潢']
const PLACE_LAST = [...'陵浦泽丘郡堡屯集寨埠埝渡浔涧滩岗岭峪坞墩']
/** Brands per invented county and per invented trade; counties per prefecture and prefectures per province. */
const PER = { county: 8, trade: 10, prefecture: 9, province: 8 } as const

/**
 * A catalogue of `size` brands: the first real ones, filled up with invented ones.
 * The same arguments always give the same catalogue.
 * @param real the published catalogue; all its trades and regions are kept
 * @param queries no invented name is spelt like one of those that are typed in letters
 */
export function catalogueOf(size: number, real: BenchCatalogue, queries: readonly JudgedQuery[]): BenchCatalogue {
  const kept = real.brands
    .slice(0, size)
    .map((brand, _, { length }) => (brand.parent < length ? brand : { ...brand, parent: -1 }))
  const missing = size - kept.length
  if (missing === 0) return { ...real, brands: kept }
  const random = randomOf(size)
  const regions = regionsFor(missing, real.regions.length, random)
  const trades = tradesFor(missing, real, random)
  const letters = new Set(queries.map(({ q }) => latinOf(q)).filter(Boolean))
  const brands = brandsFor(missing, { real, regions, trades, letters, random })
  return {
    trades: [...real.trades, ...trades.map(({ row }) => row)],
    cues: [...real.cues, ...trades.map(({ cues }) => cues)],
    regions: [...real.regions, ...regions],
    // As in the published index: brands of one trade stand together.
    brands: [...kept, ...brands.sort((a, b) => (a.trades[0] as number) - (b.trades[0] as number))],
  }
}

interface InventedTrade {
  row: TradeRow
  cues: string[]
  at: number
  verb: string
  material: string
  words: readonly string[]
}

function tradesFor(brands: number, real: BenchCatalogue, random: Random): InventedTrade[] {
  const offset = real.trades.length
  const count = Math.min(MATERIALS.length * CRAFTS.length, Math.ceil(brands / PER.trade))
  const families = CRAFTS.map(
    ({ verb, family, words }, at): InventedTrade => ({
      row: {
        id: idOf(family),
        name: family,
        parent: -1,
        aliases: [`${family}手艺`],
        code: undefined,
        broader: undefined,
      },
      cues: [],
      at: offset + at,
      verb,
      material: '',
      words,
    }),
  )
  const places = [...real.trades.keys()].filter((at) => (real.trades[at] as TradeRow).parent >= 0)
  const trades = Array.from({ length: count }, (_, index): InventedTrade => {
    const craft = CRAFTS[index % CRAFTS.length] as (typeof CRAFTS)[number]
    const material = MATERIALS[(index * 7 + Math.floor(index / CRAFTS.length)) % MATERIALS.length] as string
    const like = pick(places, random)
    const name = material + craft.verb
    const fill = (pattern: string) => pattern.replace('{}', name).replace('{m}', material).replace('{v}', craft.verb)
    return {
      row: {
        id: `${idOf(name)}-${index}`,
        name: `${name}工`,
        parent: offset + (index % CRAFTS.length),
        aliases: some(ALIASES, (real.trades[like] as TradeRow).aliases.length, random).map(fill),
        code: `9-${pad(index % 97)}-${pad(index % 89)}-${pad(index % 83)}`,
        broader: undefined,
      },
      cues: some(craft.words, real.cues[like]?.length ?? 0, random).map((word) => material + word),
      at: offset + CRAFTS.length + index,
      verb: craft.verb,
      material,
      words: craft.words,
    }
  })
  return [...families, ...trades]
}

/** Counties first, so that brands choose among the first `counties` rows. */
function regionsFor(brands: number, offset: number, random: Random): RegionRow[] {
  const counties = Math.ceil(brands / PER.county)
  const prefectures = Math.ceil(counties / PER.prefecture)
  const provinces = Math.ceil(prefectures / PER.province)
  const names = shuffled(
    PLACE_FIRST.flatMap((first) => PLACE_LAST.map((last) => first + last)),
    random,
  )
  const row = (index: number, suffix: string, parent: number): RegionRow => {
    const short = names[index % names.length] as string
    return { id: `${idOf(short)}-${index}`, name: short + suffix, short, parent }
  }
  return Array.from({ length: counties + prefectures + provinces }, (_, index) => {
    if (index < counties) return row(index, '县', offset + counties + Math.floor(index / PER.prefecture))
    if (index < counties + prefectures) {
      return row(index, '市', offset + counties + prefectures + Math.floor((index - counties) / PER.province))
    }
    return row(index, '省', -1)
  })
}

function brandsFor(
  count: number,
  parts: {
    real: BenchCatalogue
    regions: readonly RegionRow[]
    trades: readonly InventedTrade[]
    letters: ReadonlySet<string>
    random: Random
  },
): BrandRow[] {
  const { real, regions, trades, letters, random } = parts
  const counties = regions.filter(({ name }) => name.endsWith('县'))
  const leaves = trades.filter(({ material }) => material !== '')
  const names = new Set<string>()
  const brands: BrandRow[] = []
  while (brands.length < count) {
    const county = pick(counties, random)
    const trade = pick(leaves, random)
    const name = county.short + trade.material + trade.verb + pick(ENDINGS, random)
    const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('')
    if (names.has(name) || [...letters].some((typed) => initials.startsWith(typed))) continue
    names.add(name)
    const like = pick(real.brands, random)
    const siblings = leaves.filter(({ row }) => row.parent === trade.row.parent && row !== trade.row)
    brands.push({
      id: idOf(name),
      name,
      region: real.regions.length + regions.indexOf(county),
      trades: [trade, ...some(siblings, like.trades.length - 1, random)].map(({ at }) => at),
      words: invented(like.words.length, county, trade, ['{p}{m}{w}', '{m}{v}{w}', '{w}', '手工{m}{w}'], random),
      terms: invented(
        like.terms.length,
        county,
        trade,
        ['{p}{m}{v}', '{m}{w}', '{p}{w}', '{w}招工', '{m}{v}培训'],
        random,
      ),
      parent: -1,
      facets: like.facets,
    })
  }
  return brands
}

/** So many different words of a brand, from patterns. */
function invented(
  count: number,
  county: RegionRow,
  { material, verb, words }: InventedTrade,
  patterns: readonly string[],
  random: Random,
): string[] {
  const all = patterns.flatMap((pattern) =>
    words.map((word) =>
      pattern.replace('{p}', county.short).replace('{m}', material).replace('{v}', verb).replace('{w}', word),
    ),
  )
  return some([...new Set(all)], count, random)
}

/** The card of a brand: its own where it is real, else one like a real one's with the brand's own words. */
export function cardFor(brand: BrandRow, rows: FinderData, cards: ReadonlyMap<string, FinderCard>): FinderCard {
  const own = cards.get(brand.id)
  if (own) return own
  const at = rows.brands.indexOf(brand)
  const like = [...cards.values()][at % cards.size] as FinderCard
  const chain: string[] = []
  for (let next = brand.region; next >= 0; next = rows.regions[next]?.parent ?? -1) {
    chain.unshift((rows.regions[next] as RegionRow).name)
  }
  const line = [brand.name, ...brand.words, ...brand.terms].join('、').slice(0, like.line.length)
  const path = like.tile.path.replace(/[^/]+(?=\.\w+$)/, brand.id)
  return { ...like, id: brand.id, name: brand.name, place: chain.join(' '), line, tile: { path, alt: brand.name } }
}

const idOf = (name: string): string => pinyin(name, { toneType: 'none', type: 'array', v: true }).join('-')

const pad = (number: number): string => String(number).padStart(2, '0')
