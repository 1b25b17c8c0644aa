/**
 * Days pass on a page that stays in a cache. What is shown from a day on appears, what is shown until
 * a day goes, by the visitor's date in Beijing. Only forwards: a clock that runs behind changes nothing.
 */
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

for (const element of document.querySelectorAll<HTMLElement>('[data-shown-from], [data-shown-until]')) {
  const { shownFrom, shownUntil } = element.dataset
  if (shownFrom && today >= shownFrom) {
    element.hidden = false
    element.removeAttribute('aria-hidden')
  }
  if (shownUntil && today > shownUntil) element.hidden = true
}
