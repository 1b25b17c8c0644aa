import { encode } from 'uqr'
import { type FigureText, joinFigure } from '../text/figure.ts'
import { SIZE } from '../tiles/motif.ts'
import { el, g, path, pattern, rect } from '../tiles/svg.ts'
import type { Lettering, Weight } from './lettering.ts'
import { breakLines } from './lines.ts'
import { groundOf, PALETTE } from './palette.ts'

/** What a poster shows, in plain words. */
export interface PosterContent {
  name: string
  /** `spine`: the name stands upright beside the picture. `headline`: it lies below it. */
  layout: 'spine' | 'headline'
  /** Short lines below an upright name: where, or who. */
  place: string[]
  /** One line above a headline: what it is, and when. */
  kicker: string
  sentence: string
  figure: PosterFigure | undefined
  /** Where the words come from. */
  source: string
  /** Below the QR code. */
  invitation: string
  /** On every poster: what the picture is not. */
  credit: string
  siteName: string
  /** The full address in the QR code. */
  address: string
  tile: PosterTile
}

/** One number with what it is. */
export interface PosterFigure {
  kind: 'actual' | 'target' | 'estimate'
  kindWord: string
  label: string
  figure: FigureText
  /** As of when, on which basis, and whether others say otherwise. */
  caveat: string
}

/** The picture of a poster. */
export interface PosterTile {
  /** Children of an <svg viewBox="0 0 480 480">. */
  drawing: string
  thread: string
  focus: { x: number; y: number }
  rule: { period: number; draw: string }
}

/** Forms in which a poster is published; `print` has the proportions of A4 and A3. */
export const FORMS = { phone: [1080, 1920], square: [1080, 1080], print: [1080, 1527] } as const

/** A form of a poster. */
export type Form = keyof typeof FORMS

/** A laid-out poster: where the picture goes, and everything else as SVG above it. */
export interface Composition {
  width: number
  height: number
  art: { x: number; y: number; width: number; height: number }
  /** The part of the 480-unit tile that fills `art`. */
  crop: { x: number; y: number; width: number; height: number }
  /** Children of an SVG of `width` × `height`, transparent where the picture is. */
  overlay: string
}

/** Something of known height that can be drawn at a place. */
interface Block {
  height: number
  draw(x: number, y: number): string
}

const MARGIN = 72
const QR_SIDE = 372
const GUTTER = 44

/**
 * Lays a poster out.
 * @throws when a name is too long for the form; the schema's limits keep names shorter
 */
export function compose(content: PosterContent, form: Form, letters: Lettering): Composition {
  const [width, height] = FORMS[form]
  const pen = new Pen(letters)
  const { art, overlay } = form === 'square' ? composeSquare(content, pen) : composeTall(content, width, height, pen)
  return { width, height, art, crop: cropFor(art, content.tile.focus), overlay }
}

/** A poster as one SVG document, for print. */
export function toSvg({ width, height, art, crop, overlay }: Composition, drawing: string): string {
  const viewBox = [crop.x, crop.y, crop.width, crop.height].join(' ')
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height },
    el('svg', { ...art, viewBox, preserveAspectRatio: 'none' }, drawing),
    overlay,
  )
}

function cropFor(art: Composition['art'], focus: { x: number; y: number }): Composition['crop'] {
  const scale = Math.max(art.width, art.height) / SIZE
  const [width, height] = [art.width / scale, art.height / scale].map((side) => Math.round(side * 10) / 10) as [
    number,
    number,
  ]
  const at = (rest: number, percent: number) => Math.round(rest * percent) / 100
  return { x: at(SIZE - width, focus.x), y: at(SIZE - height, focus.y), width, height }
}

/** Phone and print: picture above, words and code below. */
function composeTall(content: PosterContent, width: number, height: number, pen: Pen) {
  const inner = width - 2 * MARGIN
  const headline = content.layout === 'headline'
  const column = inner - QR_SIDE - GUTTER
  const left = stack([
    pen.text(content.sentence, column, 42, 62, 'medium', PALETTE.ink),
    ...(content.figure ? [gap(28), line(column), gap(24), figureBlock(content.figure, column, pen)] : []),
    gap(20),
    pen.text(content.source, column, 30, 44, 'medium', PALETTE.quiet),
  ])
  const right = stack([qrBlock(content.address), gap(36), pen.centred(content.invitation, QR_SIDE, 30, 40)])
  const columns: Block = {
    height: Math.max(left.height, right.height),
    draw: (x, y) => left.draw(x, y) + right.draw(x + inner - QR_SIDE, y),
  }
  const panel = stack([
    gap(56),
    ...(headline
      ? [
          pen.text(content.kicker, inner, 32, 44, 'medium', PALETTE.quiet),
          gap(16),
          titleBlock(content.name, inner, [96, 86, 76, 68, 60, 54], 3, pen),
          gap(46),
        ]
      : []),
    columns,
    gap(48),
    footBlock(content, inner, pen),
    gap(52),
  ])
  const top = Math.floor(height - panel.height)
  const paper = rect(0, top, width, height - top, { fill: PALETTE.paper })
  if (headline) {
    return {
      art: { x: 0, y: 0, width, height: top },
      overlay: paper + threadRule(content.tile, width, top) + panel.draw(MARGIN, top + 24),
    }
  }
  const spine = spineBlock(content, top, pen)
  return {
    art: { x: spine.width, y: 0, width: width - spine.width, height: top },
    overlay: spine.svg + paper + panel.draw(MARGIN, top),
  }
}

/** The name upright on a dark strip, with short lines below. */
function spineBlock({ name, place, tile }: PosterContent, height: number, pen: Pen): { width: number; svg: string } {
  const below = place.length * 52
  const room = height - 96 - 60 - below - 64
  const size = Math.min(148, Math.floor(room / [...name].length))
  const width = Math.round(size + 112)
  const middle = width / 2
  const upright = pen.letters.set(name, size, 'bold', true)
  return {
    width,
    svg: [
      rect(0, 0, width, height, { fill: groundOf(tile.thread) }),
      rect(width - 6, 0, 6, height, { fill: tile.thread }),
      g({ transform: `translate(${middle} 80)`, fill: PALETTE.cream }, upright.svg),
      ...place.map((text, index) => {
        const set = pen.letters.set(text, 34, 'medium')
        const y = height - 64 - (place.length - 1 - index) * 52
        return g({ transform: `translate(${middle - set.length / 2} ${y})`, fill: PALETTE.cream }, set.svg)
      }),
    ].join(''),
  }
}

/** For feeds of pictures: the tile at the left, words and code at the right. */
function composeSquare(content: PosterContent, pen: Pen) {
  const [side] = FORMS.square
  const art = { x: 0, y: 0, width: 424, height: side }
  const x = art.width + 60
  const inner = side - x - 56
  const kicker = content.layout === 'headline' ? content.kicker : content.place.join(' · ')
  const code = 300
  const foot: Block = {
    height: code,
    draw: (left, y) =>
      qrBlock(content.address, code).draw(left, y) +
      stack([
        pen.text(content.invitation, inner - code - 36, 30, 44, 'medium', PALETTE.ink),
        gap(24),
        markBlock(content.siteName, pen, 34),
        gap(16),
        pen.text(content.credit, inner - code - 36, 24, 34, 'medium', PALETTE.quiet),
      ]).draw(left + code + 36, y + 8),
  }
  const room = side - 72 - 60 - foot.height - 44
  const tries: Array<[title: number, sentence: number, figure: boolean]> = [
    [92, 36, true],
    [80, 34, true],
    [70, 32, true],
    [62, 32, true],
    [62, 30, false],
    [54, 28, false],
    [48, 26, false],
  ]
  for (const [title, sentence, withFigure] of tries) {
    const words = stack([
      pen.text(kicker, inner, 30, 42, 'medium', PALETTE.quiet),
      gap(18),
      titleBlock(content.name, inner, [title], 6, pen),
      gap(26),
      pen.text(content.sentence, inner, sentence, sentence * 1.55, 'medium', PALETTE.ink),
      ...(withFigure && content.figure
        ? [
            gap(24),
            line(inner),
            gap(18),
            figureBlock(content.figure, inner, pen, 60),
            gap(10),
            pen.text(content.source, inner, 26, 36, 'medium', PALETTE.quiet),
          ]
        : []),
    ])
    if (words.height > room) continue
    const overlay =
      rect(art.width, 0, side - art.width, side, { fill: PALETTE.paper }) +
      rect(art.width, 0, 6, side, { fill: content.tile.thread }) +
      words.draw(x, 72) +
      foot.draw(x, side - 60 - foot.height)
    return { art, overlay }
  }
  throw new Error(`too many words for a square poster: ${content.name}`)
}

function titleBlock(text: string, width: number, sizes: readonly number[], most: number, pen: Pen): Block {
  const blocks = sizes.map((size) => pen.lines(text, width, size, 'bold'))
  // Where none fits, -1 names the last and smallest.
  const fitting = blocks.findIndex((lines) => lines.length <= most)
  const size = sizes.at(fitting) as number
  return pen.text(text, width, size, size * 1.26, 'bold', PALETTE.ink)
}

/**
 * A result has a solid mark, a target a hatched one, an estimate an empty one; each says its word. Labels break into
 * lines, and long numbers shrink with their unit, so that nothing reaches beyond `width`: the code stands there.
 */
function figureBlock(figure: PosterFigure, width: number, pen: Pen, size = 76): Block {
  const { kind, kindWord, label, caveat } = figure
  const colour = kind === 'target' ? PALETTE.target : PALETTE.actual
  const word = pen.text(kindWord, width, 30, 44, 'bold', colour)
  const indent = 54 + pen.letters.measure(kindWord, 30, 'bold') + 20
  const what = pen.text(label, width - indent, 30, 44, 'medium', PALETTE.ink)
  const head: Block = {
    height: Math.max(word.height, what.height),
    draw: (x, y) => kindMark(kind, x, y + 12, colour) + word.draw(x + 54, y) + what.draw(x + indent, y),
  }
  return stack([
    head,
    valueBlock(figure.figure, width, size, pen),
    ...(caveat ? [gap(10), pen.text(caveat, width, 28, 40, 'medium', PALETTE.quiet)] : []),
  ])
}

/** A number with its unit on one line, at most `most` high. */
function valueBlock({ unit, after, ...number }: FigureText, width: number, most: number, pen: Pen): Block {
  const digits = joinFigure({ ...number, unit: '', after: '' })
  const length = pen.letters.measure(digits, 1, 'bold') + pen.letters.measure(unit + after, 0.45, 'medium')
  const size = Math.min(most, (width - 12) / length)
  const set = pen.letters.set(digits, size, 'bold')
  const rest = pen.letters.set(unit + after, size * 0.45, 'medium')
  return {
    height: size * 1.2,
    draw: (x, y) => {
      const base = y + size * 0.98
      return (
        g({ transform: `translate(${x} ${base})`, fill: PALETTE.ink }, set.svg) +
        g({ transform: `translate(${x + set.length + 12} ${base})`, fill: PALETTE.ink }, rest.svg)
      )
    },
  }
}

function kindMark(kind: PosterFigure['kind'], x: number, y: number, colour: string): string {
  if (kind === 'actual') return rect(x, y, 42, 18, { fill: colour })
  const frame = rect(x + 1.5, y + 1.5, 39, 15, { fill: 'none', stroke: colour, 'stroke-width': 3 })
  if (kind === 'estimate') return frame
  const strokes = [6, 16, 26].map((from) => `M${x + from} ${y + 17}l10 -16`).join('')
  return frame + path(strokes, { stroke: colour, 'stroke-width': 3 })
}

/** The code on bare paper: what stands around it keeps the distance that readers need, four modules. */
function qrBlock(address: string, side = QR_SIDE): Block {
  const { data, size } = encode(address, { ecc: 'L', boostEcc: true, border: 0 })
  const modules = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  const scale = Math.round((side / size) * 1e5) / 1e5
  return {
    height: side,
    draw: (x, y) =>
      path(modules, {
        fill: '#000',
        'shape-rendering': 'crispEdges',
        transform: `translate(${x} ${y})scale(${scale})`,
      }),
  }
}

/** The site's mark, a square with a thread through it, and its name. */
function markBlock(name: string, pen: Pen, size: number): Block {
  const scale = size / 28
  return {
    height: size * 1.2,
    draw: (x, y) =>
      g(
        { transform: `translate(${x} ${y})scale(${Math.round(scale * 1000) / 1000})`, fill: 'none' },
        path('M2.3 12V2.3h23.4V12M25.7 22v3.7H2.3V22', { stroke: PALETTE.ink, 'stroke-width': '2.6' }),
        path('M1 20c7 0 8-8 13-8s6 8 13 8', { stroke: PALETTE.thread, 'stroke-width': '2.2' }),
      ) +
      g(
        { transform: `translate(${x + size * 1.35} ${y + size * 0.88})`, fill: PALETTE.ink },
        pen.letters.set(name, size, 'bold').svg,
      ),
  }
}

function footBlock({ siteName, credit }: PosterContent, width: number, pen: Pen): Block {
  const mark = markBlock(siteName, pen, 42)
  const words = pen.letters.set(credit, 28, 'medium')
  return {
    height: mark.height,
    draw: (x, y) =>
      mark.draw(x, y) +
      g({ transform: `translate(${x + width - words.length} ${y + 36})`, fill: PALETTE.quiet }, words.svg),
  }
}

/** The craft's thread rule across the sheet. */
function threadRule({ rule, thread }: PosterTile, width: number, y: number): string {
  return (
    // The pattern takes its colour from where it stands, not from where it is used.
    el('defs', { color: thread }, pattern('poster-rule', rule.period, 24, undefined, rule.draw)) +
    g({ transform: `translate(0 ${y + 6})scale(1.5)` }, rect(0, 0, width / 1.5, 24, { fill: 'url(#poster-rule)' }))
  )
}

const gap = (height: number): Block => ({ height, draw: () => '' })

const line = (width: number): Block => ({ height: 2, draw: (x, y) => rect(x, y, width, 2, { fill: PALETTE.ink }) })

function stack(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, block) => sum + block.height, 0),
    draw: (x, y) => {
      let at = y
      return blocks
        .map((block) => {
          const drawn = block.draw(x, at)
          at += block.height
          return drawn
        })
        .join('')
    },
  }
}

/** Sets paragraphs. */
class Pen {
  readonly letters: Lettering

  constructor(letters: Lettering) {
    this.letters = letters
  }

  lines(text: string, width: number, size: number, weight: Weight): string[] {
    return breakLines(text, width, (piece) => this.letters.measure(piece, size, weight))
  }

  /** A paragraph; no height where there is no text. */
  text(text: string, width: number, size: number, leading: number, weight: Weight, fill: string): Block {
    const lines = text ? this.lines(text, width, size, weight) : []
    return {
      height: lines.length * leading,
      draw: (x, y) =>
        lines
          .map((words, index) => {
            const base = y + index * leading + leading / 2 + size * 0.36
            return g({ transform: `translate(${x} ${base})`, fill }, this.letters.set(words, size, weight).svg)
          })
          .join(''),
    }
  }

  /** One centred line. */
  centred(text: string, width: number, size: number, leading: number): Block {
    const set = this.letters.set(text, size, 'medium')
    return {
      height: leading,
      draw: (x, y) =>
        g(
          {
            transform: `translate(${x + (width - set.length) / 2} ${y + leading / 2 + size * 0.36})`,
            fill: PALETTE.ink,
          },
          set.svg,
        ),
    }
  }
}
