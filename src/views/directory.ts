import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import { FIELDS, MATURITY } from '../schemas/brand.ts'
import { CLAIM_TOPICS, type Claim } from '../schemas/claim.ts'
import { LEVELS } from '../schemas/shared.ts'
import { longDate } from '../text/dates.ts'
import { listPath, PAGES } from '../urls/paths.ts'
import { type ClaimView, claimView } from './claims.ts'
import { officesToAsk } from './contact.ts'
import { type Cell, type Column, type GridView, gridOf } from './grid.ts'
import { Linker } from './linker.ts'
import { type Note, Notes } from './notes.ts'
import { oncePer } from './once.ts'
import { LIST_NAMES, type PageMeta, type Paging, pageAddress, pagingOf, regionLine } from './page.ts'
import { staleBadge } from './shown.ts'

/** The 指导目录 of 贵州实施意见 二（七）: every brand as one row. */
export interface DirectoryPage {
  meta: PageMeta
  grid: GridView
  total: number
  /** Which page of a long table this is; absent when there is only one. */
  paging: Paging | undefined
  /** Columns that no brand fills yet; they are named below the table instead of standing empty. */
  unfilled: string[]
  notes: Note[]
}

/** Rows of one page of the table. */
const ROWS = 96

const codeOf = (brand: Entry<'brand'>, catalogue: Catalogue) =>
  catalogue.get('region', brand.data.region).data.code ?? ''

/** Brands by division code. */
const brandsByCode = oncePer((catalogue: Catalogue): readonly Entry<'brand'>[] => {
  const code = (brand: Entry<'brand'>) => codeOf(brand, catalogue)
  return catalogue.list('brand').toSorted((a, b) => code(a).localeCompare(code(b)))
})

/** How many pages the directory has. */
export const directoryPages = (catalogue: Catalogue): number =>
  Math.max(1, Math.ceil(catalogue.list('brand').length / ROWS))

/** Everything a page of the directory shows, by division code. */
export function directoryPage(catalogue: Catalogue, base: string, number = 1): DirectoryPage {
  const notes = new Notes(catalogue)
  const code = (brand: Entry<'brand'>) => codeOf(brand, catalogue)
  const all = brandsByCode(catalogue)
  const brands = all.slice((number - 1) * ROWS, number * ROWS)
  const paging = pagingOf(PAGES.directory, number, directoryPages(catalogue))
  const figure = (topic: Claim['topic']) => (brand: Entry<'brand'>) => {
    const claim = claimFor(topic, brand.data.claims)
    return claim ? { claim: claimOf(claim, brand), detail: claim.conflict ? '几家说法不一，见品牌页' : undefined } : {}
  }
  // Figures are read here, not followed: names inside them are not linked.
  const claimOf = (claim: Claim, brand: Entry<'brand'>): ClaimView =>
    claimView(claim, { catalogue, notes, linker: new Linker(brand, catalogue, base) })
  const columns: Array<Column<Entry<'brand'>>> = [
    { name: '品牌', sort: true, cell: ({ name, path }) => ({ text: name, path }) },
    {
      name: '地区',
      sort: true,
      cell: (brand) => ({
        text: regionLine(catalogue, brand.data.region),
        path: `${listPath('region')}${brand.data.region}/`,
        order: code(brand),
      }),
    },
    { name: '所属行业', sort: true, cell: ({ data }) => ({ text: data.industry ?? '' }) },
    { name: '领域', sort: true, cell: ({ data }) => ({ text: data.field ? FIELDS[data.field] : '文件未归类' }) },
    {
      name: '成熟度',
      sort: true,
      cell: ({ data: { maturity } }) =>
        maturity
          ? {
              text: MATURITY[maturity.stage],
              order: String(Object.keys(MATURITY).indexOf(maturity.stage)),
              marks: [notes.mark(maturity)],
            }
          : {},
    },
    { name: '认定', sort: true, cell: ({ data }) => recognitionCell(data, notes) },
    { name: '产业分布', cell: figure('distribution') },
    { name: '从业规模', cell: figure('workforce') },
    { name: '市场份额', cell: figure('market') },
    { name: '经济效益', cell: figure('benefit') },
    {
      name: '责任单位',
      cell: (brand) => {
        const { steward } = brand.data
        if (steward) return { text: steward.name, marks: [notes.mark(steward)] }
        return { text: '', detail: `可以先问${officesToAsk(brand).join('、')}` }
      },
    },
    { name: '维护单位', sort: true, cell: ({ data }) => ({ text: data.maintainer ?? '' }) },
    {
      name: '核实于',
      sort: true,
      cell: ({ data: { checkedOn } }) => ({
        date: checkedOn,
        order: checkedOn,
        badge: staleBadge(checkedOn, catalogue.today),
      }),
    },
  ]
  const grid = gridOf(brands, columns)
  const kept = new Set(grid.columns.map(({ name }) => name))
  return {
    meta: {
      title: `劳务品牌总表${paging && number > 1 ? `，第${number}页` : ''}`,
      description: `${paging && number > 1 ? `第${number}页：` : ''}${all.length}个劳务品牌列成一张表：行业、领域、从业规模、经济效益、责任单位和核实日期，可以排序、打印。`,
      path: pageAddress(PAGES.directory, number),
      crumbs: [
        { name: '首页', path: PAGES.home },
        { name: LIST_NAMES.brand, path: listPath('brand') },
        { name: '品牌总表' },
      ],
    },
    grid,
    total: all.length,
    paging,
    unfilled: columns.map(({ name }) => name).filter((name) => !kept.has(name)),
    notes: notes.list,
  }
}

function recognitionCell({ recognitions }: Entry<'brand'>['data'], notes: Notes): Cell {
  const [first] = recognitions
  if (!first) return {}
  const order = String(Object.keys(LEVELS).indexOf(first.level))
  return {
    text: recognitions
      .map(({ level, year, batch }) => [LEVELS[level], longDate(year), batch].filter(Boolean).join('，'))
      .join('；'),
    order: `${order} ${first.year}`,
    marks: recognitions.map((item) => notes.mark(item)),
  }
}

/**
 * What a column may show. A topic takes in more than its column asks: 经济效益 also has what was produced, 市场份额
 * also what was sold, and such a number under the column's name would be read as money, or as a share.
 */
const FITS: Partial<Record<Claim['topic'], (claim: Claim) => boolean>> = {
  market: ({ unit, text }) => unit === '%' || /占|份额|分之/.test(text),
  benefit: ({ unit = '' }) => unit.endsWith('元'),
}

/**
 * The claim that stands for a topic: one that uses the column's own word first; a result before an estimate before
 * a target, figures, what the brand puts in front, and the newest first. None where none fits the column.
 */
export function claimFor(topic: Claim['topic'], claims: readonly Claim[]): Claim | undefined {
  const rank = ({ kind, value, headline, label = '' }: Claim) =>
    (label.includes(CLAIM_TOPICS[topic]) ? 0 : 16) +
    (value === undefined ? 8 : 0) +
    { actual: 0, estimate: 2, target: 4 }[kind] +
    (headline ? 0 : 1)
  const fits = FITS[topic] ?? (() => true)
  return claims
    .filter((claim) => claim.topic === topic && fits(claim))
    .sort((a, b) => rank(a) - rank(b) || (b.asOf ?? '').localeCompare(a.asOf ?? ''))[0]
}
