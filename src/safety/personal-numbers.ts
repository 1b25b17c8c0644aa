import { type Find, inAddress } from './find.ts'
import { lettersAsDigits, numeralsAsDigits } from './legible.ts'
import type { PersonalKind } from './personal-data.ts'

/** Personal numbers, known by their digits: identity cards, mobile telephones, bank cards. */

const NUMERAL_RUN = /(?:[\d零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺弌弍弎][^\p{L}\p{N}\n\u2029]{0,3}){11}/u
const LETTER_BESIDE_DIGIT = /[OolI|][ -]?\d|\d[ -]?[OolI|]/
const LETTER_RUN = /(?=[\dOolI| -]{0,20}[OolI|])(?:[\dOolI|][ -]?){11}/

/** Personal numbers as they stand. */
export const findNumbers = (text: string): Find<PersonalKind>[] => numbersIn(text, 0)

/** The same in Chinese numerals, and with letters in place of digits that look alike. */
export const findDisguisedNumbers = (text: string): Find<PersonalKind>[] => [
  ...(NUMERAL_RUN.test(text) ? numbersIn(numeralsAsDigits(text), 0) : []),
  ...(LETTER_BESIDE_DIGIT.test(text) && LETTER_RUN.test(text) ? numbersIn(lettersAsDigits(text), 4, text) : []),
]

/** Digits that stand together, perhaps with marks between them: the reader joins them, so do we. */
const RUN = /\d+(?:[^\p{L}\p{N}\n\u2029]{0,3}\n?[^\p{L}\p{N}\n\u2029]{0,2}\d+)*/gu

interface Group {
  digits: string
  from: number
  to: number
  /** What stands between this group and the one before. */
  gap: string
}

/** Longest run that is searched for windows; nothing personal has more groups. */
const MOST_GROUPS = 19

/**
 * @param original when letters were read as digits: the text before, in which a find must have at
 *   least `trueDigits` digits of its own
 */
function numbersIn(text: string, trueDigits: number, original = text): Find<PersonalKind>[] {
  const found: Find<PersonalKind>[] = []
  for (const run of text.matchAll(RUN)) {
    if (run[0].length < 11) continue
    const groups = groupsOf(run[0], run.index)
    for (let first = 0; first < groups.length; first++) {
      const find = longestFrom(groups, first, text)
      if (!find) continue
      if (trueDigits > 0 && (original.slice(find.from, find.to).match(/\d/g)?.length ?? 0) < trueDigits) continue
      found.push(find)
      while (first + 1 < groups.length && (groups[first + 1] as Group).from < find.to) first++
    }
  }
  return found
}

function groupsOf(run: string, at: number): Group[] {
  const groups: Group[] = []
  let end = 0
  for (const match of run.matchAll(/\d+/g)) {
    groups.push({
      digits: match[0],
      from: at + match.index,
      to: at + match.index + match[0].length,
      gap: run.slice(end, match.index),
    })
    end = match.index + match[0].length
  }
  return groups
}

/** The personal number that begins with group `first`, if there is one. */
function longestFrom(groups: readonly Group[], first: number, text: string): Find<PersonalKind> | undefined {
  let digits = ''
  const taken: Group[] = []
  for (let last = first; last < groups.length && taken.length < MOST_GROUPS; last++) {
    const group = groups[last] as Group
    digits += group.digits
    taken.push(group)
    if (digits.length > 19) return first === last ? gluedIn(group, text) : undefined
    if (digits.length < 11) continue
    const kind = kindOf(digits, taken, groups, last, text)
    if (kind) {
      const from = (taken[0] as Group).from
      const tail = kind === 'id-card' && digits.length === 17 ? tailOf(text, group.to) : 0
      return { kind, from, to: group.to + tail, masked: maskNumber(kind, digits + (tail ? 'X' : '')) }
    }
  }
  return undefined
}

/**
 * A number that others are glued to, as cells of a table are when they are copied: an identity number whose check
 * character is right, a mobile number behind another.
 */
function gluedIn({ digits, from, to }: Group, text: string): Find<PersonalKind> | undefined {
  if (inAddress(text, from)) return undefined
  const find = (kind: PersonalKind): Find<PersonalKind> => ({ kind, from, to, masked: maskNumber(kind, digits) })
  const isCard = [0, digits.length - 18].some((at) => isIdCard(digits.slice(at, at + 18), true))
  if (isCard) return find('id-card')
  if (touchesWord(text, from)) return undefined
  return /^(?:1[3-9]\d{9}){2,}$/.test(digits) ? find('mobile') : undefined
}

/** Length of the gap and the X that end an ID number whose check character is X. */
function tailOf(text: string, at: number): number {
  return /^[^\p{L}\p{N}\n\u2029]{0,2}[xX](?![0-9A-Za-z])/u.exec(text.slice(at, at + 5))?.[0].length ?? 0
}

function kindOf(
  digits: string,
  taken: readonly Group[],
  groups: readonly Group[],
  last: number,
  text: string,
): PersonalKind | undefined {
  const [head, tail] = [taken[0] as Group, taken.at(-1) as Group]
  // A number with a decimal point before or after it is a measure.
  const next = groups[last + 1]
  if (head.gap === '.' || (next?.gap === '.' && next.digits.length < 4)) return undefined
  if (WHOLE_MOBILE.test(tail.digits) && isMobile(digits, taken, text)) {
    return isInCode(text, head.from, tail.to) ? undefined : 'mobile'
  }
  const after = text.slice(tail.to, tail.to + 1)
  if (/[0-9A-Za-z]/.test(after) && !/[xX]/.test(after)) return undefined
  const isPart = touchesWord(text, head.from)
  const whole = taken.length === 1
  // A number of pupils is the identity number with a letter before it: the check character says so.
  const strict = isPart || !whole
  if (digits.length === 17 && tailOf(text, tail.to) > 0) return isIdCard(`${digits}X`, strict) ? 'id-card' : undefined
  if (/[xX]/.test(after)) return undefined
  if (digits.length === 18 && isIdCard(digits, strict)) return 'id-card'
  if (isPart) return undefined
  if (digits.length === 15 && whole && !inAddress(text, head.from) && isOldIdCard(digits)) return 'id-card'
  if (digits.length >= 11 && digits.length <= 15 && isMobile(digits, taken, text)) return 'mobile'
  if (digits.length >= 15 && isBankCard(digits, taken) && !inAddress(text, head.from)) return 'bank-card'
  return undefined
}

/** Whether a letter stands right before: part of a code or digest, unless the word announces a number. */
function touchesWord(text: string, at: number): boolean {
  const word = /[A-Za-z]+$/.exec(text.slice(Math.max(0, at - 10), at))?.[0]
  return word !== undefined && !/(?:tel|phone|mobile|mob|wx|vx|qq|call|sms|id|no|card|u)$/i.test(word)
}

const WHOLE_MOBILE = /^(?:0086|086|86|0)?1[3-9]\d{9}$/

/**
 * Whether a mobile number that stands in one piece is part of a code or digest: letters with further digits, or
 * hexadecimal on both sides. Mere letters are a name or a word (`Amy138…`, `138…vx同号`), except in a web address.
 */
function isInCode(text: string, from: number, to: number): boolean {
  const before = /[0-9A-Za-z]*$/.exec(text.slice(Math.max(0, from - 40), from))?.[0] ?? ''
  const after = /^[0-9A-Za-z]*/.exec(text.slice(to, to + 40))?.[0] ?? ''
  if (!before && !after) return false
  if (/\d/.test(before + after) || (before && after && /^[a-f]+$/i.test(before + after))) return true
  return /(?:https?:\/\/|www\.)[!-~]*$/.test(text.slice(Math.max(0, from - 300), from))
}

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
)

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** @param strict whether the check character must be right: without it, only the shape counts */
function isIdCard(number: string, strict: boolean): boolean {
  if (!PROVINCES.has(number.slice(0, 2)) || !/^(?:18|19|20)/.test(number.slice(6))) return false
  if (!isDay(Number(number.slice(10, 12)), Number(number.slice(12, 14)))) return false
  if (!strict) return true
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase()
}

function isOldIdCard(number: string): boolean {
  return PROVINCES.has(number.slice(0, 2)) && isDay(Number(number.slice(8, 10)), Number(number.slice(10, 12)))
}

const isDay = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31

/** In a list of years; between blanks and hyphens only those of the last centuries are. */
const YEAR = /^(?:1[0-9]|20)\d\d$/
const LATE_YEAR = /^(?:1[89]|20)\d\d$/

function isMobile(digits: string, taken: readonly Group[], text: string): boolean {
  const prefix = /^(?:0086|086|86|0)?(?=1[3-9]\d{9}$)/.exec(digits)?.[0]
  if (prefix === undefined) return false
  if (prefix && taken.length > 1 && !(taken[0] as Group).digits.startsWith(prefix)) return false
  if (taken.length === 1) return true
  const sizes = taken.map((group) => group.digits.length)
  const gaps = new Set(taken.slice(1).map((group) => group.gap.replace(/\s+/g, ' ')))
  if (sizes.every((size) => size === 1)) return true
  const head = taken[0] as Group
  const spoken = /(?:电话|手机|号码|联系|致电|拨打|微信|tel|phone|mobile)[^\n]{0,8}$/iu.test(
    text.slice(Math.max(0, head.from - 16), head.from),
  )
  if (spoken && (sizes.join() === '3,4,4' || !isReckoned(taken))) return true
  if (gaps.size > 1 || isReckoned(taken)) return false
  const [gap] = gaps as unknown as [string]
  // 1978—2018—100 is a list of years, 139.196.12.345 an address, 13,800,138,000 an amount.
  if ((/^[ -]$/.test(gap) ? LATE_YEAR : YEAR).test(head.digits) || /^[年月日:]/.test(gap)) return false
  if (gap === '.' && (sizes.length === 2 || sizes.every((size) => size <= 3))) return false
  if (/^ ?[,、] ?$/.test(gap)) {
    return sizes.join() === '3,4,4' && taken.slice(1).some((group) => group.digits.startsWith('0'))
  }
  if (/^ ?[~%;；/]/.test(gap) && sizes.join() !== '3,4,4') return false
  if (sizes.every((size) => size <= 2)) return gap !== ' ' || sizes.slice(1).every((size) => size === 2)
  return sizes.length <= 5
}

/** Whether the groups are cells of a table, measures or the terms of a sum: 195×1350×2200. */
const isReckoned = (taken: readonly Group[]) => taken.slice(1).some(({ gap }) => /[|×*+]/.test(gap))

function isBankCard(digits: string, taken: readonly Group[]): boolean {
  const length = digits.length
  if (!/^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|35\d{14}|3[47]\d{13})$/.test(digits)) return false
  const sizes = taken.map((group) => group.digits.length)
  const fours = sizes.slice(0, -1).every((size) => size === 4)
  const other = length === 15 ? sizes.join() === '4,6,5' : sizes.length === 2 && (sizes[0] as number) >= 6
  const gaps = new Set(taken.slice(1).map((group) => group.gap))
  const single = sizes.every((size) => size === 1)
  if (taken.length > 1 && !single && (gaps.size > 1 || isReckoned(taken) || !(fours || other))) return false
  return passesLuhn(digits)
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    sum += index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

const maskNumber = (kind: PersonalKind, number: string) =>
  kind === 'bank-card' ? `${number.slice(0, 2)}****${number.slice(-2)}` : `${number.slice(0, 3)}****${number.slice(-2)}`
