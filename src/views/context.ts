import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { Linker } from './linker.ts'
import { Notes } from './notes.ts'

/** What the views of one entry's page share while it is put together, in reading order. */
export interface PageContext {
  catalogue: Catalogue
  notes: Notes
  linker: Linker
  base: string
}

/** A fresh context for the page of `entry`. */
export function pageContext(entry: Entry, catalogue: Catalogue, base: string): PageContext {
  return { catalogue, notes: new Notes(catalogue), linker: new Linker(entry, catalogue, base), base }
}
