import { type Legible, legible } from './legible.ts'
import { Spans } from './spans.ts'

/** How anything is found in a text that may be disguised. */

/** A find in legible text, before its place in the source is known. */
export interface Find<K extends string> {
  kind: K
  from: number
  to: number
  masked: string
}

/** The same with its place in the source: `start` and `end` are offsets in the text as given. */
export interface Found<K extends string> {
  kind: K
  start: number
  end: number
  /** What may be shown of it: `138****00`. */
  masked: string
}

/** What stands in a text as written or as read over its markup: each find once, in the order of the text. */
export function findLegible<K extends string>(source: string, find: (text: string) => Find<K>[]): Found<K>[] {
  const found: Found<K>[] = []
  const taken = new Spans()
  for (const view of viewsOf(source)) {
    for (const { kind, from, to, masked } of find(view.text)) {
      const start = view.offsets[from] as number
      const end = endOf(view, to)
      if (taken.take(start, end)) found.push({ kind, start, end, masked })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The views made last: one text is searched for several things, one after another. */
let lastViews: { source: string; views: Legible[] } = { source: '', views: [] }

function viewsOf(source: string): readonly Legible[] {
  if (lastViews.source !== source) {
    const [written, read] = [legible(source, false), legible(source, true)]
    // Without markup both are the same.
    lastViews = { source, views: written.text === read.text ? [written] : [written, read] }
  }
  return lastViews.views
}

/**
 * A cheap no for texts that hold nothing personal. Whatever is looked for has a letter, a digit or a Chinese numeral in
 * it; in disguise these are marks that begin an escape, or characters that a plain Chinese text does not have.
 */
export function mayHold(source: string): boolean {
  return /[^\u3400-\u9fff\p{P}\s]|[零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖幺弌弍弎%&\\]/u.test(source)
}

/** Whether the digits stand in a web address, where long numbers are page numbers. */
export function inAddress(text: string, at: number): boolean {
  return /(?:https?:\/\/|www\.)\S*$/.test(text.slice(Math.max(0, at - 300), at))
}

/** The offset after the last source character of `[.., to)`. */
function endOf({ offsets }: Legible, to: number): number {
  const last = offsets[to - 1] as number
  for (let index = to; index < offsets.length; index++) {
    if ((offsets[index] as number) > last) return Math.min(offsets[index] as number, last + 12)
  }
  return last + 1
}
