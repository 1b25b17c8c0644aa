import type { Entry } from './catalogue.ts'

/** A name found in a text. */
export interface FoundName {
  start: number
  end: number
  entry: Entry
}

/** Names shorter than this would be found inside other words. */
const SHORTEST_NAME = 2

/** Names that begin alike. */
interface Names {
  /** Longest first. */
  lengths: number[]
  /** The first entry of each name. */
  entries: Map<string, Entry>
}

/**
 * Finds the names of entries in running text, longest name first, left to right.
 * Names are grouped by their first two characters and looked up whole, so the cost is that of walking the text once,
 * however many names there are.
 * A brand is known by its name only: its aliases are often everyday words (绣娘, 巾帼家政).
 */
export class NameFinder {
  readonly #byStart = new Map<string, Names>()

  /** The entries by address, to recognise links to them. */
  readonly byPath: ReadonlyMap<string, Entry>

  constructor(entries: readonly Entry[]) {
    this.byPath = new Map(entries.map((entry) => [entry.path, entry]))
    for (const entry of entries) {
      for (const name of namesOf(entry)) {
        if (name.length < SHORTEST_NAME) continue
        const start = name.slice(0, SHORTEST_NAME)
        const names: Names = this.#byStart.get(start) ?? { lengths: [], entries: new Map() }
        this.#byStart.set(start, names)
        if (!names.lengths.includes(name.length)) names.lengths.push(name.length)
        if (!names.entries.has(name)) names.entries.set(name, entry)
      }
    }
    for (const { lengths } of this.#byStart.values()) lengths.sort((a, b) => b - a)
  }

  /** Every occurrence in `text`, without overlaps. */
  *find(text: string): Generator<FoundName> {
    for (let at = 0; at < text.length - 1; ) {
      const hit = this.#at(text, at)
      if (hit) {
        yield hit
        at = hit.end
      } else at++
    }
  }

  #at(text: string, start: number): FoundName | undefined {
    const names = this.#byStart.get(text.slice(start, start + SHORTEST_NAME))
    for (const length of names?.lengths ?? []) {
      const name = text.slice(start, start + length)
      const entry = names?.entries.get(name)
      if (entry) return { start, end: start + name.length, entry }
    }
    return undefined
  }

  /** The different entries named in `text`. */
  findAll(text: string): Set<Entry> {
    const found = new Set<Entry>()
    for (const { entry } of this.find(text)) found.add(entry)
    return found
  }
}

function namesOf({ kind, name, data }: Entry): string[] {
  if (kind === 'story' || kind === 'policy' || kind === 'programme') return []
  const aliases = kind !== 'brand' && 'aliases' in data ? data.aliases : []
  return [name, ...aliases]
}
