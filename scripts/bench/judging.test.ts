import { describe, expect, it } from 'vitest'
import { queryTokens, tokens } from './engines/tokens.ts'
import { judge, percentile, queriesFor } from './judging.ts'
import { wireSize } from './measure.ts'

const query = (q: string, ...relevant: string[]) => ({ q, kind: 'exact', relevant })

describe('judging', () => {
  it('counts the relevant brands among the first ten, and the place of the first', () => {
    const others = Array.from({ length: 10 }, (_, at) => `other ${at}`)
    const queries = [query('a', 'A', 'B'), query('b', 'B'), query('c', 'C')]
    const answers = [['x', 'A'], [...others, 'B'], ['C']]
    const { recall, mrr } = judge(queries, answers)
    expect(recall).toBeCloseTo((0.5 + 0 + 1) / 3)
    expect(mrr).toBeCloseTo((0.5 + 0 + 1) / 3)
  })

  it('wants nothing for what has no answer', () => {
    expect(judge([query('a'), query('b')], [[], ['B']]).none).toBe(0.5)
  })

  it('asks a small catalogue only what it can answer, and what nobody can', () => {
    const asked = queriesFor([query('a', 'A', 'B'), query('b', 'B'), query('none')], new Set(['A']))
    expect(asked.map(({ q, relevant }) => [q, relevant])).toEqual([
      ['a', ['A']],
      ['none', []],
    ])
  })

  it('takes percentiles by nearest rank', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2)
    expect(percentile([4, 1, 3, 2], 0.95)).toBe(4)
    expect(percentile([7], 0.5)).toBe(7)
    expect(percentile([], 0.5)).toBeNaN()
  })
})

describe('what the other engines are given', () => {
  it('reads Chinese as pairs, letters as words', () => {
    expect(tokens('做吉他 oem 粉')).toEqual(['做吉', '吉他', 'oem', '粉'])
    expect(queryTokens('cai feng')).toEqual(['caifeng'])
    expect(queryTokens('福绵 caifeng')).toEqual(['福绵', 'caifeng'])
  })

  it('weighs text as it travels, the rest as it is', () => {
    const bytes = Buffer.from('福绵裁缝'.repeat(100))
    expect(wireSize(bytes, '.json')).toBeLessThan(100)
    expect(wireSize(bytes, '.pf_index')).toBe(bytes.length)
  })
})
