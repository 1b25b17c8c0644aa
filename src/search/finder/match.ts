import { bucketOf, letterKeys, type PackedBucket, pairKeys, soundKeys } from './buckets.ts'
import type { Conditions, Excluded } from './conditions.ts'
import {
  type FinderIndex,
  type IndexBrand,
  type RegionRow,
  type Sounds,
  type TradeRow,
  unpackWords,
  type WordGroup,
} from './data.ts'
import type { Letters } from './letters.ts'
import {
  contentMask,
  englishStems,
  fold,
  hanRuns,
  hasConditions,
  isCommon,
  isHan,
  isLatin,
  namesPeople,
  normalise,
  otherIntent,
  type Pairs,
  pairsOf,
  push,
  REGION_SUFFIX,
  range,
  readPairs,
  readSyllables,
  SURE,
  withoutFalseFriends,
} from './text.ts'
import { type Owner, type Word, WordList } from './words.ts'

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
  main?: string
}

/** A brand that fits, best first. */
export interface Match {
  brand: IndexBrand
  score: number
  /** `best`: it does just this; `near`: it has to do with it. */
  tier: 'best' | 'near'
  reasons: Reason[]
}

/** A brand that fits, and its score without what its place adds. */
interface Scored extends Match {
  bare: number
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

/** A word that fits the query. */
export interface Hit {
  word: Word
  how: Reason['how']
  /** 0–1: how much of the word is there, and how surely. */
  strength: number
  /** Places of the query that the word explains. */
  covers: number[]
}

/** Weights of what a word belongs to. Found by judging queries; names lead, hidden terms trail. */
const WEIGHT = { name: 60, alias: 50, trade: 40, family: 32, broader: 28, term: 24, cue: 20, region: 12 } as const

/** Most that a brand gains when all of its own words fit. */
const FOCUS = 4

/** A word is known by sound only from this length on; shorter ones need a character in common. */
const SOUND_LENGTH = 3

/** Share of an alias's character pairs that must stand in the query when its words stand apart. */
const APART = 0.6

/** What a word keeps that only shares characters with a longer word which stands there whole: 绣衣服 beside 做衣服. */
const OVERSHADOWED = 0.5

/** Share of the query's content that must be explained for its best match to count. */
const UNDERSTOOD = 0.45

/** Characters of a long story that things of one trade must cover to be what it is about. */
const SEVERAL_CUES = 4

/** The same where a thing of some trade is named, by two characters or more: 跳闸, 围墙. */
const UNDERSTOOD_BY_CUE = 0.2

/** From this strength on a word explains what it covers, when it is decided whether more must be known. */
const EXPLAINED = 0.75

/** Results below this share of the best score are left out. */
const CUT = 0.3

/** Beside other words, what these stand inside of is chance: 师傅 in 香药师傅, 安装 in 电气设备安装工. */
const SAYS_NOTHING = /^(?:老?师傅|工人|[男女]工?|工?厂|[工人店老普]|安装|维修|装配|组装)$/

/** What the finder can be taught after it has been made. */
export interface Lesson {
  sounds?: Sounds
  /** Traditional characters and their simplified forms. */
  traditional?: Pairs
  /** Buckets of words, by their numbers. */
  buckets?: ReadonlyArray<readonly [number: number, bucket: PackedBucket]>
  /** How to read what a query excludes, and what it wishes for besides. */
  conditions?: Conditions
  /** How to read pinyin, initials and English. */
  letters?: Letters
}

/** What the finder has to learn before it can answer. */
export interface Wanted {
  part: keyof Lesson
  /** Numbers of the buckets. */
  buckets: readonly number[]
}

/**
 * Finds brands by everyday words. Built once from the published index, it answers from memory; `wants`
 * says what it must be taught for a query first.
 */
export class Finder {
  readonly #index: FinderIndex
  #simplify: ReadonlyMap<string, string> = new Map()
  #readsTraditional = false
  #sounds: Sounds | undefined
  #syllableOf: ReadonlyMap<string, string> = new Map()
  /** Readings of words that came in buckets. */
  readonly #readings = new Map<string, string>()
  #conditions: Conditions | undefined
  #letters: Letters | undefined
  readonly #buckets = new Set<number>()
  readonly #words = new WordList()
  /** Things and scenes of the trades. They only ever match whole, so they stay out of the list. */
  readonly #cues: Word[] = []
  /** Words that have arrived, by text and owner: one lies in several buckets. */
  readonly #known = new Set<string>()
  #last: { key: string; hits: Hit[] } | undefined
  readonly #brandsByTrade: number[][]
  /** Brands that are part of another, by that one. */
  readonly #parts = new Map<number, IndexBrand[]>()
  readonly #regionChains: number[][]

  constructor(index: FinderIndex) {
    this.#index = index
    const { brands, trades, regions, words } = index
    this.#take(words)
    trades.forEach((trade, at) => {
      this.#words.add(this.#normal(trade.name), { kind: 'trade', at })
    })
    regions.forEach((region, at) => {
      // 黔南州 is said, not 黔南布依族苗族自治州.
      const said = region.short + (/自治([州县])$/.exec(region.name)?.[1] ?? '')
      for (const word of new Set([region.short, said, region.name, region.name.replace(REGION_SUFFIX, '')])) {
        if (word.length >= 2) this.#words.add(this.#normal(word), { kind: 'region', at })
      }
    })
    this.#brandsByTrade = trades.map(() => [])
    brands.forEach((brand, at) => {
      if (brand.parent >= 0) push(this.#parts, brand.parent, brand)
      const own = new Set(brand.trades)
      for (const trade of brand.trades) {
        const parent = trades[trade]?.parent ?? -1
        if (parent >= 0) own.add(parent)
      }
      for (const trade of own) this.#brandsByTrade[trade]?.push(at)
    })
    this.#regionChains = regions.map((_, at) => {
      const chain: number[] = []
      for (let next = at; next >= 0 && !chain.includes(next); next = regions[next]?.parent ?? -1) chain.push(next)
      return chain
    })
  }

  /** Teaches the finder more of the published index. */
  learn({ sounds, traditional, conditions, letters, buckets = [] }: Lesson): void {
    this.#conditions ??= conditions
    this.#letters ??= letters
    if (traditional !== undefined) {
      this.#simplify = readPairs(traditional)
      this.#readsTraditional = true
    }
    if (sounds) {
      this.#sounds = sounds
      this.#syllableOf = readSyllables(sounds.common, sounds.others)
      this.#words.read({
        syllableOf: this.#syllableOf,
        ofWord: (text) => sounds.readings[text] ?? this.#readings.get(text),
      })
    }
    for (const [number, { words, readings }] of buckets) {
      if (this.#buckets.has(number)) continue
      this.#buckets.add(number)
      for (const [text, reading] of Object.entries(readings)) this.#readings.set(text, reading)
      this.#take(unpackWords(words))
    }
    this.#last = undefined
  }

  /**
   * What the finder must learn next before it answers; nothing where what it knows explains the whole query, so
   * that knowing more would not change the answer.
   */
  wants(query: string): Wanted | undefined {
    if (!this.#conditions && hasConditions(this.#normal(query))) return { part: 'conditions', buckets: [] }
    const { text } = this.#read(query)
    if (!this.#letters && /[a-z]/.test(text)) return { part: 'letters', buckets: [] }
    const mask = contentMask(text)
    const { complete, buckets: number } = this.#index
    const lacking = (keys: readonly string[]): Wanted | undefined => {
      const buckets = [...new Set(keys.map((key) => bucketOf(key, number)))].filter((at) => !this.#buckets.has(at))
      return buckets.length > 0 ? { part: 'buckets', buckets } : undefined
    }
    // Of a large catalogue the words themselves are still to come; of a small one only the cues.
    const words = complete ? undefined : lacking(pairKeys(text, mask))
    if (words) return words
    const open = this.#unexplained(text, mask)
    if (!open.includes(true)) return undefined
    const strange = (character: string) => isHan(character) && !this.#words.has(character) && !isCommon(character)
    if (!this.#readsTraditional && [...text].some(strange)) return { part: 'traditional', buckets: [] }
    // Things and scenes travel lighter than sounds; letters alone can only be sounds.
    const cues = lacking(pairKeys(text, open).filter((key) => key.length > 1))
    if (cues) return cues
    if (!this.#sounds) return { part: 'sounds', buckets: [] }
    if (complete) return undefined
    const letters = this.#letters?.lettersOf(text) ?? ''
    const syllables = new Set(this.#syllableOf.values())
    return lacking([...soundKeys(text, mask, this.#syllableOf), ...letterKeys(letters, syllables)])
  }

  /** Marks what carries content and is not explained by whole words known: 服装 of 服装制版师 does not tell what 服装cad is. */
  #unexplained(text: string, mask: readonly boolean[]): boolean[] {
    const covered = new Set(
      this.#hits(text, mask).flatMap(({ how, strength, covers }) =>
        strength >= EXPLAINED && how !== 'part' ? covers : [],
      ),
    )
    return mask.map((content, at) => content && !covered.has(at))
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

    const hits = this.#hits(text, mask)
    // 工 asks for somebody, yet in 电工 it is part of what is asked for.
    for (const { how, word, covers } of hits) {
      if (how !== 'exact' || word.owner.kind !== 'trade' || word.owner.cue || !covers.some((at) => mask[at])) continue
      for (const at of covers) if (isHan(text[at] ?? '')) mask[at] = true
    }
    if (hits.length === 0) return { ...nothing, ...this.#asideOf(text) }
    const { out, words: excluding } = this.#conditions?.excludedIn(text, hits) ?? NOT_EXCLUDED
    for (const at of excluding) mask[at] = false
    const places = this.#places(hits.filter((hit) => !out.has(hit)))
    const excluded = this.#places(hits.filter((hit) => hit.word.owner.kind !== 'region' || out.has(hit)))
    const explained = (list: readonly Hit[]) => new Set(list.flatMap((hit) => hit.covers).filter((at) => mask[at]))
    const content = mask.filter(Boolean).length
    // 广西 in 广西玉林 only says where 玉林 is.
    const around = new Set([...places, ...excluded].flatMap((at) => this.#regionChains[at] ?? []))
    const regionHits = hits.filter((hit) => hit.word.owner.kind === 'region' && around.has(hit.word.owner.at))
    const workHits = hits.filter((hit) => hit.word.owner.kind !== 'region')

    // A query that names only places asks for everything there.
    const onlyPlaces = regionHits.length > 0 && explained(regionHits).size >= content
    const isHere = (brand: IndexBrand) => places.size === 0 || this.#liesIn(brand, places)
    const scored = this.#score(workHits, regionHits, mask, content, onlyPlaces ? isHere : undefined).filter(
      ({ brand }) => !this.#liesIn(brand, excluded),
    )
    const inPlace = scored.filter(({ brand }) => isHere(brand) || (!onlyPlaces && this.#reaches(brand, places)))
    // A scrap is no answer for being in the place, where others do the work elsewhere.
    const least = Math.max(0, ...scored.map(({ bare }) => bare)) * CUT
    const kept = onlyPlaces ? inPlace : this.#cut(inPlace.filter(({ bare }) => bare >= least))
    return {
      matches: kept,
      regions: this.#regionsAt(places),
      without: this.#regionsAt(excluded),
      trades: this.#tradesOf(workHits),
      elsewhere: kept.length === 0 && places.size > 0 ? this.#cut(scored) : [],
      unread: unreadOf(text, mask, hits, excluded.size > 0),
      wishes,
      ...(kept.length === 0 ? this.#asideOf(text) : {}),
    }
  }

  #take(groups: readonly WordGroup[]): void {
    const { complete, trades } = this.#index
    for (const { texts, kind, at } of groups) {
      const owner: Owner =
        kind === 'region' || kind === 'trade'
          ? { kind, at }
          : kind === 'cue'
            ? { kind: 'trade', at, cue: true }
            : { kind: 'brand', at, as: kind }
      for (const text of texts.split('\n')) {
        if (!complete) {
          const key = `${kind} ${at} ${text}`
          if (this.#known.has(key)) continue
          this.#known.add(key)
        }
        if (kind === 'region') this.#addPlace(text, at - 1)
        else if (kind === 'cue') this.#cues.push({ text: this.#normal(text), owner, at: -1 })
        else {
          if (kind === 'trade') trades[at]?.aliases.push(text)
          this.#words.add(this.#normal(text), owner)
        }
      }
    }
  }

  /** A place that has no brands: its name and its short name. */
  #addPlace(text: string, parent: number): void {
    const [name = '', short = name] = text.split(' ')
    const at = this.#index.regions.push({ id: '', name, short, parent }) - 1
    this.#regionChains.push([at, ...(this.#regionChains[parent] ?? [])])
    for (const word of new Set([name, short])) this.#words.add(this.#normal(word), { kind: 'region', at })
  }

  /** A query as it is looked up: normalised, without the wishes that nothing here answers. */
  #read(query: string): { text: string; wishes: string[] } {
    const text = this.#normal(query.trim())
    return this.#conditions?.apartFromWishes(text) ?? { text, wishes: [] }
  }

  #normal(text: string): string {
    return normalise(text, this.#simplify)
  }

  /** The hits of a query; those of the last one are kept, because it is looked at before it is answered. */
  #hits(text: string, mask: readonly boolean[]): Hit[] {
    const key = `${text} ${mask.map(Number).join('')}`
    if (this.#last?.key !== key) this.#last = { key, hits: this.#newHits(text, mask) }
    return this.#last.hits
  }

  #newHits(text: string, mask: readonly boolean[]): Hit[] {
    const best = new Map<Word, Hit>()
    const keep = (hit: Hit) => {
      const before = best.get(hit.word)
      if (!before || hit.strength > before.strength) best.set(hit.word, hit)
    }
    for (const hit of this.#codeHits(text)) keep(hit)
    for (const hit of this.#hanHits(text, mask)) keep(hit)
    for (const hit of this.#cueHits(text, mask)) keep(hit)
    for (const hit of this.#letters?.latinHits(text, this.#words) ?? []) keep(hit)
    for (const hit of swallowed([...best.values()])) best.delete(hit.word)
    for (const hit of overshadowed([...best.values()]))
      best.set(hit.word, { ...hit, strength: hit.strength * OVERSHADOWED })
    const covered = new Set([...best.values()].flatMap((hit) => hit.covers))
    const unexplained = [...mask.keys()].filter((at) => mask[at] && !covered.has(at) && isHan(text[at] as string))
    if (unexplained.length > 0 && this.#sounds) {
      const written = new Set([...best.values()].flatMap(({ how, covers }) => (how === 'exact' ? covers : [])))
      for (const hit of this.#soundHits(text, mask)) if (isHeard(hit, text, mask, written)) keep(hit)
    }
    for (const hit of this.#slipHits(text)) keep(hit)
    return asMeant([...best.values()], text, mask)
  }

  /** Things and scenes that the query names, and trades in English. */
  #cueHits(text: string, mask: readonly boolean[]): Hit[] {
    const plain = withoutFalseFriends(text)
    const asked = englishStems(text)
    return this.#cues.flatMap((word): Hit[] => {
      if (isLatin(word.text)) return this.#letters?.englishHit(word, asked, text) ?? []
      const at = plain.indexOf(word.text)
      if (at < 0) return []
      const covers = range(at, word.text.length)
      return covers.some((place) => mask[place]) ? [{ word, how: 'exact', strength: 1, covers }] : []
    })
  }

  /** A code of the occupational classification, with or without its hyphens. */
  #codeHits(text: string): Hit[] {
    const digits = text.replace(/[^0-9]/g, '')
    if (digits.length !== 7 || /[^0-9\s.-]/.test(text)) return []
    return this.#index.trades.flatMap(({ name, code }, at) => {
      if (code?.replaceAll('-', '') !== digits) return []
      const named = this.#words.holding(`\n${this.#normal(name)}\n`)
      const own = named.find(({ owner }) => owner.kind === 'trade' && owner.at === at)
      return own ? [{ word: own, how: 'exact', strength: 1, covers: [...text].map((_, place) => place) }] : []
    })
  }

  #hanHits(text: string, mask: readonly boolean[]): Hit[] {
    const hits: Hit[] = []
    const plain = withoutFalseFriends(text)
    for (const run of hanRuns(text)) {
      for (const word of this.#words.holdingAny(pairsOf(run.text))) {
        const hit = this.#hanHit(word, run, mask)
        // 茶师 in 奶茶师.
        if (hit?.how === 'exact' && !plain.includes(word.text) && withoutFalseFriends(word.text) === word.text) continue
        if (hit) hits.push(hit)
      }
      hits.push(...this.#partHits(run, mask))
    }
    return hits
  }

  /** A whole word in the query, or most of its pairs standing apart. */
  #hanHit(word: Word, run: { start: number; text: string }, mask: readonly boolean[]): Hit | undefined {
    const at = run.text.indexOf(word.text)
    if (at >= 0 && word.text.length >= 2) {
      return { word, how: 'exact', strength: 1, covers: range(run.start + at, word.text.length) }
    }
    if (word.text.length < 4 || word.owner.kind === 'region') return undefined
    // Every character must be there: 电器维修 is not 乐器维修.
    for (const character of word.text) if (character !== '的' && !run.text.includes(character)) return undefined
    const pairs = pairsOf(word.text)
    const found = pairs.flatMap((pair) => {
      const place = run.text.indexOf(pair)
      return place >= 0 ? [place] : []
    })
    const covers = [...new Set(found.flatMap((place) => [run.start + place, run.start + place + 1]))]
    if (found.length < pairs.length * APART || !covers.some((place) => mask[place])) return undefined
    // And it must be so in a pair.
    const there = new Set(covers.map((place) => run.text[place - run.start]))
    if ([...word.text].some((character) => character !== '的' && !there.has(character))) return undefined
    return { word, how: 'part', strength: 0.7 * (found.length / pairs.length), covers }
  }

  /** What was typed stands inside a word: 安吉他 in 正安吉他工匠, 缝 in 缝纫工. */
  #partHits(run: { start: number; text: string }, mask: readonly boolean[]): Hit[] {
    // A single character says something only where nothing else is asked: 缝 in 会缝的, not 计 in 会计师.
    const asked = run.text.replace(/^[会能要想招找请有]+|[的了吗呢人]+$/g, '')
    const meant = withoutFalseFriends(run.text)
    const says = (text: string) =>
      meant.includes(text) && (text === run.text || (!SAYS_NOTHING.test(text) && (text.length > 1 || text === asked)))
    const pieces = contentRuns(run, mask).filter(({ text }) => says(text))
    return pieces.flatMap((piece) => {
      return this.#words.holding(piece.text).flatMap((word): Hit[] => {
        if (word.owner.kind === 'region') return []
        const share = piece.text.length / word.text.length
        // One character says little: it must be a good part of the word, or of a brand's name.
        if (piece.text.length === 1 && share < 0.3 && !(word.owner.kind === 'brand' && word.owner.as === 'name'))
          return []
        return [{ word, how: 'part', strength: 0.45 + 0.5 * share, covers: range(piece.start, piece.text.length) }]
      })
    })
  }

  /** Words that sound like a stretch of the query: 福棉裁缝 for 福绵裁缝. */
  #soundHits(text: string, mask: readonly boolean[]): Hit[] {
    const hits: Hit[] = []
    for (const run of hanRuns(text)) {
      const sounds = [...run.text].map((character) => this.#syllableOf.get(character) ?? '')
      for (const how of ['exact', 'folded'] as const) {
        const heard = how === 'exact' ? sounds : sounds.map(fold)
        for (let at = 0; at + 1 < heard.length; at++) {
          const [first, second] = [heard[at], heard[at + 1]]
          if (!first || !second) continue
          for (const word of this.#words.soundingLike(first, second, how)) {
            const hit = soundHit(word, this.#words.syllables(word, how), run, at, heard, how === 'exact', mask)
            if (hit) hits.push(hit)
          }
        }
      }
      hits.push(...this.#inner(run, sounds))
      if (sounds.includes('')) hits.push(...this.#rareHits(run, sounds))
    }
    return hits
  }

  /** A word with a rare character in place of one of its own, whose sound is not known here: 牛楠粉. */
  #rareHits(run: { start: number; text: string }, sounds: readonly string[]): Hit[] {
    return this.#words.holdingAny(run.text).flatMap((word): Hit[] => {
      if (word.text.length < 3 || word.owner.kind === 'region') return []
      const at = rareAt(word.text, run.text, sounds)
      return at < 0 ? [] : [{ word, how: 'sound', strength: 0.7, covers: range(run.start + at, word.text.length) }]
    })
  }

  /** A short query that sounds like a stretch inside a name: 秀娘 in 贵州绣娘, one wrong character in 正安吉它工匠. */
  #inner(run: { start: number; text: string }, sounds: readonly string[]): Hit[] {
    if (run.text.length < 2 || sounds.includes('')) return []
    return this.#words.sounding(sounds).flatMap((word): Hit[] => {
      const spoken = this.#words.syllables(word)
      if (word.owner.kind === 'region' || spoken.length <= sounds.length) return []
      // Two syllables are the beginning or the end of a word: 汽修 is not the middle of 乐器修理.
      const joined = `\n${spoken.join(' ')}\n`
      if (
        sounds.length === 2 &&
        !joined.includes(`\n${sounds.join(' ')} `) &&
        !joined.includes(` ${sounds.join(' ')}\n`)
      )
        return []
      if (![...run.text].some((character) => word.text.includes(character))) return []
      const share = run.text.length / word.text.length
      return [{ word, how: 'sound', strength: 0.35 + 0.4 * share, covers: range(run.start, run.text.length) }]
    })
  }

  /** A brand's name with one character wrong or missing: 牛楠粉师傅, 福绵栽缝, 正安吉他匠. */
  #slipHits(text: string): Hit[] {
    return hanRuns(text).flatMap((run) => {
      return this.#words.holdingAny(pairsOf(run.text)).flatMap((word): Hit[] => {
        if (word.owner.kind !== 'brand' || word.owner.as !== 'name' || word.text.length < 4) return []
        const at = slipAt(word.text, run.text)
        return at < 0
          ? []
          : [
              {
                word,
                how: 'part',
                strength: 0.7,
                covers: range(run.start + at, Math.min(word.text.length, run.text.length - at)),
              },
            ]
      })
    })
  }

  /** The regions named; a region inside another named one is the one meant. */
  #places(hits: readonly Hit[]): Set<number> {
    // 桂林 in 桂林米粉 is a dish, in 桂林 米粉 a place.
    // 遵义 in 遵义月嫂, which somebody searched for, stays a place; 黔西 in 黔西南 is another.
    const things = hits.filter(
      ({ word: { owner }, how }) => how === 'exact' && (owner.kind !== 'brand' || owner.as === 'name'),
    )
    const named = hits.flatMap(({ word, strength, covers }) =>
      word.owner.kind === 'region' && strength >= 0.7 && !isInside(covers, things) ? [word.owner.at] : [],
    )
    return new Set(
      named.filter((at) => !named.some((other) => other !== at && this.#regionChains[other]?.includes(at))),
    )
  }

  #asideOf(text: string): Pick<Found, 'aside'> {
    const [start, end] = otherIntent(text) ?? [0, 0]
    if (end === 0) return {}
    const rest = `${text.slice(0, start)} ${text.slice(end)}`.trim()
    // A single character is a scrap of the word that was taken away: 酒 of 酒店.
    const leads = rest.length > 1 && rest !== text && this.find(rest).matches.length > 0
    return { aside: { words: text.slice(start, end).trim(), rest: leads ? rest : '' } }
  }

  #regionsAt(places: ReadonlySet<number>): RegionRow[] {
    return [...places].map((at) => this.#index.regions[at] as RegionRow)
  }

  /** Whether the brand is at home in one of the places or anywhere below one. */
  #liesIn(brand: IndexBrand, places: ReadonlySet<number>): boolean {
    return (this.#regionChains[brand.region] ?? []).some((at) => places.has(at))
  }

  /** Whether the brand belongs to a whole province or prefecture that one of the places is part of. */
  #reaches(brand: IndexBrand, places: ReadonlySet<number>): boolean {
    return [...places].some((place) => this.#regionChains[place]?.includes(brand.region))
  }

  #score(
    workHits: readonly Hit[],
    regionHits: readonly Hit[],
    mask: readonly boolean[],
    content: number,
    only?: (brand: IndexBrand) => boolean,
  ): Scored[] {
    const perBrand = new Map<number, Array<{ hit: Hit; weight: number; reason: Reason }>>()
    const give = (brand: number, hit: Hit, weight: number, reason: Reason) =>
      push(perBrand, brand, { hit, weight, reason })
    const inRegion = new Set(regionHits.flatMap((hit) => hit.covers))
    for (const hit of workHits) {
      const { owner, text } = hit.word
      // 贵州 in 贵州 吉他 is a place; it does not also speak for 贵州绣娘.
      if (hit.covers.every((place) => inRegion.has(place))) continue
      if (owner.kind === 'brand') {
        give(owner.at, hit, WEIGHT[owner.as], { of: owner.as, word: text, how: hit.how, owner: '' })
      } else if (owner.kind === 'trade') {
        const trade = this.#index.trades[owner.at] as TradeRow
        const of = owner.cue ? 'cue' : trade.parent < 0 ? 'family' : 'trade'
        for (const brand of this.#brandsByTrade[owner.at] ?? []) {
          const main = this.#mainBeside(brand, trade)
          give(brand, hit, WEIGHT[of] * this.#devotion(brand, owner.at), {
            of,
            word: text,
            how: hit.how,
            owner: trade.name,
            ...(main ? { main } : {}),
          })
        }
        const broader = trade.broader === undefined ? undefined : this.#index.trades[trade.broader]
        for (const brand of broader ? (this.#brandsByTrade[trade.broader as number] ?? []) : []) {
          const weight = owner.cue ? (WEIGHT.cue * WEIGHT.broader) / WEIGHT.trade : WEIGHT.broader
          give(brand, hit, weight, { of: 'broader', word: text, how: hit.how, owner: broader?.name ?? '' })
        }
      }
    }
    if (only) {
      this.#index.brands.forEach((brand, at) => {
        if (only(brand) && !perBrand.has(at)) perBrand.set(at, [])
      })
    }
    const matches: Scored[] = []
    const regionCovers = regionHits.flatMap((hit) => hit.covers)
    for (const [at, list] of perBrand) {
      const brand = this.#index.brands[at] as IndexBrand
      // Of words that weigh the same, the longer says more: 中药炮制 before 炮制.
      list.sort(
        (a, b) => b.weight * b.hit.strength - a.weight * a.hit.strength || b.hit.covers.length - a.hit.covers.length,
      )
      const top = list[0]
      const covers = new Set([...list.flatMap(({ hit }) => hit.covers), ...regionCovers].filter((place) => mask[place]))
      const coverage = content === 0 ? 1 : covers.size / content
      if (
        !only &&
        !(
          top &&
          this.#understood(
            list.map(({ hit }) => hit),
            coverage,
          )
        )
      )
        continue
      const region = this.#index.regions[brand.region] as RegionRow
      let score = top ? top.weight * top.hit.strength : 0
      // A second and third word that explain other parts of the query add to the first.
      const seen = new Set(top?.hit.covers ?? [])
      for (const { hit, weight } of list.slice(1)) {
        const fresh = hit.covers.filter((place) => !seen.has(place)).length
        if (fresh === 0) continue
        for (const place of hit.covers) seen.add(place)
        score += 0.5 * weight * hit.strength * (fresh / hit.covers.length)
      }
      score *= 0.6 + 0.4 * coverage
      // Between brands of one trade, the one that speaks of little else leads.
      const own = new Set(list.filter(({ hit }) => hit.word.owner.kind === 'brand').map(({ hit }) => hit.word)).size
      score += (FOCUS * own) / (1 + brand.words)
      if (top && this.#leavesToPart(at, top.hit)) score *= 0.85
      const bare = score
      if (regionHits.length > 0) score += WEIGHT.region * this.#nearness(brand, regionHits)
      const reasons = reasonsOf(list, mask)
      if (reasons.length === 0) reasons.push({ of: 'region', word: region.short, how: 'exact', owner: region.name })
      matches.push({ brand, score, tier: 'best', reasons, bare })
    }
    // What rounds to the same point is told apart by chance only; then the order of the index decides, where of one trade
    // those come first of whom most is known.
    return matches.sort((a, b) => Math.round(b.score) - Math.round(a.score) || a.brand.at - b.brand.at)
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

  /** 1 where the brand is at home in a place named, less inside it, least where it only reaches there. */
  #nearness(brand: IndexBrand, regionHits: readonly Hit[]): number {
    const places = new Set(regionHits.map(({ word }) => word.owner.at))
    if (places.has(brand.region)) return 1
    return this.#liesIn(brand, places) ? 0.8 : 0
  }

  /** Whether the words found are what was asked, not chance: a whole word, or enough of the query. */
  #understood(hits: readonly Hit[], coverage: number): boolean {
    const isCue = ({ word }: Hit) => word.owner.kind === 'trade' && word.owner.cue
    const whole = hits.some(
      (hit) => !isCue(hit) && ((hit.how === 'exact' && hit.word.text.length >= 2) || hit.strength >= SURE),
    )
    const named = new Set(hits.flatMap((hit) => (isCue(hit) && hit.word.text.length >= 2 ? hit.covers : []))).size
    return whole || named >= SEVERAL_CUES || coverage >= (named > 0 ? UNDERSTOOD_BY_CUE : UNDERSTOOD)
  }

  /** Drops what is far behind the best, and says which results merely have to do with the query. */
  #cut(sorted: readonly Match[]): Match[] {
    const best = sorted[0]?.score ?? 0
    // Whoever does it beside another craft is near; so is whoever does it as a part of a wider trade, as long as somebody does just this.
    const isWider = ({ reasons: [first] }: Match) => first?.of === 'broader'
    const fits = sorted.filter(({ score, reasons: [first] }) => score >= best * 0.6 && !first?.main)
    const direct = fits.filter((match) => !isWider(match))
    const first = new Set(direct.length > 0 ? direct : fits)
    const others = sorted.filter((match) => match.score >= best * CUT && !first.has(match))
    return [
      ...[...first].map((match): Match => ({ ...match, tier: 'best' })),
      ...others.map((match): Match => ({ ...match, tier: 'near' })),
    ]
  }

  #tradesOf(hits: readonly Hit[]): TradeRow[] {
    const found = hits.filter(({ word, strength }) => word.owner.kind === 'trade' && !word.owner.cue && strength >= 0.7)
    const longest = [...found].sort((a, b) => b.word.text.length * b.strength - a.word.text.length * a.strength)
    return [...new Set(longest.map(({ word }) => this.#index.trades[word.owner.at] as TradeRow))].slice(0, 3)
  }
}

/** A word heard from place `at` of a run: all of it, or nothing. */
function soundHit(
  word: Word,
  sounds: readonly string[],
  run: { start: number; text: string },
  at: number,
  heard: readonly string[],
  exact: boolean,
  mask: readonly boolean[],
): Hit | undefined {
  if (sounds.some((sound, offset) => heard[at + offset] !== sound)) return undefined
  const stretch = run.text.slice(at, at + sounds.length)
  const common = [...stretch].filter((character, offset) => word.text[offset] === character).length
  if (common === sounds.length) return undefined
  if (common === 0 && (sounds.length < SOUND_LENGTH || !exact)) return undefined
  const covers = range(run.start + at, sounds.length)
  if (!covers.some((place) => mask[place])) return undefined
  return { word, how: 'sound', strength: (exact ? 0.9 : 0.75) * (0.7 + 0.3 * (common / sounds.length)), covers }
}

/**
 * Whether a word that sounds like a stretch of the query can be meant there. What is written letter by letter is not heard as
 * another word too (电工 as 钟点工), and two syllables are not cut out of a longer word that nobody knows (漆工 of 夫妻工).
 * @param written places that words explain as they stand
 */
function isHeard({ word, covers }: Hit, text: string, mask: readonly boolean[], written: ReadonlySet<number>): boolean {
  if (covers.every((at) => written.has(at))) return false
  if (word.text.length > 2) return true
  const isOpen = (at: number) => mask[at] === true && isHan(text[at] ?? '') && !written.has(at)
  return !isOpen((covers[0] as number) - 1) && !isOpen((covers.at(-1) as number) + 1)
}

/** The reasons worth telling: whole words before parts, and a second one only for what the first leaves open. */
function reasonsOf(list: ReadonlyArray<{ hit: Hit; reason: Reason }>, mask: readonly boolean[]): Reason[] {
  const [first, ...rest] = [...list].sort((a, b) => Number(b.hit.how === 'exact') - Number(a.hit.how === 'exact'))
  if (!first) return []
  const second = rest.find(({ hit }) => hit.covers.some((at) => mask[at] && !first.hit.covers.includes(at)))
  return second ? [first.reason, second.reason] : [first.reason]
}

/**
 * Hits without those that the query does not mean. Where it asks to buy a thing or to learn it, only
 * people count, and words that say just that (家政培训). 做茶 in 做茶杯 is not what is made there.
 */
function asMeant(hits: readonly Hit[], text: string, mask: readonly boolean[]): Hit[] {
  const intent = otherIntent(text)
  const whole = hits.filter(({ how, word }) => how === 'exact' && word.owner.kind !== 'region')
  const content = (hit: Hit) => hit.covers.filter((at) => mask[at])
  return hits.filter((hit) => {
    const { word, how, covers } = hit
    if (word.owner.kind === 'region') return true
    if (intent) {
      if (how !== 'exact' || (word.owner.kind === 'trade' && word.owner.cue)) return false
      const [start, end] = intent
      const saysSo = covers.includes(start) && covers.includes(end - 1) && covers.length > end - start
      return saysSo || namesPeople(word.text)
    }
    const own = content(hit)
    return !whole.some((other) => {
      if (!other.covers.some((at) => !covers.includes(at)) || covers.every((at) => other.covers.includes(at)))
        return false
      const theirs = content(other)
      return own.length > 0 && own.length < theirs.length && own.every((at) => theirs.includes(at))
    })
  })
}

/** Not in 是不是, 要不要: these only ask. */
const EXCLUDING = /(?:^|[^是要用在找招请])(除[了开]|[之以]外|不[要是找用])/

/**
 * The words of a query that led nowhere, in its order; of a single character nobody can tell.
 * @param excludes whether words that exclude have been understood
 */
function unreadOf(text: string, mask: readonly boolean[], hits: readonly Hit[], excludes: boolean): string[] {
  const known = new Set(hits.flatMap(({ covers }) => covers))
  const open = text.replace(/./g, (unit, at: number) => (mask[at] && !known.has(at) && isHan(unit) ? unit : ' '))
  const words = [(!excludes && EXCLUDING.exec(text)?.[1]) || '', ...open.split(' ')]
  return [...new Set(words)].filter((word) => word.length > 1)
}

/** Whether one of these hits covers the places and more. */
const isInside = (covers: readonly number[], hits: readonly Hit[]): boolean =>
  hits.some((hit) => hit.covers.length > covers.length && covers.every((at) => hit.covers.includes(at)))

/** Cues that only stand inside a longer word of ours, 粉 in 粉刷, and trades inside longer trades, 阿姨 in 保洁阿姨. */
function swallowed(hits: readonly Hit[]): Hit[] {
  const whole = hits.filter(({ how }) => how === 'exact')
  const trades = whole.filter(({ word: { owner } }) => owner.kind === 'trade' && !owner.cue)
  return whole.filter(
    ({ word: { owner }, covers }) => owner.kind === 'trade' && isInside(covers, owner.cue ? whole : trades),
  )
}

/** Words of which only a part stands in the query, where a word that holds that part stands whole. */
function overshadowed(hits: readonly Hit[]): Hit[] {
  const whole = hits.filter(({ how, word }) => how === 'exact' && word.owner.kind !== 'region')
  return hits.filter(({ how, covers }) => how === 'part' && isInside(covers, whole))
}

const NOT_EXCLUDED: Excluded = { out: new Set(), words: [] }

/** Where `word` stands in `text` but for one character without a sound; -1 if nowhere. */
function rareAt(word: string, text: string, sounds: readonly string[]): number {
  for (let at = 0; at + word.length <= text.length; at++) {
    let wrong = 0
    let place = at
    for (let offset = 0; offset < word.length && wrong < 2; offset++) {
      if (text[at + offset] === word[offset]) continue
      wrong++
      place = at + offset
    }
    if (wrong === 1 && sounds[place] === '') return at
  }
  return -1
}

/** Where `name` stands in `text` with at most one character changed or left out; -1 if nowhere. */
function slipAt(name: string, text: string): number {
  for (let at = 0; at <= text.length - name.length; at++) {
    let wrong = 0
    for (let offset = 0; offset < name.length && wrong < 2; offset++) if (text[at + offset] !== name[offset]) wrong++
    if (wrong < 2) return at
  }
  if (text.length !== name.length - 1) return -1
  let skip = 0
  while (skip < text.length && text[skip] === name[skip]) skip++
  return text.slice(skip) === name.slice(skip + 1) ? 0 : -1
}

/** Stretches of a run that carry content. */
function contentRuns(
  run: { start: number; text: string },
  mask: readonly boolean[],
): Array<{ start: number; text: string }> {
  const runs: Array<{ start: number; text: string }> = []
  let open: { start: number; text: string } | undefined
  for (const [offset, character] of [...run.text].entries()) {
    if (!mask[run.start + offset]) open = undefined
    else if (open) open.text += character
    else {
      open = { start: run.start + offset, text: character }
      runs.push(open)
    }
  }
  return runs
}
