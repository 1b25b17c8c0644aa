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
    return this.#text.holding(piece).map((at) => this.#word(at))
  }

  /** Words that hold any of the pieces, in their order. */
  holdingAny(pieces: Iterable<string>): Word[] {
    const found = new Set<number>()
    for (const piece of new Set(pieces)) for (const at of this.#text.holding(piece)) found.add(at)
    return [...found].sort((a, b) => a - b).map((at) => this.#word(at))
  }

  /** Words of Chinese characters that begin with two syllables, as they are or folded. */
  soundingLike(first: string, second: string, how: 'exact' | 'folded'): Word[] {
    return this.#sound(how)
      .holding(`\n${first}\t${second}\t`)
      .flatMap((at) => {
        const word = this.#word(at)
        return [...word.text].every(isHan) ? [word] : []
      })
  }

  /** Words in which syllables stand in turn. */
  sounding(syllables: readonly string[]): Word[] {
    const piece = `${syllables.join('\t')}\t`
    const lines = this.#sound('exact')
    const found = new Set([...lines.holding(`\n${piece}`), ...lines.holding(`\t${piece}`)])
    return [...found].sort((a, b) => a - b).map((at) => this.#word(at))
  }

  /** Words whose pinyin begins with letters. */
  speltFrom(letters: string): Word[] {
    return this.#sound('letters')
      .holding(`\n${letters}`)
      .map((at) => this.#word(at))
  }

  /** Words whose pinyin begins with the first of the letters, or holds all of them. */
  spelt(letters: string): Word[] {
    const lines = this.#sound('letters')
    const found = new Set([...lines.holding(`\n${letters[0]}`), ...lines.holding(letters)])
    return [...found].sort((a, b) => a - b).map((at) => this.#word(at))
  }

  /** Syllable of every character of a word; the character itself where it has none. */
  syllables({ at }: Word): string[] {
    this.#sound('exact')
    return (this.#spoken[at] as string).slice(0, -1).split('\t')
  }

  #word(at: number): Word {
    let word = this.#words[at]
    if (!word) {
      word = { text: this.#texts[at] as string, owner: this.#owners[at] as Owner, at }
      this.#words[at] = word
    }
    return word
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
