import type { Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

/** Tones of one strand, from its dark edge to the light on its back: stroke width as a share, colour. */
const tones: [number, string][] = [
  [1.18, '#5a2a16'],
  [1, '#cda873'],
  [0.82, '#f1e2be'],
  [0.56, '#fffaf0'],
  [0.22, '#fff'],
]

/** 竹筷挑起的米粉. */
export const mifen: Motif = {
  alt: '竹筷挑起的米粉',
  thread: '#B0472F',
  focus: { x: 46, y: 22 },
  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const use = (name: string, attributes = {}) => el('use', { href: `#${id(name)}`, ...attributes })
    const view = index % 3
    const [glow, dark] = (
      [
        random.pick([
          ['#b5502f', '#32100b'],
          ['#a44a38', '#2a0d12'],
        ]),
        random.pick([
          ['#7a4a2c', '#2b170d'],
          ['#4f5f45', '#1c2417'],
        ]),
        random.pick([
          ['#2f6f63', '#0d2421'],
          ['#3a6374', '#101f29'],
        ]),
      ] as [string, string][]
    )[view] ?? ['', '']
    const bamboo = random.pick(['#dcb56c', '#c99a54', '#d9bf7a'])
    const phase = random.between(0, 6.28)
    const sway = random.between(0.6, 0.8)

    /** Strands that do not cross: one path, five strokes. */
    const strands = (name: string, width: number, shade = 0) =>
      g(
        { fill: 'none', 'stroke-linecap': 'round' },
        use(name, { stroke: '#1c0703', 'stroke-width': n(width * 1.3), opacity: 0.4, x: 4, y: 5 }),
        ...tones.map(([share, stroke]) => use(name, { stroke, 'stroke-width': n(width * share) })),
        use(name, { stroke: url('round'), 'stroke-width': n(width * 1.18) }),
        shade ? use(name, { stroke: '#3a1408', 'stroke-width': n(width * 1.2), opacity: shade }) : '',
      )
    /** A fold lying flat: strokes of one path, wide to narrow, read as parallel strands. */
    const ribbon = (name: string, count: number, pitch: number, shade = 0) => {
      let layers = use(name, { stroke: '#1c0703', 'stroke-width': n(pitch * count + 4), opacity: 0.45, x: 3, y: 6 })
      for (let width = pitch * count; width > 0; width -= pitch * 2) {
        for (const [i, share] of [0, 0.09, 0.25, 0.44, 0.85, 1.2, 1.55].entries()) {
          const stroke = ['#93653a', '#dcc193', '#f4e6c6', '#fffcf4', '#f4e6c6', '#dcc193', '#b48d5a'][i]
          if (width > share * pitch) layers += use(name, { stroke, 'stroke-width': n(width - share * pitch) })
        }
      }
      if (shade) layers += use(name, { stroke: '#3a1408', 'stroke-width': n(pitch * count + 1), opacity: n(shade) })
      return g({ fill: 'none' }, layers)
    }

    const stick = (length: number, thick: number) => {
      const d = `M0 ${-thick * 0.5}L${length} ${-thick}V${thick}L0 ${thick * 0.5}Q${-thick * 0.7} 0 0 ${-thick * 0.5}z`
      const nodes = [0.36, 0.74].map((t) => `M${n(length * t)} ${n(-thick * 0.9)}q-3 ${thick} 0 ${n(thick * 1.8)}`)
      return (
        path(d, { opacity: 0.45, transform: 'translate(7 12)' }) +
        path(d, { fill: bamboo }) +
        path(d, { fill: url('cane') }) +
        path(nodes.join(''), { fill: 'none', stroke: '#6a431a', 'stroke-width': 3, opacity: 0.8 }) +
        path(`M6 ${n(-thick * 0.24)}L${length} ${n(-thick * 0.5)}`, {
          stroke: '#fff',
          'stroke-width': 2.4,
          opacity: 0.6,
        })
      )
    }
    const onions = (count: number, rx: number, ry: number) => {
      let rings = ''
      for (let i = 0; i < count; i++) {
        const angle = random.between(0, 6.28)
        const far = random.between(0.3, 0.96)
        const place = `translate(${n(Math.cos(angle) * rx * far)} ${n(Math.sin(angle) * ry * far)})`
        const name = random.chance(0.76) ? 's' : 'p'
        rings += use(name, { transform: `${place}rotate(${random.int(0, 180)})scale(1 ${n(random.between(0.5, 1))})` })
      }
      return rings
    }
    const wisp =
      'M-150 0c-40-60 40-80 6-150s20-90-10-150M40-180c46-50-30-70 10-120M160 10c40-60-34-80 0-150s-30-80 0-140'
    const steam = g(
      { fill: 'none', stroke: url('mist'), 'stroke-linecap': 'round' },
      ...[60, 50, 41, 33, 26, 19, 12, 6].map((w) => path(wisp, { 'stroke-width': w, opacity: 0.1 })),
    )

    let shapes = ''
    let scene = ''
    if (view === 0) {
      const sets = ['', '', '']
      for (let i = 0; i < 60; i++) {
        const set = i < 30 ? i % 2 : 2
        const x = 96 + (i % 30) * 9.1 + (set > 1 ? 4 : 0)
        const top = 86 + (x - 96) * 0.17 + (set > 1 ? 10 : 0)
        const wave = Math.sin(sway * (i % 30) + phase + set * 1.3)
        const middle = 230 + (x - 230) * 0.8 + wave * 8
        const low = 236 + (x - 230) * 0.94 - wave * 11 + random.between(-5, 5)
        const fall = `C${n(x + 3)} ${n(top + 60)} ${n(middle)} 190 ${n(middle)} 256S${n(low)} 360 ${n(low)} 440`
        sets[set] += `M${n(x)} ${n(top + 12)}q-1-18 2-14${fall}`
      }
      shapes = sets.map((d, i) => path(d, { id: id(`n${i}`) })).join('')
      scene =
        g({ transform: 'translate(240 330)' }, steam) +
        g({ transform: 'translate(240 446)' }, soup(true)) +
        strands('n2', 8, 0.55) +
        g({ transform: 'translate(52 80) rotate(9.6)' }, stick(480, 9)) +
        strands('n0', 8.4) +
        strands('n1', 8.4) +
        g({ transform: 'translate(58 128) rotate(5.4)' }, stick(480, 9)) +
        g({ transform: 'translate(240 446)' }, soup(false))
    } else if (view === 1) {
      const sets = ['', '']
      for (let i = 0; i < 19; i++) {
        const x = 166 + i * 11.6
        const y = 146 - (x - 166) * 0.36
        const wave = Math.sin(sway * i + phase)
        const waist = 182 + i * 5.6 + wave * 7
        const ex = 70 + i * 13.6 + random.between(-8, 8)
        const ey = 346 + 46 * Math.sin((ex - 70) / 82) + random.between(-6, 6)
        const curl = (9 - i) * random.between(1, 4)
        sets[i % 2] +=
          `M${n(x + 4)} ${n(y + 16)}q-9-17 0-16` +
          `C${n(x + 22)} ${n(y + 50)} ${n(waist + 22)} ${n(206 - i)} ${n(waist)} 262` +
          `S${n(ex + curl)} ${n(ey - 30)} ${n(ex)} ${n(ey)}`
      }
      shapes = sets.map((d, i) => path(d, { id: id(`n${i}`) })).join('')
      scene =
        rect(0, 0, 480, 480, { fill: url('wood') }) +
        g(
          { transform: 'translate(186 296)' },
          circle(16, 20, 226, { opacity: 0.45 }),
          circle(0, 0, 222, { fill: '#efe7d8' }),
          circle(0, 0, 222, { fill: url('china') }),
          circle(0, 0, 214, { fill: 'none', stroke: '#a5402b', 'stroke-width': 3 }),
          circle(0, 0, 200, { fill: '#a39a88' }),
          circle(3, 4, 198, { fill: '#f2ebdd' }),
          circle(0, 0, 192, { fill: url('broth') }),
          circle(0, 0, 190, { fill: 'none', stroke: '#ffc987', 'stroke-width': 3, opacity: 0.6 }),
        ) +
        g(
          { transform: `translate(186 296) rotate(${random.int(0, 359)})`, 'clip-path': url('in') },
          ribbon('f2', 5, 10.6),
          ribbon('f3', 5, 10.6),
        ) +
        circle(186, 296, 192, { fill: url('deep') }) +
        g(
          { fill: 'none', stroke: '#1a0602', 'stroke-width': 12, opacity: 0.3, transform: 'translate(16 26)' },
          use('n0'),
          use('n1'),
        ) +
        g({ transform: 'translate(96 156) rotate(-20)' }, stick(480, 10)) +
        strands('n0', 10) +
        strands('n1', 10) +
        g(
          { transform: 'translate(186 296)' },
          g({ 'clip-path': url('in') }, ribbon('f4', 5, 11), ribbon('f5', 5, 11)),
          onions(26, 176, 176),
        ) +
        g({ transform: 'translate(120 192) rotate(-24)' }, stick(480, 10))
    } else {
      let tail = ''
      let back = ''
      for (let i = 0; i < 22; i++) {
        const x = 178 + (i % 11) * 11.4
        const wave = Math.sin(sway * i + phase) * 12
        const low = 238 + (x - 238) * 1.5 - wave * 2
        const d = `M${n(x)} 230C${n(x + wave)} 290 ${n(x - wave)} 300 ${n(x + wave)} 350S${n(low)} 400 ${n(low)} 446`
        if (i < 11) tail += d
        else back += d
      }
      const rings: [number, number, number, number][] = [
        [62, 62, 22, 4],
        [44, 94, 34, -10],
        [14, 102, 58, 34],
        [20, 108, 38, 12],
        [0, 106, 56, -30],
        [-2, 114, 42, -10],
        [-26, 96, 34, 9],
        [-42, 68, 24, -7],
      ]
      const oval = (rx: number, ry: number) => `M${-rx} 0A${rx} ${ry} 0 0 0 ${rx} 0`
      shapes =
        path(back, { id: id('n0') }) +
        path(tail, { id: id('n1') }) +
        rings
          .map(([, rx, ry], i) => path(`${oval(rx, ry)}A${rx} ${ry} 0 0 0 ${-rx} 0z`, { id: id(`r${i}`) }))
          .join('') +
        path(oval(68, 24), { id: id('r8') })
      const place = (i: number) => {
        const [y, , , tilt] = rings[i] ?? [0, 0, 0, 0]
        return `translate(0 ${y}) rotate(${tilt * (phase > 3 ? 1 : -1)})`
      }
      scene =
        g({ transform: 'translate(250 330)' }, steam) +
        g({ transform: 'translate(240 446)' }, soup(true)) +
        strands('n0', 8.4, 0.5) +
        strands('n1', 8.8) +
        g(
          { transform: 'translate(236 176)' },
          ...rings.map((_, i) => g({ transform: place(i) }, ribbon(`r${i}`, 5, 9.4, 0.4 - i * 0.07))),
          ellipse(2, -38, 40, 7, { fill: '#3a1c0c', opacity: 0.8 }),
          g({ transform: 'translate(8-20) rotate(-66)' }, stick(420, 9)),
          g({ transform: 'translate(-20-18) rotate(-78)' }, stick(420, 9)),
          g({ transform: place(7) }, ribbon('r8', 5, 9.4)),
        ) +
        g({ transform: 'translate(240 446)' }, soup(false))
    }

    /** The bowl seen low across its rim: first what lies behind the strands, then what hides their feet. */
    function soup(back: boolean): string {
      return back
        ? ellipse(10, 26, 252, 74, { opacity: 0.4 }) +
            ellipse(0, 0, 236, 66, { fill: '#f3ede0' }) +
            ellipse(0, 0, 236, 66, { fill: url('turn') }) +
            ellipse(0, 4, 218, 55, { fill: '#8d2f1b' }) +
            ellipse(0, 6, 214, 51, { fill: url('broth') })
        : g(
            { transform: 'translate(0 4)' },
            el('g', { transform: 'scale(1 .3)', 'clip-path': url('in') }, ribbon('f0', 5, 11), ribbon('f1', 5, 11)),
            onions(22, 190, 34),
            path('M-236-4A236 66 0 0 0 236-4L236 60H-236z', { fill: '#efe8da' }),
            path('M-236-4A236 66 0 0 0 236-4L236 60H-236z', { fill: url('turn') }),
            path('M-229-4A229 62 0 0 0 229-4', { fill: 'none', stroke: '#fff', 'stroke-width': 3 }),
            path('M-214 14A222 60 0 0 0 214 14', {
              fill: 'none',
              stroke: '#a5402b',
              'stroke-width': 3,
              transform: 'translate(0 12)',
            }),
          )
    }

    const defs = el(
      'defs',
      {},
      radial(id('ground'), { cx: 0.46, cy: 0.42, r: 0.72 }, [0, glow], [1, dark]),
      radial(id('broth'), {}, [0, '#c8642a'], [0.8, '#96381a'], [1, '#d9853a']),
      linear(
        id('cane'),
        [0, 0, 0, 1],
        [0, '#fff', 0.35],
        [0.45, '#fff', 0],
        [0.55, '#4a2608', 0.2],
        [1, '#2a1203', 0.75],
      ),
      linear(id('turn'), [0, 0, 1, 0], [0, '#000', 0.3], [0.25, '#fff', 0.2], [0.6, '#000', 0.06], [1, '#180a05', 0.6]),
      linear(id('mist'), [0, 0, 0, 1], [0, '#ffe9d2', 0], [0.5, '#ffe9d2', 0.7], [1, '#ffe9d2', 0]),
      linear(id('light'), [0, 0, 1, 1], [0, '#fff', 0.16], [0.45, '#fff', 0], [0.5, '#000', 0], [1, '#000', 0.34]),
      linear(
        id('round'),
        [0, 0, 1, 0.1],
        [0, '#5a2408', 0.16],
        [0.2, '#fff', 0],
        [0.6, '#5a2408', 0.04],
        [1, '#4a1a06', 0.44],
      ),
      radial(id('deep'), { cx: 0.4, cy: 0.3 }, [0.7, '#3a1204', 0], [1, '#3a1204', 0.5]),
      radial(id('china'), { cx: 0.42, cy: 0.38 }, [0.8, '#fffdf6'], [0.95, '#e5dccb'], [1, '#a99f8c']),
      pattern(
        id('wood'),
        160,
        40,
        'rotate(-8)',
        path('M0 3q40-6 80 0t80 0M0 14h160M0 24q50 8 160 0M0 34q30-5 70 0t90 0', {
          fill: 'none',
          stroke: '#000',
          'stroke-width': 1.5,
          opacity: 0.28,
        }),
        path('M0 5q40-6 80 0t80 0M0 26q50 8 160 0', { fill: 'none', stroke: '#fff', opacity: 0.12 }),
      ),
      el('clipPath', { id: id('in') }, circle(0, 0, view === 1 ? 191 : 208)),
      path('M-220-40C-120-120-40 60 40-40S170-60 230 30', { id: id('f0') }),
      view === 1
        ? path('M-210-20C-150-150 40-200 190-90M-190 120C-90 40 70 60 210 150', { id: id('f2') }) +
            path('M-200 90C-110 130-40 100-38 20S-90-96-210-70M60-210C20-120 60-40 120-40S190-100 210-120', {
              id: id('f3'),
            }) +
            path('M-210 60C-150 20-90 30-50 84S60 130 96 90 150 30 210 34', { id: id('f4') }) +
            path('M-150 170C-120 90-70 96-20 130S90 160 190 90', { id: id('f5') })
        : '',
      path('M-180 110C-100 20-10 130 60 70S170 90 220 130', { id: id('f1') }),
      g(
        { id: id('s'), fill: 'none' },
        circle(2, 4, 6.4, { stroke: '#1d0c04', 'stroke-width': 5.6, opacity: 0.45 }),
        circle(0, 0, 6.4, { stroke: '#2f7a2a', 'stroke-width': 5.6 }),
        circle(0, 0, 6, { stroke: '#b0da72', 'stroke-width': 2.6 }),
      ),
      g(
        { id: id('p') },
        ellipse(2, 4, 8, 5, { opacity: 0.4 }),
        ellipse(0, 0, 8, 5, { fill: '#b3261a' }),
        ellipse(0, 0, 4.4, 2.4, { fill: '#f0a25a' }),
        path('M-5-2q3-2 6-1.500', { fill: 'none', stroke: '#fff', 'stroke-width': 1.4, opacity: 0.8 }),
      ),
      shapes,
    )
    return defs + rect(0, 0, 480, 480, { fill: url('ground') }) + scene + rect(0, 0, 480, 480, { fill: url('light') })
  },
  rule: { period: 8, draw: '<path d="M0 12h8" stroke="currentColor" stroke-width="2"/>' },
}
