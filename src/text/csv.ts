/**
 * A table as CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8. Cells that a
 * spreadsheet would run as a formula get an apostrophe in front; numbers are none, and stay numbers for whoever reads on.
 */
export function toCsv(rows: ReadonlyArray<ReadonlyArray<string | number>>): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string | number): string {
  if (typeof text === 'number') return `${text}`
  const safe = /^[\s]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
