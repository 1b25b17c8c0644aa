import { hanValue } from './numbers.ts'

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
  return [hanValue(chapter as string), section && hanValue(section), item].filter(Boolean).join('-')
}
