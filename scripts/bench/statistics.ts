/** A middle value with how far the single ones lie apart. */
export interface Spread {
  median: number
  least: number
  most: number
  count: number
}

/**
 * The middle of the values and their range.
 * @throws RangeError when there is none
 */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('no values')
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) / 2
  const median = ((sorted[Math.floor(at)] as number) + (sorted[Math.ceil(at)] as number)) / 2
  return { median, least: sorted[0] as number, most: sorted.at(-1) as number, count: sorted.length }
}

/** Ratios of values that were measured one after the other: the first to the first, the second to the second. */
export const ratiosOf = (values: readonly number[], others: readonly number[]): number[] =>
  values.slice(0, others.length).map((value, index) => value / (others[index] as number))
