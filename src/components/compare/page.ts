import { renderSVG } from 'uqr'
import {
  BRAND_MARKS,
  CAUTIONS,
  COMPARE_ROWS,
  type CompareBrand,
  type CompareItem,
  type CompareRow,
  cautions,
  cellFacts,
  codeRemark,
  DISPUTED,
  UNPUBLISHED,
} from '../../compare/compare.ts'
import { compareTable } from '../../compare/csv.ts'
import { readShortlist } from '../../search/finder/view.ts'
import { dotted } from '../../text/caption.ts'
import { toCsv } from '../../text/csv.ts'
import { figureDate, longDate } from '../../text/dates.ts'
import { sourceTitle } from '../../text/titles.ts'
import { withBase } from '../../urls/base.ts'
import { element, loadJson, must } from '../dom.ts'
import { figureElement, kindElement } from '../figure-dom.ts'
import { keepPicks, keptPicks } from '../find/picks.ts'

/** Rows in which figures stand; only these carry cautions. */
const FIGURE_ROWS: readonly CompareRow[] = ['workforce', 'training', 'market', 'benefit', 'distribution', 'targets']

/** Of four brands a cell on paper has about so many facts of these rows: a comparison is four sheets at most. */
const ON_PAPER = 2
const CUT_ON_PAPER: readonly CompareRow[] = [...FIGURE_ROWS, 'recognition']

/** Addresses that people put together may name some that do not exist; so many are tried. */
const TRIED = 12

/** A brand in its column; the letter before the numbers of its sources is empty where there is only one. */
interface Column extends CompareBrand {
  letter: string
}

/** What the page is called before it knows of whom it tells. */
const TITLE = document.title

/**
 * Shows the brands that the address names, or else those of the shortlist, side by side, and follows the address when one
 * is taken out or the reader goes back.
 */
export async function startCompare(): Promise<void> {
  const place = must('[data-compare]')
  const known = new Map<string, CompareBrand>()
  let asked: string[] = []
  let brands: Column[] = []

  const show = async () => {
    asked = readShortlist(new URLSearchParams(location.search), keptPicks(), TRIED)
    brands = await load(asked, known, place.dataset.files ?? '')
    render(brands, place)
    document.documentElement.dataset.asked &&= ''
  }
  must('[data-print]').addEventListener('click', () => print())
  must('[data-csv]').addEventListener('click', () => download(brands))
  place.addEventListener('click', async (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('[data-drop]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    history.pushState(null, '', link.href)
    keepPicks(keptPicks().filter((id) => id !== link.dataset.id))
    const at = [...place.querySelectorAll('[data-drop]')].indexOf(link)
    await show()
    // The keyboard goes on at the one that moved up, or at the last.
    const names = place.querySelectorAll<HTMLElement>('.compare-head .name a')
    names[Math.min(at, names.length - 1)]?.focus()
    must('[data-compare-status]').textContent = `已移出${link.dataset.drop}。`
  })
  // A tap on a note's mark also changes the address, but not the brands.
  addEventListener('popstate', () => {
    if (readShortlist(new URLSearchParams(location.search), [], TRIED).join() !== asked.join()) void show()
  })

  const out = takeReplaced()
  await show()
  if (brands.length > 0 && !new URLSearchParams(location.search).has('b'))
    history.replaceState(null, '', `?b=${asked.join(',')}${location.hash}`)
  const last = brands.at(-1)
  if (!last) return
  if (out) void tellReplaced(out, place, last.name)
  place.dataset.ready = ''
  if (location.hash === '#print') print()
}

/** Takes the brand that had to leave a full shortlist out of the address: who gets the link has lost nothing. */
function takeReplaced(): string | undefined {
  const [out] = readShortlist(new URLSearchParams({ b: new URLSearchParams(location.search).get('out') ?? '' }))
  if (out) history.replaceState(null, '', location.href.replace(/&out=[^&#]*/, ''))
  return out
}

/** Says which brand left a full shortlist for the one that came last. Where its name does not come, the rest is still true. */
async function tellReplaced(id: string, place: HTMLElement, last: string): Promise<void> {
  const brand = await loadJson<CompareBrand>(`${place.dataset.files}${id}.json`).catch(() => undefined)
  if (!brand) return
  const name = element('a', { href: withBase(brand.path, place.dataset.base ?? '/') }, brand.name)
  must('[data-compare-status]').append(`备选最多放四个：新放进了${last}，最先放的`, name, '已移出。')
}

/**
 * @param known brands that were fetched before; those fetched now are added
 * @returns the brands that could be had, in the order asked for; a line on the page says how many could not
 */
async function load(ids: readonly string[], known: Map<string, CompareBrand>, files: string): Promise<Column[]> {
  const status = must('[data-compare-status]')
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length > 0) status.textContent = '正在取资料……'
  await Promise.allSettled(missing.map(async (id) => known.set(id, await loadJson<CompareBrand>(`${files}${id}.json`))))
  const found = ids.flatMap((id) => known.get(id) ?? [])
  const lost = ids.length - found.length
  const excess = found.slice(BRAND_MARKS.length).map(({ name }) => name)
  status.textContent = [
    lost > 0 ? `有${lost}个品牌没有取到：地址可能写错了，或者网络断了。` : '',
    excess.length > 0 ? `最多并排${BRAND_MARKS.length}个，没有放进来的：${excess.join('、')}。` : '',
  ].join('')
  return found
    .slice(0, BRAND_MARKS.length)
    .map((brand, at) => ({ ...brand, letter: (found.length > 1 && BRAND_MARKS[at]) || '' }))
}

function render(brands: readonly Column[], place: HTMLElement): void {
  const base = place.dataset.base ?? '/'
  const [only, ...others] = brands
  must('[data-compare-empty]').hidden = only !== undefined
  must('[data-compare-actions]').hidden = only === undefined
  must('[data-dossier-foot]').hidden = only === undefined
  if (!only) {
    document.title = TITLE
    place.replaceChildren()
    return
  }
  document.documentElement.style.setProperty('--columns', String(brands.length))
  const names = brands.map(({ name }) => name)
  const joined = [names.slice(0, -1).join('、'), names.at(-1)].filter(Boolean).join('与')
  document.title = `${joined} - ${TITLE}`
  must('h1').replaceChildren(
    element('span', { class: 'no-print' }, others.length === 0 ? `${only.name}：一张资料` : '并排比较'),
    element('span', { class: 'print-only' }, joined),
  )
  must('[data-sheet]').textContent = others.length === 0 ? '品牌资料' : '用工比较'
  const rows = Object.keys(COMPARE_ROWS) as CompareRow[]
  // How to reach them is asked of every brand, so its row stays where nobody knows.
  const isTold = (row: CompareRow) => row === 'contact' || brands.some((brand) => brand.rows[row].length > 0)
  const unknown = rows.filter((row) => !isTold(row))
  // On paper the names are said again at the head of every sheet.
  place.replaceChildren(
    element(
      'div',
      { class: others.length > 0 ? 'compare-sheet' : '' },
      element('div', { class: 'compare-names' }, headElement(brands, base)),
      ...rows.filter(isTold).map((row) => rowElement(row, brands, base)),
      ...(unknown.length > 0 ? [unpublishedElement(unknown)] : []),
    ),
    notesElement(brands, base),
  )
  const more = must<HTMLAnchorElement>('[data-more]')
  more.href = `${withBase('/find/', base)}?all=1&b=${brands.map(({ id }) => id).join(',')}`
  more.hidden = brands.length === BRAND_MARKS.length
  showFoot(must('[data-dossier-foot]'))
}

function headElement(brands: readonly Column[], base: string): HTMLElement {
  return element(
    'ul',
    { class: brands.length > 1 ? 'compare-head' : 'compare-head alone' },
    ...brands.map(({ id, name, path, line, tile, letter }) => {
      const rest = brands.filter((other) => other.id !== id).map((other) => other.id)
      return element(
        'li',
        {},
        element('img', {
          class: 'tile',
          src: withBase(tile.path, base),
          alt: `示意图案：${tile.alt}`,
          width: 480,
          height: 480,
        }),
        element(
          'div',
          {},
          element('p', { class: 'name' }, letter && `${letter} `, element('a', { href: withBase(path, base) }, name)),
          element('p', { class: 'caption' }, line),
          brands.length > 1
            ? element(
                'a',
                {
                  class: 'link small no-print',
                  href: `?b=${rest.join(',')}`,
                  'data-drop': name,
                  'data-id': id,
                  'aria-label': `移出 ${name}`,
                },
                '移出',
              )
            : undefined,
        ),
      )
    }),
  )
}

function rowElement(row: CompareRow, brands: readonly Column[], base: string): HTMLElement {
  const flags = FIGURE_ROWS.includes(row) ? cautions(brands.map(({ rows }) => rows[row])) : []
  const codes = codeRemark(brands.flatMap(({ rows }) => rows[row]))
  return element(
    'section',
    { class: 'compare-row', 'data-row': row },
    element(
      'header',
      {},
      element('h2', {}, COMPARE_ROWS[row]),
      flags.length > 0
        ? element(
            'p',
            { class: 'caution', 'data-caution': flags.join(' ') },
            `不能直接比：${flags.map((flag) => CAUTIONS[flag]).join('，')}`,
          )
        : undefined,
      codes ? element('p', { class: 'caption', 'data-codes': '' }, codes) : undefined,
    ),
    element(
      'dl',
      { class: brands.length > 1 ? '' : 'alone' },
      ...brands.map((brand, at) =>
        element(
          'div',
          {},
          element('dt', {}, brand.name),
          element('dd', {}, cellElement(row, brand, at, base, brands.length)),
        ),
      ),
    ),
  )
}

/** The rows that would say the same in every cell: nothing is known of any of the brands. */
function unpublishedElement(rows: readonly CompareRow[]): HTMLElement {
  return element(
    'section',
    { class: 'compare-row', 'data-unpublished': '' },
    element('header', {}, element('h2', {}, UNPUBLISHED)),
    element('p', { class: 'small' }, `${rows.map((row) => COMPARE_ROWS[row]).join('、')}。`),
  )
}

/** @param count how many brands share the sheet */
function cellElement(row: CompareRow, brand: Column, at: number, base: string, count: number): HTMLElement {
  const items = brand.rows[row]
  if (items.length === 0) {
    const blank = element('span', { class: 'blank' }, UNPUBLISHED)
    if (row !== 'contact') return blank
    const offices = element('a', { href: `${withBase(brand.path, base)}#contact` }, brand.ask.join('、'))
    return element('p', {}, blank, ' 可以问：', offices)
  }
  const isCut = count === BRAND_MARKS.length && CUT_ON_PAPER.includes(row)
  const onPaper = new Set(isCut ? cellFacts(items, ON_PAPER) : items)
  const rest = brand.more[row] ?? 0
  const restOnPaper = rest + items.length - onPaper.size
  const way = (count: number, ...where: string[]) =>
    count > 0
      ? element(
          'li',
          { class: ['caption', ...where].join(' ') },
          element('a', { href: withBase(brand.path, base) }, `另有${count}条，在品牌页`),
        )
      : undefined
  return element(
    'ul',
    {},
    ...items.map((item, index) => {
      const told = itemElement(item, items[index - 1], brand, at, base)
      told.classList.toggle('no-print', !onPaper.has(item))
      return told
    }),
    ...(rest === restOnPaper ? [way(rest)] : [way(rest, 'no-print'), way(restOnPaper, 'print-only')]),
  )
}

/** One thing said; the first of several that disagree says so for all, since they stand together. */
function itemElement(
  item: CompareItem,
  before: CompareItem | undefined,
  { sources, letter }: Column,
  at: number,
  base: string,
): HTMLElement {
  const { text, path, figure, label, kind, kindWord, basis, asOf, isPast, conflict, notes } = item
  const claim = kind && { 'data-claim': kind, 'data-source': sources[(notes[0] ?? 0) - 1]?.id }
  const address = path?.startsWith('/') ? withBase(path, base) : path
  const words = address ? element('a', { href: address }, text) : text
  const marks = notes.map((note) =>
    element(
      'a',
      { class: 'mark', href: `#${noteId(at, note)}`, 'aria-label': `来源 ${letter}${note}` },
      `〔${letter}${note}〕`,
    ),
  )
  const disputed =
    conflict && conflict !== before?.conflict
      ? element('p', { class: 'caption', 'data-disputed': '' }, DISPUTED)
      : undefined
  if (!figure) return element('li', { ...claim }, disputed, words, ...marks)
  const conditions = dotted(asOf && figureDate(asOf, kind ?? 'actual', isPast), basis && `算的是：${basis}`)
  return element(
    'li',
    { ...claim },
    disputed,
    element('p', {}, kindElement(kind ?? 'actual', kindWord ?? '')),
    element('p', {}, element('span', { class: 'what' }, `${label ?? ''} `), figureElement(figure), ...marks),
    conditions ? element('p', { class: 'caption' }, conditions) : undefined,
  )
}

const noteId = (at: number, note: number) => `note-${at + 1}-${note}`

function notesElement(brands: readonly Column[], base: string): HTMLElement {
  return element(
    'section',
    { class: 'compare-notes' },
    element('h2', { class: 'sub' }, '出处'),
    element(
      'ol',
      { class: 'dossier-notes' },
      ...brands.flatMap(({ sources, letter }, at) =>
        sources.map((source, index) => {
          const mark = (which: number) => `〔${letter}${which + 1}〕`
          const id = noteId(at, index + 1)
          // Another place of a source that was named above refers to it, as on the brand's page.
          const first = sources.findIndex((other) => other.id === source.id)
          const listed = (...parts: string[]) => parts.filter(Boolean).join('，')
          if (first < index) return element('li', { id }, `${mark(index)}${listed(`同${mark(first)}`, source.locator)}`)
          return element(
            'li',
            { id },
            `${mark(index)}${source.publisher}`,
            element('a', { href: withBase(source.path, base) }, sourceTitle(source.title)),
            listed(source.date ? longDate(source.date) : '未写日期', source.locator),
          )
        }),
      ),
    ),
  )
}

/** The way back from paper: the address of this very comparison, also as a QR code. */
function showFoot(foot: HTMLElement): void {
  const address = location.href.replace(/#.*/, '')
  const code = new DOMParser().parseFromString(renderSVG(address, { border: 2 }), 'image/svg+xml').documentElement
  code.setAttribute('role', 'img')
  code.setAttribute('aria-label', '这份资料网址的二维码')
  foot.replaceChildren(
    document.importNode(code, true),
    element(
      'div',
      {},
      element('p', {}, element('strong', {}, '扫码回到这份比较')),
      element('p', { class: 'caption' }, address),
      element('p', { class: 'caption print-only' }, '打印日期：＿＿＿＿年＿＿月＿＿日'),
    ),
  )
}

function download(brands: readonly CompareBrand[]): void {
  const file = new Blob([toCsv(compareTable(brands))], { type: 'text/csv;charset=utf-8' })
  const link = element('a', {
    href: URL.createObjectURL(file),
    download: `品牌比较-${brands.map(({ id }) => id).join('-')}.csv`,
  })
  link.click()
  // A busy browser begins late, and without the address it would lose the name.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
