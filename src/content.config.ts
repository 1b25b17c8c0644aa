import { defineCollection } from 'astro/content/config'
import { contentLoader } from './catalogue/loader.ts'

/** Wiring only: one collection per kind. Fields are in `schemas/`, reading in `catalogue/`. */
export const collections = {
  brand: defineCollection({ loader: contentLoader('brand') }),
  figure: defineCollection({ loader: contentLoader('figure') }),
  event: defineCollection({ loader: contentLoader('event') }),
  story: defineCollection({ loader: contentLoader('story') }),
  place: defineCollection({ loader: contentLoader('place') }),
  organisation: defineCollection({ loader: contentLoader('organisation') }),
  policy: defineCollection({ loader: contentLoader('policy') }),
  programme: defineCollection({ loader: contentLoader('programme') }),
  source: defineCollection({ loader: contentLoader('source') }),
  trade: defineCollection({ loader: contentLoader('trade') }),
  region: defineCollection({ loader: contentLoader('region') }),
}
