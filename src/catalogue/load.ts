import { Catalogue } from './catalogue.ts'
import { current } from './current.ts'
import { publishDay } from './publication.ts'
import type { ValidEntry } from './validate.ts'

let loaded: { entries: readonly ValidEntry[]; catalogue: Catalogue } | undefined

/**
 * The catalogue of what the loader read last: made once per build, and in development once per state of the
 * content. The only way from the content to the pages.
 */
export async function loadCatalogue(): Promise<Catalogue> {
  const { entries } = current()
  if (loaded?.entries !== entries) loaded = { entries, catalogue: new Catalogue(entries, publishDay()) }
  return loaded.catalogue
}
