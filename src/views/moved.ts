import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { entryPath, PAGES, SECTIONS } from '../urls/paths.ts'
import { LIST_NAMES, type PageMeta } from './page.ts'

/** The page left at an entry's former address. */
export interface MovedPage {
  /** Parts of the former address. */
  section: string
  former: string
  meta: PageMeta
  /** Name and address of the entry now. */
  name: string
  path: string
}

/** One page for each former address. Programmes have none: they are parts of one page. */
export function movedPages(catalogue: Catalogue): MovedPage[] {
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => kind !== 'programme')
  return kinds.flatMap((kind) => catalogue.list(kind).flatMap((entry) => movedFrom(entry)))
}

function movedFrom(entry: Entry): MovedPage[] {
  const formerIds = 'formerIds' in entry.data ? entry.data.formerIds : []
  return formerIds.map((former) => ({
    section: SECTIONS[entry.kind],
    former,
    meta: {
      title: `${entry.name}换了地址（${former}）`,
      description: `${LIST_NAMES[entry.kind]}“${entry.name}”的旧地址 ${former}，现在转到新的一页。`,
      path: entryPath(entry.kind, former),
      crumbs: [{ name: '首页', path: PAGES.home }, { name: '换了地址' }],
      noindex: true,
    },
    name: entry.name,
    path: entry.path,
  }))
}
