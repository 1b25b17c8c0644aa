/**
 * The way back from a note that was opened here leads to where the reader was: a source is cited in many places, and its link
 * back can name only one of them.
 */
let isFromHere = false

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href^="#"]')
  if (!link) return
  if (isFromHere && link.matches('.notes .back')) {
    event.preventDefault()
    history.back()
  }
  isFromHere = link.hash.startsWith('#n')
})
