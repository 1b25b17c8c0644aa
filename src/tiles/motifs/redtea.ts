import type { Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

/** 白瓷盖碗里的红茶汤与茶叶. */
export const redtea: Motif = {
  alt: '白瓷盖碗里的红茶汤与茶叶',
  thread: '#9A3A1E',
  focus: { x: 46, y: 54 },
  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const use = (name: string, attributes = {}) => el('use', { href: `#${id(name)}`, ...attributes })
    const view = index % 3
    const mat = random.pick(['#5a3a28', '#3f4434', '#4a2e2a', '#6a4a2e'])
    const line = random.pick(['#c49a4a', '#c49a4a', '#7d93a8'])
    const [bright, tea, deep] = random.pick<[string, string, string]>([
      ['#f08a34', '#c8461a', '#6e170a'],
      ['#ee7a2c', '#b93a18', '#5e120b'],
      ['#f59b3e', '#cf5420', '#7a1e0b'],
    ])

    const bubbles = random.between(0.4, 1.6)

    /** A porcelain disc with a bevelled edge, seen from above. */
    const disc = (r: number, edge = 5) =>
      circle(0, 0, r, { fill: url('china') }) +
      circle(0, 0, r - edge / 2, { fill: 'none', stroke: url('out'), 'stroke-width': edge }) +
      circle(0, 0, r - edge * 1.6, { fill: 'none', stroke: line, 'stroke-width': 1.8, opacity: 0.9 })
    const well = (r: number, width: number) =>
      circle(0, 0, r, { fill: 'none', stroke: url('in'), 'stroke-width': width })

    /** Tea in a round bowl of the given radius, 金圈 at its edge. */
    const liquor = (r: number, leaves: string, panes = true) =>
      circle(0, 0, r, { fill: url('tea') }) +
      el('clipPath', { id: id('pool') }, circle(0, 0, r)) +
      g({ 'clip-path': url('pool') }, leaves) +
      circle(0, 0, r - 4, { fill: 'none', stroke: '#ffb648', 'stroke-width': 8, opacity: 0.5 }) +
      circle(0, 0, r - 2, { fill: 'none', stroke: '#ffe08a', 'stroke-width': 3, opacity: 0.85 }) +
      g(
        { transform: `scale(${r / 100})` },
        path('M-72-62A100 100 0 0 1 10-94A130 130 0 0 0-72-62z', { fill: '#2a0603', opacity: 0.4 }),
        panes
          ? path('M-62 2q3-30 22-44l16 18q-14 10-16 28zM-34-48q16-14 34-16l2 24q-12 0-20 10z', {
              fill: '#fff',
              opacity: 0.22,
            })
          : '',
      ) +
      g(
        { fill: '#ffd28a', 'fill-opacity': 0.35, stroke: '#fff', 'stroke-width': 1.3, opacity: 0.85 },
        ...[0, 1, 2, 3, 4, 5].map((i) => {
          const angle = bubbles + i * 0.055 + (i > 3 ? 0.3 : 0)
          return circle(Math.cos(angle) * (r - 10), Math.sin(angle) * (r - 10), [5, 3.5, 5.5, 3, 4.5, 2.5][i] ?? 3)
        }),
      )

    const scatter = (
      name: string,
      count: number,
      x: number,
      y: number,
      spreadX: number,
      spreadY: number,
      size: number,
    ) => {
      let leaves = ''
      const start = random.between(0, 6.28)
      for (let i = 0; i < count; i++) {
        const angle = start + i * 2.4 + random.between(-0.3, 0.3)
        const far = Math.sqrt((i + 0.6) / count) * random.between(0.86, 1.1)
        const place = `translate(${n(x + Math.cos(angle) * far * spreadX)} ${n(y + Math.sin(angle) * far * spreadY)})`
        const scale = n(size * random.between(0.75, 1.2))
        const pick = random.chance(0.35) ? (name === 'd' ? 'e' : 'm') : name
        leaves += use(pick, {
          transform: `${place}rotate(${random.int(0, 359)})scale(${scale} ${random.chance(0.5) ? scale : `-${scale}`})`,
          opacity: name === 'l' && i % 3 === 0 ? 0.5 : undefined,
        })
      }
      return leaves
    }

    const lid = (r: number) =>
      circle(10, 14, r, { opacity: 0.4 }) +
      disc(r) +
      well(r * 0.82, 5) +
      circle(4, 7, r * 0.34, { opacity: 0.28 }) +
      circle(0, 0, r * 0.32, { fill: url('china') }) +
      circle(0, 0, r * 0.3, { fill: 'none', stroke: url('out'), 'stroke-width': r * 0.06 }) +
      circle(0, 0, r * 0.2, { fill: '#cfc8b8' }) +
      well(r * 0.2, r * 0.04)

    const wisp = 'M-40 0c-50-50 40-70 4-120s0-70 0-90M40 10c40-60-34-80 0-150s-30-50 0-90'
    const steam = g(
      { fill: 'none', stroke: url('mist'), 'stroke-linecap': 'round' },
      ...[60, 50, 41, 33, 26, 19, 12, 6].map((w) => path(wisp, { 'stroke-width': w, opacity: 0.1 })),
    )

    let scene = ''
    if (view === 0) {
      scene =
        scatter('d', 24, 96, 42, 112, 46, 1.2) +
        g(
          { transform: 'translate(216 268)' },
          circle(14, 20, 204, { opacity: 0.45 }),
          disc(200, 7),
          well(158, 7),
          circle(10, 14, 144, { opacity: 0.24 }),
          disc(146, 6),
          circle(0, 0, 126, { fill: '#b9ab97' }),
          circle(3, 4, 124, { fill: '#efe6d6' }),
          liquor(118, scatter('l', random.int(6, 8), 14, 12, 74, 70, 0.92)),
        ) +
        g({ transform: `translate(${random.int(382, 396)} ${random.int(84, 96)})` }, lid(116))
    }

    if (view === 1) {
      const wall = 'M-158 0C-136 22-140 130-66 160L-62 180Q0 200 62 180L66 160C140 130 136 22 158 0A158 46 0 0 1-158 0z'
      const dome = 'M-134 0C-128-30-70-74-34-78L-38-102Q0-116 38-102L34-78C70-74 128-30 134 0A134 34 0 0 1-134 0z'
      const cup = 'M-62 0C-58 44-34 74-26 76L-24 84Q0 92 24 84L26 76C34 74 58 44 62 0z'
      scene =
        rect(0, 0, 480, 316, { fill: '#20120d' }) +
        rect(0, 0, 480, 316, { fill: url('glow') }) +
        rect(0, 312, 480, 8, { fill: '#000', opacity: 0.45 }) +
        g({ transform: 'translate(150 214)' }, steam) +
        g(
          { transform: 'translate(244 230)' },
          ellipse(26, 196, 214, 48, { opacity: 0.5 }),
          path('M-194 168C-180 206-90 222 0 222S180 206 194 168z', { fill: url('turn') }),
          ellipse(0, 168, 194, 44, { fill: url('china') }),
          ellipse(0, 168, 191, 42, { fill: 'none', stroke: url('out'), 'stroke-width': 5 }),
          ellipse(0, 170, 176, 36, { fill: 'none', stroke: line, 'stroke-width': 1.8 }),
          ellipse(8, 178, 116, 24, { fill: '#3a2a1c', opacity: 0.4 }),
          ellipse(0, 0, 158, 46, { fill: '#fffdf8' }),
          ellipse(0, 4, 150, 41, { fill: url('inner') }),
          g({ transform: 'translate(0 10) scale(1 .26)' }, liquor(138, scatter('l', 7, -24, 10, 80, 90, 1), false)),
          ellipse(40, 14, 120, 26, { fill: '#2a0603', opacity: 0.45 }),
          g(
            { transform: 'translate(28-41) rotate(16) scale(.97 1)' },
            path(dome, { fill: '#fffdf7' }),
            path(dome, { fill: url('turn') }),
            ellipse(0, -103, 37, 9, { fill: '#e2dbcc', stroke: '#fff', 'stroke-width': 3 }),
            path('M-36-78Q0-66 36-78', { fill: 'none', stroke: '#6a5a48', 'stroke-width': 4, opacity: 0.4 }),
            path('M-122-4A122 30 0 0 0 122-4', { fill: 'none', stroke: line, 'stroke-width': 2 }),
            path('M-131 2A132 34 0 0 0 131 2', {
              fill: 'none',
              stroke: '#fff',
              'stroke-width': 5,
              'stroke-linecap': 'round',
            }),
            path('M-120 16A134 35 0 0 0 120 16', {
              fill: 'none',
              stroke: '#8d2a10',
              'stroke-width': 2,
              opacity: 0.45,
              transform: 'translate(0 3)',
            }),
            path('M-98-18C-84-40-62-56-44-62L-34-54C-54-46-74-30-84-12z', { fill: '#fff', opacity: 0.85 }),
          ),
          path(wall, { fill: '#fbf6ec' }),
          path(wall, { fill: url('warm') }),
          path(wall, { fill: url('turn') }),
          path('M-148 26A152 46 0 0 0 148 26', { fill: 'none', stroke: line, 'stroke-width': 2.2 }),
          path('M-64 164Q0 184 64 164', { fill: 'none', stroke: '#5a4634', 'stroke-width': 4, opacity: 0.4 }),
          path('M-120 50C-116 90-100 126-76 144L-62 140C-86 120-96 88-98 58z', { fill: '#fff', opacity: 0.85 }),
          path('M-86 60C-84 90-76 112-62 130L-56 126C-68 108-74 88-76 62z', { fill: '#fff', opacity: 0.55 }),
          path('M-156 1A157 46 0 0 0 156 1', {
            fill: 'none',
            stroke: url('out'),
            'stroke-width': 5,
            'stroke-linecap': 'round',
          }),
        ) +
        scatter('d', 12, 390, 452, 90, 22, 1.1) +
        g(
          { transform: 'translate(62 374)' },
          ellipse(16, 84, 64, 14, { opacity: 0.5 }),
          path(cup, { fill: '#fbf6ec' }),
          path(cup, { fill: url('warm') }),
          path(cup, { fill: url('turn') }),
          ellipse(0, 0, 62, 17, { fill: '#fffdf8' }),
          ellipse(0, 2, 56, 13, { fill: bright }),
          ellipse(0, 3.5, 52, 10.5, { fill: tea }),
          path('M-40 24C-38 44-30 58-24 64L-17 61C-25 50-29 40-30 27z', { fill: '#fff', opacity: 0.8 }),
        )
    }
    if (view === 2) {
      scene =
        scatter('d', 18, 40, 430, 80, 60, 1.5) +
        g(
          { transform: 'translate(296 304)' },
          circle(18, 26, 268, { opacity: 0.5 }),
          disc(262, 11),
          circle(0, 0, 228, { fill: '#b9ab97' }),
          circle(5, 7, 225, { fill: '#f4ecdd' }),
          liquor(212, scatter('l', 9, 0, 20, 150, 140, 1.8)),
        ) +
        g({ transform: `translate(${random.int(96, 108)} 92) rotate(${random.int(-44, -36)}) scale(1 .74)` }, lid(178))
    }

    const defs = el(
      'defs',
      {},
      radial(id('tea'), { cx: 0.46, cy: 0.44 }, [0, tea], [0.55, tea], [0.8, deep], [0.93, tea], [1, bright]),
      radial(id('china'), { cx: 0.4, cy: 0.36, r: 0.68 }, [0, '#fffefb'], [0.7, '#f6f2e9'], [1, '#cbc3b3']),
      linear(id('out'), [0, 0, 1, 1], [0, '#fff'], [0.5, '#f1ece0'], [1, '#a79d8b']),
      linear(id('in'), [0, 0, 1, 1], [0, '#a89d88', 0.8], [0.5, '#e9e2d4', 0.4], [1, '#fff']),
      linear(id('leaf'), [0, 0, 1, 1], [0, '#b8622a'], [0.5, '#7c3213'], [1, '#4a180a']),
      linear(id('mist'), [0, 0, 0, 1], [0, '#fff', 0], [0.5, '#fff', 0.8], [1, '#fff', 0]),
      linear(
        id('turn'),
        [0, 0, 1, 0],
        [0, '#5a4a3a', 0.36],
        [0.14, '#5a4a3a', 0.06],
        [0.4, '#fff', 0.5],
        [0.6, '#5a4a3a', 0.06],
        [0.92, '#2a1c12', 0.62],
        [1, '#7a5a40', 0.4],
      ),
      linear(id('warm'), [0, 0, 0, 1], [0.05, bright, 0], [0.3, bright, 0.42], [0.62, tea, 0.16], [0.9, tea, 0]),
      linear(id('inner'), [0, 0, 0, 1], [0, '#b5a690'], [0.5, '#f2e2c8']),
      radial(id('glow'), { cx: 0.42, cy: 0.5, r: 0.7 }, [0, '#c8642a', 0.6], [1, '#c8642a', 0]),
      linear(id('light'), [0, 0, 1, 1], [0, '#fff', 0.2], [0.5, '#fff', 0], [0.52, '#000', 0], [1, '#000', 0.32]),
      pattern(
        id('mat'),
        240,
        15,
        undefined,
        rect(0, 0, 240, 15, { fill: mat }),
        rect(0, 1, 240, 4, { fill: '#fff', opacity: 0.13 }),
        rect(0, 10, 240, 5, { fill: '#000', opacity: 0.42 }),
        path('M20 8h60M110 6h90', { stroke: '#000', opacity: 0.2 }),
        path('M70 0q5 7 0 15M78 0q-5 7 0 15M190 0q5 7 0 15M198 0q-5 7 0 15', {
          fill: 'none',
          stroke: '#1a0f08',
          'stroke-width': 2.4,
        }),
      ),
      g(
        { id: id('d') },
        path('M-25 3Q-10-9 5-4T27-7Q12 6-3 5T-25 3z', { opacity: 0.45, transform: 'translate(4 7)' }),
        path('M-25 3Q-10-9 5-4T27-7Q12 6-3 5T-25 3z', { fill: '#2a130b' }),
        path('M-21 1Q-9-6 5-2T22-5', { fill: 'none', stroke: '#8a5836', 'stroke-width': 1.5 }),
        path('M-14 4Q-2 1 12 1', { fill: 'none', stroke: '#0d0503', 'stroke-width': 1.4 }),
      ),
      g(
        { id: id('e') },
        path('M-22-4Q-8 8 8 1T24 5Q8 12-5 8T-22-4z', { opacity: 0.45, transform: 'translate(4 7)' }),
        path('M-22-4Q-8 8 8 1T24 5Q8 12-5 8T-22-4z', { fill: '#a8702c' }),
        path('M-17-1Q-6 7 8 3T21 5', { fill: 'none', stroke: '#f0cd84', 'stroke-width': 1.6 }),
      ),
      ...[
        [
          'M-46 8C-36-8-22-8-10-14S16-16 26-10 38-6 48-4C38 4 32 12 16 13S-26 22-46 8z',
          'M-46 8C-20 4 10-4 48-4 38 4 32 12 16 13S-26 22-46 8z',
          'M-52 12Q-10-2 48-4M-30 5l8-12M-14 2l9-15M4-2l8-11M20-4l8-5M-24 4l10 10M-6 0l11 13M12-3l10 13',
        ],
        [
          'M-42-6C-30-18-10-12 2-16S30-18 46 2C34-2 26 2 16 8S-8 10-16 16-42 10-42-6z',
          'M-42-6C-24 2 0-10 46 2 34-2 26 2 16 8S-8 10-16 16-42 10-42-6z',
          'M-42-6C-24 2 0-10 46 2M-26-3l8-10M-8-5l10-9M12-5l8-8M-22-2l4 14M-2-4l5 12M16-4l5 8',
        ],
      ].map(([d = '', under = '', veins = ''], i) =>
        g(
          { id: id(i ? 'm' : 'l') },
          path(d, { fill: '#2a0703', opacity: 0.5, transform: 'translate(6 10)' }),
          path(d, { fill: url('leaf'), stroke: '#3f1307', 'stroke-width': 1.2 }),
          path(under, { fill: '#35100a', opacity: 0.42 }),
          path(veins, { fill: 'none', stroke: '#e8a561', 'stroke-width': 1.1, opacity: 0.6 }),
          path(d, {
            fill: 'none',
            stroke: '#f3b777',
            opacity: 0.5,
            'stroke-dasharray': '20 60',
            transform: 'translate(0 1.5)',
          }),
        ),
      ),
    )
    return defs + rect(0, 0, 480, 480, { fill: url('mat') }) + scene + rect(0, 0, 480, 480, { fill: url('light') })
  },
  rule: { period: 8, draw: '<path d="M0 12h8" stroke="currentColor" stroke-width="2"/>' },
}
