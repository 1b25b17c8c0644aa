import { type Catalogue, type Entry, keyOf } from '../catalogue/catalogue.ts'
import { type Dataset, tableName } from './data.ts'
import type { Row } from './rows.ts'

/** Rows of tables by what they are found by. */
export interface RowFinder {
  /** The row of an entry. */
  row(entry: Entry): Row | undefined
  /** The claims of an entry. */
  claims(entry: Entry): readonly Row[]
}

/** Opens tables for looking up single rows. */
export function rowFinder(tables: readonly Dataset[]): RowFinder {
  const byTable = new Map(tables.map(({ name, rows }) => [name, new Map(rows.map((row) => [row.id, row]))]))
  const claims = Map.groupBy(tables.find(({ name }) => name === 'claims')?.rows ?? [], ({ entry }) => entry)
  return {
    row: (entry) => byTable.get(tableName(entry.kind))?.get(entry.id),
    claims: (entry) => claims.get(keyOf(entry)) ?? [],
  }
}

/**
 * The rows that belong to a region itself, by table. What belongs to a place below it stands with that place, so a file
 * stays as small as what one place has, and the files of all regions together hold each entry that has a place.
 */
export function regionRows(region: Entry<'region'>, catalogue: Catalogue, finder: RowFinder): Record<string, Row[]> {
  const below = new Set(catalogue.subregions(region.id).flatMap(({ id }) => catalogue.inRegion(id)))
  const tables: Record<string, Row[]> = {}
  const claims: Row[] = []
  for (const entry of catalogue.inRegion(region.id)) {
    const row = below.has(entry) ? undefined : finder.row(entry)
    if (!row) continue
    const name = tableName(entry.kind)
    tables[name] ??= []
    tables[name].push(row)
    claims.push(...finder.claims(entry))
  }
  return claims.length > 0 ? { ...tables, claims } : tables
}
