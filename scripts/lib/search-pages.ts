import { digest } from '../../src/cache/cache.ts'
import { WORD_BREAK, withBreaks } from '../../src/search/segment.ts'

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
  return body === undefined ? undefined : { url: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html: body }
}

/**
 * The page with marks between the words of its text. Pagefind can cut Chinese itself, but keeps half
 * a megabyte a page while it does; text that comes cut costs a fifth (docs/search-scale.md).
 * Filters are names, not text, and stay whole.
 */
export function segmented({ html }: SearchPage): string {
  const body = html.replace(/(<[^>]*>)([^<]+)/g, (whole, tag: string, text: string) =>
    tag.includes('data-pagefind-filter') || !text.trim() ? whole : `${tag}${WORD_BREAK}${cut(text)}${WORD_BREAK}`,
  )
  return `<!doctype html><html lang="und"><head><title></title></head><body>${body}</body></html>`
}

/** Character references are one character each and must not be cut. */
const cut = (text: string): string =>
  text
    .split(/(&[#\w]+;)/)
    .map((part, at) => (at % 2 === 1 ? part : withBreaks(part)))
    .join('')

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
  return shards.map((unsorted) => {
    const sorted = unsorted.toSorted((a, b) => (a.url < b.url ? -1 : 1))
    return { key: digest(version, ...sorted.flatMap(({ url, html }) => [url, html])), pages: sorted }
  })
}
