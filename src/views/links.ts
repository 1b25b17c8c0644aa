import { type Catalogue, type Entry, isKind, keyOf } from '../catalogue/catalogue.ts'
import { EVENT_TYPES } from '../schemas/event.ts'
import { FIGURE_ROLES } from '../schemas/figure.ts'
import { MEDIA_KINDS } from '../schemas/media.ts'
import { ORGANISATION_KINDS } from '../schemas/organisation.ts'
import { PLACE_KINDS } from '../schemas/place.ts'
import { REGION_LEVELS } from '../schemas/region.ts'
import { STORY_AXES, STORY_COLUMNS } from '../schemas/story.ts'
import { dotted } from '../text/caption.ts'
import { dateSpan, lastDay, longDate } from '../text/dates.ts'
import { oncePer } from './once.ts'
import { kindWord, type LinkView, regionLine } from './page.ts'
import { type BadgeView, overBadge, shownUntil } from './shown.ts'
import { tileFor } from './tiles.ts'

/** 新成效 · 品牌人物: column and axis of a story, as the documents sort them. */
const sortWords = ({ column, axis }: Pick<Entry<'story'>['data'], 'column' | 'axis'>): string =>
  dotted(column && STORY_COLUMNS[column], axis && STORY_AXES[axis])

/** How any entry looks in a list: its name, one line, and where, when or what it is. */
export function linkView(entry: Entry, catalogue: Catalogue): LinkView {
  const [line, detail] = describe(entry, catalogue)
  return {
    key: keyOf(entry),
    path: entry.path,
    name: entry.name,
    line,
    detail,
    kindWord: kindWord(entry.kind),
    tile: tileFor(entry, catalogue),
    ...(isKind(entry, 'sharing') && { shown: shownUntil(entry.data.expiresOn, catalogue.today) }),
  }
}

/** Views of many entries; posts that have expired are left out. */
export const linkViews = (entries: readonly Entry[], catalogue: Catalogue): LinkView[] =>
  entries.map((entry) => linkView(entry, catalogue)).filter(({ shown }) => !shown?.hidden)

/** An event in a list. */
export interface EventView extends LinkView {
  when: string
  /** 已结束, from the day after its last; absent where no day is known. */
  over: BadgeView | undefined
}

/**
 * Whether a call is all there is to an event: nothing of it is known to take place after the last day for entries. A year
 * alone is not known to be later than a day in it.
 */
const isCallOnly = ({ data: { call, start, end } }: Entry<'event'>): boolean =>
  call !== undefined && (end ?? start ?? call.deadline).slice(0, 10) <= call.deadline

/** The last day that counts: on which an event ends, or until which a call takes entries. */
export function lastDayOf(event: Entry<'event'>): string | undefined {
  const { call, start, end } = event.data
  const last = call && isCallOnly(event) ? call.deadline : (end ?? start)
  return last && lastDay(last)
}

/** The time of an event in lists: its own, and until when entries are taken. */
function eventTime(event: Entry<'event'>): string {
  const { type, call, start, end } = event.data
  const until = call && `${longDate(call.deadline)}截止`
  if (isCallOnly(event)) return until ?? ''
  return [dateSpan(start, end), until && `${type === 'call' ? '征集' : '报名'}${until}`].filter(Boolean).join('，')
}

/** Events as lists show them, latest first; those without a date last. */
export function eventViews(events: readonly Entry<'event'>[], catalogue: Catalogue): EventView[] {
  return newestFirst(events).map((event) => {
    const { start } = event.data
    const last = lastDayOf(event)
    const view = linkView(event, catalogue)
    return {
      ...view,
      line: start ? withoutDay(view.line) : view.line,
      when: eventTime(event),
      over: last ? overBadge(last, catalogue.today, isCallOnly(event) ? '已截止' : '已结束') : undefined,
    }
  })
}

/** A line that begins with when its event was, without that: the list says it beside the line. */
const withoutDay = (line: string): string =>
  line.replace(/^20\d\d年(?:\d+月(?:\d+日)?)?(?:至(?:\d+月)?\d+日)?(?:，|(?=在)|(?:举行|开赛|办)的)/, '')

/** Events that are still to come on the day of the build, the soonest first. */
export function upcomingEvents(events: readonly Entry<'event'>[], today: string): Entry<'event'>[] {
  return events
    .filter((event) => (lastDayOf(event) ?? '') >= today)
    .sort((a, b) => (lastDayOf(a) ?? '').localeCompare(lastDayOf(b) ?? ''))
}

/** What a list of events says about those to come. */
export const eventsHint = (events: readonly Entry<'event'>[], today: string): string =>
  upcomingEvents(events, today).length > 0
    ? '公开报道和公告里的，新的在前。'
    : '公开报道过的，新的在前。没有查到已经公布的下一场。'

/** Events with the latest first; those without a date last. */
export function newestFirst(events: readonly Entry<'event'>[]): Entry<'event'>[] {
  const when = ({ data }: Entry<'event'>) => data.start ?? data.end ?? data.call?.deadline ?? ''
  return [...events].sort((a, b) => when(b).localeCompare(when(a)))
}

/** All events, newest first; sorted once, for each event's page asks for its neighbours. */
export const eventsInTime = oncePer((catalogue: Catalogue): readonly Entry<'event'>[] =>
  newestFirst(catalogue.list('event')),
)

function brandNames(story: Entry<'story'>, catalogue: Catalogue): string {
  const names = catalogue.related(story, 'brand').map(({ name }) => name)
  return names.slice(0, 2).join('、') + (names.length > 2 ? `等${names.length}个品牌` : '')
}

/** 正安吉他工匠 · 贵州 · 遵义 · 正安: whose story it is, and from where. */
export function storyPlace(story: Entry<'story'>, catalogue: Catalogue): string {
  const [first, ...others] = catalogue.related(story, 'brand')
  return dotted(
    brandNames(story, catalogue),
    first && others.length === 0 ? regionLine(catalogue, first.data.region) : '',
  )
}

/** Stories in a list whose heading says their kind. */
export const storyViews = (stories: readonly Entry<'story'>[], catalogue: Catalogue): LinkView[] =>
  stories.map((story) => ({
    ...linkView(story, catalogue),
    detail: dotted(brandNames(story, catalogue), sortWords(story.data)),
  }))

function describe(entry: Entry, catalogue: Catalogue): [line: string, detail: string] {
  if (isKind(entry, 'brand')) return [entry.data.summary, regionLine(catalogue, entry.data.region)]
  if (isKind(entry, 'figure'))
    return [entry.data.summary, entry.data.roles.map((role) => FIGURE_ROLES[role]).join('、')]
  if (isKind(entry, 'event')) {
    const { summary, type } = entry.data
    return [summary, dotted(EVENT_TYPES[type], eventTime(entry))]
  }
  if (isKind(entry, 'story')) return [entry.data.lead, storyPlace(entry, catalogue)]
  if (isKind(entry, 'place')) {
    return [entry.data.summary, dotted(PLACE_KINDS[entry.data.kind], regionLine(catalogue, entry.data.region))]
  }
  if (isKind(entry, 'organisation')) {
    return [entry.data.summary, dotted(ORGANISATION_KINDS[entry.data.kind], regionLine(catalogue, entry.data.region))]
  }
  if (isKind(entry, 'policy')) return [entry.data.summary, dotted(entry.data.issuer, entry.data.documentNumber)]
  if (isKind(entry, 'programme')) return [entry.data.summary, regionLine(catalogue, entry.data.region) || '全国']
  if (isKind(entry, 'source')) return [entry.data.publisher, entry.data.date ? longDate(entry.data.date) : '未写日期']
  if (isKind(entry, 'trade')) return [entry.data.summary, entry.data.aliases.slice(0, 4).join('、')]
  if (isKind(entry, 'media')) return [entry.data.summary, dotted(MEDIA_KINDS[entry.data.kind], entry.data.producer)]
  if (isKind(entry, 'region')) return ['', REGION_LEVELS[entry.data.level]]
  return ['', '']
}
