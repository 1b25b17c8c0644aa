import { circle, el, g, linear, n, path, pattern, radial } from './svg.ts'

/** The choices that make one guitar. */
export interface Guitar {
  /** The soundboard in the light, half way and at the edge. */
  top: [light: string, mid: string, edge: string]
  grain: string
  /** Marquetry of the rosette: ground, dark and bright inlay. */
  inlay: [ground: string, dark: string, bright: string]
  /** Inlays in a ring of the rosette. */
  count: number
  /** Distance of the grain lines. */
  spacing: number
  /** How far the neck reaches from the middle of the sound hole. */
  neck: number
  /** A scratch plate beside the sound hole. */
  guard: boolean
  /** Where shadows fall, in the guitar's own directions. */
  shadow: [dx: number, dy: number]
}

const OUTLINE =
  'M0-306C64-309 192-296 192-172C192-96 150-72 150-12C150 56 246 76 246 184C246 292 132 338 0 338' +
  'C-132 338-246 292-246 184C-246 76-150 56-150-12C-150-72-192-96-192-172C-192-296-64-309 0-306Z'
const PLATE = 'M112-66C150-62 168-20 172 30C178 90 202 128 188 158C174 188 120 162 62 114A130 130 0 0 0 112-66Z'
const BRIDGE = 'M-100 198Q-100 189-90 189H90Q100 189 100 198L97 214C60 214 56 241 0 241C-56 241-60 214-97 214Z'
const SADDLE = 203
const BOARD = -78
const EDGE = '#2a1512'

/** Half the width of the fretboard at a height. */
const half = (y: number) => 42 + (y - BOARD) * 0.01

/** Frets from the sound hole to the nut in equal temperament: each is the twelfth root of two farther from the saddle. */
function fretboard(neck: number) {
  const wires: number[] = []
  for (let reach = SADDLE - BOARD; reach < SADDLE + neck; reach *= 2 ** (1 / 12)) wires.push(SADDLE - reach)
  const dots = wires.flatMap((y, k) => {
    const place = (34 - k) % 12
    const middle = n((y + SADDLE + (y - SADDLE) * 2 ** (1 / 12)) / 2)
    if (place === 0) return [`M-20 ${middle}h.1M20 ${middle}h.1`]
    return [3, 5, 7, 9].includes(place) ? [`M0 ${middle}h.1`] : []
  })
  return {
    wires: wires.map((y) => `M${n(-half(y))} ${n(y)}h${n(half(y) * 2)}`).join(''),
    dots: dots.join(''),
  }
}

/** A flat-top guitar from the front: sound hole at 0 0, neck upwards. Definitions included. */
export function instrument(id: (name: string) => string, guitar: Guitar): string {
  const { top, grain, inlay, count, spacing, neck, guard, shadow } = guitar
  const [ground, dark, bright] = inlay
  const paint = (name: string) => `url(#${id(name)})`
  const use = (name: string, attributes: Record<string, string | number> = {}) =>
    el('use', { href: `#${id(name)}`, ...attributes })
  const cast = (factor: number) => `translate(${n(shadow[0] * factor)} ${n(shadow[1] * factor)})`
  const line = (...at: number[]) => at.map((x) => `M${n(x * spacing)} 0V400`).join('')
  const strings = [0, 1, 2, 3, 4, 5].map(
    (i) => `M${n((i - 2.5) * half(-neck) * 0.3)} ${-neck}L${n((i - 2.5) * 14)} ${SADDLE + 18}`,
  )
  /** A ring of the rosette; `dash` and `offset` count in half inlays. */
  const ring = (r: number, width: number, stroke: string, dash: number[] = [], offset = 0) => {
    const length = (part: number) => ((part * Math.PI * r) / count).toFixed(3)
    return circle(0, 0, r, {
      stroke,
      'stroke-width': width,
      'stroke-dasharray': dash.length > 0 ? dash.map(length).join(' ') : undefined,
      'stroke-dashoffset': offset ? length(offset) : undefined,
    })
  }
  const { wires, dots } = fretboard(neck)

  const defs = el(
    'defs',
    {},
    path(OUTLINE, { id: id('b') }),
    path(`M${n(-half(-neck))} ${-neck}H${n(half(-neck))}L42 ${BOARD}Q0 ${BOARD - 8}-42 ${BOARD}Z`, { id: id('f') }),
    path(strings.join(''), { id: id('s') }),
    path(BRIDGE, { id: id('k') }),
    radial(
      id('w'),
      { gradientUnits: 'userSpaceOnUse', cx: shadow[0] * -6, cy: 60 - shadow[1] * 5, r: 360 },
      [0, top[0]],
      [0.5, top[1]],
      [1, top[2]],
    ),
    pattern(
      id('g'),
      spacing * 8,
      400,
      undefined,
      path(line(0.2, 1.1, 2.5, 3.2, 4.4, 5.1, 6.2, 7.3), { stroke: grain, 'stroke-width': '.9', opacity: '.34' }),
      path(line(1.8, 3.8, 6.8), { stroke: grain, 'stroke-width': spacing * 0.6, opacity: '.12' }),
    ),
    radial(
      id('h'),
      { gradientUnits: 'userSpaceOnUse', cx: shadow[0] * 2.4, cy: shadow[1] * 2.4, r: 112 },
      [0, '#7a4725'],
      [0.5, '#2e160e'],
      [1, '#0d0605'],
    ),
    el(
      'linearGradient',
      { id: id('v'), gradientUnits: 'userSpaceOnUse', x1: -180, y1: -250, x2: 200, y2: 190 },
      ...['#fff0', '#fff0', '#fff4', '#fff1', '#fff0', '#fff2', '#fff0'].map((color, i) =>
        el('stop', { offset: `.${i + 1}`, 'stop-color': color }),
      ),
    ),
    linear(id('n'), [0, 0, 1, 0], [0, '#513029'], [0.3, '#2d1815'], [1, '#180c0b']),
    linear(id('m'), [0, 0, 0, 1], [0, '#6b3d2c'], [0.3, '#371c15'], [1, '#1c0d0a']),
  )

  const body = [
    use('b', { fill: paint('w') }),
    use('b', { fill: paint('g') }),
    path('M0-300V330', { stroke: grain, opacity: '.4' }),
    use('b', { fill: paint('v') }),
    g(
      { fill: 'none' },
      use('b', { stroke: EDGE, 'stroke-width': 15 }),
      use('b', { stroke: '#f4e4c0', 'stroke-width': 8 }),
      use('b', { stroke: '#fff8', 'stroke-width': 2 }),
      use('b', { stroke: '#f0dcb0', 'stroke-width': 5, transform: 'scale(.945)' }),
      use('b', { stroke: dark, 'stroke-width': 4, 'stroke-dasharray': '7 4', transform: 'scale(.945)' }),
    ),
    guard
      ? path(PLATE, { fill: '#2109', transform: cast(0.3) }) +
        path(PLATE, { fill: '#4a1d12', stroke: '#7d4225', 'stroke-width': 2 }) +
        path('M140-30Q150 60 172 130M158 0Q162 80 120 110M130 30Q140 90 96 116', {
          fill: 'none',
          stroke: '#b5682c',
          'stroke-width': 9,
          'stroke-linecap': 'round',
          'stroke-dasharray': '14 26 4 18',
          opacity: '.45',
        })
      : '',
  ]

  const rosette = g(
    { fill: 'none' },
    circle(0, 0, 127, { fill: ground, stroke: EDGE, 'stroke-width': 2.5 }),
    ring(121, 8, dark, [1.1, 0.9]),
    ring(111.5, 7, bright, [1, 1]),
    ring(104.5, 7, bright, [1, 1], 1),
    ring(111.5, 7, dark, [0.3, 1.7], 0.3),
    ring(104.5, 7, dark, [0.3, 1.7], 1.3),
    ring(92.5, 7, EDGE, [1.1, 0.9]),
    ...[115.8, 100.2, 97.4].map((r) => ring(r, 1.8, EDGE)),
    circle(0, 0, 85.5, { fill: '#d9ab6b', stroke: EDGE, 'stroke-width': 3 }),
    circle(-1.5, -2.5, 81.5, { fill: paint('h') }),
  )

  const neckwork = [
    use('f', { fill: '#2106', transform: cast(1) }),
    use('f', { fill: '#1c0d0a', transform: cast(0.35) }),
    use('f', { fill: paint('n'), stroke: '#d8c294', 'stroke-width': 1.4 }),
    path(wires, { stroke: '#0008', 'stroke-width': 5 }),
    path(wires, { stroke: '#c9a45f', 'stroke-width': 3 }),
    path(wires, { stroke: '#fdf0c8', 'stroke-width': 1 }),
    path(dots, { stroke: '#efe6d4', 'stroke-width': 9, 'stroke-linecap': 'round' }),
  ]

  const pins = [0, 1, 2, 3, 4, 5].map((i) => `M${n((i - 2.5) * 14)} ${SADDLE + 19}h.1`).join('')
  const bridge = [
    use('k', { fill: '#2107', transform: cast(0.8) }),
    use('k', { fill: paint('m') }),
    path('M-95 194Q-94 192-90 192H90', { fill: 'none', stroke: '#fff5', 'stroke-width': 1.8 }),
    path(`M-56 ${SADDLE + 4}L56 ${SADDLE}`, { stroke: '#0008', 'stroke-width': 8, transform: 'translate(1 2)' }),
    path(`M-56 ${SADDLE + 3}L56 ${SADDLE - 1}`, { stroke: '#f6ecd6', 'stroke-width': 5.5 }),
  ]

  const steel = strings.map((d, i) => {
    const wound = i < 3
    const weight = 3.2 - i * 0.36
    return (
      path(d, { stroke: wound ? '#a97a38' : '#b9bbb8', 'stroke-width': weight }) +
      (wound ? path(d, { stroke: '#edc880', 'stroke-width': weight * 0.9, 'stroke-dasharray': '.9 .6' }) : '') +
      path(d, { stroke: '#fffc', 'stroke-width': weight * 0.3, transform: 'translate(-.4)' })
    )
  })

  return [
    defs,
    ...body,
    rosette,
    ...neckwork,
    ...bridge,
    g({ stroke: '#1a0805' }, use('s', { 'stroke-width': 2.4, opacity: '.4', transform: cast(0.4) })),
    ...steel,
    path(pins, { stroke: '#0009', 'stroke-width': 11, 'stroke-linecap': 'round', transform: 'translate(1 2)' }),
    path(pins, { stroke: '#f3e8d0', 'stroke-width': 9, 'stroke-linecap': 'round' }),
    path(pins, { stroke: EDGE, 'stroke-width': 3.4, 'stroke-linecap': 'round' }),
  ].join('')
}

/** The guitar laid flat on the paper: body at the right, neck off the left edge. No background. */
export function guitarHero(): string {
  const id = (name: string) => name
  const use = (attributes: Record<string, string | number>) => el('use', { href: `#${id('b')}`, ...attributes })
  const guitar = instrument(id, {
    top: ['#f8e4b4', '#eecb8b', '#cf9852'],
    grain: '#8a5520',
    inlay: ['#f3e0b2', '#7a3420', '#d99a2e'],
    count: 60,
    spacing: 5,
    neck: 1300,
    guard: false,
    shadow: [-14, 9],
  })
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 1600 520' },
    g(
      { transform: 'translate(1236 250)rotate(-90)scale(.97)' },
      use({ fill: '#1f2421', opacity: '.16', stroke: '#1f2421', 'stroke-width': 15, transform: 'translate(-19 12)' }),
      use({ stroke: EDGE, 'stroke-width': 15, transform: 'translate(-9 5)' }),
      use({ fill: '#7a3a22', stroke: '#7a3a22', 'stroke-width': 11, transform: 'translate(-9 5)' }),
      guitar,
    ),
  )
}
