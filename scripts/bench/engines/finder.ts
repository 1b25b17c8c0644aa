import { type PackedFinder, unpack } from '../../../src/search/finder/data.ts'
import { Finder } from '../../../src/search/finder/match.ts'
import { loadJson, type Open } from './engine.ts'

/** Our own finder, as the search page uses it. */
export const open: Open = async ({ index }) => {
  const data = unpack(await loadJson<PackedFinder>(index))
  const finder = new Finder(data)
  const places = new Map(data.brands.map((brand, at) => [brand, at]))
  return async (query) => {
    const { matches, elsewhere } = finder.find(query)
    return [...matches, ...elsewhere].map(({ brand }) => places.get(brand) as number)
  }
}
