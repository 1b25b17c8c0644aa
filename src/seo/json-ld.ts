import type { BreadcrumbList, ListItem, Thing, WebSite } from 'schema-dts'

/** Structured data of a page. Addresses of ours are written without origin and base, `/brands/x/`. */
export type Structured = Exclude<Thing, string>

/** Keys whose value is an address. */
const ADDRESSES = new Set(['@id', 'url', 'item', 'image', 'contentUrl', 'urlTemplate', 'mainEntityOfPage'])

/** The breadcrumb, equal to the visible one. */
export function breadcrumb(crumbs: ReadonlyArray<{ name: string; path?: string }>): Exclude<BreadcrumbList, string> {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(
      ({ name, path }, index): ListItem => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        ...(path ? { item: path } : {}),
      }),
    ),
  }
}

/**
 * The site, and how to search it.
 * @param prefix of an edition: `/en`
 */
export function webSite(name: string, language: string, prefix = ''): Exclude<WebSite, string> {
  return {
    '@type': 'WebSite',
    '@id': `${prefix}/#site`,
    url: `${prefix}/`,
    name,
    inLanguage: language,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${prefix}/find/?q={search_term_string}` },
      // The way search engines expect it; schema.org has no type for it.
      ...({ 'query-input': 'required name=search_term_string' } as object),
    },
  }
}

/** Makes every address of ours absolute; addresses elsewhere and all other text stay. */
function absolute(value: unknown, resolve: (path: string) => string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => absolute(item, resolve, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, absolute(item, resolve, name)]))
  }
  return typeof value === 'string' && ADDRESSES.has(key) && value.startsWith('/') ? resolve(value) : value
}

/**
 * The content of `<script type="application/ld+json">`.
 * @param resolve an address of ours → the absolute one
 * @returns JSON in which nothing can end the script element
 */
export function jsonLd(things: readonly Structured[], resolve: (path: string) => string): string {
  const graph = { '@context': 'https://schema.org', '@graph': things.map((thing) => absolute(thing, resolve)) }
  return JSON.stringify(graph).replaceAll('<', '\\u003c')
}
