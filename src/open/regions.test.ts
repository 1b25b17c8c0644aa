import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Catalogue, keyOf } from '../catalogue/catalogue.ts'
import { readContent } from '../catalogue/read.ts'
import { validate } from '../catalogue/validate.ts'
import { type OpenFile, openFiles } from '../views/open.ts'

/** The files of regions, made of the real content. */
const { entries, problems } = validate(await readContent(resolve('content')))
const catalogue = new Catalogue(entries)
const files = openFiles(catalogue, 'https://s.example').filter(({ file }) => file.startsWith('regions/'))
const textOf = (all: readonly OpenFile[], name: string): string =>
  [...(all.find(({ file }) => file === name)?.parts() ?? ['null'])].join('')
const read = (id: string) =>
  JSON.parse(textOf(files, `regions/${id}.json`)) as {
    below: string[]
    tables: Record<string, Array<{ id: string; entry?: string }>>
  }
const idsIn = ({ tables }: ReturnType<typeof read>) =>
  Object.entries(tables).flatMap(([table, rows]) => (table === 'claims' ? [] : rows.map(({ id }) => `${table}/${id}`)))

describe('the data of regions', () => {
  it('holds, all files together, every entry that has a place', () => {
    expect(problems).toEqual([])
    const tops = catalogue.list('region').filter(({ data }) => data.parent === undefined)
    const placed = new Set(tops.flatMap(({ id }) => catalogue.inRegion(id)))
    const found = new Set(catalogue.list('region').flatMap(({ id }) => (read(id) ? idsIn(read(id)) : [])))
    expect(placed.size).toBeGreaterThan(100)
    expect(found.size).toBe(placed.size)
  })

  it('repeats nothing that stands in the file of a place below', () => {
    for (const { file } of files) {
      const own = read(file.slice('regions/'.length, -'.json'.length))
      const below = own.below.map((address) => read(/([^/]+)\.json$/.exec(address)?.[1] ?? ''))
      expect(below.every(Boolean), file).toBe(true)
      const lower = new Set(below.flatMap(idsIn))
      expect(
        idsIn(own).filter((id) => lower.has(id)),
        file,
      ).toEqual([])
    }
  })

  it('brings the claims of its entries, and the entries as the tables have them', () => {
    const { tables } = read('zhengan')
    const brands = JSON.parse(textOf(openFiles(catalogue, 'https://s.example'), 'brands.json')) as Array<{ id: string }>
    expect(tables.brands).toEqual(brands.filter(({ id }) => tables.brands?.some((row) => row.id === id)))
    const claims = catalogue
      .inRegion('zhengan')
      .flatMap((entry) => ('claims' in entry.data ? entry.data.claims.map(() => keyOf(entry)) : []))
    expect(tables.claims?.map(({ entry }) => entry).sort()).toEqual(claims.sort())
  })
})
