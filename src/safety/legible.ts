/**
 * Text with its disguises taken off: what a reader (or a search engine) would make of it. Every
 * character knows where it stood in the source, so that a finding can point at its line.
 */
export interface Legible {
  text: string
  /** Offset in the source of each UTF-16 unit of `text`, and one more for its end. */
  offsets: Uint32Array
}

/** Stands where a block ends: nothing is read across it. */
export const BREAK = '\u2029'

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '-',
  period: '.',
  middot: '·',
  comma: ',',
  colon: ':',
  plus: '+',
  num: '#',
  commat: '@',
  lowbar: '_',
  sol: '/',
  deg: '°',
}

/** Elements that stand in a line of text; any other tag ends what may be read together. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del em font i ins kbd mark q rb s small span strong time u var wbr claim'.split(' '),
)

const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]/u
// Lengths are bounded, so that a text made to be slow is not.
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));?/y
const PERCENT = /%(?:3[0-9]|2[0dDeE]|40|4[0-9a-fA-F]|5[0-9aA]|6[0-9a-fA-F]|7[0-9aA])/y
const ESCAPED = /\\u([0-9a-fA-F]{4})/y
const COMMENT = /<!--[\s\S]{0,2000}?-->|\{\/\*[\s\S]{0,2000}?\*\/\}/y
const TAG = /<\/?([A-Za-z][\w.:-]{0,40})(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^<>"']){0,2000}>/y
const LINK_TARGET = /\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])/y
/** Characters that stand for themselves, outside markup. */
const PLAIN_RUN = /[^&%\\*_`~<{[\]\u0080-\u2017\u201a-\u201b\u201e-\u3000\u3004-\u3007\u3012-\u4dff\ua000-\uffff]+/y
const NOT_PLAIN = /[^\p{ASCII}\u3001-\u3003\u3008-\u3011\u4e00-\u9fff\u201c\u201d\u2018\u2019]/u

/**
 * Takes disguises off: entities, percent and `\u` escapes, compatibility forms (full-width, circled,
 * mathematical), digits of other scripts, characters that nobody sees.
 * @param markup whether tags, comments and Markdown marks are read over as well
 */
export function legible(source: string, markup: boolean): Legible {
  const parts: string[] = []
  let offsets = new Uint32Array(source.length + 16)
  let length = 0
  const put = (text: string, offset: number) => {
    if (length + text.length >= offsets.length) {
      const wider = new Uint32Array(offsets.length * 2 + text.length)
      wider.set(offsets)
      offsets = wider
    }
    for (let index = 0; index < text.length; index++) offsets[length++] = offset
    parts.push(text)
  }
  const putRun = (run: string, offset: number) => {
    put(run, offset)
    for (let index = 1; index < run.length; index++) offsets[length - run.length + index] = offset + index
  }
  const read = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at
    return pattern.exec(source)
  }
  for (let at = 0; at < source.length; ) {
    const run = read(PLAIN_RUN, at)
    if (run) {
      putRun(run[0], at)
      at += run[0].length
      continue
    }
    const char = source[at] as string
    if (char === '&') {
      const match = read(ENTITY, at)
      const decoded = match && decodeEntity(match)
      if (decoded !== undefined && decoded !== null) {
        put(plain(decoded), at)
        at += (match as RegExpExecArray)[0].length
        continue
      }
    } else if (char === '%') {
      const match = read(PERCENT, at)
      if (match) {
        put(String.fromCharCode(Number.parseInt(match[0].slice(1), 16)), at)
        at += 3
        continue
      }
    } else if (char === '\\') {
      const match = read(ESCAPED, at)
      if (match) {
        put(plain(String.fromCharCode(Number.parseInt(match[1] as string, 16))), at)
        at += 6
        continue
      }
      if (markup) {
        at++
        continue
      }
    } else if (markup) {
      const skipped = skipMarkup(char, at, read)
      if (skipped) {
        if (skipped.put) put(skipped.put, at)
        at += skipped.length
        continue
      }
    }
    if (NOT_PLAIN.test(char)) {
      const point = String.fromCodePoint(source.codePointAt(at) as number)
      put(plain(point), at)
      at += point.length
    } else {
      put(char, at)
      at++
    }
  }
  offsets[length] = source.length
  return { text: parts.join(''), offsets: offsets.subarray(0, length + 1) }
}

function skipMarkup(
  char: string,
  at: number,
  read: (pattern: RegExp, at: number) => RegExpExecArray | null,
): { length: number; put: string } | undefined {
  if (char === '*' || char === '_' || char === '`' || char === '~') return { length: 1, put: '' }
  if (char === '<' || char === '{') {
    const comment = read(COMMENT, at)
    if (comment) return { length: comment[0].length, put: '' }
    const tag = char === '<' ? read(TAG, at) : null
    if (!tag) return undefined
    return { length: tag[0].length, put: INLINE.has((tag[1] as string).toLowerCase()) ? '' : BREAK }
  }
  if (char === '[') return { length: 1, put: '' }
  if (char === ']') return { length: read(LINK_TARGET, at)?.[0].length ?? 1, put: '' }
  return undefined
}

function decodeEntity([, decimal, hex, name]: RegExpExecArray): string | undefined {
  if (name) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined
  const point = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined
}

/** Plainest forms of characters met before: a Chinese text has a full-width mark in every line. */
const plainForms = new Map<string, string>()

/** One character in its plainest form; empty when nobody sees it. */
function plain(character: string): string {
  const known = plainForms.get(character)
  if (known !== undefined) return known
  const form = plainest(character)
  plainForms.set(character, form)
  return form
}

function plainest(character: string): string {
  if (INVISIBLE.test(character)) return ''
  if (/[\u2028\u2029\u0085]/.test(character)) return '\n'
  const form = character.normalize('NFKC')
  if (form.length === 1 && form < '\u0660') return form
  return [...form].map((part) => (/\p{Nd}/u.test(part) ? digitOf(part) : INVISIBLE.test(part) ? '' : part)).join('')
}

/** The value of a digit of any script: decimal digits stand in runs of ten that begin at zero. */
function digitOf(character: string): string {
  const point = character.codePointAt(0) as number
  let zero = point
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((point - zero) % 10)
}

const NUMERALS = '零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺弌弍弎'
const NUMERAL_VALUES = '0001234567891234567891123'

/** `text` with Chinese numerals written as digits, character for character. */
export const numeralsAsDigits = (text: string): string =>
  text.replace(new RegExp(`[${NUMERALS}]`, 'g'), (character) => NUMERAL_VALUES[NUMERALS.indexOf(character)] as string)

/**
 * `text` with letters that pass for digits written as digits, character for character. A stroke is a digit only where
 * it touches one, and not in the row of a table, whose cells it parts.
 */
export const lettersAsDigits = (text: string): string =>
  text
    .replace(/^[ \t]*\|.*\|[ \t]*$|(?<=[\dOolI|])\||\|(?=[\dOolI])/gm, (found) => (found === '|' ? '1' : found))
    .replace(/[Oo]/g, '0')
    .replace(/[lI]/g, '1')
