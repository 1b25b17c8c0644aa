import { type FinderMore, type PackedFinder, type Sounds, unpack, unpackCues } from '../../../src/search/finder/data.ts'
import { Finder } from '../../../src/search/finder/match.ts'
import { loadJson, type Open } from './engine.ts'

/** Our own finder, as the search page uses it: it learns sounds and cues when a query asks for them. */
export const open: Open = async (ground) => {
  const data = unpack(await loadJson<PackedFinder>(ground.index))
  const places = new Map(data.brands.map((brand, at) => [brand, at]))
  const load = {
    sounds: async () => ({ sounds: await loadJson<Sounds>(ground.sounds) }),
    cues: async () => ({ cues: unpackCues(await loadJson<string[]>(ground.cues)) }),
  }
  let more: FinderMore = {}
  let finder = new Finder(data)
  return async (query) => {
    for (let part = finder.needs(query); part; part = finder.needs(query)) {
      more = { ...more, ...(await load[part]()) }
      finder = new Finder(data, more)
    }
    const { matches, elsewhere } = finder.find(query)
    return [...matches, ...elsewhere].map(({ brand }) => places.get(brand) as number)
  }
}
