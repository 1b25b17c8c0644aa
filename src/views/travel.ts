import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { listPath, SECTIONS } from '../urls/paths.ts'
import { hasEnglish } from './editions.ts'
import { kindWord, LIST_NAMES, type PageMeta } from './page.ts'
import { subjectOf } from './subjects.ts'

/** Kinds whose entries travel as items of feeds. */
export const FEED_KINDS = ['story', 'brand', 'figure', 'event', 'place', 'organisation', 'policy'] as const

/** A kind that has a feed. */
export type FeedKind = (typeof FEED_KINDS)[number]

/** Kinds whose pages say who wrote them and offer to be passed on. */
const SOURCED_KINDS = new Set<Kind>(['story', 'brand', 'figure', 'event', 'place', 'organisation'])

/** The feed of everything. */
export const ALL_FEED = 'all'

const hasFeed = (kind: Kind): kind is FeedKind => (FEED_KINDS as readonly Kind[]).includes(kind)

/** The feed of a kind, or that of everything. */
export const feedOfKind = (kind: Kind): string => (hasFeed(kind) ? SECTIONS[kind] : ALL_FEED)

/** The feed that holds an entry: a region's own, or that of its kind. */
const feedFor = ({ kind, id }: Entry): string => (kind === 'region' ? `regions/${id}` : feedOfKind(kind))

/** What the page of one entry says of itself to chats, search engines and feed readers. */
export function travelMeta(
  entry: Entry,
  catalogue: Catalogue,
): Pick<PageMeta, 'article' | 'sourced' | 'things' | 'feed' | 'english'> {
  const subject = subjectOf(entry, catalogue)
  return {
    article: {
      title: entry.name,
      ...(isKind(entry, 'story') ? { published: entry.data.publishedAt } : {}),
    },
    sourced: SOURCED_KINDS.has(entry.kind),
    things: subject ? [subject] : [],
    feed: feedFor(entry),
    english: hasEnglish(entry) ? 'twin' : undefined,
  }
}

/** The column of a page, as government page tags want it: its list, or the page itself. */
export interface Column {
  name: string
  /** Only on the column's own page. */
  description?: string
  keywords?: string
}

/** The column that a page belongs to; the home page is in none. */
export function columnOf({ path, crumbs, description }: PageMeta): Column | undefined {
  const kind = (Object.keys(KINDS) as Kind[]).find((each) => path.startsWith(listPath(each)))
  const name = kind ? LIST_NAMES[kind] : crumbs.at(-1)?.name
  if (!name) return undefined
  const isEntry = kind !== undefined && path !== listPath(kind)
  const keywords = [...new Set(['劳务品牌', name, ...(kind ? [kindWord(kind)] : [])])].join(',')
  return isEntry ? { name } : { name, description, keywords }
}
