import type { Catalogue, Entry } from '../catalogue/catalogue.ts'
import type { Contact } from '../schemas/contact.ts'
import { KINDS, type RecordKind } from '../schemas/index.ts'
import { type FieldSchema, inputSchema } from '../schemas/references.ts'
import { toCsv } from '../text/csv.ts'
import { longDate } from '../text/dates.ts'
import { anchorOf, listPath, PAGES, SECTIONS } from '../urls/paths.ts'
import type { RecordRow } from './brand.ts'
import { type ChangeView, changesOf } from './changes.ts'
import { contactRows } from './contact.ts'
import { type Mark, type Note, Notes } from './notes.ts'
import type { PageMeta } from './page.ts'
import { overBadge, type Shown, shownUntil, staleBadge } from './shown.ts'

/**
 * A room: the page of one small list, or of a few that belong together. A room without entries is
 * not built; its first entry opens it. Nothing here knows the fields of a kind: they are printed in
 * the order of the schema, under the titles of the schema.
 */
interface Room {
  kinds: readonly RecordKind[]
  title: string
  lead: string
  /** How to read one kind of record, where several share the page or care is needed. */
  hints?: Partial<Record<RecordKind, string>>
  /** Offered as a table to download. */
  csv?: boolean
  /** Records leave the page when they expire. */
  dropExpired?: boolean
  /** Said on the page whatever it holds. */
  statement?: { text: string; link?: { name: string; href: string } }
}

/** All rooms, in the order in which they are listed. */
export const ROOMS: readonly Room[] = [
  {
    kinds: ['training'],
    title: '培训清单',
    lead: '公开发布的培训项目：学什么、谁来教、发什么证、有没有补贴、哪天截止。报名请找培训单位，本站不收报名。',
    csv: true,
  },
  {
    kinds: ['sharing'],
    title: '共享用工',
    lead: '单位之间调剂用工：谁缺人，谁有富余。只收单位发布、走官方渠道的，过期自动撤下。',
    dropExpired: true,
  },
  {
    kinds: ['commitment', 'evaluation', 'listing'],
    title: '诚信',
    lead: '单位公开作出的承诺，公布过的评价，两个名单。只写单位，不写个人。',
    hints: {
      commitment: '全文照录，一字不改。',
      evaluation: '过了有效期的，标明已过期。',
      listing: '写明认定单位、文号、列入和移出的日子。',
    },
    statement: {
      text: '没有列在这里，只说明本站未收录，不说明这家单位守信或失信。要查一家单位，请到官方系统按名称或统一社会信用代码查。',
      link: { name: '国家企业信用信息公示系统（离开本站）', href: 'https://www.gsxt.gov.cn/' },
    },
  },
  {
    kinds: ['standard'],
    title: '标准',
    lead: '这些活儿照什么标准做、照什么标准考。标准号、级别、状态照公布的写，用前请核对正式文本。',
  },
  {
    kinds: ['support'],
    title: '政策怎么办',
    lead: '给什么、给谁、凭哪一条、到哪里办。本站不受理申请，办事请找列出的单位。',
  },
  {
    kinds: ['project'],
    title: '项目',
    lead: '公开遴选或推介过的特色项目、创业项目、示范课程和专业。',
  },
  {
    kinds: ['certificate'],
    title: '证书',
    lead: '做这行能考什么证，谁来发。',
  },
  {
    kinds: ['channel'],
    title: '可到哪里干活',
    lead: '劳务协作站、协作协议、定向输出：从哪里出发，到哪里干活，找谁问。',
  },
]

/** One record as its page shows it. */
export interface RecordView {
  anchor: string
  name: string
  rows: RecordRow[]
  note: string | undefined
  mark: Mark
  changes: ChangeView[]
  /** On a page whose records leave when they expire. */
  shown: Shown | undefined
}

/** The page of a room. */
export interface RoomPage {
  meta: PageMeta
  title: string
  lead: string
  statement: Room['statement']
  sections: Array<{ id: string; title: string; hint: string | undefined; records: RecordView[] }>
  /** Address of the table to download, if there is one. */
  csvPath: string | undefined
  notes: Note[]
}

/** First part of a room's address. */
export const roomSection = (room: Room): string => SECTIONS[room.kinds[0] as RecordKind]

const roomPath = (room: Room): string => listPath(room.kinds[0] as RecordKind)

const entriesOf = (room: Room, catalogue: Catalogue): Entry<RecordKind>[] =>
  room.kinds.flatMap((kind) => catalogue.list(kind) as Entry<RecordKind>[])

/** The rooms that hold anything: the only ones that are built and linked. */
export const openRooms = (catalogue: Catalogue): Room[] => ROOMS.filter((room) => entriesOf(room, catalogue).length > 0)

/** Links to the rooms that are open, for the site map and other lists of pages. */
export const roomLinks = (catalogue: Catalogue): Array<{ name: string; path: string }> =>
  openRooms(catalogue).map((room) => ({ name: room.title, path: roomPath(room) }))

/** Everything the page of a room shows. */
export function roomPage(room: Room, catalogue: Catalogue): RoomPage {
  const notes = new Notes(catalogue)
  const total = entriesOf(room, catalogue).length
  return {
    meta: {
      title: room.title,
      description: `${room.lead}共${total}条。`,
      path: roomPath(room),
      crumbs: [{ name: '首页', path: PAGES.home }, { name: room.title }],
    },
    title: room.title,
    lead: room.lead,
    statement: room.statement,
    sections: room.kinds.flatMap((kind) => {
      const records = (catalogue.list(kind) as Entry<RecordKind>[]).map((entry) =>
        recordView(entry, room, catalogue, notes),
      )
      return records.length > 0 ? [{ id: kind, title: KINDS[kind].label, hint: room.hints?.[kind], records }] : []
    }),
    csvPath: room.csv ? `${roomPath(room)}list.csv` : undefined,
    notes: notes.list,
  }
}

/** Fields that have a place of their own, outside the rows. */
const APART = new Set(['id', 'name', 'note', 'source', 'locator', 'history'])

function recordView(entry: Entry<RecordKind>, room: Room, catalogue: Catalogue, notes: Notes): RecordView {
  const { data } = entry
  // The record's own source is cited first: its mark stands at the name.
  const mark = notes.mark(data)
  const until = expiryOf(entry)
  return {
    anchor: anchorOf(entry.kind, entry.id),
    name: entry.name,
    rows: fieldsOf(entry).flatMap(([, schema, value]) => rowsOf(schema, value, catalogue, notes)),
    note: data.note,
    mark,
    changes: changesOf(entry),
    shown: room.dropExpired && until ? shownUntil(until, catalogue.today) : undefined,
  }
}

/** The day until which a record holds, for kinds that have one. */
const expiryOf = (entry: Entry<RecordKind>): string | undefined =>
  fieldsOf(entry).find(([, schema]) => schema.expires)?.[2] as string | undefined

/** The fields of a record that are filled in, with their schemas, in the order of the schema. */
function fieldsOf({ kind, data }: Entry<RecordKind>): Array<[key: string, schema: FieldSchema, value: unknown]> {
  const values = data as Record<string, unknown>
  return Object.entries(inputSchema(kind).properties ?? {})
    .filter(([key]) => !APART.has(key))
    .map(([key, schema]): [string, FieldSchema, unknown] => [key, schema, values[key]])
    .filter(([, , value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
}

function rowsOf(schema: FieldSchema, value: unknown, catalogue: Catalogue, notes: Notes): RecordRow[] {
  const name = schema.title ?? ''
  if (schema.properties?.phone) return contactRows(value as Contact, notes)
  const kind = schema.ref ?? schema.items?.ref
  if (kind) {
    const links = [value].flat().map((id) => {
      const { name, path } = catalogue.get(kind, id as string)
      return { name, path }
    })
    return [{ name, value: links.map((link) => link.name).join('、'), links }]
  }
  if (Array.isArray(value)) return [{ name, value: value.join('\n'), lines: value as string[] }]
  const row: RecordRow = { name, value: textOf(schema, value) }
  const day = value as string
  if (schema.expires) row.badge = overBadge(day, catalogue.today, '已过期')
  if (schema.stale) row.badge = staleBadge(day, catalogue.today)
  return [row]
}

function textOf(schema: FieldSchema, value: unknown): string {
  if (schema.labels) return schema.labels[value as string] ?? ''
  return schema.date ? longDate(value as string) : String(value)
}

/** A room as a table for spreadsheets: the titles of the fields, then one line per record. */
export function roomCsv(room: Room, catalogue: Catalogue): string {
  const [kind] = room.kinds as [RecordKind]
  const fields = Object.entries(inputSchema(kind).properties ?? {}).filter(
    ([key]) => !['locator', 'history'].includes(key),
  )
  const lines = (catalogue.list(kind) as Entry<RecordKind>[]).map((entry) =>
    fields.map(([key, schema]) => {
      const value = (entry.data as Record<string, unknown>)[key]
      if (value === undefined) return ''
      const list = [value].flat()
      const { ref } = schema.ref ? schema : (schema.items ?? {})
      if (ref) return list.map((id) => catalogue.get(ref, id as string).name).join('、')
      return schema.labels ? textOf(schema, value) : list.map(String).join(' ')
    }),
  )
  return toCsv([fields.map(([, schema]) => schema.title ?? ''), ...lines])
}
