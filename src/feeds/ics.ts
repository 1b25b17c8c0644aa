import { dayAfter } from '../text/dates.ts'

/** An entry of a calendar. Days and minutes are Beijing time. */
export interface CalendarEvent {
  uid: string
  title: string
  description: string
  location: string
  /** Absolute address of the event's page. */
  page: string
  category: string
  /** First day, `2024-11-21`, or minute, `2026-12-01T09:00+08:00`. */
  start: string
  /** Last day (included) or last minute; absent where it is not known. */
  end: string | undefined
  /** Day on which the record was last changed. */
  changed: string
}

/** Longest line of a calendar file, in octets, without its line end (RFC 5545, 3.1). */
const LONGEST = 75

const ZONE = 'Asia/Shanghai'

/** China has had no summer time since 1991, and nothing older than that is announced here. */
const TIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** Events as one iCalendar file (RFC 5545). No organiser is written: a file must carry nobody's number. */
export function calendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yifang-jiangren//events//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    // The same two things as Apple, Google and Outlook read them.
    `X-WR-CALNAME:${escapeText(name)}`,
    `X-WR-TIMEZONE:${ZONE}`,
    ...TIMEZONE,
    ...events.flatMap(event),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function event(entry: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${entry.changed.replaceAll('-', '')}T000000Z`,
    ...times(entry),
    `SUMMARY:${escapeText(entry.title)}`,
    `DESCRIPTION:${escapeText(entry.description)}`,
    ...(entry.location ? [`LOCATION:${escapeText(entry.location)}`] : []),
    `CATEGORIES:${escapeText(entry.category)}`,
    `URL:${entry.page}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/**
 * Days are dates without a zone, and the end is the day after the last one; minutes carry the zone.
 * An end that is known only as a day, of a beginning known to the minute, is left out.
 */
function times({ start, end }: CalendarEvent): string[] {
  if (!start.includes('T')) {
    const last = end?.slice(0, 10) ?? start
    return [`DTSTART;VALUE=DATE:${compact(start)}`, `DTEND;VALUE=DATE:${compact(dayAfter(last))}`]
  }
  return [
    `DTSTART;TZID=${ZONE}:${compact(start)}`,
    ...(end?.includes('T') && end > start ? [`DTEND;TZID=${ZONE}:${compact(end)}`] : []),
  ]
}

/** `2024-11-21` → `20241121`; `2026-12-01T09:00+08:00` → `20261201T090000`. */
function compact(time: string): string {
  const [date = '', clock] = time.split('T')
  return date.replaceAll('-', '') + (clock ? `T${clock.slice(0, 5).replace(':', '')}00` : '')
}

/** A value of type TEXT: RFC 5545, 3.3.11. */
const escapeText = (text: string): string => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n?|\n/g, '\\n')

/** Breaks a line where it is longer than 75 octets, never inside a character. */
export function fold(line: string): string {
  const encoder = new TextEncoder()
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > LONGEST) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
