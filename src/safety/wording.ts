import { findAbsolute, findPromises } from './advertising.ts'
import { findNamed } from './hardship.ts'
import { Spans } from './spans.ts'
import type { WordingProblem } from './told.ts'
import { findSlips } from './typography.ts'

/**
 * What a text is, which decides how strictly it is read: a `headline` (title, lead, summary), `prose`
 * of ours, `quoted` words that have a source of their own, or those of a `document`, copied as they stand.
 */
export type TextPlace = 'headline' | 'prose' | 'quoted' | 'document'

/**
 * Checks the wording of one text.
 * @param text running text without markup
 * @param place what kind of text it is
 * @param exempt parts of the text, as [start, end), that are quoted or stand on a source: absolute words wholly in them are let be
 * @returns what is wrong, in the order of the text; of one rule nothing overlaps
 */
export function checkWording(
  text: string,
  place: TextPlace,
  exempt: ReadonlyArray<readonly [number, number]> = [],
): WordingProblem[] {
  if (!/[\u3400-\u9fff]/.test(text)) return []
  const isExempt = ({ start, end }: WordingProblem) => exempt.some(([from, to]) => from <= start && end <= to)
  const isOurs = place === 'headline' || place === 'prose'
  const found = [
    ...(isOurs ? findAbsolute(text, place === 'headline').filter((each) => !isExempt(each)) : []),
    ...(place === 'document' ? [] : findPromises(text)),
    ...findNamed(text),
    ...findSlips(text),
  ]
  const told: Record<string, Spans> = {}
  const isNew = ({ rule, start, end }: WordingProblem) => {
    told[rule] ??= new Spans()
    return told[rule].take(start, end)
  }
  return found.filter(isNew).sort((a, b) => a.start - b.start)
}
