import type { FinderIndex, IndexBrand, RegionRow, TradeRow } from './data.ts'
import type { Match, Reason } from './found.ts'
import type { Hit } from './hits.ts'
import type { Places } from './places.ts'
import { push, SURE } from './text.ts'

/** Weights of what a word belongs to. Found by judging queries; names lead, hidden terms trail. */
const WEIGHT = { name: 60, alias: 50, trade: 40, family: 32, broader: 28, term: 24, cue: 20, region: 12 } as const

/** Most that a brand gains when all of its own words fit. */
const FOCUS = 4

/** Share of the query's content that must be explained for its best match to count. */
const UNDERSTOOD = 0.45

/** Characters of a long story that things of one trade must cover to be what it is about. */
const SEVERAL_CUES = 4

/** The same where a thing of some trade is named, by two characters or more: 跳闸, 围墙. */
const UNDERSTOOD_BY_CUE = 0.2

/** Results below this share of the best score are left out. */
const CUT = 0.3

/** From this share of the best score on a brand does just what was asked. */
const FIT = 0.6

/** A query as it is ranked. */
export interface Asked {
  /** Words that name work or brands, and those that name places. */
  work: readonly Hit[]
  places: readonly Hit[]
  /** Which places of the query carry content. */
  mask: readonly boolean[]
  /** Where the query names nothing but places: whether a brand is there, and so is asked for without any word. */
  isThere?: (brand: IndexBrand) => boolean
}

/** A brand that fits, and its score without what its place adds. */
export interface Scored extends Match {
  bare: number
}

/** A word that speaks for a brand. */
interface Voice {
  hit: Hit
  weight: number
  reason: Reason
}

/** Says how well brands fit the words found in a query. */
export class Ranking {
  readonly #index: FinderIndex
  readonly #places: Places
  readonly #brandsByTrade: number[][]
  /** Brands that are part of another, by that one. */
  readonly #parts = new Map<number, IndexBrand[]>()

  constructor(index: FinderIndex, places: Places) {
    this.#index = index
    this.#places = places
    const { brands, trades } = index
    this.#brandsByTrade = trades.map(() => [])
    brands.forEach((brand, at) => {
      if (brand.parent >= 0) push(this.#parts, brand.parent, brand)
      const families = brand.trades.map((trade) => trades[trade]?.parent ?? -1)
      for (const trade of new Set([...brand.trades, ...families])) this.#brandsByTrade[trade]?.push(at)
    })
  }

  /** Every brand for which something speaks, best first. */
  score(asked: Asked): Scored[] {
    const { isThere } = asked
    const voices = this.#voices(asked)
    if (isThere) {
      this.#index.brands.forEach((brand, at) => {
        if (isThere(brand) && !voices.has(at)) voices.set(at, [])
      })
    }
    const scored = [...voices].flatMap(([at, list]) => this.#scored(at, list, asked) ?? [])
    // What rounds to the same point is told apart by chance only; then the order of the index decides, where of one trade
    // those come first of whom most is known.
    return scored.sort((a, b) => Math.round(b.score) - Math.round(a.score) || a.brand.at - b.brand.at)
  }

  /** By brand, the words that speak for it. */
  #voices({ work, places }: Asked): Map<number, Voice[]> {
    const { trades } = this.#index
    const voices = new Map<number, Voice[]>()
    const inRegion = new Set(places.flatMap((hit) => hit.covers))
    for (const hit of work) {
      const { owner, text } = hit.word
      // 贵州 in 贵州 吉他 is a place; it does not also speak for 贵州绣娘.
      if (owner.kind === 'region' || hit.covers.every((place) => inRegion.has(place))) continue
      const speak = (brand: number, weight: number, of: Reason['of'], owner = '', main?: string) =>
        push(voices, brand, { hit, weight, reason: { of, word: text, how: hit.how, owner, main } })
      if (owner.kind === 'brand') {
        speak(owner.at, WEIGHT[owner.as], owner.as)
        continue
      }
      const trade = trades[owner.at] as TradeRow
      const of = owner.cue ? 'cue' : trade.parent < 0 ? 'family' : 'trade'
      for (const brand of this.#brandsByTrade[owner.at] ?? []) {
        const weight = WEIGHT[of] * this.#devotion(brand, owner.at)
        speak(brand, weight, of, trade.name, this.#mainBeside(brand, trade))
      }
      if (trade.broader === undefined) continue
      const weight = WEIGHT.broader * (owner.cue ? WEIGHT.cue / WEIGHT.trade : 1)
      for (const brand of this.#brandsByTrade[trade.broader] ?? [])
        speak(brand, weight, 'broader', trades[trade.broader]?.name)
    }
    return voices
  }

  #scored(at: number, voices: Voice[], { places, mask, isThere }: Asked): Scored | undefined {
    const brand = this.#index.brands[at] as IndexBrand
    // Of words that weigh the same, the longer says more: 中药炮制 before 炮制.
    const list = voices.sort(
      (a, b) => b.weight * b.hit.strength - a.weight * a.hit.strength || b.hit.covers.length - a.hit.covers.length,
    )
    const hits = list.map(({ hit }) => hit)
    const content = mask.filter(Boolean).length
    const covers = new Set([...hits, ...places].flatMap((hit) => hit.covers).filter((place) => mask[place]))
    const coverage = content === 0 ? 1 : covers.size / content
    const [top, ...others] = list
    if (!isThere && !(top && isUnderstood(hits, coverage))) return undefined
    let score = top ? top.weight * top.hit.strength : 0
    // A second and third word that explain other parts of the query add to the first.
    const seen = new Set(top?.hit.covers)
    for (const { hit, weight } of others) {
      const fresh = hit.covers.filter((place) => !seen.has(place)).length
      for (const place of hit.covers) seen.add(place)
      score += 0.5 * weight * hit.strength * (fresh / hit.covers.length)
    }
    score *= 0.6 + 0.4 * coverage
    // Between brands of one trade, the one that speaks of little else leads.
    const own = new Set(hits.filter(({ word }) => word.owner.kind === 'brand').map(({ word }) => word)).size
    score += (FOCUS * own) / (1 + brand.words)
    if (top && this.#leavesToPart(at, top.hit)) score *= 0.85
    const reasons = reasonsOf(list, mask)
    if (reasons.length === 0) {
      const { short, name } = this.#index.regions[brand.region] as RegionRow
      reasons.push({ of: 'region', word: short, how: 'exact', owner: name })
    }
    const nearness = places.length > 0 ? WEIGHT.region * this.#nearness(brand, places) : 0
    return { brand, score: score + nearness, tier: 'best', reasons, bare: score }
  }

  /** How much a brand is about a trade, 0.7–1: its main trade first; of a family, the share of its trades. */
  #devotion(brand: number, trade: number): number {
    const { trades } = this.#index.brands[brand] as IndexBrand
    const place = trades.indexOf(trade)
    if (place >= 0) return 1 - 0.02 * place
    const inFamily = trades.filter((own) => this.#index.trades[own]?.parent === trade)
    return 0.7 + (0.3 * inFamily.length) / trades.length
  }

  /** The main trade of a brand that does this one beside it; none where they are of one family, or the brand is made of several. */
  #mainBeside(brand: number, { parent, name }: TradeRow): string | undefined {
    const main = this.#index.trades[this.#index.brands[brand]?.trades[0] ?? -1]
    if (!main || this.#parts.has(brand) || parent < 0 || main.parent === parent) return undefined
    return main.name === name ? undefined : main.name
  }

  /** Whether a brand that is part of this one does the work as its main trade, and so comes first. */
  #leavesToPart(at: number, { word: { owner } }: Hit): boolean {
    return owner.kind === 'trade' && (this.#parts.get(at) ?? []).some(({ trades: [main] }) => main === owner.at)
  }

  /** 1 where the brand is at home in a place named, less inside it, 0 where it only reaches there. */
  #nearness(brand: IndexBrand, hits: readonly Hit[]): number {
    const places = new Set(hits.map(({ word }) => word.owner.at))
    if (places.has(brand.region)) return 1
    return this.#places.isHome(brand, places) ? 0.8 : 0
  }
}

/** Whether the words found are what was asked, not chance: a whole word, or enough of the query. */
function isUnderstood(hits: readonly Hit[], coverage: number): boolean {
  const isCue = ({ word }: Hit) => word.owner.kind === 'trade' && word.owner.cue
  const whole = hits.some(
    (hit) => !isCue(hit) && ((hit.how === 'exact' && hit.word.text.length >= 2) || hit.strength >= SURE),
  )
  const named = new Set(hits.flatMap((hit) => (isCue(hit) && hit.word.text.length >= 2 ? hit.covers : []))).size
  return whole || named >= SEVERAL_CUES || coverage >= (named > 0 ? UNDERSTOOD_BY_CUE : UNDERSTOOD)
}

/** The reasons worth telling: whole words before parts, and a second one only for what the first leaves open. */
function reasonsOf(voices: readonly Voice[], mask: readonly boolean[]): Reason[] {
  const [first, ...rest] = [...voices].sort((a, b) => Number(b.hit.how === 'exact') - Number(a.hit.how === 'exact'))
  if (!first) return []
  const second = rest.find(({ hit }) => hit.covers.some((at) => mask[at] && !first.hit.covers.includes(at)))
  return second ? [first.reason, second.reason] : [first.reason]
}

/** Those of `scored` that are no scraps beside the best of them all, for whatever place adds to it. */
export function withoutScraps(scored: readonly Scored[], all: readonly Scored[]): Scored[] {
  const least = Math.max(0, ...all.map(({ bare }) => bare)) * CUT
  return scored.filter(({ bare }) => bare >= least)
}

/** Drops what is far behind the best, and says which results merely have to do with the query. */
export function inTiers(sorted: readonly Match[]): Match[] {
  const best = sorted[0]?.score ?? 0
  // Whoever does it beside another craft is near; so is whoever does it as a part of a wider trade, as long as somebody does just this.
  const fits = sorted.filter(({ score, reasons: [first] }) => score >= best * FIT && !first?.main)
  const direct = fits.filter(({ reasons: [first] }) => first?.of !== 'broader')
  const first = new Set(direct.length > 0 ? direct : fits)
  const others = sorted.filter((match) => match.score >= best * CUT && !first.has(match))
  return [
    ...[...first].map((match): Match => ({ ...match, tier: 'best' })),
    ...others.map((match): Match => ({ ...match, tier: 'near' })),
  ]
}
