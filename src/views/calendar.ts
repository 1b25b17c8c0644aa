import { type Catalogue, type Entry, isKind } from '../catalogue/catalogue.ts'
import type { CalendarEvent } from '../feeds/ics.ts'
import { uuidOf } from '../feeds/uid.ts'
import { EVENT_TYPES } from '../schemas/event.ts'
import { SITE } from '../site.config.ts'
import { dateSpan } from '../text/dates.ts'
import { changedOn, fullDay, lastingKey } from './changed.ts'
import { newestFirst } from './links.ts'

/** A calendar file before it is written. */
export interface CalendarPlan {
  /** Its name in the address: `all`, `events/<id>`, `regions/<id>`. */
  name: string
  title: string
  events: Entry<'event'>[]
}

/** A calendar is loaded whole, again and again: it holds the newest so many. Each event has a file of its own. */
const LONGEST = 200

/** Whether a calendar can hold the event: it must be known on which day it begins. */
export const hasDay = ({ data }: Entry<'event'>): boolean => fullDay(data.start) !== undefined

/** Address of an event's calendar file, without base path; empty where its first day is not known. */
export const calendarPath = (event: Entry<'event'>): string => (hasDay(event) ? `/calendar/events/${event.id}.ics` : '')

/** Address of a region's calendar file; empty where nothing there has a day. */
export const regionCalendarPath = (region: Entry<'region'>, catalogue: Catalogue): string =>
  eventsIn(region, catalogue).length > 0 ? `/calendar/regions/${region.id}.ics` : ''

/** Every calendar file: of each event, of each region, of all. */
export function calendarPlans(catalogue: Catalogue): CalendarPlan[] {
  const events = newestFirst(catalogue.list('event').filter(hasDay))
  return [
    { name: 'all', title: `${SITE.name}：活动`, events: events.slice(0, LONGEST) },
    ...catalogue.list('region').map((region) => ({
      name: `regions/${region.id}`,
      title: `${SITE.name}：${region.data.shortName}的活动`,
      events: eventsIn(region, catalogue).slice(0, LONGEST),
    })),
    ...events.flatMap((event) => namesOf(event).map((name) => ({ name, title: event.name, events: [event] }))),
  ].filter((plan) => plan.events.length > 0)
}

/** Names of an event's calendar file, former ones too: a link to a file cannot be led on by a page. */
const namesOf = ({ id, data }: Entry<'event'>): string[] => [id, ...data.formerIds].map((each) => `events/${each}`)

const eventsIn = (region: Entry<'region'>, catalogue: Catalogue): Entry<'event'>[] => {
  return newestFirst(
    catalogue
      .inRegion(region.id)
      .filter((entry) => isKind(entry, 'event'))
      .filter(hasDay),
  )
}

/**
 * An event as a calendar holds it.
 * @param origin absolute address of the site's root, without a slash at its end
 */
export async function calendarEvent(
  event: Entry<'event'>,
  catalogue: Catalogue,
  origin: string,
): Promise<CalendarEvent> {
  const { data } = event
  const page = origin + event.path
  return {
    uid: await uuidOf(lastingKey(event)),
    title: event.name,
    description: [data.summary, data.dateNote, page].filter(Boolean).join('\n'),
    location: whereOf(event, catalogue),
    page,
    category: EVENT_TYPES[data.type],
    start: data.start ?? '',
    end: fullDay(data.end),
    changed: fullDay(changedOn(event, catalogue))?.slice(0, 10) ?? catalogue.checkedOn,
  }
}

/** Region and venue: of a venue that names its region, only what lies above the names it begins with. */
function whereOf({ data: { region, venue = '' } }: Entry<'event'>, catalogue: Catalogue): string {
  const names = catalogue.regionChain(region).map(({ data }) => data.shortName)
  const nearest = names[0]
  const wide = names.toReversed()
  const said = nearest && venue.includes(nearest) ? wide.findIndex((name) => venue.includes(name)) : wide.length
  return [wide.slice(0, said).join(''), venue].filter(Boolean).join(' ')
}

/** The event in words, to be pasted where files cannot be saved. */
export function calendarText(event: Entry<'event'>, catalogue: Catalogue): string {
  const { start, end, dateNote } = event.data
  const where = whereOf(event, catalogue)
  return [event.name, `时间：${dateSpan(start, end)}`, dateNote, where && `地点：${where}`].filter(Boolean).join('\n')
}
