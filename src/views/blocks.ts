import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import { LEADING_STATUS, ORGANISATION_ROLES } from '../schemas/organisation.ts'
import { CHAIN_STAGES } from '../schemas/place.ts'
import { LEVELS } from '../schemas/shared.ts'
import { longDate } from '../text/dates.ts'
import type { MilestoneView, RecordRow, StepView } from './brand.ts'
import { contactRows } from './contact.ts'
import type { PageContext } from './context.ts'
import type { PlainKind } from './entry.ts'
import { type Column, type GridView, gridOf } from './grid.ts'
import { overBadge } from './shown.ts'

/** A part of an entry's page that only some entries have; its form follows from what it holds. */
export interface Block {
  id: string
  title: string
  hint?: string
  rows?: RecordRow[]
  grid?: GridView
  steps?: StepView[]
  stops?: MilestoneView[]
}

/** What is particular to the entry: honours, results, stops, the list it is on, its chain. */
export function blocksOf(entry: Entry<PlainKind>, context: PageContext): Block[] {
  if (isKind(entry, 'figure')) return figureBlocks(entry, context)
  if (isKind(entry, 'event')) return eventBlocks(entry, context)
  if (isKind(entry, 'organisation')) return organisationBlocks(entry, context)
  return isKind(entry, 'place') ? placeBlocks(entry, context) : []
}

function gridBlock<T>(head: Omit<Block, 'grid'>, items: readonly T[], columns: ReadonlyArray<Column<T>>): Block[] {
  return items.length > 0 ? [{ ...head, grid: gridOf(items, columns) }] : []
}

function figureBlocks({ data }: Entry<'figure'>, { notes }: PageContext): Block[] {
  return gridBlock({ id: 'honours', title: '荣誉', hint: '照文件和公告写全称。' }, data.honours, [
    { name: '荣誉', cell: (item) => ({ text: item.name, marks: [notes.mark(item)] }) },
    { name: '年份', cell: ({ date }) => ({ text: date ? longDate(date) : '' }) },
    { name: '授予单位', cell: ({ grantor }) => ({ text: grantor ?? '' }) },
    { name: '文号', cell: ({ document }) => ({ text: document ?? '' }) },
  ])
}

function eventBlocks({ data }: Entry<'event'>, { catalogue, notes, linker }: PageContext): Block[] {
  const pathOf = (kind: 'figure' | 'organisation', id: string | undefined) => pathIfShown(catalogue, kind, id)
  const { call } = data
  return [
    ...(call
      ? [
          {
            id: 'call',
            title: '怎么参加',
            hint: '直接报给征集单位，本站不收稿、不收费。',
            rows: [
              {
                name: '截止',
                value: longDate(call.deadline),
                badge: overBadge(call.deadline, catalogue.today, '已截止'),
              },
              { name: '怎么报', value: call.how },
              ...contactRows(call.contact, notes),
            ],
          },
        ]
      : []),
    ...(data.stops.length > 0
      ? [
          {
            id: 'stops',
            title: '一站一站',
            stops: data.stops.map((stop) => ({
              date: stop.date,
              html: linker.text([stop.name, stop.text].filter(Boolean).join('：')),
              mark: notes.mark(stop),
            })),
          },
        ]
      : []),
    ...gridBlock({ id: 'results', title: '结果', hint: '照公布的名单写。' }, data.results, [
      { name: '奖项、称号', cell: (item) => ({ text: item.award, marks: [notes.mark(item)] }) },
      {
        name: '获得者',
        cell: ({ winner, figure, organisation }) => ({
          text: winner,
          path: pathOf('figure', figure) ?? pathOf('organisation', organisation),
        }),
      },
    ]),
  ]
}

/** The address of an entry that may have been taken down since it was named. */
const pathIfShown = (catalogue: Catalogue, kind: 'figure' | 'organisation', id: string | undefined) =>
  catalogue.list(kind).find((entry) => entry.id === id)?.path

function organisationBlocks({ data }: Entry<'organisation'>, { catalogue, notes }: PageContext): Block[] {
  return [
    ...gridBlock(
      { id: 'leading', title: '龙头企业认定', hint: '名单会变：调出的也写明。' },
      data.leading,
      leadingColumns(notes.mark.bind(notes)),
    ),
    ...gridBlock({ id: 'members', title: '成员', hint: data.shares }, data.members, [
      {
        name: '成员',
        cell: (item) => ({
          text: item.name,
          path: pathIfShown(catalogue, 'organisation', item.organisation),
          marks: [notes.mark(item)],
        }),
      },
    ]),
    ...(data.contact ? [{ id: 'contact', title: '联系', rows: contactRows(data.contact, notes) }] : []),
  ]
}

type Leading = Entry<'organisation'>['data']['leading'][number]

const leadingColumns = (mark: PageContext['notes']['mark']): Array<Column<Leading>> => [
  { name: '级别', cell: (item) => ({ text: LEVELS[item.level], marks: [mark(item)] }) },
  { name: '认定年份', cell: ({ year }) => ({ text: longDate(year) }) },
  {
    name: '现状',
    cell: ({ status, removedOn }) => ({
      text: removedOn ? `${LEADING_STATUS[status]}（${longDate(removedOn)}）` : LEADING_STATUS[status],
    }),
  },
]

/** All leading companies, for the list of organisations; `undefined` where none is published. */
export function leadingGrid(catalogue: Catalogue): GridView | undefined {
  const items = catalogue
    .list('organisation')
    .flatMap((organisation) => organisation.data.leading.map((item) => ({ organisation, ...item })))
  if (items.length === 0) return undefined
  return gridOf(items, [
    { name: '企业', cell: ({ organisation }) => ({ text: organisation.name, path: `${organisation.path}#leading` }) },
    { name: '级别', cell: ({ level }) => ({ text: LEVELS[level] }) },
    { name: '认定年份', cell: ({ year }) => ({ text: longDate(year) }) },
    { name: '现状', cell: ({ status }) => ({ text: LEADING_STATUS[status] }) },
  ])
}

/** Rows that say what an organisation is in the brand's work, and how to look it up. */
export function organisationRows({ data }: Entry<'organisation'>): RecordRow[] {
  return [
    ...(data.roles.length > 0
      ? [{ name: '作用', value: data.roles.map((role) => ORGANISATION_ROLES[role]).join('、') }]
      : []),
    ...(data.creditCode
      ? [
          {
            name: '统一社会信用代码',
            value: data.creditCode,
            note: '登记、处罚、名单等情况，请凭代码到国家企业信用信息公示系统查，本站不转抄。',
          },
        ]
      : []),
  ]
}

function placeBlocks({ data }: Entry<'place'>, { catalogue, notes, linker }: PageContext): Block[] {
  if (data.chain.length === 0) return []
  const order = Object.keys(CHAIN_STAGES)
  const chain = [...data.chain].sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
  return [
    {
      id: 'chain',
      title: '产业链',
      hint: '从上游的料，到下游的买家。',
      steps: chain.map((link) => {
        const names = link.organisations.map((id) => catalogue.get('organisation', id).name)
        return {
          name: `${CHAIN_STAGES[link.stage]}：${link.name}`,
          html: [link.text ? linker.text(link.text) : '', names.length > 0 ? linker.text(names.join('、')) : '']
            .filter(Boolean)
            .join('<br>'),
          note: undefined,
          mark: notes.mark(link),
        }
      }),
    },
  ]
}
