/**
 * `2025-07-14` → `2025年7月14日`; `2025-07` → `2025年7月`; `2025` → `2025年`;
 * `2025-07-14T09:00+08:00` → `2025年7月14日 09:00`.
 */
export function longDate(date: string): string {
  const [year, month, day] = dayOf(date).split('-')
  const words = `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  return [words, clockOf(date)].filter(Boolean).join(' ')
}

/** The date of a figure where it stands alone: that of a target is its term, 到2025年, or it reads like a result. */
export const figureDate = (date: string, kind: string, isPast = false): string =>
  (kind === 'target' ? '到' : '') + longDate(date) + (isPast ? '（期限已过）' : '')

/** The date of a figure in a sentence that names its source too: 2024年的数 was not reported in 2024, and need not have been counted up to then. */
export const figureTime = (date: string, kind: string, isPast = false): string =>
  figureDate(date, kind, isPast) + (kind === 'target' ? '' : '的数')

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2025-07-14` → `14 July 2025`; `2025-07` → `July 2025`; `2025` → `2025`. */
export function englishDate(date: string): string {
  const [year, month, day] = dayOf(date).split('-')
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** The day of a minute; days, months and years stay as they are. */
export const dayOf = (time: string): string => time.slice(0, 10)

/** `09:00` of a minute; empty where only the day is known. */
const clockOf = (time: string): string => time.slice(11, 16)

/** A span of days in words, repeating nothing: `2024年11月21日—23日`. */
export function dateSpan(start: string | undefined, end: string | undefined): string {
  if (!start && !end) return '日期暂无公开资料'
  if (!start) return `${longDate(end as string)}结束`
  // An end that is known only as the day of a beginning known to the minute says nothing more.
  if (!end || end === start || end === dayOf(start)) return longDate(start)
  if (clockOf(start) || clockOf(end)) {
    return `${longDate(start)}—${dayOf(start) === dayOf(end) ? clockOf(end) : longDate(end)}`
  }
  const [a, b] = [start.split('-'), end.split('-')]
  if (a[0] !== b[0] || a.length < 3 || b.length < 3) return `${longDate(start)}—${longDate(end)}`
  if (a[1] !== b[1]) return `${longDate(start)}—${Number(b[1])}月${Number(b[2])}日`
  return `${longDate(start)}—${Number(b[2])}日`
}

/** `2026-11-22T09:00+08:00` → `2026-11-22 09:00`, the form government pages use. */
export const minuteText = (publishedAt: string): string => publishedAt.slice(0, 16).replace('T', ' ')

/** The last day a date can mean: `2025-02` → `2025-02-28`, `2025` → `2025-12-31`. */
export function lastDay(date: string): string {
  const [year, month, day] = dayOf(date).split('-').map(Number) as [number, number?, number?]
  if (day) return dayOf(date)
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10)
}

/** Whether everything that a date can mean lies before a day. */
export const isOver = (date: string, today: string): boolean => lastDay(date) < today

/** The day after a day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The same day `months` later; the last of the month where that day does not exist. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`
}
