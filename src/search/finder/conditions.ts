import type { Hit } from './hits.ts'
import { range } from './text.ts'

/**
 * What a query says besides what it asks for: places it excludes, and wishes that nothing here answers. A module of its own,
 * because few queries have such words and all others would carry it.
 */
export interface Conditions {
  excludedIn: typeof excludedIn
  apartFromWishes: typeof apartFromWishes
}

/** What a query excludes. */
export interface Excluded {
  /** The hits that name places which are not wanted. */
  out: ReadonlySet<Hit>
  /** Places in the query of the words that say so. */
  words: readonly number[]
}

/** What excludes the place behind it; 在不在, 招不招 and 要不要 only ask. */
const EXCLUDES_NEXT =
  /(?:^|[^是要用在找招请])((?:除[了开]?|不(?:包括|想?去|想?要|[是找用招请在])|别[要找招请]?|非)\s*)$/
/** What excludes the place before it. */
const EXCLUDES_LAST = /^[省市县区州]?\s*((?:[之以]外|除外|外)的?|的?[\u4e00-\u9fff]{0,3}(?:就|都)?不要$)/
/** Between places that are excluded together: 不要贵州和云南的. */
const BETWEEN_PLACES = /^[省市县区州]?[\s、和跟与及]*$/

/** Places that the query excludes: 不要贵州的月嫂, 贵州和云南以外的家政. */
export function excludedIn(text: string, hits: readonly Hit[]): Excluded {
  const named = hits
    .filter(({ word, how }) => word.owner.kind === 'region' && how === 'exact')
    .map((hit) => ({ hit, start: hit.covers[0] ?? 0, end: (hit.covers.at(-1) ?? 0) + 1 }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const out = new Set<Hit>()
  const words: number[] = []
  const joins = (end: number, start: number) => start >= end && BETWEEN_PLACES.test(text.slice(end, start))
  // Forwards for words that stand before the first of several places, backwards for words behind the last.
  let before = -1
  for (const { hit, start, end } of named) {
    const word = EXCLUDES_NEXT.exec(text.slice(0, start))?.[1]
    if (word) words.push(...range(start - word.length, word.length))
    const isSame = before >= 0 && start < before
    if (!word && !isSame && !(before >= 0 && joins(before, start))) continue
    out.add(hit)
    before = Math.max(before, end)
  }
  let behind = -1
  for (const { hit, start, end } of [...named].reverse()) {
    const word = EXCLUDES_LAST.exec(text.slice(end))
    // Of 贵州的绣娘不要 the work stays.
    const length = /不要$/.test(word?.[1] ?? '') ? 2 : (word?.[1]?.length ?? 0)
    if (word) words.push(...range(end + word[0].length - length, length))
    const isSame = behind >= 0 && end > behind
    if (!word && !isSame && !(behind >= 0 && joins(end, behind))) continue
    out.add(hit)
    behind = behind < 0 ? start : Math.min(behind, start)
  }
  return { out, words }
}

/**
 * Wishes for pay, papers and how many: nothing that is published answers them, so they must not decide what is found.
 * Not ages, hours and what a thing is old or long, which tell of the work: 80岁老人, 24小时陪护, 6个月宝宝. Whatever stands before a
 * wish and makes it something else is matched with it and kept.
 */
const WISHES = new RegExp(
  [
    '(?:月薪|日薪|时薪|工资|薪资|底薪)\\d+(?:\\.\\d+)?[千万k]?(?:[-~到至]\\d+(?:\\.\\d+)?[千万k]?)?[块元]?',
    '\\d+(?:[-~到至]\\d+)?(?:多|左右|以上)?(?:[块元]钱?)?[一每/]?(?:个?月(?!嫂)|天(?![窗花然]|大|[\\u4e00-\\u9fff]?[宝婴]))',
    '\\d+(?:[千万k]|多|左右|以上)?(?:[块元]钱?|$)',
    '\\d+(?:多|来|几)?[个名位](?!月)',
    '(?:没)?(?:有|要|带|需)证(?:书|件)?的?|持证(?:上岗)?的?|证书齐全',
    '包吃(?:包?住)?|包住|五险一金|便宜点?的?|工[钱资](?![格质料讯历本])高?',
  ].join('|'),
  'g',
)

/** What looks like a wish and is none: a day or a month as an age, a telephone, an amount too small to be pay, no papers. */
function isWish(found: string): boolean {
  if (/^没/.test(found)) return false
  const digits = /\d+/.exec(found)?.[0]
  if (!digits || /^[月日时工薪底]/.test(found) || /[个名位]$/.test(found)) return true
  return digits.length >= 3 && digits.length <= 6
}

/**
 * A normalised query without its wishes, and these as they were said. Where there is nothing else, the query stays whole;
 * a number alone may be the code of an occupation.
 */
export function apartFromWishes(query: string): { text: string; wishes: string[] } {
  const hasHan = (text: string) => /[\u4e00-\u9fff]/.test(text)
  const wishes = hasHan(query) ? [...new Set((query.match(WISHES) ?? []).filter(isWish))] : []
  const text = query.replace(WISHES, (found) => (isWish(found) ? ' ' : found)).trim()
  return wishes.length > 0 && hasHan(text) ? { text, wishes } : { text: query, wishes }
}
