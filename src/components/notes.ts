/**
 * Notes that were opened here lead back to where the reader was: a source is cited in many places, and its link back can name only
 * one of them. Whatever puts a note away leaves the page where it stands, and nothing in the history that Back would have to pass:
 * the browser of WeChat has no other way out.
 */
let isFromHere = false

const isNote = (hash: string): boolean => hash.startsWith('#n')

document.addEventListener('click', (event) => {
  const target = event.target as Element
  const link = target.closest<HTMLAnchorElement>('a[href^="#"]')
  if (link && isNote(link.hash)) {
    // One note after another is one step in the history.
    if (isFromHere) {
      event.preventDefault()
      location.replace(link.hash)
    } else history.scrollRestoration = 'manual'
    isFromHere = true
    // Fingers and mice need no more than this, and no network; a key is led back to the mark as well.
    if (!event.detail)
      import('./notes-keys.ts').then(
        (keys) => keys.opened(link),
        () => undefined,
      )
  } else if (isFromHere && (link ? link.matches('.notes .back') : !target.closest('.notes'))) {
    event.preventDefault()
    history.back()
  }
})

addEventListener('popstate', () => {
  isFromHere = isNote(location.hash)
  // The browser looks at it once more after this.
  setTimeout(() => {
    history.scrollRestoration = 'auto'
  }, 200)
})
