import { fold, isHan } from './text.ts'

/** Whose a word is. */
export type Owner =
  | { kind: 'brand'; at: number; as: 'name' | 'alias' | 'term' }
  | { kind: 'trade'; at: number; cue?: boolean }
  | { kind: 'region'; at: number }

/** A word of the index, as the matcher sees it. */
export interface Word {
  /** Normalised. */
  readonly text: string
  readonly owner: Owner
  /** Number in its list; -1 for a cue, which is in none. */
  readonly at: number
}

/**
 * Texts in one string, one a line. A browser's own search through it finds the lines that hold a piece sooner than a table
 * of pieces could be built, and few questions ask for more than a handful of pieces.
 */
class Lines {
  readonly text: string
  #ends: number[] | undefined

  /** @param text lines, each with a line end before and after it */
  constructor(text: string) {
    this.text = text
  }

  /** Numbers of the lines that hold a piece, in their order; a line end in the piece is an end of the line. */
  holding(piece: string): number[] {
    const found: number[] = []
    const skip = piece.startsWith('\n') ? 1 : 0
    for (let at = this.text.indexOf(piece); at >= 0; ) {
      const line = this.#lineAt(at + skip)
      found.push(line)
      at = this.text.indexOf(piece, (this.#ends as number[])[line] as number)
    }
    return found
  }

  /** Numbers of the lines that hold any of the pieces, each once, in their order. */
  holdingAny(pieces: Iterable<string>): number[] {
    const found = new Set<number>()
    for (const piece of new Set(pieces)) for (const line of this.holding(piece)) found.add(line)
    return [...found].sort((a, b) => a - b)
  }

  #lineAt(place: number): number {
    if (!this.#ends) {
      this.#ends = []
      for (let at = this.text.indexOf('\n', 1); at >= 0; at = this.text.indexOf('\n', at + 1)) this.#ends.push(at)
    }
    let [low, high] = [0, this.#ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ends[middle] as number) < place) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** What has been learnt of how characters and words sound. */
export interface Readings {
  syllableOf: ReadonlyMap<string, string>
  /** Syllables of a word, with spaces, where they are not those of its characters one by one. */
  ofWord(text: string): string | undefined
}

/** The words of the index but cues. Nothing is made of them before a question needs it. */
export class WordList {
  readonly #texts: string[] = []
  readonly #owners: Owner[] = []
  readonly #words: Array<Word | undefined> = []
  #lines: Lines | undefined
  /** Syllables of every word that has been read, each with a tab after it. */
  #spoken: string[] = []
  #sounds: Partial<Record<'exact' | 'folded' | 'letters', Lines>> = {}
  #readings: Readings = { syllableOf: new Map(), ofWord: () => undefined }

  /** Adds a normalised text. */
  add(text: string, owner: Owner): void {
    this.#texts.push(text)
    this.#owners.push(owner)
    this.#lines = undefined
    this.#sounds = {}
  }

  /** From now on words are read like this. */
  read(readings: Readings): void {
    this.#readings = readings
    this.#spoken = []
    this.#sounds = {}
  }

  /** Whether a piece stands in any word. */
  has(piece: string): boolean {
    return this.#text.text.includes(piece)
  }

  /** Words that hold a piece, in their order; a line end at its start or end is that of the word. */
  holding(piece: string): Word[] {
    return this.#wordsAt(this.#text.holding(piece))
  }

  /** Words that hold any of the pieces, in their order. */
  holdingAny(pieces: Iterable<string>): Word[] {
    return this.#wordsAt(this.#text.holdingAny(pieces))
  }

  /** Words of Chinese characters that begin with two syllables, as they are or folded. */
  soundingLike(first: string, second: string, how: 'exact' | 'folded'): Word[] {
    const found = this.#wordsAt(this.#sound(how).holding(`\n${first}\t${second}\t`))
    return found.filter(({ text }) => [...text].every(isHan))
  }

  /** Words in which syllables stand in turn. */
  sounding(syllables: readonly string[]): Word[] {
    const piece = `${syllables.join('\t')}\t`
    return this.#wordsAt(this.#sound('exact').holdingAny([`\n${piece}`, `\t${piece}`]))
  }

  /** Words whose pinyin begins with letters. */
  speltFrom(letters: string): Word[] {
    return this.#wordsAt(this.#sound('letters').holding(`\n${letters}`))
  }

  /** Words whose pinyin begins with the first of the letters, or holds all of them. */
  spelt(letters: string): Word[] {
    return this.#wordsAt(this.#sound('letters').holdingAny([`\n${letters[0]}`, letters]))
  }

  /** Syllable of every character of a word, as it is or folded; the character itself where it has none. */
  syllables({ at }: Word, how: 'exact' | 'folded' = 'exact'): string[] {
    this.#sound('exact')
    const spoken = (this.#spoken[at] as string).slice(0, -1)
    return (how === 'exact' ? spoken : fold(spoken)).split('\t')
  }

  #wordsAt(places: readonly number[]): Word[] {
    return places.map((at) => {
      const word = this.#words[at] ?? { text: this.#texts[at] as string, owner: this.#owners[at] as Owner, at }
      this.#words[at] = word
      return word
    })
  }

  get #text(): Lines {
    this.#lines ??= new Lines(`\n${this.#texts.join('\n')}\n`)
    return this.#lines
  }

  #sound(how: 'exact' | 'folded' | 'letters'): Lines {
    let lines = this.#sounds[how]
    if (!lines) {
      lines = new Lines(
        how === 'exact'
          ? this.#speak()
          : how === 'folded'
            ? fold(this.#sound('exact').text)
            : this.#sound('exact').text.replaceAll('\t', ''),
      )
      this.#sounds[how] = lines
    }
    return lines
  }

  #speak(): string {
    const { syllableOf, ofWord } = this.#readings
    for (let at = this.#spoken.length; at < this.#texts.length; at++) {
      const text = this.#texts[at] as string
      const reading = ofWord(text)
      let spoken = ''
      if (reading) spoken = `${reading.replaceAll(' ', '\t')}\t`
      else for (const character of text) spoken += `${syllableOf.get(character) ?? character}\t`
      this.#spoken.push(spoken)
    }
    return `\n${this.#spoken.join('\n')}\n`
  }
}
