import type { Canvas, Motif } from '../motif.ts'
import { type Box, circle, el, ellipse, g, linear, path, pattern, radial, rect, stamp, stamped } from '../svg.ts'

/** A wood: gap between drawers, face dark, face mid, face light, edge catching the light. */
type Wood = readonly [string, string, string, string, string]
const WOODS: readonly [Wood, ...Wood[]] = [
  ['#1a0b05', '#532b16', '#7d4826', '#a0683a', '#c9935c'],
  ['#190706', '#52201a', '#7b3526', '#9f5236', '#cd8259'],
  ['#1c0e05', '#5c3515', '#875426', '#ae7a40', '#dcb277'],
]

const use = (id: string, transform: string, attributes: Record<string, string | number> = {}) =>
  el('use', { href: `#${id}`, transform, ...attributes })

// What each stamp covers about its origin, strokes and shadows included.
const STAR: Box = [-64, -64, 128, 128]
const DRAWER: Box = [-5, -4, 159, 120]
const TRAY: Box = [0, 0, 280, 220]
const BOX: Box = [-21, -16, 322, 284]
const QUILL: Box = [-1, -1, 280, 38]
const POD: Box = [-13, -21, 28, 46]
const SIGN: Box = [-40, -24, 80, 48]
const CORN: Box = [-14, -14, 30, 32]

const FOLLICLE = 'M0 3C-6-6-13-18-12-31-11-41-5-46 2-58 7-46 12-40 12-30 12-18 6-6 0 3Z'

/** A star anise of radius about 60 at the origin, `star`, and its flat shape to cast shadows, `flat`. */
function anise({ random, id }: Canvas): string {
  const turns = Array.from({ length: 8 }, (_, i) => {
    const angle = i * 45 + random.between(-5, 5)
    return `rotate(${Math.round(angle)})scale(${random.between(0.88, 1.08).toFixed(2)})`
  })
  return [
    linear(id('f'), [0, 0, 1, 0], [0, '#3c1408'], [0.2, '#b8622c'], [0.5, '#6b2a10'], [0.8, '#97481d'], [1, '#2c0d05']),
    radial(
      id('k'),
      { cx: '.35', cy: '.3', r: '.8' },
      [0, '#ffd9a0'],
      [0.2, '#c96a22'],
      [0.6, '#742c0b'],
      [1, '#260b03'],
    ),
    path(FOLLICLE, { id: id('p') }),
    g(
      { id: id('q') },
      path(FOLLICLE, { fill: `url(#${id('f')})`, stroke: '#2a0e05', 'stroke-width': 1.4 }),
      path('M0-7C-5-15-8-24-6-33-4-42 0-46 2-54 5-45 8-40 7-31 6-22 4-14 0-7Z', {
        fill: '#230b04',
        stroke: '#d9924f',
        'stroke-width': 1.6,
      }),
      path('M-9-22q-1-9 3-16M9-24q1-8-2-13M-4-8q-4-6-5-11', {
        fill: 'none',
        stroke: '#f0b878',
        'stroke-width': '.9',
        opacity: '.6',
      }),
      ellipse(0.3, -28, 4.6, 9.5, { fill: `url(#${id('k')})` }),
    ),
    stamp(id('flat'), STAR, ...turns.map((turn) => use(id('p'), turn))),
    stamp(
      id('star'),
      STAR,
      ...turns.map((turn) => use(id('q'), turn)),
      circle(0, 0, 5, { fill: '#4a1c0b', stroke: '#b0672f', 'stroke-width': 1.2 }),
    ),
  ].join('')
}

/** Stars at places `[x, y, size]`, each on its own shadow; `shade` dims those at the back. */
function stars({ random, id }: Canvas, places: (readonly [number, number, number])[], shade = 0): string {
  return places
    .map(([x, y, size]) => {
      const turn = `scale(${size.toFixed(2)})rotate(${random.int(0, 44)})`
      const at = `translate(${Math.round(x)} ${Math.round(y)})${turn}`
      return [
        stamped(id('flat'), STAR, `translate(${Math.round(x + 5 * size)} ${Math.round(y + 11 * size)})${turn}`, {
          opacity: '.5',
        }),
        stamped(id('star'), STAR, at),
        shade ? stamped(id('flat'), STAR, at, { opacity: shade }) : '',
      ].join('')
    })
    .join('')
}

/** The stuff cabinets are made of: grain, wood across the light, brass. */
function joinery({ random, id }: Canvas, wood: Wood, scale: number): string {
  const lines = Array.from({ length: 13 }, (_, i) => {
    const [y, a, b] = [i * 9 + random.between(1, 7), random.between(-7, 7), random.between(-7, 7)].map(Math.round) as [
      number,
      number,
      number,
    ]
    return `M0 ${y}c60 ${a} 90 ${b} 150 0s110 ${-b} 170 0`
  })
  const knot = 'M200 60q28-17 54 0q-24 15-54 0zm12 0q14-8 30 0q-14 7-30 0z'
  return [
    pattern(
      id('grain'),
      320,
      120,
      `scale(${scale})`,
      path(lines.filter((_, i) => i % 2).join(''), {
        fill: 'none',
        stroke: wood[0],
        'stroke-width': 1.5,
        opacity: '.5',
      }),
      path(lines.filter((_, i) => i % 2 === 0).join('') + knot, {
        fill: 'none',
        stroke: wood[0],
        'stroke-width': '.8',
        opacity: '.6',
      }),
      path(lines.join(''), {
        fill: 'none',
        stroke: wood[4],
        'stroke-width': '.7',
        opacity: '.35',
        transform: 'translate(0 3)',
      }),
    ),
    linear(id('face'), [0, 0, 0.2, 1], [0, wood[3]], [0.4, wood[2]], [1, wood[1]]),
    linear(id('brass'), [0, 0, 1, 1], [0, '#fff0b8'], [0.3, '#d8a23c'], [0.6, '#8a5a17'], [1, '#f0cc74']),
  ].join('')
}

/** Small drawings for labels, about 60 × 36 around the origin: bark, pods, leaf, seeds. */
const SIGNS = [
  [
    '<path d="M-30 6q30-30 60-2l-6 9q-24-18-46 0z" fill="#9a5227"/>',
    '<path d="M-26 5q27-24 51 0" fill="none" stroke="#e0a568" stroke-width="2"/>',
  ].join(''),
  [
    '<g fill="#6f8444" stroke="#3d4d22" stroke-width="1.4">',
    '<ellipse cx="-17" cy="3" rx="7" ry="13" transform="rotate(-24-17 3)"/>',
    '<ellipse cx="17" cy="3" rx="7" ry="13" transform="rotate(24 17 3)"/><ellipse rx="7.5" ry="14"/></g>',
    '<path d="M0-12V12M-20-7l6 20M20-7l-6 20" stroke="#c3cf8c"/>',
  ].join(''),
  [
    '<path d="M-30 13Q-22-16 28-15 18 16-30 13Z" fill="#5d7a3c" stroke="#33491f"/>',
    '<path d="M-30 13Q-10 2 28-15L-4 14Q-18 15-30 13Z" fill="#48632e"/>',
    '<path d="M-37 17Q-8 2 27-14M-16 7l-1-10M-4 2l0-12M8-4l3-9M-16 7l12 4M-4 2l14 4M8-4l11 2" ',
    'fill="none" stroke="#b9cc8a" stroke-width="1.2"/>',
  ].join(''),
  [
    '<path d="M-20 8h0m13 4h0m14-3h0m13 3h0m-26-14h0m13 1h0m12-2h0m-31 1h0m18-12h0" stroke="#3a1d12" ',
    'stroke-width="11" stroke-linecap="round"/>',
    '<path d="M-22 6h0m13 4h0m14-3h0m13 3h0m-26-14h0m13 1h0m12-2h0m-31 1h0m18-12h0" stroke="#b98a63" ',
    'stroke-width="3" stroke-linecap="round"/>',
  ].join(''),
]

/** A drawer front 148 × 108 at the origin, without its label's sign. */
function front({ id }: Canvas, wood: Wood): string {
  return stamp(
    id('d'),
    DRAWER,
    rect(-4, -3, 157, 118, { rx: 5, fill: '#0a0402', opacity: '.65' }),
    rect(0, 0, 148, 108, { rx: 4, fill: `url(#${id('face')})` }),
    rect(0, 0, 148, 108, { rx: 4, fill: `url(#${id('grain')})` }),
    path('M4 2h140M2 4v98', { stroke: wood[4], 'stroke-width': 2.4, opacity: '.8', 'stroke-linecap': 'round' }),
    path('M3 106.5h143M146.5 4v100', { stroke: wood[0], 'stroke-width': 3, opacity: '.7' }),
    path('M10 98V10H138', { fill: 'none', stroke: wood[0], 'stroke-width': 2, opacity: '.6' }),
    path('M10 98H138V10', { fill: 'none', stroke: wood[4], 'stroke-width': 1.5, opacity: '.5' }),
    // label in its brass frame
    rect(36, 19, 80, 48, { fill: '#000', opacity: '.4' }),
    rect(33, 15, 82, 49, { rx: 2, fill: `url(#${id('brass')})` }),
    rect(37, 19, 74, 41, { fill: '#f0e2c0' }),
    path('M37 60V19h74', { fill: 'none', stroke: '#5a3a12', 'stroke-width': 2, opacity: '.5' }),
    // ring
    circle(76, 90, 11, { fill: 'none', stroke: '#000', 'stroke-width': 5, opacity: '.4' }),
    circle(74, 86, 10.5, { fill: 'none', stroke: `url(#${id('brass')})`, 'stroke-width': 4.4 }),
    circle(74, 75, 4.6, { fill: `url(#${id('brass')})`, stroke: '#4a2c08', 'stroke-width': '.8' }),
  )
}

const light = (id: Canvas['id']) =>
  linear(id('light'), [0, 0, 1, 1], [0, '#ffedd0', 0.2], [0.4, '#ffedd0', 0], [0.6, '#000', 0], [1, '#000', 0.4]) +
  rect(0, 0, 480, 480, { fill: `url(#${id('light')})` })

/** A label's sign at the middle of a label. */
function sign({ random, id }: Canvas, x: number, y: number): string {
  const which = random.int(0, SIGNS.length)
  const at = `translate(${x} ${y})`
  return which === SIGNS.length ? stamped(id('star'), STAR, `${at}scale(.32)`) : stamped(id(`s${which}`), SIGN, at)
}

const signs = (id: Canvas['id']) => SIGNS.map((drawing, i) => stamp(id(`s${i}`), SIGN, drawing)).join('')

/** The whole cabinet from the front; one drawer stands out, heaped. */
function cabinet(canvas: Canvas): string {
  const { random, id } = canvas
  const wood = random.pick(WOODS)
  const cells: string[] = []
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 3; column++) {
      if (row === 1 && column === 1) continue
      const [x, y] = [8 + column * 158, 6 + row * 119]
      cells.push(stamped(id('d'), DRAWER, `translate(${x} ${y})`), sign(canvas, x + 74, y + 40))
    }
  }
  const heap: [number, number, number][] = [
    [192, 178, 0.62],
    [290, 176, 0.6],
    [240, 166, 0.66],
    [176, 220, 0.66],
    [306, 218, 0.68],
    [212, 206, 0.72],
    [266, 204, 0.7],
    [240, 232, 0.8],
  ]
  return [
    el('defs', {}, anise(canvas), joinery(canvas, wood, 1), front(canvas, wood), signs(id)),
    linear(id('in'), [0, 0, 0, 1], [0, '#0b0402'], [1, wood[1]]),
    rect(0, 0, 480, 480, { fill: wood[0] }),
    rect(0, 0, 480, 480, { fill: `url(#${id('grain')})`, opacity: '.6' }),
    ...cells,
    // the open place, the drawer's box, its heap, its front
    path('M162 121h156v124h-156z', { fill: '#080302' }),
    path('M146 246l26-113h136l26 113z', { fill: `url(#${id('in')})` }),
    path('M146 246l26-113h7l-20 113zM334 246l-26-113h-7l20 113z', { fill: wood[3] }),
    path('M146 246l26-113M334 246l-26-113', { stroke: wood[4], 'stroke-width': 1.6 }),
    stars(canvas, heap.slice(0, 5), 0.4),
    stars(canvas, heap.slice(5)),
    path('M146 262h204v116h-204z', { fill: '#000', opacity: '.5' }),
    stamped(id('d'), DRAWER, 'translate(134 246)scale(1.43 1.13)'),
    path('M134 239h212v10h-212z', { fill: wood[4] }),
    path('M134 239h212v10h-212z', { fill: `url(#${id('grain')})` }),
    stamped(id('star'), STAR, 'translate(240 291)scale(.42)'),
    stars(canvas, [[random.chance(0.5) ? 186 : 296, 236, 0.62]]),
    light(id),
  ].join('')
}

/** A steelyard's brass pan, full, before the drawers seen close. */
function pan(canvas: Canvas): string {
  const { random, id } = canvas
  const wood = random.pick(WOODS)
  const cells = [-1, 0, 1].flatMap((column) =>
    [0, 1, 2].flatMap((row) => {
      const [x, y] = [122 + column * 254, -96 + row * 192]
      return [
        stamped(id('d'), DRAWER, `translate(${x} ${y})scale(1.6)`),
        g({ transform: `translate(${x} ${y})scale(1.6)` }, sign(canvas, 74, 40)),
      ]
    }),
  )
  const heap = [
    [140, 326, 0.7],
    [338, 326, 0.7],
    [190, 296, 0.74],
    [292, 294, 0.74],
    [241, 272, 0.76],
    [158, 350, 0.78],
    [322, 352, 0.78],
    [214, 324, 0.9],
    [278, 330, 0.86],
    [238, 358, 0.94],
  ] as [number, number, number][]
  const cords = 'M240 106L62 334M240 106L420 334'
  const rim = 'M50 336a190 48 0 0 0 380 0'
  const tilt = random.int(-7, -3)
  const dots = Array.from({ length: 15 }, (_, i) => `M${268 + i * 16} 40h0`).join('')
  return [
    el('defs', {}, anise(canvas), joinery(canvas, wood, 1.1), front(canvas, wood), signs(id)),
    linear(
      id('bowl'),
      [0, 0, 1, 0],
      [0, '#5d380c'],
      [0.1, '#d9a441'],
      [0.3, '#fff3c4'],
      [0.4, '#d99f38'],
      [0.7, '#83500f'],
      [0.9, '#c98f33'],
      [1, '#4b2a07'],
    ),
    radial(id('sh'), {}, [0, '#000', 0.8], [0.6, '#000', 0.5], [1, '#000', 0]),
    rect(0, 0, 480, 480, { fill: wood[0] }),
    ...cells,
    rect(0, 0, 480, 480, { fill: '#0b0402', opacity: '.16' }),
    g(
      { transform: 'translate(0 -60)' },
      ellipse(256, 396, 236, 96, { fill: `url(#${id('sh')})` }),
      path(cords, { stroke: '#000', 'stroke-width': 4, opacity: '.35', transform: 'translate(9 13)' }),
      path('M52 336C60 400 130 446 240 446S420 400 428 336Z', {
        fill: `url(#${id('bowl')})`,
        stroke: '#3d2306',
        'stroke-width': 1.5,
      }),
      path('M78 384q50 52 162 52M120 420q50 22 120 20', {
        fill: 'none',
        stroke: '#fff',
        'stroke-width': 2,
        opacity: '.35',
      }),
      ellipse(240, 336, 190, 48, { fill: '#241006', stroke: `url(#${id('bowl')})`, 'stroke-width': 9 }),
      path('M240 106v180', { stroke: '#8f4128', 'stroke-width': 3.2 }),
      el('clipPath', { id: id('rim') }, path(`${rim}V0H50Z`)),
      g({ 'clip-path': `url(#${id('rim')})` }, stars(canvas, heap.slice(0, 5), 0.4), stars(canvas, heap.slice(5))),
      // the near rim comes before the heap
      path(rim, { fill: 'none', stroke: '#2a1604', 'stroke-width': 12, opacity: '.6', transform: 'translate(0 3)' }),
      path(rim, { fill: 'none', stroke: `url(#${id('bowl')})`, 'stroke-width': 9 }),
      path('M52 334a188 47 0 0 0 376 0', { fill: 'none', stroke: '#fff8d8', 'stroke-width': 1.6, opacity: '.7' }),
      path(cords, { stroke: '#5b2416', 'stroke-width': 4.6 }),
      path(cords, { stroke: '#d4603a', 'stroke-width': 3.2 }),
      path(cords, { stroke: '#f7b894', 'stroke-width': 1.4, 'stroke-dasharray': '3 4' }),
    ),
    // the beam
    g(
      { transform: `rotate(${tilt} 240 40)` },
      path('M180 52H500', { stroke: '#000', 'stroke-width': 15, opacity: '.4', transform: 'translate(8 10)' }),
      path('M168 40H500', { stroke: '#2a130a', 'stroke-width': 17, 'stroke-linecap': 'round' }),
      path('M170 38H500', { stroke: '#7a3b22', 'stroke-width': 11, 'stroke-linecap': 'round' }),
      path('M172 35H500', { stroke: '#dc9a72', 'stroke-width': 2, 'stroke-linecap': 'round', opacity: '.8' }),
      path(dots, { stroke: '#ffe08a', 'stroke-width': 4.5, 'stroke-linecap': 'round' }),
      rect(162, 30, 26, 20, { rx: 4, fill: `url(#${id('brass')})` }),
      rect(231, 28, 18, 24, { rx: 3, fill: `url(#${id('brass')})`, stroke: '#4a2c08' }),
    ),
    light(id),
  ].join('')
}

/** Drawers pulled out, seen from above: star anise in the middle, other spices about it. */
function trays(canvas: Canvas): string {
  const { random, id } = canvas
  const wood = random.pick(WOODS)
  // a layer of one thing, used again and again down the tray
  const jumble = (name: string, box: Box, step: number, size: number, dark: string) => {
    const one: string[] = []
    for (let y = 0; y < 2; y++) {
      for (let x = 0; x * step < 300; x++) {
        const at = [x * step + (y * step) / 2 + random.int(-5, 5), y * step * 0.55 + random.int(-5, 5)].map(Math.round)
        one.push(stamped(id(name), box, `translate(${at.join(' ')})rotate(${random.int(0, 35) * 10})scale(${size})`))
      }
    }
    const rows = Array.from({ length: Math.ceil(230 / (step * 1.1)) + 1 }, (_, i) =>
      use(id(`${name}-`), `translate(${i % 2 ? -step * 0.7 : 0} ${Math.round(i * step * 1.1)})`),
    )
    return g({}, rect(0, 0, 280, 220, { fill: dark }), el('defs', {}, g({ id: id(`${name}-`) }, ...one)), ...rows)
  }
  const quills = Array.from({ length: 9 }, (_, i) =>
    stamped(id('quill'), QUILL, `translate(${random.int(-40, 24)} ${i * 26 - 6})rotate(${random.int(-5, 5)})`),
  ).join('')
  const fills: [string, string, string, string] = [
    g({}, rect(0, 0, 280, 220, { fill: '#2b1108' }), quills),
    jumble('pod', POD, 46, 1.25, '#26301a'),
    jumble('corn', CORN, 30, 1, '#1b0c08'),
    jumble('s2', SIGN, 74, 1.35, '#1d2a14'),
  ]
  const around = [
    [0, -1],
    [-1, 0],
    [1, 0],
    [0, 1],
    [-1, -1],
    [1, 1],
    [1, -1],
    [-1, 1],
  ] as const
  const first = random.int(0, 3)
  const tray = (column: number, row: number, content: string) =>
    g({ transform: `translate(${100 + column * 306} ${96 + row * 278})` }, content, stamped(id('box'), BOX))
  const pile: [number, number, number][] = []
  for (let i = 0; i < 15; i++) {
    const [x, y] = [(i % 5) * 65 + 10, Math.floor(i / 5) * 84 + 24]
    pile.push([x + random.between(-8, 8), y + random.between(-8, 8), random.between(0.8, 0.95)])
  }
  pile.push([72, 66, 0.96], [206, 64, 1], [138, 122, 1.14], [236, 168, 0.94], [46, 172, 0.92])
  return [
    el(
      'defs',
      {},
      anise(canvas),
      joinery(canvas, wood, 1.2),
      signs(id),
      linear(
        id('roll'),
        [0, 0, 0, 1],
        [0, '#4d200c'],
        [0.2, '#d08a50'],
        [0.5, '#9a5227'],
        [0.8, '#5c270f'],
        [1, '#2c1006'],
      ),
      el('pattern', { id: id('upright'), href: `#${id('grain')}`, patternTransform: 'rotate(90)scale(1.2)' }),
      radial(id('corns'), { cx: '.35', cy: '.3', r: '.75' }, [0, '#d3ab82'], [0.3, '#8a5a38'], [1, '#301509']),
      stamp(
        id('quill'),
        QUILL,
        rect(6, 9, 270, 26, { rx: 12, fill: '#000', opacity: '.5' }),
        rect(0, 0, 270, 26, { rx: 6, fill: `url(#${id('roll')})` }),
        path('M6 13h256M20 8h120M60 19h170M170 7h70', { stroke: '#3a1608', 'stroke-width': 1.4, opacity: '.7' }),
        path('M264 3q8 3 6 10t-9 9q-6-3-3-8t6-3', { fill: '#3a1608', stroke: '#e3a86f', 'stroke-width': 2 }),
      ),
      stamp(
        id('pod'),
        POD,
        ellipse(3, 5, 11, 19, { fill: '#0d1208', opacity: '.6' }),
        ellipse(0, 0, 11, 19, { fill: '#8a9a52', stroke: '#4a5728', 'stroke-width': 1.4 }),
        path('M0-19V19M-6-15q-5 15 0 30M6-15q5 15 0 30', { fill: 'none', stroke: '#d9df9f', 'stroke-width': 1.3 }),
      ),
      stamp(
        id('corn'),
        CORN,
        circle(2, 4, 13, { fill: '#000', opacity: '.5' }),
        circle(0, 0, 13, { fill: `url(#${id('corns')})`, stroke: '#150905', 'stroke-width': 1.5 }),
        path('M-8-2q5 5 9 0t7 2M-3-9q2 4 6 3M-4 6q4 3 8 0', {
          fill: 'none',
          stroke: '#1e0b05',
          'stroke-width': 1.4,
          opacity: '.8',
        }),
      ),
      stamp(
        id('box'),
        BOX,
        path('M0 0h280v16q-140-6-266 0-4 100 0 204H0z', { fill: '#000', opacity: '.5' }),
        path('M-14-14h308v252h-308zM0 0v220h280V0z', { fill: wood[3], 'fill-rule': 'evenodd' }),
        path('M0-14h280V0H0z', { fill: `url(#${id('grain')})` }),
        path('M-14-14H0v234h-14zM280-14h14v234h-14z', { fill: `url(#${id('upright')})` }),
        path('M0-14V0M280-14V0', { stroke: wood[0], 'stroke-width': 1.2 }),
        path('M0 220V0h280', { fill: 'none', stroke: wood[0], 'stroke-width': 3, opacity: '.7' }),
        path('M0 220h280V0M-13 238V-13h306', { fill: 'none', stroke: wood[4], 'stroke-width': 2, opacity: '.8' }),
        // the front board, from above, and its ring
        path('M-20 220h320v26h-320z', { fill: wood[2] }),
        path('M-20 220h320v26h-320z', { fill: `url(#${id('grain')})` }),
        path('M-20 221h320', { stroke: wood[4], 'stroke-width': 2.4 }),
        path('M-20 246h320', { stroke: wood[0], 'stroke-width': 4 }),
        ellipse(142, 254, 22, 9, { fill: 'none', stroke: '#000', 'stroke-width': 6, opacity: '.5' }),
        ellipse(140, 249, 22, 9, { fill: 'none', stroke: `url(#${id('brass')})`, 'stroke-width': 5.5 }),
        rect(130, 236, 20, 9, { rx: 3, fill: `url(#${id('brass')})`, stroke: '#4a2c08' }),
      ),
    ),
    el('defs', {}, ...fills.map((fill, i) => stamp(id(`fill${i}`), TRAY, fill))),
    stamp(id('pile'), TRAY, rect(0, 0, 280, 220, { fill: '#1d0a05' }), stars(canvas, pile)),
    rect(0, 0, 480, 480, { fill: wood[0] }),
    g(
      { transform: `rotate(${random.int(-16, -10)} 240 240)` },
      ...around.map(([column, row], i) => tray(column, row, stamped(id(`fill${(i + first) % 4}`), TRAY))),
      tray(0, 0, stamped(id('pile'), TRAY)),
    ),
    light(id),
  ].join('')
}

export const spice: Motif = {
  alt: '香药百子柜与八角',
  thread: '#7A4A22',
  focus: { x: 50, y: 55 },
  draw: (canvas) => ([cabinet, pan, trays][canvas.index % 3] ?? cabinet)(canvas),
  rule: {
    period: 32,
    draw:
      '<g fill="none" stroke="currentColor" stroke-width="1.5">' +
      '<path d="M2 3h28v18H2z"/><circle cx="16" cy="12" r="3.5"/></g>',
  },
}
