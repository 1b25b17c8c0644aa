/** What a page sends with it; addresses are absolute. */
export interface Shared {
  /** What the card says, at most `CARD_TITLE` characters. */
  title: string
  /** Canonical address of the page. */
  page: string
  /** A square JPEG of at least 300 pixels. */
  picture: string
}

/** Longest title, in characters, that a WeChat card shows whole. */
export const CARD_TITLE = 26

/** The first of the candidates that fits a card; if none does, the first one cut. */
export function cardTitle(...candidates: [string, ...string[]]): string {
  const fitting = candidates.find((text) => [...text].length <= CARD_TITLE)
  return fitting ?? `${[...candidates[0]].slice(0, CARD_TITLE - 1).join('')}…`
}

/** Where a page can be sent without any script of ours or theirs: plain links. */
export function shareLinks({ title, page, picture }: Shared): Array<{ name: string; href: string }> {
  const link = (address: string, query: Record<string, string>) =>
    `${address}?${Object.entries(query)
      .map(([name, value]) => `${name}=${escapeQuery(value)}`)
      .join('&')}`
  return [
    { name: '微博', href: link('https://service.weibo.com/share/share.php', { url: page, title, pic: picture }) },
    { name: 'QQ', href: link('https://connect.qq.com/widget/shareqq/index.html', { url: page, title, pics: picture }) },
  ]
}

/** Only what would end or change a query is escaped: browsers escape Chinese themselves, and the page stays smaller. */
const escapeQuery = (value: string): string => value.replace(/[%&+#\s"<>\\^`{|}]/g, encodeURIComponent)
