import type { Guitar } from '../guitar-hero.ts'
import { instrument } from '../guitar-hero.ts'
import type { Motif } from '../motif.ts'
import { el, g, linear, n, path, pattern, rect } from '../svg.ts'

/** Spruce, cedar, and maple burnt dark at the edge; each with its own marquetry. */
const WOODS: Pick<Guitar, 'top' | 'grain' | 'inlay'>[] = [
  { top: ['#f8e6b8', '#eecb8b', '#cb9650'], grain: '#8a5520', inlay: ['#f3e0b2', '#7a3420', '#d99a2e'] },
  { top: ['#eebd80', '#d4944f', '#94512a'], grain: '#6b3114', inlay: ['#f1e4c4', '#3a2a22', '#3f8f86'] },
  { top: ['#fbe3a6', '#e9a94e', '#7a2d12'], grain: '#8a4a18', inlay: ['#eed9a8', '#5b2a1c', '#b5482e'] },
]

const BENCHES = ['#2c3a33', '#40303a', '#2b3440', '#1f4547'] as const

/** Cameras: over the sound hole, close to the rosette, the whole body. */
const VIEWS = [
  { x: 232, y: 206, angle: 24, scale: 1.04 },
  { x: 226, y: 226, angle: -64, scale: 1.66 },
  { x: 236, y: 214, angle: -34, scale: 0.66 },
] as const

/** A steel-string guitar on the bench. */
export const guitar: Motif = {
  alt: '吉他面板、音孔饰圈与六根弦',
  thread: '#a8552a',
  focus: { x: 48, y: 44 },
  draw({ random, index, id }) {
    const view = VIEWS[index % 3] ?? VIEWS[0]
    const wood = WOODS[(index + Math.floor(index / 3)) % 3] as (typeof WOODS)[number]
    const bench = random.pick(BENCHES)
    const angle = view.angle + random.between(-4, 4)
    const turn = (angle * Math.PI) / 180
    const at = (x: number, y: number): [number, number] => [
      x * Math.cos(turn) + y * Math.sin(turn),
      y * Math.cos(turn) - x * Math.sin(turn),
    ]
    const shadow = at(8, 13)
    const side = `translate(${n(shadow[0])} ${n(shadow[1])})`
    const body = (attributes: Record<string, string | number>) => el('use', { href: `#${id('b')}`, ...attributes })
    return [
      pattern(id('c'), 6, 6, 'rotate(38)', path('M0 1H6M1 3V6M4 3V6', { stroke: '#fff', opacity: '.07' })),
      linear(id('l'), [0, 0, 1, 1], [0, '#fff3'], [0.5, '#fff0'], [0.5, '#2100'], [1, '#2105']),
      rect(0, 0, 480, 480, { fill: bench }),
      rect(0, 0, 480, 480, { fill: `url(#${id('c')})` }),
      g(
        { transform: `translate(${view.x} ${view.y})rotate(${n(angle)})scale(${view.scale})` },
        body({ fill: '#000', opacity: '.42', transform: `translate(${n(shadow[0] * 2.2)} ${n(shadow[1] * 2.2)})` }),
        body({ stroke: '#2a1512', 'stroke-width': 15, transform: side }),
        body({ fill: '#7a3a22', stroke: '#7a3a22', 'stroke-width': 10, transform: side }),
        instrument(id, {
          ...wood,
          count: random.pick([48, 56, 64]),
          spacing: random.between(3.5, 6),
          neck: 560,
          guard: index % 3 === 2,
          shadow,
        }),
      ),
      rect(0, 0, 480, 480, { fill: `url(#${id('l')})` }),
    ].join('')
  },
  rule: {
    period: 48,
    draw: [0, 1, 2, 3, 4, 5]
      .map((i) => path(`M0 ${2 + i * 4}H48`, { stroke: 'currentColor', 'stroke-width': 2.2 - i * 0.3 }))
      .join(''),
  },
}
