import { KNOWN } from './lexicon.ts'

/** Characters that never begin a line. */
export const NOT_FIRST = '，。、；：？！）〕】》」』”’…—·％%'
/** Characters that never end a line. */
const NOT_LAST = '（〔【《「『“‘'

/** Finds words by ICU's dictionary, which is read once. */
export const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** Names in quotation marks and remarks in brackets that are kept on one line. A longer one is cut by a narrow screen, before its last mark perhaps. */
const SHORT_NAMES = /“[^“”]{1,4}”|（[^（）]{1,4}）/g

/** Single characters that are words of their own, and all others. */
const LONE = /^(?![的了去回在要把和与及或被从到至向让给对为是有不都也就又还里上下中])\p{Script=Han}$/u
const SHORT = /^\p{Script=Han}{2}$/u

/** Most characters in a row that ICU leaves alone and that are one word; in longer rows nobody knows where words end. */
const LONGEST_NAME = 3

/** Characters that say what the word before them is: 正安县城, 白酒酿造工. */
const SUFFIX = /^[工师员匠县市区镇村乡族省园馆坊厂站会节奖人城社茶业展]$/

/** A word; `known` ones are whole as they are. */
interface Word {
  text: string
  known?: boolean
}

/** Words that this site knows, and ICU's between them. */
const words = (text: string): string[] =>
  text
    .split(KNOWN)
    .flatMap((part, at) => (at % 2 === 1 ? [{ text: part, known: true }] : icuWords(part)))
    .reduce<Word[]>((found, word) => {
      const before = found.at(-1)
      // What ends a word of ours stands alone, because ICU never saw the word.
      if (before?.known && SUFFIX.test(word.text)) before.text += word.text
      else if (word.text) found.push({ ...word })
      return found
    }, [])
    .map(({ text }) => text)

/**
 * ICU's words, with the characters it leaves alone put together: several in a row are a word it does not know
 * (摆·忙), one is the end of the word before it (提琴·工).
 */
function icuWords(text: string): Word[] {
  const found: string[][] = []
  let alone = false
  for (const { segment } of segmenter.segment(text)) {
    const before = alone
    alone = LONE.test(segment)
    if (alone && before) found.at(-1)?.push(segment)
    else found.push([segment])
  }
  const joined = found.flatMap((row) => (row.length > LONGEST_NAME ? row : [row.join('')]))
  const whole = joined.flatMap((word, index) => {
    if (SHORT.test(word) && LONE.test(joined[index + 1] ?? '')) return [word + joined[index + 1]]
    return LONE.test(word) && SHORT.test(joined[index - 1] ?? '') ? [] : [word]
  })
  return whole.map((text) => ({ text }))
}

/** Phrases by text: a name stands in lists of many pages, and finding its words takes longer than all the rest of a line. */
const known = new Map<string, readonly string[]>()

/**
 * The pieces of a Chinese text inside which a line is never broken: words with the punctuation that must stay
 * beside them, numbers with what is counted, short remarks in brackets, short names in quotation marks. Joined they are the text.
 */
export function phrases(text: string): readonly string[] {
  const before = known.get(text)
  if (before) return before
  const units: string[] = []
  const names = [...text.matchAll(SHORT_NAMES)].map(({ index, 0: name }) => [index, index + name.length] as const)
  let open = false
  let at = 0
  for (const word of words(text)) {
    const first = word[0] as string
    const inName = names.some(([start, end]) => start < at && at < end)
    at += word.length
    const joins = open || inName || NOT_FIRST.includes(first) || sticks(units.at(-1), first)
    if (joins && units.length > 0) units[units.length - 1] += word
    else units.push(word)
    open = NOT_LAST.includes(word.at(-1) as string)
  }
  known.set(text, units)
  return units
}

/** A number and what is counted, and parts of one Latin word or date, stay together. */
function sticks(before: string | undefined, first: string): boolean {
  if (!before) return false
  return (
    (/[\d.A-Za-z]$/.test(before) && /[\d.A-Za-z年月日万亿%]/.test(first)) ||
    (/\d[年月]$/.test(before) && /\d/.test(first))
  )
}

/** A text cut behind its commas and colons, and at spaces between its characters, where a line likes to end. Joined the parts are the text. */
export const titleParts = (text: string): string[] =>
  text
    .replace(/([\p{Script=Han}”）] )(?=[\p{Script=Han}“（])/gu, '$1\n')
    .match(/[^，：；\n]*(?:[，：；]+[”』」》）]?|\n)|[^，：；\n]+/g)
    ?.map((part) => part.replace('\n', '')) ?? [text]
