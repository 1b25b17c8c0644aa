import { describe, expect, it } from 'vitest'
import { BOARD, type Board, boards } from './boards.ts'

const list = Object.entries(boards) as Array<[string, Board]>

describe('boards', () => {
  it.each(list)('%s is a plain drawing without ids, so that it can stand inside any page', (_, { draw }) => {
    expect(draw).not.toMatch(/<(?!(?:path|rect|circle)\b)[a-z]/)
    expect(draw).not.toMatch(/\sid=|url\(|href|NaN|undefined|Infinity/)
  })

  it.each(list)('%s covers its whole period with one ground', (_, { draw, period }) => {
    expect(draw).toMatch(new RegExp(`^<rect x="0" y="0" width="${period}" height="${BOARD}" fill="#`))
  })

  it.each(list)('%s stands upright on a square, or turns with the strip', (_, { period, turns }) => {
    expect(turns || period === BOARD).toBe(true)
  })

  it.each(list)('%s weighs little: it stands in the page itself', (_, { draw }) => {
    expect(draw.length).toBeLessThan(2600)
  })
})
