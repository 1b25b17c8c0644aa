/** Characters that never begin a line. */
const NOT_FIRST = '，。、；：？！）〕】》」』”’…—·％%'
/** Characters that never end a line. */
const NOT_LAST = '（〔【《「『“‘'

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** Longest remark in brackets that is kept on one line, with its brackets. */
const SHORT_REMARK = 8

/** Words with the punctuation that must stay beside them: what a line is never broken inside. */
function unbreakable(text: string): string[] {
  const units: string[] = []
  let open = false
  for (const { segment } of segmenter.segment(text)) {
    const first = segment[0] as string
    const joins = open || NOT_FIRST.includes(first) || sticks(units.at(-1), first)
    if (joins && units.length > 0) units[units.length - 1] += segment
    else units.push(segment)
    open = NOT_LAST.includes(segment.at(-1) as string) || inRemark(units.at(-1) as string)
  }
  return units
}

const inRemark = (unit: string) => /（[^）]*$/.test(unit) && unit.length - unit.indexOf('（') < SHORT_REMARK

/** A number and what is counted, and parts of one Latin word or date, stay together. */
function sticks(before: string | undefined, first: string): boolean {
  if (!before) return false
  return (
    (/[\d.A-Za-z]$/.test(before) && /[\d.A-Za-z年月日万亿%]/.test(first)) ||
    (/\d[年月]$/.test(before) && /\d/.test(first))
  )
}

/**
 * Breaks a text into lines by Chinese rules: words stay whole, no line begins with closing
 * punctuation or ends with an opening one, and lines are about equally long.
 * @param width of a line, in the unit of `measure`
 * @param measure width of a piece of text
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const pieces = unbreakable(text)
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
