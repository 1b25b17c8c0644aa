import { Catalogue } from './catalogue.ts'
import { current } from './current.ts'
import { publishDay } from './publication.ts'
import { readTop } from './read.ts'
import { REDIRECTS_FILE, type Redirects, readRedirects, resolveRedirects } from './redirects.ts'
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
  return resolveRedirects(current().entries, readRedirects(await readTop(contentRoot(), REDIRECTS_FILE)).rows)
}
