import { stopReading } from './read-aloud.ts'

/**
 * The large-print version: one tap on, three sizes, white on black, reading aloud, one tap off. The choice is kept
 * in this browser and applied in the head before anything is painted. Loaded with the first tap, or when the
 * choice was made before; until then its buttons wait.
 *
 * The choice is one word or two, for the styles as for the storage: `26`, or `26 black`. Nothing chosen, no attribute.
 */
const BLACK = 'black'

const root = document.documentElement
const toggle = document.querySelector<HTMLButtonElement>('[data-elder-toggle]')
const bar = document.querySelector<HTMLElement>('.elder-bar')
const sizes = [...(bar?.querySelectorAll<HTMLButtonElement>('[data-size]') ?? [])]
const black = bar?.querySelector<HTMLButtonElement>('[data-elder-black]')
const off = bar?.querySelector<HTMLButtonElement>('[data-elder-off]')

/** The size that the page has, and whether it is white on black. */
function chosen(): { size: string; isBlack: boolean } {
  const [size = '', colours] = (root.dataset.elder ?? '').split(' ')
  return { size, isBlack: colours === BLACK }
}

/** @param size empty for the normal version */
function apply(size: string, isBlack: boolean): void {
  const choice = size && isBlack ? `${size} ${BLACK}` : size
  if (choice) root.dataset.elder = choice
  else delete root.dataset.elder
  if (toggle) toggle.hidden = size !== ''
  for (const button of sizes) button.setAttribute('aria-pressed', String(button.dataset.size === size))
  black?.setAttribute('aria-pressed', String(isBlack))
  if (!size) stopReading()
  try {
    if (choice) localStorage.setItem('elder', choice)
    else localStorage.removeItem('elder')
  } catch {
    // Storage may be refused; the choice then lasts for this page.
  }
}

for (const button of sizes) button.addEventListener('click', () => apply(button.dataset.size ?? '', chosen().isBlack))
black?.addEventListener('click', () => {
  const { size, isBlack } = chosen()
  apply(size, !isBlack)
})
off?.addEventListener('click', () => {
  apply('', false)
  toggle?.focus()
})
if (bar) bar.inert = false

/** Applies what was chosen on the page, and keeps it. */
export function settle(): void {
  const { size, isBlack } = chosen()
  apply(size, isBlack)
}

/** Where the reader goes on after switching on. */
export const focusBar = (): void => sizes[0]?.focus()
