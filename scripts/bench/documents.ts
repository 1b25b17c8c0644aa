import { pinyin } from 'pinyin-pro'
import type { FinderRows } from '../../src/search/finder/build.ts'
import type { RegionRow, TradeRow } from '../../src/search/finder/data.ts'

/** A brand as one text per field: what engines get that know nothing of trades and places. */
export interface BrandDocument {
  id: number
  name: string
  /** Aliases, products and skills. */
  words: string
  /** Words that people type for it. */
  terms: string
  /** Names and aliases of its trades and their families. */
  trades: string
  cues: string
  /** Names of its region and of those it lies in. */
  region: string
  /** Pinyin and initials of its name, aliases and trades, so that nobody fails for want of them. */
  letters: string
}

/** How much a hit in a field counts; the same for every engine that takes weights. */
export const BOOSTS = { name: 8, words: 5, trades: 4, letters: 3, terms: 2, region: 2, cues: 1 } as const

export type Field = keyof typeof BOOSTS

/** Fields in the order of their weight. */
export const FIELDS = Object.keys(BOOSTS) as Field[]

/** The documents of a catalogue; `id` is the place of the brand in it. */
export function documentsOf({ brands, trades, regions }: FinderRows): BrandDocument[] {
  const spelt = new Map<string, string>()
  const lettersOf = (word: string): string => {
    let letters = spelt.get(word)
    if (letters === undefined) {
      const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
      letters = `${syllables.join('')} ${syllables.map(([first]) => first).join('')}`
      spelt.set(word, letters)
    }
    return letters
  }
  return brands.map((brand, id) => {
    const own = brand.trades.map((at) => trades[at] as TradeRow)
    const families = [...new Set(own.map(({ parent }) => parent))].flatMap((at) => trades[at] ?? [])
    const all = [...own, ...families]
    const names = all.flatMap(({ name, aliases }) => [name, ...aliases])
    const places: string[] = []
    for (let at = brand.region; at >= 0; ) {
      const { name, short, parent } = regions[at] as RegionRow
      places.push(name, short)
      at = parent
    }
    return {
      id,
      name: brand.name,
      words: brand.words.join(' '),
      terms: brand.terms.join(' '),
      trades: names.join(' '),
      cues: all.flatMap(({ cues }) => cues).join(' '),
      region: places.join(' '),
      letters: [...new Set([brand.name, ...brand.words, ...names].map(lettersOf))].join(' '),
    }
  })
}
