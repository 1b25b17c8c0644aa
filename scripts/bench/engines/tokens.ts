import { normalise, type Pairs, readPairs } from '../../../src/search/finder/text.ts'
import type { BrandDocument } from '../documents.ts'
import { type Ground, loadJson } from './engine.ts'

/** Documents and the reading of text that all libraries share: simplified characters, pairs of them. */
export interface ChineseSetup {
  documents: BrandDocument[]
  normal(text: string): string
}

/** Fetches the documents and the table of traditional characters, side by side. */
export async function chineseSetup({ documents, simplify }: Ground): Promise<ChineseSetup> {
  const [list, pairs] = await Promise.all([loadJson<BrandDocument[]>(documents), loadJson<Pairs>(simplify)])
  const map = readPairs(pairs)
  return { documents: list, normal: (text) => normalise(text, map) }
}

/**
 * Text as tokens, the usual way for Chinese without a dictionary: runs of letters as they are, runs of
 * Han characters as overlapping pairs, a lone one by itself. Expects normalised text.
 */
export function tokens(text: string): string[] {
  return (text.match(/[\u3400-\u9fff]+|[a-z0-9]+/g) ?? []).flatMap((run) =>
    /[a-z0-9]/.test(run) || run.length === 1
      ? [run]
      : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  )
}

/** A query's tokens; letters typed apart without any Chinese are one word: `cai feng`. */
export const queryTokens = (text: string): string[] =>
  tokens(/[\u3400-\u9fff]/.test(text) ? text : text.replaceAll(' ', ''))
