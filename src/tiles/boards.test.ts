import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BOARD, type Board, boards, drawBoard } from './boards.ts'

const list = Object.entries(boards) as Array<[string, Board]>

describe('boards', () => {
  it.each(list)('%s is a plain drawing without ids or references', (_, { draw }) => {
    expect(draw).not.toMatch(/<(?!(?:path|rect|circle)\b)[a-z]/)
    expect(draw).not.toMatch(/\sid=|url\(|href|NaN|undefined|Infinity/)
  })

  it.each(list)('%s covers its whole period with one ground', (_, { draw, period }) => {
    expect(draw).toMatch(new RegExp(`^<rect x="0" y="0" width="${period}" height="${BOARD}" fill="#`))
  })

  it.each(list)('%s stands upright on a square, or turns with the strip', (_, { period, turns }) => {
    expect(turns || period === BOARD).toBe(true)
  })

  it.each(list)('%s weighs little beside the page it belongs to', (_, board) => {
    for (const isTurned of [false, true]) expect(gzipSync(drawBoard(board, isTurned)).length).toBeLessThan(900)
  })

  it('turns a strip that stands by a quarter, back into its own period', () => {
    const board: Board = { period: 96, draw: '<path d="M0 0h96"/>', turns: true }
    expect(drawBoard(board, false)).toContain('width="96" height="56" viewBox="0 0 96 56"><path')
    expect(drawBoard(board, true)).toContain(
      'width="56" height="96" viewBox="0 0 56 96"><g transform="translate(0 96)rotate(-90)">',
    )
  })
})
