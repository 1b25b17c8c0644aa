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
  /** Those that were accepted. */
  pages: Announced[]
  /** Addresses that the engine takes for those of another site, or for none. */
  refused: string[]
  /** What the engine said. */
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
    const { success, refused } = readAnswer(text)
    const accepted = pages.filter(({ page }) => !refused.includes(page))
    // A number that fits no list leaves open which were taken: then none is crossed off.
    const isAccepted = response.ok && success === accepted.length
    return { pages: isAccepted ? accepted : [], refused, words: text.replaceAll(token, '***'), isAccepted }
  } catch (error) {
    return { pages: [], refused: [], words: String(error).replaceAll(token, '***'), isAccepted: false }
  }
}

/** What the engine answers: `{"remain":1,"success":2,"not_same_site":[…],"not_valid":[…]}`, the lists only where they hold something. */
function readAnswer(text: string): { success: number | undefined; refused: string[] } {
  try {
    const { success, not_same_site = [], not_valid = [] } = JSON.parse(text)
    return { success, refused: [not_same_site, not_valid].flat().map(String) }
  } catch {
    return { success: undefined, refused: [] }
  }
}
