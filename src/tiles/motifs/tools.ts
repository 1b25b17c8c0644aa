import type { Motif } from '../motif.ts'
import { circle, el, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

/** Boards: sand, sea green, slate, cream. Light, dark, hole. */
const BOARDS = [
  ['#e6d6b8', '#c3a97f', '#5b4526'],
  ['#3f6f6c', '#1f4444', '#0b1f20'],
  ['#56657a', '#2c3849', '#10161f'],
  ['#b86f45', '#7d4021', '#371707'],
] as const

const SCALE = 'M36 10.5H344'

/** The outline of a combination spanner of a length: jaw at the origin, ring at the end. */
const spannerOutline = (length: number) =>
  `M36-9C22-13 18-38-8-39C-20-39-28-35-33-29L-34-17L2-16L10-9L9 9L1 16L-36 16L-33 27C-28 35-20 39-8 39C18 38 22 13 36 9` +
  `L${length - 24} 8A27 27 0 1 0 ${length - 24}-8Z`

/** A hole with twelve points. */
const ringHole = (x: number) => {
  const points = Array.from({ length: 24 }, (_, i) => {
    const r = i % 2 ? 13.6 : 16.4
    return `${n(x + r * Math.cos((i * Math.PI) / 12))} ${n(r * Math.sin((i * Math.PI) / 12))}`
  })
  return `M${points.join('L')}Z`
}

/** A tool wall: caliper, spanners and nuts. */
export const tools: Motif = {
  alt: '工具墙上的卡尺、扳手与螺母',
  thread: '#44596b',
  focus: { x: 40, y: 24 },
  draw({ random, index, id }) {
    const form = index % 3
    const [light, dark, hole] = BOARDS[(index + Math.floor(index / 3)) % 4] as (typeof BOARDS)[number]
    const paint = (name: string) => `url(#${id(name)})`
    const use = (name: string, attributes: Record<string, string | number> = {}) =>
      el('use', { href: `#${id(name)}`, ...attributes })
    let parts = 0

    /** A forged part, lifted off the board: shadow, thickness, metal, edge light. `down` is the page's own downwards. */
    const metal = (d: string, angle: number, fill: string, lift = 1) => {
      const name = `m${parts++}`
      const turn = (angle * Math.PI) / 180
      const shift = (x: number, y: number) =>
        `translate(${n(x * Math.cos(turn) + y * Math.sin(turn))} ${n(y * Math.cos(turn) - x * Math.sin(turn))})`
      return (
        path(d, {
          id: id(name),
          'fill-rule': 'evenodd',
          fill: '#000',
          opacity: '.4',
          transform: shift(8 * lift, 13 * lift),
        }) +
        path(d, {
          'fill-rule': 'evenodd',
          fill: '#39434c',
          stroke: '#1d242a',
          'stroke-width': 1.5,
          transform: shift(1.6, 3),
        }) +
        path(d, { 'fill-rule': 'evenodd', fill }) +
        path(d, { 'fill-rule': 'evenodd', fill: paint('b'), stroke: '#fffc', 'stroke-width': 1.2 })
      )
    }
    const spanner = (x: number, y: number, angle: number, length: number, scale = 1) =>
      g(
        { transform: `translate(${n(x)} ${n(y)})rotate(${n(angle)})scale(${scale.toFixed(2)})` },
        metal(spannerOutline(length) + ringHole(length), angle, paint('s')),
        path(`M52-3H${length - 46}`, {
          stroke: '#2b343c',
          'stroke-width': 8,
          'stroke-linecap': 'round',
          opacity: '.45',
        }),
        path(`M52-1.500H${length - 46}`, { stroke: '#cdd5da', 'stroke-width': 6.5, 'stroke-linecap': 'round' }),
        path(`M52 1.500H${length - 46}`, { stroke: '#fff', 'stroke-width': 1.4, 'stroke-linecap': 'round' }),
        circle(length, 0, 21.5, { fill: 'none', stroke: '#5d6973', 'stroke-width': 1.4, opacity: '.7' }),
      )
    const caliper = (x: number, y: number, angle: number, scale: number, open: number, held = '') => {
      const face = 30 + open
      return g(
        { transform: `translate(${n(x)} ${n(y)})rotate(${n(angle)})scale(${scale})` },
        metal('M0-16H22L27-50L30-16H352V14H30V104L21 104C16 74 4 50-4 30Z', angle, paint('s')),
        path(SCALE, { stroke: '#1d242a', 'stroke-width': 6, 'stroke-dasharray': '.7 3.1' }),
        path('M36 8.500H344', { stroke: '#1d242a', 'stroke-width': 10, 'stroke-dasharray': '.8 18.2' }),
        path('M36-10.500H344', { stroke: '#1d242a', 'stroke-width': 4, 'stroke-dasharray': '.7 5.3', opacity: '.7' }),
        path('M34-3H346', { stroke: '#3b464f', 'stroke-width': 2, opacity: '.4' }),
        held,
        g(
          { transform: `translate(${n(face)})` },
          metal('M0 104V-18L3-50L8-21H98Q102-21 102-17V21Q102 25 98 25H44C38 56 16 74 9 104Z', angle, paint('t'), 0.6),
          rect(12, -9, 78, 19, { rx: 2, fill: '#eef1f2', stroke: '#2b343c' }),
          path('M14-5H88', { stroke: '#1d242a', 'stroke-width': 6, 'stroke-dasharray': '.7 3.1' }),
          path('M14 6H88', { stroke: '#1d242a', 'stroke-width': 6, 'stroke-dasharray': '.7 2.9' }),
          rect(48, -37, 20, 17, { rx: 3, fill: paint('k'), stroke: '#1d242a' }),
          path('M51-36V-21M55-36V-21M59-36V-21M63-36V-21', { stroke: '#1d242a', opacity: '.5' }),
          circle(74, 28, 10, { fill: paint('k'), stroke: '#1d242a' }),
          circle(74, 28, 7, {
            fill: 'none',
            stroke: '#1d242a',
            'stroke-width': 4,
            'stroke-dasharray': '1 1.2',
            opacity: '.5',
          }),
        ),
      )
    }
    const hex = Array.from(
      { length: 6 },
      (_, i) => `${n(30 * Math.sin((i * Math.PI) / 3))} ${n(30 * Math.cos((i * Math.PI) / 3))}`,
    )
    const nut = (x: number, y: number, scale: number, angle: number) =>
      use('n', { transform: `translate(${n(x)} ${n(y)})rotate(${n(angle)})scale(${n(scale)})` })
    const nuts = (list: [number, number, number][]) =>
      list
        .map(
          ([x, y, scale]) =>
            circle(x + 6 * scale, y + 10 * scale, 27 * scale, { fill: '#000', opacity: '.38' }) +
            nut(x, y, scale, random.int(0, 5) * 11),
        )
        .join('')
    const peg = (x: number, y: number) => use('o', { x, y })

    const defs = el(
      'defs',
      {},
      linear(id('w'), [0, 0, 1, 1], [0, light], [1, dark]),
      pattern(
        id('p'),
        32,
        32,
        undefined,
        circle(16.8, 17.6, 5, { fill: '#fff', opacity: '.35' }),
        circle(16, 16, 5, { fill: hole }),
        path('M0 5H32M0 13H20M8 25H32', { stroke: hole, opacity: '.08' }),
      ),
      linear(
        id('s'),
        [0, 0, 0, 1],
        [0, '#fbfdfe'],
        [0.3, '#c3ccd3'],
        [0.5, '#e6ebee'],
        [0.7, '#a3aeb7'],
        [1, '#74818c'],
      ),
      linear(id('t'), [0, 0, 1, 1], [0, '#f4f7f8'], [0.4, '#b4bec6'], [0.6, '#dde3e7'], [1, '#7e8a95']),
      linear(id('k'), [0, 0, 1, 0], [0, '#6d7881'], [0.3, '#eef2f4'], [1, '#4b555e']),
      radial(id('y'), { cx: '.3', cy: '.25', r: '.9' }, [0, '#fff3c4'], [0.4, '#e2b24c'], [1, '#8a5a14']),
      pattern(
        id('b'),
        46,
        7,
        undefined,
        path('M0 1H30M12 3H46M4 5.500H24', { stroke: '#4a5661', 'stroke-width': '.6', opacity: '.3' }),
      ),
      g(
        { id: id('n') },
        path(`M${hex.join('L')}Z`, { fill: '#5e3c0c', transform: 'translate(1 3)' }),
        path(`M${hex.join('L')}Z`, { fill: paint('y') }),
        path([0, 2, 4].map((i) => `M0 0L${hex[i]}L${hex[i + 1]}Z`).join(''), { fill: '#6b430c', opacity: '.26' }),
        circle(0, 0, 24.5, { fill: paint('y'), stroke: '#fff2c0', 'stroke-width': 1 }),
        circle(0, 0, 16, { fill: '#2a1a06' }),
        g(
          { fill: 'none', 'stroke-width': 1.3 },
          circle(0, 0.6, 14, { stroke: '#c08f35' }),
          circle(0.4, 1.6, 11.5, { stroke: '#8f6520' }),
          circle(0.8, 2.4, 9, { stroke: '#5d4012' }),
        ),
      ),
      g(
        { id: id('o') },
        circle(4, 7, 8, { fill: '#000', opacity: '.45' }),
        circle(0, 0, 8, { fill: paint('k'), stroke: '#1d242a' }),
        circle(-1, -1.5, 4.6, { fill: '#f3f6f7' }),
      ),
      linear(id('l'), [0, 0, 1, 1], [0, '#fff3'], [0.5, '#fff0'], [0.5, '#0100'], [1, '#0105']),
    )
    const board = rect(0, 0, 480, 480, { fill: paint('w') }) + rect(0, 0, 480, 480, { fill: paint('p') })

    const forms = [
      () =>
        caliper(52, 104, -6 + random.between(-2, 2), 1.16, random.int(46, 66), peg(304, 23)) +
        spanner(84, 388, -33 + random.between(-3, 3), 318, 1.12) +
        peg(383, 183) +
        nuts([
          [402, 322, 1.3],
          [300, 408, 1],
          [414, 424, 0.8],
          [60, 274, 0.7],
        ]),
      () =>
        spanner(424, 420, -176 + random.between(-3, 3), 330, 1.24) +
        peg(14, 390) +
        caliper(60, 128, -9 + random.between(-2, 2), 1.86, 62.4, nut(61.2, 62, 1.2, 0)),
      () => {
        const lengths = [372, 330, 288, 246, 204]
        const gone = random.int(1, 3)
        return (
          lengths
            .map((length, i) => {
              const x = 46 + i * 61
              const scale = 0.9 - i * 0.07
              const y = 50 + length * scale
              if (i !== gone) return spanner(x, y, -90, length, scale) + peg(x, 43)
              const empty = {
                fill: '#0003',
                stroke: '#fff9',
                'stroke-width': 2.5,
                'stroke-dasharray': '7 5',
                transform: `translate(${x} ${n(y)})rotate(-90)scale(${scale.toFixed(2)})`,
              }
              return path(spannerOutline(length), empty) + peg(x, 43)
            })
            .join('') +
          caliper(362, 434, -90, 1.06, random.int(40, 60)) +
          nuts([0, 1, 2].map((i) => [128 + i * 70, 416, 1.05 - i * 0.17]))
        )
      },
    ]
    return [defs, board, (forms[form] as () => string)(), rect(0, 0, 480, 480, { fill: paint('l') })].join('')
  },
  rule: { period: 24, draw: path('M0 12H24', { stroke: 'currentColor', 'stroke-width': 2 }) },
}
