import type { Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

/** Half of a leaf lying along x: its toothed edge out from the stalk, and back along the midrib. */
function half(length: number, width: number, bend: number, teeth: number): string {
  const rib = (t: number) => bend * 4 * t * (1 - t)
  const edge = (t: number) => rib(t) - width * Math.sin(Math.PI * t ** 0.86) ** 0.95
  let d = 'M0 0'
  for (let i = 1; i < teeth - 1; i++) {
    const t = i / teeth
    const rise = (edge(t + 0.5 / teeth) - edge(t)) * 0.4 - Math.sign(width) * 1.4
    d += `L${n(length * t)} ${n(edge(t))}l${n(length / teeth / 2.2)} ${n(rise)}`
  }
  return `${d}L${length + 6} 1L${length} 0Q${n(length / 2)} ${n(bend * 2)} 0 0z`
}

/** The side veins of both halves, bowed towards the tip. */
function veins(length: number, width: number, bend: number): string {
  let d = ''
  for (let i = 1; i < 8; i++) {
    const t = i / 8.6
    const y = bend * 4 * t * (1 - t)
    const reach = width * 0.86 * Math.sin(Math.PI * (t + 0.08) ** 0.86)
    for (const side of [-reach, reach])
      d += `M${n(length * t)} ${n(y)}q${n(length * 0.07)} ${n(side * 0.4)} ${n(length * 0.1)} ${n(side)}`
  }
  return d
}

/** 一芽二叶与茶山. */
export const tea: Motif = {
  alt: '一芽二叶与茶山',
  thread: '#4C7A3A',
  focus: { x: 50, y: 50 },
  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const use = (name: string, attributes = {}) => el('use', { href: `#${id(name)}`, ...attributes })
    const view = index % 3
    const [fresh, green, deep] = random.pick<[string, string, string]>([
      ['#b7d65a', '#5f9a35', '#1f4f22'],
      ['#a6d06a', '#4b9146', '#17472c'],
      ['#c6d957', '#76982f', '#34501b'],
    ])
    const dawn = random.pick(['#f7e2b0', '#f3dcc6', '#dcebe0'])

    /** A row of bushes: dark foot, round crowns, light on top. */
    const row = (name: string, size: number, gap: number) =>
      use(name, { stroke: '#0c2a16', 'stroke-width': n(size * 1.3), y: n(size * 0.3), opacity: 0.7 }) +
      use(name, { stroke: deep, 'stroke-width': n(size) }) +
      use(name, {
        stroke: green,
        'stroke-width': n(size * 0.78),
        'stroke-dasharray': `.1 ${n(gap * 0.6)} .1 ${n(gap * 0.8)}`,
        y: n(-size * 0.1),
      }) +
      use(name, {
        stroke: fresh,
        'stroke-width': n(size * 0.32),
        'stroke-dasharray': `.1 ${n(gap * 0.7)} .1 ${n(gap * 1.3)} 2 ${n(gap)}`,
        y: n(-size * 0.3),
        opacity: 0.7,
      })

    /** Hills from far to near, planted along their contours. */
    const hills = (first: number, count: number, step: number) => {
      let shapes = ''
      let land = ''
      for (let i = 0; i < count; i++) {
        const y = first + i * step * (1 + i * 0.12)
        const size = 5 + i * 3
        const a = random.between(14, 26) * (i % 2 ? -1 : 1)
        const x = random.int(120, 190)
        const rest = `S${x + 190} ${n(y + a * 1.1)} 510 ${n(y + a * 0.4)}`
        const ridge = `M-20 ${n(y + a)}C${x - 70} ${n(y + a)} ${x - 40} ${n(y - a)} ${x + 50} ${n(y - a)}${rest}`
        shapes += path(ridge, { id: id(`h${i}`) }) + g({ id: id(`w${i}`) }, row(`h${i}`, size, size * 0.86))
        let rows = ''
        for (let k = 0; k < 7; k++) rows += use(`w${i}`, { transform: `translate(0 ${n(size * (0.4 + k * 1.25))})` })
        land +=
          path(`${ridge}V480H-20z`, { fill: deep }) +
          g({ fill: 'none', 'stroke-linecap': 'round' }, rows) +
          path(`${ridge}V${n(y + step * 2)}H-20z`, { fill: url('mist'), opacity: n(Math.max(0, 1 - i * 0.27)) })
      }
      return el('defs', {}, shapes) + land
    }
    const sky =
      rect(0, 0, 480, 480, { fill: url('sky') }) +
      circle(116, 92, 90, { fill: url('sun') }) +
      circle(116, 92, 34, { fill: '#fff3cf', opacity: 0.9 })

    /** Picked shoots, spread evenly over an oval. */
    const shoots = (count: number, rx: number, ry: number, size: number, tones: [string, ...string[]]) => {
      let all = ''
      const start = random.between(0, 6.28)
      for (let i = 0; i < count; i++) {
        const angle = start + i * 2.4 + random.between(-0.3, 0.3)
        const far = Math.sqrt(1 - (i + 0.4) / count)
        const place = `translate(${n(Math.cos(angle) * far * rx)} ${n(Math.sin(angle) * far * ry)})`
        const scale = n(size * random.between(0.85, 1.2))
        all += use('s', {
          transform: `${place}rotate(${random.int(0, 359)})scale(${random.chance(0.5) ? '-' : ''}${scale} ${scale})`,
          fill: random.pick(tones),
        })
      }
      return all
    }

    const upper = half(230, 52, -14, 26)
    const lower = half(230, -46, -14, 26)
    const leaf = g(
      { id: id('leaf') },
      path(lower, { fill: url('dim') }),
      path(upper, { fill: url('lit') }),
      path(veins(230, 49, -14), {
        fill: 'none',
        stroke: deep,
        'stroke-width': 3.4,
        opacity: 0.4,
        transform: 'translate(1 2)',
      }),
      path(veins(230, 49, -14), { fill: 'none', stroke: '#f0f8c0', 'stroke-width': 1.5, opacity: 0.75 }),
      path('M20-24Q80-64 160-40 96-48 20-24z', { fill: '#fff', opacity: 0.34 }),
      path('M0 0Q115-28 228 0', {
        fill: 'none',
        stroke: deep,
        'stroke-width': 6,
        opacity: 0.5,
        transform: 'translate(0 2)',
      }),
      path('M0 0Q115-28 228 0', { fill: 'none', stroke: '#e6f2ae', 'stroke-width': 3 }),
    )
    const outer = 'M0 4C20-24 70-38 120-30S196-8 214-2C190 16 150 26 100 24S18 18 0 4z'
    const bud = g(
      { id: id('bud') },
      path(outer, { fill: url('down') }),
      path('M0 4C40-6 90 4 130-8S190-10 214-2C190 16 150 26 100 24S18 18 0 4z', { fill: green, opacity: 0.55 }),
      path('M0 4C40-6 90 4 130-8S190-10 214-2', { fill: 'none', stroke: '#f7fbdc', 'stroke-width': 2.4 }),
      path('M20-8Q90-34 170-16M30 10Q100 18 180 4M14 0Q90-14 160-12', {
        fill: 'none',
        stroke: deep,
        'stroke-width': 1.2,
        opacity: 0.35,
      }),
      path(outer, { fill: 'none', stroke: '#fff', 'stroke-width': 7, 'stroke-dasharray': '.9 2.6', opacity: 0.6 }),
      path('M24-6Q90-26 176-10', {
        fill: 'none',
        stroke: '#fff',
        'stroke-width': 12,
        'stroke-dasharray': '.8 4.4',
        opacity: 0.35,
      }),
    )

    const pair = 'M0 0C8-18 30-24 50-12 40 6 16 10 0 0zM0 0C-22-2-38 8-46 24-26 28-6 18 0 0z'

    let scene = ''
    if (view === 0) {
      const stem = 'M226 490C240 430 246 380 236 300'
      const stalk = (stroke: string, width: number, move: string) =>
        path(stem, { fill: 'none', stroke, 'stroke-width': width, transform: move })
      const sprig = (fill?: string) =>
        use('leaf', { transform: 'translate(240 384) rotate(-162) scale(1.12-1.12)', fill }) +
        use('leaf', { transform: 'translate(237 304) rotate(-36)', fill })
      const dark = (d: string, place: string) =>
        g({ transform: 'translate(8 12)' }, path(d, { transform: place, fill: '#06210f', opacity: 0.26 }))
      scene =
        sky +
        hills(190, 4, 52) +
        dark(upper + lower, 'translate(240 384) rotate(-162) scale(1.12-1.12)') +
        dark(upper + lower, 'translate(237 304) rotate(-36)') +
        dark(outer, 'translate(236 306) rotate(-86) scale(1.08)') +
        stalk('#0b2a12', 17, 'translate(3 3)') +
        stalk(green, 13, '') +
        stalk(fresh, 4, 'translate(-3)') +
        sprig() +
        [
          [92, 330, 9],
          [330, 196, 7],
          [306, 262, 5],
        ]
          .map(([x = 0, y = 0, r = 0]) =>
            g(
              { transform: `translate(${x + random.int(-16, 16)} ${y})` },
              ellipse(3, 5, r * 1.2, r, { fill: '#06210f', opacity: 0.4 }),
              ellipse(0, 0, r * 1.2, r, { fill: url('dew') }),
              circle(-r * 0.4, -r * 0.4, r * 0.3, { fill: '#fff' }),
            ),
          )
          .join('') +
        use('bud', { transform: 'translate(236 308) rotate(-86) scale(1.08)' })
    }

    if (view === 1) {
      const hairs = (from: number, bow: number) => {
        let d = ''
        for (let i = 0; i < 17; i++)
          d += `M${n(-15 + i * 1.9)} 0Q${n((i - 8) * bow)} 60 ${n((i - 8) * from)} ${n(118 - (i % 3) * 7)}`
        return d
      }
      scene =
        sky +
        hills(74, 3, 34) +
        ellipse(240, 384, 330, 226, { fill: '#000', opacity: 0.35 }) +
        ellipse(240, 392, 322, 222, { fill: url('clay') }) +
        ellipse(240, 392, 318, 218, { fill: 'none', stroke: '#f0c79a', 'stroke-width': 4, opacity: 0.5 }) +
        ellipse(244, 352, 238, 164, { fill: '#150d09', opacity: 0.6 }) +
        ellipse(240, 338, 232, 156, { fill: '#2b2927' }) +
        ellipse(240, 337, 227, 151, { fill: 'none', stroke: url('iron'), 'stroke-width': 10 }) +
        ellipse(240, 341, 220, 144, { fill: url('wok') }) +
        g(
          { fill: 'none', stroke: '#fff', opacity: 0.09 },
          ...[0.9, 0.78, 0.66].map((k) => ellipse(240, 338 + 26 * (1 - k), 220 * k, 140 * k, { 'stroke-width': 3 })),
        ) +
        path('M44 300A206 130 0 0 1 190 206L206 224A190 120 0 0 0 70 306z', { fill: '#fff', opacity: 0.13 }) +
        g(
          { transform: 'translate(228 348)' },
          ellipse(0, 18, 172, 100, { opacity: 0.5 }),
          shoots(30, 158, 92, 1.05, [deep, '#3d5a22', '#2f4a24']),
          shoots(26, 124, 66, 1.12, [green, fresh, green]),
        ) +
        g(
          { transform: 'translate(366 196) rotate(36)' },
          path('M-34 150Q0 172 44 150L20 6-12 0z', { opacity: 0.4 }),
          path('M6-300V10', { stroke: '#000', 'stroke-width': 26, opacity: 0.3 }),
          path('M0-300V4', { stroke: '#7a4d1e', 'stroke-width': 27 }),
          path('M-1-300V4', { stroke: '#c9974e', 'stroke-width': 22 }),
          path('M-5-300V4', { stroke: '#f3d595', 'stroke-width': 6 }),
          path('M-13-70q13 6 27 0M-13-74q13 6 27 0', { fill: 'none', stroke: '#6a4015', 'stroke-width': 2.5 }),
          g(
            { fill: 'none', 'stroke-linecap': 'round' },
            path(hairs(4.6, 4), { stroke: '#4a2a10', 'stroke-width': 6 }),
            path(hairs(4.6, 4), { stroke: '#b98244', 'stroke-width': 3.6 }),
            path(hairs(4.2, 3.6), { stroke: '#efce8e', 'stroke-width': 1.3 }),
          ),
          path('M-17 2q17 7 34 0M-17 9q17 7 34 0M-18 16q18 7 36 0', {
            fill: 'none',
            stroke: '#7d2c1c',
            'stroke-width': 6,
          }),
          path('M-17 0q17 7 34 0M-17 7q17 7 34 0M-18 14q18 7 36 0', {
            fill: 'none',
            stroke: '#e08a5c',
            'stroke-width': 1.6,
          }),
        ) +
        g({ transform: 'translate(190 400)' }, shoots(7, 90, 24, 1.15, [fresh, green]))
    }
    if (view === 2) {
      let arcs = ''
      for (let r = 60; r < 760; r += 40)
        arcs += `M${-40 - r} 540A${r} ${n(r * random.between(0.9, 0.93))} 0 0 1 ${r - 40} 540`
      scene =
        rect(0, 0, 480, 480, { fill: deep }) +
        el('defs', {}, path(arcs, { id: id('h0') })) +
        g({ fill: 'none', 'stroke-linecap': 'round' }, row('h0', 24, 17)) +
        g(
          { transform: 'translate(240 240)' },
          circle(16, 24, 206, { opacity: 0.5 }),
          circle(0, 0, 204, { fill: '#6b4a20' }),
          circle(0, 0, 186, { fill: '#c9a35c' }),
          circle(0, 0, 186, { fill: url('weave') }),
          circle(0, 0, 186, { fill: url('dish') }),
          g(
            { fill: 'none' },
            circle(0, 0, 193, { stroke: '#7a5526', 'stroke-width': 22 }),
            circle(0, 0, 197, { stroke: '#d8b068', 'stroke-width': 9 }),
            circle(0, 0, 187, { stroke: '#bd9148', 'stroke-width': 7 }),
            circle(0, 0, 199, { stroke: '#fff0c4', 'stroke-width': 2.4, opacity: 0.8 }),
            circle(0, 0, 189, { stroke: '#f6dca0', 'stroke-width': 1.6, opacity: 0.8 }),
            circle(0, 0, 193, { stroke: '#5a3a14', 'stroke-width': 22, 'stroke-dasharray': '5 28.700' }),
            circle(0, 0, 193, { stroke: '#e9cb8c', 'stroke-width': 22, 'stroke-dasharray': '2 31.700' }),
          ),
          shoots(34, 150, 150, 1, [deep, green, green]),
          shoots(26, 116, 116, 1.1, [green, fresh, fresh]),
        )
    }

    const defs = el(
      'defs',
      {},
      linear(id('sky'), [0, 0, 0, 1], [0, '#bcd6d8'], [0.42, dawn]),
      radial(id('sun'), {}, [0.2, '#fff3cf', 0.9], [1, '#fff3cf', 0]),
      linear(id('mist'), [0, 0, 0, 1], [0, dawn, 0.5], [1, '#fff', 0.9]),
      linear(id('lit'), [0, 0, 1, 0.6], [0, green], [0.4, fresh], [1, green]),
      linear(id('dim'), [0, 0, 1, 0.6], [0, deep], [0.5, green], [1, deep]),
      linear(id('down'), [0, 0, 0, 1], [0, '#f4f9d2'], [0.5, fresh], [1, green]),
      linear(id('dew'), [0, 0, 1, 1], [0, deep, 0.5], [0.5, fresh, 0.6], [1, '#fff', 0.9]),
      linear(id('light'), [0, 0, 1, 1], [0, '#fff', 0.2], [0.5, '#fff', 0], [0.52, '#000', 0], [1, '#000', 0.3]),
      view === 0 ? leaf + bud : '',
      view === 1
        ? radial(id('wok'), { cx: 0.5, cy: 0.62 }, [0, '#5a544d'], [0.6, '#35312d'], [1, '#171513']) +
            linear(id('iron'), [0, 0, 1, 1], [0, '#a7a29a'], [0.4, '#4b4743'], [1, '#1b1917']) +
            radial(id('clay'), { cx: 0.4, cy: 0.3, r: 0.8 }, [0, '#c98f5c'], [1, '#6e3f22'])
        : '',
      view === 2
        ? pattern(
            id('weave'),
            24,
            24,
            'rotate(45)',
            rect(0, 0, 12, 24, { fill: '#b88d48' }),
            path('M1 0v24M13 0v24', { stroke: '#5a3c14', 'stroke-width': 1.6 }),
            path('M0 2h12M12 14h12', { stroke: '#5a3c14', 'stroke-width': 2.4, opacity: 0.8 }),
            path('M0 6h12M12 18h12', { stroke: '#f3dba0', 'stroke-width': 4, opacity: 0.6 }),
          ) + radial(id('dish'), {}, [0.6, '#3a2408', 0], [1, '#3a2408', 0.6])
        : '',
      view > 0
        ? g(
            { id: id('s') },
            path(`${pair}M0 0C-6-16-2-38 6-48 14-34 12-14 0 0z`, {
              fill: '#071c0c',
              opacity: 0.5,
              transform: 'translate(5 9)',
            }),
            path('M0 0Q4 12-2 24', { fill: 'none', stroke: green, 'stroke-width': 5 }),
            path(pair, {
              stroke: '#12330f',
              'stroke-width': 1.2,
              'stroke-opacity': 0.6,
            }),
            path('M0 0C8-18 30-24 50-12 30-12 14-8 0 0zM0 0C-22-2-38 8-46 24-32 12-18 6 0 0z', {
              fill: '#fff',
              opacity: 0.22,
            }),
            path('M0 0Q22-12 46-12M0 0Q-24 6-42 21M16-7l6-8M28-10l7-6M18-6l10 6M-16 4l-8-2M-26 9l-8 0M-18 6l-2 9', {
              fill: 'none',
              stroke: '#eef7c2',
              'stroke-width': 1.2,
              opacity: 0.75,
            }),
            path('M0 0C-6-16-2-38 6-48 14-34 12-14 0 0z', { fill: '#dcebA0', stroke: '#4b7a2a', 'stroke-width': 1 }),
            path('M1-2Q4-24 6-46', { fill: 'none', stroke: '#fff', 'stroke-width': 2, opacity: 0.7 }),
          )
        : '',
    )
    return defs + scene + rect(0, 0, 480, 480, { fill: url('light') })
  },
  rule: {
    period: 30,
    draw: path('M3 14C8 5 18 5 26 9C21 18 10 19 3 14ZM0 16L20 11', {
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
    }),
  },
}
