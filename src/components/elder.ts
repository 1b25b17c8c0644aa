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
const reader = bar?.querySelector<HTMLButtonElement>('[data-elder-read]')
const off = bar?.querySelector<HTMLButtonElement>('[data-elder-off]')

/** The two words of the reader, in the language of the page: as it is first, and while it reads. */
const [READ, READING] = [reader?.textContent ?? '', reader?.dataset.other ?? ''] as const

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

function stopReading(): void {
  if (reader && 'speechSynthesis' in window) {
    speechSynthesis.cancel()
    reader.textContent = READ
  }
}

/** What is read as one piece: browsers cut long utterances off. */
const PIECES = 'h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption, summary, time, strong, .kind'

/** What stands on the page and is not read: marks of notes, and what is only for the eye or not for now. */
const SILENT = '.mark, [hidden], [aria-hidden], script, style'

/** The words of a piece itself; pieces inside it are read for themselves. */
function ownWords(piece: Element, pieces: ReadonlySet<Element>): string {
  const words = [...piece.childNodes].map((node) => {
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? node.textContent : ''
    return node.matches(SILENT) || pieces.has(node) ? ' ' : ownWords(node, pieces)
  })
  return words.join('')
}

/** Everything that is read on the page, in order. */
function spokenTexts(): string[] {
  const isShown = (piece: Element) => piece.checkVisibility?.() ?? piece.getClientRects().length > 0
  // Emphasis inside a sentence belongs to it; standing alone it is a label.
  const isLabel = (piece: Element) => !piece.matches('time, strong, .kind') || !piece.closest('p, dd, td, h1, h2, h3')
  const pieces = new Set(
    [...document.querySelectorAll('main')].flatMap((main) =>
      [...main.querySelectorAll(PIECES)].filter(
        (piece) => isLabel(piece) && isShown(piece) && !piece.closest(`.notes, nav, ${SILENT}`),
      ),
    ),
  )
  return [...pieces].map((piece) => ownWords(piece, pieces).replace(/\s+/g, ' ').trim()).filter((words) => words !== '')
}

/** Taiwan's where the device speaks it; others would stay silent. */
const traditionalVoice = () =>
  speechSynthesis.getVoices().some(({ lang }) => /^zh[-_]TW/.test(lang)) ? 'zh-TW' : 'zh-CN'

function readAloud(button: HTMLButtonElement): void {
  const spoken = spokenTexts()
  if (spoken.length === 0) return
  button.textContent = READING
  const language = root.lang === 'zh-Hant' ? traditionalVoice() : root.lang
  for (const [at, words] of spoken.entries()) {
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.lang = language
    utterance.rate = 0.9
    if (at === spoken.length - 1) utterance.onend = stopReading
    speechSynthesis.speak(utterance)
  }
}

if (reader && 'speechSynthesis' in window) {
  reader.hidden = false
  reader.addEventListener('click', () => {
    if (reader.textContent === READING) stopReading()
    else readAloud(reader)
  })
  addEventListener('pagehide', stopReading)
}
