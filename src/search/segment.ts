/**
 * Chinese is written without spaces; a full-text index needs words. Index and query are cut by the
 * same rules, those of the platform (ICU), so that they agree. Pure: no DOM, no engine.
 */

/** Stands between words in the index; nobody sees it. Pagefind takes it for a space. */
export const WORD_BREAK = '\u200b'

let segmenter: Intl.Segmenter | undefined

/** The words of a text and what stands between them, in order; joined they are the text. Browsers without a segmenter leave it whole. */
export function wordsOf(text: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [text]
  segmenter ??= new Intl.Segmenter('zh-CN', { granularity: 'word' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** A query as the engine wants it: its words, one space between them. */
export const spaced = (query: string): string =>
  wordsOf(query)
    .filter((word) => word.trim())
    .join(' ')

/** The text with marks between its words, for the index. */
export const withBreaks = (text: string): string => wordsOf(text).join(WORD_BREAK)

/** The text without them, as it was written. */
export const withoutBreaks = (text: string): string => text.replaceAll(WORD_BREAK, '')
