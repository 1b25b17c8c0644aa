import type { Random } from './random.ts'

/** Side of the square every tile is drawn in, in user units. */
export const SIZE = 480

/** What a motif draws with. */
export interface Canvas {
  /** Reproducible per brand: palette, count, rhythm, form; never meaning. */
  random: Random
  /** Place of the brand among those of the same motif, from 0: forms and cameras are chosen by it, so two brands never land on one picture. */
  index: number
  /** Makes an id that is unique on any page: `id('wood')`; refer to it as `url(#${id('wood')})`. */
  id: (name: string) => string
}

/** A craft as a picture: it fills the square, edge to edge. */
export interface Motif {
  /** What is seen, for people who do not see it: 吉他音孔与六根弦. */
  alt: string
  /** The craft's thread colour, for rules and small marks on paper. */
  thread: string
  /** Where the interest lies when the square is cropped to a strip or a band, in percent. */
  focus: { x: number; y: number }
  /** The picture, as the children of an <svg viewBox="0 0 480 480">; definitions included. */
  draw(canvas: Canvas): string
  /** The thread rule: one period of a pattern 24 units high, drawn in `currentColor`. */
  rule: { period: number; draw: string }
}
