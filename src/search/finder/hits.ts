import type { TradeRow } from './data.ts'
import type { Reason } from './found.ts'
import { heardHits, isHeard } from './heard.ts'
import type { Letters } from './letters.ts'
import { asMeant, overshadowed, swallowed } from './meant.ts'
import {
  contentRuns,
  englishStems,
  hanRuns,
  isHan,
  isLatin,
  pairsOf,
  type Run,
  range,
  withoutFalseFriends,
} from './text.ts'
import type { Word, WordList } from './words.ts'

/** Which words of ours stand in a query, and how surely. */

/** A word that fits the query. */
export interface Hit {
  word: Word
  how: Reason['how']
  /** 0–1: how much of the word is there, and how surely. */
  strength: number
  /** Places of the query that the word explains. */
  covers: number[]
}

/** The words that are looked for, and what is known of how they sound. */
export interface Vocabulary {
  trades: readonly TradeRow[]
  words: WordList
  /** Things and scenes of the trades. They only ever match whole, so they stay out of the list. */
  cues: readonly Word[]
  /** Syllable of a character; undefined as long as sounds have not arrived. */
  syllableOf?: ReadonlyMap<string, string>
  letters?: Letters
}

/** Share of an alias's character pairs that must stand in the query when its words stand apart. */
const APART = 0.6

/** What a word keeps that only shares characters with a longer word which stands there whole. */
const OVERSHADOWED = 0.5

/** Beside other words, what these stand inside of is chance: 师傅 in 香药师傅, 安装 in 电气设备安装工. */
const SAYS_NOTHING = /^(?:老?师傅|工人|[男女]工?|工?厂|[工人店老普]|安装|维修|装配|组装)$/

/**
 * The words that a normalised query means, each once, as it fits best.
 * @param mask which places carry content, as `contentMask` says
 */
export function hitsOf(text: string, mask: readonly boolean[], vocabulary: Vocabulary): Hit[] {
  const best = new Map<Word, Hit>()
  const keep = (hits: readonly Hit[]) => {
    for (const hit of hits) if (hit.strength > (best.get(hit.word)?.strength ?? 0)) best.set(hit.word, hit)
  }
  const { words, syllableOf, letters } = vocabulary
  keep(codeHits(text, vocabulary))
  keep(hanHits(text, mask, words))
  keep(cueHits(text, mask, vocabulary))
  keep(letters?.latinHits(text, words) ?? [])
  for (const hit of swallowed([...best.values()])) best.delete(hit.word)
  for (const hit of overshadowed([...best.values()]))
    best.set(hit.word, { ...hit, strength: hit.strength * OVERSHADOWED })
  const covered = new Set([...best.values()].flatMap((hit) => hit.covers))
  const unexplained = [...mask.keys()].filter((at) => mask[at] && !covered.has(at) && isHan(text[at] as string))
  if (unexplained.length > 0 && syllableOf) {
    const written = new Set([...best.values()].flatMap(({ how, covers }) => (how === 'exact' ? covers : [])))
    keep(heardHits(text, mask, words, syllableOf).filter((hit) => isHeard(hit, text, mask, written)))
  }
  keep(slipHits(text, words))
  return asMeant([...best.values()], text, mask)
}

/** A code of the occupational classification, with or without its hyphens. */
function codeHits(text: string, { trades, words }: Vocabulary): Hit[] {
  const digits = text.replace(/[^0-9]/g, '')
  if (digits.length !== 7 || /[^0-9\s.-]/.test(text)) return []
  return trades.flatMap(({ name, code }, at) => {
    if (code?.replaceAll('-', '') !== digits) return []
    const own = words.holding(`\n${name}\n`).find(({ owner }) => owner.kind === 'trade' && owner.at === at)
    return own ? [{ word: own, how: 'exact', strength: 1, covers: range(0, text.length) }] : []
  })
}

/** Things and scenes that the query names, and trades in English. */
function cueHits(text: string, mask: readonly boolean[], { cues, letters }: Vocabulary): Hit[] {
  const plain = withoutFalseFriends(text)
  const asked = englishStems(text)
  return cues.flatMap((word): Hit[] => {
    if (isLatin(word.text)) return letters?.englishHit(word, asked, text) ?? []
    const at = plain.indexOf(word.text)
    if (at < 0) return []
    const covers = range(at, word.text.length)
    return covers.some((place) => mask[place]) ? [{ word, how: 'exact', strength: 1, covers }] : []
  })
}

function hanHits(text: string, mask: readonly boolean[], words: WordList): Hit[] {
  const plain = withoutFalseFriends(text)
  return hanRuns(text).flatMap((run) => [
    ...words.holdingAny(pairsOf(run.text)).flatMap((word) => {
      const hit = hanHit(word, run, mask)
      // 茶师 in 奶茶师.
      const isFalse = hit?.how === 'exact' && !plain.includes(word.text) && withoutFalseFriends(word.text) === word.text
      return hit && !isFalse ? [hit] : []
    }),
    ...partHits(run, mask, words),
  ])
}

/** A whole word in the query, or most of its pairs standing apart. */
function hanHit(word: Word, run: Run, mask: readonly boolean[]): Hit | undefined {
  const at = run.text.indexOf(word.text)
  if (at >= 0 && word.text.length >= 2) {
    return { word, how: 'exact', strength: 1, covers: range(run.start + at, word.text.length) }
  }
  if (word.text.length < 4 || word.owner.kind === 'region') return undefined
  // Every character must be there: 电器维修 is not 乐器维修.
  for (const character of word.text) if (character !== '的' && !run.text.includes(character)) return undefined
  const pairs = pairsOf(word.text)
  const found = pairs.map((pair) => run.text.indexOf(pair)).filter((place) => place >= 0)
  const covers = [...new Set(found.flatMap((place) => [run.start + place, run.start + place + 1]))]
  if (found.length < pairs.length * APART || !covers.some((place) => mask[place])) return undefined
  // And it must be so in a pair.
  const there = new Set(covers.map((place) => run.text[place - run.start]))
  if ([...word.text].some((character) => character !== '的' && !there.has(character))) return undefined
  return { word, how: 'part', strength: 0.7 * (found.length / pairs.length), covers }
}

/** What was typed stands inside a word: 安吉他 in 正安吉他工匠, 缝 in 缝纫工. */
function partHits(run: Run, mask: readonly boolean[], words: WordList): Hit[] {
  // A single character says something only where nothing else is asked: 缝 in 会缝的, not 计 in 会计师.
  const asked = run.text.replace(/^[会能要想招找请有]+|[的了吗呢人]+$/g, '')
  const meant = withoutFalseFriends(run.text)
  const says = (text: string) =>
    meant.includes(text) && (text === run.text || (!SAYS_NOTHING.test(text) && (text.length > 1 || text === asked)))
  const pieces = contentRuns(run, mask).filter(({ text }) => says(text))
  return pieces.flatMap((piece) =>
    words.holding(piece.text).flatMap((word): Hit[] => {
      if (word.owner.kind === 'region') return []
      const share = piece.text.length / word.text.length
      // One character says little: it must be a good part of the word, or of a brand's name.
      if (piece.text.length === 1 && share < 0.3 && !(word.owner.kind === 'brand' && word.owner.as === 'name'))
        return []
      return [{ word, how: 'part', strength: 0.45 + 0.5 * share, covers: range(piece.start, piece.text.length) }]
    }),
  )
}

/** A brand's name with one character wrong or missing: 牛楠粉师傅, 福绵栽缝, 正安吉他匠. */
function slipHits(text: string, words: WordList): Hit[] {
  return hanRuns(text).flatMap((run) =>
    words.holdingAny(pairsOf(run.text)).flatMap((word): Hit[] => {
      if (word.owner.kind !== 'brand' || word.owner.as !== 'name' || word.text.length < 4) return []
      const at = slipAt(word.text, run.text)
      const length = Math.min(word.text.length, run.text.length - at)
      return at < 0 ? [] : [{ word, how: 'part', strength: 0.7, covers: range(run.start + at, length) }]
    }),
  )
}

/** Where `name` stands in `text` with at most one character changed or left out; -1 if nowhere. */
function slipAt(name: string, text: string): number {
  for (let at = 0; at <= text.length - name.length; at++) {
    let wrong = 0
    for (let offset = 0; offset < name.length && wrong < 2; offset++) if (text[at + offset] !== name[offset]) wrong++
    if (wrong < 2) return at
  }
  if (text.length !== name.length - 1) return -1
  let skip = 0
  while (skip < text.length && text[skip] === name[skip]) skip++
  return text.slice(skip) === name.slice(skip + 1) ? 0 : -1
}
