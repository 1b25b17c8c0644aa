import { element } from '../dom.ts'

const KEY = 'recent-searches'
const MOST = 8

/** What was looked for lately, newest first. It never leaves this browser. */
function recent(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string').slice(0, MOST) : []
  } catch {
    // Storage may be refused; then nothing is remembered.
    return []
  }
}

function keep(list: readonly string[]): void {
  try {
    if (list.length > 0) localStorage.setItem(KEY, JSON.stringify(list))
    else localStorage.removeItem(KEY)
  } catch {
    // As above.
  }
}

/** Remembers a query that was asked for in earnest, not every letter on the way to it. */
export function remember(query: string): void {
  if (query) keep([query, ...recent().filter((other) => other !== query)].slice(0, MOST))
}

/** Shows the recent queries as links, with a button that forgets them. */
export function showRecent(box: HTMLElement, addressOf: (query: string) => string): void {
  const list = recent()
  box.hidden = list.length === 0
  const clear = element('button', { type: 'button', class: 'link' }, '清除')
  clear.addEventListener('click', () => {
    keep([])
    showRecent(box, addressOf)
  })
  box.replaceChildren(
    '最近找过 ',
    ...list.map((query) => element('a', { href: addressOf(query), 'data-query': query }, query)),
    clear,
  )
}
