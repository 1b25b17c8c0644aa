/**
 * The way back from a note that was opened here leads to where the reader was: a source is cited in many places, and its link
 * back can name only one of them. A tap beside the note puts it away and leaves the page where it stands.
 */
let isFromHere = false

/** An address that names nothing on the page has no target and moves nothing; then the address is as it was before the note. */
function putAway(): void {
  if (!isFromHere) return
  isFromHere = false
  location.replace('#-')
  history.replaceState(null, '', location.pathname)
}

document.addEventListener('click', (event) => {
  const target = event.target as Element
  const link = target.closest<HTMLAnchorElement>('a[href^="#"]')
  if (link) {
    if (isFromHere && link.matches('.notes .back')) {
      event.preventDefault()
      history.back()
    }
    isFromHere = link.hash.startsWith('#n')
    // Fingers and mice need no more than this, and no network; a key is led back to the mark as well.
    if (isFromHere && !event.detail)
      import('./notes-keys.ts').then(
        (keys) => keys.opened(link),
        () => undefined,
      )
  } else if (!target.closest('.notes')) putAway()
})
