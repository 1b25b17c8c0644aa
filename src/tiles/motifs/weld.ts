import type { Canvas, Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

/** Plate: shadow, dark, mid, lit. */
type Plate = readonly [string, string, string, string]
const PLATES: readonly [Plate, ...Plate[]] = [
  ['#0b1014', '#222c33', '#3c4a53', '#6b7c86'],
  ['#100d0c', '#2d2927', '#4d4743', '#857b73'],
  ['#0a1113', '#1d2f33', '#365056', '#668288'],
]
type Attributes = Record<string, string | number>
type Place = readonly [x: number, y: number, turn: number]

const use = (id: string, transform: string, attributes: Attributes = {}) =>
  el('use', { href: `#${id}`, transform, ...attributes })
const full = (fill: string, attributes: Attributes = {}) => rect(0, 0, 480, 480, { fill, ...attributes })

/** Colours of a bead, by distance from the arc: melt, glow, temper colours, cold steel. */
const HEAT = [
  '#fffbe0',
  '#ffe27a',
  '#ffb638',
  '#f98420',
  '#dc5519',
  '#ab3618',
  '#74302b',
  '#544262',
  '#3f5a8c',
  '#5a7fa0',
  '#8d84a0',
  '#a8865a',
  '#b3a06e',
  '#8f979a',
  '#87919a',
]
const heat = (distance: number) => HEAT[Math.min(HEAT.length - 1, Math.floor(distance / 19))] ?? ''

/** Steel, its brushing and scale, a bead's ripple `s`, fire and light. */
function stuff({ random, id }: Canvas, plate: Plate): string {
  const scratch = (count: number) =>
    Array.from({ length: count }, () => `M${random.int(0, 180)} ${random.int(1, 79)}h${random.int(14, 60)}`).join('')
  return [
    pattern(
      id('brush'),
      240,
      80,
      undefined,
      path(scratch(34), { stroke: '#fff', 'stroke-width': '.8', opacity: '.14' }),
      path(scratch(34), { stroke: '#000', 'stroke-width': '.9', opacity: '.3' }),
    ),
    linear(id('plate'), [0, 0, 1, 1], [0, plate[3]], [0.3, plate[2]], [0.7, plate[1]], [1, plate[0]]),
    radial(
      id('ripple'),
      { cx: '.42', cy: '.3', r: '.7' },
      [0, '#fff', 0.7],
      [0.2, '#fff', 0.3],
      [0.5, '#000', 0],
      [1, '#000', 0.6],
    ),
    g(
      { id: id('s') },
      ellipse(0, 0, 19, 25, { stroke: '#1a0d08', 'stroke-width': 1.6, 'stroke-opacity': '.8' }),
      ellipse(0, 0, 19, 25, { fill: `url(#${id('ripple')})` }),
      path('M-13-14Q-18.5-2-15 9', {
        fill: 'none',
        stroke: '#fff',
        'stroke-width': 1.6,
        opacity: '.5',
        'stroke-linecap': 'round',
      }),
    ),
    radial(
      id('glow'),
      {},
      [0, '#fff1c4', 1],
      [0.1, '#ffcf6b', 0.8],
      [0.3, '#ff9a2e', 0.5],
      [0.6, '#e2571a', 0.2],
      [1, '#c0360f', 0],
    ),
    radial(id('core'), {}, [0, '#fff'], [0.3, '#fff'], [0.5, '#eef6ff', 0.9], [0.7, '#cfe6ff', 0.5], [1, '#9fd0ff', 0]),
    linear(id('brass'), [0, 0, 0, 1], [0, '#6b4514'], [0.2, '#f7d98c'], [0.5, '#c48a34'], [1, '#3d2408']),
    linear(id('grip'), [0, 0, 0, 1], [0, '#15191c'], [0.3, '#6a757c'], [0.5, '#2c3338'], [1, '#07090a']),
    linear(id('light'), [0, 0, 1, 1], [0, '#fff', 0.1], [0.4, '#fff', 0], [0.6, '#000', 0], [1, '#000', 0.4]),
  ].join('')
}

/** The bead: ripples laid one over another; the last is at the arc. */
const bead = ({ id }: Canvas, places: Place[], scale = 1) =>
  places
    .map(([x, y, turn], i) => {
      const far = (places.length - 1 - i) * 13
      return use(id('s'), `translate(${n(x)} ${n(y)})rotate(${n(turn)})scale(${scale})`, { fill: heat(far) })
    })
    .join('')

/** Sparks from a point, thrown between two angles in degrees, falling. */
function sparks({ random }: Canvas, x: number, y: number, from: number, to: number, count: number): string {
  const throws = Array.from({ length: count }, () => {
    const angle = (random.between(from, to) * Math.PI) / 180
    const reach = 50 + 210 * random.next() ** 1.6
    const [dx, dy] = [Math.cos(angle) * reach, Math.sin(angle) * reach]
    const fall = reach * reach * 0.0011
    const start = random.between(0.1, 0.4)
    const [sx, sy] = [x + dx * start, y + dy * start + fall * start * start]
    const [ex, ey] = [x + dx - sx, y + dy + fall - sy]
    return {
      d: `M${n(sx)} ${n(sy)}q${n(ex * 0.55)} ${n(dy * (1 - start) * 0.55)} ${n(ex)} ${n(ey)}`,
      end: `M${n(sx + ex)} ${n(sy + ey)}h0`,
      reach,
    }
  })
  const join = (keep: (reach: number, i: number) => boolean, what: 'd' | 'end') =>
    throws
      .filter(({ reach }, i) => keep(reach, i))
      .map((one) => one[what])
      .join('')
  const far = join((reach) => reach > 120, 'd')
  const near = join((reach) => reach <= 120, 'd')
  return g(
    { fill: 'none', 'stroke-linecap': 'round' },
    path(far + near, { stroke: '#ff7a1a', 'stroke-width': 5, opacity: '.22' }),
    path(far, { stroke: '#ff9a35', 'stroke-width': 1.9 }),
    path(near, { stroke: '#ffd989', 'stroke-width': 2.2 }),
    path(
      join((_, i) => i % 3 === 0, 'd'),
      { stroke: '#fffbe6', 'stroke-width': 1.1 },
    ),
    path(
      join(() => true, 'end'),
      { stroke: '#ffb347', 'stroke-width': 3.6 },
    ),
    path(
      join((_, i) => i % 2 === 0, 'end'),
      { stroke: '#fff8dc', 'stroke-width': 2.2 },
    ),
  )
}

/** The arc: halo, rays, core. */
function arc({ random, id }: Canvas, x: number, y: number, size = 1): string {
  const rays = Array.from({ length: 9 }, (_, i) => {
    const angle = i * 40 + random.int(-12, 12)
    return `rotate(${angle})scale(${n(random.between(0.6, 1.4))} 1)`
  })
  return g(
    { transform: `translate(${n(x)} ${n(y)})scale(${size})` },
    ...rays.map((transform) => path('M0-4L120 0 0 4Z', { transform, fill: '#fff6d8', opacity: '.5' })),
    circle(0, 0, 58, { fill: `url(#${id('core')})` }),
  )
}

/** The glow an arc throws over everything near. */
const glow = (id: Canvas['id'], x: number, y: number, r: number) => circle(x, y, r, { fill: `url(#${id('glow')})` })

/** A torch along +x, its wire's tip at the origin. */
const torch = (id: Canvas['id'], transform: string) =>
  g(
    { transform },
    path('M40-15L112-24H420V24H112L40 15Z', { opacity: '.45', transform: 'translate(-4 22)' }),
    path('M4 0H50', { stroke: '#ffe9b0', 'stroke-width': 4 }),
    path('M38-13L118-23V23L38 13Z', { fill: `url(#${id('brass')})`, stroke: '#1d1005' }),
    path('M38-13L48-14V14L38 13Z', { fill: '#ffcf7a', opacity: '.8' }),
    rect(116, -26, 22, 52, { rx: 4, fill: `url(#${id('grip')})`, stroke: '#000' }),
    rect(136, -21, 280, 42, { fill: `url(#${id('grip')})` }),
    path('M150-21v42M162-21v42M174-21v42M186-21v42M198-21v42M210-21v42', {
      stroke: '#000',
      'stroke-width': 5,
      opacity: '.6',
    }),
    path('M153-21v42M165-21v42M177-21v42M189-21v42M201-21v42M213-21v42', {
      stroke: '#fff',
      'stroke-width': 1.2,
      opacity: '.25',
    }),
    path('M226-12H416', { stroke: '#d65a1e', 'stroke-width': 7 }),
  )

/** Temper colours beside a bead. */
const tint = (d: string, scale: number) =>
  g(
    { fill: 'none', 'stroke-linecap': 'round' },
    path(d, { stroke: '#3f6fb5', 'stroke-width': 150 * scale, opacity: '.16' }),
    path(d, { stroke: '#7a4a9a', 'stroke-width': 118 * scale, opacity: '.2' }),
    path(d, { stroke: '#c98a2e', 'stroke-width': 92 * scale, opacity: '.28' }),
    path(d, { stroke: '#f0c465', 'stroke-width': 70 * scale, opacity: '.2' }),
    path(d, { stroke: '#000', 'stroke-width': 54 * scale, opacity: '.5' }),
  )

/** Two plates, one long seam across the picture. */
function seam(canvas: Canvas): string {
  const { random, id } = canvas
  const plate = random.pick(PLATES)
  const turn = random.int(-28, -22)
  const places = Array.from(
    { length: 29 },
    (_, i) => [-364 + i * 13, random.between(-0.8, 0.8), random.between(-4, 4)] as Place,
  )
  const [x, y] = [264, 226]
  return [
    el('defs', {}, stuff(canvas, plate)),
    full(`url(#${id('plate')})`),
    g(
      { transform: `translate(${x} ${y})rotate(${turn})` },
      rect(-500, -500, 1000, 1000, { fill: `url(#${id('brush')})` }),
      tint('M-500 0H6', 1),
      // the joint not yet welded
      path('M0 0H500', { stroke: '#000', 'stroke-width': 13, opacity: '.75' }),
      path('M0-7H500', { stroke: '#000', 'stroke-width': 2 }),
      path('M0 8H500', { stroke: '#fff', 'stroke-width': 2.4, opacity: '.4' }),
      bead(canvas, places),
    ),
    glow(id, x, y, 236),
    torch(id, `translate(${x} ${y})rotate(${random.int(-58, -50)})`),
    sparks(canvas, x, y, 20, 200, 44),
    sparks(canvas, x, y, -170, -80, 12),
    arc(canvas, x, y),
    full(`url(#${id('light')})`),
  ].join('')
}

/** A pipe from side to side, its seam going round. */
function pipe(canvas: Canvas): string {
  const { random, id } = canvas
  const plate = random.pick(PLATES)
  const [cx, cy, rx, ry] = [186, 240, 70, 178]
  const at = (degrees: number): Place => {
    const t = (degrees * Math.PI) / 180
    const turn = (Math.atan2(-ry * Math.cos(t), rx * Math.sin(t)) * 180) / Math.PI
    return [cx + rx * Math.cos(t), cy + ry * Math.sin(t), turn]
  }
  const end = random.int(-20, -14)
  const places: Place[] = []
  for (let t = end; t < 92; ) {
    places.unshift(at(t))
    const radians = (t * Math.PI) / 180
    t += (13 / Math.hypot(rx * Math.sin(radians), ry * Math.cos(radians))) * (180 / Math.PI)
  }
  const [x, y] = at(end)
  const done = `M${cx} ${cy + ry}A${rx} ${ry} 0 0 0 ${n(x)} ${n(y)}`
  const open = `M${cx} ${cy - ry}A${rx} ${ry} 0 0 1 ${n(x)} ${n(y)}`
  return [
    el(
      'defs',
      {},
      stuff(canvas, plate),
      linear(
        id('round'),
        [0, 0, 0, 1],
        [0, plate[2]],
        [0.1, plate[3]],
        [0.2, '#cfd8dc'],
        [0.3, plate[3]],
        [0.5, plate[2]],
        [0.8, plate[1]],
        [0.9, plate[0]],
        [1, plate[2]],
      ),
      linear(id('shop'), [0, 0, 0, 1], [0, plate[0]], [0.5, plate[1]], [1, plate[0]]),
      linear(id('under'), [0, 0, 0, 1], [0, '#000', 0], [0.6, '#000', 0.2], [1, '#000', 0.5]),
      el('clipPath', { id: id('clip') }, rect(-9, cy - ry, 498, ry * 2)),
    ),
    full(`url(#${id('shop')})`),
    path('M-9 430H489V489H-9Z', { fill: plate[2] }),
    path('M-9 430H489V489H-9Z', { fill: `url(#${id('brush')})` }),
    path('M-9 400H489V452Q240 470-9 452Z', { opacity: '.65' }),
    g(
      { 'clip-path': `url(#${id('clip')})` },
      full(`url(#${id('round')})`, { y: cy - ry, height: ry * 2 }),
      full(`url(#${id('brush')})`),
      tint(done, 0.9),
      path(open, { fill: 'none', stroke: '#000', 'stroke-width': 12, opacity: '.85' }),
      path(open, { fill: 'none', stroke: '#fff', 'stroke-width': 2.4, opacity: '.5', transform: 'translate(8 0)' }),
      bead(canvas, places),
      // the lower side lies in shade, bead and all
      rect(-9, 300, 498, 120, { fill: `url(#${id('under')})` }),
    ),
    path(`M-9 ${cy - ry + 1}H489`, { stroke: '#fff', 'stroke-width': 2, opacity: '.35' }),
    path(`M-9 ${cy + ry - 1}H489`, { stroke: '#fff', 'stroke-width': 2, opacity: '.25' }),
    glow(id, x, y, 220),
    torch(id, `translate(${n(x)} ${n(y)})rotate(${random.int(-38, -30)})`),
    sparks(canvas, x, y, -10, 74, 26),
    sparks(canvas, x, y, 104, 300, 26),
    arc(canvas, x, y),
    full(`url(#${id('light')})`),
  ].join('')
}

/** One plate stands on another: the seam in the corner between them, a coated rod. */
function fillet(canvas: Canvas): string {
  const { random, id } = canvas
  const plate = random.pick(PLATES)
  const [x, y] = [random.int(276, 300), 264]
  const places = Array.from(
    { length: 20 },
    (_, i) => [x - (19 - i) * 17, y + random.between(-1, 1), random.between(-5, 5)] as Place,
  )
  return [
    el(
      'defs',
      {},
      stuff(canvas, plate),
      linear(id('stand'), [0, 0, 0, 1], [0, plate[1]], [0.6, plate[2]], [1, plate[1]]),
      linear(id('lie'), [0, 0, 0, 1], [0, plate[2]], [0.2, plate[3]], [0.5, plate[2]], [1, plate[0]]),
      linear(id('rod'), [0, 0, 0, 1], [0, '#6d675d'], [0.3, '#efe8d8'], [0.6, '#a79f90'], [1, '#4a453d']),
    ),
    g(
      { transform: `rotate(${random.int(-7, -4)} ${x} ${y})` },
      rect(-90, -90, 660, 354, { fill: `url(#${id('stand')})` }),
      rect(-90, -90, 660, 354, { fill: `url(#${id('brush')})` }),
      g(
        { transform: `translate(0 ${y})` },
        rect(-90, 0, 660, 320, { fill: `url(#${id('lie')})` }),
        g({ transform: 'skewX(-24)scale(1.4 1)' }, rect(-90, 0, 660, 320, { fill: `url(#${id('brush')})` })),
      ),
      tint(`M-90 ${y}H${x}`, 1.1),
      path(`M${x} ${y}H580`, { stroke: '#000', 'stroke-width': 7 }),
      path(`M${x} ${y + 6}H580`, { stroke: '#fff', 'stroke-width': 2, opacity: '.35' }),
      bead(canvas, places, 1.4),
    ),
    // the arc mirrored in the lower plate
    ellipse(x + 6, y + 74, 40, 92, { fill: `url(#${id('glow')})`, opacity: '.7' }),
    glow(id, x, y, 250),
    g(
      { transform: `translate(${x} ${y - 6})rotate(${random.int(-66, -58)})` },
      path('M10-7H190V-26H420V26H190V7H10Z', { opacity: '.45', transform: 'translate(-6 22)' }),
      rect(6, -7, 190, 14, { rx: 3, fill: `url(#${id('rod')})`, stroke: '#2a251e' }),
      path('M8-7h34v14H8z', { fill: '#ff8a1e', opacity: '.75' }),
      path('M178-16l26-8h26v48h-26l-26-8z', { fill: `url(#${id('brass')})`, stroke: '#1d1005' }),
      rect(228, -25, 200, 50, { rx: 10, fill: `url(#${id('grip')})`, stroke: '#000' }),
      path('M244-25v50M258-25v50M272-25v50M286-25v50', { stroke: '#000', 'stroke-width': 6, opacity: '.6' }),
    ),
    sparks(canvas, x, y, 5, 175, 40),
    sparks(canvas, x, y, 180, 300, 14),
    arc(canvas, x, y, 1.1),
    full(`url(#${id('light')})`),
  ].join('')
}

export const weld: Motif = {
  alt: '鱼鳞焊缝、电弧与火花',
  thread: '#C0561E',
  focus: { x: 50, y: 48 },
  draw: (canvas) => ([seam, pipe, fillet][canvas.index % 3] ?? seam)(canvas),
  rule: { period: 24, draw: '<path d="M0 12h24" stroke="currentColor" stroke-width="2"/>' },
}
