/** An address to announce, and when its content last changed; empty where that is not known. */
export interface Announced {
  page: string
  changed: string
}

/** What Baidu's endpoint for ordinary inclusion takes in one call. */
const BATCH = 2000

/** The addresses of a site map with their dates. */
export function readSitemap(xml: string): Announced[] {
  return [...xml.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(
    ([, page = '', changed = '']) => ({ page: page.replaceAll('&amp;', '&'), changed }),
  )
}

/** The files that a site map of site maps names, by their place in the site's folder; none for a map of pages. */
export const partsOf = (xml: string): string[] =>
  [...xml.matchAll(/<sitemap><loc>[^<]*\/([^/<]+\.xml)<\/loc>/g)].map(([, file = '']) => file)

/** Addresses that are new or have changed since they were last announced. */
export const toAnnounce = (map: readonly Announced[], sent: ReadonlyMap<string, string>): Announced[] =>
  map.filter(({ page, changed }) => sent.get(page) !== changed)

/** Where to announce; the token comes from the search engine's console and is a secret. */
export interface Endpoint {
  address: string
  token: string
}

/** How one call went. */
export interface Answer {
  pages: Announced[]
  /** What was accepted, or why nothing was. */
  words: string
  isAccepted: boolean
}

/**
 * Announces addresses of one site, in as many calls as needed, and stops at the first refusal.
 * The token is in no message.
 */
export async function* announce(pages: readonly Announced[], { address, token }: Endpoint): AsyncGenerator<Answer> {
  const [first] = pages
  if (!first) return
  const target = new URL(address)
  target.searchParams.set('site', new URL(first.page).origin)
  target.searchParams.set('token', token)
  for (let at = 0; at < pages.length; at += BATCH) {
    const batch = pages.slice(at, at + BATCH)
    const answer = await call(target, batch, token)
    yield answer
    if (!answer.isAccepted) return
  }
}

async function call(target: URL, pages: Announced[], token: string): Promise<Answer> {
  try {
    const response = await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: pages.map(({ page }) => page).join('\n'),
    })
    const text = await response.text()
    return { pages, words: text.replaceAll(token, '***'), isAccepted: response.ok && /"success"\s*:/.test(text) }
  } catch (error) {
    return { pages, words: String(error).replaceAll(token, '***'), isAccepted: false }
  }
}
