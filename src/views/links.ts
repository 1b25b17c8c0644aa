import { type Catalogue, type Entry, isKind, keyOf } from '../catalogue/catalogue.ts'
import { EVENT_TYPES } from '../schemas/event.ts'
import { FIGURE_ROLES } from '../schemas/figure.ts'
import { ORGANISATION_KINDS } from '../schemas/organisation.ts'
import { PLACE_KINDS } from '../schemas/place.ts'
import { REGION_LEVELS } from '../schemas/region.ts'
import { STORY_KINDS } from '../schemas/story.ts'
import { dateSpan, dayOf, longDate } from '../text/dates.ts'
import { kindWord, type LinkView, regionLine } from './page.ts'
import { tileFor } from './tiles.ts'

const join = (...parts: Array<string | undefined>) => parts.filter(Boolean).join(' · ')

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
  }
}

/** Views of many entries. */
export const linkViews = (entries: readonly Entry[], catalogue: Catalogue): LinkView[] =>
  entries.map((entry) => linkView(entry, catalogue))

/** An event in a list. */
export interface EventView extends LinkView {
  when: string
  /** Whether it ended before the catalogue was last checked; the clock is never read. */
  over: boolean
}

/** Events as lists show them, latest first; those without a date last. */
export function eventViews(events: readonly Entry<'event'>[], catalogue: Catalogue): EventView[] {
  const checked = catalogue.checkedOn
  return newestFirst(events).map((event) => {
    const { start, end } = event.data
    const last = dayOf(end ?? start ?? '')
    return {
      ...linkView(event, catalogue),
      when: dateSpan(start, end),
      over: last !== '' && last < checked.slice(0, last.length),
    }
  })
}

/** Events with the latest first; those without a date last. */
export function newestFirst(events: readonly Entry<'event'>[]): Entry<'event'>[] {
  const when = ({ data }: Entry<'event'>) => data.start ?? data.end ?? ''
  return [...events].sort((a, b) => when(b).localeCompare(when(a)))
}

function describe(entry: Entry, catalogue: Catalogue): [line: string, detail: string] {
  if (isKind(entry, 'brand')) return [entry.data.summary, regionLine(catalogue, entry.data.region)]
  if (isKind(entry, 'figure'))
    return [entry.data.summary, entry.data.roles.map((role) => FIGURE_ROLES[role]).join('、')]
  if (isKind(entry, 'event')) {
    const { summary, type, start, end } = entry.data
    return [summary, join(EVENT_TYPES[type], dateSpan(start, end))]
  }
  if (isKind(entry, 'story')) return [entry.data.lead, STORY_KINDS[entry.data.kind]]
  if (isKind(entry, 'place')) {
    return [entry.data.summary, join(PLACE_KINDS[entry.data.kind], regionLine(catalogue, entry.data.region))]
  }
  if (isKind(entry, 'organisation')) {
    return [entry.data.summary, join(ORGANISATION_KINDS[entry.data.kind], regionLine(catalogue, entry.data.region))]
  }
  if (isKind(entry, 'policy')) return [entry.data.summary, join(entry.data.issuer, entry.data.documentNumber)]
  if (isKind(entry, 'programme')) return [entry.data.summary, regionLine(catalogue, entry.data.region) || '全国']
  if (isKind(entry, 'source')) return [entry.data.publisher, entry.data.date ? longDate(entry.data.date) : '未写日期']
  if (isKind(entry, 'trade')) return [entry.data.summary, entry.data.aliases.slice(0, 4).join('、')]
  if (isKind(entry, 'region')) return ['', REGION_LEVELS[entry.data.level]]
  return ['', '']
}
