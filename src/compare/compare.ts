import type { FigureText } from '../text/figure.ts'

/** The rows of a comparison, in the order in which an employer asks. */
export const COMPARE_ROWS = {
  place: '在哪里',
  steward: '责任单位',
  contact: '怎么联系',
  industry: '所属行业',
  field: '领域',
  series: '系列',
  trades: '工种与职业编码',
  workforce: '从业规模',
  training: '培训',
  market: '市场份额',
  benefit: '经济效益',
  distribution: '产业分布',
  targets: '目标',
  recognition: '认定与荣誉',
  certificates: '证书',
  checked: '核实于',
} as const

/** The name of a row. */
export type CompareRow = keyof typeof COMPARE_ROWS

/** One thing said in a cell. */
export interface CompareItem {
  text: string
  /** Address of ours that the text leads to, without base path; or an outside address. */
  path?: string
  /** For figures: what is counted, and how. */
  figure?: FigureText
  unit?: string
  label?: string
  kind?: 'actual' | 'target' | 'estimate'
  kindWord?: string
  basis?: string
  asOf?: string
  /** Of a target whose time is up. */
  isPast?: true
  /** The question that this and other items of the brand answer differently. */
  conflict?: string
  /** How sure the code in the text is, in words; only for codes that nobody has held against the final text. */
  codeNote?: string
  /** Numbers of the brand's sources that say so, from 1. */
  notes: number[]
}

/** A source of a dossier. */
export interface CompareSource {
  id: string
  path: string
  title: string
  publisher: string
  date: string
  locator: string
  url: string
}

/** A brand as the comparison knows it; published at `/compare/<id>.json`. */
export interface CompareBrand {
  id: string
  name: string
  path: string
  line: string
  tile: { path: string; alt: string }
  rows: Record<CompareRow, CompareItem[]>
  /** Offices that may know what is not published. */
  ask: string[]
  /** How many further sourced facts the row has on the brand's page. */
  more: Partial<Record<CompareRow, number>>
  sources: CompareSource[]
}

/** Why the figures of a row cannot simply be held against each other. */
export type Caution = 'label' | 'unit' | 'basis' | 'date' | 'kind'

/** The cautions in words. */
export const CAUTIONS: Readonly<Record<Caution, string>> = {
  label: '量的不是同一件事',
  unit: '单位不同',
  basis: '口径不同',
  date: '年份不同',
  kind: '性质不同（实绩、目标、估计）',
}

/**
 * What keeps the first figures of a row's cells from being compared: another indicator, unit, basis,
 * year or kind. Nothing for rows in which fewer than two brands have a figure.
 */
export function cautions(cells: ReadonlyArray<readonly CompareItem[]>): Caution[] {
  const leads = cells.flatMap((cell) => cell.find(({ figure }) => figure) ?? [])
  if (leads.length < 2) return []
  const differ = (read: (item: CompareItem) => string | undefined) =>
    new Set(leads.map((lead) => read(lead) ?? '')).size > 1
  const found: Array<[Caution, boolean]> = [
    ['label', differ(({ label }) => label)],
    ['unit', differ(({ unit }) => unit)],
    ['basis', differ(({ basis }) => basis)],
    ['date', differ(({ asOf }) => asOf?.slice(0, 4))],
    ['kind', differ(({ kind }) => kind)],
  ]
  return found.flatMap(([caution, is]) => (is ? [caution] : []))
}

/** Said beside figures on which sources disagree. */
export const DISPUTED = '几家说法不一'

/** The remark on the codes of a row, once for all of them; empty where none needs one. */
export const codeRemark = (items: readonly CompareItem[]): string =>
  [...new Set(items.flatMap(({ codeNote }) => (codeNote ? [`编码${codeNote}`] : [])))].join('；')

/**
 * The facts that a cell shows, about `most` of them in their order. Facts that disagree come together and whole:
 * some of them alone would pass for what is agreed.
 */
export function cellFacts<F extends { conflict?: string | undefined }>(facts: readonly F[], most: number): F[] {
  const shown = new Set<F>()
  for (const fact of facts) {
    if (shown.has(fact)) continue
    if (shown.size >= most) break
    shown.add(fact)
    if (fact.conflict) for (const other of facts) if (other.conflict === fact.conflict) shown.add(other)
  }
  return [...shown]
}

/** Said where nothing is published; never a zero. */
export const UNPUBLISHED = '暂无公开资料'

/** Marks of the brands in footnotes: 甲1 is the first source of the first brand. */
export const BRAND_MARKS = ['甲', '乙', '丙', '丁'] as const
