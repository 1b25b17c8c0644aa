import type { Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

const PITCH = 10.6
const RADIUS = 188

/** Folds of rice noodle, in a bowl of radius 188 around 0 0: each is a ribbon of parallel strands. */
const lays: string[][] = [
  ['M-210-20C-150-150 40-200 190-90', 'M-190 120C-90 40 70 60 210 150', 'M-120 200C-60 120 60 120 130 200'],
  ['M-200 90C-110 130-40 100-38 20S-90-96-210-70', 'M60-210C20-120 60-40 120-40S190-100 210-120'],
  [
    'M-90-200C-130-90-30-60 60-96',
    'M200 40C110-10 30 30 24 96S80 190 140 190',
    'M-200 0C-150-20-96 20-100 90S-60 180-20 210',
  ],
]

/** 一碗牛腩粉：米粉、牛腩与葱花. */
export const noodle: Motif = {
  alt: '一碗牛腩粉：米粉、牛腩与葱花',
  thread: '#A8622A',
  focus: { x: 46, y: 52 },
  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const use = (name: string, attributes = {}) => el('use', { href: `#${id(name)}`, ...attributes })
    const view = index % 3
    const table = random.pick(['#24433f', '#4b3021', '#2c3f55', '#6a3a26'])
    const line = random.pick(['#2f5d95', '#35689a', '#a23b2a'])
    const stick = random.pick(['#b8322a', '#c08a44', '#8e2420'])

    /** Strokes of one path laid over each other, wide to narrow, read as strands side by side. */
    const ribbon = (name: string, strands: number) => {
      let layers = use(name, { stroke: '#2a1206', 'stroke-width': PITCH * strands + 4, opacity: 0.45, x: 3, y: 6 })
      for (let width = PITCH * strands; width > 0; width -= PITCH * 2) {
        const tones: [number, string][] = [
          [0, '#9c7543'],
          [1.5, '#e6d2a8'],
          [3.6, '#f8eed4'],
          [6, '#fffdf8'],
          [10.6, '#f8eed4'],
          [14.4, '#e2cda2'],
          [17.4, '#bd9c69'],
        ]
        for (const [less, stroke] of tones)
          if (width - less > 1) layers += use(name, { stroke, 'stroke-width': n(width - less) })
      }
      return g({ fill: 'none' }, layers)
    }

    const turn = random.int(0, 359)
    const flip = random.chance(0.5) ? -1 : 1
    const noodles = g({ transform: `rotate(${turn}) scale(${flip} 1)` }, ...lays.map((_, i) => ribbon(`r${i}`, 5)))

    const spots: [number, number, number][] = [
      [-66, -26, -30],
      [4, -68, 14],
      [72, -16, 62],
      [-18, 14, 8],
      [34, 52, -24],
      [-70, 62, 40],
    ]
    const beef = (squash = 1) =>
      spots
        .slice(0, random.int(5, 6))
        .map(([x, y, a], i) => {
          const place = `translate(${n(x + random.between(-8, 8))} ${n((y + random.between(-8, 8)) * squash)})`
          const angle = squash < 1 ? a / 3 : a + random.int(-14, 14)
          return use(`b${i % 2}`, { transform: `${place} rotate(${n(angle)}) scale(${n(random.between(0.98, 1.16))})` })
        })
        .join('')
    const onions = (count: number, spread: number, squash = 1) => {
      let rings = ''
      for (let i = 0; i < count; i++) {
        const angle = random.between(0, 6.28)
        const far = spread * random.next() ** 0.7
        const place = `translate(${n(Math.cos(angle) * far + 4)} ${n(Math.sin(angle) * far * squash)})`
        const scale = `scale(${n(random.between(0.7, 1.3))} ${n(random.between(0.5, 1.2))})`
        rings += use(random.chance(0.8) ? 's' : 't', { transform: `${place}rotate(${random.int(0, 180)})${scale}` })
      }
      return rings
    }
    const oil = (count: number) => {
      let drops = ''
      for (let i = 0; i < count; i++) {
        const angle = random.between(0, 6.28)
        const far = random.between(90, 176)
        drops += circle(Math.cos(angle) * far, Math.sin(angle) * far, random.between(2.5, 8))
      }
      return g({ fill: '#f0ae45', 'fill-opacity': 0.45, stroke: '#ffdf95', 'stroke-width': 1.4 }, drops)
    }
    const broth =
      circle(0, 0, RADIUS, { fill: url('broth') }) +
      g({ 'clip-path': url('in') }, oil(16), noodles, oil(5), circle(0, 0, RADIUS, { fill: url('deep') }))

    const bowl =
      circle(12, 18, 222, { fill: '#000', opacity: 0.42 }) +
      circle(0, 0, 218, { fill: url('china') }) +
      g(
        { fill: 'none', stroke: line },
        circle(0, 0, 211, { 'stroke-width': 3.2 }),
        circle(0, 0, 200, { 'stroke-width': 1.6 }),
        circle(0, 0, 205.6, { 'stroke-width': 4.4, 'stroke-dasharray': '.1 11.7', 'stroke-linecap': 'round' }),
      ) +
      circle(0, 0, 215, { fill: 'none', stroke: '#fff', 'stroke-width': 3, opacity: 0.8 }) +
      circle(0, 0, 193, { fill: '#a8a391' }) +
      circle(2, 3, 192, { fill: '#f3efe2' })
    const gloss =
      path('M-150-112A188 188 0 0 1-40-184M-178-60A188 188 0 0 1-164-92', {
        fill: 'none',
        stroke: '#fff',
        'stroke-width': 5,
        'stroke-linecap': 'round',
        opacity: 0.5,
      }) + circle(0, 0, RADIUS - 1, { fill: 'none', stroke: '#ffcf7a', 'stroke-width': 3, opacity: 0.7 })

    const sticks = g(
      {},
      path('M-300-6 300 6 300-1-300-20zM-300 20 300 28 300 21-300 8z', {
        fill: '#000',
        opacity: 0.4,
        transform: 'translate(10 16)',
      }),
      path('M-300-20 300-1 300 6-300-6zM-300 8 300 21 300 28-300 20z', { fill: stick }),
      path('M-300-17 300 1M-300 11 300 23', { stroke: '#fff', 'stroke-width': 2.4, opacity: 0.5 }),
      path('M-300-8 300 5M-300 18 300 27', { stroke: '#000', 'stroke-width': 2.6, opacity: 0.35 }),
      path('M-252-19v14M-246-19v14M-252 8v13M-246 8v13', { stroke: '#f0cf7c', 'stroke-width': 3 }),
    )

    /** A slice of brisket: lean and tendon in layers down its cut side, fibres across the top. */
    const meat = (d: string, fat: string, fibres: string) => {
      const layers: [number, string][] = [
        [13, '#3b180a'],
        [9, '#d9a768'],
        [6.5, '#f0cf98'],
        [4.5, '#6b3016'],
      ]
      return (
        path(d, { fill: '#160702', opacity: 0.5, transform: 'translate(8 21)' }) +
        layers.map(([y, fill]) => path(d, { fill, transform: `translate(0 ${y})` })).join('') +
        path(d, { fill: url('meat') }) +
        path(fat, { fill: 'none', stroke: '#c98f55', 'stroke-width': 8, 'stroke-linecap': 'round' }) +
        path(fat, { fill: 'none', stroke: '#f3d9a6', 'stroke-width': 4.4, 'stroke-linecap': 'round' }) +
        path(fibres, {
          fill: 'none',
          stroke: '#3a170a',
          'stroke-width': 1.5,
          'stroke-dasharray': '13 4 7 3',
          opacity: 0.6,
        }) +
        path(fibres, {
          fill: 'none',
          stroke: '#e0a672',
          'stroke-width': 1.2,
          'stroke-dasharray': '8 5 14 6',
          opacity: 0.7,
          transform: 'translate(2 2.6)',
        }) +
        path('M-27-17q10-6 26-6M8-22q5 0 9 2M-31-8q1-3 2-4', {
          fill: 'none',
          stroke: '#fff',
          'stroke-width': 4,
          'stroke-linecap': 'round',
          opacity: 0.66,
        })
      )
    }

    const defs = el(
      'defs',
      {},
      radial(id('broth'), {}, [0, '#c26a20'], [0.7, '#a8521a'], [0.94, '#7a350f'], [1, '#d98a34']),
      radial(id('deep'), {}, [0.7, '#5a2206', 0], [1, '#4a1c05', 0.5]),
      radial(id('china'), { cx: 0.42, cy: 0.38 }, [0.8, '#fffdf6'], [0.93, '#ece7d8'], [1, '#b9b3a2']),
      linear(id('meat'), [0, 0, 0.4, 1], [0, '#b06c3e'], [0.45, '#8a4523'], [1, '#592612']),
      linear(
        id('turn'),
        [0, 0, 1, 0],
        [0, '#000', 0.3],
        [0.2, '#000', 0.04],
        [0.4, '#fff', 0.3],
        [0.6, '#000', 0.06],
        [1, '#1c120a', 0.55],
      ),
      linear(id('mist'), [0, 0, 0, 1], [0, '#fff', 0], [0.5, '#fff', 0.7], [1, '#fff', 0]),
      linear(id('light'), [0, 0, 1, 1], [0, '#fff', 0.2], [0.5, '#fff', 0], [0.52, '#000', 0], [1, '#000', 0.32]),
      pattern(
        id('wood'),
        160,
        40,
        'rotate(-4)',
        path('M0 3q40-6 80 0t80 0M0 14h160M0 24q50 8 160 0M0 34q30-5 70 0t90 0', {
          fill: 'none',
          stroke: '#000',
          'stroke-width': 1.4,
          opacity: 0.26,
        }),
        path('M0 5q40-6 80 0t80 0M0 26q50 8 160 0', { fill: 'none', stroke: '#fff', opacity: 0.1 }),
      ),
      el('clipPath', { id: id('in') }, circle(0, 0, RADIUS)),
      ...lays.map((paths, i) => path(paths.join(''), { id: id(`r${i}`) })),
      g(
        { id: id('b0') },
        meat(
          'M-40-12Q-36-25-20-27L24-30Q36-28 40-16L43 6Q41 17 30 18L-8 24Q-30 26-37 16z',
          'M-35 5Q-16-5 4 1T36-4',
          'M-34-12Q0-22 35-18M-36-5Q-8-14 38-11M-34 11Q0 2 41 5M-32 17Q0 9 36 12M-20 21Q0 16 24 17',
        ),
      ),
      g(
        { id: id('b1') },
        meat(
          'M-36-18Q-28-30-8-29L20-26Q38-20 41-4L37 14Q28 25 10 23L-24 24Q-40 18-41 0z',
          'M-28 17Q-8 22 13 15T34 2',
          'M-33-14Q0-24 27-19M-37-6Q-4-17 35-12M-38 2Q-4-8 38-4M-36 9Q-6 0 30 5M-20 15Q-2 9 16 11',
        ),
      ),
      g(
        { id: id('s'), fill: 'none' },
        circle(2, 4, 7, { stroke: '#1d1408', 'stroke-width': 6, opacity: 0.4 }),
        circle(0, 0, 7, { stroke: '#2f7a2a', 'stroke-width': 6.4 }),
        circle(0, 0, 6.4, { stroke: '#a9d66c', 'stroke-width': 3 }),
        circle(-0.6, -0.6, 6.2, { stroke: '#eaf7c8', 'stroke-width': 1, 'stroke-dasharray': '9 30' }),
      ),
      g(
        { id: id('t') },
        path('M-12 4Q0-9 14-2L12 6Q0 0-8 9z', { fill: '#1d1408', opacity: 0.4, transform: 'translate(2 4)' }),
        path('M-12 4Q0-9 14-2L12 6Q0 0-8 9z', { fill: '#4c9a37' }),
        path('M-10 4Q0-6 13 0', { fill: 'none', stroke: '#b9e07c', 'stroke-width': 2 }),
      ),
    )

    const wisp = 'M-60-90c-34-40 30-60 4-110s10-70 0-90M50-96c40-40-24-70 6-120s-20-60-10-90'
    const steam = g(
      { fill: 'none', stroke: url('mist'), 'stroke-linecap': 'round' },
      ...[60, 50, 41, 33, 26, 19, 12, 6].map((w) => path(wisp, { 'stroke-width': w, opacity: 0.1 })),
    )
    const wall = 'M-214 0C-208 110-130 186-88 194L-80 222Q0 242 80 222L88 194C130 186 208 110 214 0z'
    const band = (y: number, r: number) => `M${-r} ${y}Q0 ${n(y + r * 0.66)} ${r} ${y}`
    const side =
      ellipse(26, 214, 200, 34, { opacity: 0.3 }) +
      ellipse(10, 224, 92, 15, { opacity: 0.55 }) +
      path(wall, { fill: '#f6f1e4' }) +
      el('clipPath', { id: id('w') }, path(wall)) +
      g(
        { 'clip-path': url('w'), fill: 'none', stroke: line },
        path(band(30, 210), { 'stroke-width': 4 }),
        path(band(44, 206), { 'stroke-width': 8, 'stroke-dasharray': '.1 15', 'stroke-linecap': 'round' }),
        path(band(58, 200), { 'stroke-width': 2 }),
        path(band(150, 130), { 'stroke-width': 3 }),
        path('M-100 190Q0 226 100 190', { stroke: '#8d8573', 'stroke-width': 5, opacity: 0.6 }),
      ) +
      path(wall, { fill: url('turn') }) +
      path('M-176 52C-164 104-134 146-106 166L-94 158C-124 134-148 100-156 58z', { fill: '#fff', opacity: 0.7 }) +
      g(
        { transform: 'scale(1 .4)' },
        circle(0, 0, 214, { fill: url('china') }),
        circle(0, 0, 212, { fill: 'none', stroke: '#fff', 'stroke-width': 5 }),
        circle(0, 0, 204, { fill: 'none', stroke: line, 'stroke-width': 4 }),
        circle(0, 0, 196, { fill: '#c9c2ae' }),
        g({ transform: 'translate(0 8)' }, broth, gloss),
      )
    const dish =
      ellipse(10, 20, 74, 26, { opacity: 0.4 }) +
      path('M-70 0C-66 24-34 36 0 36S66 24 70 0z', { fill: '#ddd6c4' }) +
      ellipse(0, 0, 70, 25, { fill: '#fdfaf0' }) +
      ellipse(0, 1, 60, 20, { fill: '#7d1f10' }) +
      ellipse(0, 3, 58, 17, { fill: '#b8361a' }) +
      g(
        { stroke: '#f08a3c', 'stroke-width': 3, 'stroke-linecap': 'round' },
        path('M-34 4l8-3M-12-4l5 3M10 8l8-2M28-2l7 3M-14 11l7 1M38 6l5-1', { opacity: 0.9 }),
      )

    const room = rect(0, 0, 480, 480, { fill: table }) + rect(0, 0, 480, 480, { fill: url('wood') })
    const fill = () => broth + gloss + beef() + onions(26, 150)
    const scene =
      view === 0
        ? g({ transform: 'translate(236 252)' }, bowl, fill()) +
          g({ transform: 'translate(120 74) rotate(-33)' }, sticks)
        : view === 1
          ? g({ transform: 'translate(214 282) scale(1.5)' }, bowl, fill()) +
            g({ transform: 'translate(330 90) rotate(24)' }, sticks)
          : rect(0, 0, 480, 150, { fill: '#000', opacity: 0.36 }) +
            g({ transform: 'translate(436 414)' }, dish) +
            g({ transform: 'translate(226 236)' }, side) +
            g({ transform: 'translate(424 46) rotate(-38) scale(-.9 .9)' }, sticks) +
            g({ transform: 'translate(222 226)' }, beef(0.5), onions(26, 150, 0.38), steam)
    return defs + room + scene + rect(0, 0, 480, 480, { fill: url('light') })
  },
  rule: {
    period: 60,
    draw: path('M0 7q15-8 30 0t30 0M0 13q15-8 30 0t30 0M0 19q15-8 30 0t30 0', {
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
    }),
  },
}
