import { Converter } from 'opencc-js'
import { pinyin } from 'pinyin-pro'
import type { Cues, FinderData, Sounds } from './data.ts'
import { commonCharacters, isHan, readSyllables } from './text.ts'

/** Toneless syllables of a text, one per character, read in context; ü is written v. */
const read = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })

/**
 * Makes the tables of sounds: traditional to simplified characters, and the syllables by which misheard
 * and mistyped characters are recognised. Both hold only what can match a word here, so they are made
 * anew with every build.
 */
export function soundsOf(data: FinderData, cues: Cues): Sounds {
  const words = new Set([
    ...data.brands.flatMap(({ name, words, terms }) => [name, ...words, ...terms]),
    ...data.trades.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...cues.flat(),
    ...data.regions.flatMap(({ name, short }) => [name, short]),
  ])
  const characters = new Set([...words].flatMap((word) => [...word].filter(isHan)))
  const { common, others } = syllableTables(characters)
  const syllableOf = readSyllables(common, others)
  const readings: Record<string, string> = {}
  for (const word of words) {
    if (![...word].every(isHan)) continue
    const syllables = read(word)
    const plain = [...word].map((character) => syllableOf.get(character))
    if (syllables.some((syllable, at) => syllable !== plain[at])) readings[word] = syllables.join(' ')
  }
  return { simplify: simplifyTable(characters), common, others, readings }
}

/**
 * Syllables of the common characters as runs, and of the rest of ours by name. GB 2312 puts its first
 * level in the order of pinyin, so one reading per character can be told from the place it stands in.
 */
function syllableTables(characters: ReadonlySet<string>): { common: string; others: Record<string, string> } {
  const list = commonCharacters()
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

function simplifyTable(characters: ReadonlySet<string>): string {
  const pairs = new Map<string, string>()
  for (const profile of ['hk', 'tw', 't'] as const) {
    const convert = Converter({ from: profile, to: 'cn' })
    for (let code = 0x4e00; code <= 0x9fff; code++) {
      const from = String.fromCharCode(code)
      const to = convert(from)
      if (to !== from && to.length === 1 && characters.has(to) && !characters.has(from)) pairs.set(from, to)
    }
  }
  const own = [...OWN_PAIRS]
  for (let at = 0; at + 1 < own.length; at += 2) {
    const [from, to] = [own[at] as string, own[at + 1] as string]
    if (from !== to && characters.has(to) && !characters.has(from)) pairs.set(from, to)
  }
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flat()
    .join('')
}
