import type { IndexBrand, RegionRow } from './data.ts'
import type { Hit } from './hits.ts'
import { isInside } from './meant.ts'
import { REGION_SUFFIX } from './text.ts'

/** Regions, by their places in the index, and what lies in which. */
export class Places {
  readonly #regions: RegionRow[]
  /** Of every region itself and those around it, outwards. */
  readonly #chains: number[][]

  constructor(regions: RegionRow[]) {
    this.#regions = regions
    this.#chains = regions.map((_, at) => {
      const chain: number[] = []
      for (let next = at; next >= 0 && !chain.includes(next); next = regions[next]?.parent ?? -1) chain.push(next)
      return chain
    })
  }

  /** Adds a place that has no brands. @returns its place in the index */
  add(row: RegionRow): number {
    this.#chains.push([this.#chains.length, ...this.around(row.parent)])
    return this.#regions.push(row) - 1
  }

  /** The region itself and those around it. */
  around(at: number): readonly number[] {
    return this.#chains[at] ?? []
  }

  /** The rows of some regions. */
  rows(places: ReadonlySet<number>): RegionRow[] {
    return [...places].map((at) => this.#regions[at] as RegionRow)
  }

  /** The regions that a query names; one inside another named one is the one meant. */
  named(hits: readonly Hit[]): Set<number> {
    // 桂林 in 桂林米粉 is a dish, in 桂林 米粉 a place.
    // 遵义 in 遵义月嫂, which somebody searched for, stays a place; 黔西 in 黔西南 is another.
    const things = hits.filter(
      ({ word: { owner }, how }) => how === 'exact' && (owner.kind !== 'brand' || owner.as === 'name'),
    )
    const named = hits.flatMap(({ word, strength, covers }) =>
      word.owner.kind === 'region' && strength >= 0.7 && !isInside(covers, things) ? [word.owner.at] : [],
    )
    return new Set(named.filter((at) => !named.some((other) => other !== at && this.around(other).includes(at))))
  }

  /** Whether a brand is at home in one of the places or anywhere below one. */
  isHome({ region }: IndexBrand, places: ReadonlySet<number>): boolean {
    return this.around(region).some((at) => places.has(at))
  }

  /** Whether a brand belongs to a whole province or prefecture that one of the places is part of. */
  reaches({ region }: IndexBrand, places: ReadonlySet<number>): boolean {
    return [...places].some((at) => this.around(at).includes(region))
  }
}

/** What a region is called: 黔南州 is said, not 黔南布依族苗族自治州. */
export function namesOf({ name, short }: RegionRow): string[] {
  const said = short + (/自治([州县])$/.exec(name)?.[1] ?? '')
  return [...new Set([short, said, name, name.replace(REGION_SUFFIX, '')])].filter((word) => word.length >= 2)
}
