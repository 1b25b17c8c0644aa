import { type Find, type Found, findLegible, mayHold } from './find.ts'
import { findDisguisedNumbers, findNumbers } from './personal-numbers.ts'
import { findWords } from './personal-words.ts'

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

/** Personal data in a text. */
export type PersonalData = Found<PersonalKind>

/**
 * Finds personal data, however it is disguised: full-width, spaced, split by marks or tags, with
 * invisible characters, as entities, in Chinese numerals.
 * @param source Markdown, YAML, HTML, JSON or plain text
 * @returns each find once, in the order of the text
 */
export function findPersonalData(source: string): PersonalData[] {
  return mayHold(source) ? findLegible(source, findIn) : []
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

/** In this order, because what is found first is told: a number that words announce as an account is one, however it is written. */
const findIn = (text: string): Find<PersonalKind>[] => [
  ...findNumbers(text),
  ...findWords(text),
  ...findDisguisedNumbers(text),
]
