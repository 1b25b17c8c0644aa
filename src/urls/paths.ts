import { KINDS, type Kind, RECORD_KINDS, type RecordKind } from '../schemas/index.ts'

/** First part of the address of each kind. Tables and folders share one namespace of addresses. */
export const SECTIONS: Readonly<Record<Kind, string>> = {
  brand: 'brands',
  figure: 'figures',
  event: 'events',
  story: 'stories',
  place: 'places',
  organisation: 'organisations',
  policy: 'policies',
  programme: 'progress',
  source: 'sources',
  trade: 'trades',
  region: 'regions',
  media: 'media',
  training: 'training',
  sharing: 'sharing',
  commitment: 'trust',
  evaluation: 'trust',
  listing: 'trust',
  standard: 'standards',
  support: 'support',
  project: 'projects',
  certificate: 'certificates',
  channel: 'channels',
}

/** Address of a kind's list, without base path. */
export const listPath = (kind: Kind): string => `/${SECTIONS[kind]}/`

/** Kinds whose entries stand on the page of their list, with an anchor each. */
export const onListPage = (kind: Kind): boolean => kind === 'programme' || RECORD_KINDS.includes(kind as RecordKind)

/** Whether other kinds have the same page: then an id alone is not unique on it. */
const sharesPage = (kind: Kind): boolean =>
  Object.values(SECTIONS).filter((section) => section === SECTIONS[kind]).length > 1

/** Anchor of a record or programme on the page of its list. */
export const anchorOf = (kind: Kind, id: string): string => (sharesPage(kind) ? `${kind}-${id}` : id)

/** Address of an entry, without base path. Programmes and records are anchors on the page of their list. */
export const entryPath = (kind: Kind, id: string): string =>
  onListPage(kind) ? `${listPath(kind)}#${anchorOf(kind, id)}` : `${listPath(kind)}${id}/`

/** Kinds that travel: each entry has posters and a card for other sites. */
export const SHARED_KINDS = ['brand', 'story', 'event', 'figure'] as const

/** A kind that travels. */
export type SharedKind = (typeof SHARED_KINDS)[number]

/** Whether entries of a kind travel. */
export const isShared = (kind: Kind): kind is SharedKind => (SHARED_KINDS as readonly Kind[]).includes(kind)

/** Page with an entry's posters, without base path. */
export const posterPath = (kind: SharedKind, id: string): string => `/posters${entryPath(kind, id)}`

/** Paper sizes on which posters have a page of their own. */
export const PAPERS = { a4: 'A4', a3: 'A3' } as const

/** An entry as a card for other sites, without base path. */
export const embedPath = (kind: SharedKind, id: string): string => `/embed${entryPath(kind, id)}`

/** Texts, pictures and facts about a brand for the press, without base path. */
export const pressPath = (id: string): string => `/press/${id}/`

/** Every page that an entry of its own page brings, without base path: its own first. The same number for every id. */
export function entryPages(kind: Kind, id: string): string[] {
  if (onListPage(kind)) return []
  const travelling = isShared(kind)
    ? [
        posterPath(kind, id),
        ...Object.keys(PAPERS).map((paper) => `${posterPath(kind, id)}${paper}/`),
        embedPath(kind, id),
      ]
    : []
  return [entryPath(kind, id), ...travelling, ...(kind === 'brand' ? [pressPath(id)] : [])]
}

/** Pages that are not made from one entry. */
export const PAGES = {
  home: '/',
  find: '/find/',
  compare: '/compare/',
  about: '/about/',
  sitemap: '/sitemap/',
  progress: '/progress/',
  contribute: '/contribute/',
  accessibility: '/accessibility/',
  directory: '/brands/table/',
  changes: '/changes/',
  series: '/series/',
  open: '/open/',
  privacy: '/privacy/',
} as const

/**
 * The search with one brand more on the shortlist, without base path.
 * @param family the trades to choose others from; all brands where it is undefined
 */
export const shortlistPath = (brand: string, family?: string): string =>
  `${PAGES.find}?${family ? `trade=${family}` : 'all=1'}&add=${brand}`

/** Shown in place of a page that is not there when there is no network; nothing links to it. */
export const OFFLINE_PATH = '/offline/'

/** What an internal link points at. */
export type LinkTarget =
  | { type: 'page' }
  | { type: 'entry'; kind: Kind; id: string; hash: string }
  | { type: 'unknown' }

/** Whether an address is that of a page of the site itself, which no entry can have. */
export const isFixedPage = (path: string): boolean => FIXED_PATHS.has(path)

const FIXED_PATHS = new Set<string>([...Object.values(PAGES), ...(Object.keys(KINDS) as Kind[]).map(listPath)])

/** Reads an internal address written in a manuscript. Existence of the entry is not checked here. */
export function readLink(link: string): LinkTarget {
  const { path, hash } = readHash(link)
  if (FIXED_PATHS.has(path)) return { type: 'page' }
  const match = /^\/([a-z]+)\/([a-z0-9-]+)\/$/.exec(path)
  const kind = match && (Object.keys(SECTIONS) as Kind[]).find((key) => SECTIONS[key] === match[1] && !onListPage(key))
  return kind ? { type: 'entry', kind, id: match[2] as string, hash } : { type: 'unknown' }
}

/** An address cut at its hash; a hash that is not valid percent-encoding stands for itself. */
export function readHash(link: string): { path: string; hash: string } {
  const [path = '', hash = ''] = link.split('#')
  try {
    return { path, hash: decodeURIComponent(hash) }
  } catch {
    return { path, hash }
  }
}

/** Where these brands stand side by side, without base path. */
export const sideBySidePath = (ids: readonly string[]): string => `${PAGES.compare}?b=${ids.join(',')}`
