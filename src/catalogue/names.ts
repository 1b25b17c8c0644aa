import type { Entry } from './catalogue.ts'

/** A name found in a text. */
export interface FoundName {
  start: number
  end: number
  entry: Entry
}

/** Names shorter than this would be found inside other words. */
const SHORTEST_NAME = 2

/**
 * Finds the names of entries in running text, longest name first, left to right.
 * Names are grouped by their first two characters, so the cost is that of walking the text once.
 * A brand is known by its name only: its aliases are often everyday words (绣娘, 巾帼家政).
 */
export class NameFinder {
  readonly #byStart = new Map<string, Array<{ name: string; entry: Entry }>>()

  /** The entries by address, to recognise links to them. */
  readonly byPath: ReadonlyMap<string, Entry>

  constructor(entries: readonly Entry[]) {
    this.byPath = new Map(entries.map((entry) => [entry.path, entry]))
    for (const entry of entries) {
      for (const name of namesOf(entry)) {
        if (name.length < SHORTEST_NAME) continue
        const start = name.slice(0, SHORTEST_NAME)
        const list = this.#byStart.get(start) ?? []
        this.#byStart.set(start, list)
        list.push({ name, entry })
      }
    }
    for (const list of this.#byStart.values()) list.sort((a, b) => b.name.length - a.name.length)
  }

  /** Every occurrence in `text`, without overlaps. */
  *find(text: string): Generator<FoundName> {
    for (let at = 0; at < text.length - 1; ) {
      const hit = this.#byStart.get(text.slice(at, at + SHORTEST_NAME))?.find(({ name }) => text.startsWith(name, at))
      if (hit) {
        yield { start: at, end: at + hit.name.length, entry: hit.entry }
        at += hit.name.length
      } else at++
    }
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
