import { Converter } from 'opencc-js'
import { pinyin } from 'pinyin-pro'
import { bucketOf, keysOfWord, type PackedBucket } from './buckets.ts'
import {
  type Cues,
  differences,
  type FinderData,
  type IndexWord,
  type PackedFinder,
  packIndex,
  packWords,
  type RegionRow,
  type Sounds,
} from './data.ts'
import { commonCharacters, isCommon, isHan, type Pairs, readSyllables } from './text.ts'

/**
 * Makes what is published of the finder, with dictionaries that never reach a browser. All of it holds
 * only what can match a word here, so it is made anew with every build.
 */

/** Toneless syllables of a text, one per character, read in context; ü is written v. */
const read = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })

/** Everything of the finder that is published. */
export interface Published {
  index: PackedFinder
  sounds: Sounds
  /** Traditional characters and their simplified forms. Only those the words here need. */
  traditional: Pairs
  /** Words that are not in the index; the place in the list is the bucket's number. */
  buckets: PackedBucket[]
}

/** Up to so many words, all but the cues travel with the index: then one file answers most queries. */
const SMALL = 6_000

/** Words per bucket, about: of a small catalogue, where a long question needs many, and of a large one. */
const BUCKET_SIZE = { small: 40, large: 96 } as const

/** A key with more words than this tells too little; they are found by their other keys. */
const COMMON = 200

/**
 * Makes what is published from the whole of the finder's data.
 * @param others what is published beside it and should have a new address when it changes
 */
export function publish(whole: FinderData, cues: Cues, others?: unknown): Published {
  const { data, empty } = inhabited(whole)
  const all = [...wordsOf(data, cues), ...empty]
  const isExtra = ({ kind }: IndexWord) => kind === 'cue' || kind === 'region'
  const complete = all.filter((word) => !isExtra(word)).length <= SMALL
  // Single characters make no pair and could not be asked for; there are few.
  const stays = (word: IndexWord) =>
    isExtra(word) ? keysOfWord(word, []).length === 0 : complete || word.text.length === 1
  const inside = all.filter(stays)
  const outside = all.filter((word) => !stays(word))
  const regions = data.regions.flatMap(({ name, short }) => [name, short])
  const characters = new Set([...all.map(({ text }) => text), ...regions].flatMap((text) => [...text].filter(isHan)))
  const tables = syllableTables(characters)
  const readings = readingsOf(
    [...all.map(({ text }) => text), ...data.trades.map(({ name }) => name), ...regions],
    tables,
  )
  const keep = (texts: readonly string[]) =>
    Object.fromEntries(texts.flatMap((text) => (readings.has(text) ? [[text, readings.get(text) as string]] : [])))
  const sounds = {
    ...tables,
    readings: keep([
      ...new Set([...inside.map(({ text }) => text), ...data.trades.map(({ name }) => name), ...regions]),
    ]),
  }
  const buckets = bucketsOf(outside, complete ? BUCKET_SIZE.small : BUCKET_SIZE.large, tables, readings).map(
    (words) => ({
      words: packWords(words),
      readings: keep(words.filter((word) => !isExtra(word)).map(({ text }) => text)),
    }),
  )
  const traditional = simplifyTable(characters)
  const version = hashOf(JSON.stringify([data, sounds, traditional, buckets, others]))
  const index = packIndex(data, { version, words: inside, complete, buckets: buckets.length })
  return { index, sounds, traditional, buckets }
}

/**
 * The data with only those regions that have brands in them; of the others just the names are kept,
 * so that the finder can say that there is nothing there.
 */
function inhabited({ brands, trades, regions }: FinderData): { data: FinderData; empty: IndexWord[] } {
  const kept = new Set<number>()
  for (const { region } of brands) {
    for (let at = region; at >= 0 && !kept.has(at); at = regions[at]?.parent ?? -1) kept.add(at)
  }
  const order = [...kept].sort((a, b) => a - b)
  const places = new Map(order.map((old, at) => [old, at]))
  const moved = (old: number) => places.get(old) ?? -1
  const empty = regions.flatMap(({ name, short, parent }, at): IndexWord[] => {
    if (kept.has(at)) return []
    let around = parent
    while (around >= 0 && !kept.has(around)) around = regions[around]?.parent ?? -1
    return [{ text: name === short ? name : `${name} ${short}`, kind: 'region', at: moved(around) + 1 }]
  })
  return {
    data: {
      brands: brands.map((brand) => ({ ...brand, region: moved(brand.region) })),
      trades,
      regions: order.map((old) => {
        const row = regions[old] as RegionRow
        return { ...row, parent: moved(row.parent) }
      }),
    },
    empty,
  }
}

/** All words that can be matched but the names of trades and regions, which the index has anyway. */
function wordsOf({ brands, trades }: FinderData, cues: Cues): IndexWord[] {
  const list = (kind: IndexWord['kind'], at: number, texts: readonly string[]) =>
    [...new Set(texts)].map((text): IndexWord => ({ text, kind, at }))
  return [
    ...brands.flatMap(({ name, words, terms }, at) => [
      ...list('name', at, [name]),
      ...list('alias', at, words),
      ...list('term', at, terms),
    ]),
    ...trades.flatMap(({ name, aliases }, at) => list('trade', at, aliases).filter(({ text }) => text !== name)),
    ...cues.flatMap((texts, at) => list('cue', at, texts)),
  ]
}

/** Puts words into as many buckets as they need. */
function bucketsOf(
  words: readonly IndexWord[],
  size: number,
  tables: Pick<Sounds, 'common' | 'others'>,
  readings: ReadonlyMap<string, string>,
): IndexWord[][] {
  const syllableOf = readSyllables(tables.common, tables.others)
  const keys = words.map((word) =>
    keysOfWord(
      word,
      readings.get(word.text)?.split(' ') ?? [...word.text].map((character) => syllableOf.get(character) ?? character),
    ),
  )
  const sizes = new Map<string, number>()
  for (const key of keys.flat()) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  const sizeOf = (key: string) => sizes.get(key) ?? 0
  const number = Math.max(1, Math.round(keys.flat().length / size))
  const buckets = Array.from({ length: number }, () => new Set<IndexWord>())
  words.forEach((word, at) => {
    const own = keys[at] as string[]
    const rarest = own.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0]
    for (const key of own) if (key === rarest || sizeOf(key) <= COMMON) buckets[bucketOf(key, number)]?.add(word)
  })
  return buckets.map((bucket) => [...bucket])
}

/** Readings of the words that are not those of their characters one by one. */
function readingsOf(
  words: readonly string[],
  { common, others }: Pick<Sounds, 'common' | 'others'>,
): Map<string, string> {
  const syllableOf = readSyllables(common, others)
  const readings = new Map<string, string>()
  for (const word of new Set(words)) {
    if (![...word].every(isHan)) continue
    const syllables = read(word)
    const plain = [...word].map((character) => syllableOf.get(character))
    if (syllables.some((syllable, at) => syllable !== plain[at])) readings.set(word, syllables.join(' '))
  }
  return readings
}

/** A short name for content: another one for other content. */
function hashOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0xcbf29ce4]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b + unit, 0x85ebca6b) ^ (b >>> 13)
  }
  return ((a >>> 0).toString(36) + (b >>> 0).toString(36)).slice(0, 10)
}

/**
 * Syllables of the common characters as runs, and of the rest of ours by name. GB 2312 puts its first
 * level in the order of pinyin, so one reading per character can be told from the place it stands in.
 */
function syllableTables(characters: ReadonlySet<string>): { common: string; others: Record<string, string> } {
  const list = [...commonCharacters()]
  const readings = list.map(
    (character) => new Set(pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true })),
  )
  const closed = new Set<string>()
  const runs: Array<[syllable: string, length: number]> = []
  readings.forEach((choices, at) => {
    const run = runs.at(-1)
    if (run && choices.has(run[0])) {
      run[1]++
      return
    }
    // A new run: of the readings still open, the one that most of the next characters share.
    const ahead = readings.slice(at, at + 4)
    const open = [...choices].filter((choice) => !closed.has(choice))
    const shared = (choice: string) => ahead.filter((next) => next.has(choice)).length
    const syllable = (open.length > 0 ? open : [...choices]).sort((a, b) => shared(b) - shared(a))[0] as string
    closed.add(syllable)
    runs.push([syllable, 1])
  })
  const known = new Set(list)
  const others: Record<string, string> = {}
  for (const character of [...characters].sort()) {
    if (known.has(character)) continue
    const syllable = read(character)[0] ?? ''
    others[syllable] = (others[syllable] ?? '') + character
  }
  return { common: runs.map(([syllable, length]) => syllable + length).join(' '), others }
}

/** Pairs that no conversion table has, seen in what people type. */
const OWN_PAIRS = '銲焊甎砖傢家裏里籐藤綉绣繡绣製制麪面麵面粿粿衞卫啲的嘅的佢他冇无'

function simplifyTable(characters: ReadonlySet<string>): Pairs {
  const pairs = new Map<string, string>()
  for (const profile of ['hk', 'tw', 't'] as const) {
    const convert = Converter({ from: profile, to: 'cn' })
    for (let code = 0x4e00; code <= 0x9fff; code++) {
      const from = String.fromCharCode(code)
      const to = convert(from)
      if (to !== from && to.length === 1 && !isCommon(from) && characters.has(to) && !characters.has(from))
        pairs.set(from, to)
    }
  }
  const own = [...OWN_PAIRS]
  for (let at = 0; at + 1 < own.length; at += 2) {
    const [from, to] = [own[at] as string, own[at + 1] as string]
    if (from !== to && !isCommon(from) && characters.has(to) && !characters.has(from)) pairs.set(from, to)
  }
  const sorted = [...pairs].sort(([, a], [, b]) => a.charCodeAt(0) - b.charCodeAt(0))
  const codes = sorted.map(([, simplified]) => simplified.charCodeAt(0))
  return [differences(codes), sorted.map(([traditional]) => traditional).join('')]
}
