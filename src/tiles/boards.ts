import type { MotifName } from '../schemas/motifs.ts'
import { circle, el, g, n, path, rect } from './svg.ts'

/** How thick a board is, in user units. */
export const BOARD = 56

/**
 * What the steps of a craft's work are set on: a strip of its material, BOARD thick and as long as it is needed.
 * It lies under steps that stand side by side and beside steps that stand below each other.
 */
export interface Board {
  /** Length of one period along the strip, in user units. */
  period: number
  /** One period of the strip as it lies. */
  draw: string
  /** Whether the material is turned with the strip. Otherwise what it shows stands upright either way, on a square. */
  turns: boolean
}

/** The SVG document of one period of a board, to be repeated along a strip that lies or, turned, stands. */
export function drawBoard({ period, draw }: Board, isTurned: boolean): string {
  const [width, height] = isTurned ? [BOARD, period] : [period, BOARD]
  const svg = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` }
  return el('svg', svg, isTurned ? g({ transform: `translate(0 ${period})rotate(-90)` }, draw) : draw)
}

/** A dashed seam: shadow, thread and the light on it. */
const seam = (y: number): string =>
  (
    [
      ['#0a1a33', 4.4, 1.6],
      ['#e0a24a', 3, 0],
      ['#ffe2a3', 1, -0.6],
    ] as const
  )
    .map(([stroke, width, shift]) =>
      path(`M4 ${n(y + shift)}h13M25 ${n(y + shift)}h13`, {
        stroke,
        'stroke-width': width,
        'stroke-linecap': 'round',
      }),
    )
    .join('')

/** Crosses in the cells whose distance from the middle, counted along rows and columns, is one of `rings`. */
function crosses(stroke: string, rings: readonly number[]): string {
  const cells = Array.from({ length: 64 }, (_, i) => [i % 8, Math.floor(i / 8)] as const)
  const d = cells
    .filter(([x, y]) => rings.includes(Math.abs(x - 3.5) + Math.abs(y - 3.5)))
    .map(([x, y]) => `M${x * 7 + 1} ${y * 7 + 1}l5 5m0-5l-5 5`)
    .join('')
  return path(d, { stroke, 'stroke-width': 1.9, 'stroke-linecap': 'round', fill: 'none' })
}

/** Rounded ends of splints in the cells of a 4 × 4 weave where `isOn`. */
const splints = (fill: string, stroke: string, isUpright: boolean, isOn: (i: number, j: number) => boolean): string =>
  path(
    Array.from({ length: 16 }, (_, k) => [k % 4, Math.floor(k / 4)] as const)
      .filter(([i, j]) => isOn(i, j))
      .map(([i, j]) => (isUpright ? `M${i * 14 + 1} ${j * 14}h12v14h-12z` : `M${i * 14} ${j * 14 + 1}h14v12h-14z`))
      .join(''),
    { fill, stroke, 'stroke-width': 0.8 },
  )

const OVER = (i: number, j: number) => (i + j) % 4 < 2

/** The crafts that have a board. Steps of the others are knots on their thread. */
export const boards: Partial<Record<MotifName, Board>> = {
  /** Six strings over rosewood. */
  guitar: {
    period: 96,
    turns: true,
    draw:
      rect(0, 0, 96, BOARD, { fill: '#2b1912' }) +
      path('M0 12q24 3 48 0t48 0M0 27q24-4 48 0t48 0M0 45q24 2 48 0t48 0', {
        stroke: '#5b3b28',
        'stroke-width': 5,
        opacity: 0.5,
        fill: 'none',
      }) +
      [0, 1, 2, 3, 4, 5]
        .map(
          (i) =>
            path(`M0 ${n(9.8 + i * 8)}H96`, { stroke: '#000', 'stroke-width': n(3 - i * 0.3), opacity: 0.55 }) +
            path(`M0 ${8 + i * 8}H96`, { stroke: i < 3 ? '#cfa566' : '#ece7da', 'stroke-width': n(2.6 - i * 0.32) }),
        )
        .join(''),
  },
  /** A waistband of twill with a seam at either edge. */
  denim: {
    period: 42,
    turns: true,
    draw:
      rect(0, 0, 42, BOARD, { fill: '#33598f' }) +
      path(Array.from({ length: 12 }, (_, k) => `M${(k - 5) * 6} ${BOARD}l28-${BOARD}`).join(''), {
        stroke: '#a9c4e6',
        'stroke-width': 1.5,
        opacity: 0.3,
      }) +
      seam(8) +
      seam(48),
  },
  /** Celadon that runs down over bare clay. */
  ceramic: {
    period: 96,
    turns: true,
    draw: (() => {
      const runs =
        'M0-4H96V30c-4 0-6 6-10 6s-5-8-10-8-5 16-11 16-6-18-11-18-6 8-11 8-6-10-11-10-5 22-12 22-5-20-11-20-5 4-9 4z'
      return (
        rect(0, 0, 96, BOARD, { fill: '#d2bd9b' }) +
        path(runs, { fill: '#6b5a3c', opacity: 0.5, transform: 'translate(2 3)' }) +
        path(runs, { fill: '#5f9f8a', stroke: '#3f7c68', 'stroke-width': 1.5 }) +
        path('M0 7H96M18 14v24M62 14v22', {
          stroke: '#e8fff4',
          'stroke-width': 3,
          'stroke-linecap': 'round',
          opacity: 0.4,
        })
      )
    })(),
  },
  /** Fronts of a herbalist's drawers. */
  spice: {
    period: BOARD,
    turns: false,
    draw:
      rect(0, 0, BOARD, BOARD, { fill: '#1f0f07' }) +
      rect(2.5, 2.5, 51, 51, { rx: 1.5, fill: '#7f4c29' }) +
      path('M5 15q12-3 23 0t23 0M5 31q12 3 23 0t23 0M5 45q12-2 23 0t23 0', {
        stroke: '#5a3219',
        'stroke-width': 1.4,
        opacity: 0.7,
        fill: 'none',
      }) +
      path('M3.5 52V3.5H52', { stroke: '#cf9a63', 'stroke-width': 1.6, opacity: 0.8, fill: 'none' }) +
      rect(17, 9, 22, 12, { fill: '#efe1c0', stroke: '#b98b3e', 'stroke-width': 1.6 }) +
      circle(28, 38, 6.5, { fill: 'none', stroke: '#120803', 'stroke-width': 3 }) +
      circle(28, 37, 6.5, { fill: 'none', stroke: '#dcb45c', 'stroke-width': 2.4 }),
  },
  /** Rings of cross-stitch on indigo. */
  embroidery: {
    period: BOARD,
    turns: false,
    draw:
      rect(0, 0, BOARD, BOARD, { fill: '#1d2348' }) +
      crosses('#f0c04d', [1, 7]) +
      crosses('#d8436b', [2, 5]) +
      crosses('#58ae9e', [3]) +
      crosses('#e98a4a', [6]),
  },
  /** Splints of bamboo, two over and two under. */
  bamboo: {
    period: BOARD,
    turns: false,
    draw:
      rect(0, 0, BOARD, BOARD, { fill: '#2b1a0a' }) +
      splints('#c9ab5c', '#8b6f2e', false, (i, j) => !OVER(i, j)) +
      splints('#e3cb8c', '#9a7c38', true, (i, j) => OVER(i, j) && i !== 2) +
      splints('#a3a553', '#6c6f2c', true, (i, j) => OVER(i, j) && i === 2),
  },
  /** Rows of bushes along the contours of a hill. */
  tea: {
    period: 84,
    turns: true,
    draw:
      rect(0, 0, 84, BOARD, { fill: '#86ab55' }) +
      ['#6f9847', '#5a853c', '#477132', '#365c29']
        .map((fill, i) => {
          const y = 5 + i * 13
          const hill = `M0 ${y}c14-${8 - i} 28-${8 - i} 42 0s28 ${8 - i} 42 0`
          return (
            path(`${hill}V${BOARD}H0z`, { fill }) +
            path(hill, {
              stroke: '#cfe39a',
              'stroke-width': 2.6,
              'stroke-dasharray': '4.2 3',
              opacity: 0.55,
              fill: 'none',
            })
          )
        })
        .join(''),
  },
  /** Amber tea, the golden ring and the white rim of a cup. */
  redtea: {
    period: 72,
    turns: true,
    draw:
      rect(0, 0, 72, BOARD, { fill: '#8c3212' }) +
      rect(0, 14, 72, 14, { fill: '#a5441a' }) +
      rect(0, 26, 72, 11, { fill: '#c76b25' }) +
      rect(0, 35, 72, 5, { fill: '#eeb04a' }) +
      rect(0, 40, 72, 16, { fill: '#f6efe2' }) +
      path('M0 40H72', { stroke: '#7d2c10', 'stroke-width': 1.4, opacity: 0.6 }) +
      path('M0 48.5H72', { stroke: '#c69a3f', 'stroke-width': 2 }) +
      path('M6 10q10-4 20 0M40 20q12-4 24 0', {
        stroke: '#f2ac6a',
        'stroke-width': 2,
        'stroke-linecap': 'round',
        opacity: 0.6,
        fill: 'none',
      }),
  },
  /** A shelf of jars under red cloth. */
  jars: {
    period: BOARD,
    turns: false,
    draw:
      rect(0, 0, BOARD, BOARD, { fill: '#22130c' }) +
      rect(0, 49, BOARD, 7, { fill: '#7b5632' }) +
      path('M0 49.5H56', { stroke: '#b98a55', 'stroke-width': 1 }) +
      path('M15 49q-7-9-6-18t11-12h16q10 3 11 12t-6 18z', { fill: '#6a3d24' }) +
      path('M14 44q-4-9-1-16', { stroke: '#c98a5a', 'stroke-width': 2.4, 'stroke-linecap': 'round', fill: 'none' }) +
      path('M15 20q1-13 13-13t13 13l4 5q-4 3-7 0-3 4-6 0-4 4-8 0-3 4-6 0-3 3-7 0z', { fill: '#b0281c' }) +
      path('M15 19h26', { stroke: '#e8c98a', 'stroke-width': 2 }) +
      path('M28 30l8 7.5-8 7.5-8-7.5z', { fill: '#c8391f', stroke: '#f0c868', 'stroke-width': 1.3 }),
  },
}
