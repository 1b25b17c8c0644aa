import type { Canvas, Motif } from '../motif.ts'
import { el, g, linear, n, path, pattern, rect } from '../svg.ts'

/** A kiln: five faces of brick, then mortar. */
type Kiln = readonly [string, string, string, string, string, string]
const KILNS: readonly [Kiln, ...Kiln[]] = [
  ['#b5472e', '#a33d28', '#c25a3b', '#92331f', '#b04f38', '#cfc6b4'],
  ['#c06a3e', '#b25c34', '#cd7d4e', '#a14f2b', '#b8643f', '#d8cfbd'],
  ['#9c3f35', '#8a342d', '#ad5142', '#7a2b26', '#a3493a', '#c4bdb0'],
]
const GREY: Kiln = ['#77828a', '#69747d', '#8a949a', '#5c666f', '#7f8785', '#d2ccbf']

const full = (fill: string) => rect(0, 0, 480, 480, { fill })

/** The light on bricks of `length` × `height`, `bond`; grit and pits, `grit`; steel, wood, light. */
function stuff({ random, id }: Canvas, length: number, height: number, joint: number): string {
  const bricks = [
    [0, height],
    [-length / 2, 0],
    [length / 2, 0],
  ].map(([x = 0, y = 0]) => [x + joint / 2, y + joint / 2, length - joint, height - joint] as const)
  const specks = (count: number) =>
    Array.from({ length: count }, () => `M${random.int(4, 156)} ${random.int(4, 106)}h0`).join('')
  return [
    linear(id('b'), [0, 0, 0, 1], [0, '#fff', 0.3], [0.2, '#fff', 0.1], [0.5, '#000', 0], [1, '#000', 0.4]),
    pattern(
      id('bond'),
      length,
      height * 2,
      undefined,
      ...bricks.map(([x, y, w, h]) => rect(x, y, w, h, { fill: `url(#${id('b')})`, rx: 2 })),
      ...bricks.map(
        ([x, y, w, h]) =>
          path(`M${n(x + 1)} ${n(y + h - 2)}V${n(y + 1)}H${n(x + w - 2)}`, {
            fill: 'none',
            stroke: '#fff',
            'stroke-width': 1.4,
            opacity: '.35',
          }) +
          path(`M${n(x + 2)} ${n(y + h)}H${n(x + w)}V${n(y + 2)}`, {
            fill: 'none',
            stroke: '#200a04',
            'stroke-width': 2.4,
            opacity: '.5',
          }),
      ),
    ),
    pattern(
      id('grit'),
      160,
      110,
      'rotate(7)',
      g(
        { 'stroke-linecap': 'round' },
        path(specks(26), { stroke: '#2a0d06', 'stroke-width': 2.2, opacity: '.35' }),
        path(specks(9), { stroke: '#2a0d06', 'stroke-width': 4.5, opacity: '.28' }),
        path(specks(26), { stroke: '#ffe6cf', 'stroke-width': 1.6, opacity: '.35' }),
        path('M20 30q20-5 42 2M90 76q22 6 44-1M70 12q14 4 22 0', { fill: 'none', stroke: '#2a0d06', opacity: '.35' }),
      ),
    ),
    linear(
      id('steel'),
      [0, 0, 0.1, 1],
      [0, '#eef2f3'],
      [0.3, '#aab4ba'],
      [0.5, '#dfe5e8'],
      [0.7, '#7d888f'],
      [1, '#4d575d'],
    ),
    linear(id('wood'), [0, 0, 0, 1], [0, '#9a5a2a'], [0.3, '#e6ad6f'], [0.6, '#a9652f'], [1, '#4a2410']),
    linear(id('paste'), [0, 0, 0, 1], [0, '#f0eade'], [0.6, '#c4bba9'], [1, '#8d8474']),
    linear(id('light'), [0, 0, 1, 1], [0, '#fff', 0.2], [0.4, '#fff', 0], [0.6, '#000', 0], [1, '#000', 0.3]),
  ].join('')
}

/** Courses of running bond, each `from`–`to` in half bricks, the first one lowest; the origin is its lower left. */
function courses(
  { random, id }: Canvas,
  kiln: Kiln,
  length: number,
  height: number,
  joint: number,
  rows: readonly (readonly [from: number, to: number])[],
): string {
  const half = length / 2
  const faces = ['', '', '', '', '']
  const beds: string[] = []
  rows.forEach(([from, to], row) => {
    const y = -height * (row + 1)
    beds.push(`M${n(from * half)} ${n(y)}h${n((to - from) * half)}v${height}H${n(from * half)}z`)
    for (let i = from; i < to; ) {
      const whole = (i + row) % 2 === 0 && i + 2 <= to ? 2 : 1
      const across = whole * half - joint
      const which = random.int(0, 4)
      faces[which] += `M${n(i * half + joint / 2)} ${n(y + joint / 2)}h${n(across)}v${n(height - joint)}h${n(-across)}z`
      i += whole
    }
  })
  const bed = beds.join('')
  return [
    path(bed, { fill: kiln[5] }),
    path(bed, { fill: `url(#${id('grit')})` }),
    path(faces.join(''), { fill: '#3a2415', opacity: '.4', transform: 'translate(2 3)' }),
    ...faces.map((d, i) =>
      path(d, { fill: kiln[i] ?? '', stroke: kiln[i] ?? '', 'stroke-width': 1.4, 'stroke-linejoin': 'round' }),
    ),
    path(bed, { fill: `url(#${id('bond')})` }),
    path(faces.join(''), { fill: `url(#${id('grit')})` }),
  ].join('')
}

/** A brick knife along +x, its edge at the origin; mortar on it; a shadow where there is a wall. */
function knife({ id }: Canvas, transform: string, mortar: string, shadow = true): string {
  const blade = 'M4-30Q-6-6 2 24 60 30 176 14V-12Q90-22 4-30Z'
  const grip = 'M176-7h26q10-7 30-7h96q14 1 14 15t-14 15h-96q-20 0-30-7h-26z'
  return g(
    { transform },
    shadow ? path(blade + grip, { opacity: '.4', transform: 'translate(4 16)' }) : '',
    path(blade, { fill: `url(#${id('steel')})`, stroke: '#2d353a', 'stroke-width': 1.2 }),
    path('M6-27Q90-19 174-10', { fill: 'none', stroke: '#fff', 'stroke-width': 2, opacity: '.8' }),
    path('M40-10l96 8M30 6l70 4M60-16l60 6M24 16l84-2', { stroke: '#39434a', 'stroke-width': 1.1, opacity: '.5' }),
    mortar,
    path(grip, { fill: `url(#${id('wood')})`, stroke: '#38190a', 'stroke-width': 1.2 }),
    path('M236-4q40 4 96-2M240 6q50 4 92 1M250-9h70', {
      fill: 'none',
      stroke: '#4a2410',
      'stroke-width': 1.2,
      opacity: '.6',
    }),
    path('M176-9h26v20h-26z', { fill: `url(#${id('steel')})`, stroke: '#2d353a' }),
  )
}

/** Mortar in a heap: its shadow, body, shine. */
const heap = (id: Canvas['id'], d: string, ridges: string) =>
  [
    path(d, { opacity: '.35', transform: 'translate(5 8)' }),
    path(d, { fill: `url(#${id('paste')})`, stroke: '#7b7263' }),
    path(d, { fill: `url(#${id('grit')})`, opacity: '.7' }),
    path(ridges, { fill: 'none', stroke: '#fff', 'stroke-width': 2.4, 'stroke-linecap': 'round', opacity: '.7' }),
  ].join('')

/** Mortar on a knife. */
const paste = (id: Canvas['id']) => heap(id, 'M-8-34q36-6 62 6 20 10 38 26-20 20-52 22-36 4-50 6z', 'M20-18q26 2 44 14')

/** A builder's line, and its shadow where the wall is behind it. */
const cord = (d: string, shadow: string) =>
  g(
    { fill: 'none' },
    path(shadow, { stroke: '#000', 'stroke-width': 4, opacity: '.4' }),
    path(d, { stroke: '#6d4800', 'stroke-width': 4.6 }),
    path(d, { stroke: '#ffd23e', 'stroke-width': 3.4 }),
    path(d, { stroke: '#fff6c8', 'stroke-width': 1.3, 'stroke-dasharray': '5 4' }),
  )

type Sky = readonly [high: string, low: string]
const SKIES: readonly [Sky, ...Sky[]] = [
  ['#a9c4d2', '#eef0e6'],
  ['#d8c5a8', '#f6eedd'],
  ['#9fb6bd', '#e6e4d6'],
]

/** Sky and, pale in it, bamboo scaffolding. */
function site({ random, id }: Canvas): string {
  const [high, low] = random.pick(SKIES)
  return [
    linear(id('sky'), [0, 0, 0, 1], [0, high], [0.6, low], [1, low]),
    full(`url(#${id('sky')})`),
    g(
      { stroke: '#8a7a4c', opacity: '.6' },
      path('M96-9V480M330-9V480M-9 92L490 84', { 'stroke-width': 13 }),
      path('M92-9V480M326-9V480M-9 88L490 80', { stroke: '#d8c98f', 'stroke-width': 3 }),
      path('M84 80l24 20M108 78l-24 24M318 76l24 20M342 74l-24 24', { stroke: '#4a3d1c', 'stroke-width': 3 }),
    ),
  ].join('')
}

/** The wall from the front: one end is up, the next course waits for its bricks. */
function front(canvas: Canvas): string {
  const { random, id } = canvas
  const kiln = random.pick(KILNS)
  const lead = random.pick([
    [4, 3, 2],
    [3, 2, 1],
    [4, 3],
  ] as [number[], number[], number[]])
  const edge = (lead[0] ?? 0) * 48 - 24
  const low = [0, 1, 2, 3, 4, 5].map((row) => [-(row % 2), 12] as const)
  return [
    el('defs', {}, stuff(canvas, 96, 48, 7)),
    site(canvas),
    g(
      { transform: 'translate(-24 502)' },
      courses(canvas, kiln, 96, 48, 7, [...low, ...lead.map((to, row) => [-(row % 2), to] as const)]),
    ),
    knife(canvas, 'translate(290 198)rotate(-50)scale(.84)', paste(id), false),
    path(`M${edge} 213H484v9H${edge}z`, { opacity: '.4' }),
    heap(
      id,
      `M${edge} 215v-14q20-14 44-4 24-16 52-2 26-14 50 0 30-16 52-2 26-10 50 4 20-12 44-2 20-10 160 0v20z`,
      `M${edge + 20} 203q16-8 30-2M${edge + 70} 199q18-8 36 0M${edge + 134} 199q20-8 34 2M${edge + 200} 201q18-8 40 0`,
    ),
    cord('M-4 167H484', `M-4 178H${edge}`),
    full(`url(#${id('light')})`),
  ].join('')
}

/** The corner of a building, from above: it steps down on both sides. */
function corner(canvas: Canvas): string {
  const { random, id } = canvas
  const kiln = random.pick(KILNS)
  const [length, height, slope] = [88, 46, 0.36]
  const half = length / 2
  const [cx, cy] = [random.int(172, 190), 576]
  // half bricks per course along the right wall, lowest first; the left wall is one longer
  const reach = [8, 7, 8, 7, 8, 7, 4, 3, 2]
  const top = (row: number) => cy - height * (row + 1)
  const ledge = (row: number) => {
    const [next, to] = [reach[row + 1] ?? 0, reach[row] ?? 0]
    const plan = `M0 0H${to * half}V${half}H${half}V${(to + 1) * half}H0Z`
    const joints = Array.from({ length: Math.ceil(to / 2) }, (_, i) => {
      const along = i * length + (row % 2 ? half : 0)
      return `M${along} 0v${half}M0 ${along + half}h${half}`
    })
    const shade = next * half + 14
    return g(
      { transform: `matrix(1 ${-slope} -1 ${-slope} ${cx} ${top(row)})` },
      path(plan, { fill: kiln[2] }),
      path(plan, { fill: '#fff', opacity: '.22' }),
      path(joints.join(''), { stroke: kiln[5], 'stroke-width': 5 }),
      path(plan, { fill: `url(#${id('grit')})` }),
      next ? path(`M0 0H${shade}V${half}H${half}V${shade + half}H0Z`, { opacity: '.35' }) : '',
      path(plan, { fill: 'none', stroke: '#fff', 'stroke-width': 1.5, opacity: '.5' }),
    )
  }
  const only = (from: number, to: number, start: number, longer: number) =>
    reach.map((end, row) => (row >= from && row < to ? ([start, end + longer] as const) : ([0, 0] as const)))
  const walls = (from: number, to: number) => {
    const shade = reach
      .slice(from, to)
      .map((end, i) => `M0 ${-height * (from + i)}v${-height}h${(end + 1) * half}v${height}z`)
    return [
      g(
        { transform: `matrix(-1 ${-slope} 0 1 ${cx} ${cy})` },
        g({ transform: `translate(${-half})` }, courses(canvas, kiln, length, height, 6, only(from, to, 1, 2))),
        path(shade.join(''), { fill: '#1c0a05', opacity: '.3' }),
      ),
      g(
        { transform: `matrix(1 ${-slope} 0 1 ${cx} ${cy})` },
        courses(canvas, kiln, length, height, 6, only(from, to, 0, 0)),
      ),
    ]
  }
  const along = (y: number, left: number, right: number) =>
    `M${cx - left} ${n(y - left * slope)}L${cx} ${y}L${cx + right} ${n(y - right * slope)}`
  return [
    el('defs', {}, stuff(canvas, length, height, 6)),
    site(canvas),
    ledge(5),
    knife(canvas, `translate(${cx + 218} ${top(5) - 82})rotate(-72)scale(.68)`, paste(id), false),
    ...walls(0, 6),
    g(
      { transform: `matrix(1 ${-slope} 0 1 ${cx - 8} ${top(5) + 2})` },
      heap(
        id,
        'M170 2v-22q20-14 44-4 24-16 52-2 26-14 50 0 30-12 52-2v30z',
        'M186-14q16-8 30-2M236-18q18-8 36 0M296-18q20-8 34 2',
      ),
    ),
    ...[6, 7, 8].flatMap((row) => [...walls(row, row + 1), ledge(row)]),
    cord(along(top(6), 240, 320), along(top(6) + 11, 240, 4 * half)),
    full(`url(#${id('light')})`),
  ].join('')
}

/** Close by: a brick is set on its bed, the knife takes the mortar that comes out. */
function setting(canvas: Canvas): string {
  const { random, id } = canvas
  const kiln = random.pick([GREY, ...KILNS])
  const left = random.pick([1, 3])
  const x = -66 + left * 95
  const bed = `M${x + 4} 242v-24q22-12 60-6 40-10 84 0 30-14 62-4 44-16 80 2 40-14 90-2 50-10 120 0v34z`
  const lumps =
    'q18-10 50-4 50-6 84 2 40-8 62 0 8 16-14 18-20-4-32 8-18 8-32-4-20-4-34 4-22 12-36-4-18-2-28 0-18-2-20-20z'
  const oozing = `M${x - 2} 228${lumps}`
  return [
    el('defs', {}, stuff(canvas, 190, 94, 12)),
    site(canvas),
    g(
      { transform: 'translate(-66 520)' },
      courses(canvas, kiln, 190, 94, 12, [
        [0, 7],
        [-1, 7],
        [0, 7],
        [-1, left],
      ]),
    ),
    path(`M${x} 239H484v12H${x}z`, { opacity: '.4' }),
    heap(id, bed, `M${x + 210} 216q24-8 44-2M${x + 280} 218q24-8 44-2M${x + 30} 216q16-6 40-2`),
    g(
      { transform: `translate(${x + 6} 222)rotate(${random.int(-6, -4)} 0 0)` },
      rect(8, -80, 180, 84, { opacity: '.3' }),
      courses(canvas, [kiln[0], kiln[0], kiln[2], kiln[0], kiln[2], 'none'], 190, 94, 12, [[0, 2]]),
    ),
    heap(id, oozing, `M${x + 14} 230q16-6 30-2M${x + 70} 230q24-6 44 0M${x + 150} 232q14-4 26 0`),
    cord('M-4 146H484', `M-4 159H${x - 6}`),
    knife(
      canvas,
      `translate(${x + 30} 282)rotate(17)scale(1.15)`,
      heap(id, 'M6-32q20-14 44-2 24-12 46 4 22-4 36 12-20 20-60 16-40 6-62-8z', 'M22-28q16-6 28 0M64-26q14-4 28 4'),
    ),
    full(`url(#${id('light')})`),
  ].join('')
}

export const brick: Motif = {
  alt: '砌到一半的砖墙、准线与瓦刀',
  thread: '#A2492E',
  focus: { x: 56, y: 40 },
  draw: (canvas) => ([front, corner, setting][canvas.index % 3] ?? front)(canvas),
  rule: {
    period: 24,
    draw: '<path d="M0 1h24M0 12h24M0 23h24M6 1v11M18 12v11" stroke="currentColor" stroke-width="1.6"/>',
  },
}
