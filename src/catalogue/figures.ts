import type { Claim } from '../schemas/claim.ts'
import { amountsIn, amountsTold, hanAmountsIn } from '../text/amounts.ts'
import { measureOf } from '../text/measures.ts'
import { digitNumbers, FEW, HAN_SCALES, halfWidth, numbersIn } from '../text/numbers.ts'

/**
 * Figures of claims beside their sentences: readers see both, on a card the number and its unit, a tap away the sentence. What they say
 * has to be the same. A sum may be told in basis or note.
 */

/** What is wrong about a figure, and the field that has to change. */
export interface Unlike {
  field: 'value' | 'unit'
  rule: 'value-unlike-text' | 'unit-unlike-text'
  message: string
  fix: string
}

/** A figure as its fields give it: 29.15 亿元 is 2,915,000,000, counted in 元. */
interface Figure {
  unit: string
  /** 100,000,000 for 亿元, 1 for 元. */
  scale: number
  counted: string
  isValue: (told: number) => boolean
}

/** A number as a text writes it. */
interface Told {
  written: string
  start: number
  value: number
}

/** Everything that a claim tells in words; its sentence comes first. */
export const wordsOf = ({ text, basis = '', note = '' }: Claim): string => [text, basis, note].join('\n')

/**
 * What a figure says otherwise than the words of its claim: its number, what it counts, or that it is only rounded.
 * Numbers in digits and in Chinese numerals are read; of those up to ten in words we do not know what they count.
 * @returns undefined where it says the same, and for claims without a figure
 */
export function unlikeWords(claim: Claim): Unlike | undefined {
  const { value, unit = '' } = claim
  if (value === undefined) return undefined
  const figure = figureOf(value, unit)
  const words = halfWidth(wordsOf(claim))
  const inDigits = digitNumbers(words).filter((number) => figure.isValue(number.value))
  // Most stand there in digits with their unit behind them; this runs for every figure of every build.
  if (!inDigits.some((number) => isFollowed(number, words, figure.counted))) {
    if (!amountsTold(words).values().some(figure.isValue)) return untold(figure, value, words)
    const unlike = otherUnit(figure, claim)
    if (unlike) return unlike
  }
  return withoutQualifier(
    claim,
    inDigits.filter(({ start }) => start < claim.text.length),
  )
}

/** Things that are counted and are no people; 家政 and 家庭 are other words. */
const THINGS = /^ ?[多余来]? ?(?:家(?![人政庭长务农])|座|条|件|把(?!手)|台|套|栋|辆|所)/

/**
 * What the words that are wrapped in a claim say that its number counts, where that is something else than its unit:
 * 24名 around a claim of 24家.
 * @param number a number of those words
 * @returns how they write it; undefined where they say the same, or we do not know
 */
export function countsOtherwise(number: Told, words: string, claim: Claim): string | undefined {
  const { value, unit = '' } = claim
  if (value === undefined || !unit) return undefined
  const { counted, isValue } = figureOf(value, unit)
  if (!isValue(number.value) || counted === '个' || isFollowed(number, words, counted)) return undefined
  const after = words.slice(number.start + number.written.length)
  const measure = measureOf(after)
  const told = measure?.written ?? (measureOf(counted) ? THINGS.exec(after)?.[0] : undefined)
  if (!told) return undefined
  // The claim may tell the number of both; 60人次 does not tell 60人.
  const own = wordsOf(claim)
  const isTold = ({ written, start }: Told) => {
    const behind = own.slice(start + written.length)
    return written === number.written && behind.startsWith(told) && measureOf(behind)?.name === measure?.name
  }
  return amountsIn(own).some(isTold) ? undefined : number.written + told
}

function figureOf(value: number, unit: string): Figure {
  const scale = /^[万亿]/.test(unit) ? (HAN_SCALES[unit.charAt(0)] as number) : 1
  const whole = value * scale
  return {
    unit,
    scale,
    counted: scale > 1 ? unit.slice(1) : unit,
    isValue: (told) => Math.abs(told - whole) <= 1e-9 * Math.abs(whole),
  }
}

/** A number that the words do not tell, or only as a date, or in full where the unit has it in 万. */
function untold({ unit, scale, counted, isValue }: Figure, value: number, words: string): Unlike {
  const rule = 'value-unlike-text'
  if (scale > 1 && amountsTold(words).has(value)) {
    return {
      field: 'unit',
      rule,
      message: `数值 ${value} 是「完整的一句话」里的原数，单位「${unit}」又带“${unit.charAt(0)}”，合起来大了`,
      fix: `单位改成「${counted}」，或者数值不写到个位`,
    }
  }
  if (numbersIn(words).values().some(isValue)) {
    return {
      field: 'value',
      rule,
      message: `数值 ${value} 在「完整的一句话」里只是日期、序号或编号`,
      fix: '数值改成句子里说的那个数；句子里没有数，就删掉 value、label 和 unit',
    }
  }
  return {
    field: 'value',
    rule,
    message: `数值 ${value} 在「完整的一句话」里找不到`,
    fix: '改成一样；是几个数合起来的，就在口径（basis）或说明（note）里写出得数，例如“合计7期”',
  }
}

/** A figure whose sentence counts something else wherever it has the number; where it has not, basis and note. */
function otherUnit({ unit, counted, isValue }: Figure, { text, basis = '', note = '' }: Claim): Unlike | undefined {
  const part = halfWidth(amountsTold(text).values().some(isValue) ? text : `${basis}\n${note}`)
  const told = [...amountsIn(part), ...hanAmountsIn(part)].filter((amount) => isValue(amount.value))
  const others = told.map((amount) => otherMeaning(amount, part, counted))
  const [other] = others
  if (!other || !others.every(Boolean)) return undefined
  // 三个月里每期3天: a small number in words may be the one.
  const isSmall = told.every(({ value }) => value <= FEW)
  if (isSmall && numbersIn(part.replace(/\d/g, ' ')).values().some(isValue)) return undefined
  return {
    field: 'unit',
    rule: 'unit-unlike-text',
    message: `单位是「${unit}」，「完整的一句话」里写的却是“${other}”`,
    fix: '照原文改成一样：人和人次、元和美元、% 和百分点，说的不是一回事',
  }
}

/** Whether a unit stands right behind a number, in the same word or in another for the same. */
function isFollowed({ written, start }: Told, words: string, unit: string): boolean {
  const after = words.slice(start + written.length, start + written.length + 20)
  const [told, meant] = [measureOf(after), measureOf(unit)]
  if (told && meant) return told.name === meant.name
  // The third is counted in what it is the third of.
  if (/^[位名批届期次]/.test(unit) && /第 ?$/.test(words.slice(Math.max(0, start - 2), start))) return true
  const between = /^ ?[多余来]? ?个?/.exec(after)?.[0].length ?? 0
  return unit === '个' && told ? false : [0, between].some((at) => after.startsWith(unit, at))
}

/** What nobody would shorten to a unit that we do not know. */
const NEVER_MEANT = new Set(['%', '百分点', '人次'])

/** What a number counts where that is something else than the unit, as it is written: 300余人次; undefined where we do not know. */
function otherMeaning(number: Told, words: string, unit: string): string | undefined {
  if (isFollowed(number, words, unit)) return undefined
  const told = measureOf(words.slice(number.start + number.written.length))
  if (!told || !(measureOf(unit) || unit === '个' || NEVER_MEANT.has(told.name))) return undefined
  return number.written + told.written
}

/** A figure that its sentence only rounds. */
function withoutQualifier({ text, qualifier }: Claim, inText: readonly Told[]): Unlike | undefined {
  if (qualifier) return undefined
  const [written, word] = roundedIn(text, inText) ?? []
  if (!written || !word) return undefined
  return {
    field: 'value',
    rule: 'value-unlike-text',
    message: `「完整的一句话」里写的是“${written}”，数值后面却没有约数词，页面上会少了“${word}”`,
    fix: `在 value 下面加一行 qualifier: ${word}`,
  }
}

const BEFORE = /(?:约|近|超过|超|逾|不少于|至少)$/
const AFTER = /^(?:[多余]|[^\d，。；、（）]{0,4}(?:以上|左右))/
/** How a word is written as a qualifier, where that is another. */
const AS_QUALIFIER: Readonly<Record<string, string>> = { 超过: '超', 逾: '超' }

/**
 * How a text writes a number that it has only rounded, 近6 or 5000余, and the qualifier for it.
 * @param found the number wherever the text has it
 */
function roundedIn(text: string, found: readonly Told[]): [written: string, qualifier: string] | undefined {
  const rounded = found.flatMap(({ written, start }): Array<[string, string]> => {
    const [before = ''] = BEFORE.exec(text.slice(0, start)) ?? []
    const [after = ''] = AFTER.exec(text.slice(start + written.length)) ?? []
    const word = before || /[多余]/.exec(written + after)?.[0] || /(?:以上|左右)$/.exec(after)?.[0]
    return word ? [[before + written + after, AS_QUALIFIER[word] ?? word]] : []
  })
  // Told once without such a word, it is what it says.
  return rounded.length === found.length ? rounded[0] : undefined
}
