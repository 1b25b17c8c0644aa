/**
 * Tables that can be sorted: the names of their columns become buttons. By name, place, level or date;
 * never by size, because sizes are not comparable. Without script the table stands as it was built.
 */
const collator = new Intl.Collator('zh-CN', { numeric: true })

function sortBy(table: HTMLTableElement, heading: HTMLTableCellElement): void {
  const down = heading.getAttribute('aria-sort') === 'ascending'
  for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort')
  heading.setAttribute('aria-sort', down ? 'descending' : 'ascending')
  const body = table.tBodies[0]
  if (!body) return
  const keyOf = (row: HTMLTableRowElement): string => {
    const cell = row.cells[heading.cellIndex]
    return cell?.querySelector('.blank') ? '' : (cell?.dataset.order ?? cell?.textContent?.trim() ?? '')
  }
  const rows = [...body.rows].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)]
    // What is not published stands last, whichever way the rest is sorted.
    if (!x || !y) return Number(!x) - Number(!y)
    return down ? collator.compare(y, x) : collator.compare(x, y)
  })
  body.append(...rows)
}

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  for (const heading of table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = heading.textContent
    // Browsers print a button on the first sheet only; paper reads this instead.
    heading.dataset.name = heading.textContent
    button.addEventListener('click', () => sortBy(table, heading))
    heading.replaceChildren(button)
  }
  // Said only where it is true: not without script, not on paper.
  for (const hint of table.querySelectorAll<HTMLElement>('[data-sort-hint]')) hint.hidden = false
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
