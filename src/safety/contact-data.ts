import { type Find, findLegible, inAddress, mayHold } from './find.ts'
import { BREAK, numeralsAsDigits } from './legible.ts'
import { findPersonalData } from './personal-data.ts'
import { Spans } from './spans.ts'

/** What reaches an office, or somebody's home: it may stand in the fields of a contact only. */
export type ContactKind = 'phone' | 'street'

/** How each kind is called, which field of a contact is for it, and the name of its rule. */
export const CONTACT_KINDS = {
  phone: { name: '电话', field: 'phone', rule: 'contact-phone' },
  street: { name: '门牌地址', field: 'address', rule: 'contact-address' },
} as const satisfies Record<ContactKind, object>

/** Fields in which each kind may stand. */
export const CONTACT_FIELDS: Readonly<Record<ContactKind, ReadonlySet<string>>> = {
  phone: new Set(['phone', 'booking']),
  street: new Set(['address', 'venue', 'route']),
}

/** A telephone number or street address in a text. `start` and `end` are offsets in the text as given. */
export interface ContactData {
  kind: ContactKind
  start: number
  end: number
  /** What may be shown of it. */
  masked: string
}

const NUMBER = '(?:\\d{1,5}|[一二三四五六七八九十百]{1,5})'

/** What counts something after a number of seven digits or more: 电话2345678部 is no number to call. */
const COUNTED = '(?! ?[\\d年月元人户个名台部件次条万亿家只])(?!\\.\\d)'

/** Right before digits that are a part of something longer: 2024-…, 6-05-01-03, 〔2022〕, A0775…. */
const PART = '(?:(?<=tel|phone|fax)|(?<![\\d\\p{Script=Latin}/〔\\-–—]|\\d[.,]))'

/**
 * Area code and number, a national service number, a number whose word says what it is. Short service numbers
 * (12333, 95588) are public and may stand anywhere.
 */
const PHONES: readonly RegExp[] = [
  new RegExp(
    `${PART}(?<value>(?:(?:\\+|00)?86[ -]{0,2}\\(?0?|\\(?0)(?:10|2\\d|[3-9]\\d{2})\\)?[ \\n—–-]{0,3}[2-8](?:[ -]?\\d){6,7})${COUNTED}`,
    'giu',
  ),
  new RegExp(`${PART}(?<value>[48]00(?:[ -]\\d{3}[ -]?\\d{4}|[ -]\\d{4}[ -]?\\d{3}|\\d{7}))${COUNTED}`, 'giu'),
  new RegExp(
    `(?:电话|座机|固话|热线|传真|致电|拨打|来电)[^\\d\\n${BREAK}]{0,6}(?<value>[2-8]\\d{2,3}[ -]?\\d{4})${COUNTED}`,
    'giu',
  ),
]

/** Before a long number that is a code: 证书编号0377…. */
const CODE_WORD = /(?:编号|编码|代码|证号|学号|标准号|注册号|专利号|登记号|许可证|备案号?|ISBN|ISSN)[^\d\n]{0,4}$/i

const STREETS: readonly RegExp[] = [
  // A number in a street, and a floor or room: 福绵大道88号3楼302室.
  new RegExp(
    `(?<value>(?:[路街道巷弄]|胡同)(?:[东西南北中]段?)? ?${NUMBER}(?:-\\d{1,4})? ?号(?!线)[\\p{Script=Han}\\d()·-]{0,16}?${NUMBER} ?(?:楼|层|室|房|栋|幢|座|单元)(?:\\d{1,4} ?(?:室|房|号)?)?)`,
    'gu',
  ),
  new RegExp(`(?<!网|IP)(?:地址|住所)[是为在:]? ?(?<value>[\\p{Script=Han}\\d·-]{2,40}?${NUMBER} ?号(?!线))`, 'gu'),
]

const NUMERAL_RUN = /(?:[零〇○一二三四五六七八九幺][^\p{L}\p{N}\n\u2029]{0,3}){7}/u
const DIGIT_RUN = /(?:\d[^\p{L}\p{N}]{0,3}){7}/u

/**
 * Finds telephone numbers and street addresses, in whatever disguise personal data is found. What is personal data
 * anyway (a home address) is left to `findPersonalData`.
 */
export function findContactData(source: string): ContactData[] {
  const found = mayHold(source) ? findLegible(source, findIn) : []
  const personal = found.length > 0 ? findPersonalData(source) : []
  const taken = new Spans(personal.map(({ start, end }) => [start, end]))
  return found.filter(({ start, end }) => !taken.touches(start, end))
}

function findIn(text: string): Find<ContactKind>[] {
  const digits = NUMERAL_RUN.test(text) ? numeralsAsDigits(text) : text
  return [
    ...(DIGIT_RUN.test(digits) ? matches('phone', PHONES, digits) : []),
    ...(text.includes('号') ? matches('street', STREETS, text) : []),
  ]
}

function matches(kind: ContactKind, patterns: readonly RegExp[], text: string): Find<ContactKind>[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Find<ContactKind>[] => {
      const value = match.groups?.value ?? ''
      const from = match.index + match[0].lastIndexOf(value)
      if (kind === 'phone' && (inAddress(text, from) || CODE_WORD.test(text.slice(Math.max(0, from - 16), from)))) {
        return []
      }
      return [{ kind, from, to: from + value.length, masked: `${value.slice(0, kind === 'phone' ? 3 : 1)}****` }]
    }),
  )
}
