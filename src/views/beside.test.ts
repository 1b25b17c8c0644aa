import { describe, expect, it } from 'vitest'
import { type BesidePiece, besides } from './beside.ts'
import type { Piece } from './body.ts'
import type { Note } from './notes.ts'

const NOTES = [1, 2, 3].map((number) => ({ number, id: `n${number}` }) as Note)

const cite = (number: number, isFirst = true): Piece => ({
  cite: { number, noteId: `n${number}`, markId: isFirst ? `m${number}` : undefined, sourceId: 's' },
})

/** The pieces as they are read: HTML, marks as (1), notes as [1]. */
const read = (pieces: readonly BesidePiece[]) =>
  pieces
    .map((piece) =>
      'html' in piece
        ? piece.html
        : 'cite' in piece
          ? `(${piece.cite.number})`
          : 'beside' in piece
            ? `[${piece.beside.map(({ number }) => number).join()}]`
            : '?',
    )
    .join('')

describe('notes in the margin', () => {
  it('stand at the head of the paragraph that cites them first, together', () => {
    const body = [
      { html: '<p>甲' },
      cite(1),
      { html: '乙' },
      cite(2),
      { html: '</p><p>丙' },
      cite(1, false),
      { html: '</p>' },
    ]
    expect(read(besides(body, NOTES))).toBe('<p>[1,2]甲(1)乙(2)</p><p>丙(1)</p>')
  })

  it('stand beside the innermost of nested places', () => {
    const body = [
      { html: '<ol class="steps"><li>甲<p>乙' },
      cite(1),
      { html: '</p>丙' },
      cite(2),
      { html: '</li></ol>' },
    ]
    expect(read(besides(body, NOTES))).toBe('<ol class="steps"><li>[2]甲<p>[1]乙(1)</p>丙(2)</li></ol>')
  })

  it('are left to the foot of the page where a table cites them', () => {
    const body = [{ html: '<p>甲</p><table><tr><td>乙' }, cite(1), { html: '</td></tr></table>' }]
    expect(read(besides(body, NOTES))).toBe('<p>甲</p><table><tr><td>乙(1)</td></tr></table>')
  })

  it('take no other tag for a place', () => {
    const body = [{ html: '<pre>甲' }, cite(1), { html: '</pre><link>' }]
    expect(read(besides(body, NOTES))).toBe('<pre>甲(1)</pre><link>')
  })
})
