import { defineCollection } from 'astro/content/config'
import { contentLoader } from './catalogue/loader.ts'

/** Wiring only: fields are in `schemas/`, reading in `catalogue/`, and the entries reach pages by `catalogue/load.ts`. */
export const collections = { content: defineCollection({ loader: contentLoader() }) }
