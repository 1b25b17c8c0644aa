import { type CardShard, shardOf } from '../../search/finder/cards.ts'
import {
  type BrandRow,
  type FinderData,
  type FinderMore,
  type PackedFinder,
  type Sounds,
  unpack,
  unpackCues,
} from '../../search/finder/data.ts'
import { FACETS, type Facet, Facets } from '../../search/finder/facets.ts'
import { Finder, type Found, type Match } from '../../search/finder/match.ts'
import { reasonSentence } from '../../search/finder/reasons.ts'
import { type FindView, isAsking, MAX_SHORTLIST, readView, toggled, writeView } from '../../search/finder/view.ts'
import { element, loadJson, must } from '../dom.ts'
import { facetElements } from './facets.ts'
import { remember, showRecent } from './recent.ts'
import { countText, fillCard, groupElement, type ResultGroup, type ResultView } from './results.ts'
import { showShortlist } from './shortlist.ts'

/** The finder with everything that was made from one index. */
interface Engine {
  data: FinderData
  finder: Finder
  /** What the finder knows beyond plain words. */
  more: FinderMore
  facets: Facets
  places: Map<BrandRow, number>
}

/** Milliseconds without a key before typed text is looked up, and before the full text is asked as well. */
const PAUSE = { finder: 80, fullText: 900 } as const

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
    start: must('[data-find-start]'),
  }
  readonly #cards = new Map<number, Promise<CardShard>>()
  #index: Promise<PackedFinder>
  #engine: Engine | undefined
  readonly #parts = new Map<keyof FinderMore, Promise<FinderMore>>()
  #view: FindView
  /** Counts the questions; an answer to an older one is dropped. */
  #turn = 0
  #timers: Array<ReturnType<typeof setTimeout>> = []

  constructor(form: HTMLFormElement, index: Promise<PackedFinder>) {
    this.#form = form
    this.#base = form.dataset.base ?? '/'
    this.#input = must<HTMLInputElement>('[name=q]', form)
    this.#index = index
    this.#view = readView(new URLSearchParams(location.search))
  }

  start(): void {
    // What was typed before this script came is a question too; so is what the address asks.
    const typed = 'composing' in this.#form.dataset ? '' : this.#input.value.trim()
    if (this.#view.query) {
      this.#input.value = this.#view.query
      remember(this.#view.query)
    } else if (typed) this.#view = { ...this.#view, query: typed }
    this.#listen()
    void this.#show({ patient: false })
  }

  #listen(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      remember(this.#input.value.trim())
      this.#go({ query: this.#input.value.trim(), full: false, kinds: [] }, 'push')
    })
    // While a Chinese input method composes, the letters are not yet what is meant.
    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.#typed()
    })
    this.#input.addEventListener('compositionend', () => this.#typed())
    this.#part.facetList.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !this.#engine) return
      const chosen = this.#engine.facets.toggle(target.dataset.facet as Facet, target.value, this.#view.chosen)
      this.#go({ chosen, all: true }, 'push')
    })
    document.addEventListener('click', (event) => this.#clicked(event))
    addEventListener('popstate', () => {
      this.#view = readView(new URLSearchParams(location.search))
      this.#input.value = this.#view.query
      void this.#show({ patient: false })
    })
  }

  #clicked(event: MouseEvent): void {
    const target = (event.target as Element).closest<HTMLElement>(
      '[data-pick], [data-drop], [data-clear], [data-browse], [data-ask-full], [data-kind], [data-query]',
    )
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return
    const { pick, drop, kind, query } = target.dataset
    const id = pick ?? drop
    if (id) this.#go({ shortlist: toggled(this.#view.shortlist, id) }, 'replace')
    else if (kind !== undefined) {
      const { kinds } = this.#view
      this.#go({ kinds: kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind] }, 'push')
    } else if ('clear' in target.dataset) this.#go({ chosen: {} }, 'push')
    else if ('browse' in target.dataset) this.#go({ all: true }, 'push')
    else if ('askFull' in target.dataset) this.#go({ full: true }, 'push')
    else if (query) {
      this.#input.value = query
      this.#go({ query, full: false, kinds: [] }, 'push')
    } else return
    event.preventDefault()
  }

  #typed(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    const look = () => this.#go({ query: this.#input.value.trim(), full: false, kinds: [] }, 'replace', true)
    this.#timers = [
      setTimeout(look, PAUSE.finder),
      setTimeout(() => {
        if (this.#part.results.childElementCount === 0) void this.#show({ patient: false })
      }, PAUSE.fullText),
    ]
  }

  /** Changes the view: the address first, then what is shown. */
  #go(change: Partial<FindView>, how: 'push' | 'replace', patient = false): void {
    this.#view = { ...this.#view, ...change }
    const address = location.pathname + writeView(this.#view)
    if (how === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
    void this.#show({ patient })
  }

  /** Shows the view. `patient`: somebody is still typing, so the full text can wait. */
  async #show({ patient }: { patient: boolean }): Promise<void> {
    const mine = ++this.#turn
    const view = this.#view
    this.#form.removeAttribute('data-search-ready')
    try {
      const asking = isAsking(view)
      if (asking || view.shortlist.length > 0) this.#engine ??= makeEngine(await this.#index)
      if (mine !== this.#turn) return
      if (asking && this.#engine) await this.#answer(this.#engine, view, mine, patient)
      else this.#clear()
      if (mine !== this.#turn) return
      this.#showShortlist()
    } catch (error) {
      if (mine !== this.#turn) return
      console.warn(error)
      this.#index = loadJson(this.#form.dataset.index ?? '')
      this.#index.catch(() => undefined)
      this.#say('没有连上，可能是网络断了。再点一次“查找”重试；下面按工种、按地区一样找得到。')
    }
    this.#form.setAttribute('data-search-ready', '')
    // The next question may be a harder one; by then it should be at hand.
    const { connection } = navigator as { connection?: { saveData?: boolean } }
    if (!this.#engine || connection?.saveData) return
    for (const part of ['sounds', 'cues'] as const) this.#learn(this.#engine, part).catch(() => undefined)
  }

  async #answer(engine: Engine, view: FindView, mine: number, patient: boolean): Promise<void> {
    const needs = () => (view.query ? engine.finder.needs(view.query) : undefined)
    for (let part = needs(); part; part = needs()) {
      await this.#learn(engine, part)
      if (mine !== this.#turn) return
    }
    const { data, facets, finder } = engine
    const found = view.query ? finder.find(view.query) : undefined
    const matches = found
      ? [...found.matches, ...found.elsewhere]
      : data.brands.map((brand) => ({ brand, reasons: [] }))
    const groups = this.#groups(found, data, (brand) => facets.passes(brand, view.chosen), view.shortlist)
    const count = groups.reduce((sum, { results }) => sum + results.length, 0)

    this.#part.start.hidden = count > 0
    this.#part.recent.hidden = true
    this.#part.results.replaceChildren(...groups.map((group) => groupElement(group, this.#base)))
    this.#showFacets(
      engine,
      matches.map(({ brand }) => brand),
    )
    this.#showMeaning(view, found)
    this.#part.none.hidden = true
    this.#part.hint.hidden = count === 0
    const nothingFits = matches.length === 0
    if (count > 0) this.#say(`找到${countText(count)}品牌。`)
    else this.#say(nothingFits ? (patient ? '' : '正在全站文章里找……') : '筛得太细，一个也不剩了。放宽一样试试。')
    this.#part.fullText.replaceChildren()
    const filling = this.#fillCards(engine)
    if (view.query && !patient && (view.full || nothingFits)) await this.#showFullText(view, mine, nothingFits)
    else if (view.query && count > 0) this.#offerFullText(view)
    if (nothingFits && !view.query) this.#part.none.hidden = false
    await filling
  }

  /** Fetches what harder questions need, each part once. */
  async #learn(engine: Engine, part: keyof FinderMore): Promise<void> {
    const { sounds, cues } = this.#form.dataset
    const load = {
      sounds: async () => ({ sounds: await loadJson<Sounds>(sounds ?? '') }),
      cues: async () => ({ cues: unpackCues(await loadJson<string[]>(cues ?? '')) }),
    }
    const loading = this.#parts.get(part) ?? load[part]()
    this.#parts.set(part, loading)
    loading.catch(() => this.#parts.delete(part))
    const learnt = await loading
    if (engine.more[part]) return
    engine.more = { ...engine.more, ...learnt }
    engine.finder = new Finder(engine.data, engine.more)
  }

  #groups(
    found: Found | undefined,
    data: FinderData,
    passes: (brand: BrandRow) => boolean,
    shortlist: readonly string[],
  ): ResultGroup[] {
    const codes = new Map(data.trades.map(({ name, code }) => [name, code]))
    const result = (match: Pick<Match, 'brand' | 'reasons'>, near = false): ResultView => ({
      brand: match.brand,
      reasons: match.reasons.slice(0, 2).map((reason) => reasonSentence(reason, codes.get(reason.owner))),
      near,
      picked: shortlist.includes(match.brand.id),
    })
    if (!found) {
      const results = data.brands.filter(passes).map((brand) => result({ brand, reasons: [] }))
      return results.length > 0 ? [{ title: `${countText(results.length)}品牌`, hint: '按工种排', results }] : []
    }
    const kept = found.matches.filter(({ brand }) => passes(brand))
    const best = kept.filter(({ tier }) => tier === 'best').map((match) => result(match))
    const near = kept.filter(({ tier }) => tier === 'near').map((match) => result(match, true))
    const elsewhere = found.elsewhere.filter(({ brand }) => passes(brand)).map((match) => result(match))
    const where = found.regions.map(({ short }) => short).join('、')
    return [
      { title: `最合的${countText(best.length)}`, hint: '按贴合程度排，不按规模', results: best },
      { title: `沾边的${countText(near.length)}`, hint: '', results: near },
      { title: `${where}没有，别处有${countText(elsewhere.length)}`, hint: '', results: elsewhere },
    ].filter(({ results }) => results.length > 0)
  }

  #showMeaning({ query }: FindView, found: Found | undefined): void {
    const trades = found?.trades.map(({ name }) => name) ?? []
    const regions = found?.regions.map(({ short }) => short) ?? []
    const meaning = this.#part.meaning
    meaning.hidden = trades.length + regions.length === 0
    const parts = [
      trades.length > 0 ? ['工种是', element('strong', {}, trades.join('、'))] : [],
      regions.length > 0 ? ['地区是', element('strong', {}, regions.join('、'))] : [],
    ].filter((part) => part.length > 0)
    meaning.replaceChildren(
      `「${query}」这样理解：`,
      ...parts.flatMap((part, at) => [at > 0 ? '，' : '', ...part]),
      '。',
    )
    const others = [...new Set(found?.trades.flatMap(({ name, aliases }) => [name, ...aliases.slice(0, 3)]) ?? [])]
    const words = others.filter((word) => word !== query).slice(0, 5)
    must('[data-other-words]', this.#part.hint).replaceChildren(
      ...(words.length > 0
        ? ['换个叫法试试：', ...words.flatMap((word, at) => [at > 0 ? '、' : '', this.#queryLink(word)]), '。']
        : []),
    )
  }

  #queryLink(query: string): HTMLElement {
    return element('a', { href: this.#addressOf(query), 'data-query': query }, query)
  }

  #addressOf(query: string): string {
    return location.pathname + writeView({ ...this.#view, query, chosen: {}, full: false, kinds: [] })
  }

  #showFacets({ facets }: Engine, brands: readonly BrandRow[]): void {
    const { chosen } = this.#view
    const number = FACETS.reduce((sum, facet) => sum + (chosen[facet]?.length ?? 0), 0)
    const active = document.activeElement
    const held = active instanceof HTMLInputElement && active.dataset.facet ? [active.name, active.value] : undefined
    this.#part.body.classList.toggle('with-facets', brands.length > 0)
    this.#part.facets.hidden = brands.length === 0
    this.#part.facetSummary.textContent = number > 0 ? `筛选（选了${number}样）` : '筛选'
    this.#part.facetList.replaceChildren(
      ...facetElements(facets, brands, chosen),
      ...(number > 0 ? [element('button', { type: 'button', class: 'button', 'data-clear': true }, '全部放宽')] : []),
    )
    if (held) {
      const inputs = this.#part.facetList.querySelectorAll<HTMLInputElement>('input')
      for (const input of inputs) if (input.name === held[0] && input.value === held[1]) input.focus()
    }
  }

  #showShortlist(): void {
    const names = new Map(this.#engine?.data.brands.map(({ id, name }) => [id, name]))
    const picked = this.#view.shortlist.flatMap((id) => {
      const name = names.get(id)
      return name ? [{ id, name }] : []
    })
    showShortlist(this.#part.shortlist, picked, this.#base)
    for (const button of this.#part.results.querySelectorAll<HTMLButtonElement>('[data-pick]')) {
      const isPicked = this.#view.shortlist.includes(button.dataset.pick ?? '')
      button.disabled = !isPicked && picked.length >= MAX_SHORTLIST
    }
  }

  async #fillCards({ places }: Engine): Promise<void> {
    const byId = new Map([...places].map(([{ id }, at]) => [id, at]))
    const items = [...this.#part.results.querySelectorAll<HTMLElement>('[data-result^="brand/"]')]
    await Promise.allSettled(
      items.map(async (item) => {
        const id = item.dataset.result?.slice('brand/'.length) ?? ''
        const card = (await this.#shard(shardOf(byId.get(id) ?? 0)))[id]
        if (card) fillCard(item, card, this.#base)
      }),
    )
  }

  #shard(number: number): Promise<CardShard> {
    let shard = this.#cards.get(number)
    if (!shard) {
      shard = loadJson<CardShard>(`${this.#form.dataset.cards}${number}.json`)
      shard.catch(() => this.#cards.delete(number))
      this.#cards.set(number, shard)
    }
    return shard
  }

  #offerFullText({ query }: FindView): void {
    const button = element(
      'button',
      { type: 'button', class: 'button', 'data-ask-full': true },
      `在全站文章里找「${query}」`,
    )
    this.#part.fullText.replaceChildren(button)
  }

  /** `instead`: the finder has nothing, so these are the results, and only whole phrases count. */
  async #showFullText({ query, kinds }: FindView, mine: number, instead: boolean): Promise<void> {
    try {
      const { fullTextAnswer } = await import('./full-text.ts')
      const { section, total, shown } = await fullTextAnswer(this.#base, query, { kinds, loose: !instead })
      if (mine !== this.#turn) return
      if (instead) {
        this.#part.results.replaceChildren(...(total > 0 ? [section] : []))
        this.#part.none.hidden = total > 0
        this.#say(total > 0 ? `没有对上的品牌；有${total}页文章提到，列出${shown}页。` : '没有找到。')
      } else this.#part.fullText.replaceChildren(section)
    } catch (error) {
      if (mine !== this.#turn) return
      console.warn(error)
      this.#say('网络断断续续，全站文章没有找完，不能说没有。再试一次；按工种、按地区一样找得到。')
      this.#part.start.hidden = !instead
      this.#part.fullText.replaceChildren(
        element('button', { type: 'button', class: 'button', 'data-ask-full': true }, '再找一次'),
      )
    }
  }

  #clear(): void {
    const { meaning, facets, hint, none, results, fullText, start, recent, body } = this.#part
    for (const part of [meaning, facets, hint, none]) part.hidden = true
    for (const part of [results, fullText]) part.replaceChildren()
    body.classList.remove('with-facets')
    start.hidden = false
    this.#say('')
    showRecent(recent, (query) => this.#addressOf(query))
  }

  #say(words: string): void {
    this.#part.status.textContent = words
  }
}

function makeEngine(packed: PackedFinder): Engine {
  const data = unpack(packed)
  return {
    data,
    finder: new Finder(data),
    more: {},
    facets: new Facets(data),
    places: new Map(data.brands.map((brand, at) => [brand, at])),
  }
}
