import { FinderClient } from '../../search/finder/client.ts'
import type { PackedFinder } from '../../search/finder/data.ts'
import type { Facets } from '../../search/finder/facets.ts'
import type { Found, Match } from '../../search/finder/found.ts'
import { reasonSentence } from '../../search/finder/reasons.ts'
import {
  FACETS,
  type Facet,
  type FindView,
  isAsking,
  MAX_SHORTLIST,
  readView,
  toggled,
  writeView,
} from '../../search/finder/view.ts'
import { element, loadJson, must } from '../dom.ts'
import { isSparing } from '../sparing.ts'
import { meaningOf, neighboursOf, type Said } from './meaning.ts'
import { keepPicks, keptPicks } from './picks.ts'
import {
  comparePath,
  countText,
  fillCard,
  groupElement,
  picksText,
  pickText,
  type ResultGroup,
  type ResultView,
} from './results.ts'

/** Milliseconds without a key before typed letters are looked up, and before the full text is asked as well. */
const PAUSE = { finder: 50, fullText: 900 } as const

/** So many matches, or fewer, need no filters. */
const FEW = 3

/** What the page is called before anybody asks. */
const TITLE = document.title

/** Results shown at first, and with every further press of the button. */
const PAGE_SIZE = 24

/**
 * The search page. The address says what is shown; every change goes through `#go`, which writes the
 * address and shows it, so that a link, a reload and the back button all show the same.
 * @param index the index, already on its way
 */
export function startFind(form: HTMLFormElement, index: Promise<PackedFinder>): void {
  new FindPage(form, index).start()
}

class FindPage {
  readonly #form: HTMLFormElement
  readonly #base: string
  readonly #input: HTMLInputElement
  readonly #part = {
    status: must('[data-find-status]'),
    meaning: must('[data-meaning]'),
    facets: must<HTMLDetailsElement>('[data-facets]'),
    facetList: must('[data-facet-list]'),
    facetSummary: must('[data-facet-summary]'),
    body: must('[data-find-body]'),
    results: must('[data-results]'),
    none: must('[data-no-results]'),
    hint: must('[data-hint]'),
    fullText: must('[data-full-text]'),
    recent: must('[data-recent]'),
    shortlist: must('[data-shortlist]'),
    picks: must('[data-picks]'),
    start: must('[data-find-start]'),
  }
  #index: Promise<PackedFinder>
  #client: FinderClient | undefined
  #facets: Promise<Facets> | undefined
  #view: FindView
  /** How many results are shown. */
  #most = PAGE_SIZE
  /** Counts the questions; an answer to an older one is dropped. */
  #turn = 0
  #timers: Array<ReturnType<typeof setTimeout>> = []

  constructor(form: HTMLFormElement, index: Promise<PackedFinder>) {
    this.#form = form
    this.#base = form.dataset.base ?? '/'
    this.#input = must<HTMLInputElement>('[name=q]', form)
    this.#index = index
    this.#view = readView(new URLSearchParams(location.search), keptPicks())
  }

  start(): void {
    const isJoining = new URLSearchParams(location.search).has('add')
    // What was typed before this script came is a question too; so is what the address asks.
    const typed = 'composing' in this.#form.dataset ? '' : this.#input.value.trim()
    if (this.#view.query) {
      this.#input.value = this.#view.query
      void remember(this.#view.query)
    } else if (typed) {
      this.#view = { ...this.#view, query: typed }
      this.#writeAddress('replace')
    }
    const { shortlist } = this.#view
    const out = keptPicks().find((id) => !shortlist.includes(id))
    // A brand's page adds to what was picked before: from here on the address says so.
    if (shortlist.length > 0) this.#keepPicks()
    if (isJoining && shortlist.length > 1) {
      location.replace(comparePath(shortlist, this.#base) + (out ? `&out=${out}` : ''))
      return
    }
    this.#listen()
    void this.#show({ patient: false }).then(() => this.#warmUp())
  }

  /** Gets ready for the first question while it is being typed. */
  async #warmUp(): Promise<void> {
    try {
      const client = await this.#ready()
      if (!isSparing) await client.warmUp()
    } catch {
      // The question itself will say what is wrong.
    }
  }

  #listen(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      void remember(this.#input.value.trim())
      void this.#go({ query: this.#input.value.trim(), full: false, kinds: [] }, 'push')
    })
    // While a Chinese input method composes, the letters are not yet what is meant. A word that comes whole, from an
    // input method or the clipboard, is; after a single letter the next may follow.
    this.#input.addEventListener('input', (event) => {
      const { isComposing, data, inputType } = event as InputEvent
      const isWhole = inputType === 'insertFromPaste' || (data?.length ?? 0) > 1
      if (!isComposing) this.#typed(isWhole ? 0 : PAUSE.finder)
    })
    this.#input.addEventListener('compositionend', () => this.#typed(0))
    this.#part.facetList.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) void this.#choose(target.dataset.facet as Facet, target.value)
    })
    document.addEventListener('click', (event) => this.#clicked(event))
    addEventListener('popstate', () => {
      this.#stopWaiting()
      this.#view = readView(new URLSearchParams(location.search))
      this.#input.value = this.#view.query
      this.#most = PAGE_SIZE
      void this.#show({ patient: false })
    })
  }

  #clicked(event: MouseEvent): void {
    const target = (event.target as Element).closest<HTMLElement>(
      '[data-pick], [data-drop], [data-clear], [data-browse], [data-ask-full], [data-kind], [data-query], [data-more]',
    )
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return
    const { pick, drop, kind, query } = target.dataset
    const id = pick ?? drop
    if (id) void this.#pick(id)
    else if (kind !== undefined) {
      const { kinds } = this.#view
      const now = kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind]
      void this.#go({ kinds: now }, 'push').then(() => this.#refocus(`[data-kind="${CSS.escape(kind)}"]`))
    } else if ('more' in target.dataset) this.#showMore()
    else if ('clear' in target.dataset) void this.#go({ chosen: {} }, 'push').then(() => this.#refocus('[data-facet]'))
    else if ('browse' in target.dataset)
      void this.#go({ all: true }, 'push').then(() => this.#refocus('[data-result] a'))
    else if ('askFull' in target.dataset)
      void this.#go({ full: true }, 'push').then(() => this.#refocus('[data-full-text] a'))
    else if (query) {
      this.#input.value = query
      void this.#go({ query, full: false, kinds: [] }, 'push').then(() => this.#refocus('[name=q]'))
    } else return
    event.preventDefault()
  }

  /** Focus for those who lost it with what they pressed: on what stands in its place now. */
  #refocus(selector: string): void {
    const active = document.activeElement
    // What was hidden with the focus in it loses it a moment later.
    if (!active || active === document.body || active.closest('[hidden]'))
      document.querySelector<HTMLElement>(selector)?.focus()
  }

  /** Takes a brand into the shortlist, or out; the results stay as they are. */
  async #pick(id: string): Promise<void> {
    this.#view = { ...this.#view, shortlist: toggled(this.#view.shortlist, id) }
    this.#keepPicks()
    await this.#showShortlist(this.#turn)
    const count = this.#view.shortlist.length
    this.#part.picks.textContent = count > 0 ? `${picksText(count)}。` : '备选里没有了。'
    this.#refocus(`[data-pick="${CSS.escape(id)}"]`)
    this.#refocus('[data-drop]')
  }

  #keepPicks(): void {
    keepPicks(this.#view.shortlist)
    this.#writeAddress('replace')
  }

  #writeAddress(how: 'push' | 'replace'): void {
    history[`${how}State`](null, '', location.pathname + writeView(this.#view))
  }

  async #choose(facet: Facet, value: string): Promise<void> {
    const facets = await this.#facets
    if (facets) void this.#go({ chosen: facets.toggle(facet, value, this.#view.chosen), all: true }, 'push')
  }

  /** What was typed is looked up no more: something later has been asked. */
  #stopWaiting(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  /** @param pause milliseconds before what stands in the box is looked up */
  #typed(pause: number): void {
    this.#stopWaiting()
    const look = () => void this.#go({ query: this.#input.value.trim(), full: false, kinds: [] }, 'replace', true)
    this.#timers = [
      setTimeout(look, pause),
      setTimeout(() => {
        if (this.#part.results.childElementCount === 0) void this.#show({ patient: false })
      }, PAUSE.fullText),
    ]
  }

  /** Changes the view: the address first, then what is shown. */
  #go(change: Partial<FindView>, how: 'push' | 'replace', patient = false): Promise<void> {
    if (!patient) this.#stopWaiting()
    this.#view = { ...this.#view, ...change }
    this.#most = PAGE_SIZE
    this.#writeAddress(how)
    return this.#show({ patient })
  }

  /** Shows the view. `patient`: somebody is still typing, so the full text can wait. */
  async #show({ patient }: { patient: boolean }): Promise<void> {
    const mine = ++this.#turn
    const view = this.#view
    document.title = view.query ? `${view.query} - ${TITLE}` : TITLE
    this.#form.removeAttribute('data-search-ready')
    try {
      const asking = isAsking(view)
      if (asking || view.shortlist.length > 0) await this.#ready()
      if (mine !== this.#turn) return
      if (asking && this.#client) await this.#answer(this.#client, view, mine, patient)
      else this.#clear()
      if (mine !== this.#turn) return
      await this.#showShortlist(mine)
    } catch (error) {
      if (mine !== this.#turn) return
      console.warn(error)
      this.#renew()
      // What was found before answers another question.
      this.#empty()
      this.#say('没有连上，可能是网络断了。再点一次“查找”重试；下面按工种、按地区一样找得到。')
    }
    this.#form.setAttribute('data-search-ready', '')
    // The next question may be a harder one; by then it should be at hand.
    if (!isSparing) this.#client?.prepare().catch(() => undefined)
  }

  /** Fetches the index again: it did not come, or a newer one has replaced it and its files are gone. */
  #renew(): void {
    this.#index = loadJson<PackedFinder>(this.#form.dataset.index ?? '')
    this.#index.then(
      ({ version }) => {
        if (this.#client?.index.version !== version) this.#client = undefined
      },
      () => undefined,
    )
  }

  /** The finder; made once, also where a question and getting ready for it both wait for the index. */
  async #ready(): Promise<FinderClient> {
    const index = await this.#index
    this.#client ??= this.#newClient(index)
    return this.#client
  }

  #newClient(index: PackedFinder): FinderClient {
    const folder = (this.#form.dataset.index ?? '').replace(/[^/]*$/, '')
    this.#facets = undefined
    return new FinderClient(index, (path) => loadJson(folder + path))
  }

  async #answer(client: FinderClient, view: FindView, mine: number, patient: boolean): Promise<void> {
    const isOff = () => mine !== this.#turn
    const found = view.query ? await client.find(view.query, isOff) : undefined
    if (isOff()) return
    const { index } = client
    const matches = found
      ? [...found.matches, ...found.elsewhere]
      : index.brands.map((brand): Match => ({ brand, score: 0, tier: 'best', reasons: [] }))
    const narrowing = FACETS.some((facet) => (view.chosen[facet]?.length ?? 0) > 0)
    const facets = narrowing ? await this.#loadFacets(client) : undefined
    if (isOff()) return
    const kept = facets ? matches.filter(({ brand }) => facets.passes(brand, view.chosen)) : matches
    const shown = kept.slice(0, this.#most)
    await client.fetchLabels(shown.map(({ brand }) => brand.at))
    if (isOff()) return
    const groups = this.#groups(client, found, kept, view.shortlist)
    const count = kept.length
    const nothingFits = matches.length === 0
    const isTooNarrow = count === 0 && !nothingFits

    this.#part.start.hidden = count > 0
    this.#part.recent.hidden = true
    this.#part.results.replaceChildren(
      ...groups.map((group) => groupElement(group, this.#base)),
      ...(count > shown.length ? [button('more', `再列${Math.min(PAGE_SIZE, count - shown.length)}个`)] : []),
      ...(isTooNarrow ? [wayOut()] : []),
    )
    this.#showMeaning(view, found, mine)
    this.#part.none.hidden = true
    this.#part.hint.hidden = count === 0
    if (count > 0) this.#say(`找到${countText(count)}品牌。`)
    else this.#say(isTooNarrow ? '条件太多，一个也没有了。去掉一个试试。' : patient ? '' : '正在全站文章里找……')
    this.#part.fullText.replaceChildren()
    const filling = this.#showFacets(client, matches, count, mine).catch(() => {
      // Results without a way to narrow them are still results.
      if (!isOff()) this.#part.facets.hidden = true
    })
    if (view.query && !patient && (view.full || nothingFits)) await this.#showFullText(view, mine, nothingFits)
    else if (view.query && count > 0) this.#offerFullText(view)
    if (nothingFits && !view.query) this.#part.none.hidden = false
    await filling
  }

  /** Results under their headings, of as many as are shown; the headings count all. */
  #groups(
    { index, label }: FinderClient,
    found: Found | undefined,
    kept: readonly Match[],
    shortlist: readonly string[],
  ): ResultGroup[] {
    const codes = new Map(index.trades.map(({ name, code }) => [name, code]))
    const where = found?.regions.map(({ short }) => short).join('、') ?? ''
    const isElsewhere = (found?.elsewhere.length ?? 0) > 0
    let room = this.#most
    const group = (title: (count: string) => string, hint: string, list: readonly Match[]): ResultGroup[] => {
      const results = list.slice(0, room).map(({ brand, reasons, tier }): ResultView => {
        const { id, name } = label(brand.at) ?? { id: '', name: '' }
        return {
          at: brand.at,
          id,
          name,
          reasons: reasons.slice(0, 2).map((reason) => reasonSentence(reason, codes.get(reason.owner))),
          near: tier === 'near' && !isElsewhere,
          picked: shortlist.includes(id),
        }
      })
      room -= results.length
      return results.length > 0 ? [{ title: title(countText(list.length)), hint, results }] : []
    }
    if (!found) return group((count) => `${count}品牌`, '按工种排', kept)
    if (isElsewhere)
      return group((count) => `${where}没有，别处有${count}`, '地区说的是品牌在哪里；人能不能来，问责任单位', kept)
    return [
      ...group(
        (count) => `最相符的${count}`,
        kept.length > 1 ? '按贴合程度排，不按规模' : '',
        kept.filter(({ tier }) => tier === 'best'),
      ),
      ...group(
        (count) => `沾边的${count}`,
        '',
        kept.filter(({ tier }) => tier === 'near'),
      ),
    ]
  }

  /** Lists more results; the focus goes to the first new one. */
  #showMore(): void {
    const { results } = this.#part
    const before = results.querySelectorAll('[data-result]').length
    this.#most += PAGE_SIZE
    void this.#show({ patient: false }).then(() =>
      results.querySelectorAll('[data-result]')[before]?.querySelector('a')?.focus(),
    )
  }

  #showMeaning({ query }: FindView, found: Found | undefined, mine: number): void {
    const { meaning, hint } = this.#part
    const trades = found?.trades ?? []
    const ways = { base: this.#base, addressOf: (query: string) => this.#addressOf(query) }
    const say = (said: Said) => {
      meaning.hidden = said.length === 0
      meaning.replaceChildren(...said)
    }
    say(found ? meaningOf(query, found, ways) : [])
    if (found && found.matches.length + found.elsewhere.length === 0)
      import('./nothing.ts').then(
        ({ nothingOf }) => {
          const said = nothingOf(query, found, ways)
          if (mine === this.#turn && said.length > 0) say(said)
        },
        () => undefined,
      )
    must('[data-code-note]', hint).hidden = !trades.some(({ code }) => code)
    must('[data-other-words]', hint).replaceChildren(
      ...(this.#client ? neighboursOf(trades, this.#client.index, ways) : []),
    )
  }

  #addressOfFull(query: string): string {
    return location.pathname + writeView({ ...this.#view, query, full: true })
  }

  #addressOf(query: string): string {
    return location.pathname + writeView({ ...this.#view, query, chosen: {}, full: false, kinds: [] })
  }

  #loadFacets({ index }: FinderClient): Promise<Facets> {
    this.#facets ??= import('./facets.ts').then(({ facetsOf }) => facetsOf(index))
    this.#facets.catch(() => {
      this.#facets = undefined
    })
    return this.#facets
  }

  /**
   * Fills the cards, then offers what the matches can be narrowed by. Comes after the results, which do not wait for it; the
   * room for it is there at once, for they would move.
   * @param count how many of them the chosen filters leave
   */
  async #showFacets(client: FinderClient, matches: readonly Match[], count: number, mine: number): Promise<void> {
    // A few are seen at a glance.
    const { chosen } = this.#view
    const number = FACETS.reduce((sum, facet) => sum + (chosen[facet]?.length ?? 0), 0)
    const offers = matches.length > FEW || number > 0
    this.#part.body.classList.toggle('with-facets', offers)
    this.#part.facets.hidden = !offers
    await this.#fillCards(client)
    if (!offers || mine !== this.#turn) return
    const [facets, { facetElements, wayOn }] = await Promise.all([this.#loadFacets(client), import('./facets.ts')])
    if (mine !== this.#turn) return
    const brands = matches.map(({ brand }) => brand)
    const active = document.activeElement
    const held = active instanceof HTMLInputElement && active.dataset.facet ? [active.name, active.value] : undefined
    this.#part.facetSummary.textContent = number > 0 ? `筛选（选了${number}样）` : '筛选'
    this.#part.facetList.replaceChildren(
      ...facetElements(facets, brands, chosen),
      ...(number > 0 ? [wayOut(), wayOn(count, this.#part)] : []),
    )
    if (held) {
      const inputs = this.#part.facetList.querySelectorAll<HTMLInputElement>('input')
      for (const input of inputs) if (input.name === held[0] && input.value === held[1]) input.focus()
    }
  }

  async #showShortlist(mine: number): Promise<void> {
    const named = await Promise.all(this.#view.shortlist.map((id) => this.#client?.named(id)))
    if (mine !== this.#turn) return
    const picked = named.filter((brand) => brand !== undefined)
    this.#part.shortlist.hidden = picked.length === 0
    if (picked.length > 0) {
      const { showShortlist } = await import('./shortlist.ts')
      showShortlist(this.#part.shortlist, picked, this.#base)
    }
    for (const button of this.#part.results.querySelectorAll<HTMLButtonElement>('[data-pick]')) {
      const isPicked = this.#view.shortlist.includes(button.dataset.pick ?? '')
      button.setAttribute('aria-pressed', String(isPicked))
      const text = pickText(isPicked)
      button.setAttribute('aria-label', (button.getAttribute('aria-label') ?? '').replace(button.textContent, text))
      button.textContent = text
      button.disabled = !isPicked && picked.length >= MAX_SHORTLIST
    }
  }

  async #fillCards(client: FinderClient): Promise<void> {
    const items = [...this.#part.results.querySelectorAll<HTMLElement>('[data-at]')]
    await Promise.allSettled(
      items.map(async (item) => {
        const card = await client.card(Number(item.dataset.at))
        if (card) fillCard(item, card, this.#base)
      }),
    )
  }

  #offerFullText({ query }: FindView): void {
    this.#part.fullText.replaceChildren(button('ask-full', `在全站文章里找“${query}”`))
  }

  /** `instead`: the finder has nothing, so these are the results, and only whole phrases count. */
  async #showFullText({ query, kinds }: FindView, mine: number, instead: boolean): Promise<void> {
    try {
      const { fullTextAnswer } = await import('./full-text.ts')
      const { section, total } = await fullTextAnswer(this.#base, query, { kinds, loose: !instead })
      if (mine !== this.#turn) return
      if (instead) {
        this.#part.results.replaceChildren(...(total > 0 ? [section] : []))
        this.#part.none.hidden = total > 0
        this.#say(total > 0 ? `没有对上的品牌；有${total}页文章提到。` : '没有找到。')
      } else this.#part.fullText.replaceChildren(section)
    } catch (error) {
      if (mine !== this.#turn) return
      console.warn(error)
      this.#say('网络断断续续，全站文章没有找完，不能说没有。再试一次；按工种、按地区一样找得到。')
      this.#part.start.hidden = !instead
      this.#part.fullText.replaceChildren(
        // The page afresh: what a browser could not load once, it does not ask for again while the page stands.
        element('a', { href: this.#addressOfFull(query), class: 'button', 'data-again': true }, '再找一次'),
      )
    }
  }

  /** Back to what the page shows before anybody asks. */
  #empty(): void {
    const { meaning, facets, hint, none, results, fullText, start, body } = this.#part
    for (const part of [meaning, facets, hint, none]) part.hidden = true
    for (const part of [results, fullText]) part.replaceChildren()
    body.classList.remove('with-facets')
    start.hidden = false
  }

  #clear(): void {
    this.#empty()
    this.#say('')
    const { recent } = this.#part
    const mine = this.#turn
    import('./recent.ts').then(
      ({ showRecent }) => {
        if (mine === this.#turn) showRecent(recent, (query) => this.#addressOf(query))
      },
      () => undefined,
    )
  }

  #say(words: string): void {
    this.#part.status.textContent = words
  }
}

/** A button, and the name of what `#clicked` does for it. */
const button = (does: string, text: string): HTMLElement =>
  element('button', { type: 'button', class: 'button', [`data-${does}`]: true }, text)

/** Takes all filters away. */
const wayOut = (): HTMLElement => button('clear', '清除筛选')

/** Keeps a query among the recent ones of this device; where that fails, nothing is lost but a convenience. */
const remember = (query: string): Promise<void> =>
  import('./recent.ts').then(
    ({ remember }) => remember(query),
    () => undefined,
  )
