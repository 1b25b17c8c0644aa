/**
 * The published index of the finder: everything a browser needs to find a brand by trade, place or
 * name in plain words.
 *
 * `FinderData` is the whole of it, as the build knows it. What travels is less. The index has the
 * structure: trades, regions, and of every brand its trades, its region and what it is filtered by.
 * While the catalogue is small its words are in there too; when it grows they lie in buckets
 * (`buckets.ts`), of which a query fetches the few that can hold its words. What only harder
 * questions need travels apart: cues (in buckets), sounds, traditional characters.
 */
export interface FinderData {
  brands: BrandRow[]
  trades: TradeRow[]
  regions: RegionRow[]
}

/**
 * By trade: things and scenes that people name when they mean it (跳闸, 插座). Matched, never shown as
 * its name.
 */
export type Cues = string[][]

/** A brand: what is matched, and what a result shows and filters by. */
export interface BrandRow {
  id: string
  name: string
  /** Index of its region; -1 for none. */
  region: number
  /** Trades, the main one first. */
  trades: number[]
  /** Other names, products, skills: shown as the reason for a match. */
  words: string[]
  /** Words people type; matched, never shown as fact. */
  terms: string[]
  /** Index of the brand that this one is part of; -1 for none. */
  parent: number
  facets: BrandFacets
}

/** What results can be narrowed by. */
export interface BrandFacets {
  field: string
  series: string
  industry: string
  /** Published number of workers as a band; one a line where sources disagree and it falls into several. */
  scale: string
  /** Certificates that a source says its people hold, one a line. */
  certificate: string
}

/** A trade or a family of trades. */
export interface TradeRow {
  id: string
  name: string
  /** Index of the family; -1 for a family. */
  parent: number
  aliases: string[]
  code: string | undefined
  /** Index of the occupation that includes it: whoever has that one may do this. */
  broader: number | undefined
}

/** A region. */
export interface RegionRow {
  id: string
  name: string
  short: string
  parent: number
}

/** How characters sound: for pinyin and for slips of the input method. */
export interface Sounds {
  /**
   * Syllables of the 3,755 common characters in the order of GB 2312, which is that of their pinyin,
   * each with the length of its run: `a2 ai13 an9`.
   */
  common: string
  /** Characters of our words that the runs do not have, by syllable: `mi 糸`. */
  others: Record<string, string>
  /** Words whose reading is not that of their characters one by one: 乐器 → yue qi. */
  readings: Record<string, string>
}

/**
 * What a word of the index is to its owner, a brand or a trade. A `region` has no brands and so is no
 * row of the index; its text is its name and its short name, its owner the nearest one around it that is.
 */
export const WORD_KINDS = ['name', 'alias', 'term', 'trade', 'cue', 'region'] as const

export type WordKind = (typeof WORD_KINDS)[number]

/** A word that can be matched, and whose it is: index of a brand, of a trade, or of a region plus one, 0 for none. */
export interface IndexWord {
  text: string
  kind: WordKind
  at: number
}

/** A brand as the finder knows it before its words are there. */
export interface IndexBrand {
  /** Place in the index; also tells where its card is. */
  at: number
  region: number
  trades: readonly number[]
  parent: number
  facets: BrandFacets
  /** Number of its aliases and terms. */
  words: number
}

/** The index as the finder reads it. Trades have the aliases that have arrived. */
export interface FinderIndex {
  /** Names the files that belong to this index. */
  version: string
  brands: IndexBrand[]
  trades: TradeRow[]
  regions: RegionRow[]
  /** Ids of the brands, where they travel with the index. */
  ids: readonly string[]
  words: WordGroup[]
  /** Whether all words but cues are in `words`. */
  complete: boolean
  /** Number of buckets in which the other words lie. */
  buckets: number
}

/** The words of one kind that one owner has, one a line. */
export interface WordGroup extends Omit<IndexWord, 'text'> {
  texts: string
}

/** The index as it travels: columns instead of rows, repeated values as differences. */
export interface PackedFinder {
  version: string
  /** Ids of brands, one a line; empty when only cards have them. */
  ids: string
  /** Per brand: region; trades, the first as the difference to the brand before, the others to the first. */
  regions: number[]
  trades: number[][]
  /** Place and whole of those that are part of another. */
  parents: Array<[brand: number, whole: number]>
  /** Per brand, the place of its facets in `facets`; and how many words it has, where they are not here. */
  kinds: number[]
  counts: number[]
  /** Every combination that occurs, as places in `values`, one list per facet. */
  facets: number[][]
  values: string[][]
  /** Trades and regions: ids and names one a line, parents as differences to the own place; `broader` of a few. */
  trade: { ids: string; names: string; parents: number[]; codes: string; broader: Array<[number, number]> }
  /** `shorts` is empty where the name says it. */
  region: { ids: string; names: string; shorts: string; parents: number[] }
  words: PackedWords
  complete: boolean
  buckets: number
}

/**
 * Words on the wire. Owners are numbered, place × kinds + kind, and sorted; each is the difference to
 * the one before. Texts: words of one owner by line, owners by tab.
 */
export type PackedWords = [owners: number[], texts: string]

const FACET_NAMES = ['field', 'series', 'industry', 'scale', 'certificate'] as const satisfies ReadonlyArray<
  keyof BrandFacets
>

const join = (words: readonly string[]): string => words.join('\n')
const split = (text: string): string[] => (text ? text.split('\n') : [])

/** Packs words for the wire. */
export function packWords(words: readonly IndexWord[]): PackedWords {
  const groups = new Map<number, string[]>()
  for (const { text, kind, at } of words) {
    const owner = at * WORD_KINDS.length + WORD_KINDS.indexOf(kind)
    groups.set(owner, [...(groups.get(owner) ?? []), text])
  }
  const owners = [...groups.keys()].sort((a, b) => a - b)
  return [differences(owners), owners.map((owner) => join(groups.get(owner) as string[])).join('\t')]
}

/** Words as the finder reads them. */
export function unpackWords([owners, texts]: PackedWords): WordGroup[] {
  if (owners.length === 0) return []
  const groups = texts.split('\t')
  let owner = 0
  return owners.map((step, group) => {
    owner += step
    return {
      kind: WORD_KINDS[owner % WORD_KINDS.length] as WordKind,
      at: Math.floor(owner / WORD_KINDS.length),
      texts: groups[group] as string,
    }
  })
}

/**
 * Packs the index for the wire.
 * @param words those that travel with it
 * @param complete whether these are all but cues; then the brands' ids travel too
 * @param buckets number of buckets for the others
 */
export function packIndex(
  { brands, trades, regions }: FinderData,
  {
    version,
    words,
    complete,
    buckets,
  }: Pick<FinderIndex, 'version' | 'complete' | 'buckets'> & { words: readonly IndexWord[] },
): PackedFinder {
  // In the order of the brands: their places then rise by small steps, which compresses better than sorted words.
  const values = FACET_NAMES.map((name) => [...new Set(brands.map(({ facets }) => facets[name]))])
  const combinations = new Map<string, number>()
  const kinds = brands.map(({ facets }) => {
    const key = FACET_NAMES.map((name, at) => (values[at] as string[]).indexOf(facets[name])).join()
    if (!combinations.has(key)) combinations.set(key, combinations.size)
    return combinations.get(key) as number
  })
  let last = 0
  const mains = differences(
    brands.map(({ trades: [main] }) => {
      // A brand without trades leaves the next one's difference as it is.
      last = main ?? last
      return last
    }),
  )
  return {
    version,
    ids: complete ? join(brands.map(({ id }) => id)) : '',
    regions: brands.map(({ region }) => region),
    trades: brands.map(({ trades: [main, ...others] }, at) =>
      main === undefined ? [] : [mains[at] as number, ...others.map((other) => other - main)],
    ),
    parents: brands.flatMap(({ parent }, at) => (parent >= 0 ? [[at, parent] as [number, number]] : [])),
    kinds,
    counts: complete ? [] : brands.map(({ words, terms }) => words.length + terms.length),
    facets: [...combinations.keys()].map((key) => key.split(',').map(Number)),
    values,
    trade: {
      ids: join(trades.map(({ id }) => id)),
      names: join(trades.map(({ name }) => name)),
      parents: ups(trades),
      codes: join(trades.map(({ code }) => code?.replaceAll('-', '') ?? '')),
      broader: trades.flatMap(({ broader }, at) => (broader === undefined ? [] : [[at, broader] as [number, number]])),
    },
    region: {
      ids: join(regions.map(({ id }) => id)),
      names: join(regions.map(({ name }) => name)),
      shorts: join(regions.map(({ name, short }) => (short === shortOf(name) ? '' : short))),
      parents: ups(regions),
    },
    words: packWords(words),
    complete,
    buckets,
  }
}

/** The index as the finder reads it. */
export function unpackIndex(packed: PackedFinder): FinderIndex {
  const { version, complete, buckets, values, trade, region } = packed
  const words = unpackWords(packed.words)
  const counts = [...packed.counts]
  for (const { kind, at, texts } of words)
    if (kind === 'alias' || kind === 'term') counts[at] = (counts[at] ?? 0) + texts.split('\n').length
  const wholes = new Map(packed.parents)
  const facets = packed.facets.map(
    (places) =>
      Object.fromEntries(
        FACET_NAMES.map((name, at) => [name, values[at]?.[places[at] as number] ?? '']),
      ) as unknown as BrandFacets,
  )
  let main = 0
  const brands = packed.trades.map(([step, ...others], at): IndexBrand => {
    main += step ?? 0
    return {
      at,
      region: packed.regions[at] ?? -1,
      trades: step === undefined ? [] : [main, ...others.map((other) => other + main)],
      parent: wholes.get(at) ?? -1,
      facets: facets[packed.kinds[at] as number] as BrandFacets,
      words: counts[at] ?? 0,
    }
  })
  const names = split(trade.names)
  const codes = trade.codes.split('\n')
  const broader = new Map(trade.broader)
  const trades = split(trade.ids).map((id, at): TradeRow => {
    const code = codes[at]
    return {
      id,
      name: names[at] as string,
      parent: trade.parents[at] ? at - trade.parents[at] : -1,
      aliases: [],
      code: code ? code.replace(/(.)(..)(..)(..)/, '$1-$2-$3-$4') : undefined,
      broader: broader.get(at),
    }
  })
  const places = split(region.names)
  const shorts = region.shorts.split('\n')
  const regions = split(region.ids).map((id, at): RegionRow => {
    const name = places[at] as string
    return {
      id,
      name,
      short: shorts[at] || shortOf(name),
      parent: region.parents[at] ? at - region.parents[at] : -1,
    }
  })
  return { version, brands, trades, regions, ids: split(packed.ids), words, complete, buckets }
}

/** The short name that a region's name says by itself. */
const shortOf = (name: string): string => (name.length > 2 ? name.slice(0, -1) : name)

/** Steps up to the parent of each row; 0 for none. A row is never its own parent. */
const ups = (rows: ReadonlyArray<{ parent: number }>): number[] =>
  rows.map(({ parent }, at) => (parent < 0 ? 0 : at - parent))

/** Each number as the difference to the one before it. */
export const differences = (numbers: readonly number[]): number[] =>
  numbers.map((number, at) => number - (at > 0 ? (numbers[at - 1] as number) : 0))
