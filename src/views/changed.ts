import { type Catalogue, type Entry, isKind, keyOf } from '../catalogue/catalogue.ts'

/**
 * The day or minute to which an entry's content is known to hold: a story's publication, a brand's
 * last check, for everything else the last check of the brands it belongs to. The clock and file
 * times are never asked: a build changes nothing.
 * @returns `2026-11-22T09:05+08:00` or `2026-11-21`; undefined where content gives no full day
 */
export function changedOn(entry: Entry, catalogue: Catalogue): string | undefined {
  if (isKind(entry, 'story')) return entry.data.publishedAt
  if (isKind(entry, 'brand')) return fullDay(entry.data.checkedOn)
  return latest(catalogue.related(entry, 'brand').map((brand) => fullDay(brand.data.checkedOn)))
}

/** The latest of several such moments. */
export const latest = (moments: ReadonlyArray<string | undefined>): string | undefined =>
  moments.filter((moment) => moment !== undefined).reduce<string | undefined>((a, b) => (a && a > b ? a : b), undefined)

/** A moment as RFC 3339 writes it: `2026-11-22T09:05:00+08:00`. */
export const timestamp = (moment: string): string =>
  moment.includes('T') ? moment.replace('+08:00', ':00+08:00') : `${moment}T00:00:00+08:00`

/** The date, if it is precise to the day. */
export const fullDay = (date: string | undefined): string | undefined => (date && date.length >= 10 ? date : undefined)

/** The key under which an entry was first published: renaming does not make it a new thing. */
export function lastingKey(entry: Entry): string {
  const former = 'formerIds' in entry.data ? entry.data.formerIds[0] : undefined
  return keyOf({ kind: entry.kind, id: former ?? entry.id })
}
