/**
 * The numbers a text speaks of, in Chinese and in English, so that a translation can be held against
 * its original: 246万把 and “2.46 million guitars” say the same.
 */

const HAN_DIGITS = '零一二三四五六七八九'
const HAN_SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }

/** The value of a Chinese numeral: 二百五十 → 250, 三万七千 → 37000. */
function hanValue(numeral: string): number {
  let [total, section, digit] = [0, 0, 0]
  for (const character of numeral) {
    const value = HAN_DIGITS.indexOf(character.replace('两', '二').replace('〇', '零'))
    const scale = HAN_SCALES[character] ?? 1
    if (value >= 0) digit = value
    else if (scale >= 1e4) {
      total = (total + section + digit || 1) * scale
      section = 0
      digit = 0
    } else {
      section += (digit || 1) * scale
      digit = 0
    }
  }
  return total + section + digit
}

/** Digits, with the scale written after them: 1.5万, 300多亿, 12,000. */
const DIGITS = /(?<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?<part>\.\d+)?[多余]?(?<scales>[百千万亿]*)/g

/** What a match of `DIGITS` says: without its scale, and with it. */
function digitsValue({ whole = '', part = '', scales = '' }: Record<string, string | undefined>): [number, number] {
  const bare = Number(whole.replaceAll(',', '') + part)
  return [bare, round([...scales].reduce((value, scale) => value * (HAN_SCALES[scale] as number), bare))]
}

/** Numbers in a Chinese text; shares (七成, 三分之一) as per cent where they are whole. */
export function chineseNumbers(text: string): Set<number> {
  const found = new Set<number>()
  for (const { groups } of text.matchAll(DIGITS)) for (const value of digitsValue(groups ?? {})) found.add(value)
  for (const [numeral, tenths] of text.matchAll(/[零〇一二两三四五六七八九十百千万亿]+(成)?/g)) {
    // In 5万 the scale alone is no number.
    if (!/[一二两三四五六七八九十]/.test(numeral)) continue
    const value = hanValue(tenths ? numeral.slice(0, -1) : numeral)
    found.add(tenths ? value * 10 : value)
  }
  // 四五十 is forty or fifty.
  for (const [, a = '', b = ''] of text.matchAll(/([一二三四五六七八九])([一二三四五六七八九])十/g)) {
    found.add(hanValue(`${a}十`))
    found.add(hanValue(`${b}十`))
  }
  return found
}

/** An amount as a Chinese text writes it: 1.5万 is 15000. */
export interface Amount {
  written: string
  value: number
  /** Where it begins in the text. */
  start: number
}

/** Numbers that count nothing: dates and hours, ordinals, titles and numbers of documents, standards, codes. */
const NO_AMOUNT = new RegExp(
  [
    String.raw`《[^》\n]*》`,
    String.raw`[〔（(\[［]\d{1,4}[〕）)\]］](?:第?\d+号)?`,
    String.raw`第\d+`,
    String.raw`\d{4}(?:年?[—–~～至到、-]\d{4})*年|(?<!\d)\d{2}(?:世纪|年代)`,
    String.raw`(?<!\d)(?:1\d|20)\d{2}[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d)`,
    String.raw`(?<![\d.])\d{1,2}(?:[—–~～至到、-]\d{1,2})?(?:月份?|[日号])`,
    String.raw`(?<![\d.])\d{1,2}(?:[点时](?:\d{1,2}分)?|[:：]\d{2})`,
    String.raw`(?:热线|电话|拨打?)\d{3,5}(?!\d)`,
    String.raw`[A-Z]+\/[A-Z] ?\d[\d.—–-]*|[A-Za-z][A-Za-z-]*\d[\w.-]*|\d+[A-Z](?![A-Za-z])|\d+\+[A-Za-z\d]+`,
  ].join('|'),
  'g',
)

/** The same in Chinese numerals, and sayings: 第十三届, 八十年代, 三百六十行. */
const NO_HAN_AMOUNT = new RegExp(
  [
    String.raw`《[^》\n]*》`,
    '第[零〇一二三四五六七八九十百]+',
    '[一二三四五六七八九十]+(?:月份?|[日号]|世纪|年代|届)',
    '三百六十行|七十二行|七十二变|十万八千里|十二生肖|十二时辰|二十四节气|十[一二三四五六七八九]大|二十大',
  ].join('|'),
  'g',
)

/** Blanks out what a pattern finds, so that everything else stays where it is. */
const without = (text: string, pattern: RegExp) => text.replace(pattern, (found) => ' '.repeat(found.length))

/**
 * Amounts that a Chinese text gives in digits. What only looks like one is left out: dates, ordinals, document numbers,
 * titles in 《》, codes.
 */
export function amountsIn(text: string): Amount[] {
  if (!/\d/.test(text)) return []
  return [...without(text, NO_AMOUNT).matchAll(DIGITS)].map(({ 0: written, groups, index }) => ({
    written,
    value: digitsValue(groups ?? {})[1],
    start: index,
  }))
}

/** Amounts above ten in Chinese numerals: 三万, 一千二百. What is said roughly (四五十, 十五六) is left out. */
export function hanAmountsIn(text: string): Amount[] {
  return [
    ...without(text, NO_HAN_AMOUNT).matchAll(
      /(?<!\d[多余]?)[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]+/g,
    ),
  ]
    .filter(([numeral]) => !/[一二三四五六七八九]{2}/.test(numeral))
    .map(({ 0: written, index }) => ({ written, value: hanValue(written), start: index }))
    .filter(({ value }) => value > FEW)
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
const FEW = 10

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
