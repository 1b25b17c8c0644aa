import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { clauseAnchor } from '../text/clause.ts'

/** A numbered note at the foot of a page: one place in one source. */
export interface Note {
  number: number
  /** Anchor of the note; its first mark has the anchor `m…`. */
  id: string
  source: Entry<'source'>
  locator: string | undefined
  /** Number of the first note of the same source, where this is another place in it. */
  same: number | undefined
  /** Address of the clause in our digest, where the source is one of the two documents. */
  clausePath: string | undefined
  /** What a reader must know of the figures that are cited here and shown nowhere else with their basis. */
  remarks: string[]
}

/** The mark in the text that leads to a note. */
export interface Mark {
  number: number
  noteId: string
  /** Anchor for the way back; only the first mark of a note has one. */
  markId: string | undefined
  sourceId: string
}

/** How many sources a page cites, and at how many places: 共引用6份资料、19处。 */
export function countOf(notes: readonly Note[]): string {
  const sources = notes.filter(({ same }) => !same).length
  return `共引用${sources}份资料${sources < notes.length ? `、${notes.length}处` : ''}。`
}

/** Collects the notes of one page in the order in which the page cites them. */
export class Notes {
  readonly list: Note[] = []
  readonly #catalogue: Catalogue
  readonly #byKey = new Map<string, Note>()
  readonly #firstOf = new Map<string, number>()

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue
  }

  /** The mark for citing `source` at `locator`; the same place always gets the same number. */
  mark({ source, locator }: { source: string; locator?: string | undefined }): Mark {
    const key = `${source}\n${locator ?? ''}`
    let note = this.#byKey.get(key)
    const first = !note
    if (!note) {
      const number = this.list.length + 1
      note = {
        number,
        id: `n${number}`,
        source: this.#catalogue.get('source', source),
        locator,
        same: this.#firstOf.get(source),
        clausePath: this.#clausePath(source, locator),
        remarks: [],
      }
      this.#byKey.set(key, note)
      if (!note.same) this.#firstOf.set(source, number)
      this.list.push(note)
    }
    return { number: note.number, noteId: note.id, markId: first ? `m${note.number}` : undefined, sourceId: source }
  }

  /** Adds a remark to the note of a mark; said once however often it is cited. */
  remark({ number }: Mark, text: string): void {
    const { remarks } = this.list[number - 1] as Note
    if (!remarks.includes(text)) remarks.push(text)
  }

  /** The source behind a mark. */
  sourceOf({ number }: Mark): Entry<'source'> {
    return (this.list[number - 1] as Note).source
  }

  #clausePath(source: string, locator: string | undefined): string | undefined {
    const policy = this.#catalogue.find('policy', source)
    if (!policy || !locator) return undefined
    const anchor = clauseAnchor(locator)
    return policy.data.clauses.some((clause) => clause.id === anchor) ? `${policy.path}#${anchor}` : policy.path
  }
}
