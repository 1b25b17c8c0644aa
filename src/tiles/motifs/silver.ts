import type { Canvas, Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

/** Festive cloth: deepest shade, ground, sheen, the thread of its edge. */
type Cloth = readonly [string, string, string, string]
const CLOTHS: readonly [Cloth, ...Cloth[]] = [
  ['#0c1230', '#1b2650', '#33437c', '#b8433a'],
  ['#1b0a1a', '#3a1734', '#61305a', '#c8792e'],
  ['#08201f', '#143a3a', '#2a5f5c', '#b9402f'],
]

const use = (id: string, attributes: Record<string, string | number> = {}) =>
  el('use', { href: `#${id}`, ...attributes })

/** A point on a circle; 0 degrees is down, the angle grows to the right. */
const at = (cx: number, cy: number, r: number, degrees: number): readonly [number, number] => {
  const angle = (degrees * Math.PI) / 180
  return [cx + r * Math.sin(angle), cy + r * Math.cos(angle)]
}

/** Silver as it catches the light, cloth, and the shade under what hangs on it. */
const paints = ({ id }: Canvas, [dark, ground, sheen]: Cloth) =>
  [
    linear(
      id('silver'),
      [0, 0, 0.35, 1],
      [0, '#ffffff'],
      [0.22, '#dfe5ea'],
      [0.42, '#9aa5b0'],
      [0.55, '#f4f7f9'],
      [0.75, '#aeb8c1'],
      [1, '#69747f'],
    ),
    radial(
      id('ball'),
      { cx: '.36', cy: '.3', r: '.75' },
      [0, '#ffffff'],
      [0.35, '#dbe2e8'],
      [0.75, '#8a96a1'],
      [1, '#4a545e'],
    ),
    radial(id('cloth'), { cx: '.42', cy: '.3', r: '.9' }, [0, sheen], [0.55, ground], [1, dark]),
    pattern(
      id('weave'),
      6,
      6,
      'rotate(45)',
      path('M0 1.5h3M3 4.5h3', { stroke: '#fff', 'stroke-width': 1.4, opacity: '.09' }),
      path('M1.5 3v3M4.5 0v3', { stroke: '#000', 'stroke-width': 1.4, opacity: '.28' }),
    ),
  ].join('')

/** Chased work: its shade below, itself, its light above. */
const chased = (name: string, transform: string) =>
  [
    use(name, { transform: `translate(1.6 2.2)${transform}`, stroke: '#3c4650', fill: 'none', opacity: '.75' }),
    use(name, { transform: `translate(-1 -1.2)${transform}`, stroke: '#fff', fill: 'none', opacity: '.9' }),
  ].join('')

/** A row of beads along a line. */
const beads = (d: string, size: number, gap: number) =>
  [
    path(d, { stroke: '#3c4650', 'stroke-width': size + 1.6, 'stroke-dasharray': `0 ${n(gap)}` }),
    path(d, { stroke: '#c5ced6', 'stroke-width': size, 'stroke-dasharray': `0 ${n(gap)}` }),
    path(d, {
      stroke: '#fff',
      'stroke-width': size * 0.42,
      'stroke-dasharray': `0 ${n(gap)}`,
      transform: 'translate(-1-1.2)',
    }),
  ].join('')

/** A flower of hammered petals around a boss. */
const flower = (petals: number, r: number) =>
  Array.from({ length: petals }, (_, i) => {
    const [x, y] = at(0, 0, r, (i * 360) / petals)
    const [ax, ay] = at(0, 0, r * 0.78, (i * 360) / petals - 180 / petals)
    const [bx, by] = at(0, 0, r * 0.78, (i * 360) / petals + 180 / petals)
    return `M${n(ax * 0.42)} ${n(ay * 0.42)}Q${n(ax * 1.25)} ${n(ay * 1.25)} ${n(x)} ${n(y)}Q${n(bx * 1.25)} ${n(by * 1.25)} ${n(bx * 0.42)} ${n(by * 0.42)}M${n(x * 0.5)} ${n(y * 0.5)}L${n(x * 0.82)} ${n(y * 0.82)}`
  }).join('')

/** A tendril that ends in two coils. */
const TENDRIL =
  'M-34 8C-22-18 18-18 34 8M-34 8c-4 10 10 14 12 4 1-6-6-7-7-2M34 8c4 10-10 14-12 4-1-6 6-7 7-2M-10-8q10 16 20 0'

/** The collar of a festive dress: a crescent of chased silver, from which chains with bells hang. */
function collar(canvas: Canvas): string {
  const { random, id } = canvas
  const cloth = random.pick(CLOTHS)
  const petals = random.pick([8, 10, 12])
  const count = random.pick([5, 7])
  const chains = random.pick([13, 15])
  const [cx, oy, or, iy, ir] = [240, 2, 300, -38, 206]
  const middle = (degrees: number) => {
    const [ox, y1] = at(cx, oy, or, degrees)
    const [ix, y2] = at(cx, iy, ir, degrees)
    return [(ox + ix) / 2, (y1 + y2) / 2] as const
  }
  const spread = 58
  const stations = Array.from({ length: count }, (_, i) => -spread + (i * 2 * spread) / (count - 1))
  const arc = (r: number, y: number, limit: number) => {
    const [x1, y1] = at(cx, y, r, -limit)
    const [x2, y2] = at(cx, y, r, limit)
    return `M${n(x1)} ${n(y1)}A${r} ${r} 0 0 0 ${n(x2)} ${n(y2)}`
  }
  const [innerX, innerY] = at(0, iy, ir, 89)
  const crescent = `${arc(or, oy, 89)}L${n(cx + innerX)} ${n(innerY)}A${ir} ${ir} 0 0 1 ${n(cx - innerX)} ${n(innerY)}z`
  const hung = Array.from({ length: chains }, (_, i) => {
    const degrees = -54 + (i * 108) / (chains - 1)
    const [x, y] = at(cx, oy, or - 6, degrees)
    const length = (i % 2 ? 52 : 84) + 26 * Math.cos((degrees * Math.PI) / 90)
    return { x, y, length, isLeaf: i % 2 === 1 }
  })
  const links = hung.map(({ x, y, length }) => `M${n(x)} ${n(y)}v${n(length)}`).join('')
  return [
    el(
      'defs',
      {},
      paints(canvas, cloth),
      path(flower(petals, 33), { id: id('flower'), 'stroke-width': 2.4, 'stroke-linejoin': 'round' }),
      path(TENDRIL, { id: id('tendril'), 'stroke-width': 2.6, 'stroke-linecap': 'round' }),
      g(
        { id: id('bell') },
        circle(1.5, 12.5, 10.5, { fill: '#000', opacity: '.35' }),
        circle(0, 10, 10, { fill: `url(#${id('ball')})`, stroke: '#333c45', 'stroke-width': 0.8 }),
        path('M-9 12q9 5 18 0M0 13v7', { stroke: '#2b333b', 'stroke-width': 1.6, fill: 'none' }),
      ),
      g(
        { id: id('leaf') },
        path('M2 3c-13 8-15 26 0 40 15-14 13-32 0-40z', { opacity: '.35' }),
        path('M0 0c-13 8-15 26 0 40 15-14 13-32 0-40z', {
          fill: `url(#${id('silver')})`,
          stroke: '#333c45',
          'stroke-width': 0.8,
        }),
        path('M0 6v28M0 14q-5 2-7 7M0 14q5 2 7 7M0 23q-4 2-5 6M0 23q4 2 5 6', {
          stroke: '#56616c',
          'stroke-width': 1.2,
          fill: 'none',
        }),
      ),
    ),
    rect(0, 0, 480, 480, { fill: `url(#${id('cloth')})` }),
    rect(0, 0, 480, 480, { fill: `url(#${id('weave')})` }),
    // The neck of the dress, edged with braid.
    circle(cx, iy, ir - 24, { fill: cloth[0] }),
    g(
      { fill: 'none' },
      circle(cx, iy, ir - 20, { stroke: cloth[3], 'stroke-width': 9 }),
      circle(cx, iy, ir - 20, { stroke: '#f1e4c4', 'stroke-width': 3, 'stroke-dasharray': '7 5' }),
      circle(cx, iy, ir - 9, { stroke: cloth[2], 'stroke-width': 4 }),
    ),
    // The chains first: they hang from behind the edge.
    g(
      { fill: 'none', 'stroke-linecap': 'round' },
      path(links, { stroke: '#000', 'stroke-width': 5, opacity: '.35', transform: 'translate(3 3)' }),
      path(links, { stroke: '#39434c', 'stroke-width': 6.4, 'stroke-dasharray': '0 7.4' }),
      path(links, { stroke: '#d9e0e6', 'stroke-width': 4.8, 'stroke-dasharray': '0 7.4' }),
      path(links, { stroke: '#fff', 'stroke-width': 1.6, 'stroke-dasharray': '0 7.4', transform: 'translate(-.8-1)' }),
    ),
    ...hung.map(({ x, y, length, isLeaf }) =>
      use(id(isLeaf ? 'leaf' : 'bell'), { transform: `translate(${n(x)} ${n(y + length)})` }),
    ),
    // The crescent.
    path(crescent, {
      fill: '#000',
      opacity: '.4',
      transform: 'translate(4 9)',
    }),
    path(crescent, {
      fill: `url(#${id('silver')})`,
      stroke: '#39434c',
      'stroke-width': 1.4,
    }),
    g(
      { fill: 'none', 'stroke-linecap': 'round' },
      path(arc(or - 20, oy, 86), { stroke: '#4a545e', 'stroke-width': 1.8 }),
      path(arc(or - 21.6, oy, 86), { stroke: '#fff', 'stroke-width': 1.4 }),
      path(arc(ir + 16, iy, 86), { stroke: '#4a545e', 'stroke-width': 1.8 }),
      path(arc(ir + 14.4, iy, 86), { stroke: '#fff', 'stroke-width': 1.4 }),
      beads(arc(or - 10, oy, 86), 9, 13),
      beads(arc(ir + 8, iy, 86), 6, 9),
    ),
    ...stations.map((degrees) => {
      const [x, y] = middle(degrees)
      const scale = 0.86 + 0.14 * Math.cos((degrees * Math.PI) / 180)
      const transform = `translate(${n(x)} ${n(y)})rotate(${n(-degrees)})scale(${scale.toFixed(2)})`
      return [
        chased(id('flower'), transform),
        g({ transform }, circle(0, 0, 10, { fill: `url(#${id('ball')})`, stroke: '#4a545e', 'stroke-width': 1 })),
      ].join('')
    }),
    ...stations.slice(1).map((degrees) => {
      const between = degrees - spread / (count - 1)
      const [x, y] = middle(between)
      return chased(
        id('tendril'),
        `translate(${n(x)} ${n(y + 2)})rotate(${n(-between)})scale(${count === 5 ? 1 : 0.72})`,
      )
    }),
  ].join('')
}

/** A coil of twisted wire, from outside to inside: arcs of half a turn. */
function coil(r: number, turns: number, turn: 1 | -1): string {
  const step = (r * 0.86) / (turns * 2)
  let d = `M0 ${n(r)}`
  let radius = r
  for (let half = 0; half < turns * 2; half++) {
    const next = radius - step
    const size = n((radius + next) / 2)
    d += `A${size} ${size} 0 0 ${turn > 0 ? 1 : 0} 0 ${n(half % 2 ? next : -next)}`
    radius = next
  }
  return d
}

/** Wire as thick as a thread: shade, body, the light on each twist. */
const wire = (name: string, transform: string, width: number) =>
  [
    use(name, { transform: `translate(2 3.4)${transform}`, stroke: '#000', 'stroke-width': width + 2, opacity: '.4' }),
    use(name, { transform, stroke: '#46515b', 'stroke-width': width + 1.4 }),
    use(name, { transform, stroke: '#c2ccd4', 'stroke-width': width }),
    use(name, {
      transform: `translate(-.7-.9)${transform}`,
      stroke: '#fff',
      'stroke-width': width * 0.5,
      'stroke-dasharray': '2.6 2.4',
    }),
  ].join('')

/** Filigree close by: coils of twisted wire around a plum blossom. */
function filigree(canvas: Canvas): string {
  const { random, id } = canvas
  const cloth = random.pick(CLOTHS)
  const around = random.pick([7, 8])
  const turns = random.pick([3, 4])
  const inner = Array.from({ length: around }, (_, i) => {
    const degrees = (i * 360) / around
    const [x, y] = at(240, 240, 132, degrees)
    return `translate(${n(x)} ${n(y)})rotate(${n(180 - degrees)})`
  })
  const outer = Array.from({ length: around * 2 }, (_, i) => {
    const degrees = ((i + 0.5) * 180) / around
    const [x, y] = at(240, 240, 226, degrees)
    return `translate(${n(x)} ${n(y)})rotate(${n(180 - degrees)})scale(${i % 2 ? -1 : 1} 1)`
  })
  return [
    el(
      'defs',
      {},
      paints(canvas, cloth),
      path(coil(Math.min(49, (132 * Math.PI) / around - 4), turns, 1), {
        id: id('coil'),
        fill: 'none',
        'stroke-linecap': 'round',
      }),
      path(coil((226 * Math.PI) / around / 2 - 3, 2, 1), { id: id('small'), fill: 'none', 'stroke-linecap': 'round' }),
      path('M0-10C-30-24-38-64 0-72 38-64 30-24 0-10zM0-24v-26M-8-32l-5-14M8-32l5-14', {
        id: id('petal'),
        fill: `url(#${id('silver')})`,
        stroke: '#39434c',
        'stroke-width': 1.8,
        'stroke-linejoin': 'round',
      }),
    ),
    rect(0, 0, 480, 480, { fill: `url(#${id('cloth')})` }),
    rect(0, 0, 480, 480, { fill: `url(#${id('weave')})` }),
    circle(244, 248, 192, { fill: 'none', stroke: '#000', 'stroke-width': 9, opacity: '.35' }),
    ...outer.map((transform) => wire(id('small'), transform, 3)),
    ...inner.map((transform) => wire(id('coil'), transform, 4)),
    g(
      { fill: 'none', 'stroke-linecap': 'round' },
      circle(240, 240, 188, { stroke: '#39434c', 'stroke-width': 10 }),
      circle(240, 240, 188, { stroke: `url(#${id('silver')})`, 'stroke-width': 8 }),
      beads('M240 52a188 188 0 1 1-.1 0', 6, 10.2),
      circle(240, 240, 82, { stroke: '#39434c', 'stroke-width': 8 }),
      circle(240, 240, 82, { stroke: '#dfe5ea', 'stroke-width': 6 }),
      circle(239, 238.6, 82, { stroke: '#fff', 'stroke-width': 2, 'stroke-dasharray': '4 3' }),
    ),
    circle(240, 240, 78, { fill: cloth[0], opacity: '.55' }),
    ...[0, 1, 2, 3, 4].map((i) => use(id('petal'), { transform: `translate(240 240)rotate(${i * 72})` })),
    ellipse(240, 240, 17, 17, { fill: `url(#${id('ball')})`, stroke: '#39434c', 'stroke-width': 1.4 }),
    g({ fill: 'none', 'stroke-linecap': 'round' }, beads('M240 216a24 24 0 1 1-.1 0', 5, 9.42)),
    ...[...inner.keys()].map((i) => {
      const [x, y] = at(240, 240, 188, ((i + 0.5) * 360) / around)
      return circle(x, y, 11, { fill: `url(#${id('ball')})`, stroke: '#39434c', 'stroke-width': 1.4 })
    }),
  ].join('')
}

export const silver: Motif = {
  alt: '錾花银项圈与银铃',
  thread: '#5d6a78',
  focus: { x: 50, y: 48 },
  draw: (canvas) => (canvas.index % 2 ? filigree : collar)(canvas),
  rule: {
    period: 24,
    draw:
      '<g fill="none" stroke="currentColor" stroke-width="1.6"><path d="M0 6h24"/>' +
      '<path d="M12 6v5M0 6v9M24 6v9"/><circle cx="12" cy="15" r="4"/><path d="M0 19v0M24 19v0" stroke-width="5" stroke-linecap="round"/></g>',
  },
}
