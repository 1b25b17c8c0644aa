import type { DataPath } from '../manuscript/front-matter.ts'
import type { Position, Problem } from '../manuscript/problem.ts'
import { type Data, KINDS, type Kind } from '../schemas/index.ts'
import { referencesIn } from '../schemas/references.ts'
import { isCalendarDate } from '../schemas/shared.ts'
import { entryPath, isFixedPage, readLink } from '../urls/paths.ts'
import type { Located, ValidEntry } from './validate.ts'

/** Sorts after every minute: a draft waits for ever. */
const NEVER = '9999'

/** A time after every `publishAt`, and before drafts. */
export const WHENEVER = '9998'

/** The minute from which an entry is public; empty: from the start. All times are Beijing's, so text compares. */
function publicFrom(data: Data<Kind>): string {
  if (!('draft' in data)) return ''
  return data.draft ? NEVER : (data.publishAt ?? '')
}

/**
 * A moment as manuscripts write it, in Beijing time: `2026-11-22T09:00+08:00`.
 * @throws when the moment is none
 */
export function beijingMinute(moment: Date): string {
  return `${new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)}+08:00`
}

/**
 * The input time of a build. A build never asks a clock: two builds of the same files are the same.
 * Whoever publishes on time says what time it is; unsaid, everything with a `publishAt` waits.
 * @param value of the variable PUBLISH_NOW: any ISO 8601 time with its offset, or a day in Beijing
 * @throws in Chinese when it is not a time
 */
export function publishNow(value: string | undefined): string | undefined {
  if (!value) return undefined
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00+08:00` : value
  const moment = new Date(time)
  // A Date carries a 31st of February over into March; nobody means that.
  const isReal = isCalendarDate(time.slice(0, 10)) && !Number.isNaN(moment.getTime())
  if (!isReal || !/(?:Z|[+-]\d{2}:\d{2})$/.test(time)) {
    throw new Error(
      `PUBLISH_NOW 写成了「${value}」，要写成 2026-11-22 或 2026-11-22T09:00+08:00 这样的时间，且必须真有这一天`,
    )
  }
  return beijingMinute(moment)
}

/** The day of the input time, in Beijing; without one the catalogue goes by the newest day in the content. */
export const publishDay = (value = process.env.PUBLISH_NOW): string | undefined => publishNow(value)?.slice(0, 10)

/**
 * The entries that are public at `now`. `checkTiming` has made sure that none of them refers to one
 * that is not, whatever the time, so leaving entries out never breaks another.
 */
export function publicAt(entries: readonly ValidEntry[], now: string | undefined): ValidEntry[] {
  return entries.filter(({ data }) => publicFrom(data) <= (now ?? ''))
}

/** Everything that points at an entry which would not be public yet when the pointing one is. */
export function checkTiming(located: readonly Located[]): Problem[] {
  const from = new Map(located.map(({ entry }) => [`${entry.kind}/${entry.id}`, publicFrom(entry.data)]))
  const holders = claimHolders(located)
  return located.flatMap(({ entry, file, locate }) => {
    const own = publicFrom(entry.data)
    return pointersOf(entry, locate, holders).flatMap(({ kind, id, find }): Problem[] => {
      const theirs = from.get(`${kind}/${id}`) ?? ''
      if (theirs <= own) return []
      const { label } = KINDS[kind]
      return [
        {
          file,
          ...find(),
          rule: 'unpublished-reference',
          level: 'error',
          message: `${label}「${id}」${theirs === NEVER ? '还是草稿' : `要到 ${theirs} 才发布`}，这里不能先用`,
          fix:
            theirs === NEVER
              ? `先发布那一篇（去掉它的 draft: true），或把本篇也写成 draft: true`
              : `本篇也写 publishAt: ${theirs}（或更晚），或先不提它`,
        },
      ]
    })
  })
}

interface Pointer {
  kind: Kind
  id: string
  /** Where it stands; finding out parses the file again, so only the few that are wrong are asked. */
  find(): Position
}

/** The kind of the entry whose claims go by an id. As everywhere, the first kind that has it wins. */
function claimHolders(located: readonly Located[]): Map<string, Kind> {
  const order = Object.keys(KINDS)
  const holders = new Map<string, Kind>()
  for (const { entry } of located.toSorted((a, b) => order.indexOf(a.entry.kind) - order.indexOf(b.entry.kind))) {
    if ('claims' in entry.data && !holders.has(entry.id)) holders.set(entry.id, entry.kind)
  }
  return holders
}

/** What an entry points at: in its data, by links in its text, by claims it borrows. */
function pointersOf(
  entry: ValidEntry,
  locate: (path: DataPath) => Position,
  holders: ReadonlyMap<string, Kind>,
): Pointer[] {
  const pointers: Pointer[] = referencesIn(entry.kind, entry.data).map(({ path, kind, id }) => ({
    kind,
    id,
    find: () => locate(path),
  }))
  for (const { url, at } of entry.body?.links ?? []) {
    const target = readLink(url)
    if (target.type === 'entry') pointers.push({ kind: target.kind, id: target.id, find: () => at })
  }
  for (const segment of entry.body?.segments ?? []) {
    if (typeof segment === 'string' || segment.slot !== 'claim' || !segment.entry) continue
    const kind = holders.get(segment.entry)
    if (kind) pointers.push({ kind, id: segment.entry, find: () => segment.at })
  }
  return pointers
}

/** Former ids that cannot work: a page of the site, in use by another entry, or given to two. */
export function checkFormerIds(located: readonly Located[]): Problem[] {
  const current = new Set(located.map(({ entry }) => `${entry.kind}/${entry.id}`))
  const taken = new Map<string, string>()
  return located.flatMap(({ entry, file, locate }) => {
    const formerIds = 'formerIds' in entry.data ? entry.data.formerIds : []
    return formerIds.flatMap((id, index): Problem[] => {
      const key = `${entry.kind}/${id}`
      const other = taken.get(key)
      taken.set(key, entry.id)
      const report = (message: string, fix: string): Problem[] => [
        { file, ...locate(['formerIds', index]), rule: 'former-id', level: 'error', message, fix },
      ]
      const path = entryPath(entry.kind, id)
      if (isFixedPage(path)) return report(`曾用编号「${id}」的网址 ${path} 是本站的一页，转不到别处`, '删掉这一行')
      if (current.has(key))
        return report(`曾用编号「${id}」现在还有人用`, '一个地址只能通到一处：删掉这一行，或给另一篇改名')
      if (other)
        return report(`曾用编号「${id}」在「${other}」里也写了`, '一个旧地址只能转到一处：只留真正改名的那一篇')
      return []
    })
  })
}

/** Where a former id leads now, by `kind/id`. */
export function renamed(entries: readonly ValidEntry[]): Map<string, string> {
  return new Map(
    entries.flatMap(({ kind, id, data }) =>
      'formerIds' in data ? data.formerIds.map((former) => [`${kind}/${former}`, id] as const) : [],
    ),
  )
}
