import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles, pathOfFile } from '../lib/site.ts'

/** What a site consists of, counted, so that only sites of equal work are timed against each other. */

/** A page of a built site. */
export interface CountedPage {
  /** Address: `/brands/x/`. */
  path: string
  /** What pages of its make share: `brands/*`, `embed/brands/*`, `regions/*`; a page of its own is its path. */
  make: string
  bytes: number
  /** Ids of the entries it links to, each once, in order. */
  links: string[]
  /** The entry whose page, or whose sheet, it is. */
  entry: string | undefined
}

/** Pages that differ in number or size by more than this are no equal work. */
export const TOLERANCE = { pages: 0.02, bytes: 0.05 } as const

/** Two sites that are not the same work: their times must not be compared. */
export class UnequalWork extends Error {
  override name = 'UnequalWork'
}

/** Single pages are those of a folder with fewer pages than this. */
const FEW = 6
const LINK = /href="[^"]*?\/(?:brands|figures|stories)\/([a-z0-9-]+)\/"/g

/**
 * The pages of a built site, without those that only send on to another.
 * @param ids of the entries
 */
export function countPages(dist: string, ids: ReadonlySet<string>): CountedPage[] {
  const pages = listFiles(dist)
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const html = readFileSync(join(dist, file))
      const text = html.toString('utf8')
      if (html.length < 2_000 && /http-equiv="?refresh/i.test(text)) return []
      const path = pathOfFile(file)
      const entry = path.split('/').find((part) => ids.has(part))
      const links = [...new Set([...text.matchAll(LINK)].map(([, id]) => id as string).filter((id) => ids.has(id)))]
      return { path, bytes: html.length, links, entry }
    })
  const siblings = Map.groupBy(pages, ({ path }) => parentOf(path))
  return pages.map((page) => {
    const parent = parentOf(page.path)
    const isMany = (siblings.get(parent)?.length ?? 0) >= FEW && parent !== '/'
    const make = page.entry ? page.path.replace(`/${page.entry}/`, '/*/') : isMany ? `${parent}*/` : page.path
    return { ...page, make }
  })
}

const parentOf = (path: string): string => path.replace(/[^/]+\/?$/, '')

/** Pages and bytes of a site. */
export interface Size {
  pages: number
  bytes: number
}

/** Pages and bytes, in all. */
export const sizeOfAll = (pages: readonly CountedPage[]): Size => ({
  pages: pages.length,
  bytes: pages.reduce((sum, { bytes }) => sum + bytes, 0),
})

/** Pages and bytes by make. */
export const sizesByMake = (pages: readonly CountedPage[]): Map<string, Size> =>
  new Map([...Map.groupBy(pages, ({ make }) => make)].map(([make, group]) => [make, sizeOfAll(group)]))

/**
 * Makes sure that two sites are equal work: as many pages, as many bytes of HTML.
 * @throws UnequalWork when they are not
 */
export function demandEqual(ours: Size, theirs: Size, name: string): void {
  for (const key of ['pages', 'bytes'] as const) {
    const difference = Math.abs(theirs[key] - ours[key]) / ours[key]
    if (!(difference <= TOLERANCE[key])) {
      const percent = (difference * 100).toFixed(1)
      throw new UnequalWork(
        `${name} is not equal work: ${theirs[key]} ${key} against ${ours[key]}, ${percent} % apart; at most ${TOLERANCE[key] * 100} % may be.`,
      )
    }
  }
}
