import { beforeAll, describe, expect, it } from 'vitest'
import { Catalogue, type Entry, GRAPH_KINDS } from '../catalogue/catalogue.ts'
import { readContent } from '../catalogue/read.ts'
import { contentRoot } from '../catalogue/root.ts'
import { validate } from '../catalogue/validate.ts'
import { drawings, tileFor } from './tiles.ts'

let catalogue: Catalogue
let tied: Entry[]

beforeAll(async () => {
  catalogue = new Catalogue(validate(await readContent(contentRoot())).entries)
  tied = GRAPH_KINDS.filter((kind) => kind !== 'brand').flatMap((kind) => [...catalogue.list(kind)] as Entry[])
})

describe('the tile of an entry', () => {
  it('is always a drawing that is made, and each is made once', () => {
    const made = drawings(catalogue).map(({ id }) => `/tiles/${id}.svg`)
    expect(new Set(made).size).toBe(made.length)
    const shown = [...catalogue.list('brand'), ...tied].flatMap((entry) => tileFor(entry, catalogue)?.path ?? [])
    expect(shown.filter((path) => !made.includes(path))).toEqual([])
    expect(shown.length).toBeGreaterThan(150)
  })

  it('is not the same for all that belongs to a brand, and what is sent on is the brand’s own', () => {
    const brand = catalogue.get('brand', 'zhengan-guitar-craftsman')
    const tiles = catalogue.related(brand, 'story').flatMap((story) => tileFor(story, catalogue) ?? [])
    expect(new Set(tiles.map(({ path }) => path)).size).toBeGreaterThan(tiles.length / 2)
    expect(new Set(tiles.map(({ jpeg }) => jpeg))).toEqual(new Set([`/tiles/${brand.id}.jpg`]))
    expect(tileFor(brand, catalogue)?.path).toBe(`/tiles/${brand.id}.svg`)
  })

  it('is a drawing without script, style, text or outside references', () => {
    for (const { svg } of drawings(catalogue))
      expect(svg()).not.toMatch(/<(?:script|style|text|image)|https?:\/\/(?!www\.w3\.org)/)
  })
})
