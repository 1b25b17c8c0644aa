import { isCalendarDate } from '../schemas/shared.ts'

const WRITTEN = [
  /^(\d{4})\s*[年/.-]\s*(\d{1,2})(?:\s*[月/.-]\s*(\d{1,2})\s*日?|\s*月)?(?:[T ](\d{1,2}):(\d{2})(?::\d{2})?(?:\+08:00)?)?$/,
  /^(\d{4})()()年?$/,
  /^(20\d\d)(\d\d)(\d\d)$/,
]

/**
 * A date as people write it, as the schemas want it: 2026年5月1日, 2026/5/1, 20260501, ２０２６年５月, 2026-5-1 9:00.
 * @returns the date, with its minute in China's time where one is given; undefined where it is no real day
 */
export function readDate(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const match = WRITTEN.reduce<RegExpExecArray | null>((found, pattern) => found ?? pattern.exec(plain), null)
  if (!match) return undefined
  const [, year, month, day, hour, minute] = match
  const two = (part: string) => part.padStart(2, '0')
  const date = [year, month && two(month), day && two(day)].filter(Boolean).join('-')
  if (!isCalendarDate(date)) return undefined
  if (!hour) return date
  return day && Number(hour) < 24 && Number(minute) < 60 ? `${date}T${two(hour)}:${minute}+08:00` : undefined
}
