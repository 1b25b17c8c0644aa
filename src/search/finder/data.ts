/**
 * The published index of the finder: everything a browser needs to find a brand by trade, place or
 * name in plain words. Plain arrays, because it travels over weak networks; indexes point into the
 * lists. What only harder questions need travels apart: `Sounds` and cues.
 */
export interface FinderData {
  brands: BrandRow[]
  trades: TradeRow[]
  regions: RegionRow[]
}

/** How characters sound and are written: for pinyin, slips of the input method, traditional characters. */
export interface Sounds {
  /** Traditional and simplified characters in turn: 縫缝綿绵… Only those the words here need. */
  simplify: string
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
 * By trade: things and scenes that people name when they mean it (跳闸, 插座). Matched, never shown as
 * its name.
 */
export type Cues = string[][]

/** What the finder may learn after it has been made. */
export interface FinderMore {
  sounds?: Sounds
  cues?: Cues
}

/** A brand: what is matched, and what a result shows and filters by. */
export interface BrandRow {
  id: string
  name: string
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
  /** Published number of workers, as a band. */
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

/** A brand on the wire. */
type PackedBrand = [
  id: string,
  name: string,
  region: number,
  trades: number[],
  words: string,
  terms: string,
  facets: number[],
  parent: number,
]

/** A trade on the wire; no code is '', no broader trade -1. */
type PackedTrade = [id: string, name: string, parent: number, aliases: string, code: string, broader: number]

/** The index as it travels: rows without their keys. */
export interface PackedFinder {
  brands: PackedBrand[]
  trades: PackedTrade[]
  regions: Array<[id: string, name: string, short: string, parent: number]>
  /** Values of the facets, one list per facet; rows hold indexes into them. */
  facets: string[][]
}

const VALUES = ['field', 'series', 'industry', 'scale', 'certificate'] as const satisfies ReadonlyArray<
  keyof BrandFacets
>

const join = (words: readonly string[]): string => words.join('\n')
const split = (text: string): string[] => (text ? text.split('\n') : [])

/** Packs the index for the wire. */
export function pack({ brands, trades, regions }: FinderData): PackedFinder {
  const values = VALUES.map((name) => [...new Set(brands.map((brand) => brand.facets[name]))].sort())
  return {
    brands: brands.map(({ id, name, region, trades, words, terms, facets, parent }): PackedBrand => {
      const chosen = VALUES.map((facet, at) => (values[at] as string[]).indexOf(facets[facet]))
      return [id, name, region, trades, join(words), join(terms), chosen, parent]
    }),
    trades: trades.map(
      ({ id, name, parent, aliases, code, broader }): PackedTrade => [
        id,
        name,
        parent,
        join(aliases),
        code ?? '',
        broader ?? -1,
      ],
    ),
    regions: regions.map(({ id, name, short, parent }) => [id, name, short, parent]),
    facets: values,
  }
}

/** The index as the matcher reads it. */
export function unpack({ brands, trades, regions, facets: values }: PackedFinder): FinderData {
  return {
    brands: brands.map(([id, name, region, trades, words, terms, facets, parent]) => ({
      id,
      name,
      region,
      trades,
      words: split(words),
      terms: split(terms),
      facets: Object.fromEntries(
        VALUES.map((facet, at) => [facet, values[at]?.[facets[at] as number] ?? '']),
      ) as unknown as BrandFacets,
      parent,
    })),
    trades: trades.map(([id, name, parent, aliases, code, broader]) => ({
      id,
      name,
      parent,
      aliases: split(aliases),
      code: code || undefined,
      broader: broader < 0 ? undefined : broader,
    })),
    regions: regions.map(([id, name, short, parent]) => ({ id, name, short, parent })),
  }
}

/** Packs cues for the wire: those of a trade in one string. */
export const packCues = (cues: Cues): string[] => cues.map(join)

/** The cues as the matcher reads them. */
export const unpackCues = (cues: readonly string[]): Cues => cues.map(split)
