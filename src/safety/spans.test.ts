import { describe, expect, it } from 'vitest'
import { Spans } from './spans.ts'

describe('parts of a text', () => {
  it('take in what overlaps none of them, in any order', () => {
    const spans = new Spans()
    expect([spans.take(10, 20), spans.take(0, 5), spans.take(20, 25), spans.take(5, 10)]).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect([spans.take(4, 6), spans.take(24, 30), spans.take(12, 13), spans.take(0, 100)]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('say of every place what a look at all of them says', () => {
    const parts: Array<[number, number]> = [
      [3, 5],
      [4, 9],
      [12, 13],
      [13, 15],
      [30, 40],
      [31, 32],
    ]
    const spans = new Spans(parts)
    for (let start = 0; start < 45; start++)
      for (let end = start + 1; end < 45; end++)
        expect(spans.touches(start, end), `${start}-${end}`).toBe(parts.some(([from, to]) => from < end && start < to))
  })
})
