import { KINDS, type Kind } from '../schemas/index.ts'

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
}

/** Address of a kind's list, without base path. */
export const listPath = (kind: Kind): string => `/${SECTIONS[kind]}/`

/** Address of an entry, without base path. Programmes share one page, with an anchor each. */
export const entryPath = (kind: Kind, id: string): string =>
  kind === 'programme' ? `${listPath(kind)}#${id}` : `${listPath(kind)}${id}/`

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
  open: '/open/',
} as const

/** What an internal link points at. */
export type LinkTarget =
  | { type: 'page' }
  | { type: 'entry'; kind: Kind; id: string; hash: string }
  | { type: 'unknown' }

const FIXED_PATHS = new Set<string>([...Object.values(PAGES), ...(Object.keys(KINDS) as Kind[]).map(listPath)])

/** Reads an internal address written in a manuscript. Existence of the entry is not checked here. */
export function readLink(link: string): LinkTarget {
  const [path = '', hash = ''] = link.split('#')
  if (FIXED_PATHS.has(path)) return { type: 'page' }
  const match = /^\/([a-z]+)\/([a-z0-9-]+)\/$/.exec(path)
  const kind = match && (Object.keys(SECTIONS) as Kind[]).find((key) => SECTIONS[key] === match[1])
  return kind ? { type: 'entry', kind, id: match[2] as string, hash: decodeURIComponent(hash) } : { type: 'unknown' }
}
