import { dayAfter, lastDay, monthsAfter } from '../text/dates.ts'

/**
 * Something that is shown from a day on, or until one. The build decides for the day it is built
 * for; on a page kept in a cache, a small script decides again for the visitor's day.
 */
export interface Shown {
  from?: string
  until?: string
  /** For the day of the build. */
  hidden: boolean
}

/** A word that appears on a day: 已结束, 已过期. */
export interface BadgeView extends Shown {
  word: string
}

/** Shown as long as the day `until` is not over. */
export const shownUntil = (until: string, today: string): Shown => ({ until, hidden: today > until })

/** The badge of something that held until `until`, a date as precise as known. */
export function overBadge(until: string, today: string, word: string): BadgeView {
  const from = dayAfter(lastDay(until))
  return { word, from, hidden: today < from }
}

/** After how many months a record that nobody has checked again is called old. */
export const STALE_MONTHS = 12

/** The badge of a record last checked on `checkedOn`. */
export function staleBadge(checkedOn: string, today: string): BadgeView {
  const from = monthsAfter(lastDay(checkedOn), STALE_MONTHS)
  return { word: `资料已超过${STALE_MONTHS}个月`, from, hidden: today < from }
}
