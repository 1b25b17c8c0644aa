/**
 * Reads the page aloud in the large-print version, with the voices of the device: piece by piece in the order of the page, each in
 * its language. Stopped, it goes on from there. While it reads, a second button stands at the thumb, so that it can be stopped from anywhere.
 */
const button = document.querySelector<HTMLButtonElement>('[data-elder-read]')

/** The two words of the button, in the language of the page: as it is first, and while it reads. */
const [READ, READING] = [button?.textContent ?? '', button?.dataset.other ?? ''] as const

/** What the button at the thumb says, what this one says when it was stopped, and where no voice begins. */
const WORDS: Readonly<Record<string, readonly [stop: string, goOn: string, mute: string]>> = {
  'zh-CN': ['停', '接着念', '这台设备念不了'],
  'zh-Hant': ['停', '接著唸', '這臺裝置唸不了'],
  en: ['Stop', 'Carry on', 'No voice on this device'],
}
const [STOP, GO_ON, MUTE] = WORDS[document.documentElement.lang] ?? ['', '', '']

/** Milliseconds after which a voice that has not begun will not come. */
const PATIENCE = 3000

/**
 * What stands on the page and is not read: marks of notes, what only acts or leads on, and what is not for now. Names only what
 * nearly every page has: rules for what a script names are kept in each.
 */
const SILENT = '.mark, [hidden], [aria-hidden], script, style, nav, button, .button, .no-print, .notes'

/** A piece to read: words in one language. */
interface Piece {
  said: string
  language: string
}

/** Everything that is read on the page, in its order. Browsers cut long pieces off, so it breaks wherever the page does. */
function piecesOf(part: Element): Piece[] {
  const pieces: Piece[] = []
  let words = ''
  const close = (language: string): void => {
    const plain = words.replace(/\s+/g, ' ').trim()
    if (/[\p{L}\p{N}]/u.test(plain)) pieces.push({ said: plain, language })
    words = ''
  }
  const read = (node: Node, language: string): void => {
    if (node instanceof Text) words += node.data
    if (!(node instanceof Element) || node.matches(SILENT)) return
    const { display } = getComputedStyle(node)
    const isFolded = node.parentElement?.matches('details:not([open])') && !node.matches('summary')
    if (display === 'none' || isFolded) return
    const own = (node as HTMLElement).lang || language
    const isApart = !/^(?:inline|contents)/.test(display) || own !== language
    if (isApart) close(language)
    for (const inner of node.childNodes) read(inner, own)
    if (isApart) close(own)
    // Links beside each other are no one word.
    else if (display !== 'inline' && display !== 'contents') words += ' '
  }
  read(part, document.documentElement.lang)
  close(document.documentElement.lang)
  return pieces
}

/** A voice's language: Taiwan's for traditional characters where the device speaks it; others would stay silent. */
function voiceFor(language: string): string {
  if (language !== 'zh-Hant') return language
  return speechSynthesis.getVoices().some(({ lang }) => /^zh[-_]TW/.test(lang)) ? 'zh-TW' : 'zh-CN'
}

let pieces: Piece[] = []
/** The piece that is read, or was when it was stopped. */
let at = 0
let waiting: ReturnType<typeof setTimeout> | undefined
/** Whether any voice has been heard. */
let hasBegun = false

/** The button at the thumb, in the colours of the other one. */
function thumbButton(like: HTMLElement): HTMLButtonElement {
  const { backgroundColor, color, fontSize } = getComputedStyle(like)
  const stop = like.cloneNode() as HTMLButtonElement
  stop.textContent = STOP
  delete stop.dataset.elderRead
  Object.assign(stop.style, { backgroundColor, color, fontSize, fontWeight: 700 })
  Object.assign(stop.style, { position: 'fixed', zIndex: 6, insetBlockEnd: '5rem', insetInlineEnd: '1rem' })
  Object.assign(stop.style, { minWidth: '64px', minHeight: '64px', borderWidth: '0', borderRadius: '50%' })
  stop.addEventListener('click', () => {
    stopReading()
    like.focus({ preventScroll: true })
  })
  return stop
}

let thumb: HTMLButtonElement | undefined
/** What is being said; nothing while it does not read. */
let current: SpeechSynthesisUtterance | undefined

/** Stops where it is. */
export function stopReading(words = at > 0 ? GO_ON : READ): void {
  if (!button || !('speechSynthesis' in window)) return
  clearTimeout(waiting)
  current = undefined
  speechSynthesis.cancel()
  button.textContent = words
  thumb?.remove()
}

function readOn(): void {
  const piece = pieces[at]
  if (!piece) {
    at = 0
    stopReading(hasBegun ? READ : MUTE)
    return
  }
  const utterance = new SpeechSynthesisUtterance(piece.said)
  utterance.lang = voiceFor(piece.language)
  utterance.rate = 0.9
  utterance.onstart = () => {
    hasBegun = true
    clearTimeout(waiting)
  }
  // After an error too: there may be no voice for this language and one for the next. Behind what was stopped nothing follows.
  const next = (): void => {
    if (current !== utterance) return
    at++
    readOn()
  }
  utterance.onend = next
  utterance.onerror = next
  current = utterance
  speechSynthesis.speak(utterance)
}

function beMute(): void {
  at = 0
  stopReading(MUTE)
}

function readAloud(like: HTMLButtonElement): void {
  if (at === 0) pieces = [...document.querySelectorAll('main')].flatMap(piecesOf)
  like.textContent = READING
  thumb = thumbButton(like)
  document.querySelector('main')?.after(thumb)
  waiting = setTimeout(beMute, PATIENCE)
  readOn()
}

/** Voices that speak the language of the page, by the codes that devices give them: Mandarin and Cantonese have several. */
const SPEAKS = document.documentElement.lang.startsWith('zh') ? /^(?:zh|cmn|yue)\b/i : /^en\b/i

/**
 * Shows the button once a voice for the page is there: many devices have the means to speak, and none in its language. Most browsers
 * gather their voices only when they are asked for them; until then there is room for the button, so that nothing moves when it comes.
 */
function offer(like: HTMLElement): void {
  const voices = speechSynthesis.getVoices()
  const speaks = voices.some(({ lang }) => SPEAKS.test(lang.replace('_', '-')))
  if (speaks || voices.length === 0) like.hidden = false
  like.style.visibility = speaks ? '' : 'hidden'
}

if (button && 'speechSynthesis' in window) {
  offer(button)
  // Old browsers have the event as a property only.
  speechSynthesis.onvoiceschanged = () => offer(button)
  button.addEventListener('click', () => {
    if (current) stopReading()
    else readAloud(button)
  })
  // What is kept of the page would say that it reads, and paper would have the button at the thumb.
  for (const leaving of ['pagehide', 'beforeprint'])
    addEventListener(leaving, () => {
      if (current) stopReading()
    })
}
