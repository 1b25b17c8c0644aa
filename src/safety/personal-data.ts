import { BREAK, type Legible, legible, lettersAsDigits, numeralsAsDigits } from './legible.ts'
import { Spans } from './spans.ts'

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
  | 'birthday'
  | 'starred'

/** Chinese names of the kinds, for messages. */
export const PERSONAL_KINDS: Readonly<Record<PersonalKind, string>> = {
  'id-card': '身份证号',
  mobile: '手机号',
  'bank-card': '银行卡号',
  passport: '护照或通行证号',
  plate: '车牌号',
  'im-account': '微信、QQ、抖音一类的个人账号',
  email: '个人邮箱',
  address: '住址',
  position: '精确位置（经纬度）',
  birthday: '出生年月日（身份证号里就有它；写到年，最多写到月）',
  starred: '打了星号或只写尾号的号码（剩下的数字加上别处的资料，还认得出是谁）',
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
export interface Find<K extends string = PersonalKind> {
  kind: K
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
  return mayHold(source) ? findLegible(source, findIn) : []
}

/** What stands in a text as written or as read over its markup: each find once, in the order of the text. */
export function findLegible<K extends string>(
  source: string,
  find: (text: string) => Find<K>[],
): Array<Omit<PersonalData, 'kind'> & { kind: K }> {
  const found: Array<Omit<PersonalData, 'kind'> & { kind: K }> = []
  const taken = new Spans()
  for (const view of viewsOf(source)) {
    for (const { kind, from, to, masked } of find(view.text)) {
      const start = view.offsets[from] as number
      const end = endOf(view, to)
      if (taken.take(start, end)) found.push({ kind, start, end, masked })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The views made last: one text is searched for several things, one after another. */
let lastViews: { source: string; views: Legible[] } = { source: '', views: [] }

function viewsOf(source: string): readonly Legible[] {
  if (lastViews.source !== source) {
    const [written, read] = [legible(source, false), legible(source, true)]
    // Without markup both are the same.
    lastViews = { source, views: written.text === read.text ? [written] : [written, read] }
  }
  return lastViews.views
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
function gluedIn({ digits, from, to }: Group, text: string): Find | undefined {
  if (inAddress(text, from) || touchesWord(text, from)) return undefined
  const find = (kind: PersonalKind): Find => ({ kind, from, to, masked: maskNumber(kind, digits) })
  const isCard = [0, digits.length - 18].some((at) => isIdCard(digits.slice(at, at + 18), true))
  if (isCard) return find('id-card')
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
  if (touchesWord(text, head.from)) return undefined
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

/** Whether the digits stand in a web address, where long numbers are page numbers. */
export function inAddress(text: string, at: number): boolean {
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

// --- Words ---------------------------------------------------------------------------------------

const PROVINCE_SIGNS = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼黔滇'
const NUMBER = '(?:\\d{1,6}|[一二三四五六七八九十百零〇]{1,6})'
const STREET = '[\\p{Script=Han}\\d·\\-]{0,30}?'
/** A day of a life that may still be lived. */
const BIRTHDAY = '(?:19[3-9]\\d|20[0-2]\\d)\\s?[-年./]\\s?\\d{1,2}\\s?[-月./]\\s?\\d{1,2}\\s?日?'
/** The same in Chinese numerals, or by the farmers' calendar. */
const HAN_BIRTHDAY =
  '(?:一九[三四五六七八九][零〇一二三四五六七八九]|二[零〇]{2}[零〇一二三四五六七八九]|(?:19[3-9]|200)\\d)年(?:农历|阴历)?[正冬腊一二三四五六七八九十]{1,2}月(?:初|廿)?[一二三四五六七八九十]{1,3}日?'
/** Behind a day: 出生, 生, 生人; not 生产. */
const BORN = '(?:出生|生人?(?!\\p{Script=Han}))'
/** The same where no word says that somebody was born: whoever works was born before. */
const WORKERS_BIRTHDAY = `(?<!\\d)(?=19|200)${BIRTHDAY}`
/** Households as part of an address; a count of them goes on with what they are or do (30户人家). */
const HOUSEHOLD = '户(?!\\p{Script=Han})'
/** What follows a place where many live: 三组的30户, 三组30户人家. */
const COUNT = `(?:的${NUMBER}[多余]?[户名家位人]|${NUMBER}[多余]?(?:户\\p{Script=Han}|[名家位人]))`
const IM_NAME = '(?:号码?|[账帐]号|ID(?![A-Za-z]))'
/** What may stand between the word for an account and its name. */
const IM_GAP = '(?:\\s|就?是|为|加|叫|搜一?搜?|同号|[:：=()“”"])*'
const IM_VALUE = '(?<value>[A-Za-z][-_A-Za-z0-9]{5,19})(?![\\w.@/])'
/** A Latin word is an account where it is announced as one, or has a digit or underscore: 微信Android版 has neither. */
const LIKE_ACCOUNT = '(?=[-A-Za-z]{0,19}[_0-9])'

/**
 * Kinds that are known by the words around them. The named group `value` is what is masked. `sign` is a
 * quick test that most texts fail, which saves them the pattern.
 */
export const WORD_PATTERNS: ReadonlyArray<[kind: PersonalKind, sign: RegExp, pattern: RegExp]> = [
  // A mobile or card number as lists of winners print it. Our own masks leave two digits at the end and are none.
  [
    'starred',
    /\d\s?-?[*xX×●•]{3}/,
    /(?<![\d*.A-Za-z])(?<value>1[3-9]\d\s?-?[*xX×●•]{3,5}-?\s?\d{3,4}|[1-8]\d{2,13}\*{4,14}\d{3}[\dXx]|[1-8]\d{5,14}[*xX×●•]{3,14}\d{0,4}[\dXx]?|[1-8]\d{3,13}[*●•]{6,14}\d{0,3}[\dXx]?)(?![\d*A-Za-z])/gu,
  ],
  // What is left of a number when its head is left out.
  [
    'starred',
    /尾号|[后末]\s?[四六八468]位/,
    /(?:身份证|证件|银行卡|[农工建中]行卡|卡号?|手机|电话)(?:号码?)?[^\n\u2029，。；]{0,4}?(?:尾号|最?[后末]\s?[四六八468]位(?:数字?)?)[是为:]?\s?(?<value>\d{3,7}[\dXx])(?![\dA-Za-z])/gu,
  ],
  // What is announced as such needs no right check character: a slip of the pen does not make it anybody else's.
  [
    'id-card',
    /身份证|证件号/,
    /(?:身份证|证件)(?:号码?|编号)?\s?[是为:]?\s?(?<value>\d(?:[ -]?\d){13,17}[ -]?[\dXx])(?![\dA-Za-z])/gu,
  ],
  [
    'bank-card',
    /卡|账号|账户|帐号|存折/,
    /(?:卡号|账[号户]|帐号|(?:银行|[农工建中交]行|农商行|信用社|信合|社保|储蓄|工资)卡|存折)(?:号码?|账号)?\s?[是为:]?\s?(?<value>[1-9](?:[ -]?\d){14,18})(?![\dA-Za-z])/gu,
  ],
  [
    'im-account',
    /[微薇威][信x]|V信|绿泡|抖音|快手|小红书/i,
    new RegExp(
      `(?:[微薇威][信X]|V信|绿泡泡?|(?<!(?:局|中心|协会|公司|政府|官方)的?)(?:抖音|快手|小红书)(?=${IM_NAME}|[^A-Za-z\\n]{0,6}[-A-Za-z]{0,19}[_0-9]))(?:${IM_NAME}${IM_GAP}|${IM_GAP}(?:(?<=[:：=是为号][\\s“”"]{0,3})|${LIKE_ACCOUNT}))${IM_VALUE}`,
      'giu',
    ),
  ],
  [
    'im-account',
    /wechat|weixin|wx|vx|加我?\s?[v微薇]/i,
    new RegExp(
      `(?<![A-Za-z0-9+/\\\\])(?:wechat|weixin|wx|vx|(?<=加我?\\s?)[v微薇])(?:\\s?${IM_NAME})?(?:\\s?[:：=是]\\s?|\\s${LIKE_ACCOUNT})["“]?${IM_VALUE}`,
      'giu',
    ),
  ],
  [
    'im-account',
    /QQ|扣扣|企鹅/i,
    /(?:(?<![A-Za-z0-9+/])QQ|扣扣|企鹅)(?:号码?|[账帐]号)?(?:\s|是|为|[:：=()“”"])*(?<value>[1-9]\d{4,10})(?!\d|[多余]?[只头万亿元])/giu,
  ],
  [
    'email',
    /(?:@|#|\(at\)|\[at\])\s?(?:vip\.)?[a-z0-9]{2,7}\.(?:com|cn|net)/i,
    /(?<value>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?(?:@|\(at\)|\[at\]|#)\s?(?:(?:vip\.)?(?:qq|163|126|sina|foxmail|188|yeah|139|189|sohu|gmail|hotmail|outlook|live|icloud|yahoo|aliyun|tom|wo)\.(?:com|cn|net)(?:\.cn)?))(?![\w.])/giu,
  ],
  // Said aloud: 某某艾特qq点com.
  [
    'email',
    /艾特|点com|点cn/i,
    /(?<value>[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?(?:艾特|@)\s?[A-Za-z0-9]{2,10}\s?[点.]\s?(?:com|cn|net))(?![\w.])/giu,
  ],
  [
    'plate',
    new RegExp(`[${PROVINCE_SIGNS}] ?[A-HJ-NP-Z]`, 'i'),
    new RegExp(
      // Of five or six characters three at least are digits: 全新Mate60 is no plate. 最新GB18401 is a standard; 桂GB1234 is a plate.
      `(?<value>(?!新(?:GB|QB|FZ|HG)|(?<=[最全更创])新)[${PROVINCE_SIGNS}][A-HJ-NP-Z][ ·•.-]?(?:(?=(?:[A-HJ-NP-Z]{0,2}\\d){3})[A-HJ-NP-Z0-9]{5,6}|(?=[A-HJ-NP-Z]{0,3}\\d)[A-HJ-NP-Z0-9]{4}[学挂警]))(?![0-9A-Za-z])`,
      'giu',
    ),
  ],
  ['passport', /护照|通行证/, /(?:护照|通行证)[^\n\u2029]{0,12}?(?<value>[A-Z][A-Z]?\d{7,9})(?!\d)/giu],
  [
    'position',
    /\d\.\d{4}/,
    /(?<![\d.])(?<value>(?:[7-9]\d|1[0-3]\d)\.\d{4,}\s?°?\s?[EN]?\s?[,、/ ]\s?(?:北纬)?(?:[1-5]\d)\.\d{4,}|(?:[1-5]\d)\.\d{4,}\s?°?\s?N?\s?[,、/ ]\s?(?:东经)?(?:[7-9]\d|1[0-3]\d)\.\d{4,})/gu,
  ],
  ['position', /\d\.\d{4}/, /(?<value>(?:北纬|东经|[经纬]度[为是]?:?|N|E)\s?\d{1,3}\.\d{4,})/gu],
  ['position', /°/, /(?<value>\d{1,3}\s?°\s?\d{1,2}\s?['′‘’]\s?\d{1,2}(?:\.\d+)?\s?(?:["″“”]|''|′′))/gu],
  [
    'birthday',
    /生/,
    // 诞生于, 产生于 and 发生于 are told of things.
    new RegExp(
      `(?:出生(?:年月日?|日期|时间)?|生日|(?<![诞产发衍派寄])生于)[于是为在]?\\s?:?\\s?(?<value>${BIRTHDAY})|(?<value>${BIRTHDAY})\\s?${BORN}|(?<value>${HAN_BIRTHDAY})${BORN}|(?<![诞产发衍派寄])(?:出生|生)于(?<value>${HAN_BIRTHDAY})`,
      'gu',
    ),
  ],
  [
    'birthday',
    /出生/,
    new RegExp(
      `(?<value>${WORKERS_BIRTHDAY})\\s?,?\\s?(?:\\p{Script=Han}{1,4}|[在于]\\p{Script=Han}{1,10})出生(?=[在于,。;)\\s]|$)`,
      'gu',
    ),
  ],
  // 李姐（1985年3月5日—）; behind the name of something that was founded it tells since when that is there.
  [
    'birthday',
    /[-—–―]\s?\)/,
    new RegExp(
      `(?<![司厂会院校所局心站店期班馆园社限部队团村镇县区市线路节赛展])\\(\\s?(?<value>${WORKERS_BIRTHDAY})\\s?[-—–―]{1,2}\\s?\\)`,
      'gu',
    ),
  ],
  [
    'birthday',
    /[男女]/,
    new RegExp(
      `(?<value>${WORKERS_BIRTHDAY})\\s?[,;]\\s?[男女](?=\\s?[,;。)]|\\s|$)|(?<=[,;(]\\s?)[男女]\\s?[,;]\\s?(?:[汉壮侗苗瑶布依水土]{1,2}族[,;]\\s?)?(?<value>${WORKERS_BIRTHDAY})(?![至到—-])`,
      'gu',
    ),
  ],
  [
    'address',
    /住.{2,30}号/,
    // Beside a name no word announces it: 张某，住城南街15号. 入住 and 居住区 are something else.
    new RegExp(
      `(?<![居常入暂])住(?!建|房|宿|院|户)(?<value>\\p{Script=Han}{2,20}?(?:路|街|巷|大道|胡同|弄)${NUMBER}\\s?号)`,
      'gu',
    ),
  ],
  [
    'address',
    /住|户籍|户口|家就?在|现居/,
    new RegExp(
      `(?:家庭住址|家庭地址|住址|家住|现住|户籍(?:所在地|地址|地|(?!人口))|户口所在地|住在|现居(?:住[在于]?)?|(?<![\\p{Script=Han}\\d]|[国专大厂商])家在|(?<=[我你您他她们老姐哥嫂叔婶])家就?在)[是为在:]?\\s?(?<value>${STREET}(?<!月[\\d一二三十]{0,2})${NUMBER}\\s?(?:号|组(?!${COUNT})|室|栋|幢|单元|屯)(?:[\\p{Script=Han}\\d]{0,8}?${NUMBER}\\s?(?:号|室|${HOUSEHOLD}|房))?)`,
      'gu',
    ),
  ],
  [
    'address',
    /住.{1,40}[组队]/,
    // A chain of places that ends at a numbered group; 入住, 住建局 and the like are something else.
    new RegExp(
      `(?<![居常入])住(?!建|房|宿|院|户)(?<value>(?:[\\p{Script=Han}]{2,4}[省市县区镇乡]){0,4}[\\p{Script=Han}]{1,5}[村寨屯]${NUMBER}\\s?(?:组(?!${COUNT})|队))`,
      'gu',
    ),
  ],
  // A house that is said to be somebody's: 上坝屯15号王秀英家, but not a farmhouse for guests.
  [
    'address',
    /号.{2,6}家/,
    new RegExp(
      `(?<value>\\p{Script=Han}{0,8}[村屯寨组路街巷]\\p{Script=Han}{0,6}?${NUMBER}\\s?号)\\(?\\p{Script=Han}{2,3}(?<![酒农商店大国专厂公管独之一的]|人)家(?=[中里)]?(?!\\p{Script=Han}|\\d))`,
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
      // The group has a number or a name (上坝组15号); a working group that comes on the 15th is no address.
      `(?<value>(?:村|屯|寨|社区)[\\p{Script=Han}]{0,6}?(?:${NUMBER}\\s?(?:组|队)\\s?${NUMBER}\\s?(?:号|${HOUSEHOLD})|(?<!工作|调查|专家|指导|帮扶|检查|督导|学习|评审)组\\s?${NUMBER}\\s?号))`,
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
  if (kind === 'address' || kind === 'position' || kind === 'birthday') return `${value.slice(0, 2)}****`
  return `${value.slice(0, 2)}****${value.slice(-1)}`
}
