import { segmenter } from './phrases.ts'

/** Words that carry something: of two characters or more, and numbers. */
const TELLING = /^(?:\p{Script=Han}{2,}|[\dA-Za-z][\d.,A-Za-z]*)$/u

/**
 * Whether a text tells all that a sentence says: every number and every word of two characters or more stands in it.
 * Strict on purpose: what is said in other words counts as not told.
 */
export function tellsAll(text: string, sentence: string): boolean {
  for (const { segment } of segmenter.segment(sentence)) {
    if (!TELLING.test(segment)) continue
    if (/^\d/.test(segment) ? !hasNumber(text, segment) : !text.includes(segment)) return false
  }
  return true
}

/** Whether the number stands in the text as it is, and not inside a longer one. */
function hasNumber(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text.slice(at + number.length, at + number.length + 2)]
    if (!/[\d.]/.test(before) && !/^(?:\d|\.\d)/.test(after)) return true
  }
  return false
}
