/** Something about the wording of a text. Offsets are those of the text as given. */
export interface WordingProblem {
  rule: string
  level: 'error' | 'advice'
  start: number
  end: number
  message: string
  fix: string
  /** What `npm run fix` may put there; absent when a person must decide. */
  replacement?: string
}

/** What is said of something found, besides where. */
export type Said = Omit<WordingProblem, 'start' | 'end'>

/** Everything that a pattern finds in a text, and what is said of it. */
export const tell = (text: string, pattern: RegExp, say: (found: string) => Said): WordingProblem[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ ...say(found), start: index, end: index + found.length }))
