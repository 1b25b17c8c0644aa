/**
 * The large-print version: one tap on, a larger size with each further tap, reading aloud, one tap
 * off. The choice is kept in this browser and applied in the head before anything is painted. Loaded
 * with the first tap, or when the choice was made before; until then its buttons wait.
 */
const SIZES = ['22', '26', '30'] as const

const root = document.documentElement
const toggle = document.querySelector<HTMLButtonElement>('[data-elder-toggle]')
const bar = document.querySelector<HTMLElement>('[data-elder-bar]')
const larger = bar?.querySelector<HTMLButtonElement>('[data-elder-larger]')
const reader = bar?.querySelector<HTMLButtonElement>('[data-elder-read]')
const off = bar?.querySelector<HTMLButtonElement>('[data-elder-off]')

/** The two words of a button, in the language of the page: as it is first, and when it is on. */
const wordsOf = (button: HTMLButtonElement | null | undefined) =>
  [button?.textContent ?? '', button?.dataset.other ?? ''] as const
const [LARGER, SMALLER] = wordsOf(larger)
const [READ, READING] = wordsOf(reader)

function apply(size: string): void {
  root.dataset.elder = size
  if (toggle) toggle.hidden = size !== ''
  if (larger) larger.textContent = size === SIZES.at(-1) ? SMALLER : LARGER
  if (!size) stopReading()
  try {
    if (size) localStorage.setItem('elder', size)
    else localStorage.removeItem('elder')
  } catch {
    // Storage may be refused; the choice then lasts for this page.
  }
}

larger?.addEventListener('click', () => {
  const at = (SIZES as readonly string[]).indexOf(root.dataset.elder ?? '')
  apply(SIZES[(at + 1) % SIZES.length] as string)
})
off?.addEventListener('click', () => {
  apply('')
  toggle?.focus()
})
for (const button of [larger, off]) if (button) button.disabled = false

/** Applies the size that the page has, and keeps it. */
export const settle = (): void => apply(root.dataset.elder ?? '')

/** Where the reader goes on after switching on. */
export const focusBar = (): void => larger?.focus()

function stopReading(): void {
  if (reader && 'speechSynthesis' in window) {
    speechSynthesis.cancel()
    reader.textContent = READ
  }
}

/** Paragraph by paragraph: browsers cut long utterances off. Footnote marks are not read. */
function readAloud(button: HTMLButtonElement): void {
  const blocks = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dd)')].filter(
    (block) => block.checkVisibility() && !block.closest('.notes, nav') && !block.querySelector('p, li'),
  )
  const texts = blocks.map((block) => {
    const copy = block.cloneNode(true) as Element
    for (const mark of copy.querySelectorAll('.mark')) mark.remove()
    return copy.textContent?.trim() ?? ''
  })
  const spoken = texts.filter((words) => words !== '')
  button.textContent = READING
  for (const [at, words] of spoken.entries()) {
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.lang = root.lang.startsWith('zh') ? 'zh-CN' : root.lang
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
