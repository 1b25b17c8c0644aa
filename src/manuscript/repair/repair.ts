import { FENCE, topOf } from '../front-matter.ts'
import { findLookalikes } from '../lookalikes.ts'
import type { Slip } from '../problem.ts'
import { repairFields } from './fields.ts'
import { repairBody } from './prose.ts'

/** A text with its slips put right; line numbers stay what they were. */
export interface Repaired {
  text: string
  slips: Slip[]
}

/**
 * Puts right what can only have been meant one way: tabs, full-width colons and curly quotes in
 * front matter, dates in words, a stray `<` or `{…}` in prose, characters of a PDF. The checker reports what this finds and
 * reads on with the repaired text, so that one slip does not hide the next; `npm run fix` writes it down.
 * @param fields names of front matter fields that exist, to tell a field from a word
 * @param isTable whether the whole text is YAML
 */
export function repair(text: string, fields: ReadonlySet<string>, isTable = false): Repaired {
  const slips: Slip[] = []
  const lines = text.split('\n').map((line, index) => repairCharacters(line, index + 1, slips))
  const [from, end] = isTable ? [0, lines.length] : frontMatterOf(lines)
  repairFields(lines, { from, end, isTable }, fields, slips)
  if (!isTable) repairBody(lines, end + 1, slips)
  return { text: lines.join('\n'), slips }
}

/** The line with ordinary characters for those of a PDF, so that everything else reads what people read. */
function repairCharacters(line: string, number: number, slips: Slip[]): string {
  let mended = line
  for (const { start, found, meant } of findLookalikes(line).reverse()) {
    slips.push({
      line: number,
      column: start + 1,
      rule: 'lookalike',
      level: 'error',
      message: `「${found}」是从 PDF 里复制来的，看着像平常的字，其实不是，搜不到`,
      fix: meant ? `换成「${meant}」` : '删掉，用输入法重新打一遍',
      ...(meant && { by: 'fix' as const }),
    })
    if (meant) mended = mended.slice(0, start) + meant + mended.slice(start + found.length)
  }
  return mended
}

/** Index of the first line of the front matter, and of the one that ends it; 0 when there is none. Empty lines may stand above. */
function frontMatterOf(lines: readonly string[]): [from: number, end: number] {
  const top = topOf(lines)
  if (!FENCE.test(lines[top] ?? '')) return [1, 0]
  const end = lines.findIndex((line, index) => index > top && FENCE.test(line))
  return [top + 1, Math.max(end, 0)]
}
