/**
 * Notes by keyboard, loaded with the first one that a key opens: the way back leads the focus to its mark, Escape is a way back, and
 * going on past the last link of the sheet puts it away, because it lies over the foot of the page.
 */

/** The mark that has opened the note that is up. */
let mark: HTMLElement | undefined

/** @param link the mark that a key has followed */
export function opened(link: HTMLElement): void {
  mark = link
}

/** As a tap beside the note, which leaves the page where it stands. */
const putAway = (): void => document.body.click()

const isUp = (): boolean => document.querySelector('.notes li:target') !== null

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && mark && isUp()) putAway()
})

addEventListener('hashchange', () => {
  if (!mark || isUp()) return
  mark.focus({ preventScroll: true })
  mark = undefined
})

document.addEventListener('focusin', ({ target }) => {
  if (!mark || !isUp() || (target as Element).closest('.notes li:target, a[href^="#n"]')) return
  mark = undefined
  putAway()
})
