import { describe, expect, it } from 'vitest'
import { yearStrip } from './years.ts'

const count = (year: number, solid = 1, hatched = 0) => ({ year, solid, hatched })

describe('a strip of years', () => {
  it('runs from the first to the last, with the years between them that have nothing', () => {
    const strip = yearStrip([count(2024, 2), count(2021)], '场')
    expect(strip?.years.map(({ text, squares }) => [text, squares.length])).toEqual([
      ['2021', 1],
      ['2022', 0],
      ['2023', 0],
      ['2024', 2],
    ])
    expect(strip?.alt).toBe('按年份，一格一场：2021年1场，2024年2场。')
    for (const { x } of strip?.years ?? []) expect(x > 0 && x < 100).toBe(true)
  })

  it('puts what is only aimed at upon what is there, hatched', () => {
    const [year] = yearStrip([count(2022, 1, 2), count(2023)], '项')?.years ?? []
    expect(year?.squares.map(({ hatched }) => hatched)).toEqual([false, true, true])
    const heights = year?.squares.map(({ y }) => y) ?? []
    expect(heights).toEqual([...heights].sort((a, b) => b - a))
  })

  it('stays low however many there are, and says what a square stands for', () => {
    const strip = yearStrip([count(2023, 500), count(2024, 10)], '场')
    expect(Math.max(...(strip?.years.map(({ squares }) => squares.length) ?? []))).toBe(12)
    expect(strip?.unit).toBe('一格42场')
  })

  it('names as many years as a phone has room for, the last among them', () => {
    const strip = yearStrip([count(1990), count(2025)], '场')
    const named = strip?.years.filter(({ text }) => text) ?? []
    expect(named.length).toBeLessThanOrEqual(5)
    expect(named.at(-1)?.text).toBe('2025')
  })

  it('is none where there is one year, or nothing', () => {
    expect(yearStrip([count(2025, 9)], '场')).toBeUndefined()
    expect(yearStrip([], '场')).toBeUndefined()
  })
})
