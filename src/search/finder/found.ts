import type { IndexBrand, RegionRow, TradeRow } from './data.ts'

/** Why a brand was found: shown under the result. */
export interface Reason {
  /** What matched: the brand's name, a trade … */
  of: 'name' | 'alias' | 'trade' | 'family' | 'broader' | 'term' | 'cue' | 'region'
  /** The word of ours that matched. */
  word: string
  /** How it matched when not letter by letter. */
  how: 'exact' | 'part' | 'sound' | 'pinyin' | 'initials'
  /** The trade, family or region it belongs to, where that is not the word itself. */
  owner: string
  /** The brand's main trade, where the one that matched is of another family: carpenters in a guitar factory. */
  main?: string | undefined
}

/** A brand that fits, best first. */
export interface Match {
  brand: IndexBrand
  score: number
  /** `best`: it does just this; `near`: it has to do with it. */
  tier: 'best' | 'near'
  reasons: Reason[]
}

/** What the finder made of a query. */
export interface Found {
  matches: Match[]
  /** Regions the query names; only their brands are in `matches`. */
  regions: RegionRow[]
  /** Regions the query excludes: 不要贵州的, 贵州以外. None of their brands is in `matches`. */
  without?: RegionRow[]
  /** Trades and families the query names. */
  trades: TradeRow[]
  /** Brands that do the work elsewhere, when none does in the region that was named. */
  elsewhere: Match[]
  /** Words that nothing of ours explains, and those that exclude, which are not understood: 门卫 in 酒厂招门卫, 除了. */
  unread?: string[]
  /** Words that ask for something else than people who make (批发, 培训), and the query without them; empty where that finds nothing. */
  aside?: { words: string; rest: string }
  /** Wishes that nothing here answers, as they were said: 5000一个月, 持证上岗. */
  wishes?: string[]
}
