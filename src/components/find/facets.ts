import type { FinderIndex, IndexBrand } from '../../search/finder/data.ts'
import { type Choice, Facets } from '../../search/finder/facets.ts'
import type { Facet, Selection } from '../../search/finder/view.ts'
import { element } from '../dom.ts'

/** What the page calls each facet. */
const NAMES: Readonly<Record<Facet, string>> = {
  trade: '工种',
  region: '地区',
  field: '领域',
  industry: '行业',
  series: '系列',
  scale: '从业规模',
  certificate: '证书',
}

/** Facets over an index: made when results are there to be narrowed. */
export const facetsOf = (index: FinderIndex): Facets => new Facets(index)

/**
 * The fieldsets of all facets among `brands`. Trees open where something of them is chosen; the
 * others show their first level.
 */
export function facetElements(facets: Facets, brands: readonly IndexBrand[], chosen: Selection): HTMLElement[] {
  return (Object.keys(NAMES) as Facet[]).flatMap((facet) => {
    const choices = visible(facets.choices(facet, brands, chosen))
    if (choices.length === 0) {
      return facet === 'certificate'
        ? [
            fieldset(
              NAMES[facet],
              element('p', { class: 'caption' }, '没有一个品牌公布了持证人数或证书名称，不能按证书筛。'),
            ),
          ]
        : []
    }
    return [fieldset(NAMES[facet], ...choices.map((choice) => choiceElement(facet, choice)))]
  })
}

/** First levels, and the branches in which something is chosen. */
function visible(choices: readonly Choice[]): Choice[] {
  const path: Choice[] = []
  const open = new Set<Choice>()
  const parents = new Map<Choice, Choice | undefined>()
  for (const choice of choices) {
    path.length = choice.depth
    const parent = path[choice.depth - 1]
    parents.set(choice, parent)
    path[choice.depth] = choice
    if (choice.chosen) for (let at: Choice | undefined = choice; at; at = parents.get(at)) open.add(at)
  }
  return choices.filter((choice) => {
    const parent = parents.get(choice)
    return !parent || open.has(parent)
  })
}

function fieldset(name: string, ...children: HTMLElement[]): HTMLElement {
  return element('fieldset', { class: 'facet' }, element('legend', {}, name), ...children)
}

function choiceElement(facet: Facet, { value, name, depth, count, chosen }: Choice): HTMLElement {
  const input = element('input', { type: 'checkbox', name: facet, value, 'data-facet': facet })
  input.checked = chosen
  return element(
    'label',
    { class: `choice depth-${Math.min(depth, 3)}` },
    input,
    element('span', {}, name || '暂无公开资料'),
    element('span', { class: 'count', 'data-count': count }, String(count)),
  )
}

/** From the filters, which fill a phone's screen, to the brands that they leave. */
export function wayOn(
  count: number,
  { facets, results }: { facets: HTMLDetailsElement; results: HTMLElement },
): HTMLElement {
  const on = element(
    'button',
    { type: 'button', class: 'button primary see' },
    count > 0 ? `看这${count}个` : '一个也没有',
  )
  on.addEventListener('click', () => {
    facets.open = false
    results.scrollIntoView()
    results.querySelector<HTMLElement>('[data-result] a')?.focus({ preventScroll: true })
  })
  return on
}
