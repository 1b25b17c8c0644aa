/**
 * Notes that are opened here rise over the page and leave no trace in its history: however many were read, Back leaves the page, in
 * the browser of WeChat too, which has no other way out. Whatever puts a note away leaves the page where it stands. A source is cited
 * in many places, and its link back can name only one of them; so the way back from here is where the reader was.
 */
let isFromHere = false

/** An address that names nothing on the page has no target and moves nothing; then the address is as it was before the note. */
function putAway(): void {
  isFromHere = false
  location.replace('#-')
  history.replaceState(null, '', location.pathname)
}

document.addEventListener('click', (event) => {
  // Those who ask for another tab get it.
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  const target = event.target as Element
  const link = target.closest<HTMLAnchorElement>('a[href^="#"]')
  const isBack = link?.matches('.notes .back')
  if (link && /^#n\d+$/.test(link.hash)) {
    event.preventDefault()
    location.replace(link.hash)
    isFromHere = true
    // Fingers and mice need no more than this, and no network; a key is led back to the mark as well.
    if (!event.detail)
      import('./notes-keys.ts').then(
        (keys) => keys.opened(link),
        () => undefined,
      )
  } else if (isFromHere && (isBack || !target.closest('.notes'))) {
    if (isBack) event.preventDefault()
    putAway()
  }
})
