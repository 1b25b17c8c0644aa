import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import {
  type CompareBrand,
  type CompareItem,
  type CompareRow,
  type CompareSource,
  cellFacts,
} from '../compare/compare.ts'
import { FIELDS, SERIES } from '../schemas/brand.ts'
import { CLAIM_KINDS, type Claim } from '../schemas/claim.ts'
import { CODE_STATUS } from '../schemas/training.ts'
import { longDate } from '../text/dates.ts'
import { figureOf } from '../text/figure.ts'
import { entryPath, PAGES } from '../urls/paths.ts'
import { conflicting, isPastTarget } from './claims.ts'
import { brandContact, officesToAsk } from './contact.ts'
import { type Mark, Notes } from './notes.ts'
import { byName, type PageMeta, regionLine } from './page.ts'
import { tileOf } from './tiles.ts'

/** A duty of whoever employs, with the clause it comes from. */
export interface DutyView {
  title: string
  text: string
  clause: { path: string; name: string }
}

/** The page that sets brands side by side. */
export interface ComparePage {
  meta: PageMeta
  brands: Array<Pick<Entry<'brand'>, 'name' | 'path'>>
  duties: DutyView[]
}

/** The document whose third part, fourth section, says what employers and brands must see to. */
const DUTIES = {
  policy: 'yl-2022-54',
  clauses: {
    '3-4-3': [
      '合同、社保和维权',
      '签书面劳动合同，可以用劳动合同示范文本；社会保险照规定缴；出了争议，帮劳动者依法维权。找家政，先问清是不是员工制企业。',
    ],
    '3-4-2': ['信用', '家政、建筑两个行业守信有激励、失信有惩戒。用工之前，先查对方的信用记录。'],
    '3-4-1': ['行业标准', '有行业标准的，活按标准验收。'],
  },
} as const

/** Everything the comparison shows before any brand is chosen. */
export function comparePage(catalogue: Catalogue): ComparePage {
  return {
    meta: {
      title: '并排比较：把备选品牌放在一起看',
      description:
        '最多四个劳务品牌并排看：工种和编码、从业规模、培训、认定、责任单位，每个数字带出处，可以打印成资料。',
      path: PAGES.compare,
      crumbs: [{ name: '首页', path: PAGES.home }, { name: '搜索', path: PAGES.find }, { name: '并排比较' }],
    },
    brands: [...catalogue.list('brand')].sort(byName),
    duties: dutiesOf(catalogue),
  }
}

/** The duties, as far as the catalogue has the clauses they come from. */
function dutiesOf(catalogue: Catalogue): DutyView[] {
  const policy = catalogue.find('policy', DUTIES.policy)
  if (!policy) return []
  return Object.entries(DUTIES.clauses).flatMap(([id, [title, text]]) => {
    const clause = policy.data.clauses.find((each) => each.id === id)
    const name = clause && `${policy.data.shortTitle} ${clause.number}`
    return name ? [{ title, text, clause: { path: `${policy.path}#${id}`, name } }] : []
  })
}

/** About so many facts stand in a cell, more where sources disagree; the brand's page has the others. */
const PER_CELL = 3

/** A brand as the comparison shows it. */
export function compareBrand(brand: Entry<'brand'>, catalogue: Catalogue): CompareBrand {
  const { data } = brand
  const notes = new Notes(catalogue)
  const numbers = (...marks: Mark[]) => [...new Set(marks.map(({ number }) => number))]
  const more: CompareBrand['more'] = {}
  const disputes = conflicting(data.claims)
  const claimsOf = (row: CompareRow, wanted: (claim: Claim) => boolean): CompareItem[] => {
    const all = data.claims.filter(wanted).toSorted(byWeight)
    const shown = cellFacts(all, PER_CELL)
    if (all.length > shown.length) more[row] = all.length - shown.length
    return shown.map((claim) => ({
      ...claimItem(claim, numbers(notes.mark(claim)), catalogue),
      ...(claim.conflict && disputes.has(claim.conflict) ? { conflict: claim.conflict } : {}),
    }))
  }
  const topic = (row: CompareRow & Claim['topic']) =>
    claimsOf(row, (claim) => claim.topic === row && claim.kind !== 'target')
  const { tile, rows } = {
    tile: tileOf(brand),
    rows: {
      place: [item(regionLine(catalogue, data.region)), ...(data.regionNote ? [item(data.regionNote)] : [])],
      industry: data.industry ? [item(data.industry)] : [],
      field: [item(data.field ? FIELDS[data.field] : '文件未归类')],
      series: [item(data.series ? SERIES[data.series] : '未列入系列')],
      trades: data.trades.map((own): CompareItem => {
        const trade = catalogue.get('trade', own.trade)
        const { code, codeStatus } = trade.data
        return {
          text: `${trade.name}${code ? `（${code}）` : ''}`,
          path: trade.path,
          ...(code && codeStatus === 'draft' ? { codeNote: CODE_STATUS.draft } : {}),
          notes: numbers(notes.mark(own)),
        }
      }),
      workforce: topic('workforce'),
      training: topic('training'),
      market: topic('market'),
      benefit: topic('benefit'),
      distribution: topic('distribution'),
      targets: claimsOf('targets', (claim) => claim.kind === 'target'),
      recognition: topic('recognition'),
      certificates: data.certificates.map((own): CompareItem => ({ text: own.name, notes: numbers(notes.mark(own)) })),
      steward: data.steward ? [{ text: data.steward.name, notes: numbers(notes.mark(data.steward)) }] : [],
      contact: brandContact(brand, catalogue, notes).map(
        ({ name, value, href, marks = [] }): CompareItem => ({
          text: `${name}：${value}`,
          ...(href ? { path: href } : {}),
          notes: numbers(...marks),
        }),
      ),
      checked: [item(longDate(data.checkedOn))],
    } satisfies Record<CompareRow, CompareItem[]>,
  }
  return {
    id: brand.id,
    name: brand.name,
    path: brand.path,
    line: data.summary,
    tile: { path: tile.path, alt: tile.alt },
    rows,
    ask: officesToAsk(brand),
    more,
    sources: notes.list.map(
      ({ source, locator = '' }): CompareSource => ({
        id: source.id,
        path: entryPath('source', source.id),
        title: source.data.title,
        publisher: source.data.publisher,
        date: source.data.date ?? '',
        locator,
        url: source.data.url ?? '',
      }),
    ),
  }
}

const item = (text: string): CompareItem => ({ text, notes: [] })

/** What leads a cell: the figures shown first on the page, then other figures, then the newest. */
function byWeight(a: Claim, b: Claim): number {
  const weight = (claim: Claim) => (claim.headline ? 2 : 0) + (claim.value === undefined ? 0 : 1)
  return weight(b) - weight(a) || (b.asOf ?? '').localeCompare(a.asOf ?? '')
}

function claimItem(claim: Claim, notes: number[], catalogue: Catalogue): CompareItem {
  const { text, label, unit, kind, basis, asOf } = claim
  const figure = figureOf(claim)
  return {
    text,
    kind,
    notes,
    ...(figure ? { figure, kindWord: CLAIM_KINDS[kind] } : {}),
    ...(figure && label ? { label } : {}),
    ...(figure && unit ? { unit } : {}),
    ...(figure && basis ? { basis } : {}),
    ...(figure && asOf ? { asOf } : {}),
    ...(figure && isPastTarget(claim, catalogue) ? { isPast: true } : {}),
  }
}
