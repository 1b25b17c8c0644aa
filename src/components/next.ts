/**
 * Fetches the page a reader is about to open: the one whose link a mouse rests on, or that is
 * pressed. One fetch a page view and no more, and none for readers who save data. Rules that act by
 * themselves on hover know no such bound, so the rule in the head asks for a mark, and here it is
 * set. Browsers that do not know such rules fetch nothing.
 */

import { isSparing } from './sparing.ts'

/** How long a mouse must rest, in milliseconds. Passing over links on the way elsewhere takes less. */
const REST = 100

let timer: ReturnType<typeof setTimeout>
let spent = isSparing

function fetchNext(link: HTMLAnchorElement): void {
  if (spent) return
  spent = true
  link.dataset.next = ''
}

/** The link to another page of ours below the pointer; not to files, which are not opened but kept. */
function linkOf({ target }: Event): HTMLAnchorElement | undefined {
  const link = (target as Element).closest?.<HTMLAnchorElement>('a[href]:not([download])')
  if (link?.origin !== location.origin || link.pathname === location.pathname) return undefined
  return link.pathname.endsWith('/') ? link : undefined
}

addEventListener('pointerover', (event) => {
  clearTimeout(timer)
  const link = event.pointerType === 'mouse' && linkOf(event)
  if (link) timer = setTimeout(fetchNext, REST, link)
})
addEventListener('pointerdown', (event) => {
  const link = linkOf(event)
  if (link) fetchNext(link)
})
