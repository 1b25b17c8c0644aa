import type { Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, path, pattern, radial, rect } from '../svg.ts'

const APRON =
  'M-62 0Q0 10 62 0Q68 74 130 98Q142 200 136 318Q112 330 84 321' +
  'T30 324T-26 321T-82 324T-136 318Q-142 200-130 98Q-68 74-62 0Z'
const TOWEL = 'M-36 0Q0-8 36 0Q34 120 39 226Q22 234 6 227T-22 229T-39 225Q-34 120-36 0Z'

export const apron: Motif = {
  alt: '挂着的围裙、刷子与毛巾',
  thread: '#2F7466',
  focus: { x: 50, y: 52 },
  rule: { period: 24, draw: '<rect y="11" width="24" height="2" fill="currentColor"/>' },

  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const at = (x: number, y: number, extra: string, ...children: string[]) =>
      g({ transform: `translate(${x} ${y})${extra}` }, ...children)
    const line = (d: string, stroke: string, width: number, extra: Record<string, string> = {}) =>
      path(d, { fill: 'none', stroke, 'stroke-width': width, ...extra })
    const form = index % 3
    const [main, trim, wall, accent] = random.pick<[string, string, string, string]>([
      ['#2c6a63', '#f1e3c2', '#d9cfc0', '#c9553c'],
      ['#b4492f', '#f5e8cc', '#cdd6d2', '#2f6d8f'],
      ['#345b8c', '#f3ead3', '#dccbb8', '#d69a33'],
      ['#c78a2c', '#fbf2dc', '#c6d2cb', '#2c6a63'],
    ])
    /** Folds, each from x y by way of a control point to x y: a dark sickle and a light one beside it. */
    const crease = (...folds: string[]) => {
      const sickle = (side: number) =>
        folds
          .join()
          .replace(
            /(\S+) (\S+) (\S+) (\S+) (\S+) (\S+)(,|$)/g,
            (_, x, y, a, b, c, d) => `M${x} ${y}Q${a} ${b} ${c} ${d}Q${Number(a) + side} ${b} ${x} ${y}Z`,
          )
      return (
        path(sickle(30), { fill: '#0a141c1c' }) +
        path(sickle(16), { fill: '#0a141c38' }) +
        path(sickle(-12), { fill: '#fff5' })
      )
    }
    const cloth = (d: string, fill: string, ...details: string[]) =>
      path(d, { fill: '#0005', transform: 'translate(10 14)' }) +
      path(d, { fill }) +
      details.join('') +
      path(d, { fill: url('f') }) +
      path(d, { fill: url('w'), stroke: '#0004' })
    const stitches = (d: string, colour = trim, width = 2) =>
      line(d, '#0006', width + 1, { 'stroke-dasharray': '7 5', transform: 'translate(1 1.6)' }) +
      line(d, colour, width, { 'stroke-dasharray': '7 5' })
    /** A tape: shadow, edge, colour, weave. */
    const tape = (d: string, width: number, colour = trim) =>
      line(d, '#0005', width, { transform: 'translate(8 11)' }) +
      line(d, '#0006', width + 2) +
      line(d, colour, width) +
      line(d, '#0002', width - 5, { 'stroke-dasharray': '2 2' }) +
      line(d, '#fff7', 1.6, { transform: `translate(${-width / 3} 0)` })

    const ground = random.int(0, 2)
    const defs = el(
      'defs',
      {},
      linear(id('o'), [0, 0, 0, 1], [0, '#cf9a60'], [0.4, '#9a6435'], [1, '#5d3517']),
      linear(id('i'), [0, 0, 1, 0], [0, '#8a5629'], [0.3, '#dcab73'], [0.6, '#9a6435'], [1, '#553014']),
      linear(
        id('a'),
        [0, 0, 1, 0],
        [0, '#0a141c40'],
        [0.3, '#fff4'],
        [0.5, '#fff0'],
        [0.8, '#0a141c30'],
        [1, '#0a141c40'],
      ),
      radial(id('k'), { cx: '.36', cy: '.32', r: '.75' }, [0, '#ffe6bd'], [0.5, '#b87c42'], [1, '#4d2b10']),
      linear(id('l'), [0, 0, 1, 1], [0, '#fff5d83d'], [0.4, '#fff0'], [0.6, '#0000'], [1, '#0006']),
      pattern(id('f'), 64, 9, 'rotate(-2)', rect(0, 0, 64, 9, { fill: url('a') })),
      pattern(
        id('w'),
        3,
        3,
        undefined,
        path('M0 .7H3', { stroke: '#fff', 'stroke-opacity': '.2' }),
        path('M.7 0V3', { stroke: '#012', 'stroke-opacity': '.2' }),
      ),
      pattern(
        id('c'),
        36,
        36,
        undefined,
        rect(0, 0, 36, 36, { fill: main }),
        ground === 0
          ? path('M6 0V36M24 0V36', { stroke: trim, 'stroke-width': 3, opacity: '.55' })
          : ground === 1
            ? path('M9 9h.1M27 27h.1', { stroke: trim, 'stroke-width': 7, 'stroke-linecap': 'round', opacity: '.8' })
            : path('M0 9H36M0 27H36M9 0V36M27 0V36', { stroke: trim, 'stroke-width': 9, opacity: '.22' }),
      ),
      pattern(
        id('p'),
        96,
        480,
        undefined,
        rect(0, 0, 96, 480, { fill: wall }),
        ...Array.from({ length: 7 }, (_, i) => {
          const x = 10 + i * 12
          const bend = random.int(-8, 8)
          return line(`M${x} 0C${x + bend} 160 ${x - bend} 320 ${x} 480`, '#3a2a1a', random.between(0.8, 2.4), {
            opacity: '.16',
          })
        }),
        rect(0, 0, 5, 480, { fill: '#0005' }),
        rect(5, 0, 3, 480, { fill: '#fff7' }),
      ),
      // a scrubbing brush hung by its handle; the hole is the origin
      g(
        { id: id('s') },
        path('M-34 128H34L40 184H-40Z', { fill: '#8d6322' }),
        line('M-39 156H39', '#f0d08a', 54, { 'stroke-dasharray': '2.2 1.4' }),
        line('M-37 158H38', '#5a380f', 58, { 'stroke-dasharray': '1 7.3', opacity: '.7' }),
        path('M-10-14Q0-21 10-14Q15 40 8 96Q34 96 37 112V130Q0 136-37 130V112Q-34 96-8 96Q-15 40-10-14Z', {
          fill: url('i'),
        }),
        line('M-4-6Q-7 50-3 100M5 0Q8 60 4 104M-26 106Q-24 120-28 128M22 104V130', '#3a1f0a', 1.4, { opacity: '.5' }),
        line('M-33 108Q-20 100-7 101M-36 127Q0 133 36 127', '#ffe3b5', 2),
        circle(0, 0, 5, { fill: '#2a1608' }),
      ),
      // a peg in the wall
      g(
        { id: id('h') },
        ellipse(8, 10, 15, 15, { fill: '#0006' }),
        circle(0, 0, 14, { fill: url('k') }),
        circle(0, 0, 8, { fill: 'none', stroke: '#4d2b1080', 'stroke-width': 1.5 }),
      ),
    )
    const peg = (x: number, y: number) => el('use', { href: `#${id('h')}`, transform: `translate(${x} ${y})` })
    const shade = 'M-10-14H10Q15 40 8 96L36 98L40 184H-40L-36 98L-8 96Q-15 40-10-14Z'
    const brush = (x: number, y: number, extra = '') =>
      at(
        x,
        y,
        extra,
        path(shade, { fill: '#0006', transform: 'translate(10 14)' }),
        line('M0-36Q-8-12 0 0Q8-12 0-36', accent, 2.6),
        el('use', { href: `#${id('s')}` }),
      )
    const towel = (x: number, y: number, extra = '') =>
      at(
        x,
        y,
        extra,
        cloth(
          TOWEL,
          trim,
          line('M-35 164Q0 170 36 164M-36 192Q0 198 37 192', accent, 12),
          line('M-36 178Q0 184 36 178', accent, 3),
          line('M-35 22Q0 16 35 22', accent, 6),
          line('M-39 226Q-22 232-22 229T6 227T39 226', trim, 11, { 'stroke-dasharray': '2.4 1.8' }),
        ),
        crease('-10 0 -24 80 -14 226', '8 0 14 110 16 226'),
      )
    const hung =
      tape('M-50 6C-66-66-30-96 0-96S66-66 50 6', 13) +
      tape('M-128 106C-156 150-146 190-160 250M128 106C150 140 142 176 152 226', 11) +
      cloth(
        APRON,
        url('c'),
        line('M-62 4Q0 14 62 4', trim, 16),
        stitches('M-136 306Q-112 318-82 312T-26 309T30 312T84 309T136 306', trim, 2.4),
        stitches('M-58 17Q0 27 58 17'),
      ) +
      line('M131 98Q69 74 63 0M-131 98Q-69 74-63 0', '#0007', 12) +
      line('M131 98Q69 74 63 0M-131 98Q-69 74-63 0', trim, 10) +
      line('M128 94Q66 74 60 0M-134 96Q-72 76-66 0', '#fff9', 2) +
      crease(
        '-44 24 -50 110 -80 150',
        '46 24 54 110 84 146',
        '-96 110 -120 220 -100 316',
        '-30 250 -40 290 -28 318',
        '98 112 108 220 96 318',
        '34 254 48 290 34 320',
      )
    const patch = 'M-66 168Q0 176 66 168L62 250Q30 264 0 262T-62 250Z'
    const pocket =
      path(patch, { fill: '#0006', transform: 'translate(5 8)' }) +
      path(patch, { fill: url('c') }) +
      path(patch, { fill: '#fff2' }) +
      path(patch, { fill: url('f') }) +
      path(patch, { fill: url('w'), stroke: '#0005' }) +
      path('M-66 168Q0 176 66 168L65 184Q0 192-65 184Z', { fill: trim }) +
      stitches('M-60 190L-56 246Q-30 258 0 256T56 246L60 190M0 180V256') +
      stitches('M-62 179Q0 187 62 179', main, 1.6)
    const light = rect(0, 0, 480, 480, { fill: url('l') })

    if (form === 0) {
      const side = random.chance(0.5) ? 1 : -1
      return (
        defs +
        rect(0, 0, 480, 480, { fill: url('p') }) +
        rect(0, 42, 480, 40, { fill: '#0005' }) +
        rect(0, 26, 480, 40, { fill: url('o') }) +
        line('M0 34C120 38 200 30 480 37M0 46C160 42 260 52 480 46M0 57C90 54 280 62 480 56', '#3a1f0a', 1.6, {
          opacity: '.5',
        }) +
        rect(0, 26, 480, 2.4, { fill: '#ffe6bd' }) +
        [240 - side * 184, 240, 240 + side * 182].map((x) => peg(x, 46)).join('') +
        towel(240 - side * 186, 58) +
        brush(240 + side * 182, 84, ` rotate(${random.int(-3, 3)})`) +
        at(240, 138, ' scale(1.02)', hung, pocket) +
        light
      )
    }
    if (form === 1) {
      // close by: the pocket and what it carries
      return (
        defs +
        rect(0, 0, 480, 480, { fill: url('p') }) +
        at(
          240,
          14,
          ` scale(1.5) rotate(${random.int(-2, 2)})`,
          hung,
          path(shade, { fill: '#0005', transform: 'translate(46 226) rotate(188) scale(.84)' }),
          el('use', { href: `#${id('s')}`, transform: 'translate(34 214) rotate(188) scale(.84)' }),
          pocket,
          at(-33, 160, ' scale(.72 .62) rotate(2)', line('M-34 0Q0-26 34 0', trim, 20), towel(0, 0)),
        ) +
        light
      )
    }
    // a brass rail on dark boards: hooks, a long towel, the apron half out of the picture
    const hook = (x: number) =>
      line(`M${x} 44c-14 2-14 34 0 36s14 26-2 28`, '#2a1705', 7) +
      line(`M${x} 44c-14 2-14 34 0 36s14 26-2 28`, '#e9c05c', 4.4)
    return (
      defs +
      rect(0, 0, 480, 480, { fill: url('p') }) +
      rect(0, 0, 480, 480, { fill: random.pick(['#16302cc4', '#33231ac4', '#1c2a3cc4']) }) +
      rect(-10, 74, 500, 16, { fill: '#0006' }) +
      linear(id('m'), [0, 0, 0, 1], [0, '#fff3c2'], [0.3, '#d9aa45'], [0.7, '#8a5f18'], [1, '#4a3008']) +
      rect(-10, 48, 500, 16, { fill: url('m') }) +
      tape('M352 60C344 40 426 40 420 60', 12) +
      towel(386, 52, ' scale(1.5)') +
      line('M333 50Q386 38 440 50', '#fff8', 5) +
      hook(118) +
      at(118, 214, ` scale(1.1) rotate(${random.int(-3, 1)})`, hung, pocket) +
      hook(304) +
      brush(302, 146, ` rotate(${random.int(-5, 4)}) scale(1.06)`) +
      light
    )
  },
}
