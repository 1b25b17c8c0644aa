import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { readContent } from '../../src/catalogue/read.ts'
import { contentRoot } from '../../src/catalogue/root.ts'
import { validate } from '../../src/catalogue/validate.ts'
import { cuesOf, finderData } from '../../src/views/finder.ts'
import { type BenchCatalogue, catalogueOf } from './catalogue.ts'
import { documentsOf } from './documents.ts'
import type { JudgedQuery } from './judging.ts'

const queries = JSON.parse(readFileSync('scripts/e2e/queries.json', 'utf8')) as JudgedQuery[]
let real: BenchCatalogue
let large: BenchCatalogue

beforeAll(async () => {
  const catalogue = new Catalogue(validate(await readContent(contentRoot())).entries)
  real = { ...finderData(catalogue), cues: cuesOf(catalogue) }
  large = catalogueOf(600, real, queries)
})

describe('a catalogue to measure with', () => {
  it('has the size asked for, the real brands first, and is the same every time', () => {
    expect(catalogueOf(15, real, queries).brands.map(({ name }) => name)).toEqual(
      real.brands.slice(0, 15).map(({ name }) => name),
    )
    expect(large.brands).toHaveLength(600)
    expect(large.brands.slice(0, real.brands.length)).toEqual(real.brands)
    expect(catalogueOf(600, real, queries)).toEqual(large)
  })

  it('points only at what is there', () => {
    const { brands, trades, regions, cues } = large
    expect(cues).toHaveLength(trades.length)
    expect(new Set(brands.map(({ id }) => id)).size).toBeGreaterThan(590)
    for (const { trades: own, region, parent } of brands) {
      expect(parent).toBeLessThan(brands.length)
      expect(regions[region]).toBeDefined()
      expect(own.every((at) => trades[at])).toBe(true)
    }
    for (const { parent } of [...trades, ...regions])
      expect(parent).toBeLessThan(Math.max(trades.length, regions.length))
    for (const { parent } of regions.slice(real.regions.length)) expect(parent).not.toBe(0)
  })

  it('invents nothing that a judged query asks for', () => {
    // What any brand may be called, and how anyone asks; not what it does.
    const common = /师傅|工匠|匠人|能手|传人|工坊|招工|培训|手工|师父|手艺/g
    const own = large.brands.slice(real.brands.length)
    const texts = [
      ...own.flatMap(({ name, words, terms }) => [name, ...words, ...terms]),
      ...large.trades.slice(real.trades.length).map(({ name }) => name),
      ...large.cues.slice(real.trades.length).flat(),
      ...large.regions.slice(real.regions.length).map(({ name }) => name),
    ].map((text) => text.replace(common, ' '))
    const pairs = new Set(texts.flatMap((text) => [...text].map((_, at) => text.slice(at, at + 2))))
    const singles = new Set(texts.join(''))
    const asked = queries.flatMap(({ q }) => {
      const text = q.replace(common, ' ')
      if (/^[\u4e00-\u9fff]$/.test(q)) return singles.has(q) ? [q] : []
      return [...text]
        .map((_, at) => text.slice(at, at + 2))
        .filter((pair) => /^[\u4e00-\u9fff]{2}$/.test(pair) && pairs.has(pair))
    })
    expect(asked).toEqual([])
  })

  it('gives the other engines all that ours is given', () => {
    const [document] = documentsOf(real)
    const brand = real.brands[0]
    expect(document).toMatchObject({ id: 0, name: brand?.name, words: brand?.words.join(' ') })
    for (const at of brand?.trades ?? []) {
      const trade = real.trades[at]
      for (const word of [trade?.name, ...(trade?.aliases ?? []), real.trades[trade?.parent ?? -1]?.name ?? '']) {
        expect(document?.trades).toContain(word)
      }
      for (const cue of real.cues[at] ?? []) expect(document?.cues).toContain(cue)
    }
    expect(document?.region).toContain(real.regions[brand?.region ?? -1]?.short)
    expect(document?.letters.split(' ')).toContain('zajtgj')
  })
})
