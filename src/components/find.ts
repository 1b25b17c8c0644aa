import { type Engine, type Filters, type Hit, PAGE_SIZE, searchFullText } from '../search/fulltext.ts'

/**
 * The search page: reads the address, asks, shows, and keeps the address in step, so that a link
 * to a search shows the same search. Nothing is loaded before the reader asks for something.
 */
const form = document.querySelector<HTMLFormElement>('[data-find]')
if (form) start(form)

function start(form: HTMLFormElement): void {
  const status = must('[data-find-status]')
  const list = must('[data-results]')
  const none = must('[data-no-results]')
  let engine: Promise<Engine> | undefined
  let turn = 0

  const load = (): Promise<Engine> => {
    engine ??= import(/* @vite-ignore */ `${form.dataset.base?.replace(/\/$/, '')}/pagefind/pagefind.js`).then(
      async (module: Engine) => {
        await module.options({
          excerptLength: 30,
          ranking: { metaWeights: { title: 50, summary: 2, key: 0, kind: 0 } },
        })
        return module
      },
    )
    return engine
  }

  const run = async (): Promise<void> => {
    const mine = ++turn
    const { query, filters } = readForm(form)
    const asked = query !== '' || Object.keys(filters).length > 0
    form.removeAttribute('data-search-ready')
    if (!asked) {
      show([], false)
      status.textContent = ''
    } else {
      status.textContent = '正在找……'
      try {
        const { hits, total } = await searchFullText(await load(), query, filters)
        if (mine !== turn) return
        show(hits, true)
        status.textContent =
          total === 0 ? '' : total > PAGE_SIZE ? `找到 ${total} 页，先列出 ${hits.length} 页。` : `找到 ${total} 页。`
      } catch {
        if (mine !== turn) return
        engine = undefined
        show([], false)
        status.textContent = '搜索没有装上，可能是网络断了。下面按工种、按地区一样找得到。'
      }
    }
    form.setAttribute('data-search-ready', '')
  }

  const show = (hits: Hit[], asked: boolean): void => {
    list.replaceChildren(...hits.map(hitElement))
    list.hidden = hits.length === 0
    none.hidden = !asked || hits.length > 0
  }

  const params = new URLSearchParams(location.search)
  for (const control of controls(form)) control.value = params.get(control.name) ?? ''
  void run()

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    history.pushState(null, '', addressOf(form))
    void run()
  })
  form.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLSelectElement)) return
    history.replaceState(null, '', addressOf(form))
    void run()
  })
  addEventListener('popstate', () => {
    const params = new URLSearchParams(location.search)
    for (const control of controls(form)) control.value = params.get(control.name) ?? ''
    void run()
  })
}

type Control = HTMLInputElement | HTMLSelectElement

function controls(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('[name]')]
}

function readForm(form: HTMLFormElement): { query: string; filters: Filters } {
  const values = Object.fromEntries(controls(form).map((control) => [control.name, control.value.trim()]))
  const { q = '', ...rest } = values
  return { query: q, filters: Object.fromEntries(Object.entries(rest).filter(([, value]) => value)) }
}

function addressOf(form: HTMLFormElement): string {
  const params = new URLSearchParams()
  for (const control of controls(form)) if (control.value.trim()) params.set(control.name, control.value.trim())
  return `${location.pathname}${params.size > 0 ? `?${params}` : ''}`
}

function hitElement(hit: Hit): HTMLElement {
  const item = document.createElement('li')
  item.dataset.result = hit.key
  const name = document.createElement('h2')
  name.className = 'name'
  const link = document.createElement('a')
  link.href = hit.url
  link.textContent = hit.name
  name.append(link)
  const kind = document.createElement('p')
  kind.className = 'caption'
  kind.textContent = hit.kind
  const excerpt = document.createElement('p')
  excerpt.className = 'line'
  excerpt.append(...marked(hit.excerpt))
  item.append(name, kind, excerpt)
  return item
}

/** Pagefind's excerpt as nodes: text, and `<mark>` for what matched. No HTML is parsed. */
function marked(excerpt: string): Node[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
    const match = /^<mark>(.*)<\/mark>$/.exec(part)
    const text = unescapeHtml(match?.[1] ?? part)
    if (!match) return document.createTextNode(text)
    const mark = document.createElement('mark')
    mark.textContent = text
    return mark
  })
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

function must(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`missing ${selector}`)
  return element
}
