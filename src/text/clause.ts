const NUMERALS = '零一二三四五六七八九'

/** A Chinese numeral up to 99 as a number: `十九` → 19. */
export function readNumeral(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (mark: string | undefined, empty: number) => (mark ? NUMERALS.indexOf(mark) : empty)
  return text.includes('十') ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0)
}

/**
 * The clause anchor a locator points at: `三、（三）3` → `3-3-3`, `政策解读 四、1` → `4-1`.
 * @returns undefined when the locator names no clause (引言, 正文, a range of clauses)
 */
export function clauseAnchor(locator: string): string | undefined {
  const match = /^(?:政策解读\s*)?([一二三四五六七八九十]+)(?:、?（([一二三四五六七八九十]+)）)?(?:、?(\d+))?$/.exec(
    locator.trim(),
  )
  if (!match) return undefined
  const [, chapter, section, item] = match
  return [readNumeral(chapter as string), section && readNumeral(section), item].filter(Boolean).join('-')
}
