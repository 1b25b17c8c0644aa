import { bucketOf, letterKeys, type PackedBucket, pairKeys, soundKeys } from './buckets.ts'
import { type FinderIndex, type Sounds, unpackWords, type WordGroup } from './data.ts'
import { type Hit, hitsOf, type Vocabulary } from './hits.ts'
import type { Letters } from './letters.ts'
import { namesOf, type Places } from './places.ts'
import { contentMask, isCommon, isHan, normalise, type Pairs, readPairs, readSyllables } from './text.ts'
import { type Owner, type Word, WordList } from './words.ts'

/** What the lexicon can be taught after it has been made. */
export interface WordLesson {
  sounds?: Sounds
  /** Traditional characters and their simplified forms. */
  traditional?: Pairs
  /** Buckets of words, by their numbers. */
  buckets?: ReadonlyArray<readonly [number: number, bucket: PackedBucket]>
  /** How to read pinyin, initials and English. */
  letters?: Letters
}

/** What has to be learnt before a query can be answered. */
export interface Wanted<Part> {
  part: Part
  /** Numbers of the buckets, where these are wanted. */
  buckets?: readonly number[]
}

/** From this strength on a word explains what it covers, when it is decided whether more must be known. */
const EXPLAINED = 0.75

/** The words of the index that have arrived, whose they are and how they sound; finds them in queries. */
export class Lexicon {
  readonly #index: FinderIndex
  readonly #places: Places
  readonly #words = new WordList()
  readonly #cues: Word[] = []
  readonly #buckets = new Set<number>()
  /** Words that have arrived, by text and owner: one lies in several buckets. */
  readonly #known = new Set<string>()
  /** Readings of words that came in buckets. */
  readonly #readings = new Map<string, string>()
  readonly #vocabulary: Vocabulary
  #simplify: ReadonlyMap<string, string> | undefined
  #last: { key: string; hits: Hit[] } | undefined

  constructor(index: FinderIndex, places: Places) {
    this.#index = index
    this.#places = places
    this.#vocabulary = { trades: index.trades, words: this.#words, cues: this.#cues }
    this.#take(index.words)
    index.trades.forEach(({ name }, at) => {
      this.#add(name, { kind: 'trade', at })
    })
    index.regions.forEach((region, at) => {
      for (const name of namesOf(region)) this.#add(name, { kind: 'region', at })
    })
  }

  /** Teaches more of the published index. */
  learn({ sounds, traditional, letters, buckets = [] }: WordLesson): void {
    this.#vocabulary.letters ??= letters
    if (traditional) this.#simplify = readPairs(traditional)
    if (sounds) {
      const syllableOf = readSyllables(sounds.common, sounds.others)
      this.#vocabulary.syllableOf = syllableOf
      this.#words.read({ syllableOf, ofWord: (text) => sounds.readings[text] ?? this.#readings.get(text) })
    }
    for (const [number, { words, readings }] of buckets) {
      if (this.#buckets.has(number)) continue
      this.#buckets.add(number)
      for (const [text, reading] of Object.entries(readings)) this.#readings.set(text, reading)
      this.#take(unpackWords(words))
    }
    this.#last = undefined
  }

  /**
   * What must be learnt next before a normalised query is answered; nothing where what is known explains all of it, so
   * that knowing more would not change the answer.
   */
  wants(text: string): Wanted<keyof WordLesson> | undefined {
    const { letters, syllableOf } = this.#vocabulary
    if (!letters && /[a-z]/.test(text)) return { part: 'letters' }
    const mask = contentMask(text)
    const { complete, buckets: number } = this.#index
    const lacking = (keys: readonly string[]): Wanted<'buckets'> | undefined => {
      const buckets = [...new Set(keys.map((key) => bucketOf(key, number)))].filter((at) => !this.#buckets.has(at))
      return buckets.length > 0 ? { part: 'buckets', buckets } : undefined
    }
    // Of a large catalogue the words themselves are still to come; of a small one only the cues.
    const words = complete ? undefined : lacking(pairKeys(text, mask))
    if (words) return words
    const open = this.#unexplained(text, mask)
    if (!open.includes(true)) return undefined
    const strange = (character: string) => isHan(character) && !this.#words.has(character) && !isCommon(character)
    if (!this.#simplify && [...text].some(strange)) return { part: 'traditional' }
    // Things and scenes travel lighter than sounds; letters alone can only be sounds.
    const cues = lacking(pairKeys(text, open).filter((key) => key.length > 1))
    if (cues) return cues
    if (!syllableOf) return { part: 'sounds' }
    if (complete) return undefined
    const syllables = new Set(syllableOf.values())
    return lacking([...soundKeys(text, mask, syllableOf), ...letterKeys(letters?.lettersOf(text) ?? '', syllables)])
  }

  /** A query or a word as it is looked up. */
  normal(text: string): string {
    return normalise(text, this.#simplify)
  }

  /** The words that a normalised query means; those of the last one are kept, because it is looked at before it is answered. */
  hits(text: string, mask: readonly boolean[]): readonly Hit[] {
    const key = `${text} ${mask.map(Number).join('')}`
    if (this.#last?.key !== key) this.#last = { key, hits: hitsOf(text, mask, this.#vocabulary) }
    return this.#last.hits
  }

  /** Marks what carries content and is not explained by whole words known: 服装 of 服装制版师 does not tell what 服装cad is. */
  #unexplained(text: string, mask: readonly boolean[]): boolean[] {
    const covered = new Set(
      this.hits(text, mask).flatMap(({ how, strength, covers }) =>
        strength >= EXPLAINED && how !== 'part' ? covers : [],
      ),
    )
    return mask.map((content, at) => content && !covered.has(at))
  }

  #take(groups: readonly WordGroup[]): void {
    const { complete, trades } = this.#index
    for (const { texts, kind, at } of groups) {
      for (const text of texts.split('\n')) {
        if (!complete) {
          const key = `${kind} ${at} ${text}`
          if (this.#known.has(key)) continue
          this.#known.add(key)
        }
        if (kind === 'region') this.#addPlace(text, at - 1)
        else if (kind === 'cue')
          this.#cues.push({ text: this.normal(text), owner: { kind: 'trade', at, cue: true }, at: -1 })
        else if (kind === 'trade') {
          trades[at]?.aliases.push(text)
          this.#add(text, { kind, at })
        } else this.#add(text, { kind: 'brand', at, as: kind })
      }
    }
  }

  /** A place that has no brands: its name and its short name. */
  #addPlace(text: string, parent: number): void {
    const [name = '', short = name] = text.split(' ')
    const at = this.#places.add({ id: '', name, short, parent })
    for (const word of new Set([name, short])) this.#add(word, { kind: 'region', at })
  }

  #add(text: string, owner: Owner): void {
    this.#words.add(this.normal(text), owner)
  }
}
