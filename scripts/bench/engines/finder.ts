import { FinderClient } from '../../../src/search/finder/client.ts'
import type { PackedFinder } from '../../../src/search/finder/data.ts'
import { loadJson, type Open } from './engine.ts'

/** Our own finder as the search page uses it: it fetches what a query asks for. */
export const open: Open = async (ground) => {
  const client = new FinderClient(await loadJson<PackedFinder>(`${ground.finder}catalogue.json`), (path) =>
    loadJson(ground.finder + path),
  )
  return async (query) => {
    const found = await client.find(query)
    return [...(found?.matches ?? []), ...(found?.elsewhere ?? [])].map(({ brand }) => brand.at)
  }
}
