import type { Reason } from './found.ts'
import type { Hit } from './hits.ts'
import { englishStems, isHan, latinOf, push, SURE } from './text.ts'
import type { Word, WordList } from './words.ts'

/** How a query in letters is read: pinyin, initials, English. A module of its own, because most are in characters and would carry it. */
export interface Letters {
  latinHits: typeof latinHits
  englishHit: typeof englishHit
  lettersOf: typeof lettersOf
}

const ASKING_PINYIN = new Set(
  'zhao zhaoge qing qingge xiang xiangzhao yao xuyao zhaopin nali you de shifu gongren ren gong dianhua duoshao qian duoshaoqian duo shao gongzi'.split(
    ' ',
  ),
)

/** A query in letters without the words that only ask (zhao yuesao), unless there are no others. */
function withoutAskingPinyin(query: string): string {
  const plain = query.replace(/[a-z]+/g, (word) => (ASKING_PINYIN.has(word) ? ' '.repeat(word.length) : word))
  return plain.trim() ? plain : query
}

/** The letters of a query, without words that only ask. */
export const lettersOf = (query: string): string => latinOf(withoutAskingPinyin(query))

/** A trade in English: its words are among those asked, or those asked among its words. */
export function englishHit(word: Word, asked: readonly string[], text: string): Hit[] {
  if (asked.length === 0) return []
  const own = englishStems(word.text)
  const covers = [...text].flatMap((character, at) => (/[a-z]/.test(character) ? [at] : []))
  const share = own.filter((stem) => asked.includes(stem)).length / Math.max(own.length, asked.length)
  if (share === 1) return [{ word, how: 'exact', strength: 1, covers }]
  const fits =
    own.length > 0 && (own.every((stem) => asked.includes(stem)) || asked.every((stem) => own.includes(stem)))
  return fits ? [{ word, how: 'part', strength: 0.45 + 0.5 * share, covers }] : []
}

/** Words that the letters of a query spell. */
export function latinHits(text: string, words: WordList): Hit[] {
  if ([...text].some(isHan)) return spelt(words, text, false)
  const whole = spelt(words, text, true)
  const plain = withoutAskingPinyin(text)
  return plain === text || whole.some((hit) => hit.strength >= SURE) ? whole : [...whole, ...spelt(words, plain, true)]
}

/** Words by their pinyin or initials. `alone`: the query has no Chinese beside the letters. */
function spelt(words: WordList, text: string, alone: boolean): Hit[] {
  const typed = latinOf(text)
  if (typed.length < 2 || /^\d+$/.test(typed)) return []
  const covers = [...text].flatMap((character, at) => (/[a-z0-9]/.test(character) ? [at] : []))
  // Two letters beside Chinese are a word of their own (凑BB), not initials.
  const candidates = alone || typed.length > 2 ? words.spelt(typed) : words.holding(`\n${typed}\n`)
  const direct = candidates.flatMap((word): Hit[] => {
    const [strength, how] = latinStrength(word, words.syllables(word), typed)
    return strength > 0 ? [{ word, how, strength, covers }] : []
  })
  if (direct.some((hit) => hit.strength >= SURE) || !alone || typed.length < 5) return direct
  return [...spell(words, typed, covers), ...direct]
}

/** Several words run together in pinyin: yulincaifeng → yulin + caifeng. */
function spell(words: WordList, typed: string, letters: readonly number[]): Hit[] {
  // What leads to a place, each hit once: the ways to choose one at every place are too many to list.
  const ends = new Map<number, Hit[]>([[0, []]])
  for (let at = 0; at < typed.length; at++) {
    const before = ends.get(at)
    if (!before) continue
    const next = new Map<number, Hit[]>()
    for (const word of words.speltFrom(typed.slice(at, at + 2))) {
      const pinyin = words.syllables(word).join('')
      if (pinyin.length < 3 || !typed.startsWith(pinyin, at)) continue
      const end = at + pinyin.length
      push(next, end, { word, how: 'pinyin', strength: 0.9, covers: letters.slice(at, end) })
    }
    for (const [end, hits] of next) ends.set(end, [...new Set([...(ends.get(end) ?? []), ...before, ...hits])])
  }
  return ends.get(typed.length) ?? []
}

const NO_FIT: [number, Reason['how']] = [0, 'pinyin']

/** How well a run of letters fits a word's pinyin or initials. */
function latinStrength(
  word: Word,
  syllables: readonly string[],
  typed: string,
): [strength: number, how: Reason['how']] {
  const pinyin = syllables.join('')
  const initials = syllables.map(([initial]) => initial).join('')
  // Whatever fits begins where a syllable does.
  if (!initials.includes(typed[0] as string)) return NO_FIT
  if (word.text === typed) return [1, 'exact']
  if (pinyin === typed) return [1, 'pinyin']
  if (typed.length >= 3 && initials === typed) return [0.95, 'initials']
  if (typed.length === 2 && initials === typed && word.text.length === 2 && word.owner.kind !== 'trade')
    return [0.8, 'initials']
  if (typed.length >= 4 && syllables.length >= 3 && spells(syllables, typed)) return [0.9, 'pinyin']
  if (pinyin.includes(typed) && (typed.length >= 4 || syllables.length <= 2)) {
    for (let from = 1; from < syllables.length; from++) {
      const rest = syllables.slice(from).join('')
      if (rest === typed) return [0.85, 'pinyin']
      if (typed.length >= 4 && rest.startsWith(typed)) return [0.6, 'pinyin']
    }
  }
  if (typed.length >= 3 && pinyin.startsWith(typed)) return [0.75, 'pinyin']
  if (typed.length >= 3 && initials.startsWith(typed)) return [0.7, 'initials']
  return NO_FIT
}

/** Whether the letters spell the syllables one by one, each in full or by its initial: `gzxiuniang`, `zhijinxn`. */
function spells(syllables: readonly string[], typed: string): boolean {
  const [first, ...rest] = syllables
  if (first === undefined) return typed === ''
  // A syllable of one letter begins in one way only: tried three times at each place, aaaa… would take for ever.
  const starts = new Set([first, first.slice(0, /^[zcs]h/.test(first) ? 2 : 1), first.slice(0, 1)])
  return [...starts].some((start) => start !== '' && typed.startsWith(start) && spells(rest, typed.slice(start.length)))
}
