import { NOT_FIRST, phrases } from '../text/phrases.ts'

/**
 * Breaks a text into lines by Chinese rules: words stay whole, no line begins with closing
 * punctuation or ends with an opening one, and lines are about equally long.
 * @param width of a line, in the unit of `measure`
 * @param measure width of a piece of text
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const pieces = phrases(text)
    .flatMap((unit) => (measure(unit) > width ? [...unit] : [unit]))
    .map((words): Piece => ({ words, width: measure(words) }))
  const tight = fill(pieces, width)
  // The narrowest measure that still needs no more lines makes them even.
  let [low, high] = [measure(text) / tight.length, width]
  while (high - low > 4) {
    const middle = (low + high) / 2
    if (fill(pieces, middle).length <= tight.length) high = middle
    else low = middle
  }
  return fill(pieces, high)
}

interface Piece {
  words: string
  width: number
}

function fill(pieces: readonly Piece[], width: number): string[] {
  const lines: string[] = []
  let line = ''
  let length = 0
  for (const piece of pieces) {
    // A closing mark alone may overhang rather than start a line.
    const mustStay = piece.words.length === 1 && NOT_FIRST.includes(piece.words)
    if (line !== '' && !mustStay && length + piece.width > width) {
      lines.push(line)
      line = ''
      length = 0
    }
    line += piece.words
    length += piece.width
  }
  return line.trim() ? [...lines, line] : lines
}
