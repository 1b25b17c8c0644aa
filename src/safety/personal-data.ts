import { BREAK, type Legible, legible, lettersAsDigits, numeralsAsDigits } from './legible.ts'

/** What kind of personal data was found. */
export type PersonalKind =
  | 'id-card'
  | 'mobile'
  | 'bank-card'
  | 'passport'
  | 'plate'
  | 'im-account'
  | 'email'
  | 'address'
  | 'position'

/** Chinese names of the kinds, for messages. */
export const PERSONAL_KINDS: Readonly<Record<PersonalKind, string>> = {
  'id-card': '身份证号',
  mobile: '手机号',
  'bank-card': '银行卡号',
  passport: '护照或通行证号',
  plate: '车牌号',
  'im-account': '微信号或 QQ 号',
  email: '个人邮箱',
  address: '住址',
  position: '精确位置（经纬度）',
}

/** Personal data in a text. `start` and `end` are offsets in the text as given. */
export interface PersonalData {
  kind: PersonalKind
  start: number
  end: number
  /** What may be shown of it: `138****00`. */
  masked: string
}

/** A find in legible text, before its place in the source is known. */
interface Find {
  kind: PersonalKind
  from: number
  to: number
  masked: string
}

/**
 * Finds personal data, however it is disguised: full-width, spaced, split by marks or tags, with
 * invisible characters, as entities, in Chinese numerals.
 * @param source Markdown, YAML, HTML, JSON or plain text
 * @returns each find once, in the order of the text
 */
export function findPersonalData(source: string): PersonalData[] {
  if (!mayHold(source)) return []
  const found: PersonalData[] = []
  let read: string | undefined
  for (const markup of [false, true]) {
    const view = legible(source, markup)
    // Without markup both views are the same.
    if (view.text === read) break
    read = view.text
    for (const find of findIn(view.text)) {
      const start = view.offsets[find.from] as number
      const end = endOf(view, find.to)
      if (found.every((other) => end <= other.start || start >= other.end)) {
        found.push({ kind: find.kind, start, end, masked: find.masked })
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** `text` with every find masked: for our own messages, which others can read too. */
export function maskPersonalData(text: string): string {
  let masked = ''
  let at = 0
  for (const find of findPersonalData(text)) {
    masked += text.slice(at, find.start) + find.masked
    at = find.end
  }
  return masked + text.slice(at)
}

/**
 * A cheap no for texts that hold nothing personal. Whatever is looked for has a letter, a digit or a Chinese numeral in
 * it; in disguise these are marks that begin an escape, or characters that a plain Chinese text does not have.
 */
export function mayHold(source: string): boolean {
  return /[^\u3400-\u9fff\p{P}\s]|[零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖幺弌弍弎%&\\]/u.test(source)
}

/** The offset after the last source character of `[.., to)`. */
function endOf({ offsets }: Legible, to: number): number {
  const last = offsets[to - 1] as number
  for (let index = to; index < offsets.length; index++) {
    if ((offsets[index] as number) > last) return Math.min(offsets[index] as number, last + 12)
  }
  return last + 1
}

function findIn(text: string): Find[] {
  const found = [...findNumbers(text, 0), ...findWords(text)]
  const add = (finds: Find[]) => {
    for (const find of finds) {
      if (found.every((other) => find.to <= other.from || find.from >= other.to)) found.push(find)
    }
  }
  if (NUMERAL_RUN.test(text)) add(findNumbers(numeralsAsDigits(text), 0))
  if (LETTER_BESIDE_DIGIT.test(text) && LETTER_RUN.test(text)) add(findNumbers(lettersAsDigits(text), 4, text))
  return found
}

const NUMERAL_RUN = /(?:[\d零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺弌弍弎][^\p{L}\p{N}\n\u2029]{0,3}){11}/u
const LETTER_BESIDE_DIGIT = /[OolI|][ -]?\d|\d[ -]?[OolI|]/
const LETTER_RUN = /(?=[\dOolI| -]{0,20}[OolI|])(?:[\dOolI|][ -]?){11}/

// --- Numbers -------------------------------------------------------------------------------------

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
function findNumbers(text: string, trueDigits: number, original = text): Find[] {
  const found: Find[] = []
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
function longestFrom(groups: readonly Group[], first: number, text: string): Find | undefined {
  let digits = ''
  const taken: Group[] = []
  for (let last = first; last < groups.length && taken.length < MOST_GROUPS; last++) {
    const group = groups[last] as Group
    digits += group.digits
    taken.push(group)
    if (digits.length > 19) break
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
  const after = text.slice(tail.to, tail.to + 1)
  if (/[0-9A-Za-z]/.test(after) && !/[xX]/.test(after)) return undefined
  if (touchesWord(text, head.from)) return undefined
  // A number with a decimal point before or after it is a measure.
  const next = groups[last + 1]
  if (head.gap === '.' || (next?.gap === '.' && next.digits.length < 4)) return undefined
  const whole = taken.length === 1
  if (digits.length === 17 && tailOf(text, tail.to) > 0) return isIdCard(`${digits}X`, !whole) ? 'id-card' : undefined
  if (/[xX]/.test(after)) return undefined
  if (digits.length === 18 && isIdCard(digits, !whole)) return 'id-card'
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

/** Whether the digits stand in a web address, where long numbers are page numbers. */
function inAddress(text: string, at: number): boolean {
  return /(?:https?:\/\/|www\.)\S*$/.test(text.slice(Math.max(0, at - 300), at))
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

const YEAR = /^(?:1[0-9]|20)\d\d$/

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
  if (spoken) return true
  if (gaps.size > 1) return false
  const [gap] = gaps as unknown as [string]
  // 1978—2018—100 is a list of years, 139.196.12.345 an address, 13,800,138,000 an amount.
  if (YEAR.test(head.digits) || /^[年月日:]/.test(gap)) return false
  if (gap === '.' && (sizes.length === 2 || sizes.every((size) => size <= 3))) return false
  if (/^ ?[,、] ?$/.test(gap)) {
    return sizes.join() === '3,4,4' && taken.slice(1).some((group) => group.digits.startsWith('0'))
  }
  if (/^ ?[~%;；/]/.test(gap) && sizes.join() !== '3,4,4') return false
  if (sizes.every((size) => size <= 2)) return gap !== ' ' || sizes.slice(1).every((size) => size === 2)
  return sizes.length <= 5
}

function isBankCard(digits: string, taken: readonly Group[]): boolean {
  const length = digits.length
  if (!/^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|35\d{14}|3[47]\d{13})$/.test(digits)) return false
  const sizes = taken.map((group) => group.digits.length)
  const fours = sizes.slice(0, -1).every((size) => size === 4)
  const other = length === 15 ? sizes.join() === '4,6,5' : sizes.length === 2 && (sizes[0] as number) >= 6
  const gaps = new Set(taken.slice(1).map((group) => group.gap))
  const single = sizes.every((size) => size === 1)
  if (taken.length > 1 && !single && (gaps.size > 1 || !(fours || other))) return false
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

// --- Words ---------------------------------------------------------------------------------------

const PROVINCE_SIGNS = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼黔滇'
const NUMBER = '(?:\\d{1,6}|[一二三四五六七八九十百零〇]{1,6})'
const STREET = '[\\p{Script=Han}\\d·\\-]{0,30}?'

/**
 * Kinds that are known by the words around them. The named group `value` is what is masked. `sign` is a
 * quick test that most texts fail, which saves them the pattern.
 */
export const WORD_PATTERNS: ReadonlyArray<[kind: PersonalKind, sign: RegExp, pattern: RegExp]> = [
  [
    'im-account',
    /[微薇威]信|V信/i,
    /(?:微信号?|薇信|威信|V信)(?!公众|小程序|支付|视频|群|扫|搜|平台)(?:\s|是|为|加|同号|[:：=()])*(?<value>[A-Za-z][-_A-Za-z0-9]{5,19})(?![\w.@/])/giu,
  ],
  [
    'im-account',
    /wechat|weixin|wx|vx/i,
    /(?<![A-Za-z0-9+/\\])(?:wechat|weixin|wx|vx)(?:id|号)?\s?[:：=是 ]\s?(?<value>[A-Za-z][-_A-Za-z0-9]{5,19})(?![\w.@/])/giu,
  ],
  [
    'im-account',
    /QQ|扣扣|企鹅/i,
    /(?:(?<![A-Za-z0-9+/])QQ|扣扣|企鹅)(?:号码?)?(?:\s|是|为|[:：=()])*(?<value>[1-9]\d{4,10})(?!\d)/giu,
  ],
  [
    'email',
    /(?:@|#|\(at\)|\[at\])\s?(?:vip\.)?[a-z0-9]{2,7}\.(?:com|cn|net)/i,
    /(?<value>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?(?:@|\(at\)|\[at\]|#)\s?(?:(?:vip\.)?(?:qq|163|126|sina|foxmail|188|yeah|139|189|sohu|gmail|hotmail|outlook|live|icloud|yahoo|aliyun|tom|wo)\.(?:com|cn|net)(?:\.cn)?))(?![\w.])/giu,
  ],
  [
    'plate',
    new RegExp(`[${PROVINCE_SIGNS}][A-HJ-NP-Z]`),
    new RegExp(
      `(?<value>[${PROVINCE_SIGNS}][A-HJ-NP-Z][ ·•.-]?(?=[A-HJ-NP-Z]{0,5}\\d)[A-HJ-NP-Z0-9]{5,6})(?![0-9A-Za-z])`,
      'gu',
    ),
  ],
  ['passport', /护照|通行证/, /(?:护照|通行证)[^\n\u2029]{0,12}?(?<value>[A-Z][A-Z]?\d{7,9})(?!\d)/gu],
  [
    'position',
    /\d\.\d{4}/,
    /(?<![\d.])(?<value>(?:[7-9]\d|1[0-3]\d)\.\d{4,}\s?°?\s?[EN]?\s?[,、/ ]\s?(?:北纬)?(?:[1-5]\d)\.\d{4,}|(?:[1-5]\d)\.\d{4,}\s?°?\s?N?\s?[,、/ ]\s?(?:东经)?(?:[7-9]\d|1[0-3]\d)\.\d{4,})/gu,
  ],
  ['position', /\d\.\d{4}/, /(?<value>(?:北纬|东经|N|E)\s?\d{1,3}\.\d{4,})/gu],
  ['position', /°/, /(?<value>\d{1,3}\s?°\s?\d{1,2}\s?['′‘’]\s?\d{1,2}(?:\.\d+)?\s?(?:["″“”]|''|′′))/gu],
  [
    'address',
    /住|户籍|户口/,
    new RegExp(
      `(?:家庭住址|家庭地址|住址|家住|现住|户籍(?:所在地|地址|地)|户口所在地|住在)[是为在:]?\\s?(?<value>${STREET}${NUMBER}\\s?(?:号|组|室|栋|幢|单元|户|屯)(?:[\\p{Script=Han}\\d]{0,8}?${NUMBER}\\s?(?:号|室|户|房))?)`,
      'gu',
    ),
  ],
  [
    'address',
    /[栋幢座]|号楼|单元/,
    new RegExp(
      `(?<value>${NUMBER}\\s?(?:栋|幢|号楼|座)\\s?(?:${NUMBER}\\s?单元)\\s?(?:${NUMBER}\\s?楼?)?(?:\\d{1,4}\\s?(?:室|房|号|户))?|${NUMBER}\\s?(?:栋|幢|号楼)\\s?\\d{3,4}\\s?(?:室|房|号)|${NUMBER}\\s?单元\\s?\\d{2,4}\\s?(?:室|房|号)?)`,
      'gu',
    ),
  ],
  [
    'address',
    /[组队]\s?[\d一二三四五六七八九十]/,
    new RegExp(
      `(?<value>(?:村|屯|寨|社区)[\\p{Script=Han}]{0,6}?${NUMBER}\\s?(?:组|队)\\s?${NUMBER}\\s?(?:号|户))`,
      'gu',
    ),
  ],
]

function findWords(text: string): Find[] {
  return WORD_PATTERNS.filter(([, sign]) => sign.test(text)).flatMap(([kind, , pattern]) =>
    [...text.matchAll(pattern)].flatMap((match): Find[] => {
      const value = match.groups?.value
      if (!value || value.includes(BREAK)) return []
      const from = match.index + match[0].indexOf(value)
      return [{ kind, from, to: from + value.length, masked: maskWords(kind, value) }]
    }),
  )
}

function maskWords(kind: PersonalKind, value: string): string {
  if (kind === 'email') return `${value.slice(0, 1)}****@****`
  if (kind === 'address' || kind === 'position') return `${value.slice(0, 2)}****`
  return `${value.slice(0, 2)}****${value.slice(-1)}`
}
