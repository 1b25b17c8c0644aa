import { KINDS, type Kind, RECORD_KINDS } from '../schemas/index.ts'
import { referencesIn } from '../schemas/references.ts'
import { SITE } from '../site.config.ts'
import { isRead, originalPath, twinPath } from '../urls/editions.ts'
import { entryPages, listPath, OFFLINE_PATH, onListPage, PAGES, SECTIONS } from '../urls/paths.ts'
import { GRAPH_KINDS } from './catalogue.ts'
import type { ValidEntry } from './validate.ts'

/** Pages nobody is sent to: they may come and go. */
export const PASSING_PAGES: readonly string[] = ['/404.html', '/styleguide/', OFFLINE_PATH]

/** Whether a page may come and go: those above, and the further pages of long lists. */
export const isPassing = (page: string): boolean => PASSING_PAGES.includes(page) || /\/page\/\d+\/$/.test(page)

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
    const pages = pagesOf(entry)
    // Nothing travels of a person who was taken down.
    return isWithdrawn(entry) ? pages.slice(0, 1) : pages
  })
  const fixed = [...Object.values(PAGES), ...lists.map(listPath)]
  return [...new Set([...fixed, ...fixed.flatMap(readTwin), ...englishLists(entries), ...own])].sort()
}

/**
 * The pages an entry has, or had under another id: its own first, then what travels of it, then its twins in other
 * editions. The same number for every id.
 */
export function pagesOf(entry: ValidEntry, id = entry.id): string[] {
  const [own, ...more] = entryPages(entry.kind, id)
  if (!own) return []
  return [own, ...more, ...readTwin(own), ...(isEnglish(entry) ? [twinPath('en', own)] : [])]
}

const readTwin = (page: string): string[] =>
  SITE.editions.includes('zh-hant') && isRead(page) ? [twinPath('zh-hant', page)] : []

/** Regions and trades have a name in English, and no page of their own. */
const isEnglish = ({ kind, data }: ValidEntry): boolean =>
  SITE.editions.includes('en') && (kind === 'brand' || kind === 'story') && 'en' in data && data.en !== undefined

/** Pages in English that are not one entry's; there are some once a brand is told in English. */
function englishLists(entries: readonly ValidEntry[]): string[] {
  const told = new Set(entries.filter(isEnglish).map(({ kind }) => kind))
  if (!told.has('brand')) return []
  const lists = [PAGES.home, listPath('brand'), PAGES.find, ...(told.has('story') ? [listPath('story')] : [])]
  return lists.map((page) => twinPath('en', page))
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
  const parts = originalPath(address).split('/').filter(Boolean)
  if (parts[0] === 'press' && parts[1]) return { kind: 'brand', id: parts[1] }
  const [section, id] = parts[0] === 'posters' || parts[0] === 'embed' ? parts.slice(1) : parts
  const kind = kinds.find((candidate) => SECTIONS[candidate] === section && !onListPage(candidate))
  return kind && id && entryPages(kind, id).includes(originalPath(address)) ? { kind, id } : undefined
}
