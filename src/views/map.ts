import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import type { MapEntry } from '../feeds/sitemap.ts'
import { KINDS, type Kind } from '../schemas/index.ts'
import { originalPath } from '../urls/editions.ts'
import { listPath, onListPage, PAGES } from '../urls/paths.ts'
import { changedOn, latest, timestamp } from './changed.ts'
import { shownPhotos } from './consent.ts'
import { directoryPages } from './directory.ts'
import { twinsOf } from './editions.ts'
import { englishPages } from './english.ts'
import { pageAddress } from './page.ts'
import { furtherPages } from './paging.ts'
import { photoView } from './photos.ts'
import { regionsWithContent } from './tables.ts'
import { tileFor } from './tiles.ts'

/**
 * Every page that may be indexed, for crawlers: lists change with their newest entry, pages that the
 * content does not date carry no date.
 * @param origin absolute address of the site's root, without a slash at its end
 */
export function mapEntries(catalogue: Catalogue, origin: string): MapEntry[] {
  const english = new Set(englishPages(catalogue).map(({ meta }) => originalPath(meta.path)))
  return chineseEntries(catalogue, origin).flatMap((entry) => {
    const path = entry.page.slice(origin.length)
    const twins = twinsOf({ path, english: english.has(path) ? 'twin' : undefined })
    const alternates = twins.map(({ language, path }) => ({ language, page: origin + path }))
    const others = twins.slice(1).map(({ path }) => ({ ...entry, page: origin + path, images: [], alternates }))
    return [{ ...entry, alternates }, ...others]
  })
}

type ChineseEntry = Omit<MapEntry, 'alternates'>

function chineseEntries(catalogue: Catalogue, origin: string): ChineseEntry[] {
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => kind !== 'programme')
  const entries = kinds.flatMap((kind): ChineseEntry[] => {
    // Lists without pages of their own open with their first entry; several may share a page.
    if (onListPage(kind)) {
      return catalogue.list(kind).length > 0 ? [{ page: origin + listPath(kind), changed: undefined, images: [] }] : []
    }
    const list: readonly Entry[] = kind === 'region' ? regionsWithContent(catalogue) : catalogue.list(kind)
    const pages = list.map((entry): ChineseEntry => {
      const tile = tileFor(entry, catalogue)
      // Photographs of people whose consent does not hold today are no files of the site.
      const shown = shownPhotos(entry, catalogue)
      const photos = Object.entries(entry.photos).flatMap(([src, photo]) =>
        shown.has(src) ? photoView(NO_WORDS, photo).fallback : [],
      )
      return {
        page: origin + entry.path,
        changed: w3c(changedOn(entry, catalogue)),
        images: [...(tile ? [tile.jpeg] : []), ...photos].map((path) => origin + path),
      }
    })
    return [
      { page: origin + listPath(kind), changed: latest(pages.map(({ changed }) => changed)), images: [] },
      ...pages,
    ]
  })
  const newest = latest(entries.map(({ changed }) => changed))
  const fixed = Object.values(PAGES).map((path): ChineseEntry => {
    const changed = path === PAGES.home || path === PAGES.open ? newest : undefined
    return { page: origin + path, changed, images: [] }
  })
  const further = [
    ...furtherPages(catalogue).map(({ kind, number }) => pageAddress(listPath(kind), number)),
    ...Array.from({ length: directoryPages(catalogue) - 1 }, (_, index) => pageAddress(PAGES.directory, index + 2)),
  ].map((path): ChineseEntry => ({ page: origin + path, changed: undefined, images: [] }))
  return [...new Map([...fixed, ...entries, ...further].map((entry) => [entry.page, entry])).values()]
}

/** A map names pictures only by their address. */
const NO_WORDS = { alt: '', caption: '', credit: '', licence: '' }

/** Days stay days; minutes get the seconds that the format asks for. */
const w3c = (moment: string | undefined): string | undefined => (moment?.includes('T') ? timestamp(moment) : moment)
