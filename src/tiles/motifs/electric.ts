import type { Motif } from '../motif.ts'
import { circle, el, g, linear, path, pattern, radial, rect } from '../svg.ts'

const use = (id: string, x: number, y: number, extra = ''): string =>
  el('use', { href: `#${id}`, transform: `translate(${Math.round(x)} ${Math.round(y)})${extra}` })

/** A cable: shadow, dark edge, colour, light along it. Protective earth is striped. */
function wire(d: string, colour: string, width = 14): string {
  const stroke = (color: string, w: number, extra: Record<string, string> = {}) =>
    path(d, { stroke: color, 'stroke-width': w, ...extra })
  return g(
    { fill: 'none', 'stroke-linejoin': 'round' },
    stroke('#0007', width + 2, { transform: 'translate(7 9)' }),
    stroke('#14100c', width + 3),
    stroke(colour === 'earth' ? '#dcb52e' : colour, width),
    colour === 'earth' ? stroke('#3c8a48', width, { 'stroke-dasharray': '13 15' }) : '',
    stroke('#0004', width / 2.6, { transform: 'translate(3.6 2)' }),
    stroke('#fffa', width / 5.5, { transform: 'translate(-3 -1.5)' }),
  )
}

export const electric: Motif = {
  alt: '接线端子、走线与灯',
  thread: '#B88A1C',
  focus: { x: 77, y: 78 },
  rule: { period: 24, draw: '<rect y="11" width="24" height="2" fill="currentColor"/>' },

  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const form = index % 3
    const live = random.pick<[string, string, string]>([
      ['#c8452f', '#3f8f57', '#e0b02f'],
      ['#e0b02f', '#c8452f', '#3f8f57'],
      ['#3f8f57', '#e0b02f', '#c8452f'],
    ])
    const neutral = '#3b78bd'

    const defs = el(
      'defs',
      {},
      linear(id('c'), [0, 0, 0, 1], [0, '#fffdf3'], [0.1, '#efe7d3'], [0.8, '#d3c6aa'], [1, '#9c8d70']),
      radial(
        id('b'),
        { cx: '.36', cy: '.3', r: '.8' },
        [0, '#fff6cf'],
        [0.3, '#e3b95c'],
        [0.8, '#9a6a20'],
        [1, '#5d3c10'],
      ),
      linear(
        id('k'),
        [0, 0, 1, 0],
        [0, '#6b4a17'],
        [0.2, '#f7df9c'],
        [0.4, '#c1913a'],
        [0.8, '#7a5418'],
        [1, '#4b320d'],
      ),
      linear(id('h'), [0, 0, 1, 0], [0, '#120c09'], [0.3, '#6d5548'], [0.5, '#2d211b'], [1, '#0b0706']),
      linear(id('s'), [0, 0, 0, 1], [0, '#f4f6f5'], [0.5, '#a9b2b3'], [1, '#656f72']),
      radial(id('g'), { cy: '.56' }, [0, '#fffef4'], [0.4, '#ffefae'], [0.7, '#ffcb5ef0'], [1, '#a35f16d0']),
      radial(id('w'), {}, [0, '#ffd977d0'], [0.4, '#ffb43c60'], [1, '#ffa52a00']),
      radial(id('z'), {}, [0, '#fff'], [0.2, '#fffbe2b0'], [0.6, '#fff0b040'], [1, '#fff0b000']),
      linear(id('l'), [0, 0, 1, 1], [0, '#fff3'], [0.4, '#fff0'], [0.6, '#0000'], [1, '#0007']),
      // one terminal: porcelain, well, brass screw (its slot is drawn apart), wire mouth
      g(
        { id: id('t') },
        rect(2, 0, 76, 112, { rx: 8, fill: url('c') }),
        path('M8 3H72M5 8V100', { stroke: '#fff', 'stroke-width': 2.4, 'stroke-linecap': 'round' }),
        path('M75 8V104', { stroke: '#0003', 'stroke-width': 5 }),
        rect(20, 9, 40, 13, { rx: 2, fill: '#fffdf6', stroke: '#a3967c' }),
        circle(40, 58, 28, { fill: '#8d7d60' }),
        circle(41, 60, 26, { fill: '#3a2d1c' }),
        circle(40, 59, 21, { fill: url('b') }),
        circle(40, 59, 16, { fill: 'none', stroke: '#fff5' }),
        rect(22, 94, 36, 22, { rx: 8, fill: '#2b2117' }),
      ),
      g(
        { id: id('f') },
        path('M34 99V126M40 99V126M46 99V126', { stroke: '#d07f3f', 'stroke-width': 5 }),
        path('M33 99V126M39 99V126M45 99V126', { stroke: '#ffdcb0', 'stroke-width': 1.4 }),
      ),
      g(
        { id: id('o') },
        path('M-19 0H19', { stroke: '#3b2508', 'stroke-width': 6 }),
        path('M-19 3H19', { stroke: '#fff3c4', 'stroke-width': 1.4 }),
      ),
      // a lamp; its glass is centred on the origin
      g(
        { id: id('u') },
        circle(0, -6, 230, { fill: url('w') }),
        path('M-22-104C-22-66-72-52-72 0A72 72 0 0 0 72 0C72-52 22-66 22-104Z', {
          fill: url('g'),
          stroke: '#fff2c6',
          'stroke-width': 1.6,
        }),
        circle(0, -2, 70, { fill: url('z') }),
        path('M-11-104L-5-34Q0-29 5-34L11-104Z', { fill: '#fff8', stroke: '#a86a1f88' }),
        path('M-5-38L-36-8M5-38L36-8M-2-36L-12-4M2-36L12-4', { stroke: '#8a4d12', 'stroke-width': 1.8 }),
        g(
          { fill: 'none', 'stroke-linecap': 'round' },
          path('M-36-8Q-24 14-12-4Q0-20 12-4Q24 14 36-8', { stroke: '#ff9a2c', 'stroke-width': 13, opacity: '.5' }),
          path('M-36-8Q-24 14-12-4Q0-20 12-4Q24 14 36-8', { stroke: '#f2670e', 'stroke-width': 7 }),
          path('M-36-8Q-24 14-12-4Q0-20 12-4Q24 14 36-8', {
            stroke: '#fffbe0',
            'stroke-width': 5.4,
            'stroke-dasharray': '1.9 1.9',
            'stroke-linecap': 'butt',
          }),
        ),
        path('M-60-8C-56-40-36-50-28-68C-30-44-50-34-51-2C-51 20-46 34-36 46C-52 34-62 14-60-8Z', { fill: '#fffd' }),
        path('M34 38Q50 28 55 6L61 8Q56 34 39 46Z', { fill: '#fff8' }),
        path('M-40 57Q0 84 40 57Q0 74-40 57Z', { fill: '#7a3f0a66' }),
        rect(-25, -142, 50, 40, { rx: 5, fill: url('k') }),
        path('M-26-133L26-128M-26-123L26-118M-26-113L26-108', { stroke: '#4a2f0a', 'stroke-width': 3 }),
        path('M-26-136L26-131M-26-126L26-121M-26-116L26-111', { stroke: '#fff0b8', 'stroke-width': 1.2 }),
        path('M-33-140H33L29-184Q26-204 8-206V-216H-8V-206Q-26-204-29-184Z', { fill: url('h') }),
        path('M-33-146H33', { stroke: '#fff3', 'stroke-width': 2 }),
      ),
      // a saddle over three cables
      g(
        { id: id('q') },
        rect(-20, -4, 124, 26, { rx: 4, fill: '#0007' }),
        rect(-26, -11, 124, 24, { rx: 4, fill: url('s') }),
        path('M2-11V13M36-11V13M70-11V13', { stroke: '#fff', 'stroke-width': 4, opacity: '.7' }),
        path('M10-11V13M44-11V13M78-11V13', { stroke: '#0004', 'stroke-width': 3 }),
        circle(-16, 1, 5, { fill: url('b') }),
        circle(88, 1, 5, { fill: url('b') }),
      ),
    )
    const light = rect(0, 0, 480, 480, { fill: url('l') })
    const lamp = (x: number, y: number, size: number) => use(id('u'), x, y, ` scale(${size})`)
    const terminals = (count: number, wired: number[]) =>
      Array.from({ length: count }, (_, i) => use(id('t'), i * 80, 0)).join('') +
      wired.map((i) => use(id('f'), i * 80, 0)).join('') +
      Array.from({ length: count }, (_, i) => use(id('o'), i * 80 + 40, 59, ` rotate(${random.int(0, 17) * 10})`)).join(
        '',
      )
    const plate = (colour: string) =>
      pattern(
        id('p'),
        30,
        30,
        undefined,
        rect(0, 0, 30, 30, { fill: colour }),
        rect(12, 7, 6, 16, { rx: 3, fill: '#0006' }),
        path('M13 22Q15 25 17 22', { stroke: '#fff3', fill: 'none' }),
      ) + rect(0, 0, 480, 480, { fill: url('p') })

    if (form === 0) {
      return (
        defs +
        plate(random.pick(['#1d3136', '#26303d', '#2d2d2b'])) +
        wire('M80 120V190C80 215 64 215 64 240V490', live[0]) +
        wire('M160 120V170C160 215 98 205 98 250V490', neutral) +
        wire('M240 120V165C240 235 132 195 132 270V490', 'earth') +
        use(id('q'), 62, 300) +
        use(id('q'), 62, 420) +
        wire('M320 120V200', neutral) +
        wire('M400 120V140C400 186 338 168 336 200', live[1]) +
        lamp(328, 352, 0.86) +
        rect(0, 30, 480, 116, { fill: '#0006' }) +
        g({ transform: 'translate(-40 14)' }, terminals(7, [1, 2, 3, 4, 5])) +
        light
      )
    }
    if (form === 1) {
      // a combed loom: every core leaves the block, turns once and goes down between the teeth of a duct
      const cores = [live[0], live[1], live[2], neutral, live[0], 'earth']
      const turn = (i: number) => {
        const x = 278 - i * 28
        const y = 90 + i * 60
        return `M76 ${y}H${x - 34}Q${x} ${y} ${x} ${y + 34}V490`
      }
      return (
        defs +
        pattern(
          id('d'),
          28,
          60,
          'translate(2 428)',
          rect(3, 0, 18, 60, { rx: 3, fill: '#0006' }),
          rect(0, 0, 17, 60, { rx: 3, fill: '#a7aca4' }),
          path('M2 60V2H15', { fill: 'none', stroke: '#eef0ea', 'stroke-width': 2.4 }),
        ) +
        plate(random.pick(['#20382f', '#33343c', '#3b2f2a'])) +
        cores.map((core, i) => wire(turn(i), core, 15)).join('') +
        wire('M84 30H366C394 30 398 50 398 122', live[0]) +
        wire('M412-10V122', neutral) +
        lamp(404, 298, 0.98) +
        // a nylon tie
        rect(160, 366, 142, 18, { rx: 3, fill: '#0006' }) +
        rect(152, 358, 142, 15, { rx: 3, fill: '#ece9dd' }) +
        path('M154 361H292M164 369H288', { stroke: '#8f8b7c', 'stroke-dasharray': '2 4', 'stroke-width': 3 }) +
        rect(284, 352, 26, 26, { rx: 4, fill: url('c') }) +
        rect(0, 0, 92, 480, { fill: '#0006' }) +
        g({ transform: 'matrix(0 .75 .75 0 -8 0)' }, terminals(8, [0, 1, 2, 3, 4, 5, 6])) +
        rect(0, 428, 480, 60, { fill: url('d') }) +
        rect(-2, 450, 484, 40, { fill: url('s'), stroke: '#0008' }) +
        light
      )
    }
    // old house: porcelain on boards, twisted cloth cord, one big lamp
    const [wood, dark] = random.pick<[string, string]>([
      ['#7a4f2c', '#4a2c16'],
      ['#6d5540', '#3d2c1e'],
      ['#86502f', '#51290f'],
    ])
    const cord = (x: number, y: number, turn: number, length: number) =>
      g(
        { transform: `translate(${x} ${y}) rotate(${turn})` },
        rect(turn ? 6 : -1, turn ? -14 : 0, 16, length, { fill: '#0006' }),
        rect(-8, 0, 16, length, { fill: url('r') }),
        rect(-8, 0, 16, length, { fill: url('h'), opacity: '.2' }),
      )
    const knob = (x: number, y: number) =>
      g(
        { transform: `translate(${x} ${y})` },
        circle(9, 12, 33, { fill: '#0007' }),
        circle(0, 0, 33, { fill: url('v') }),
        circle(0, 0, 23, { fill: 'none', stroke: '#0003', 'stroke-width': 5 }),
        circle(0, 0, 11, { fill: url('b') }),
        path(`M-10 ${random.int(-4, 4)}H10`, { stroke: '#3b2508', 'stroke-width': 3 }),
        path('M-24-8A25 25 0 0 1-6-25', { fill: 'none', stroke: '#fff', 'stroke-width': 5, 'stroke-linecap': 'round' }),
      )
    return (
      defs +
      radial(id('v'), { cx: '.36', cy: '.32', r: '.75' }, [0, '#fff'], [0.6, '#e9e2d2'], [1, '#9d927c']) +
      pattern(
        id('r'),
        16,
        22,
        'translate(-8)',
        rect(0, 0, 16, 22, { fill: '#1d120c' }),
        path('M1 4C1 13 15 11 15 21V18C15 8 1 10 1 1Z', { stroke: '#e8d3a6', 'stroke-width': 6 }),
        path('M1 15C1 24 15 22 15 32M1-7C1 2 15 0 15 10', { stroke: live[0], 'stroke-width': 8, fill: 'none' }),
        path('M3 3C4 10 12 11 14 18M3 14C4 21 12 22 14 29M3-8C4-1 12 0 14 7', {
          stroke: '#fff7',
          'stroke-width': 1.5,
          fill: 'none',
          'stroke-dasharray': '2 1',
        }),
      ) +
      pattern(
        id('p'),
        480,
        240,
        undefined,
        g(
          { id: id('n') },
          rect(-240, 0, 960, 120, { fill: wood }),
          ...Array.from({ length: 9 }, (_, i) => {
            const y = 10 + i * 12
            const a = random.int(-7, 7)
            return path(`M-240 ${y}C-120 ${y + a} 60 ${y - a} 240 ${y}S600 ${y + a} 720 ${y}`, {
              fill: 'none',
              stroke: dark,
              'stroke-width': random.between(1, 4),
              opacity: '.5',
            })
          }),
          path(`M${random.int(60, 90)} 60q30-14 60 0q-30 14-60 0m12 0q18-7 36 0q-18 7-36 0`, {
            fill: 'none',
            stroke: dark,
          }),
          rect(-240, 112, 960, 8, { fill: '#1c0f07' }),
          rect(-240, 0, 960, 2.5, { fill: '#fff3' }),
        ),
        use(id('n'), random.int(180, 230), 120),
      ) +
      rect(0, 0, 480, 480, { fill: url('p') }) +
      cord(-10, 74, -90, 500) +
      cord(240, 120, 0, 70) +
      lamp(240, 376, 1.02) +
      knob(52, 74) +
      knob(428, 74) +
      rect(172, 26, 160, 116, { rx: 10, fill: '#0007' }) +
      g({ transform: 'translate(160 12)' }, terminals(2, [])) +
      light
    )
  },
}
