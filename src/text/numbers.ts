/**
 * The numbers a text speaks of, in Chinese and in English, so that a translation can be held against
 * its original: 246万把 and “2.46 million guitars” say the same.
 */

const HAN_DIGITS = '零一二三四五六七八九'
/** What each scale multiplies by. */
export const HAN_SCALES: Readonly<Record<string, number>> = { 十: 10, 成: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }

/** The value of a Chinese numeral: 二百五十 → 250, 三万七千 → 37000, 一万二 → 12000, 三十余万 → 300000, 七成五 → 75. */
export function hanValue(numeral: string): number {
  let [total, section, digit] = [0, 0, 0]
  // A last digit right behind a scale is of the next lower one.
  const [, short] = /([百千万亿])[一二三四五六七八九]$/.exec(numeral) ?? []
  for (const character of numeral.replace(/[多余]/g, '').replace('半', '五')) {
    const value = HAN_DIGITS.indexOf(character.replace('两', '二').replace('〇', '零'))
    const scale = HAN_SCALES[character] ?? 1
    if (value >= 0) digit = value
    else if (scale >= 1e4) {
      const part = section + digit
      total = total > scale ? total + part * scale : (total + part || 1) * scale
      section = 0
      digit = 0
    } else {
      section += (digit || 1) * scale
      digit = 0
    }
  }
  return total + section + digit * (short ? (HAN_SCALES[short] as number) / 10 : 1)
}

/** A number in digits, with the scale written after it: 1.5万, 300多亿, 12,000, 7成. */
const DIGITS =
  /(?<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?<part>\.\d+)?(?<more>[多余]?)(?<scales>(?:[百万亿]|千(?![克瓦米]))+|(?<=(?<![\d.])\d)成(?![功立为交]))?/g

/** A number that a text gives in digits, over as many scales as it goes: 2亿3000万 is one. */
export interface DigitNumber {
  written: string
  /** Where it begins in the text. */
  start: number
  /** Its first digits alone: 1.5 of 1.5万. */
  bare: number
  value: number
}

/** One step of such a number, 3千 of 3千5百万. */
interface Step {
  written: string
  start: number
  number: number
  /** Whether nothing can follow: it has decimals, or is more than it says. */
  isLast: boolean
  /** What 百 and 千 make of it, and 万 and 亿. */
  small: number
  large: number
  scales: string
}

/** Every number that a text gives in digits. */
export function digitNumbers(text: string): DigitNumber[] {
  const runs: Step[][] = []
  for (const { 0: written, index: start, groups = {} } of text.matchAll(DIGITS)) {
    const { whole = '', part = '', more = '', scales = '' } = groups
    const times = (pattern: RegExp) =>
      [...scales.replace(pattern, '')].reduce((product, scale) => product * (HAN_SCALES[scale] as number), 1)
    const number = Number(whole.replaceAll(',', '') + part)
    const isLast = part !== '' || more !== '' || scales === '' || scales === '成'
    const step = { written, start, number, isLast, small: times(/[万亿]/g), large: times(/[百千成]/g), scales }
    const run = runs.at(-1)
    if (run && goesOn(run, step, text)) run.push(step)
    else runs.push([step])
  }
  return runs.map((run) => {
    const [first, last] = [run[0] as Step, run.at(-1) as Step]
    return {
      written: text.slice(first.start, last.start + last.written.length),
      start: first.start,
      bare: first.number,
      value: round(sumOf(run)),
    }
  })
}

/** Whether a step belongs to the number that the steps before it make: it stands right behind them and is smaller than their scale. */
function goesOn(run: readonly Step[], step: Step, text: string): boolean {
  const before = run.at(-1) as Step
  const between = text.slice(before.start + before.written.length, step.start)
  if (before.isLast || !(between === '' || between === '零')) return false
  if (step.scales === '') {
    const behind = text.slice(step.start + step.written.length)
    const isWhole = (between ? /^\d{1,3}[多余]?$/ : /^[1-9]\d{2,3}[多余]?$/).test(step.written)
    // 3万2024年 and 3万2019—2024年 are an amount and a year.
    return before.scales === '万' && isWhole && !/^(?:[年届级版强]|\.?\d|[—–~～－-]\d)/.test(behind)
  }
  const unit = before.small * before.large
  // The large scale of 3千5百万 is that of 3千 too.
  return step.number * step.small * (before.large === 1 ? 1 : step.large) < unit
}

function sumOf(run: readonly Step[]): number {
  let [total, section] = [0, 0]
  for (const { number, small, large } of run) {
    section += number * small
    if (large === 1) continue
    total += section * large
    section = 0
  }
  return total + section
}

const HAN_NUMBER = '(?<![零一二两三四五六七八九十百])([零一二两三四五六七八九十百]+)点([零一二三四五六七八九]+)'

/** Decimals in words, with the scale that they take: 三点五万. At 早上八点三千人 it is eight o'clock. */
export const HAN_DECIMAL = new RegExp(`(?<!早上|早晨|上午|中午|下午|晚上|凌晨|傍晚)${HAN_NUMBER}([百千]?万|亿)`, 'g')

/** Decimals in words without a scale: 百分之三点五. */
const SHARE = new RegExp(`${HAN_NUMBER}(?!十)`, 'g')

/** A decimal in words as digits, 3.5万, from the parts of a match of `HAN_DECIMAL`. */
export const decimalInDigits = (whole: string, part: string, scales: string): string =>
  `${hanValue(whole)}.${[...part].map((digit) => HAN_DIGITS.indexOf(digit)).join('')}${scales}`

/** Full-width digits as half-width ones, each in its place. */
export const halfWidth = (text: string) => text.replace(/[０-９．％＋]/g, (found) => found.normalize('NFKC'))

/** Numbers in a Chinese text; shares (七成, 四分之三, 近半) as per cent. */
export function chineseNumbers(text: string): Set<number> {
  const found = numbersIn(text)
  // A translation may say 1.5 where the text says 1.5万.
  for (const { bare } of digitNumbers(halfWidth(text))) found.add(bare)
  return found
}

/** The same, each with its scale: 1.5万 is 15000 only. */
export function numbersIn(written: string): Set<number> {
  const text = halfWidth(written).replace(HAN_DECIMAL, (_, whole, part, scales) => decimalInDigits(whole, part, scales))
  const found = new Set<number>()
  for (const { value } of digitNumbers(text)) found.add(value)
  for (const [numeral] of text.matchAll(
    /[零〇一二两三四五六七八九十百千万亿]+(?:[多余][百千万亿]+|成[一二三四五六七八九半]?)?/g,
  )) {
    // In 5万 the scale alone is no number.
    if (/[一二两三四五六七八九十]/.test(numeral)) found.add(hanValue(numeral))
  }
  // 四五十 is forty or fifty.
  for (const [, a = '', b = '', scale = ''] of text.matchAll(
    /([一二两三四五六七八九])([一二两三四五六七八九])([十百千万亿]+|成)/g,
  )) {
    found.add(hanValue(a + scale))
    found.add(hanValue(b + scale))
  }
  // 百分之三点五
  for (const [, whole = '', part = ''] of text.matchAll(SHARE)) {
    found.add(Number(decimalInDigits(whole, part, '')))
  }
  for (const [, whole = '', part = ''] of text.matchAll(
    /(?<![二三四五六七八九十百千])([二三四五六七八九十千]+)分之([一二三四五六七八九十]+)/g,
  )) {
    found.add(round((hanValue(part) / hanValue(whole)) * 100))
  }
  if (/[近过超一]半|半数/.test(text)) found.add(50)
  // 百余名, 上万人
  for (const [scale] of text.matchAll(
    /(?<![\d多余零〇一二两三四五六七八九十百千万亿])[百千万](?=[多余])|(?<=[上近过破超])[百千万](?![百千万亿分])/g,
  )) {
    found.add(HAN_SCALES[scale] as number)
  }
  return found
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'
const WORDS = new Map<string, number>([
  ...ONES.split(' ').map((word, value): [string, number] => [word, value]),
  ...TENS.split(' ').map((word, value): [string, number] => [word, value * 10]),
])
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}
const SCALE = `(?:\\s+(${Object.keys(SCALES).join('|')})\\b)?`
const IN_DIGITS = new RegExp(`(?<![\\d.,])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?${SCALE}`, 'gi')
const word = [...WORDS.keys()].filter((key) => key !== '_').join('|')
const IN_WORDS = new RegExp(`\\b(${word})\\b(?:-(${word})\\b)?${SCALE}`, 'gi')

/** Words for a few things are no figures: two trees, ten kinds. */
export const FEW = 10

/** Numbers in an English text, in digits or in words; words for a few are left out. */
export function englishNumbers(text: string): number[] {
  const scaleOf = (name: string | undefined) => (name ? (SCALES[name.toLowerCase()] as number) : 1)
  const digits = [...text.matchAll(IN_DIGITS)].map(([, whole = '', part = '', scale]) =>
    round(Number(whole.replaceAll(',', '') + part) * scaleOf(scale)),
  )
  const words = [...text.matchAll(IN_WORDS)].map(([, first = '', second = '', scale]) => {
    const value = (name: string) => WORDS.get(name.toLowerCase()) ?? 0
    return (value(first) + value(second)) * scaleOf(scale)
  })
  return [...digits, ...words.filter((value) => value > FEW)]
}

/** Products of decimals, without the dust of binary fractions. */
const round = (value: number): number => Number(value.toPrecision(12))

/** A number as it is written out: 二十二; from a hundred on in digits. */
export function hanNumeral(number: number): string {
  if (number >= 100) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return HAN_DIGITS.charAt(ones)
  return `${tens > 1 ? HAN_DIGITS[tens] : ''}十${ones > 0 ? HAN_DIGITS[ones] : ''}`
}
