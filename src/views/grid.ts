import type { ClaimView } from './claims.ts'
import type { Mark } from './notes.ts'
import type { BadgeView } from './shown.ts'

/** One cell of a table. Without text and claim it is blank, and the page says so in words. */
export interface Cell {
  text?: string
  /** Address of ours. */
  path?: string | undefined
  claim?: ClaimView | undefined
  /** A calendar date, as precise as known. */
  date?: string
  /** A second line. */
  detail?: string | undefined
  badge?: BadgeView | undefined
  marks?: Mark[]
  /** What the column is sorted by, where the words will not do. */
  order?: string
}

/** A column as it is asked for: its name, whether readers may sort by it, and what stands in it. */
export interface Column<T> {
  name: string
  sort?: boolean
  cell(item: T): Cell
}

/** A table as a page shows it. The first cell of a row is its heading. */
export interface GridView {
  columns: Array<{ name: string; sort: boolean }>
  rows: Cell[][]
}

const isBlank = ({ text, date, claim }: Cell): boolean => !text && !date && !claim

/** Lays out a table. A column in which every cell is blank is left out: blank columns say nothing. */
export function gridOf<T>(items: readonly T[], columns: ReadonlyArray<Column<T>>): GridView {
  const all = columns.map((column) => ({ column, cells: items.map((item) => column.cell(item)) }))
  const kept = all.filter(({ cells }) => !cells.every(isBlank))
  return {
    columns: kept.map(({ column }) => ({ name: column.name, sort: column.sort ?? false })),
    rows: items.map((_, index) => kept.map(({ cells }) => cells[index] as Cell)),
  }
}
