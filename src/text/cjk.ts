/** One Han character or full-width punctuation mark, as a regular-expression class body. */
export const CJK_CLASS =
  '\\u2e80-\\u2fdf\\u3001-\\u303f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff01-\\uffef“”‘’…—·'

const SOFT_BREAK = new RegExp(`(?<=[${CJK_CLASS}])[ \\t]*\\n[ \\t]*(?=[${CJK_CLASS}])`, 'g')

/** Removes line ends between Chinese characters: in Chinese a line end is not a space. */
export function joinSoftBreaks(text: string): string {
  return text.replace(SOFT_BREAK, '')
}

/** Number of Han characters: what a Chinese writer calls the length of a text. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}
