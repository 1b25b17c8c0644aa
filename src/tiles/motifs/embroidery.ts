import type { Canvas, Motif } from '../motif.ts'
import { circle, el, g, linear, path, pattern, radial, rect } from '../svg.ts'

/** Cloth, its holes, then five threads; the last is the one in the needle. */
type Palette = readonly [string, string, string, string, string, string, string]
const DARK: readonly [Palette, ...Palette[]] = [
  ['#16242f', '#070d12', '#f6ead0', '#e9b441', '#2f938c', '#4c7fc6', '#d4345a'],
  ['#2b1019', '#12050a', '#f8e6cf', '#e8993a', '#3f9c93', '#d9678f', '#e34b3a'],
  ['#1a2750', '#0a1026', '#f3ecda', '#efc04f', '#e0663f', '#5fae9c', '#d63d6d'],
]
const LINEN: readonly [Palette, ...Palette[]] = [
  ['#e5d8bb', '#9c8a63', '#27385f', '#c98a2b', '#2f7c74', '#7a2f5c', '#c22f45'],
  ['#dfdcd2', '#8e8a7d', '#8c2440', '#d39a35', '#3c6e8f', '#3f7450', '#b8365e'],
  ['#ead9c2', '#a5865f', '#214d4a', '#d4a03c', '#a94a26', '#3d5590', '#b3284a'],
]

const use = (id: string, attributes: Record<string, string | number> = {}) =>
  el('use', { href: `#${id}`, ...attributes })

/** A leg of a stitch in a 10 × 10 cell, slim at its holes: what lies under it, floss, strands, shine. */
const leg = (turn: string, shade: number, thread: string) => {
  const floss = 'M1.2 8.8Q3 3 8.8 1.2 7 7 1.2 8.8Z'
  return g(
    { transform: turn, fill: thread, stroke: thread },
    path(floss, { fill: '#000', stroke: '#000', 'stroke-width': '.8', opacity: '.45', transform: 'translate(.2 .6)' }),
    path(floss, { 'stroke-width': '.9' }),
    shade ? path(floss, { fill: '#000', stroke: '#000', 'stroke-width': '.9', opacity: shade }) : '',
    path('M1.2 8.8Q6.4 6.4 8.8 1.2M1.2 8.8Q4.9 4.9 8.8 1.2', {
      fill: 'none',
      stroke: '#000',
      'stroke-width': '.35',
      opacity: '.3',
    }),
    path('M1.6 8.2Q3.6 3.6 8.2 1.6', { fill: 'none', stroke: '#fff', 'stroke-width': '.9', opacity: '.42' }),
  )
}
const UNDER = 'matrix(-1 0 0 1 10 0)'
const OVER = ''

/** Cloth `c`; threads `t0`–`t4`, one cross per cell of 1 × 1; half crosses of thread 4, `h`; wear, `w`. */
function threads({ random, id }: Canvas, palette: Palette): string {
  const [cloth, hole, ...colors] = palette
  const cell = 'scale(.1)'
  const wear = Array.from({ length: 14 }, () => `M${random.int(0, 6)}1.4 ${random.int(0, 4)}8.6l7.2-7.2`)
  return [
    pattern(
      id('c'),
      10,
      10,
      `${cell}translate(-5-5)`,
      rect(0, 0, 10, 10, { fill: cloth }),
      path('M0 0h2.5v10h2.5v-10h2.5v10h2.5v-2.5h-10v-2.5h10v-2.5h-10v-2.5h10V0z', {
        fill: '#fff',
        'fill-rule': 'evenodd',
        opacity: '.16',
      }),
      path('M0 0h10M0 2.5h10M0 5h10M0 7.5h10M0 10h10M0 0v10M2.5 0v10M5 0v10M7.5 0v10M10 0v10', {
        stroke: hole,
        'stroke-width': '.6',
        opacity: '.5',
      }),
      circle(5, 5, 1.2, { fill: hole, opacity: '.8' }),
    ),
    ...colors.map((color, i) => pattern(id(`t${i}`), 10, 10, cell, leg(UNDER, 0.22, color), leg(OVER, 0, color))),
    pattern(id('h'), 10, 10, cell, leg(UNDER, 0.1, colors[4] ?? '')),
    pattern(
      id('w'),
      70,
      50,
      cell,
      path(wear.slice(0, 6).join(''), { stroke: '#fff', 'stroke-width': 3, opacity: '.2' }),
      path(wear.slice(6).join(''), { stroke: '#000', 'stroke-width': 3, opacity: '.2' }),
    ),
  ].join('')
}

/** Which thread (0–4) a cell takes; -1 leaves the cloth bare. */
type Figure = (x: number, y: number) => number

/** Stitches every cell of a field `width` × `height`. */
function stitch({ id }: Canvas, width: number, height: number, figure: Figure): string {
  const rows: string[] = ['', '', '', '', '', '']
  for (let y = 0; y < height; y++) {
    const pen = [-1, -1, -1, -1, -1, -1]
    for (let x = 0; x < width; ) {
      const v = figure(x, y)
      let run = 1
      while (x + run < width && figure(x + run, y) === v) run++
      if (v >= 0) {
        const at = pen[v] ?? -1
        rows[v] += `${at < 0 ? `M${x} ${y}.5` : `m${x - at} 0`}h${run}`
        pen[v] = x + run
      }
      x += run
    }
  }
  return rows
    .map((d, i) =>
      d
        ? path(d, { id: id(`r${i}`), stroke: `url(#${id(i < 5 ? `t${i}` : 'h')})` }) +
          use(id(`r${i}`), { stroke: `url(#${id('w')})` })
        : '',
    )
    .join('')
}

/** Lozenges within lozenges, meeting their neighbours' corners: plain counted geometry. */
function lozenges({ random }: Canvas, size: number): Figure {
  const middle = (size - 1) / 2
  const width = random.pick([2, 3])
  const phase = random.int(0, 4)
  const beat = random.pick([3, 4])
  return (x, y) => {
    let [dx, dy] = [Math.abs(x - middle), Math.abs(y - middle)]
    if (Math.max(dx, dy) > middle - 1) return (x + y) % 2 ? 0 : 4
    if (Math.max(dx, dy) > middle - 2) return -1
    const outside = dx + dy > middle - 1
    if (outside) [dx, dy] = [middle - 2 - dx, middle - 2 - dy]
    const d = Math.floor(dx + dy)
    const ring = Math.floor(d / width)
    if (ring % 3 === 2) return Math.floor(Math.abs(dx - dy)) % beat === 0 ? (ring + phase + 2) % 5 : -1
    return (ring + phase + (outside ? 3 : 0)) % 5
  }
}

/** A needle 200 long, its tip at the origin, lying along +x. */
const NEEDLE = 'M0 0L70-3.6Q160-5.5 192-6q10 1.5 10 6t-10 6Q160 5.5 70 3.6Z'
const needle = (id: Canvas['id'], transform: string) =>
  g(
    { transform },
    path(NEEDLE, { opacity: '.4', transform: 'translate(-2 14)' }),
    path(NEEDLE, { fill: `url(#${id('steel')})`, stroke: '#20282e', 'stroke-width': '.7' }),
    path('M156 0h36', { stroke: '#11161a', 'stroke-width': 5, 'stroke-linecap': 'round' }),
    path('M30-1.5L150-2.5', { stroke: '#fff', 'stroke-width': 1.5, opacity: '.9' }),
  )

/** A slack thread. */
const slack = (d: string, color: string, width: number) =>
  g(
    { fill: 'none', 'stroke-linecap': 'round' },
    path(d, { stroke: '#000', 'stroke-width': width + 1, opacity: '.35', transform: 'translate(4 10)' }),
    path(d, { stroke: '#000', 'stroke-width': width + 1.4, opacity: '.5' }),
    path(d, { stroke: color, 'stroke-width': width }),
    path(d, {
      stroke: '#000',
      'stroke-width': width,
      'stroke-linecap': 'butt',
      'stroke-dasharray': `1 ${width}`,
      opacity: '.22',
    }),
    path(d, { stroke: '#fff', 'stroke-width': width * 0.3, opacity: '.5', transform: 'translate(-.7 -.9)' }),
  )

const steel = (id: Canvas['id']) =>
  linear(
    id('steel'),
    [0, 0, 0, 1],
    [0, '#8d989f'],
    [0.3, '#f7fafb'],
    [0.5, '#b4bec5'],
    [0.8, '#4a545b'],
    [1, '#7b868d'],
  )

const light = (id: Canvas['id']) =>
  linear(id('light'), [0, 0, 1, 1], [0, '#fff', 0.2], [0.4, '#fff', 0], [0.6, '#000', 0], [1, '#000', 0.3]) +
  rect(0, 0, 480, 480, { fill: `url(#${id('light')})` })

const cloth = (id: Canvas['id']) => rect(-40, -40, 99, 99, { fill: `url(#${id('c')})` })

/** The whole panel; its lower right is still to do. */
function panel(canvas: Canvas): string {
  const { random, id } = canvas
  const palette = random.pick(DARK)
  const figure = lozenges(canvas, 29)
  const top = random.int(19, 21)
  const bare: Figure = (x, y) => (x > 15 + ((y * 5) % 3) && y > top ? -1 : figure(x, y))
  return [
    el('defs', {}, threads(canvas, palette), steel(id)),
    g(
      { transform: 'translate(-2.5 -2.5)scale(16.64)' },
      cloth(id),
      stitch(canvas, 29, 29, (x, y) => (x > 27 || y > 27 ? figure(x, y) : bare(x, y))),
    ),
    needle(id, 'translate(288 446)rotate(-31)'),
    slack(
      'M282 382C300 440 330 360 372 386S412 420 444 352C448 342 452 342 449 350C438 400 470 396 486 380',
      palette[6],
      5,
    ),
    light(id),
  ].join('')
}

/** Close to the cloth, askew: zigzag bands, and a row of which only the first legs are laid. */
function close(canvas: Canvas): string {
  const { random, id } = canvas
  const palette = random.pick(LINEN)
  const [half, width, phase, start] = [random.int(3, 4), random.int(2, 3), random.int(0, 3), random.int(0, 7)]
  const crossed = random.int(9, 10)
  const figure: Figure = (x, y) => {
    if (y > 12) return -1
    if (y === 12) return x < crossed ? 4 : x < 14 ? 5 : -1
    if (y === 11) return 4
    if (y === 9) return (x + phase) % 2 ? 4 : 1
    if (y === 10 || y === 8) return -1
    const d = y + Math.abs(((x + start) % (2 * half)) - half)
    const band = Math.floor((d % (3 * width + 1)) / width)
    return band === 3 ? -1 : (band + phase) % 4
  }
  return [
    el('defs', {}, threads(canvas, palette), steel(id)),
    g({ transform: 'rotate(-13 240 240)translate(-76 -60)scale(34)' }, cloth(id), stitch(canvas, 19, 19, figure)),
    slack('M418 299C470 330 470 420 396 420S250 356 214 400 250 458 228 468', palette[6], 8),
    needle(id, 'translate(438 392)rotate(160)scale(1.1)'),
    light(id),
  ].join('')
}

/** A bamboo hoop holds the cloth; a lozenge in it. */
function hoop(canvas: Canvas): string {
  const { random, id } = canvas
  const palette = random.pick(DARK)
  const inner = lozenges(canvas, 27)
  const figure: Figure = (x, y) => {
    const [dx, dy] = [Math.abs(x - 13), Math.abs(y - 13)]
    if (dx + dy < 13) return inner(x, y)
    return (dx + dy === 16 && (dx + dy * 3) % 4 < 2) || (dx + dy === 19 && Math.abs(dx - dy) < 2)
      ? dx > dy
        ? 4
        : 1
      : -1
  }
  const folds = Array.from({ length: 22 }, (_, i) => {
    const angle = (i * Math.PI) / 11 + random.between(-0.1, 0.1)
    const spread = random.between(0.03, 0.08)
    const at = (a: number, r: number) => `${Math.round(240 + r * Math.cos(a))} ${Math.round(240 + r * Math.sin(a))}`
    const bend = angle + random.between(-0.1, 0.1)
    return `M240 240Q${at(bend, 260)} ${at(angle, 420)}L${at(angle + spread, 420)}Q${at(bend + 0.02, 250)} 240 240Z`
  })
  const ring = (r: number, width: number, attributes: Record<string, string | number>) =>
    circle(240, 240, r, { fill: 'none', 'stroke-width': width, ...attributes })
  return [
    el('defs', {}, threads(canvas, palette), steel(id)),
    linear(id('cane'), [0, 0, 1, 1], [0, '#f6dfa0'], [0.3, '#d0a352'], [0.7, '#8d5f23'], [1, '#c99b4c']),
    linear(id('brass'), [0, 0, 1, 0], [0, '#8a5a17'], [0.3, '#fff0b8'], [0.6, '#c98f2e'], [1, '#5f3a0b']),
    radial(id('sag'), {}, [0, '#fff', 0.1], [0.8, '#000', 0], [1, '#000', 0.5]),
    g({ transform: 'rotate(4 240 240)scale(14)' }, cloth(id)),
    path(folds.filter((_, i) => i % 2).join(''), { opacity: '.3' }),
    path(folds.filter((_, i) => i % 2 === 0).join(''), { fill: '#fff', opacity: '.1' }),
    ring(216, 34, { stroke: '#000', opacity: '.3', transform: 'translate(4 8)' }),
    el('clipPath', { id: id('in') }, circle(240, 240, 206)),
    g(
      { 'clip-path': `url(#${id('in')})` },
      g({ transform: 'translate(50.3 50.3)scale(14.05)' }, cloth(id), stitch(canvas, 27, 27, figure)),
      circle(240, 240, 206, { fill: `url(#${id('sag')})` }),
    ),
    ring(214, 22, { stroke: '#000', opacity: '.4', transform: 'translate(8 13)' }),
    ring(203, 9, { stroke: '#5f3d14' }),
    ring(202, 4, { stroke: '#c59a52', opacity: '.7' }),
    ring(216, 20, { stroke: `url(#${id('cane')})` }),
    ring(216, 19, { stroke: '#5f3d14', 'stroke-dasharray': '2 337', 'stroke-dashoffset': random.int(20, 300) }),
    ring(212, 1, { stroke: '#6d4517', opacity: '.6' }),
    ring(219, 1, { stroke: '#6d4517', opacity: '.5' }),
    ring(222, 2, { stroke: '#fff6d2', opacity: '.6' }),
    ring(226, 1.4, { stroke: '#3d2509' }),
    rect(222, 4, 40, 26, { rx: 3, opacity: '.4', transform: 'translate(6 9)' }),
    rect(220, 2, 14, 30, { rx: 2, fill: `url(#${id('brass')})`, stroke: '#3d2509' }),
    rect(246, 2, 14, 30, { rx: 2, fill: `url(#${id('brass')})`, stroke: '#3d2509' }),
    path('M206 15h66', { stroke: '#3d2509', 'stroke-width': 9 }),
    path('M206 15h66', { stroke: '#e7bf62', 'stroke-width': 7, 'stroke-dasharray': '2 1.5' }),
    rect(266, 6, 18, 18, { rx: 3, fill: `url(#${id('brass')})`, stroke: '#3d2509' }),
    needle(id, 'translate(250 352)rotate(-24)scale(.9)'),
    slack('M409 282C440 290 390 330 420 372S430 440 470 470', palette[6], 4.4),
    light(id),
  ].join('')
}

export const embroidery: Motif = {
  alt: '十字挑花绣片与引线的针',
  thread: '#A93A55',
  focus: { x: 50, y: 60 },
  draw: (canvas) => ([panel, close, hoop][canvas.index % 3] ?? panel)(canvas),
  rule: {
    period: 16,
    draw: '<path d="M3 7l10 10M3 17L13 7" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/>',
  },
}
