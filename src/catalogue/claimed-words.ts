import type { Problem } from '../manuscript/problem.ts'
import { checkWording } from '../manuscript/prose.ts'
import type { Claim } from '../schemas/claim.ts'
import type { FindClaim } from './amounts.ts'
import { wordsOf } from './figures.ts'
import type { Located } from './validate.ts'

/**
 * Absolute words around which a claim stands that says no such thing: a source answers for its own words only, and a
 * tag around others is none of its.
 * @param find looks up a claim of another entry
 */
export function claimedWordProblems(located: readonly Located[], find: FindClaim): Problem[] {
  return located.flatMap(({ entry: { data, body }, file }) => {
    const own = 'claims' in data ? (data.claims as readonly Claim[]) : []
    return (body?.segments ?? []).flatMap((segment): Problem[] => {
      if (typeof segment === 'string' || segment.slot !== 'claim' || !segment.text) return []
      const { entry, id, text, at } = segment
      const praise = checkWording(text, 'prose').filter(({ rule }) => rule === 'absolute-term')
      const claim = praise.length > 0 ? (entry ? find(entry, id) : own.find((each) => each.id === id)) : undefined
      // Reported where it is: it does not exist, or its own manuscript has mistakes.
      if (!claim) return []
      const told = wordsOf(claim)
      return praise
        .map(({ start, end }) => text.slice(start, end))
        .filter((word) => !told.includes(word))
        .map((word) => ({
          file,
          ...at,
          rule: 'absolute-term',
          level: 'error',
          message: `<Claim id="${entry ? `${entry}/` : ''}${id}"> 里用了绝对化用语「${word}」，这条数据没有这样说，《广告法》第九条不允许`,
          fix: '照这条数据的原话写；来源真是这样说的，把它的话写进这条数据的 text',
        }))
    })
  })
}
