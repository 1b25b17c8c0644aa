/** What results can be narrowed by, in the order in which the page offers it. */
export const FACETS = ['trade', 'region', 'field', 'industry', 'series', 'scale', 'certificate'] as const

/** The name of a facet; also the name of its parameter in the address. */
export type Facet = (typeof FACETS)[number]

/** The values chosen per facet: ids of trades and regions, words otherwise. None means all. */
export type Selection = Partial<Record<Facet, readonly string[]>>

/** How many brands can be compared at once. */
export const MAX_SHORTLIST = 4

/** What the search page shows; the address says all of it, so that a link shows the same. */
export interface FindView {
  query: string
  /** Values chosen per facet. */
  chosen: Selection
  /** Lists every brand although nothing is asked, to be narrowed by facets. */
  all: boolean
  /** Whether the full text is searched as well. */
  full: boolean
  /**
   * Kinds of page the full text is narrowed to. The finder itself finds brands only: the titles of people,
   * stories and places would make every harder question heavier than its 30 KB, and whoever types a title
   * gets it from the full text, which answers by itself where no brand fits.
   */
  kinds: readonly string[]
  /** Ids of the brands picked for comparison, in the order of picking. */
  shortlist: readonly string[]
}

/**
 * The view that an address asks for. Unknown parameters are ignored, long ones cut.
 * @param kept the shortlist where the address has none
 */
export function readView(params: URLSearchParams, kept: readonly string[] = []): FindView {
  const all = (name: string) => [...new Set(params.getAll(name).flatMap((value) => value.trim() || []))]
  return {
    query: (params.get('q') ?? '').trim().slice(0, 100),
    chosen: Object.fromEntries(FACETS.map((facet) => [facet, all(facet)])),
    all: params.has('all'),
    full: params.has('full'),
    // Places were called 载体 in addresses that people have kept.
    kinds: all('kind').map((kind) => (kind === '载体' ? '地点' : kind)),
    shortlist: readShortlist(params, kept),
  }
}

/**
 * The brands that an address puts on the shortlist, four at most: `b=a,b,c` is all of it; `add=d` joins those that
 * were `kept`, in place of the first where there is no room.
 * @param most so many at most
 */
export function readShortlist(params: URLSearchParams, kept: readonly string[] = [], most = MAX_SHORTLIST): string[] {
  const one = params.get('add')
  const ids = one
    ? [...kept.filter((id) => id !== one).slice(1 - MAX_SHORTLIST), one]
    : (params.get('b')?.split(',') ?? kept)
  return [...new Set(ids)].filter((id) => /^[a-z0-9-]{1,60}$/.test(id)).slice(0, most)
}

/** The address of a view, from `?` on; empty for the page as it opens. */
export function writeView({ query, chosen, all, full, kinds, shortlist }: FindView): string {
  const params = new URLSearchParams()
  if (query) params.set('q', query)
  for (const facet of FACETS) for (const value of chosen[facet] ?? []) params.append(facet, value)
  if (all && !isAsking({ query, chosen, all: false })) params.set('all', '1')
  if (full) params.set('full', '1')
  for (const kind of kinds) params.append('kind', kind)
  const rest = params.toString()
  const picked = shortlist.length > 0 ? `b=${shortlist.join(',')}` : ''
  return rest || picked ? `?${[rest, picked].filter(Boolean).join('&')}` : ''
}

/** Whether the view asks for anything. */
export const isAsking = ({ query, chosen, all }: Pick<FindView, 'query' | 'chosen' | 'all'>): boolean =>
  query !== '' || all || FACETS.some((facet) => (chosen[facet]?.length ?? 0) > 0)

/** The shortlist with `id` put in or taken out; a full list stays as it is. */
export function toggled(shortlist: readonly string[], id: string): readonly string[] {
  if (shortlist.includes(id)) return shortlist.filter((other) => other !== id)
  return shortlist.length < MAX_SHORTLIST ? [...shortlist, id] : shortlist
}
