import type { Motif } from '../motif.ts'
import type { Random } from '../random.ts'
import { el, ellipse, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

/** One bend of a profile, right half: two handles and an end, as half-width and height. */
type Bend = [number, number, number, number, number, number]
interface Form {
  mouth: [halfWidth: number, y: number]
  bends: Bend[]
  /** Where the glaze stops, before its runs. */
  glaze: number
  /** Height of the incised double line. */
  line: number
}

const bellied: Form = {
  mouth: [88, 62],
  bends: [
    [94, 80, 76, 82, 78, 98],
    [82, 116, 178, 128, 178, 214],
    [178, 300, 100, 336, 90, 430],
  ],
  glaze: 286,
  line: 172,
}
const shouldered: Form = {
  mouth: [46, 40],
  bends: [
    [52, 54, 34, 58, 36, 82],
    [40, 104, 132, 104, 134, 186],
    [136, 270, 78, 330, 80, 436],
  ],
  glaze: 296,
  line: 142,
}
const wide: Form = {
  mouth: [112, 66],
  bends: [
    [120, 84, 104, 88, 104, 100],
    [110, 118, 172, 132, 174, 206],
    [176, 300, 104, 330, 96, 430],
  ],
  glaze: 226,
  line: 150,
}
const squat: Form = {
  mouth: [58, 268],
  bends: [
    [64, 280, 50, 284, 52, 296],
    [58, 308, 116, 316, 116, 364],
    [116, 414, 74, 432, 66, 458],
  ],
  glaze: 384,
  line: 334,
}

/** Celadons: light, glaze, deep. */
const glazes: [string, string, string][] = [
  ['#d6efe4', '#84c0ad', '#256b5b'],
  ['#c4e2c9', '#6fae86', '#1f5f43'],
  ['#d3e3e4', '#8db4b8', '#35626c'],
  ['#dce7c4', '#9fb582', '#4c6a36'],
]

/** Half-width of a form at a height, by walking its bends. */
function widthAt(form: Form, y: number): number {
  let [x0, y0] = form.mouth
  let [px, py] = form.mouth
  for (const [a, b, c, d, x, end] of form.bends) {
    for (let t = 0.1; t < 1.05; t += 0.1) {
      const u = 1 - t
      const qx = u * u * u * x0 + 3 * u * u * t * a + 3 * u * t * t * c + t * t * t * x
      const qy = u * u * u * y0 + 3 * u * u * t * b + 3 * u * t * t * d + t * t * t * end
      if (qy >= y) return px + ((qx - px) * (y - py)) / (qy - py || 1)
      px = qx
      py = qy
    }
    x0 = x
    y0 = end
  }
  return px
}

/** A point on the turned surface: height and angle from the middle, seen a little from above. */
function onSurface(form: Form, y: number, angle: number): [number, number] {
  const r = widthAt(form, Math.max(form.mouth[1], y))
  return [Math.round(r * Math.sin(angle)), Math.round(y + 0.11 * r * Math.cos(angle))]
}

/** The closed outline, from the right of the mouth down and up again on the left. */
function outline({ mouth: [r, top], bends }: Form): string {
  const [, , , , foot = 0, bottom = 0] = bends.at(-1) ?? []
  const ends = [[r, top], ...bends.map(([, , , , x, y]) => [x, y])]
  const down = bends.map((bend) => `C${bend.join(' ')}`).join('')
  const up = bends
    .map(([a, b, c, d], i) => `C${-c} ${d} ${-a} ${b} ${-(ends[i]?.[0] ?? 0)} ${ends[i]?.[1]}`)
    .reverse()
    .join('')
  return `M${r} ${top}${down}Q0 ${n(bottom + foot * 0.26)} ${-foot} ${bottom}${up}`
}

/** A ring around the form, its front half. */
function ring(form: Form, y: number): string {
  const r = widthAt(form, y)
  return `M${n(-r)} ${y}Q0 ${n(y + r * 0.24)} ${n(r)} ${y}`
}

/** 开片: a jittered honeycomb wrapped around the form, so cells narrow towards the sides. */
function crackle(form: Form, random: Random, rows: number, step: number): string {
  const [, top] = form.mouth
  const points: [number, number][][] = []
  for (let i = 0; i < rows; i++) {
    points.push([])
    for (let j = -6; j < 7; j++) {
      const angle = (j + random.between(-0.36, 0.36)) * 0.24
      points[i]?.push(onSurface(form, top + 22 + (i + random.between(-0.4, 0.4)) * step, angle))
    }
  }
  let d = ''
  for (const [i, row] of points.entries()) {
    let pen = false
    for (const [j, [x, y]] of row.entries()) {
      const last = row[j - 1]
      if (last && pen) d += `l${x - last[0]} ${y - last[1]}`
      else d += `M${x} ${y}`
      pen = random.chance(0.93)
    }
    for (const [j, [x, y]] of row.entries()) {
      const next = points[i + 1]?.[j]
      if (next && (i + j) % 2 === 0) d += `M${x} ${y}L${next.join(' ')}`
    }
  }
  return d
}

/** The lower edge of the glaze and the tips of its runs. */
function runs(form: Form, random: Random, deepest: number): [edge: string, tips: [number, number, number][]] {
  const tips: [number, number, number][] = []
  let angle = -1.56
  let long = false
  let [x, y] = onSurface(form, form.glaze, angle)
  let d = `M${x} ${y}`
  while (angle < 1.3) {
    const width = random.between(0.17, 0.34)
    long = !long && random.chance(0.45)
    const share = long ? random.between(0.66, 1) : random.between(0.1, 0.56)
    const depth = Math.round(deepest * share * Math.cos(angle + width / 2) ** 0.6)
    const [tx, ty] = onSurface(form, form.glaze + depth, angle + width / 2)
    angle += width
    const [nx, ny] = onSurface(form, form.glaze + random.between(-9, 9), angle)
    const [a, b] = [tx - x, nx - tx]
    d += `C${n(x + a * 0.8)} ${y} ${n(tx - a * 0.95)} ${ty} ${tx} ${ty}S${n(nx - b * 0.8)} ${ny} ${nx} ${ny}`
    tips.push([tx, ty, (nx - x) / 2])
    x = nx
    y = ny
  }
  return [d, tips]
}

/** 青釉罐、挂流与开片. */
export const ceramic: Motif = {
  alt: '青釉罐、挂流与开片',
  thread: '#4E8577',
  focus: { x: 38, y: 62 },
  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const use = (name: string, attributes = {}) => el('use', { href: `#${id(name)}`, ...attributes })
    const view = index % 3
    const [light, glaze, deep] = glazes[index % glazes.length] ?? ['', '', '']
    const clay = random.pick(['#e6d9c0', '#dcc9ab', '#d3b690'])
    const night = view === 1
    const wall = night
      ? '#59351f'
      : random.pick(view === 0 ? ['#ecdcc3', '#e6d2b8', '#e3dac2'] : ['#b9744e', '#a86a4c', '#c08a5a'])
    const table = night ? '#6b4630' : random.pick(['#a08a70', '#8f7458', '#97826c'])

    const jar = (key: string, form: Form, deepest: number, cracks: string): [defs: string, body: string] => {
      const [edge, tips] = runs(form, random, deepest)
      const [r, top] = form.mouth
      const belly = Math.max(...form.bends.map(([, , , , x]) => x))
      const bottom = form.bends.at(-1)?.[5] ?? 0
      const foot = form.bends.at(-1)?.[4] ?? 0
      const gleam = (a: number, b: number, from: number, to: number) => {
        const right: string[] = []
        const left: string[] = []
        for (let i = 0; i <= 8; i++) {
          const y = from + ((to - from) * i) / 8
          left.unshift(onSurface(form, y, a).join(' '))
          right.push(onSurface(form, y, b - (b - a) * (i / 8) ** 2).join(' '))
        }
        return path(`M${[...right, ...left].join('L')}z`, { fill: url('gleam') })
      }
      const defs =
        path(outline(form), { id: id(`${key}o`) }) +
        path(edge, { id: id(`${key}e`) }) +
        path(`${edge}L300 ${form.glaze}V0H-300V${form.glaze}z`, { id: id(`${key}g`) }) +
        el('clipPath', { id: id(`${key}c`) }, use(`${key}o`)) +
        el('clipPath', { id: id(`${key}d`) }, use(`${key}g`))
      const lines = ring(form, form.line) + ring(form, form.line + 7)
      const throwing = [0.2, 0.42, 0.6, 0.78, 0.9].map((t) =>
        ring(form, Math.round(form.glaze + (bottom - form.glaze) * t)),
      )
      const body =
        ellipse(belly * 0.5, bottom + 4, belly * 1.25, belly * 0.16, { opacity: 0.28 }) +
        ellipse(7, bottom + 4, foot * 1.1, foot * 0.18, { opacity: 0.4 }) +
        g(
          { 'clip-path': url(`${key}c`) },
          use(`${key}o`, { fill: clay }),
          path(throwing.join(''), { fill: 'none', stroke: '#7c5a38', 'stroke-width': 3, opacity: 0.16 }),
          use(`${key}o`, { fill: url('grit') }),
          use(`${key}e`, { fill: 'none', stroke: '#a8562c', 'stroke-width': 8, opacity: 0.3 }),
          use(`${key}g`, { y: 9, x: 3, fill: '#3a2a1c', opacity: 0.42 }),
          g(
            { 'clip-path': url(`${key}d`) },
            use(`${key}o`, { fill: glaze }),
            use(`${key}o`, { fill: url('pool') }),
            cracks,
            g(
              { fill: 'none', stroke: deep, 'stroke-linejoin': 'round', opacity: 0.8 },
              ...[30, 23, 16, 10, 5].map((w) => use(`${key}e`, { 'stroke-width': w, opacity: 0.2 })),
            ),
            path(lines, { fill: 'none', stroke: deep, 'stroke-width': 3, opacity: 0.6 }),
            path(lines, {
              fill: 'none',
              stroke: light,
              'stroke-width': 1.6,
              transform: 'translate(0 3)',
              opacity: 0.8,
            }),
          ),
          use(`${key}o`, { fill: url('turn') }),
          ...tips
            .filter(([, y, w]) => y > form.glaze + 26 && w > 8)
            .map(([x, y, w]) =>
              path(
                `M${n(x - w * 0.34)} ${n(y - (y - form.glaze) * 0.4)}V${y - 22}q${n(w * 0.02)} 13 ${n(w * 0.4)} 15`,
                {
                  fill: 'none',
                  stroke: '#fff',
                  'stroke-width': 2.8,
                  'stroke-linecap': 'round',
                  opacity: 0.6,
                },
              ),
            ),
          gleam(-0.86, -0.52, form.line - (form.line - top) * 0.42, form.glaze - 26),
          gleam(-0.44, -0.38, form.line - (form.line - top) * 0.42, form.glaze - 70),
        ) +
        ellipse(0, top, r, r * 0.23, { fill: light, stroke: deep, 'stroke-width': 1.5 }) +
        ellipse(0, top + 1.5, r - 9, r * 0.23 - 4.5, { fill: deep }) +
        ellipse(0, top + 7, r - 13, r * 0.23 - 9, { fill: '#14201d' }) +
        path(`M${-r + 4} ${top + 4}Q0 ${n(top + r * 0.44)} ${r - 4} ${top + 4}`, {
          fill: 'none',
          stroke: '#fff',
          'stroke-width': 2.4,
          opacity: 0.75,
        })
      return [defs, body]
    }

    const main = [bellied, shouldered, wide][view] ?? bellied
    const net =
      use('k', { transform: 'matrix(-1 0 0 1 3 14)', stroke: '#8a6a2c', 'stroke-width': 0.9, opacity: 0.4 }) +
      use('k', { transform: 'translate(1.2 1.4)', stroke: '#fff', 'stroke-width': 1.2, opacity: 0.34 }) +
      use('k', { stroke: deep, 'stroke-width': 1.1, opacity: 0.62 })
    const [mainDefs, mainBody] = jar('a', main, [92, 96, 112][view] ?? 0, net)
    const [sideDefs, sideBody] = night ? jar('b', squat, 48, g({ transform: 'translate(0 150)' }, net)) : ['', '']

    const defs = el(
      'defs',
      {},
      linear(
        id('turn'),
        [0, 0, 1, 0],
        [0, '#000', 0.42],
        [0.1, '#000', 0.16],
        [0.3, '#fff', 0.3],
        [0.44, '#fff', 0.06],
        [0.62, '#000', 0.08],
        [0.9, '#001510', 0.58],
        [1, '#10302a', 0.3],
      ),
      linear(id('pool'), [0, 0, 0, 1], [0, light, 0.9], [0.12, light, 0.35], [0.3, glaze, 0], [0.7, deep, 0.42]),
      linear(id('gleam'), [0, 0, 0, 1], [0, '#fff', 0.8], [1, '#fff', 0.06]),
      linear(id('light'), [0, 0, 1, 1], [0, '#fff', 0.24], [0.5, '#fff', 0], [0.55, '#000', 0], [1, '#000', 0.3]),
      radial(
        id('glow'),
        { cx: 0.3, cy: 0.35, r: 0.8 },
        [0, night ? '#ffb25c' : '#fff', night ? 0.55 : 0.6],
        [1, '#000', 0.12],
      ),
      pattern(
        id('grit'),
        34,
        26,
        undefined,
        path('M3 5h2M20 9h1M12 19h2M28 22h1M24 3h1', { stroke: '#6b4a2b', 'stroke-width': 1.5, opacity: 0.4 }),
      ),
      pattern(
        id('brick'),
        92,
        60,
        undefined,
        path('M0 2h92M0 32h92M22 2v30M68 32v30', { stroke: '#1c0d06', 'stroke-width': 4, opacity: 0.6 }),
        path('M0 5h92M0 35h92', { stroke: '#ffb36b', 'stroke-width': 1.5, opacity: 0.3 }),
      ),
      pattern(
        id('grain'),
        120,
        22,
        'skewX(-12)',
        path('M0 5q30-6 60 0t60 0M0 12q40 6 120 0M0 18q20-4 60 0t60 0', {
          fill: 'none',
          stroke: '#2a1a0e',
          'stroke-width': 1,
          opacity: 0.24,
        }),
      ),
      path(crackle(main, random, 10, 30), { id: id('k'), fill: 'none', 'stroke-linejoin': 'round' }),
      mainDefs,
      sideDefs,
    )

    const room =
      rect(0, 0, 480, 480, { fill: wall }) +
      (night ? rect(0, 0, 480, 372, { fill: url('brick') }) : '') +
      rect(0, 0, 480, 480, { fill: url('glow') }) +
      (night ? '' : path('M-40 372V150L60 60V372zM72 372V50L190-56V372z', { fill: '#fff3d6', opacity: 0.3 })) +
      rect(0, 372, 480, 108, { fill: table }) +
      rect(0, 372, 480, 108, { fill: url('grain') }) +
      rect(0, 372, 480, 5, { fill: '#fff', opacity: 0.2 })
    const cup =
      ellipse(14, 56, 50, 9, { opacity: 0.32 }) +
      path('M-36 8C-34 40-22 56-14 58H14C22 56 34 40 36 8z', { fill: glaze }) +
      path('M-36 8C-34 40-22 56-14 58H14C22 56 34 40 36 8z', { fill: url('turn') }) +
      ellipse(0, 8, 36, 9, { fill: light }) +
      ellipse(0, 9.5, 31, 6.5, { fill: deep })

    const scene =
      view === 0
        ? g({ transform: 'translate(250 0)' }, mainBody) + g({ transform: 'translate(58 388)' }, cup)
        : view === 1
          ? g({ transform: 'translate(176 0)' }, mainBody) + g({ transform: 'translate(362 4)' }, sideBody)
          : g({ transform: 'translate(284 -54) scale(1.4)' }, mainBody)
    return defs + room + scene + rect(0, 0, 480, 480, { fill: url('light') })
  },
  rule: {
    period: 64,
    draw: path(
      'M0 3H64V8C61 8 61 11 58 11S55 8 52 8C48 8 49 21 44 21S41 8 37 8' +
        'C33 8 34 15 29 15S24 8 20 8C14 8 15 18 9 18S4 8 0 8Z',
      {
        fill: 'currentColor',
      },
    ),
  },
}
