import { pinyin } from 'pinyin-pro'
import type { RegionRow, TradeRow } from '../../src/search/finder/data.ts'
import type { BenchCatalogue } from './catalogue.ts'

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
  /** Pinyin of its name, words and trades and the initials of its name, so that nobody fails for want of them. */
  letters: string
}

/** How much a hit in a field counts; the same for every engine that takes weights. */
export const BOOSTS = { name: 8, words: 5, trades: 4, letters: 3, terms: 2, region: 2, cues: 1 } as const

export type Field = keyof typeof BOOSTS

/** Fields in the order of their weight. */
export const FIELDS = Object.keys(BOOSTS) as Field[]

/** The documents of a catalogue; `id` is the place of the brand in it. */
export function documentsOf({ brands, trades, regions, cues }: BenchCatalogue): BrandDocument[] {
  const spelt = new Map<string, string[]>()
  const syllablesOf = (word: string): string[] => {
    const known = spelt.get(word) ?? pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })
    spelt.set(word, known)
    return known
  }
  const spell = (word: string) => syllablesOf(word).join('')
  const initials = (word: string) =>
    syllablesOf(word)
      .map(([first]) => first)
      .join('')
  return brands.map((brand, id) => {
    const families = brand.trades.map((at) => (trades[at] as TradeRow).parent).filter((at) => at >= 0)
    const all = [...new Set([...brand.trades, ...families])]
    const names = all.map((at) => trades[at] as TradeRow).flatMap(({ name, aliases }) => [name, ...aliases])
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
      cues: all.flatMap((at) => cues[at] as string[]).join(' '),
      region: places.join(' '),
      letters: [...new Set([...[brand.name, ...brand.words, ...names].map(spell), initials(brand.name)])].join(' '),
    }
  })
}
