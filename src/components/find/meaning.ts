import type { FinderIndex, RegionRow, TradeRow } from '../../search/finder/data.ts'
import type { Found } from '../../search/finder/found.ts'
import { withBase } from '../../urls/base.ts'
import { element } from '../dom.ts'

/** What the finder made of a query, in words with links. */

/** A sentence with links in it. */
export type Said = Array<string | HTMLElement>

/** Where links lead: below which path the site lies, and the search page asked for something else. */
export interface Ways {
  base: string
  addressOf(query: string): string
}

/** So many trades of a family are offered beside those that were asked for. */
const NEIGHBOURS = 5

/** How a query was understood, and what of it was not; empty where nothing is to be said. */
export function meaningOf(query: string, found: Found, ways: Ways): Said {
  const { matches, elsewhere, trades, regions, without = [], unread = [], wishes = [] } = found
  const isNothing = matches.length + elsewhere.length === 0
  // A thing or a scene names no trade; the first brand was found by the one it makes think of.
  const guess = trades.length === 0 && matches[0]?.reasons.find(({ owner, of }) => owner && of !== 'region')?.owner
  const parts: Said[] = [
    trades.length > 0 ? ['工种是', pagesOf('trades', trades, ways)] : [],
    guess ? ['多半是找', element('strong', {}, guess)] : [],
    regions.length > 0 ? ['地区是', pagesOf('regions', regions, ways)] : [],
    without.length > 0 ? ['不要', pagesOf('regions', without, ways), '的'] : [],
  ].filter((part) => part.length > 0)
  const said: Said = parts.flatMap((part, at) => [at > 0 ? '，' : `“${query}”这样理解：`, ...part])
  if (parts.length > 0) said.push('。')
  const [asked] = isNothing ? trades : []
  if (asked && without.length > 0) said.push('别处没有查到。')
  else if (asked) said.push('别的词没有看懂，只搜这一样：', queryLink(asked.name, ways), '。')
  else if (unread.length > 0) said.push(`“${unread.join('”“')}”没有看懂。`)
  if (wishes.length > 0) said.push(`“${wishes.join('”“')}”没有用来找，联系时再问。`)
  return said
}

/** A few other trades of the same families that some brand offers. */
export function neighboursOf(trades: readonly TradeRow[], { trades: rows, brands }: FinderIndex, ways: Ways): Said {
  const families = new Set(trades.map(({ parent }) => parent))
  const offered = new Set(brands.flatMap((brand) => brand.trades))
  const near = rows
    .filter((row, at) => row.parent >= 0 && families.has(row.parent) && offered.has(at) && !trades.includes(row))
    .slice(0, NEIGHBOURS)
  if (near.length === 0) return []
  return ['相近的工种：', ...near.flatMap(({ name }, at) => [at > 0 ? '、' : '', queryLink(name, ways)]), '。']
}

/** What was understood, each with its page; of a place without brands the index has no address. */
function pagesOf(list: 'trades' | 'regions', rows: ReadonlyArray<TradeRow | RegionRow>, { base }: Ways): HTMLElement {
  const links = rows.flatMap((row, at) => {
    const name = 'short' in row ? row.short : row.name
    const href = withBase(`/${list}/${row.id}/`, base)
    return [at > 0 ? '、' : '', row.id ? element('a', { href }, name) : name]
  })
  return element('strong', {}, ...links)
}

/** A link that asks something else. */
export const queryLink = (query: string, { addressOf }: Ways): HTMLElement =>
  element('a', { href: addressOf(query), 'data-query': query }, query)
