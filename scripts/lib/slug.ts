import { pinyin } from 'pinyin-pro'
import { MAX_ID_LENGTH } from '../../src/schemas/shared.ts'

/**
 * A name for a folder or a file: 李姐的故事 → li-jie-de-gu-shi.
 * @param max longest allowed; words are never cut
 * @returns empty when the text has no letter or digit
 */
export function slugOf(text: string, max = MAX_ID_LENGTH): string {
  const words = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .flatMap(
      (word) =>
        word
          .normalize('NFKD')
          .toLowerCase()
          .match(/[a-z0-9]+/g) ?? [],
    )
    .map((word) => word.slice(0, max))
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > max) break
    slug = longer
  }
  return slug
}

/** `slug`, or the first of `slug-2`, `slug-3` … that is not taken. */
export function freeName(slug: string, taken: (candidate: string) => boolean): string {
  let name = slug
  for (let n = 2; taken(name); n++) name = `${slug}-${n}`
  return name
}
