import { keptPicks } from './picks.ts'

/**
 * Waits on the search page until somebody asks: then, and not before, the finder and its index are
 * fetched, side by side. Small, so that it travels inside the page.
 */

/** Notes for this tab whether the page was begun afresh; false when it was already, or notes are refused. */
function again(note: string): boolean {
  try {
    const before = sessionStorage.getItem('find-again') ?? ''
    if (note) sessionStorage.setItem('find-again', note)
    else sessionStorage.removeItem('find-again')
    return before !== note
  } catch {
    return false
  }
}

const form = document.querySelector<HTMLFormElement>('[data-find]')
const facets = document.querySelector<HTMLDetailsElement>('[data-facets]')
// In large print they stand above the results, not beside them.
if (facets) facets.open = matchMedia('(min-width: 64rem)').matches && !document.documentElement.dataset.elder

/** Milliseconds after the names of what was found until they are shown without what belongs to them. */
const PATIENCE = 600

const { dataset } = document.documentElement
const results = document.querySelector('[data-results]')
if (dataset.asked && form && results) {
  const reveal = (): void => {
    dataset.asked = ''
  }
  new MutationObserver(() => {
    if ('searchReady' in form.dataset) reveal()
  }).observe(form, { attributeFilter: ['data-search-ready'] })
  new MutationObserver(() => setTimeout(reveal, PATIENCE)).observe(results, { childList: true })
}

if (form) {
  let started = false
  const start = async (): Promise<void> => {
    if (started) return
    started = true
    const ask = () => fetch(form.dataset.index ?? '').then((response) => response.json())
    // Weak networks drop single requests: one more attempt for each.
    const index = ask().catch(ask)
    index.catch(() => undefined)
    try {
      // The name is taken at once, so that the bundler need not keep the module as an object.
      const load = () => import('./page.ts').then(({ startFind }) => startFind)
      const startFind = await load().catch(load)
      startFind(form, index)
      again('')
    } catch {
      // A browser does not ask again for a script that it could not load, while the page stands: the page afresh, once,
      // and only where the network is there, as the index shows; without it this page is better than none.
      const query = form.querySelector('input')?.value
      const reachable = await index.then(
        () => true,
        () => false,
      )
      if (reachable && again('1')) return location.replace(query ? `?q=${encodeURIComponent(query)}` : location.href)
      started = false
      form.dataset.searchReady = ''
      const status = document.querySelector('[data-find-status]')
      if (status) status.textContent = '搜索功能没有打开，可能是网络断了。刷新再试；下面按工种、按地区一样找得到。'
    }
  }
  form.addEventListener('focusin', start)
  // The finder may arrive while an input method composes; what stands in the box is then not yet a question.
  form.addEventListener('compositionstart', () => form.setAttribute('data-composing', ''))
  form.addEventListener('compositionend', () => form.removeAttribute('data-composing'))
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-query], [data-browse]')) {
    link.addEventListener('pointerenter', start)
    // Without script it leads to the list, for this page could not show any.
    if ('browse' in link.dataset) link.href = '?all=1'
  }
  // Whoever comes back with brands picked finds them.
  if (location.search || keptPicks().length > 0) start()
  else form.dataset.searchReady = ''
}
