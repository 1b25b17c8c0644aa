import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import type { Redirects } from '../catalogue/redirects.ts'
import { PAGES, readLink } from '../urls/paths.ts'
import { LIST_NAMES, type PageMeta } from './page.ts'

/** The page left at an address that has none of its own any more: it leads on, or says that nothing is there. */
export type FormerPage =
  | { from: string; to: string; name: string; meta: PageMeta }
  | { from: string; to?: undefined; name?: undefined; meta?: undefined }

/** One page for each former address. */
export function formerPages(catalogue: Catalogue, { moved, gone }: Redirects): FormerPage[] {
  return [
    ...moved.map(({ from, to }): FormerPage => {
      const entry = entryAt(to, catalogue)
      const name = entry?.name ?? '新的一页'
      const kind = entry ? LIST_NAMES[entry.kind] : ''
      const former = from.slice(1, -1)
      return {
        from,
        to,
        name,
        meta: {
          title: `${name}换了地址（${former}）`,
          description: `${kind}“${name}”的旧地址 ${former}，现在转到新的一页。`,
          path: from,
          crumbs: [{ name: '首页', path: PAGES.home }, { name: '换了地址' }],
          noindex: true,
        },
      }
    }),
    ...gone.map((from) => ({ from })),
  ]
}

function entryAt(address: string, catalogue: Catalogue): Entry | undefined {
  const target = readLink(address)
  return target.type === 'entry' ? catalogue.find(target.kind, target.id) : undefined
}
