import type { Hit } from './match.ts'

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

/** What excludes the place behind it, and the place before it. */
const EXCLUDES_NEXT = /(?:^|[^是要用])((?:除[了开]?|不(?:想?要|[是找用招请在])|别[要找招请]?|非)\s*)$/
const EXCLUDES_LAST = /^(?:[省市县区州]?\s*)((?:[之以]外|除外)的?)/
/** Between places that are excluded together: 不要贵州和云南的. */
const BETWEEN_PLACES = /^[省市县区州]?[\s、，,和跟与及]*$/

/**
 * Places that the query excludes (不要贵州的月嫂, 贵州以外的家政).
 */
export function excludedIn(text: string, hits: readonly Hit[]): Excluded {
  const out = new Set<Hit>()
  const words: number[] = []
  let end = -1
  const named = hits.filter(({ word, how }) => word.owner.kind === 'region' && how === 'exact')
  for (const hit of [...named].sort((a, b) => (a.covers[0] ?? 0) - (b.covers[0] ?? 0))) {
    const [start = 0, last = 0] = [hit.covers[0], hit.covers.at(-1)]
    const before = EXCLUDES_NEXT.exec(text.slice(0, start))
    const after = EXCLUDES_LAST.exec(text.slice(last + 1))
    if (!before && !after && !(end >= 0 && BETWEEN_PLACES.test(text.slice(end, Math.max(start, end))))) continue
    out.add(hit)
    end = Math.max(end, last + 1)
    if (before) words.push(...range(start - (before[1] as string).length, (before[1] as string).length))
    if (after) words.push(...range(last + 1, after[0].length))
  }
  // 除了 before a place and 以外 behind the last of several: 除了贵州和云南以外.
  const [, rest = ''] = end < 0 ? [] : (EXCLUDES_LAST.exec(text.slice(end)) ?? [])
  if (rest) words.push(...range(text.indexOf(rest, end), rest.length))
  return { out, words }
}

const range = (start: number, length: number): number[] => Array.from({ length }, (_, offset) => start + offset)

/**
 * Wishes for pay, papers and how many: nothing that is published answers them, so they must not decide what is found.
 * Not ages and hours, which tell of the work: 80岁老人, 24小时陪护.
 */
const WISHES = new RegExp(
  [
    '(?:月薪|日薪|时薪|工资|薪资|底薪)\\d+(?:[-~到至]\\d+)?[块元]?',
    '\\d{3,5}(?:[-~到至]\\d{3,5})?(?:多|左右|以上)?(?:[块元]钱?)?[一每/]?(?:个?月|天)',
    '\\d{3,5}(?:多|左右|以上)?(?:[块元]钱?|$)',
    '\\d+(?:多|来|几)?[个名位]',
    '(?:有|要|带|需)证(?:书|件)?的?|持证(?:上岗)?的?|证书齐全',
    '包吃(?:包?住)?|包住|五险一金|便宜点?的?|工[钱资]高?',
  ].join('|'),
  'g',
)

/**
 * A normalised query without its wishes, and these as they were said. Where there is nothing else, the query stays whole;
 * a number alone may be the code of an occupation.
 */
export function apartFromWishes(query: string): { text: string; wishes: string[] } {
  const wishes = [...new Set(query.match(WISHES) ?? [])]
  const text = query.replace(WISHES, ' ').trim()
  return wishes.length > 0 && /\p{Script=Han}/u.test(text)
    ? { text, wishes }
    : { text: query, wishes: /\p{Script=Han}/u.test(query) ? wishes : [] }
}
