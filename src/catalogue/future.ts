import type { DataPath } from '../manuscript/front-matter.ts'
import type { Problem } from '../manuscript/problem.ts'
import { fieldHelp } from '../schemas/references.ts'
import { beijingMinute, publishNow } from './publication.ts'
import type { Located, ValidEntry } from './validate.ts'

/** A date that says when something was: it cannot lie in the future. */
interface PastDate {
  path: DataPath
  date: string
  /** Whether it is a day on which somebody worked on this content, and not one that a source tells of. */
  isOurs: boolean
  fix: string
}

const DAY = 24 * 3_600_000

/**
 * The day that it is, in Beijing: of the input time, else of the clock. For the check only: a build never asks a clock.
 * @param given value of the variable PUBLISH_NOW
 * @throws in Chinese when it is not a time
 */
export const currentDay = (given: string | undefined, clock: () => Date): string =>
  (publishNow(given) ?? beijingMinute(clock())).slice(0, 10)

/**
 * The last day that can have come, in Beijing: of the input time, else a day after the clock, whose zone may be wrong.
 * @param given value of the variable PUBLISH_NOW
 * @throws in Chinese when it is not a time
 */
export function latestDay(given: string | undefined, clock: () => Date): string {
  return currentDay(given, () => new Date(clock().getTime() + DAY))
}

/**
 * Dates of what has happened that have not come yet. One typing error, 2062 for 2026, would be “today” for the whole
 * site: without an input time a build goes by the newest day in the content.
 */
export function futureProblems(located: readonly Located[], latest: string): Problem[] {
  const entries = located.map(({ entry }) => entry)
  if (isClockBehind(entries, latest)) return []
  return located.flatMap(({ entry, file, locate }) => [
    ...pastDates(entry)
      .filter(({ date }) => isLater(date, latest))
      .map(
        ({ path, date, fix }): Problem => ({
          file,
          ...locate(path),
          rule: 'future-date',
          level: 'error',
          message: `「${fieldHelp(entry.kind, path).title}」（${String(path.at(-1))}）写的是 ${date}，这一天还没有到`,
          fix,
        }),
      ),
    ...heldTooEarly(entry, latest).map(
      (path): Problem => ({
        file,
        ...locate(path),
        rule: 'future-event-held',
        level: 'error',
        message: '活动的日子还没有到，这里却写成已经办完了',
        fix: '还没办的，写“将在某日举行”；办过了的，把 start 改成真正的日子',
      }),
    ),
    ...resultsToCome(entry)
      .filter(({ year }) => isLater(year, latest))
      .map(
        ({ path, year }): Problem => ({
          file,
          ...locate(path),
          rule: 'future-result',
          level: 'error',
          message: `这个数说的是到${year}年，还没有到，却写成了实绩`,
          fix: '打算做到的，加一行 kind: target；年份打错了就改对',
        }),
      ),
  ])
}

/**
 * Figures told as results whose sentence says by when; how long a title or a contract lasts is no such thing. Where a sentence names
 * several years, only one that says 到 or 至 tells when the figure is reached.
 */
function resultsToCome({ data }: ValidEntry): Array<{ path: DataPath; year: string }> {
  if (!('claims' in data)) return []
  return data.claims.flatMap(({ kind, value, text }, index) => {
    if (kind !== 'actual' || value === undefined) return []
    // What is ordered, signed or enrolled for a later year has happened.
    const years = /有效期|期限|任期|已|订单|备货|报名|[展签约]/.test(text) ? [] : [...text.matchAll(/(20\d{2})年/g)]
    const [, year] =
      /(?<!有效期?|期限|任期)[到至](20\d{2})年/.exec(text) ?? (years.length === 1 ? years[0] : undefined) ?? []
    return year ? { path: ['claims', index, 'text'], year } : []
  })
}

/** What says in a clause that an event took place. */
const HELD =
  /(?:圆满|成功|顺利)(?:举[行办]|落幕|闭幕|结束|召开)|已[于经]?[^，。；]{0,12}(?:举[行办]|落幕|闭幕|召开)|(?:举[行办]|召开)了/
/** What says there that another one did, or that this one will. */
const NOT_THIS = /[届次]|[去前今往]年|首次|将|力争|争取|确定|定于|拟|计划/

/** Where an event that has not begun is told as over. */
function heldTooEarly({ kind, data }: ValidEntry, latest: string): DataPath[] {
  if (kind !== 'event' || !('start' in data) || !data.start || !isLater(data.start, latest)) return []
  const isTold = data.summary.split(/[，。；]/).some((clause) => HELD.test(clause) && !NOT_THIS.test(clause))
  return isTold ? [['summary']] : []
}

/** So few days prove nothing about a clock. */
const FEW_DAYS = 10

/** Whether most days on which somebody worked on the content lie after the clock: then it is the clock that is wrong. */
export function isClockBehind(entries: readonly ValidEntry[], latest: string): boolean {
  const days = entries.flatMap((entry) => pastDates(entry).filter(({ isOurs }) => isOurs))
  return days.length > FEW_DAYS && days.filter(({ date }) => isLater(date, latest)).length * 2 > days.length
}

/** Whether a date is later than a day as far as it says: 2026 is not later than a day of 2026. */
const isLater = (date: string, day: string): boolean => date.slice(0, 10) > day.slice(0, date.length)

const TYPO = '多半是年份打错了：改成真正的日子'

/** Dates in an entry that tell of the past. Deadlines, events, targets and what is published on time are none. */
function pastDates({ kind, data }: ValidEntry): PastDate[] {
  const found: PastDate[] = []
  const add = (path: DataPath, date: string | undefined, isOurs: boolean, fix = TYPO) => {
    if (date) found.push({ path, date, isOurs, fix })
  }
  if ('publishedAt' in data) {
    // What waits for its time is dated with that time.
    const isTimed = data.publishAt !== undefined && data.publishedAt <= data.publishAt
    if (!isTimed) {
      const fix = `${TYPO}；要到那时再发的，另写一行 publishAt，时间一样`
      add(['publishedAt'], data.publishedAt, true, fix)
    }
  }
  if ('checkedOn' in data) add(['checkedOn'], data.checkedOn, true, '写真正核对资料的那一天，不预先写')
  if ('visit' in data) add(['visit', 'verifiedOn'], data.visit?.verifiedOn, true, '写真正核实的那一天，不预先写')
  if ('history' in data) {
    for (const [index, { date }] of data.history.entries()) add(['history', index, 'date'], date, true)
  }
  if ('timeline' in data) {
    for (const [index, { date }] of data.timeline.entries()) add(['timeline', index, 'date'], date, false)
  }
  if ('claims' in data) {
    for (const [index, claim] of data.claims.entries()) {
      if (claim.kind === 'target') continue
      add(['claims', index, 'asOf'], claim.asOf, false, '改对年月；到那时才要达到的是目标，写 kind: target')
    }
  }
  if (['commitment', 'evaluation', 'listing', 'standard'].includes(kind) && 'date' in data)
    add(['date'], data.date, false)
  if ('repairedOn' in data) add(['repairedOn'], data.repairedOn, false)
  if ('leading' in data) {
    for (const [index, { year, removedOn }] of data.leading.entries()) {
      add(['leading', index, 'year'], year, false)
      add(['leading', index, 'removedOn'], removedOn, false)
    }
  }
  if (kind === 'source' && 'date' in data) add(['date'], data.date, false, '写这篇文件、报道上印的日期；没有就不写')
  return found
}
