/** A query and what it should find, as `scripts/e2e/queries.json` holds it. */
export interface JudgedQuery {
  q: string
  kind: string
  /** Names of the brands that must be found; empty where nothing should be. */
  relevant: readonly string[]
}

/** How good answers are. All three are shares from 0 to 1. */
export interface Quality {
  /** Mean share of the relevant brands that stand among the first ten. */
  recall: number
  /** Mean of 1 / place of the first relevant brand among the first ten; 0 where there is none. */
  mrr: number
  /** Share of the queries without an answer that got none. */
  none: number
}

/** How many results count. */
const SHOWN = 10

/** The queries that a catalogue with these brands can answer, judged by them alone, and those that have no answer. */
export function queriesFor(queries: readonly JudgedQuery[], names: ReadonlySet<string>): JudgedQuery[] {
  return queries.flatMap((query) => {
    const relevant = query.relevant.filter((name) => names.has(name))
    return relevant.length > 0 || query.relevant.length === 0 ? [{ ...query, relevant }] : []
  })
}

/**
 * Judges the answers to queries.
 * @param answers names of the brands found, best first, one list per query
 */
export function judge(queries: readonly JudgedQuery[], answers: ReadonlyArray<readonly string[]>): Quality {
  const recalls: number[] = []
  const ranks: number[] = []
  const nones: number[] = []
  queries.forEach(({ relevant }, at) => {
    const found = answers[at] ?? []
    if (relevant.length === 0) {
      nones.push(found.length === 0 ? 1 : 0)
      return
    }
    const shown = found.slice(0, SHOWN)
    recalls.push(relevant.filter((name) => shown.includes(name)).length / Math.min(SHOWN, relevant.length))
    const first = shown.findIndex((name) => relevant.includes(name))
    ranks.push(first < 0 ? 0 : 1 / (first + 1))
  })
  return { recall: mean(recalls), mrr: mean(ranks), none: mean(nones) }
}

const mean = (list: readonly number[]): number =>
  list.length === 0 ? Number.NaN : list.reduce((sum, value) => sum + value, 0) / list.length

/**
 * The value below or at which the given share of the values lies (nearest rank).
 * @param share 0–1
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
