/** How many of some numbers in ascending order are at most `value`; found by halving. */
export function countUpTo(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Parts of one text, [start, end), none of which overlap. Asked tens of thousands of times about one text, it looks
 * at a few of its parts only.
 */
export class Spans {
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  /** @param parts overlapping ones count as one part from the first to the last of them */
  constructor(parts: Iterable<readonly [start: number, end: number]> = []) {
    for (const [start, end] of [...parts].sort((a, b) => a[0] - b[0])) {
      const last = this.#ends.length - 1
      if (start < (this.#ends[last] ?? start)) this.#ends[last] = Math.max(end, this.#ends[last] as number)
      else {
        this.#starts.push(start)
        this.#ends.push(end)
      }
    }
  }

  /** Whether any part overlaps this one. */
  touches(start: number, end: number): boolean {
    const next = countUpTo(this.#starts, start)
    return (this.#ends[next - 1] ?? start) > start || (this.#starts[next] ?? end) < end
  }

  /** Takes a part in, unless another overlaps it; says whether it did. */
  take(start: number, end: number): boolean {
    if (this.touches(start, end)) return false
    const next = countUpTo(this.#starts, start)
    this.#starts.splice(next, 0, start)
    this.#ends.splice(next, 0, end)
    return true
  }
}
