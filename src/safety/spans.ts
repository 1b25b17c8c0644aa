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
    const next = this.#after(start)
    return (this.#ends[next - 1] ?? start) > start || (this.#starts[next] ?? end) < end
  }

  /** Takes a part in, unless another overlaps it; says whether it did. */
  take(start: number, end: number): boolean {
    if (this.touches(start, end)) return false
    const next = this.#after(start)
    this.#starts.splice(next, 0, start)
    this.#ends.splice(next, 0, end)
    return true
  }

  /** How many parts begin at `start` or before it. */
  #after(start: number): number {
    let [low, high] = [0, this.#starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] as number) <= start) low = middle + 1
      else high = middle
    }
    return low
  }
}
