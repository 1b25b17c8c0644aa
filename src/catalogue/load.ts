import { Catalogue } from './catalogue.ts'
import { current } from './current.ts'
import { LEDGER_FILE, readLedger } from './ledger.ts'
import { publishDay } from './publication.ts'
import { readTop } from './read.ts'
import { REDIRECTS_FILE, type Redirects, readRedirects, resolveRedirects, withCompanions } from './redirects.ts'
import { contentRoot } from './root.ts'
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

/** Where former addresses of this build lead. */
export async function loadRedirects(): Promise<Redirects> {
  const { rows } = readRedirects(await readTop(contentRoot(), REDIRECTS_FILE))
  const ledger = readLedger(await readTop(contentRoot(), LEDGER_FILE))
  return resolveRedirects(current().entries, withCompanions(rows, ledger))
}
