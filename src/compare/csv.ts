import { joinFigure } from '../text/figure.ts'
import { sourceTitle } from '../text/titles.ts'
import {
  COMPARE_ROWS,
  type CompareBrand,
  type CompareItem,
  type CompareRow,
  codeRemark,
  DISPUTED,
  UNPUBLISHED,
} from './compare.ts'

/** The comparison as rows of a table: one line per thing said, so that every figure keeps its source. */
export function compareTable(brands: readonly CompareBrand[]): string[][] {
  const header = [
    '品牌',
    '项目',
    '内容',
    '指标',
    '数值',
    '性质',
    '口径',
    '截至',
    '来源',
    '来源日期',
    '来源位置',
    '来源网址',
    '说明',
  ]
  const lines = brands.flatMap((brand) =>
    (Object.keys(COMPARE_ROWS) as CompareRow[]).flatMap((row) => {
      const items = brand.rows[row]
      if (items.length === 0) return [[brand.name, COMPARE_ROWS[row], blankOf(row, brand), ...Array(10).fill('')]]
      return items.map((item) => [brand.name, COMPARE_ROWS[row], ...itemCells(item, brand)])
    }),
  )
  return [header, ...lines]
}

/** What a cell without anything says; where nobody is published to be called, who may know. */
const blankOf = (row: CompareRow, { ask }: CompareBrand): string =>
  row === 'contact' ? `${UNPUBLISHED}，可以问：${ask.join('、')}` : UNPUBLISHED

function itemCells(item: CompareItem, { sources }: CompareBrand): string[] {
  const source = sources[(item.notes[0] ?? 0) - 1]
  return [
    item.text,
    item.label ?? '',
    item.figure ? joinFigure(item.figure) : '',
    item.kindWord ?? '',
    item.basis ?? '',
    item.asOf ?? '',
    source ? source.publisher + sourceTitle(source.title) : '',
    source?.date ?? '',
    source?.locator ?? '',
    source?.url ?? '',
    item.conflict ? DISPUTED : codeRemark([item]),
  ]
}
