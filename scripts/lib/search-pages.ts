import { digest } from '../../src/cache/cache.ts'
import { pathOfFile } from './site.ts'

/** A page as the full-text index sees it. */
export interface SearchPage {
  /** Address without base path. */
  url: string
  /** The part that is marked to be indexed. */
  html: string
}

const BODY = /<main\b[^>]*\bdata-pagefind-body\b[\s\S]*?<\/main>/
const DRAWN = /<(script|style|svg)\b[\s\S]*?<\/\1>/g

/**
 * The part of a page that is searched, or undefined where nothing is.
 * @param file path below dist/
 */
export function searchPage(file: string, html: string): SearchPage | undefined {
  const body = BODY.exec(html)?.[0].replace(DRAWN, '')
  return body === undefined ? undefined : { url: pathOfFile(file), html: body }
}

/** The page for the engine: only what is searched. */
export const documentOf = ({ html }: SearchPage): string =>
  `<!doctype html><html lang="zh-CN"><body>${html}</body></html>`

/** Pages that are indexed together, and a key that changes when anything in them does. */
export interface Shard {
  key: string
  pages: SearchPage[]
}

/**
 * Divides pages into shards of about `size` pages. A page stays in its shard as long as the number
 * of shards stays, which is a power of two, so that a growing site seldom moves its pages.
 * @param version whatever else the index depends on
 */
export function shardsOf(pages: readonly SearchPage[], size: number, version: string): Shard[] {
  let count = 1
  while (pages.length > size * count) count *= 2
  const shards = Array.from({ length: count }, () => [] as SearchPage[])
  for (const page of pages) shards[Number.parseInt(digest(page.url).slice(0, 8), 16) % count]?.push(page)
  return shards
    .filter(({ length }) => length > 0)
    .map((unsorted) => {
      const sorted = unsorted.toSorted((a, b) => (a.url < b.url ? -1 : 1))
      return { key: digest(version, ...sorted.flatMap(({ url, html }) => [url, html])), pages: sorted }
    })
}
