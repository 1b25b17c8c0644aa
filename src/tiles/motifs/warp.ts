import type { Motif } from '../motif.ts'
import { el, g, linear, n, path, pattern, rect } from '../svg.ts'

/** Walls and yarns: undyed, nothing decided yet. */
const ROOMS = [
  { wall: ['#e9e0cd', '#cfc3aa'], yarn: '#fffaf0', deep: '#6b5c43' },
  { wall: ['#5f5d4f', '#35352e'], yarn: '#f3ead6', deep: '#14140f' },
  { wall: ['#66736c', '#3a4641'], yarn: '#fbf5e6', deep: '#161c19' },
] as const

type Timber = [light: string, mid: string, dark: string]

const TIMBERS: [Timber, Timber, Timber] = [
  ['#e0b988', '#b07f4c', '#6d4523'],
  ['#c6925c', '#8d5a30', '#4d2c14'],
  ['#d99f63', '#a2662f', '#5a3415'],
]

/** A loom with its warp only: the trade is not public yet, and the picture says so. */
export const warp: Motif = {
  alt: '只有经线的织机，资料待补',
  thread: '#7a7466',
  focus: { x: 55, y: 66 },
  draw({ random, index, id }) {
    const form = index % 3
    const room = ROOMS[(index + Math.floor(index / 3)) % 3] as (typeof ROOMS)[number]
    const timber = random.pick(TIMBERS)
    const rows = random.int(3, 5)
    const paint = (name: string) => `url(#${id(name)})`
    const use = (name: string, attributes: Record<string, string | number> = {}) =>
      el('use', { href: `#${id(name)}`, ...attributes })

    /** Yarns: shadow on the wall, dark side, yarn, twist. */
    const yarns = (name: string, d: string, width: number, cast = 1) =>
      path(d, { id: id(name), fill: 'none' }) +
      use(name, {
        stroke: room.deep,
        'stroke-width': width,
        opacity: '.3',
        transform: `translate(${n(7 * cast)} ${n(11 * cast)})`,
      }) +
      use(name, { stroke: room.deep, 'stroke-width': width + 1, transform: 'translate(.8 .6)' }) +
      use(name, { stroke: room.yarn, 'stroke-width': width }) +
      use(name, { stroke: room.deep, 'stroke-width': width, 'stroke-dasharray': '3 8', opacity: '.12' })
    /** A round timber lying across: x y, length, thickness. */
    const beam = (x: number, y: number, length: number, thick: number, cast = 1) =>
      rect(x + 8 * cast, y + 12 * cast, length, thick, { rx: 5, fill: room.deep, opacity: '.42' }) +
      rect(x, y, length, thick, { rx: 5, fill: paint('t') }) +
      rect(x, y, length, thick, { rx: 5, fill: paint('g') })
    const turned = (x: number, y: number, angle: number, ...children: string[]) =>
      g({ transform: `translate(${n(x)} ${n(y)})rotate(${n(angle)})` }, ...children)
    const yarnTail = (d: string) =>
      path(d, { fill: 'none', stroke: room.deep, 'stroke-width': 3.6, opacity: '.45', transform: 'translate(5 9)' }) +
      path(d, { fill: 'none', stroke: room.deep, 'stroke-width': 4 }) +
      path(d, { fill: 'none', stroke: '#cfc4ad', 'stroke-width': 3 })
    /** A boat shuttle, its pirn full of yarn. */
    const hull = 'M-112 0C-84-20-46-27 0-27S84-20 112 0C84 20 46 27 0 27S-84 20-112 0Z'
    const wound = Array.from({ length: 17 }, (_, i) => `M${-52 + i * 6}-8l3 16`).join('')
    const shuttle = (x: number, y: number, angle: number, scale = 1) =>
      g(
        { transform: `translate(${n(x)} ${n(y)})rotate(${n(angle)})scale(${scale})` },
        path(hull, { fill: room.deep, opacity: '.5', transform: 'translate(8 15)' }),
        path(hull, { fill: paint('s') }),
        path(hull, { fill: paint('g') }),
        path('M-112 0C-84-20-46-27 0-27S84-20 112 0', { fill: 'none', stroke: '#fff9', 'stroke-width': 1.6 }),
        path('M-113 0C-107-5-101-8-95-10V10C-101 8-107 5-113 0ZM113 0C107-5 101-8 95-10V10C101 8 107 5 113 0Z', {
          fill: paint('m'),
        }),
        rect(-68, -15, 136, 30, { rx: 15, fill: '#1b0f07' }),
        path('M-66 4A15 13 0 0 0-54 14H54A15 13 0 0 0 66 4', { fill: 'none', stroke: timber[0], 'stroke-width': 2 }),
        path('M-66 0H64', { stroke: timber[1], 'stroke-width': 5 }),
        path('M-56 0L-46-8H44L56-2V2L44 8H-46Z', { fill: room.yarn }),
        path(wound, { stroke: room.deep, 'stroke-width': 1.6, opacity: '.5' }),
        path('M-46 5H44', { stroke: room.deep, 'stroke-width': 6, opacity: '.25' }),
      )
    /** The few rows that are woven, laid over and under every other yarn. */
    const woven = (at: (k: number) => { d: string; pitch: number; width: number }) =>
      Array.from({ length: rows }, (_, k) => {
        const { d, pitch, width } = at(k)
        const dash = {
          'stroke-dasharray': `${n(pitch)}`,
          'stroke-dashoffset': n((k % 2) * pitch),
          'stroke-linecap': 'round',
        }
        return (
          path(d, {
            ...dash,
            stroke: room.deep,
            'stroke-width': width + 2,
            opacity: '.7',
            transform: 'translate(.6 1.4)',
          }) +
          path(d, { ...dash, stroke: '#b8ad97', 'stroke-width': width }) +
          path(d, { ...dash, stroke: '#fff', 'stroke-width': width * 0.3, opacity: '.6', transform: 'translate(0 -1)' })
        )
      }).join('')

    const defs = el(
      'defs',
      {},
      linear(id('w'), [0, 0, 1, 1], [0, room.wall[0]], [1, room.wall[1]]),
      linear(id('t'), [0, 0, 0, 1], [0, timber[1]], [0.2, timber[0]], [0.5, timber[1]], [1, timber[2]]),
      linear(id('s'), [0, 0, 0, 1], [0, '#c98b52'], [0.4, '#8f5527'], [1, '#4a2710']),
      linear(id('m'), [0, 0, 0, 1], [0, '#fdfdfb'], [0.5, '#a8adb0'], [1, '#50565a']),
      pattern(
        id('g'),
        120,
        24,
        undefined,
        path('M0 3Q60 7 120 3M0 9Q30 5 70 10T120 9M0 16Q50 20 120 16M20 20H90M40 12H100', {
          fill: 'none',
          stroke: timber[2],
          'stroke-width': '1.1',
          opacity: '.42',
        }),
      ),
      pattern(
        id('c'),
        5,
        5,
        undefined,
        path('M0 1H5M1 0V5', { stroke: room.deep, 'stroke-width': '.8', opacity: '.06' }),
      ),
      linear(id('o'), [0, 0, 0, 1], [0, '#0007'], [0.3, '#0000'], [0.6, '#0001'], [1, '#000a']),
      linear(id('l'), [0, 0, 1, 1], [0, '#fff3'], [0.5, '#fff0'], [0.5, '#1000'], [1, '#1005']),
    )
    const wall = rect(0, 0, 480, 480, { fill: paint('w') }) + rect(0, 0, 480, 480, { fill: paint('c') })
    const pitch = random.pick([9, 10, 11])
    const count = Math.floor(316 / pitch)
    const left = 240 - (count * pitch) / 2

    const forms = [
      () => {
        const line = Array.from({ length: count + 1 }, (_, i) => `M${n(left + i * pitch)} 34V446`).join('')
        const leash = Array.from(
          { length: Math.floor(count / 2) },
          (_, i) => `M${n(left + (2 * i + 1) * pitch)} 152l-2 34 2 8 2-8-2-34`,
        )
        return [
          turned(60, 0, 90, beam(-10, -10, 500, 30)),
          turned(450, 0, 90, beam(-10, -10, 500, 30)),
          beam(14, 38, 452, 34),
          beam(14, 408, 452, 34),
          yarns('a', line, 3),
          rect(14, 36, 452, 38, { fill: paint('o') }),
          rect(14, 406, 452, 38, { fill: paint('o') }),
          woven((k) => ({ d: `M${n(left - 3)} ${402 - k * 9}H${n(left + count * pitch + 3)}`, pitch, width: 6 })),
          path(leash.join(''), { fill: 'none', stroke: room.yarn, 'stroke-width': 1.5 }),
          beam(36, 136, 408, 17, 0.8),
          yarnTail(`M${n(left + count * pitch)} ${402 - (rows - 1) * 9}C440 380 452 300 400 312S352 270 316 282`),
          shuttle(226, 296, -8),
        ].join('')
      },
      () => {
        const from = (i: number) => 240 + (i - 16) * 8.6
        const to = (i: number) => 240 + (i - 16) * 17
        const line = Array.from({ length: 33 }, (_, i) => `M${n(from(i))} 30L${n(to(i))} 500`).join('')
        const dents = Array.from({ length: 50 }, (_, i) => `M${n(46 + i * 7.9)} 150V228`).join('')
        return [
          beam(40, 22, 400, 54),
          yarns('a', line, 3.4, 1.4),
          rect(40, 20, 400, 58, { fill: paint('o') }),
          path(dents, { stroke: room.deep, 'stroke-width': 2.4, opacity: '.6', transform: 'translate(1.5 1)' }),
          path(dents, { stroke: timber[0], 'stroke-width': 1.8 }),
          beam(20, 132, 440, 24, 0.7),
          beam(20, 224, 440, 24),
          woven((k) => {
            const y = 470 - k * 15
            const step = 8.6 + ((y - 30) / 470) * 8.4
            return { d: `M${n(240 - 16.5 * step)} ${y}H${n(240 + 16.5 * step)}`, pitch: step, width: 10 }
          }),
          yarnTail(`M480 ${470 - (rows - 1) * 15}C420 380 480 330 400 346S350 310 330 322`),
          shuttle(232, 340, -10, 1.16),
        ].join('')
      },
      () => {
        const ys = Array.from({ length: 34 }, (_, i) => -62 + i * 18)
        const odd = ys.filter((_, i) => i % 2).map((y) => `M-60 ${y}H560`)
        const even = ys.filter((_, i) => i % 2 === 0).map((y) => `M-60 ${y}H560`)
        return g(
          { transform: 'rotate(-9 240 240)' },
          yarns('a', odd.join(''), 4.4),
          turned(204, -60, 90, beam(0, -9, 600, 18, -0.7)),
          yarns('b', even.join(''), 4.4, 0.6),
          turned(262, -60, 90, beam(0, -9, 600, 18, -0.7)),
          yarns('d', odd.map((d) => d.replace('-60', '240').replace('H560', 'h44')).join(''), 4.4, 0.3),
          turned(108, -60, 90, beam(0, -4, 600, 96, -0.8)),
          yarns('e', ys.map((y) => `M12 ${y}H116`).join(''), 4.4, 0),
          turned(112, -60, 90, rect(0, 0, 600, 96, { fill: paint('o') })),
          woven((k) => ({ d: `M${476 - k * 13} -62V560`, pitch: 18, width: 10 })),
          yarnTail(`M${476 - (rows - 1) * 13} 450C400 470 440 420 396 424S330 420 338 404`),
          shuttle(342, 290, -84, 1.02),
        )
      },
    ]
    return [defs, wall, (forms[form] as () => string)(), rect(0, 0, 480, 480, { fill: paint('l') })].join('')
  },
  rule: { period: 24, draw: path('M0 12H24', { stroke: 'currentColor', 'stroke-width': 2 }) },
}
