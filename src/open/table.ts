import { toCsv } from '../text/csv.ts'
import type { Row } from './rows.ts'
import type { JsonSchema, Words } from './schema.ts'

/** A column of a published table. */
export interface Column {
  /** The field of the JSON row. */
  key: string
  /** The head of the column, in Chinese: the table is for people with a spreadsheet. */
  name: string
  type: 'string' | 'number' | 'boolean'
  description: string | undefined
  /** Printed instead of the keys of a vocabulary. */
  words: Words
}

/** Between the values of one cell. */
const SEPARATOR = '；'

/** The fields of a row that fit a cell: plain values, and lists of them. Nested records are in the JSON only. */
export const columnsOf = ({ properties = {} }: JsonSchema): Column[] =>
  Object.entries(properties).flatMap(([key, { type, items, title = key, description, 'x-words': own }]) => {
    // A whole number is a number in a table.
    const cell = type === 'array' && items?.type === 'string' ? 'string' : type === 'integer' ? 'number' : type
    if (cell !== 'string' && cell !== 'number' && cell !== 'boolean') return []
    return [{ key, name: title, type: cell, description, words: own ?? items?.['x-words'] ?? {} }]
  })

/** Rows in one piece of a file: a whole table of a large catalogue as one text takes several times its size of memory. */
const TOGETHER = 500

/** Rows as CSV. */
export const csvOf = (rows: readonly Row[], columns: readonly Column[]): string =>
  toCsv([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ key, words }) => cell(row[key], words)))])

function cell(value: unknown, words: Words): string | number {
  if (typeof value === 'number') return value
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return values.map((each) => words[String(each)] ?? String(each)).join(SEPARATOR)
}

/** Rows as NDJSON, one per line, in pieces. */
export function* ndjsonOf(rows: readonly Row[]): Generator<string> {
  for (let at = 0; at < rows.length; at += TOGETHER)
    yield rows
      .slice(at, at + TOGETHER)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join('')
}

/** Rows as a JSON array, in pieces. */
export function* jsonOf(rows: readonly Row[]): Generator<string> {
  yield '['
  for (let at = 0; at < rows.length; at += TOGETHER) {
    const piece = rows.slice(at, at + TOGETHER).map((row) => JSON.stringify(row))
    yield (at === 0 ? '' : ',') + piece.join(',')
  }
  yield ']'
}
