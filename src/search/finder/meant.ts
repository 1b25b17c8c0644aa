import type { Hit } from './hits.ts'
import { isHan, namesPeople, otherIntent } from './text.ts'

/** Which of the words that fit a query are meant by it, and which of its words nothing explains. */

/** Whether one of these hits covers the places and more. */
export const isInside = (covers: readonly number[], hits: readonly Hit[]): boolean =>
  hits.some((hit) => hit.covers.length > covers.length && covers.every((at) => hit.covers.includes(at)))

/** Cues that only stand inside a longer word of ours, 粉 in 粉刷, and trades inside longer trades, 阿姨 in 保洁阿姨. */
export function swallowed(hits: readonly Hit[]): Hit[] {
  const whole = hits.filter(({ how }) => how === 'exact')
  const trades = whole.filter(({ word: { owner } }) => owner.kind === 'trade' && !owner.cue)
  return whole.filter(
    ({ word: { owner }, covers }) => owner.kind === 'trade' && isInside(covers, owner.cue ? whole : trades),
  )
}

/** Words of which only a part stands in the query, where a word that holds that part stands whole: 绣衣服 beside 做衣服. */
export function overshadowed(hits: readonly Hit[]): Hit[] {
  const whole = hits.filter(({ how, word }) => how === 'exact' && word.owner.kind !== 'region')
  return hits.filter(({ how, covers }) => how === 'part' && isInside(covers, whole))
}

/**
 * Hits without those that the query does not mean. Where it asks to buy a thing or to learn it, only
 * people count, and words that say just that (家政培训). 做茶 in 做茶杯 is not what is made there.
 */
export function asMeant(hits: readonly Hit[], text: string, mask: readonly boolean[]): Hit[] {
  const intent = otherIntent(text)
  const whole = hits.filter(({ how, word }) => how === 'exact' && word.owner.kind !== 'region')
  const content = (hit: Hit) => hit.covers.filter((at) => mask[at])
  return hits.filter((hit) => {
    const { word, how, covers } = hit
    if (word.owner.kind === 'region') return true
    if (intent) {
      if (how !== 'exact' || (word.owner.kind === 'trade' && word.owner.cue)) return false
      const [start, end] = intent
      const saysSo = covers.includes(start) && covers.includes(end - 1) && covers.length > end - start
      return saysSo || namesPeople(word.text)
    }
    const own = content(hit)
    return !whole.some((other) => {
      if (!other.covers.some((at) => !covers.includes(at)) || covers.every((at) => other.covers.includes(at)))
        return false
      const theirs = content(other)
      return own.length > 0 && own.length < theirs.length && own.every((at) => theirs.includes(at))
    })
  })
}

/** Not in 是不是, 要不要: these only ask. */
const EXCLUDING = /(?:^|[^是要用在找招请])(除[了开]|[之以]外|不[要是找用])/

/**
 * The words of a query that led nowhere, in its order; of a single character nobody can tell.
 * @param excludes whether words that exclude have been understood
 */
export function unreadOf(text: string, mask: readonly boolean[], hits: readonly Hit[], excludes: boolean): string[] {
  const known = new Set(hits.flatMap(({ covers }) => covers))
  const open = text.replace(/./g, (unit, at: number) => (mask[at] && !known.has(at) && isHan(unit) ? unit : ' '))
  const words = [(!excludes && EXCLUDING.exec(text)?.[1]) || '', ...open.split(' ')]
  return [...new Set(words)].filter((word) => word.length > 1)
}
