import { element } from '../dom.ts'
import { comparePath, picksText } from './results.ts'

/** Fills the bar of picked brands: who is on it, and the ways on. */
export function showShortlist(
  bar: HTMLElement,
  picked: ReadonlyArray<{ id: string; name: string }>,
  base: string,
): void {
  bar.hidden = picked.length === 0
  const compare = comparePath(
    picked.map(({ id }) => id),
    base,
  )
  bar.replaceChildren(
    element(
      'div',
      { class: 'wrap' },
      element('p', {}, picksText(picked.length)),
      element(
        'ul',
        {},
        ...picked.map(({ id, name }) =>
          element(
            'li',
            {},
            element('b', {}, name),
            element('button', { type: 'button', class: 'link', 'data-drop': id, 'aria-label': `移出 ${name}` }, '移出'),
          ),
        ),
      ),
      element(
        'div',
        { class: 'ways' },
        element('a', { class: 'button', href: compare }, '并排比较'),
        element('a', { class: 'button light', href: `${compare}#print` }, '打印资料'),
      ),
    ),
  )
  // The bar lies over the foot of the screen: what was pressed comes out from under it.
  document.activeElement?.closest('[data-pick]')?.scrollIntoView({ block: 'nearest' })
}
