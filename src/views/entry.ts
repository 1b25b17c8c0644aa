import { type Catalogue, type Entry, type GraphKind, isKind } from '../catalogue/catalogue.ts'
import type { Claim } from '../schemas/claim.ts'
import { EVENT_TYPES } from '../schemas/event.ts'
import { FIGURE_ROLES } from '../schemas/figure.ts'
import { KINDS, RECORD_KINDS, type RecordKind } from '../schemas/index.ts'
import { ORGANISATION_KINDS } from '../schemas/organisation.ts'
import { PLACE_KINDS } from '../schemas/place.ts'
import { dotted } from '../text/caption.ts'
import { lastDay } from '../text/dates.ts'
import { tells } from '../text/telling.ts'
import { listPath } from '../urls/paths.ts'
import { type Block, blocksOf, organisationRows } from './blocks.ts'
import { claimsIn, layOutBody, type Piece, plainText } from './body.ts'
import type { RecordRow } from './brand.ts'
import { calendarPath, calendarText } from './calendar.ts'
import { type ClaimView, type ConflictView, claimView, conflicting, conflictViews, remarkOn } from './claims.ts'
import { pageContext } from './context.ts'
import { eventsInTime, eventViews, linkViews, newestFirst } from './links.ts'
import type { Note } from './notes.ts'
import {
  crumbsTo,
  LIST_NAMES,
  type LinkView,
  type PageMeta,
  type PagerView,
  pagerIn,
  regionLine,
  searchFacets,
} from './page.ts'
import { type BadgeView, type Shown, shownUntil } from './shown.ts'
import { type TileView, tileFor } from './tiles.ts'
import { travelMeta } from './travel.ts'
import { nearby, visitRows } from './visit.ts'

/** Kinds whose pages share one anatomy: facts, text, claims, and everything tied to them. */
export type PlainKind = 'figure' | 'event' | 'place' | 'organisation'

/** A titled list of links at the foot of a page. */
export interface LinkGroup {
  name: string
  links: LinkView[]
  /** How many more there are than the page names. */
  more?: number
}

/** So many of one kind a page names at most, however many belong to it. */
export const MOST_LINKS = 48

/** A group of links; of a long list its beginning, and how many more there are. */
export const linkGroup = (name: string, entries: readonly Entry[], catalogue: Catalogue): LinkGroup => ({
  name,
  links: linkViews(entries.slice(0, MOST_LINKS), catalogue),
  ...(entries.length > MOST_LINKS && { more: entries.length - MOST_LINKS }),
})

/** The page of a person, an event, a place or an organisation. */
export interface EntryPage {
  meta: PageMeta
  entry: Entry<PlainKind>
  tile: TileView | undefined
  /** What it is: 传承人, 展会 · 已结束 … */
  eyebrow: string
  summary: string
  /** An event's days, set large; empty for other kinds. */
  dateText: string
  over: BadgeView | undefined
  /** Taking an event along, as long as it is not over: its calendar file, and the same in words. */
  calendar: { path: string; text: string; shown: Shown } | undefined
  facts: RecordRow[]
  /** Its text, and what that is about. */
  bodyTitle: string
  body: Piece[]
  /** What only some entries have: honours, results, a chain. */
  blocks: Block[]
  conflicts: ConflictView[]
  /** Whether its text has told some of its claims. */
  tells: boolean
  claims: ClaimView[]
  note: string | undefined
  groups: LinkGroup[]
  notes: Note[]
  pager: PagerView
}

const BODY_TITLES: Record<PlainKind, string> = {
  figure: '其人其事',
  event: '这场活动',
  place: '这个地方',
  organisation: '来历',
}

/** Everything the page of one entry shows. */
export function entryPage(entry: Entry<PlainKind>, catalogue: Catalogue, base: string): EntryPage {
  const context = pageContext(entry, catalogue, base)
  const body = layOutBody(entry, context)
  const { claims } = entry.data
  const inConflict = new Set([...conflicting(claims).values()].flat())
  const told = toldIn(body, entry, inConflict)
  const unlisted = claimsIn(body, 'own').filter(({ id }) => told.has(id))
  remarkOn([...claimsIn(body, 'borrowed'), ...unlisted], context.notes)
  const conflicts = conflictViews(claims, context)
  return {
    meta: {
      title: titleOf(entry, catalogue),
      description: `${entry.data.summary}${describeTies(entry, catalogue)}`,
      path: entry.path,
      crumbs: crumbsTo(entry),
      search: searchFacets(entry, catalogue),
      ...travelMeta(entry, catalogue),
    },
    entry,
    tile: tileFor(entry, catalogue),
    eyebrow: eyebrowOf(entry),
    summary: entry.data.summary,
    ...dateOf(entry, catalogue),
    calendar: calendarOf(entry, catalogue),
    facts: [...factRows(entry, catalogue), ...(isKind(entry, 'place') ? visitRows(entry, context) : [])],
    bodyTitle: BODY_TITLES[entry.kind],
    body,
    blocks: blocksOf(entry, context),
    conflicts,
    tells: told.size > 0,
    claims: claims
      .filter((claim: Claim) => !inConflict.has(claim) && !told.has(claim.id))
      .map((claim) => claimView(claim, context)),
    note: entry.data.note,
    groups: groupsOf(entry, catalogue),
    notes: context.notes.list,
    // Events follow each other in time, as in their list.
    pager: pagerIn(isKind(entry, 'event') ? eventsInTime(catalogue) : catalogue.list(entry.kind), entry),
  }
}

function titleOf(entry: Entry<PlainKind>, catalogue: Catalogue): string {
  const where = regionLine(catalogue, entry.data.region)
  // 孵化基地（北京）（北京）
  if (entry.name.endsWith('）')) return dotted(entry.name, where)
  return `${entry.name}${where ? `（${where}）` : ''}`
}

function describeTies(entry: Entry<PlainKind>, catalogue: Catalogue): string {
  const brands = catalogue.related(entry, 'brand').map((brand) => brand.name)
  return brands.length > 0 ? `相关品牌：${brands.join('、')}。` : ''
}

function eyebrowOf(entry: Entry<PlainKind>): string {
  if (isKind(entry, 'figure')) return entry.data.roles.map((role) => FIGURE_ROLES[role]).join('、')
  if (isKind(entry, 'event')) return EVENT_TYPES[entry.data.type]
  if (isKind(entry, 'place')) return PLACE_KINDS[entry.data.kind]
  if (isKind(entry, 'organisation')) return ORGANISATION_KINDS[entry.data.kind]
  return ''
}

function dateOf(entry: Entry<PlainKind>, catalogue: Catalogue): Pick<EntryPage, 'dateText' | 'over'> {
  if (!isKind(entry, 'event')) return { dateText: '', over: undefined }
  const [view] = eventViews([entry], catalogue)
  return { dateText: view?.when ?? '', over: view?.over }
}

/**
 * Claims of the entry that its page has told before it lists them: the text cites them, and their numbers and most of their
 * words stand in it or in the head, so that nothing would be added by saying them once more.
 */
function toldIn(
  body: readonly Piece[],
  { data, name }: Entry<PlainKind>,
  inConflict: ReadonlySet<Claim>,
): ReadonlySet<string> {
  const head = [name, ...data.aliases, data.summary, 'title' in data ? data.title : ''].join('\n')
  const text = `${head}\n${plainText(body)}`
  const cited = new Set(claimsIn(body, 'own').map(({ id }) => id))
  return new Set(
    data.claims
      .filter((claim) => cited.has(claim.id) && !inConflict.has(claim) && tells(text, saying(claim)))
      .map(({ id }) => id),
  )
}

/** What a reader must be told of a claim; its date too, where no basis says that in the notes. */
const saying = ({ text, basis, asOf = '' }: Claim): string => (basis ? text : `${text} ${asOf.slice(0, 4)}`)

function calendarOf(entry: Entry<PlainKind>, catalogue: Catalogue): EntryPage['calendar'] {
  if (!isKind(entry, 'event')) return undefined
  const path = calendarPath(entry)
  const { start, end } = entry.data
  const last = end ?? start
  // The file stays where it was published; nobody needs to write down what is over.
  const shown = last && shownUntil(lastDay(last), catalogue.today)
  return path && shown && !shown.hidden ? { path, text: calendarText(entry, catalogue), shown } : undefined
}

function factRows(entry: Entry<PlainKind>, catalogue: Catalogue): RecordRow[] {
  const rows: RecordRow[] = []
  if (isKind(entry, 'figure') && entry.data.title) rows.push({ name: '称谓', value: entry.data.title })
  if (isKind(entry, 'event')) {
    if (entry.data.dateNote) rows.push({ name: '日期说明', value: entry.data.dateNote })
    if (entry.data.venue) rows.push({ name: '地点', value: entry.data.venue })
  }
  const { region } = entry.data
  if (region) {
    rows.push({
      name: '地区',
      value: dotted(regionLine(catalogue, region), 'township' in entry.data ? entry.data.township : undefined),
      path: `${listPath('region')}${region}/`,
    })
  }
  if (isKind(entry, 'organisation')) rows.push(...organisationRows(entry))
  if (entry.data.aliases.length > 0) rows.push({ name: '又叫', value: entry.data.aliases.join('、') })
  return rows
}

/** Names of the groups of records. */
export const RECORD_NAMES = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, KINDS[kind].label])) as Record<
  RecordKind,
  string
>

/** Films and records tied to an entry. */
export const recordsOf = (entry: Entry, catalogue: Catalogue): Entry[] =>
  (['media', ...RECORD_KINDS] as const).flatMap((kind) => catalogue.related<GraphKind>(entry, kind))

/** The group of stories, which a story's own page has in another form. */
export const STORIES = '有关的故事'

/** Everything tied to an entry, references first, then pages that only name it; of a place also what is near. */
export function groupsOf(entry: Entry, catalogue: Catalogue): LinkGroup[] {
  const kinds = [
    ['story', STORIES],
    ['brand', '所属与相关品牌'],
    ['figure', '人物'],
    ['place', LIST_NAMES.place],
    ['organisation', '机构'],
    ['event', '活动'],
    ['policy', '政策'],
    ['programme', LIST_NAMES.programme],
    ['media', '影像'],
    ...(Object.entries(RECORD_NAMES) as Array<[RecordKind, string]>),
  ] as const
  return kinds
    .flatMap(([kind, name]): LinkGroup[] => {
      const entries = [...catalogue.related(entry, kind), ...catalogue.mentioned(entry, kind)]
      const sorted = kind === 'event' ? newestFirst(entries as Entry<'event'>[]) : entries
      const group = linkGroup(name, sorted, catalogue)
      if (kind !== 'place' || !isKind(entry, 'place')) return [group]
      const near = nearby(entry, entries, catalogue)
      return [group, linkGroup(near.name, near.places, catalogue)]
    })
    .filter((group) => group.links.length > 0)
}
