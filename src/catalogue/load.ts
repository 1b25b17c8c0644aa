import { getCollection } from 'astro:content'
import { KINDS, type Kind } from '../schemas/index.ts'
import { Catalogue } from './catalogue.ts'
import { preview } from './preview.ts'
import { publishDay } from './publication.ts'
import { readTop } from './read.ts'
import { REDIRECTS_FILE, type Redirects, readRedirects, resolveRedirects } from './redirects.ts'
import { contentRoot } from './root.ts'
import type { ValidEntry } from './validate.ts'

/** An entry as the loader stores it. */
type Stored = Pick<ValidEntry, 'data' | 'body' | 'photos'> & { order: number }

let loaded: Promise<Catalogue> | undefined
let previewed: { entries: readonly ValidEntry[]; catalogue: Catalogue } | undefined

/**
 * The catalogue of this build. The only place that asks Astro for content; made once per build, and in
 * development once per state of the content.
 */
export function loadCatalogue(): Promise<Catalogue> {
  if (import.meta.env.DEV) return Promise.resolve(previewCatalogue())
  loaded ??= build()
  return loaded
}

function previewCatalogue(): Catalogue {
  const { entries } = preview()
  if (previewed?.entries !== entries) previewed = { entries, catalogue: new Catalogue(entries, publishDay()) }
  return previewed.catalogue
}

/** Where former addresses of this build lead. */
export async function loadRedirects(): Promise<Redirects> {
  const entries = import.meta.env.DEV ? preview().entries : await storedEntries()
  return resolveRedirects(entries, readRedirects(await readTop(contentRoot(), REDIRECTS_FILE)).rows)
}

async function build(): Promise<Catalogue> {
  return new Catalogue(await storedEntries(), publishDay())
}

async function storedEntries(): Promise<ValidEntry[]> {
  const kinds = Object.keys(KINDS) as Kind[]
  const collections = await Promise.all(
    kinds.map(async (kind) => {
      const stored = (await getCollection(kind)).map(({ id, data }) => ({ kind, id, ...(data as Stored) }))
      // Astro gives entries by id; tables are in an order that means something.
      return stored.sort((a, b) => a.order - b.order)
    }),
  )
  return collections.flat()
}
