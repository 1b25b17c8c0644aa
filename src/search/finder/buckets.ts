/**
 * Where the words lie that do not travel with the index. Every word is put under a few keys and every
 * key into a bucket; a query names the keys under which a word that fits it must lie, so that only
 * those buckets are fetched. Build and browser share this file: they must agree.
 */
import type { IndexWord, PackedWords } from './data.ts'
import { englishStems, fold, hanRuns, isHan, isLatin, pairsOf } from './text.ts'

/** A bucket as it travels. */
export interface PackedBucket {
  words: PackedWords
  /** Readings of its words that are not those of their characters one by one, as in `Sounds`. */
  readings: Record<string, string>
}

/** The bucket of a key (FNV-1a over its UTF-16 units). */
export function bucketOf(key: string, buckets: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % buckets
}

/**
 * Keys under which a word lies: pairs of its characters, so that words and parts of words are found;
 * pairs of its syllables, for what sounds like it; initials, three by three, of all but the many terms;
 * single characters of names, for those who type no more. Cues and places without brands only ever
 * match whole, so their first pair is enough.
 */
export function keysOfWord({ text, kind }: IndexWord, syllables: readonly string[]): string[] {
  if (isLatin(text)) return englishStems(text).map(englishKey)
  const pairs = pairsOf(text).filter(isHanPair)
  if (kind === 'cue' || kind === 'region') return pairs.slice(0, 1)
  const named = kind === 'name' || kind === 'trade'
  return [
    ...new Set([
      ...pairs,
      ...syllables.slice(1).map((syllable, at) => soundKey(syllables[at] as string, syllable)),
      ...(kind === 'term' ? [] : initialKeys(syllables)),
      ...(named ? [...text].filter(isHan) : []),
    ]),
  ]
}

/** Initials of three syllables in turn, or of all where there are fewer. */
const initialKeys = (syllables: readonly string[]): string[] =>
  syllables.length < 3
    ? [initialKey(syllables)]
    : syllables.slice(2).map((_, at) => initialKey(syllables.slice(at, at + 3)))

/**
 * Keys of the words that share characters with a query: a pair, one of them carrying content, or a
 * single character where it stands alone; and of those that share an English word.
 */
export function pairKeys(query: string, mask: readonly boolean[]): string[] {
  const pairs = pairsOf(query).filter((pair, at) => isHanPair(pair) && (mask[at] || mask[at + 1]))
  const counts = (at: number) => mask[at] === true && isHan(query[at] as string)
  const alone = [...query].filter((_, at) => counts(at) && !(at > 0 && counts(at - 1)) && !counts(at + 1))
  const english = englishStems(query).filter((stem) => stem.length > 2)
  return [...pairs, ...alone, ...english.map(englishKey)]
}

/** Keys of the words that may sound like a stretch of the query's characters. */
export const soundKeys = (query: string, mask: readonly boolean[], syllableOf: ReadonlyMap<string, string>): string[] =>
  hanRuns(query).flatMap(({ start, text }) =>
    pairsOf(text).flatMap((pair, at) => {
      const [first, second] = [...pair].map((character) => syllableOf.get(character))
      return first && second && (mask[start + at] || mask[start + at + 1]) ? [soundKey(first, second)] : []
    }),
  )

/**
 * Keys of the words that letters may spell: in pinyin, by initials, or both mixed. Wherever a syllable
 * may begin, the next one begins after a whole syllable or, where no vowel follows, after an initial.
 */
export function letterKeys(letters: string, syllables: ReadonlySet<string>): string[] {
  const keys = new Set<string>()
  const open = [0]
  const seen = new Set(open)
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const first of beginnings(letters, at, syllables)) {
      const next = at + first.length
      if (next >= letters.length) continue
      if (!seen.has(next)) {
        seen.add(next)
        open.push(next)
      }
      for (const second of beginnings(letters, next, syllables)) {
        if (syllables.has(first) && syllables.has(second)) {
          keys.add(soundKey(first, second))
          continue
        }
        const third = next + second.length
        keys.add(initialKey([first, second, ...(third < letters.length ? [letters.slice(third)] : [])]))
      }
    }
  }
  return [...keys]
}

/** Syllables and initials that begin at a place. */
function beginnings(letters: string, at: number, syllables: ReadonlySet<string>): string[] {
  const vowel = (place: number) => /[aeiouv]/.test(letters[place] ?? '')
  const whole = [1, 2, 3, 4, 5, 6]
    .map((length) => letters.slice(at, at + length))
    .filter((text, index) => text.length === index + 1 && syllables.has(text))
    .filter(({ length }) => at + length === letters.length || canBegin(letters[at + length] as string))
  const initial = /^(?:[zcs]h|[a-z0-9])/.exec(letters.slice(at))?.[0] ?? ''
  return vowel(at + initial.length) && !vowel(at) ? whole : [...whole, ...(whole.includes(initial) ? [] : [initial])]
}

/** Whether a syllable can begin with the letter. */
const canBegin = (letter: string): boolean => !/[iuv]/.test(letter)

const isHanPair = (pair: string): boolean => isHan(pair[0] as string) && isHan(pair[1] as string)

const englishKey = (stem: string): string => `${stem.slice(0, 3)}-`

const soundKey = (first: string, second: string): string => `${fold(first)} ${fold(second)}`

/** n and l, and h and f, are one for those who merge them. */
const initialKey = (syllables: readonly string[]): string =>
  syllables
    .map(([initial]) => initial)
    .join('')
    .replace(/n/g, 'l')
    .replace(/h/g, 'f')
