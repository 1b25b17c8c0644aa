import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Kind } from '../schemas/index.ts'
import {
  brandList,
  eventList,
  figureList,
  type ListPage,
  organisationList,
  placeList,
  sourceList,
  storyList,
} from './lists.ts'
import { oncePer } from './once.ts'
import { pageAddress, pagingOf } from './page.ts'

/** Entries on one page of a list: what a phone on a slow line loads in a second. */
const PAGE_SIZE = 48

/** Lists that are paged: how they are made, and how many entries a page has; rows of words are shorter than pictures. */
const PAGED: Partial<Record<Kind, { list: (catalogue: Catalogue) => ListPage; size: number }>> = {
  brand: { list: brandList, size: PAGE_SIZE },
  figure: { list: figureList, size: PAGE_SIZE },
  event: { list: eventList, size: PAGE_SIZE },
  story: { list: storyList, size: PAGE_SIZE },
  place: { list: placeList, size: PAGE_SIZE },
  organisation: { list: organisationList, size: PAGE_SIZE },
  source: { list: sourceList, size: 240 },
}

const made = oncePer((_: Catalogue) => new Map<Kind, ListPage[]>())

/** All pages of a list, the first at the address of the list. A list that fits one page is that page. */
export function listPages(kind: Kind, catalogue: Catalogue): ListPage[] {
  const known = made(catalogue)
  const paged = PAGED[kind]
  if (!paged) throw new Error(`the list of ${kind} has no pages`)
  const pages = known.get(kind) ?? cut(paged.list(catalogue), paged.size)
  known.set(kind, pages)
  return pages
}

/** The first page of a list. */
export const firstPage = (kind: Kind, catalogue: Catalogue): ListPage => listPages(kind, catalogue)[0] as ListPage

/** Every page of a list but the first, of all lists. */
export const furtherPages = (catalogue: Catalogue): Array<{ kind: Kind; number: number }> =>
  (Object.keys(PAGED) as Kind[]).flatMap((kind) =>
    listPages(kind, catalogue)
      .slice(1)
      .map((_, index) => ({ kind, number: index + 2 })),
  )

/** Cuts a list into pages of at most `size` entries; groups go on over the cut. */
export function cut(list: ListPage, size: number): ListPage[] {
  const rows = list.groups.flatMap((group) => group.items.map((item) => ({ group, item })))
  const count = Math.ceil(rows.length / size)
  if (count <= 1) return [list]
  return Array.from({ length: count }, (_, index): ListPage => {
    const number = index + 1
    const shown = rows.slice(index * size, number * size)
    const groups = [...Map.groupBy(shown, ({ group }) => group)].map(([group, members]) => ({
      ...group,
      items: members.map(({ item }) => item),
      count: group.items.length,
    }))
    const paging = pagingOf(list.meta.path, number, count)
    if (number === 1) return { ...list, groups, paging }
    const { meta } = list
    const crumbs = [
      ...meta.crumbs.slice(0, -1),
      { name: meta.crumbs.at(-1)?.name ?? list.title, path: meta.path },
      { name: `第${number}页` },
    ]
    // Other editions have no further pages.
    const { title, description, feed } = meta
    return {
      ...list,
      meta: {
        title: `${title}，第${number}页`,
        description: `${description}第${number}页，共${count}页。`,
        path: pageAddress(meta.path, number),
        crumbs,
        ...(feed !== undefined && { feed }),
      },
      groups,
      paging,
    }
  })
}
