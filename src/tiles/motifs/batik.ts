import type { Canvas, Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

/** A vat: deepest blue, ground, lit ground, pale dye, undyed cotton. */
type Vat = readonly [string, string, string, string, string]
const VATS: readonly [Vat, ...Vat[]] = [
  ['#0b1d47', '#1c3f86', '#2f62b4', '#8fb2e0', '#f1f3ee'],
  ['#0d1738', '#22356f', '#3d57a0', '#9fb0dc', '#f3f1e8'],
  ['#06243f', '#10507f', '#1f76ab', '#8cc3dd', '#eff4f1'],
]
type Attributes = Record<string, string | number>

const use = (id: string, attributes: Attributes = {}) => el('use', { href: `#${id}`, ...attributes })

/** Ice: a plate broken in two, and each piece again, until the pieces are small. Three paths, from wide to fine. */
function ice({ random }: Canvas, smallest: number): string[] {
  type Point = readonly [number, number]
  const cracks: string[] = ['', '', '']
  const area = (piece: Point[]) =>
    Math.abs(
      piece.reduce((sum, [x, y], i) => {
        const [nextX, nextY] = piece[(i + 1) % piece.length] as Point
        return sum + x * nextY - nextX * y
      }, 0),
    ) / 2
  const split = (piece: Point[], depth: number): void => {
    if (area(piece) < smallest * random.between(0.6, 1.8)) return
    const edge = (i: number): [Point, Point] => [
      piece[i % piece.length] as Point,
      piece[(i + 1) % piece.length] as Point,
    ]
    const length = (i: number) => {
      const [[ax, ay], [bx, by]] = edge(i)
      return Math.hypot(ax - bx, ay - by)
    }
    const order = piece.map((_, i) => i).sort((a, b) => length(b) - length(a))
    const first = order[0] ?? 0
    const second =
      order.find((i) => i !== first && Math.abs(i - first) !== 1 && Math.abs(i - first) !== piece.length - 1) ??
      order[1] ??
      1
    const on = (i: number): Point => {
      const [[ax, ay], [bx, by]] = edge(i)
      const t = random.between(0.3, 0.7)
      return [ax + (bx - ax) * t, ay + (by - ay) * t]
    }
    const [low, high] = [Math.min(first, second), Math.max(first, second)]
    const [from, to] = [on(low), on(high)]
    const bend: Point = [
      (from[0] + to[0]) / 2 + (to[1] - from[1]) * random.between(-0.1, 0.1),
      (from[1] + to[1]) / 2 + (from[0] - to[0]) * random.between(-0.1, 0.1),
    ]
    const [a, b, c] = [from, bend, to].map(([x, y]) => [Math.round(x), Math.round(y)] as const) as [Point, Point, Point]
    cracks[Math.min(2, Math.floor(depth / 3))] +=
      `M${a[0]} ${a[1]}l${b[0] - a[0]} ${b[1] - a[1]} ${c[0] - b[0]} ${c[1] - b[1]}`
    split([from, bend, to, ...piece.slice(high + 1), ...piece.slice(0, low + 1)], depth + 1)
    split([to, bend, from, ...piece.slice(low + 1, high + 1)], depth + 1)
  }
  split(
    [
      [-9, -9],
      [489, -9],
      [489, 489],
      [-9, 489],
    ],
    0,
  )
  return cracks
}

/** Cracks as dye leaves them: a stain and a thread of blue; the fine ones once more, across. */
function crackle(canvas: Canvas, vat: Vat, smallest: number): string {
  const { id } = canvas
  const [wide = '', middle = '', fine = ''] = ice(canvas, smallest)
  return g(
    { fill: 'none', stroke: vat[0], 'stroke-linejoin': 'round' },
    path(wide + middle, { stroke: vat[2], 'stroke-width': 5, opacity: '.25' }),
    path(wide, { 'stroke-width': 2, opacity: '.7' }),
    path(middle, { 'stroke-width': 1.5, opacity: '.65' }),
    path(fine, { id: id('fine'), 'stroke-width': 1, opacity: '.6' }),
    use(id('fine'), { transform: 'matrix(0-1.1 1.1 0-30 500)' }),
  )
}

/** Cotton: a plain weave seen only close by. */
const weave = (id: Canvas['id']) =>
  pattern(
    id('weave'),
    4,
    4,
    'rotate(3)',
    path('M0 1h2M2 3h2', { stroke: '#fff', 'stroke-width': 1.6, opacity: '.13' }),
    path('M0 2.5h4M2.5 0v4', { stroke: '#000', 'stroke-width': '.6', opacity: '.15' }),
  )

/** A closed line drawn by hand: two strokes that do not quite agree. */
const line = (r: number, width: number) =>
  circle(0, 0, r, { 'stroke-width': width }) + ellipse(0.8, -0.6, r + 0.7, r - 0.6, { 'stroke-width': width * 0.7 })

/** Dots around a circle. */
const dots = (r: number, count: number, size: number, attributes: Attributes = {}) =>
  circle(0, 0, r, {
    'stroke-width': size,
    pathLength: count,
    'stroke-dasharray': '0 1',
    'stroke-linecap': 'round',
    ...attributes,
  })

/** Short rays around a circle. */
const rays = (r: number, count: number, length: number, share: string) =>
  circle(0, 0, r, { 'stroke-width': length, pathLength: count, 'stroke-dasharray': share })

/** `count` copies of a drawing that points up. */
const around = (name: string, count: number, offset = 0) =>
  Array.from({ length: count }, (_, i) => use(name, { transform: `rotate(${n((i + offset) * (360 / count))})` })).join(
    '',
  )

/** Arcs side by side around a circle, bulging out. */
function scallops(r: number, count: number, width: number): string {
  const step = (2 * Math.PI) / count
  const at = (i: number) => `${n(r * Math.sin(i * step))} ${n(-r * Math.cos(i * step))}`
  const bulge = n(r * Math.sin(step / 2) * 1.02)
  const arcs = Array.from({ length: count }, (_, i) => `A${bulge} ${bulge} 0 0 1 ${at(i + 1)}`)
  return path(`M${at(0)}${arcs.join('')}`, { 'stroke-width': width })
}

/** Definitions every form uses: weave, dye clouds, light. */
function dye({ id }: Canvas, vat: Vat): string {
  return [
    weave(id),
    radial(id('dye'), { cx: '.4', cy: '.36', r: '.8' }, [0, vat[2]], [0.6, vat[1]], [1, vat[0]]),
    linear(id('light'), [0, 0, 1, 1], [0, '#fff', 0.2], [0.4, '#fff', 0], [0.6, '#000', 0], [1, '#000', 0.3]),
  ].join('')
}

const full = (fill: string, attributes: Attributes = {}) => rect(0, 0, 480, 480, { fill, ...attributes })

/** White figures: their seep of pale dye, then themselves. */
const figures = (id: Canvas['id'], vat: Vat, transform: string) =>
  [
    use(id('wax'), { transform: `translate(1.5 2)${transform}`, stroke: vat[3], fill: vat[3], opacity: '.45' }),
    use(id('wax'), { transform, stroke: vat[4], fill: vat[4] }),
  ].join('')

/** One great round. */
function medallion(canvas: Canvas): string {
  const { random, id } = canvas
  const vat = random.pick(VATS)
  const petals = random.pick([8, 10, 12])
  const width = { 8: 34, 10: 27, 12: 22 }[petals] ?? 27
  const petal = `M0-62C${width}-84 ${width}-120 0-146 ${-width}-120 ${-width}-84 0-62Z`
  const blue = { stroke: vat[1] }
  return [
    el(
      'defs',
      {},
      dye(canvas, vat),
      g({ id: id('petal') }, path(petal, { stroke: 'none' })),
      g(
        { id: id('core') },
        path('M0-78q9-14 0-48-9 34 0 48z', { stroke: 'none' }),
        path(`M0-96v44`, { 'stroke-width': 1.6 }),
      ),
      g(
        { id: id('wax') },
        g({ stroke: 'none' }, circle(0, 0, 46)),
        around(id('petal'), petals),
        g(
          { fill: 'none' },
          line(54, 3),
          dots(150, petals, 10, { transform: `rotate(${n(180 / petals - 90)})` }),
          dots(126, petals, 6, { transform: `rotate(${n(180 / petals - 90)})` }),
          line(164, 4),
          circle(0, 0, 183, { 'stroke-width': 24 }),
          line(202, 3),
          scallops(206, petals * 3, 4),
          dots(230, petals * 6, 6),
        ),
      ),
      g(
        { id: id('corner') },
        g({ stroke: 'none' }, circle(0, 0, 30)),
        g({ fill: 'none' }, line(42, 4), dots(56, 20, 7), line(70, 8), rays(86, 40, 14, '.4 .6')),
      ),
    ),
    full(`url(#${id('dye')})`),
    figures(id, vat, 'translate(240 240)'),
    ...[
      [0, 0],
      [480, 0],
      [0, 480],
      [480, 480],
    ].map(([x, y]) => use(id('corner'), { transform: `translate(${x} ${y})`, stroke: vat[4], fill: vat[4] })),
    // blue again upon the white
    g(
      { transform: 'translate(240 240)', fill: vat[1], ...blue },
      around(id('core'), petals),
      g(
        { fill: 'none' },
        line(34, 4),
        dots(22, 8, 7),
        dots(183, petals * 4, 11),
        dots(183, petals * 4, 4, { stroke: vat[4] }),
      ),
      circle(0, 0, 9, { stroke: 'none' }),
    ),
    crackle(canvas, vat, 2300),
    full(`url(#${id('weave')})`),
    full(`url(#${id('light')})`),
  ].join('')
}

/** A length of cloth on a bamboo pole, falling in pleats. */
function pleats(canvas: Canvas): string {
  const { random, id } = canvas
  const vat = random.pick(VATS)
  const beams = random.pick([16, 20, 24])
  const [fold, slope] = [60, random.int(9, 12)]
  const drop = fold * Math.tan((slope * Math.PI) / 180)
  const rows = [
    [80, 92, id('ra')],
    [0, 240, id('rb')],
    [80, 388, id('ra')],
  ] as const
  const rounds = rows.flatMap(([start, y, name]) =>
    [0, 1, 2, 3].map((i) => use(name, { transform: `translate(${start + i * 160} ${y})` })),
  )
  const wall = random.pick(['#d9c9a8', '#cfd3c6', '#d8c2ac'])
  const strip = (i: number, fill: string, dy = 40, height = 412) =>
    rect(i * fold, dy, fold, height, {
      fill,
      transform: `translate(${i * fold} ${i % 2 ? n(drop) : 0})skewY(${i % 2 ? -slope : slope})translate(${-i * fold})`,
    })
  const strips = [0, 1, 2, 3, 4, 5, 6, 7]
  return [
    el(
      'defs',
      {},
      dye(canvas, vat),
      linear(
        id('up'),
        [0, 0, 1, 0],
        [0, '#000', 0.5],
        [0.2, '#000', 0.2],
        [0.6, '#fff', 0.1],
        [0.9, '#fff', 0.3],
        [1, '#fff', 0.1],
      ),
      linear(id('down'), [0, 0, 1, 0], [0, '#fff', 0.2], [0.2, '#000', 0], [0.7, '#000', 0.3], [1, '#000', 0.6]),
      linear(id('cane'), [0, 0, 0, 1], [0, '#8a6a2c'], [0.3, '#f0dc9a'], [0.6, '#b98f42'], [1, '#50370f']),
      g(
        { id: id('ra') },
        circle(0, 0, 30, { stroke: 'none' }),
        g({ fill: 'none' }, line(42, 4), rays(56, beams * 2, 12, '.5 .5'), line(67, 3)),
        g({ stroke: vat[1], fill: 'none' }, line(20, 3), dots(11, 6, 5)),
      ),
      g(
        { id: id('rb') },
        circle(0, 0, 70, { stroke: 'none' }),
        g({ stroke: vat[1], fill: 'none' }, line(60, 3), dots(49, beams, 8), line(38, 6), scallops(20, 8, 3)),
        circle(0, 0, 9, { fill: vat[1], stroke: 'none' }),
      ),
      pattern(
        id('sheet'),
        480,
        480,
        undefined,
        full(vat[1]),
        g(
          { stroke: vat[4], fill: vat[4] },
          ...rounds,
          path('M0 8h480M0 472h480', { 'stroke-width': 5 }),
          path('M80 166h0m160 0h0m160 0h0M80 314h0m160 0h0m160 0h0M0 92h0m160 0h0m160 0h0M0 388h0m160 0h0m160 0h0', {
            'stroke-width': 13,
            'stroke-linecap': 'round',
          }),
        ),
        crackle(canvas, vat, 2600),
        full(`url(#${id('weave')})`),
      ),
    ),
    full(wall),
    g({ opacity: '.35', transform: 'translate(12 16)' }, ...strips.map((i) => strip(i, '#000'))),
    ...strips.flatMap((i) => [
      strip(i, `url(#${id('sheet')})`),
      strip(i, `url(#${id(i % 2 ? 'down' : 'up')})`),
      strip(i, vat[0], 448, 4),
    ]),
    rect(-4, 20, 488, 22, { opacity: '.35' }),
    rect(-4, 8, 488, 24, { fill: `url(#${id('cane')})` }),
    path('M26 8q5 12 0 24M250 8q5 12 0 24M384 8q5 12 0 24', { fill: 'none', stroke: '#5b4015', 'stroke-width': 2.4 }),
    ...[60, 180, 300, 420].flatMap((x) => [
      path(`M${x - 15} 50V9q15-9 30 0v43q-15 5-30-2z`, { fill: vat[2], stroke: vat[0] }),
      path(`M${x - 15} 9q15-9 30 0v8h-30zM${x - 15} 30h30v22q-15 5-30-2z`, { opacity: '.3' }),
      path(`M${x - 11} 48V9M${x + 11} 50V9`, { stroke: vat[4], 'stroke-width': 2, 'stroke-dasharray': '5 4' }),
    ]),
    full(`url(#${id('light')})`),
  ].join('')
}

/** Close by: rings run off the cloth; a second waxing has begun, drop by drop, with the wax knife. */
function waxing(canvas: Canvas): string {
  const { random, id } = canvas
  const vat = random.pick(VATS)
  const count = random.pick([14, 16, 18])
  const end = random.int(8, 10)
  const drops = Array.from({ length: end + 7 }, (_, i) => {
    const angle = ((i - 7) * 4.6 - 88) * (Math.PI / 180)
    return [Math.round(246 * Math.cos(angle)), Math.round(246 * Math.sin(angle))] as const
  })
  const wax = drops.map(([x, y]) => `M${x} ${y}h0`).join('')
  const [x, y] = drops.at(-1) ?? [0, 0]
  return [
    el(
      'defs',
      {},
      dye(canvas, vat),
      linear(id('cane'), [0, 0, 0, 1], [0, '#a07a35'], [0.3, '#f6e6ad'], [0.6, '#bf9547'], [1, '#553a11']),
      linear(
        id('copper'),
        [0, 0, 0.3, 1],
        [0, '#ffd9b5'],
        [0.3, '#d98a52'],
        [0.5, '#f3b483'],
        [0.7, '#a3562a'],
        [1, '#5d2a10'],
      ),
      g({ id: id('petal') }, path('M0-152q-26 32 0 62 26-30 0-62z', { stroke: 'none' })),
      g({ id: id('core') }, path('M0-192q-18 18 0 36 18-18 0-36z', { stroke: 'none' })),
      g(
        { id: id('wax') },
        circle(0, 0, 62, { stroke: 'none' }),
        around(id('petal'), count - 4),
        g(
          { fill: 'none' },
          line(76, 4),
          circle(0, 0, 178, { 'stroke-width': 50 }),
          line(212, 4),
          line(280, 4),
          rays(300, 90, 22, '.5 .5'),
          line(321, 6),
          dots(344, 60, 14),
          scallops(366, 34, 5),
          line(424, 20),
        ),
      ),
    ),
    full(`url(#${id('dye')})`),
    figures(id, vat, 'translate(150 330)'),
    g(
      { transform: 'translate(150 330)', fill: vat[1], stroke: vat[1] },
      around(id('core'), count * 2, 0.5),
      g({ fill: 'none' }, line(48, 4), dots(33, 12, 9), line(157, 2.5), line(199, 2.5)),
      circle(0, 0, 16, { stroke: 'none' }),
      circle(0, 0, 246, {
        fill: 'none',
        stroke: vat[3],
        'stroke-width': 1.4,
        'stroke-dasharray': '5 5',
        opacity: '.8',
      }),
    ),
    crackle(canvas, vat, 2500),
    full(`url(#${id('weave')})`),
    g(
      { transform: 'translate(150 330)', 'stroke-linecap': 'round' },
      path(wax, { stroke: '#000', 'stroke-width': 15, opacity: '.35', transform: 'translate(3 5)' }),
      path(wax, { stroke: '#a3600f', 'stroke-width': 15 }),
      path(wax, { stroke: '#e8a93f', 'stroke-width': 12, transform: 'translate(-.6 -.8)' }),
      path(wax, { stroke: '#fff3cf', 'stroke-width': 4, transform: 'translate(-2.6 -3)' }),
    ),
    g(
      { transform: `translate(${150 + x} ${330 + y})rotate(-44)` },
      path('M6-34Q-16 0 6 34L70 13H330V-13H70Z', { opacity: '.4', transform: 'translate(-4 17)' }),
      path('M6-34Q-16 0 6 34L70 9V-9Z', { fill: `url(#${id('copper')})`, stroke: '#4a200b', 'stroke-width': 1.2 }),
      path('M16-30Q-4 0 16 30M28-26Q10 0 28 26', {
        fill: 'none',
        stroke: '#6d3214',
        'stroke-width': 1.2,
        opacity: '.7',
      }),
      path('M6-34Q-16 0 6 34L14 31Q-4 0 13-31Z', { fill: '#e8a93f', stroke: '#a3600f' }),
      rect(62, -13, 268, 26, { rx: 8, fill: `url(#${id('cane')})`, stroke: '#4d340e' }),
      path('M64 0H92', { stroke: '#7a2f1c', 'stroke-width': 27 }),
      path('M64 0H92', { stroke: '#d06a48', 'stroke-width': 26, 'stroke-dasharray': '2.5 1.5' }),
      path('M170-13q5 13 0 26M262-13q5 13 0 26', { fill: 'none', stroke: '#6d4f1a', 'stroke-width': 2.4 }),
      path('M100-6H328', { stroke: '#fff', 'stroke-width': 2, opacity: '.5' }),
    ),
    full(`url(#${id('light')})`),
  ].join('')
}

export const batik: Motif = {
  alt: '蜡染蓝白圆纹与冰裂',
  thread: '#274E86',
  focus: { x: 50, y: 50 },
  draw: (canvas) => ([medallion, pleats, waxing][canvas.index % 3] ?? medallion)(canvas),
  rule: {
    period: 24,
    draw:
      '<g fill="none" stroke="currentColor" stroke-width="1.6"><circle cx="12" cy="12" r="6.4"/>' +
      '<path d="M12 12h0M24 12h0M0 12h0" stroke-width="4" stroke-linecap="round"/></g>',
  },
}
