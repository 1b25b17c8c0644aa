import type { BrandFacets, FinderIndex, IndexBrand } from './data.ts'
import { FACETS, type Facet, type Selection } from './view.ts'

/** A value on offer. */
export interface Choice {
  value: string
  name: string
  /** Steps below the top of its tree; 0 for words. */
  depth: number
  /** How many results have it, the other facets as chosen. */
  count: number
  chosen: boolean
}

/** A value that a brand has: its id or word, and those of what it lies in. */
type ValuesOf = (brand: IndexBrand) => ReadonlySet<string>

/** Narrows results and counts what each further choice would leave. */
export class Facets {
  readonly #valuesOf: Record<Facet, ValuesOf>
  readonly #data: FinderIndex

  constructor(data: FinderIndex) {
    this.#data = data
    const tree = (
      rows: ReadonlyArray<{ id: string; parent: number }>,
      own: (brand: IndexBrand) => readonly number[],
    ) => {
      const cache = new Map<IndexBrand, Set<string>>()
      return (brand: IndexBrand) => {
        let values = cache.get(brand)
        if (!values) {
          values = new Set()
          for (let at of own(brand)) {
            for (; at >= 0; at = rows[at]?.parent ?? -1) values.add((rows[at] as { id: string }).id)
          }
          cache.set(brand, values)
        }
        return values
      }
    }
    const words = (name: keyof BrandFacets) => (brand: IndexBrand) =>
      new Set(brand.facets[name] ? brand.facets[name].split('\n') : [])
    this.#valuesOf = {
      trade: tree(data.trades, (brand) => brand.trades),
      region: tree(data.regions, (brand) => [brand.region]),
      field: words('field'),
      industry: words('industry'),
      series: words('series'),
      scale: words('scale'),
      certificate: words('certificate'),
    }
  }

  /** Whether the brand has a chosen value of every facet that has any chosen. */
  passes(brand: IndexBrand, selection: Selection, except?: Facet): boolean {
    return FACETS.every((facet) => {
      const chosen = selection[facet]
      if (facet === except || !chosen || chosen.length === 0) return true
      const values = this.#valuesOf[facet](brand)
      return chosen.some((value) => values.has(value))
    })
  }

  /**
   * The selection with a value chosen or no longer chosen. In a tree, choosing a part lets go of the
   * whole it lies in, and choosing the whole of its parts: a choice always narrows or widens.
   */
  toggle(facet: Facet, value: string, selection: Selection): Selection {
    const before = selection[facet] ?? []
    if (before.includes(value)) return { ...selection, [facet]: before.filter((other) => other !== value) }
    const related = (a: string, b: string) => this.#above(facet, a).has(b) || this.#above(facet, b).has(a)
    return { ...selection, [facet]: [...before.filter((other) => !related(other, value)), value] }
  }

  #above(facet: Facet, id: string): Set<string> {
    const rows = facet === 'trade' ? this.#data.trades : facet === 'region' ? this.#data.regions : []
    const above = new Set<string>()
    for (let at = rows.find((row) => row.id === id)?.parent ?? -1; at >= 0; at = rows[at]?.parent ?? -1) {
      above.add((rows[at] as { id: string }).id)
    }
    return above
  }

  /**
   * The values of a facet among `brands`, each with its count. Values that nothing has are left out,
   * unless chosen, so that no choice leads nowhere.
   */
  choices(facet: Facet, brands: readonly IndexBrand[], selection: Selection): Choice[] {
    const chosen = new Set(selection[facet] ?? [])
    const counts = new Map<string, number>()
    for (const brand of brands) {
      if (!this.passes(brand, selection, facet)) continue
      for (const value of this.#valuesOf[facet](brand)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    for (const value of chosen) if (!counts.has(value)) counts.set(value, 0)
    const choice = (value: string, name: string, depth: number): Choice => ({
      value,
      name,
      depth,
      count: counts.get(value) ?? 0,
      chosen: chosen.has(value),
    })
    if (facet === 'trade' || facet === 'region') {
      const rows = facet === 'trade' ? this.#data.trades : this.#data.regions
      const names =
        facet === 'trade' ? this.#data.trades.map(({ name }) => name) : this.#data.regions.map(({ short }) => short)
      return inTreeOrder(rows).flatMap(({ at, depth }) => {
        const { id } = rows[at] as { id: string }
        return counts.has(id) ? [choice(id, names[at] as string, depth)] : []
      })
    }
    return [...counts.keys()].sort(byOrder(facet)).map((value) => choice(value, value, 0))
  }
}

/** Parents before children, siblings in the order of the list. */
function inTreeOrder(rows: ReadonlyArray<{ parent: number }>): Array<{ at: number; depth: number }> {
  const children = new Map<number, number[]>()
  rows.forEach(({ parent }, at) => {
    children.set(parent, [...(children.get(parent) ?? []), at])
  })
  const walk = (parent: number, depth: number): Array<{ at: number; depth: number }> =>
    (children.get(parent) ?? []).flatMap((at) => [{ at, depth }, ...walk(at, depth + 1)])
  return walk(-1, 0)
}

/** Bands of size in their order, with what is not published last; words by pinyin. */
function byOrder(facet: Facet): (a: string, b: string) => number {
  if (facet !== 'scale') return (a, b) => a.localeCompare(b, 'zh-CN')
  const place = (band: string) =>
    Number.parseFloat(/[\d.]+/.exec(band)?.[0] ?? 'Infinity') +
    (band.includes('以上') ? 0.5 : 0) -
    (band.startsWith('不到') ? 0.5 : 0)
  return (a, b) => place(a) - place(b)
}
