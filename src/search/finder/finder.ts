import type { Conditions, Excluded } from './conditions.ts'
import type { FinderIndex, IndexBrand, TradeRow } from './data.ts'
import type { Found } from './found.ts'
import type { Hit } from './hits.ts'
import { Lexicon, type Wanted, type WordLesson } from './lexicon.ts'
import { unreadOf } from './meant.ts'
import { Places } from './places.ts'
import { inTiers, Ranking, withoutScraps } from './ranking.ts'
import { contentMask, hasConditions, isHan, otherIntent } from './text.ts'

/** What the finder can be taught after it has been made. */
export interface Lesson extends WordLesson {
  /** How to read what a query excludes, and what it wishes for besides. */
  conditions?: Conditions
}

const NOT_EXCLUDED: Excluded = { out: new Set(), words: [] }

/** So many of the trades that a query names are told. */
const TOLD = 3

/**
 * Finds brands by everyday words. Built once from the published index, it answers from memory; `wants`
 * says what it must be taught for a query first.
 */
export class Finder {
  readonly #index: FinderIndex
  readonly #places: Places
  readonly #lexicon: Lexicon
  readonly #ranking: Ranking
  #conditions: Conditions | undefined

  constructor(index: FinderIndex) {
    this.#index = index
    this.#places = new Places(index.regions)
    this.#lexicon = new Lexicon(index, this.#places)
    this.#ranking = new Ranking(index, this.#places)
  }

  /** Teaches the finder more of the published index. */
  learn(lesson: Lesson): void {
    this.#conditions ??= lesson.conditions
    this.#lexicon.learn(lesson)
  }

  /** What the finder must learn next before it answers; nothing where knowing more would not change the answer. */
  wants(query: string): Wanted<keyof Lesson> | undefined {
    if (!this.#conditions && hasConditions(this.#lexicon.normal(query))) return { part: 'conditions' }
    return this.#lexicon.wants(this.#read(query).text)
  }

  /** The brands that fit `query`, best first; none for an empty or foreign query. */
  find(query: string): Found {
    const { text, wishes } = this.#read(query)
    const nothing: Found = { matches: [], regions: [], trades: [], elsewhere: [], wishes }
    if (!/[\p{L}\p{N}]/u.test(text)) return nothing
    const mask = contentMask(text)
    // 师傅 alone asks for something after all; 的 does not.
    if (!mask.includes(true) && text.length > 1)
      for (let at = 0; at < text.length; at++) mask[at] = isHan(text[at] as string)

    const hits = this.#lexicon.hits(text, mask)
    if (hits.length === 0) return { ...nothing, ...this.#asideOf(text) }
    asksForTrades(hits, text, mask)
    const { out, words: excluding } = this.#conditions?.excludedIn(text, hits) ?? NOT_EXCLUDED
    for (const at of excluding) mask[at] = false
    const isWork = ({ word }: Hit) => word.owner.kind !== 'region'
    const places = this.#places.named(hits.filter((hit) => !out.has(hit)))
    const excluded = this.#places.named(hits.filter((hit) => isWork(hit) || out.has(hit)))
    // 广西 in 广西玉林 only says where 玉林 is.
    const around = new Set([...places, ...excluded].flatMap((at) => this.#places.around(at)))
    const work = hits.filter(isWork)
    const regionHits = hits.filter((hit) => !isWork(hit) && around.has(hit.word.owner.at))

    const told = new Set(regionHits.flatMap((hit) => hit.covers))
    // A query that names only places asks for everything there.
    const onlyPlaces = told.size > 0 && mask.every((content, at) => !content || told.has(at))
    const isThere = (brand: IndexBrand) => places.size === 0 || this.#places.isHome(brand, places)
    const scored = this.#ranking
      .score({ work, places: regionHits, mask, ...(onlyPlaces ? { isThere } : {}) })
      .filter(({ brand }) => !this.#places.isHome(brand, excluded))
    const inPlace = scored.filter(({ brand }) => isThere(brand) || (!onlyPlaces && this.#places.reaches(brand, places)))
    // A scrap is no answer for being in the place, where others do the work elsewhere.
    const matches = onlyPlaces ? inPlace : inTiers(withoutScraps(inPlace, scored))
    return {
      matches,
      regions: this.#places.rows(places),
      without: this.#places.rows(excluded),
      trades: this.#tradesOf(work),
      elsewhere: matches.length === 0 && places.size > 0 ? inTiers(scored) : [],
      unread: unreadOf(text, mask, hits, excluded.size > 0),
      wishes,
      ...(matches.length === 0 ? this.#asideOf(text) : {}),
    }
  }

  /** A query as it is looked up: normalised, without the wishes that nothing here answers. */
  #read(query: string): { text: string; wishes: string[] } {
    const text = this.#lexicon.normal(query.trim())
    return this.#conditions?.apartFromWishes(text) ?? { text, wishes: [] }
  }

  #asideOf(text: string): Pick<Found, 'aside'> {
    const [start, end] = otherIntent(text) ?? [0, 0]
    if (end === 0) return {}
    const rest = `${text.slice(0, start)} ${text.slice(end)}`.trim()
    // A single character is a scrap of the word that was taken away: 酒 of 酒店.
    const leads = rest.length > 1 && rest !== text && this.find(rest).matches.length > 0
    return { aside: { words: text.slice(start, end).trim(), rest: leads ? rest : '' } }
  }

  #tradesOf(hits: readonly Hit[]): TradeRow[] {
    const found = hits.filter(({ word, strength }) => word.owner.kind === 'trade' && !word.owner.cue && strength >= 0.7)
    const longest = [...found].sort((a, b) => b.word.text.length * b.strength - a.word.text.length * a.strength)
    return [...new Set(longest.map(({ word }) => this.#index.trades[word.owner.at] as TradeRow))].slice(0, TOLD)
  }
}

/** Marks what trades that stand whole consist of: 工 asks for somebody, yet in 电工 it is part of what is asked for. */
function asksForTrades(hits: readonly Hit[], text: string, mask: boolean[]): void {
  for (const { how, word, covers } of hits) {
    if (how !== 'exact' || word.owner.kind !== 'trade' || word.owner.cue || !covers.some((at) => mask[at])) continue
    for (const at of covers) if (isHan(text[at] ?? '')) mask[at] = true
  }
}
