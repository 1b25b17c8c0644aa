import { type EnglishMatch, knownWords, matchEnglish } from '../search/english.ts'

/** Shows the brands that fit what is typed, best first; the address keeps the question. */
const form = document.querySelector<HTMLFormElement>('main [data-english-find]')
const input = form?.querySelector('input')
const list = document.querySelector<HTMLElement>('[data-results]')
const none = document.querySelector<HTMLElement>('[data-no-results]')
const all = document.querySelector<HTMLDetailsElement>('[data-all]')
const status = document.querySelector<HTMLElement>('[data-english-status]')
const items = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].map((item) => {
  const [trades, others] = JSON.parse(item.dataset.row ?? '[[],[]]')
  const line = item.querySelector('p:not(.caption)')?.textContent ?? ''
  return { item, row: { trades, others: [...others, line] } }
})

const rows = items.map(({ row }) => row)

function show(typed: string): void {
  if (!list || !none || !status) return
  const asked = typed.trim() !== ''
  const { known: query, left } = knownWords(typed, rows)
  const found = items.flatMap(({ item, row }) => {
    const match: EnglishMatch | undefined = asked ? matchEnglish(query, row) : undefined
    item.hidden = !match
    const reason = item.querySelector('[data-reason]')
    if (reason) reason.textContent = match?.trade ? `\u00a0· ${match.trade}` : ''
    return match ? [{ item, rank: match.rank }] : []
  })
  found.sort((a, b) => a.rank - b.rank)
  for (const { item } of items) if (item.hidden) item.remove()
  list.append(...found.map(({ item }) => item))
  list.hidden = found.length === 0
  if (all) all.open = found.length === 0
  none.hidden = !asked || found.length > 0
  // Whoever listens hears the status and nothing else, so that nothing was found is said there.
  const count = found.length === 1 ? '1 brand' : `${found.length} brands`
  const without = left.length > 0 ? `, without “${left.join('”, “')}”` : ''
  status.textContent = !asked ? '' : found.length > 0 ? `${count}${without}` : 'Nothing found.'
  document.documentElement.dataset.searchReady = ''
}

if (input) {
  input.value = new URLSearchParams(location.search).get('q') ?? ''
  input.addEventListener('input', () => show(input.value))
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    history.replaceState(null, '', `?q=${encodeURIComponent(input.value)}`)
    show(input.value)
  })
  show(input.value)
}
