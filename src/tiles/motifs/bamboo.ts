import type { Motif } from '../motif.ts'
import { el, g, linear, n, path, pattern, rect } from '../svg.ts'

/** Splints: fresh straw, aged honey, smoked; most of them, some of them, and one in a while. */
const BUNDLES = [
  { warp: ['#d9bd6e', '#e8d398', '#c9a655'], weft: ['#c8a858', '#dcc486', '#9aa04a'] },
  { warp: ['#e3c685', '#d6b064', '#eedcae'], weft: ['#8a4a22', '#9c5a2b', '#73391b'] },
  { warp: ['#c4a04e', '#a9a752', '#dcc079'], weft: ['#e0c98b', '#cdb06a', '#8f9a45'] },
] as const

interface Weave {
  /** Width of one splint with its gap. */
  cell: number
  columns: [first: number, last: number]
  rows: [first: number, last: number]
  /** Whether the upright splint lies on top where column i meets row j. */
  over: (i: number, j: number) => boolean
  /** Where the upright splints begin when they stand out of the weave. */
  start?: (i: number) => number
}

/** Twill woven of split bamboo. */
export const bamboo: Motif = {
  alt: '竹篾斜纹编织',
  thread: '#6b7a2a',
  focus: { x: 50, y: 52 },
  draw({ random, index, id }) {
    const form = index % 3
    const bundle = BUNDLES[(index + Math.floor(index / 3)) % 3] as (typeof BUNDLES)[number]
    const paint = (name: string) => `url(#${id(name)})`
    const use = (name: string, attributes: Record<string, string | number> = {}) =>
      el('use', { href: `#${id(name)}`, ...attributes })
    const float = random.int(2, 3)
    const looms: { angle: number; weave: Weave }[] = [
      {
        angle: 45 + random.between(-3, 3),
        weave: {
          cell: float === 2 ? 46 : 38,
          columns: [-9, 9],
          rows: [-9, 9],
          over: (i, j) => (((i + j) % (2 * float)) + 2 * float) % (2 * float) < float,
        },
      },
      {
        angle: random.between(-1.5, 1.5),
        weave: {
          cell: 23,
          columns: [-11, 11],
          rows: [-12, 11],
          over: (i, j) => (Math.abs(i) + Math.abs(j) + float) % 6 < 3,
        },
      },
      {
        angle: -24 + random.between(-3, 3),
        weave: {
          cell: 36,
          columns: [-9, 9],
          rows: [-4, 10],
          over: (i, j) => (j === -4 && i > 0) || (((i - j) % 4) + 4) % 4 < 2,
          start: (i) => -360 + ((i * 37) % 60),
        },
      },
    ]
    const { angle, weave } = looms[form] as (typeof looms)[number]
    const { cell, columns, rows, over, start } = weave
    const wide = cell * 0.92
    const turn = (angle * Math.PI) / 180
    const shift = (k: number) =>
      `translate(${n(k * (Math.cos(turn) + Math.sin(turn)))} ${n(k * (Math.cos(turn) - Math.sin(turn)))})`
    const bulge = n(cell * 0.1)

    /** The visible runs of the splints of one direction, as one path of rounded bars. */
    const runs = (upright: boolean) => {
      const [along, across] = upright ? [rows, columns] : [columns, rows]
      let d = ''
      for (let a = across[0]; a <= across[1]; a++) {
        const at = n(a * cell - wide / 2)
        let from: number | undefined = upright ? start?.(a) : undefined
        for (let b = along[0]; b <= along[1] + 1; b++) {
          const visible = b <= along[1] && (upright ? over(a, b) : !over(b, a))
          if (visible && from === undefined) from = b * cell - cell / 2
          if (!visible && from !== undefined) {
            const length = b * cell - cell / 2 - from
            const w = n(wide)
            const h = n(wide / 2)
            d += upright
              ? `M${at} ${n(from)}q${h}-${bulge} ${w} 0v${n(length)}q-${h} ${bulge}-${w} 0z`
              : `M${n(from)} ${at}q-${bulge} ${h} 0 ${w}h${n(length)}q${bulge}-${h} 0-${w}z`
            from = undefined
          }
        }
      }
      return d
    }
    /** Splints of one direction: coloured lines, light across each, fibres and nodes, seen through their runs. */
    const splints = (upright: boolean) => {
      const [first, last] = upright ? columns : rows
      const colors = upright ? bundle.warp : bundle.weft
      const name = upright ? 'v' : 'h'
      const lines = ['', '', '']
      let nodes = ''
      for (let i = first; i <= last; i++) {
        const kind = random.chance(0.25) ? 2 : random.chance(0.45) ? 1 : 0
        lines[kind] += upright ? `M${n(i * cell)}-480V480` : `M-480 ${n(i * cell)}H480`
        for (let k = 0; k < 2; k++) {
          const at = n(random.between(-300, 300))
          nodes += upright
            ? `M${n(i * cell - wide / 2)} ${at}h${n(wide)}`
            : `M${at} ${n(i * cell - wide / 2)}v${n(wide)}`
        }
      }
      const turned = upright ? undefined : 'rotate(90)'
      return (
        use(name, { fill: '#1a0f04', opacity: '.5', transform: shift(cell * 0.09) }) +
        g(
          { 'clip-path': paint(`${name}c`) },
          lines.map((d, i) => path(d, { stroke: colors[i], 'stroke-width': cell })).join(''),
          path(nodes, { stroke: '#5a3d10', 'stroke-width': cell * 0.22, opacity: '.2' }),
          path(nodes, { stroke: '#4a300c', 'stroke-width': 2, opacity: '.7' }),
          path(nodes, { stroke: '#fff8dc', 'stroke-width': 1.6, opacity: '.6', transform: shift(1.2) }),
          g(
            { transform: turned },
            rect(-480, -480, 960, 960, { fill: paint('f') }),
            rect(-480, -480, 960, 960, { fill: paint('x') }),
          ),
          use(name, { fill: 'none', stroke: '#2a1704', 'stroke-width': cell * 0.42, opacity: '.16' }),
          use(name, { fill: 'none', stroke: '#2a1704', 'stroke-width': cell * 0.16, opacity: '.34' }),
        )
      )
    }
    const fibres = [0.14, 0.24, 0.37, 0.46, 0.6, 0.69, 0.83].map((t) => `M${n((t - 0.5) * cell)} 0V160`).join('')
    return [
      el(
        'defs',
        {},
        path(runs(true), { id: id('v') }),
        path(runs(false), { id: id('h') }),
        el('clipPath', { id: id('vc') }, use('v')),
        el('clipPath', { id: id('hc') }, use('h')),
        el(
          'linearGradient',
          {
            id: id('x'),
            gradientUnits: 'userSpaceOnUse',
            x1: -cell / 2,
            x2: cell / 2,
            y1: 0,
            y2: 0,
            spreadMethod: 'repeat',
          },
          ...(
            [
              ['.04', '#2a1704aa'],
              ['.1', '#fff7d8cc'],
              ['.16', '#fff7d838'],
              ['.5', '#fff7d850'],
              ['.72', '#2a170400'],
              ['.9', '#2a170440'],
              ['.98', '#2a1704b0'],
            ] as const
          ).map(([offset, color]) => el('stop', { offset, 'stop-color': color })),
        ),
        pattern(
          id('f'),
          cell,
          160,
          `translate(${n(-cell / 2)})`,
          path(fibres, {
            stroke: '#5d3f12',
            'stroke-width': '.8',
            opacity: '.3',
            transform: `translate(${n(cell / 2)})`,
          }),
          path(`M${n(cell * 0.3)} 0V90M${n(cell * 0.64)} 40V160M${n(cell * 0.2)} 110V150`, {
            stroke: '#fffbe6',
            'stroke-width': '1.2',
            opacity: '.35',
          }),
        ),
        linear(id('l'), [0, 0, 1, 1], [0, '#fff3'], [0.5, '#fff0'], [0.5, '#1000'], [1, '#1005']),
      ),
      rect(0, 0, 480, 480, { fill: form === 2 ? '#3a2c22' : '#1d1207' }),
      g({ transform: `translate(240 250)rotate(${n(angle)})` }, splints(false), splints(true)),
      rect(0, 0, 480, 480, { fill: paint('l') }),
    ].join('')
  },
  rule: {
    period: 20,
    draw: path('M-2 11L5 4L15 14L22 7M-2 16L5 9L15 19L22 12M-2 21L5 14L13 22M17 22L22 17', {
      stroke: 'currentColor',
      'stroke-width': 2,
      fill: 'none',
    }),
  },
}
