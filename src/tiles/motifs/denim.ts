import type { Motif } from '../motif.ts'
import { circle, el, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

/** Washes: middle, raw, pale. Cloth in the light, cloth, cloth in the shade, edge, weft. */
const WASHES = [
  { cloth: ['#5b88bb', '#3c689f', '#26477a'], edge: '#12264a', weft: '#b9d3ee', threads: ['#f0b756', '#e9a347'] },
  { cloth: ['#415c88', '#2a416b', '#182845'], edge: '#0a1326', weft: '#93abd0', threads: ['#d9823a', '#e39a4a'] },
  { cloth: ['#a9c6e2', '#83a9ce', '#5b84b0'], edge: '#2c4c75', weft: '#f2f8ff', threads: ['#d07f28', '#b9651f'] },
] as const

const POCKET = 'M-104 0H104L99 182Q99 188 93 191L5 237Q0 240-5 237L-93 191Q-99 188-99 182Z'

/** What is stitched on the pocket: a bolt, nested chevrons, nested diamonds. */
const FIGURES = [
  [0, 14, 28].map((y) => `M-76 ${138 + y}L-18 ${92 + y}L18 ${126 + y}L76 ${80 + y}`).join(''),
  [0, 14, 28].map((y) => `M-76 ${138 + y}L0 ${86 + y}L76 ${138 + y}`).join(''),
  [1, 0.68, 0.36].map((k) => `M0 ${n(126 - 66 * k)}L${n(72 * k)} 126L0 ${n(126 + 66 * k)}L${n(-72 * k)} 126Z`).join(''),
] as const

/** A back pocket, its rows of stitches and the needle that made them. */
export const denim: Motif = {
  alt: '牛仔后袋、明线针迹与缝针',
  thread: '#2c5c94',
  focus: { x: 36, y: 42 },
  draw({ random, index, id }) {
    const form = index % 3
    const wash = WASHES[(index + Math.floor(index / 3)) % 3] as (typeof WASHES)[number]
    const [light, cloth, shade] = wash.cloth
    const thread = random.pick(wash.threads)
    const figure = FIGURES[(index + Math.floor(index / 3)) % 3] as string
    const dash = `${random.int(9, 11)} ${random.int(8, 10)}`
    const tilt = random.between(-4, 4)
    const paint = (name: string) => `url(#${id(name)})`
    const use = (name: string, attributes: Record<string, string | number> = {}) =>
      el('use', { href: `#${id(name)}`, ...attributes })

    /** Rows of stitches: puckered cloth, holes, then thread with its shadow and its shine. */
    const stitches = (name: string, d: string) =>
      path(d, {
        id: id(name),
        fill: 'none',
        stroke: '#fff',
        'stroke-width': 17,
        'stroke-dasharray': '5 14',
        opacity: '.08',
      }) +
      g(
        { 'stroke-dasharray': dash, 'stroke-linecap': 'round', fill: 'none' },
        path(d, { stroke: wash.edge, 'stroke-width': 5.5, transform: 'translate(1.2 2.2)', opacity: '.75' }),
        path(d, { stroke: thread, 'stroke-width': 4 }),
        path(d, { stroke: '#fff9', 'stroke-width': 1.2, transform: 'translate(-.5 -1)' }),
      )
    /** A short dense seam that holds a corner. */
    const tack = (x: number, y: number, length: number) => {
      const d = `M${x} ${y}${'l1.5 11l1.5-11'.repeat(length)}`
      return (
        path(d, { fill: 'none', stroke: wash.edge, 'stroke-width': 4, transform: 'translate(1 2)', opacity: '.6' }) +
        path(d, { fill: 'none', stroke: thread, 'stroke-width': 2 })
      )
    }
    const yarn = (d: string) =>
      path(d, { fill: 'none', stroke: wash.edge, 'stroke-width': 5, transform: 'translate(4 7)', opacity: '.4' }) +
      path(d, { fill: 'none', stroke: thread, 'stroke-width': 3.6 }) +
      path(d, { fill: 'none', stroke: '#fff8', 'stroke-width': 1, transform: 'translate(-.4 -.7)' })
    /** A needle lying with its eye at x y. */
    const needle = (x: number, y: number, angle: number, scale = 1) =>
      g(
        { transform: `translate(${n(x)} ${n(y)})rotate(${n(angle)})scale(${scale})` },
        path('M-8 0Q-6-5 4-5L150-1.5L158 0L150 1.5L4 5Q-6 5-8 0Z', {
          fill: '#000',
          opacity: '.34',
          transform: 'translate(9 13)',
        }),
        path('M-8 0Q-6-5 4-5L150-1.5L158 0L150 1.5L4 5Q-6 5-8 0Z', { fill: paint('n') }),
        path('M0 0H20', { stroke: wash.edge, 'stroke-width': 3.4, 'stroke-linecap': 'round' }),
        path('M26-2L150-.4', { stroke: '#fff', 'stroke-width': 1.2 }),
      )

    const defs = el(
      'defs',
      {},
      pattern(
        id('t'),
        5,
        14,
        'rotate(28)',
        path('M1 0V14', { stroke: wash.weft, 'stroke-width': 1.5, opacity: '.2' }),
        path('M3.5 0V14', { stroke: wash.edge, 'stroke-width': 2, opacity: '.3' }),
      ),
      pattern(
        id('s'),
        96,
        150,
        undefined,
        path('M9 0V70M40 20V150M71 0V44M71 96V150M25 90V130M88 30V80', {
          stroke: wash.weft,
          'stroke-width': 1.6,
          opacity: '.16',
        }),
        path('M17 10V90M55 60V150M80 0V60M33 0V50', { stroke: wash.edge, 'stroke-width': 2.4, opacity: '.16' }),
      ),
      linear(id('c'), [0, 0, 1, 1], [0, light], [0.5, cloth], [1, shade]),
      radial(id('p'), { cx: '.42', cy: '.42', r: '.75' }, [0, light], [0.5, cloth], [1, shade]),
      radial(
        id('r'),
        { cx: '.36', cy: '.32', r: '.7' },
        [0, '#ffe9c8'],
        [0.3, '#d28a4c'],
        [0.8, '#8a4620'],
        [1, '#4d220d'],
      ),
      linear(id('h'), [0, 0, 1, 1], [0, '#c58a55'], [0.5, '#a4642f'], [1, '#7c431b']),
      linear(id('n'), [0, 0, 0, 1], [0, '#ffffff'], [0.5, '#a9b4c2'], [1, '#4b5563']),
      linear(id('l'), [0, 0, 1, 1], [0, '#fff3'], [0.5, '#fff0'], [0.5, '#0100'], [1, '#0125']),
      g(
        { id: id('v') },
        circle(2.5, 4, 11, { fill: wash.edge, opacity: '.6' }),
        circle(0, 0, 10.5, { fill: paint('r') }),
        circle(0, 0, 6, { fill: 'none', stroke: '#5b2a10', 'stroke-width': 1.6, opacity: '.7' }),
        circle(-1, -1.2, 3.4, { fill: '#f3c795' }),
      ),
      path(POCKET, { id: id('k') }),
    )
    const ground = [paint('c'), paint('t'), paint('s')].map((fill) => rect(0, 0, 480, 480, { fill })).join('')
    const inset = 'M-98 3L-92 181Q-92 184-88 186L0 232L88 186Q92 184 92 181L98 3M-85 32L-80 177L0 219L80 177L85 32'
    const pocket = (rows: string) =>
      use('k', { fill: wash.edge, opacity: '.5', transform: 'translate(8 11)' }) +
      use('k', { fill: paint('p') }) +
      use('k', { fill: paint('t') }) +
      use('k', { fill: paint('s') }) +
      use('k', { fill: 'none', stroke: wash.edge, 'stroke-width': 3, opacity: '.8' }) +
      use('k', { ...worn, transform: 'translate(0 2)scale(.985)' }) +
      path('M-103 38H103', { stroke: wash.edge, 'stroke-width': 3, opacity: '.45' }) +
      stitches('q', rows) +
      tack(-97, 3, 6) +
      tack(79, 3, 6) +
      use('v', { x: -103, y: 2 }) +
      use('v', { x: 103, y: 2 })
    const worn = {
      fill: 'none',
      stroke: wash.weft,
      'stroke-width': 3.4,
      'stroke-dasharray': '9 3 4 5 14 2',
      opacity: '.42',
    }
    const hem = 'M-98 11H98M-98 28H98'

    const rows = figure.split('M').slice(1)
    const waistband = [paint('p'), paint('t'), paint('s')]
    const patch =
      rect(300, 22, 140, 92, { rx: 4, fill: '#000', opacity: '.4', transform: 'translate(5 8)' }) +
      rect(300, 22, 140, 92, { rx: 4, fill: paint('h') }) +
      rect(300, 22, 140, 92, { rx: 4, fill: paint('s') }) +
      rect(316, 38, 108, 60, { rx: 3, fill: 'none', stroke: '#4d220d', 'stroke-width': 2, opacity: '.5' }) +
      stitches('i', 'M307 29H433V107H307Z')
    const loop =
      rect(84, -9, 40, 130, { fill: wash.edge, opacity: '.5', transform: 'translate(8 8)' }) +
      waistband.map((fill) => rect(84, -9, 40, 130, { rx: 3, fill })).join('') +
      stitches('j', 'M92-6V116M116-6V116') +
      tack(90, 100, 9)

    const forms = [
      () =>
        path('M0 0H96L88 480H0Z', { fill: wash.edge, opacity: '.16' }) +
        path('M96-4L88 484', { stroke: wash.edge, 'stroke-width': 7, opacity: '.7' }) +
        path('M101-4L93 484', { stroke: wash.weft, 'stroke-width': 3, opacity: '.4' }) +
        path('M96 64L500 20V-9H97Z', { fill: wash.edge, opacity: '.28' }) +
        path('M96 66L490 23', { stroke: wash.edge, 'stroke-width': 5, opacity: '.6' }) +
        stitches('o', 'M84-4L76 484M68-4L60 484M100 56L490 13M102 42L490-1') +
        g({ transform: `translate(262 166)rotate(${n(tilt)})scale(1.16)` }, pocket(`${inset}${hem}${figure}`)) +
        yarn('M-10 140C60 60 120 160 190 120S270 70 302 117') +
        needle(304, 116, -14),
      () =>
        g(
          { transform: `translate(104 118)rotate(${n(-15 + tilt)})scale(1.72)translate(103 0)` },
          path('M-190-34H300', { stroke: wash.edge, 'stroke-width': 4, opacity: '.6' }),
          stitches('o', 'M-200-43H300M-200-54H300'),
          pocket(
            `${inset}${hem}${rows
              .slice(0, -1)
              .map((row) => `M${row}`)
              .join('')}M${(rows.at(-1) ?? '').split('L', 2).join('L')}`,
          ),
          yarn(`M${(rows.at(-1) ?? '').split('L')[1]}C40 190 60 60 96 62S60-40 70-30`),
          needle(70, -30, 98),
        ),
      () =>
        waistband.map((fill) => rect(0, -8, 480, 104, { fill })).join('') +
        path('M0 96H480', { stroke: wash.edge, 'stroke-width': 4, opacity: '.7' }) +
        path('M0 99H480', { ...worn }) +
        stitches('o', 'M-4 84H490M-4 8H490M-4 116H490M-4 131H490') +
        g({ transform: `translate(190 182)rotate(${n(tilt / 2)})scale(1.12)` }, pocket(`${inset}${hem}${figure}`)) +
        patch +
        loop +
        yarn('M330 330C420 300 350 220 430 232S474 200 452 176') +
        needle(452, 176, 192, 0.9),
    ]
    return [defs, ground, (forms[form] as () => string)(), rect(0, 0, 480, 480, { fill: paint('l') })].join('')
  },
  rule: {
    period: 22,
    draw: path('M3 9H19M3 17H19', { stroke: 'currentColor', 'stroke-width': 2.4, 'stroke-linecap': 'round' }),
  },
}
