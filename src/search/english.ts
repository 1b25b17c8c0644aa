/** Finding a brand by a trade in English: a few dozen rows, matched word by word, no index. */

/** A brand as the English search sees it. */
export interface EnglishRow {
  /** Trades, the main one first: the name, then what else it is called. */
  trades: readonly (readonly string[])[]
  /** Name, romanised name, places. */
  others: readonly string[]
}

/** Why a row fits, and how well; smaller comes first. */
export interface EnglishMatch {
  rank: number
  /** Name of the trade that was meant; absent where name or place was. */
  trade: string | undefined
}

/** Words that ask, or that every trade has. */
const PLAIN = new Set(
  'a an the i we for of in at from who can could do does make makes making made maker makers work works working worker workers people person craftsman craftsmen craftspeople skilled find looking need want hire hiring good company factory near china chinese and or to with my some'.split(
    ' ',
  ),
)

/** Words in plain letters: Qianlingnü → qianlingnu, Zheng’an → zhengan. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}|['’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? []

/**
 * A word without the endings that English puts on trades: tailors, tailoring → tail; welder, welding → weld. Four letters
 * stay. They are a group and no lookbehind: Safari before 16.4 refuses a whole script for one of those.
 */
function stem(word: string): string {
  const shorter = word.replace(/ies$/, 'y').replace(/^(.{4,}?)(?:ers|ors|ing|er|or|es|s|y)$/, '$1')
  return shorter === word ? word : stem(shorter)
}

const fits = (asked: string, word: string): boolean =>
  asked === word || (asked.length >= 3 && word.startsWith(asked)) || (word.length >= 4 && asked.startsWith(word))

const stems = (text: string): string[] => wordsOf(text).map(stem)

/**
 * A query without the words that no row has, numbers and everyday ones (50 sewing workers, embroidery supplier); they are
 * `left` as they were typed. Where no trade remains the query stays as it is.
 */
export function knownWords(query: string, rows: readonly EnglishRow[]): { known: string; left: string[] } {
  const trades = new Set(rows.flatMap((row) => row.trades.flat().flatMap(stems)))
  const others = new Set(rows.flatMap((row) => row.others.flatMap(stems)))
  const isIn = (words: ReadonlySet<string>, word: string) => [...words].some((other) => fits(stem(word), other))
  const isKnown = (word: string) => PLAIN.has(word) || isIn(trades, word) || isIn(others, word)
  const all = wordsOf(query)
  const left = all.filter((word) => !isKnown(word))
  const known = all.filter(isKnown)
  // A place alone would list everybody there, whatever was asked for.
  const isTrade = (word: string) => !PLAIN.has(word) && isIn(trades, word)
  return left.length === 0 || known.some(isTrade) ? { known: known.join(' '), left } : { known: query, left: [] }
}

/** Whether the row is what was asked for: every word that means something must be in one trade, a name or a place. */
export function matchEnglish(query: string, row: EnglishRow): EnglishMatch | undefined {
  const all = wordsOf(query)
  const meant = all.filter((word) => !PLAIN.has(word))
  const asked = (meant.length > 0 ? meant : all).map(stem)
  if (asked.length === 0) return undefined
  const others = row.others.flatMap(stems)
  const left = asked.filter((word) => !others.some((other) => fits(word, other)))
  const trade = row.trades.findIndex((names) => {
    const own = names.flatMap(stems)
    return (
      asked.some((word) => own.some((other) => fits(word, other))) &&
      left.every((word) => own.some((other) => fits(word, other)))
    )
  })
  if (trade >= 0) return { rank: trade, trade: row.trades[trade]?.[0] }
  return left.length === 0 ? { rank: 0, trade: undefined } : undefined
}
