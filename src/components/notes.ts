/**
 * The way back from a note leads to where the reader was: a source is cited in many places, and its link back can name only one of
 * them. A tap beside the note puts it away and leaves the page where it stands; so do Escape and going on past its last link,
 * because the sheet lies over the foot of the page. Loaded with the first note that is opened; until then links are links.
 */

/** The mark that opened the note that is up. */
let mark: HTMLElement | undefined

/** @param link the mark that has opened a note: the way back leads to it, and the keyboard goes on there */
export function opened(link: HTMLElement): void {
  mark = link
}

/** An address that names nothing on the page has no target and moves nothing; then the address is as it was before the note. */
function putAway(): void {
  if (!mark) return
  mark = undefined
  location.replace('#-')
  history.replaceState(null, '', location.pathname)
}

document.addEventListener('click', (event) => {
  const target = event.target as Element
  const link = target.closest<HTMLAnchorElement>('a[href^="#"]')
  if (!link) {
    if (!target.closest('.notes')) putAway()
  } else if (mark && link.matches('.notes .back')) {
    const from = mark
    event.preventDefault()
    addEventListener('popstate', () => from.focus({ preventScroll: true }), { once: true })
    mark = undefined
    history.back()
  } else if (!link.hash.startsWith('#n')) mark = undefined
})

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !mark) return
  const from = mark
  putAway()
  from.focus({ preventScroll: true })
})

document.addEventListener('focusin', ({ target }) => {
  if (!(target as Element).closest('.notes, [href^="#n"]')) putAway()
})
