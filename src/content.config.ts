import { defineCollection } from 'astro/content/config'
import { contentLoader } from './catalogue/loader.ts'
import { KINDS, type Kind } from './schemas/index.ts'

const collection = (kind: Kind) => defineCollection({ loader: contentLoader(kind) })

/** Wiring only: one collection per kind. Fields are in `schemas/`, reading in `catalogue/`. */
export const collections = Object.fromEntries(
  (Object.keys(KINDS) as Kind[]).map((kind) => [kind, collection(kind)]),
) as Record<Kind, ReturnType<typeof collection>>
