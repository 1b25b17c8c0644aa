import type { Hit } from './hits.ts'
import { fold, hanRuns, isHan, type Run, range } from './text.ts'
import type { WordList } from './words.ts'

/** Words that somebody meant who wrote others that sound like them. */

/** A word is known by sound only from this length on; shorter ones need a character in common. */
const SOUND_LENGTH = 3

/** Words that sound like a stretch of the query: 福棉裁缝 for 福绵裁缝. */
export function heardHits(
  text: string,
  mask: readonly boolean[],
  words: WordList,
  syllableOf: ReadonlyMap<string, string>,
): Hit[] {
  return hanRuns(text).flatMap((run) => {
    const sounds = [...run.text].map((character) => syllableOf.get(character) ?? '')
    const hits = [
      ...alikeHits(run, sounds, 'exact', words),
      ...alikeHits(run, sounds.map(fold), 'folded', words),
      ...innerHits(run, sounds, words),
      ...rareHits(run, sounds, words),
    ]
    return hits.filter(({ covers }) => covers.some((at) => mask[at]))
  })
}

/** Whole words that sound like what begins somewhere in a run. */
function alikeHits(run: Run, heard: readonly string[], how: 'exact' | 'folded', words: WordList): Hit[] {
  return heard.flatMap((first, at) => {
    const second = heard[at + 1]
    if (!first || !second) return []
    return words.soundingLike(first, second, how).flatMap((word): Hit[] => {
      const sounds = words.syllables(word, how)
      if (sounds.some((sound, offset) => heard[at + offset] !== sound)) return []
      const common = sounds.filter((_, offset) => word.text[offset] === run.text[at + offset]).length
      if (common === sounds.length) return []
      if (common === 0 && (sounds.length < SOUND_LENGTH || how === 'folded')) return []
      const strength = (how === 'exact' ? 0.9 : 0.75) * (0.7 + 0.3 * (common / sounds.length))
      return [{ word, how: 'sound', strength, covers: range(run.start + at, sounds.length) }]
    })
  })
}

/** A short query that sounds like a stretch inside a name: 秀娘 in 贵州绣娘, one wrong character in 正安吉它工匠. */
function innerHits(run: Run, sounds: readonly string[], words: WordList): Hit[] {
  if (run.text.length < 2 || sounds.includes('')) return []
  const asked = sounds.join(' ')
  return words.sounding(sounds).flatMap((word): Hit[] => {
    const spoken = words.syllables(word)
    if (word.owner.kind === 'region' || spoken.length <= sounds.length) return []
    // Two syllables are the beginning or the end of a word: 汽修 is not the middle of 乐器修理.
    const joined = `\n${spoken.join(' ')}\n`
    if (sounds.length === 2 && !joined.includes(`\n${asked} `) && !joined.includes(` ${asked}\n`)) return []
    if (![...run.text].some((character) => word.text.includes(character))) return []
    const share = run.text.length / word.text.length
    return [{ word, how: 'sound', strength: 0.35 + 0.4 * share, covers: range(run.start, run.text.length) }]
  })
}

/** A word with a rare character in place of one of its own, whose sound is not known here: 牛楠粉. */
function rareHits(run: Run, sounds: readonly string[], words: WordList): Hit[] {
  if (!sounds.includes('')) return []
  return words.holdingAny(run.text).flatMap((word): Hit[] => {
    if (word.text.length < 3 || word.owner.kind === 'region') return []
    const at = rareAt(word.text, run.text, sounds)
    return at < 0 ? [] : [{ word, how: 'sound', strength: 0.7, covers: range(run.start + at, word.text.length) }]
  })
}

/**
 * Whether a word that sounds like a stretch of the query can be meant there. What is written letter by letter is not heard as
 * another word too (电工 as 钟点工), and two syllables are not cut out of a longer word that nobody knows (漆工 of 夫妻工).
 * @param written places that words explain as they stand
 */
export function isHeard(
  { word, covers }: Hit,
  text: string,
  mask: readonly boolean[],
  written: ReadonlySet<number>,
): boolean {
  if (covers.every((at) => written.has(at))) return false
  if (word.text.length > 2) return true
  const isOpen = (at: number) => mask[at] === true && isHan(text[at] ?? '') && !written.has(at)
  return !isOpen((covers[0] as number) - 1) && !isOpen((covers.at(-1) as number) + 1)
}

/** Where `word` stands in `text` but for one character without a sound; -1 if nowhere. */
function rareAt(word: string, text: string, sounds: readonly string[]): number {
  for (let at = 0; at + word.length <= text.length; at++) {
    let wrong = 0
    let place = at
    for (let offset = 0; offset < word.length && wrong < 2; offset++) {
      if (text[at + offset] === word[offset]) continue
      wrong++
      place = at + offset
    }
    if (wrong === 1 && sounds[place] === '') return at
  }
  return -1
}
