import type { FinderCard } from '../../search/finder/cards.ts'
import type { ReasonPart } from '../../search/finder/reasons.ts'
import { MAX_SHORTLIST } from '../../search/finder/view.ts'
import { DOT } from '../../text/caption.ts'
import { withBase } from '../../urls/base.ts'
import { element } from '../dom.ts'
import { figureElement, kindElement } from '../figure-dom.ts'

/** A brand among the results. */
export interface ResultView {
  /** Place of the brand in the index; its card is found by it. */
  at: number
  id: string
  name: string
  /** Sentences that say why it is here; none when nothing was asked. */
  reasons: ReasonPart[][]
  /** Whether it only has to do with what was asked. */
  near: boolean
  picked: boolean
}

/** A group of results under one heading. */
export interface ResultGroup {
  title: string
  hint: string
  results: ResultView[]
}

const COUNTS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

/** How many, as one says it: 一个, 两个, 12个. */
export const countText = (count: number): string => `${COUNTS[count] ?? count}个`

/** The address where picked brands stand side by side. */
export const comparePath = (ids: readonly string[], base: string): string =>
  `${withBase('/compare/', base)}?b=${ids.join(',')}`

/** A group with its heading. The cards of its results come later, through `fillCard`. */
export function groupElement({ title, hint, results }: ResultGroup, base: string): HTMLElement {
  return element(
    'section',
    { class: 'result-group' },
    element('header', {}, element('h2', {}, title), hint ? element('p', { class: 'caption' }, hint) : undefined),
    element('ol', {}, ...results.map((result) => resultElement(result, base))),
  )
}

function resultElement({ at, id, name, reasons, near, picked }: ResultView, base: string): HTMLElement {
  const address = withBase(`/brands/${id}/`, base)
  return element(
    'li',
    { class: 'result', 'data-result': `brand/${id}`, 'data-at': at },
    element('div', { class: 'result-tile', 'data-card-tile': true }),
    element(
      'div',
      {},
      element('h3', { class: 'name' }, element('a', { href: address }, name)),
      element('p', { class: 'caption', 'data-card-place': true }),
      element('p', { class: 'line', 'data-card-line': true }),
      reasons.length > 0 ? reasonElement(reasons, near) : undefined,
      element('div', { class: 'result-figures', 'data-card-figures': true }),
      element('p', { class: 'caption', 'data-card-contact': true }),
      element(
        'div',
        { class: 'actions' },
        element(
          'button',
          {
            class: 'button',
            type: 'button',
            'data-pick': id,
            'aria-pressed': String(picked),
            'aria-label': `${pickText(picked)} ${name}`,
          },
          pickText(picked),
        ),
        element('a', { class: 'button', href: address, 'aria-label': `看品牌 ${name}` }, '看品牌'),
      ),
    ),
  )
}

/** How many brands are picked. */
export const picksText = (count: number): string => `备选${countText(count)}${count === MAX_SHORTLIST ? '，满了' : ''}`

/** What the button of a result says. */
export const pickText = (picked: boolean): string => (picked ? '✓ 已在备选' : '＋ 放进备选')

function reasonElement(reasons: ReasonPart[][], near: boolean): HTMLElement {
  return element(
    'p',
    { class: 'reason', 'data-reason': true },
    element('strong', {}, near ? '只是沾边：' : '对上的地方：'),
    ...reasons.flat().map(({ text, strong }) => (strong ? element('b', {}, text) : text)),
  )
}

/** Fills a result with what its card says. */
export function fillCard(item: HTMLElement, { id, place, line, tile, ask, figures }: FinderCard, base: string): void {
  const slot = (name: string) => item.querySelector(`[data-card-${name}]`)
  slot('place')?.replaceChildren(place)
  slot('line')?.replaceChildren(line)
  slot('contact')?.replaceChildren(
    element('a', { href: `${withBase(`/brands/${id}/`, base)}#contact` }, ask ? `可以问${ask}` : '有公开的联系方式'),
  )
  slot('tile')?.replaceChildren(
    element('img', {
      class: 'tile',
      src: withBase(tile.path, base),
      alt: `示意图案：${tile.alt}`,
      width: 480,
      height: 480,
      loading: 'lazy',
      decoding: 'async',
    }),
  )
  slot('figures')?.replaceChildren(
    ...figures.map(({ kind, kindWord, label, figure, when, publisher, sourceId }) =>
      element(
        'div',
        { 'data-claim': kind, 'data-source': sourceId },
        kindElement(kind, kindWord),
        element('p', {}, `${label} `, figureElement(figure)),
        element(
          'p',
          { class: 'caption' },
          when && `${when}${DOT}`,
          element('a', { href: withBase(`/sources/${sourceId}/`, base) }, publisher),
        ),
      ),
    ),
  )
}
