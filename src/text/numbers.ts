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

/** Numbers in a Chinese text; shares (七成, 三分之一) as per cent where they are whole. */
export function chineseNumbers(text: string): Set<number> {
  const found = new Set<number>()
  for (const [, digits = '', scales = ''] of text.matchAll(/(\d+(?:\.\d+)?)[多余]?([百千万亿]*)/g)) {
    found.add(Number(digits))
    found.add(round([...scales].reduce((value, scale) => value * (HAN_SCALES[scale] as number), Number(digits))))
  }
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
