/**
 * Full text of all pages, through Pagefind. Pure: the engine is handed in, no DOM here.
 */

/** What Pagefind's browser module offers, as far as it is used. */
export interface Engine {
  options(options: Record<string, unknown>): Promise<void>
  /** Searches another index together with the first. */
  mergeIndex(path: string, options: Record<string, unknown>): Promise<void>
  /** Folders, below the engine's own, of the other shards of a large site. */
  shards: readonly string[]
  /** Loads the filters; only then do answers count by kind. */
  filters(): Promise<unknown>
  search(
    query: string | null,
    options?: { filters?: { kind?: { any: readonly string[] } } },
  ): Promise<{ results: EngineResult[]; totalFilters?: { kind?: Record<string, number> } }>
}

interface EngineResult {
  id: string
  data(): Promise<EngineData>
}

interface EngineData {
  url: string
  content: string
  excerpt: string
  meta: Record<string, string>
}

/** How the full text is searched. */
export interface FullTextOptions {
  /** Kinds of page to narrow to; none means all. */
  kinds?: readonly string[]
  /** Whether pages count that have the words, but not as they were typed. */
  loose?: boolean
}

/** One hit. `excerpt` is HTML of Pagefind's making: escaped text with `<mark>`. */
export interface Hit {
  key: string
  url: string
  name: string
  kind: string
  summary: string
  excerpt: string
}

/** An answer: the hits that are shown, how many there are in all, and how many of each kind. */
export interface Answer {
  hits: Hit[]
  total: number
  kinds: Array<{ name: string; count: number }>
}

/** How many hits are fetched and shown at once. */
export const PAGE_SIZE = 20

/**
 * Searches the whole phrase first; only if no page has it, the words apart. A quoted search finds
 * the phrase but ignores the weight of titles, so its pages are shown in the order of the plain one.
 * Pagefind drops words that it does not know, so for words apart the pages are read and must
 * really hold what was asked.
 */
export async function searchFullText(
  engine: Engine,
  query: string,
  { kinds = [], loose = true }: FullTextOptions = {},
): Promise<Answer> {
  const words = normalise(query)
  if (!words) return { hits: [], total: 0, kinds: [] }
  const filters = kinds.length > 0 ? { kind: { any: kinds } } : {}
  const [phrase, apart] = await Promise.all([
    engine.search(`"${words}"`, { filters }),
    engine.search(words, { filters }),
  ])
  const counts = Object.entries(phrase.totalFilters?.kind ?? {}).flatMap(([name, count]) =>
    count > 0 ? [{ name, count }] : [],
  )
  if (phrase.results.length > 0 || counts.length > 0) {
    const rank = new Map(apart.results.map((result, index) => [result.id, index]))
    const place = (result: EngineResult) => rank.get(result.id) ?? rank.size
    const sorted = [...phrase.results].sort((a, b) => place(a) - place(b))
    return { hits: await show(sorted, words), total: sorted.length, kinds: counts }
  }
  if (!loose) return { hits: [], total: 0, kinds: [] }
  const candidates = await Promise.all(apart.results.slice(0, PAGE_SIZE).map((result) => result.data()))
  const hits = candidates.filter((data) => holds(data, words)).map(toHit)
  return { hits, total: hits.length, kinds: [] }
}

async function show(results: readonly EngineResult[], words: string): Promise<Hit[]> {
  const data = await Promise.all(results.slice(0, PAGE_SIZE).map((result) => result.data()))
  // Pages called what was asked for lead; sources, whose titles repeat the words of pages, come last.
  const tier = (hit: Hit) => (hit.name.includes(words) ? 0 : 1) + (hit.key.startsWith('source/') ? 2 : 0)
  return data.map(toHit).sort((a, b) => tier(a) - tier(b))
}

const toHit = ({ url, excerpt, meta }: EngineData): Hit => ({
  key: meta.key ?? '',
  url,
  name: meta.title ?? '',
  kind: meta.kind ?? '',
  summary: meta.summary ?? '',
  excerpt,
})

/** The query as the index knows text: compatibility forms, single spaces, no quotes of its own. */
export function normalise(query: string): string {
  return query.normalize('NFKC').replace(/["“”]/g, ' ').replace(/\s+/g, ' ').trim()
}

/** Half of a word's character pairs must stand in the page, for every word of the query. */
const ENOUGH = 0.5

function holds({ content, meta }: EngineData, query: string): boolean {
  const text = `${meta.title ?? ''} ${meta.summary ?? ''} ${content}`.toLowerCase()
  return query
    .toLowerCase()
    .split(' ')
    .every((word) => {
      const pairs = pairsOf(word)
      return pairs.filter((pair) => text.includes(pair)).length >= pairs.length * ENOUGH
    })
}

function pairsOf(word: string): string[] {
  if (!/\p{Script=Han}/u.test(word)) return [word]
  const characters = [...word]
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, index) => (characters[index] as string) + character)
}
