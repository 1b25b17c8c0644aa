import { segmenter } from './phrases.ts'

/** Words that carry something: of two characters or more, and numbers. */
const TELLING = /^(?:\p{Script=Han}{2,}|[\dA-Za-z][\d.,A-Za-z]*)$/u

/** Share of a sentence's words that a text must have: the rest is how one puts it, 第一个 or 头一个. */
const MOST = 2 / 3

/**
 * Whether a text tells what a sentence says: every number, and two thirds of the words of two characters or more. Names are
 * words too, so what the sentence is about cannot be missing altogether.
 */
export function tells(text: string, sentence: string): boolean {
  const words = [...segmenter.segment(sentence)].map(({ segment }) => segment).filter((word) => TELLING.test(word))
  const numbers = words.filter((word) => /^\d/.test(word))
  const others = words.filter((word) => !/^\d/.test(word))
  const known = others.filter((word) => text.includes(word))
  return numbers.every((number) => hasNumber(text, number)) && known.length >= others.length * MOST
}

/** Whether the number stands in the text as it is, and not inside a longer one. */
function hasNumber(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text.slice(at + number.length, at + number.length + 2)]
    if (!/[\d.]/.test(before) && !/^(?:\d|\.\d)/.test(after)) return true
  }
  return false
}
