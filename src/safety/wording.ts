import { findAdvertising } from './advertising.ts'
import { findNamed } from './hardship.ts'
import { Spans } from './spans.ts'
import type { WordingProblem } from './told.ts'
import { findSlips } from './typography.ts'

/**
 * What a text is, which decides how strictly it is read: a `headline` (title, lead, summary), `prose`
 * of ours, or `quoted` words that have a source of their own.
 */
export type TextPlace = 'headline' | 'prose' | 'quoted'

/**
 * Checks the wording of one text.
 * @param text running text without markup
 * @param place what kind of text it is
 * @param exempt parts of the text, as [start, end), that are quoted or stand on a source
 * @returns what is wrong, in the order of the text; of one rule nothing overlaps
 */
export function checkWording(
  text: string,
  place: TextPlace,
  exempt: ReadonlyArray<readonly [number, number]> = [],
): WordingProblem[] {
  if (!/[\u3400-\u9fff]/.test(text)) return []
  const quoted = new Spans(exempt)
  const advertising = place === 'quoted' ? [] : findAdvertising(text, place === 'headline')
  const found = [
    ...advertising.filter(({ start }) => !quoted.touches(start, start + 1)),
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
