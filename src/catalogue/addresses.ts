import { KINDS, type Kind, RECORD_KINDS } from '../schemas/index.ts'
import { referencesIn } from '../schemas/references.ts'
import { entryPages, listPath, onListPage, PAGES, SECTIONS } from '../urls/paths.ts'
import { GRAPH_KINDS } from './catalogue.ts'
import type { ValidEntry } from './validate.ts'

/** Pages nobody is sent to: they may come and go. */
export const PASSING_PAGES: readonly string[] = ['/404.html', '/styleguide/']

const kinds = Object.keys(KINDS) as Kind[]

/**
 * The address of every page that these entries make, without base path, sorted; redirects and
 * `PASSING_PAGES` apart. Reckoned from the content alone, so that it can be held against a built site.
 * @param entries the public ones
 */
export function pageAddresses(entries: readonly ValidEntry[]): string[] {
  const present = new Set<Kind>(entries.map(({ kind }) => kind))
  const lists = kinds.filter((kind) => !RECORD_KINDS.some((record) => record === kind) || present.has(kind))
  const regions = regionsWithContent(entries)
  const own = entries.flatMap((entry) => {
    if (entry.kind === 'region' && !regions.has(entry.id)) return []
    const pages = entryPages(entry.kind, entry.id)
    // Nothing travels of a person who was taken down.
    return isWithdrawn(entry) ? pages.slice(0, 1) : pages
  })
  return [...new Set([...Object.values(PAGES), ...lists.map(listPath), ...own])].sort()
}

/** Whether the entry is a person who asked to be taken down. */
export const isWithdrawn = ({ data }: ValidEntry): boolean => 'withdrawnOn' in data && data.withdrawnOn !== undefined

/** Regions that an entry of the graph names, and all they lie in: the others have no page. */
function regionsWithContent(entries: readonly ValidEntry[]): Set<string> {
  const parents = new Map(
    entries.flatMap(({ kind, id, data }) => (kind === 'region' && 'parent' in data ? [[id, data.parent]] : [])),
  )
  const found = new Set<string>()
  for (const entry of entries) {
    if (!GRAPH_KINDS.some((kind) => kind === entry.kind) || isWithdrawn(entry)) continue
    for (const { kind, id } of referencesIn(entry.kind, entry.data)) {
      if (kind !== 'region') continue
      for (let next: string | undefined = id; next && !found.has(next); next = parents.get(next)) found.add(next)
    }
  }
  return found
}

/** The entry that a page, poster, card or press kit at this address is about; undefined for lists and the like. */
export function ownerOf(address: string): { kind: Kind; id: string } | undefined {
  const parts = address.split('/').filter(Boolean)
  if (parts[0] === 'press' && parts[1]) return { kind: 'brand', id: parts[1] }
  const [section, id] = parts[0] === 'posters' || parts[0] === 'embed' ? parts.slice(1) : parts
  const kind = kinds.find((candidate) => SECTIONS[candidate] === section && !onListPage(candidate))
  return kind && id && entryPages(kind, id).includes(address) ? { kind, id } : undefined
}
