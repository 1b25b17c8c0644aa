import type { WordingProblem } from './told.ts'

/** Characters that nobody sees, or that turn text around, and what they are called. */
const HIDDEN: ReadonlyArray<[rule: string, pattern: RegExp, name: string]> = [
  ['bidi-control', /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, '会颠倒文字方向的控制字符'],
  ['zero-width', /[\u200b-\u200d\u2060\u180e\u00ad\u3164\ufeff]/g, '看不见的零宽字符'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  ['control-character', /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '看不见的控制字符'],
  ['broken-character', /[\ufffd\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]/g, '无法显示的字'],
  // Letters that nobody sees, a blank that is none, and what parts a text from the text above it.
  ['invisible-character', /[\u{e0000}-\u{e007f}\ufff9-\ufffb\u2800]/gu, '看不见的字'],
  // They choose the form of an emoji or of a Chinese character; behind anything else they only hide.
  [
    'lone-selector',
    /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier})[\ufe0e\ufe0f](?!\u20e3)|(?<!\p{Script=Han})[\ufe00-\ufe0d\u{e0100}-\u{e01ef}]/gu,
    '看不见的变体符号',
  ],
  // No language here heaps so many on one letter: they spill over the lines above.
  ['heaped-marks', /(?<=\p{M}{2})\p{M}/gu, '叠在一个字上的许多附加符号'],
  ['line-separator', /[\u2028\u2029\u0085]/g, '特殊的换行符'],
]

const ANY_HIDDEN = new RegExp(HIDDEN.map(([, pattern]) => pattern.source).join('|'), 'u')

/** Finds hidden characters; adjoining ones of one kind are one find. */
export function findHidden(text: string): WordingProblem[] {
  if (!ANY_HIDDEN.test(text)) return []
  return HIDDEN.flatMap(([rule, pattern, name]) => {
    const found: WordingProblem[] = []
    for (const match of text.matchAll(pattern)) {
      const last = found.at(-1)
      if (last?.end === match.index) last.end += match[0].length
      else {
        const code = (match[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
        found.push({
          rule,
          level: 'error',
          start: match.index,
          end: match.index + match[0].length,
          message: `这里有${name}（U+${code}）`,
          fix: '多半是复制带来的：删掉这里重新打一遍',
          ...(rule === 'broken-character' || rule === 'heaped-marks'
            ? {}
            : { replacement: rule === 'line-separator' ? '\n' : '' }),
        })
      }
    }
    return found
  })
}
