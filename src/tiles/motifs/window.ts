import type { Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, path, pattern, radial, rect } from '../svg.ts'

const SHIRT =
  'M-34 0L-80 16Q-104 60-116 108Q-98 118-80 120L-62 78Q-60 140-68 192' +
  'Q-50 200-30 193T6 195T40 194T68 192Q60 140 62 78L80 120' +
  'Q98 118 116 108Q104 60 80 16L34 0Q0 26-34 0Z'
const ON_POLE =
  'M-128-12Q-64-16-30-14Q0 14 30-14Q64-16 128-12L126 50Q96 58 66 56Q60 140 70 208' +
  'Q52 216 32 209T-6 211T-40 210T-70 208Q-60 140-66 56Q-96 58-126 50Z'
const TROUSERS =
  'M-46 0H46Q52 110 56 214Q44 220 32 215T8 216Q6 130 0 78Q-6 130-8 216Q-20 220-32 215T-56 214Q-52 110-46 0Z'
const TOWEL = 'M-42 0H42Q38 110 45 212Q24 218 8 212T-24 214T-45 210Q-38 110-42 0Z'

export const window: Motif = {
  alt: '窗前晾着的衣物',
  thread: '#2F7466',
  focus: { x: 48, y: 24 },
  rule: { period: 24, draw: '<rect y="11" width="24" height="2" fill="currentColor"/>' },

  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const at = (x: number, y: number, extra: string, ...children: string[]) =>
      g({ transform: `translate(${x} ${y})${extra}` }, ...children)
    const form = index % 3
    const [blue, warm, pale, wall] = random.pick<[string, string, string, string]>([
      ['#2f6d8f', '#d98a35', '#f6f0e2', '#cfddd0'],
      ['#3c5f9a', '#cf5f4a', '#f4efe6', '#dcdccb'],
      ['#2f7466', '#e0a83a', '#f7f1e4', '#d3d9e0'],
    ])

    /** Cloth: its shadow, colour, folds, weave and hem. */
    const cloth = (d: string, colour: string, ...details: string[]) =>
      path(d, { fill: '#0004', transform: 'translate(10 13)' }) +
      path(d, { fill: colour }) +
      details.join('') +
      path(d, { fill: url('f') }) +
      path(d, { fill: url('w'), stroke: '#0003' })
    const line = (d: string, stroke: string, width: number, extra: Record<string, string> = {}) =>
      path(d, { fill: 'none', stroke, 'stroke-width': width, ...extra })
    /** Folds, each from x y by way of a control point to x y: a dark sickle and a light one beside it. */
    const crease = (folds: string) => {
      const sickle = (side: number) =>
        folds.replace(
          /(\S+) (\S+) (\S+) (\S+) (\S+) (\S+)(,|$)/g,
          (_, x, y, a, b, c, d) => `M${x} ${y}Q${a} ${b} ${c} ${d}Q${Number(a) + side} ${b} ${x} ${y}Z`,
        )
      return (
        path(sickle(26), { fill: '#0b1c2a16' }) +
        path(sickle(14), { fill: '#0b1c2a30' }) +
        path(sickle(-11), { fill: '#fff7' })
      )
    }
    const peg = (x: number, y: number, turn = 0) =>
      el('use', { href: `#${id('p')}`, transform: `translate(${x} ${Math.round(y)}) rotate(${turn})` })

    const knots = (colour: string) =>
      line('M-13 44H13M-13 84H13M-13 124H13M-13 164H13', '#0005', 4, {
        transform: 'translate(1.5 2.5)',
        'stroke-linecap': 'round',
      }) +
      line('M-13 44H13M-13 84H13M-13 124H13M-13 164H13', colour, 3.4, { 'stroke-linecap': 'round' }) +
      line('M0 44V44.1M0 84V84.1M0 124V124.1M0 164V164.1', colour, 8, { 'stroke-linecap': 'round' })
    const shirt = (colour: string, trim: string) =>
      cloth(
        SHIRT,
        colour,
        line('M0 16V194', '#0004', 2),
        line('M-36 2Q0 34 36 2', trim, 7),
        line(
          'M-68 186Q-50 194-30 187T6 189T40 188T68 186M-114 102Q-98 112-77 114M114 102Q98 112 77 114',
          '#fff9',
          1.6,
          {
            'stroke-dasharray': '5 3',
          },
        ),
        knots(trim),
      ) +
      crease(
        '-72 22 -56 50 -58 78,72 22 58 50 60 78,-44 12 -38 70 -46 128,42 12 34 60 44 120,' +
          '-30 150 -34 172 -28 188,34 140 30 166 38 188,-96 66 -86 85 -84 104,98 70 97 87 88 104',
      )
    const trousers = (colour: string) =>
      cloth(
        TROUSERS,
        colour,
        rect(-46, 0, 92, 15, { fill: '#0003' }),
        line('M0 14V76M-56 206Q-44 212-32 207T-8 208M56 206Q44 212 32 207T8 208', '#fff8', 1.6, {
          'stroke-dasharray': '5 3',
        }),
        line('M-40 20Q-36 44-46 56M40 20Q36 44 47 56', '#0004', 2),
      ) + crease('-24 18 -20 90 -28 206,24 18 18 90 30 206,-6 30 -14 60 -10 84')
    const towel = (colour: string, band: string) =>
      cloth(
        TOWEL,
        colour,
        line('M-40 150Q0 156 41 150M-41 176Q0 182 42 176', band, 11),
        line('M-40 163Q0 169 41 163', band, 3),
        line('M-40 20Q0 26 40 20M-39 32Q0 38 39 32', band, 4),
        line('M-44 213Q-24 217-24 217T8 215T44 215', colour, 9, { 'stroke-dasharray': '2 2' }),
      ) + crease('-18 4 -14 80 -22 208,16 4 10 90 20 208')

    const defs = el(
      'defs',
      {},
      linear(id('o'), [0, 0, 0, 1], [0, '#c58f56'], [0.5, '#8f5a2e'], [1, '#5d3517']),
      linear(id('i'), [0, 0, 1, 0], [0, '#c58f56'], [0.5, '#9a6435'], [1, '#5d3517']),
      linear(
        id('a'),
        [0, 0, 1, 0],
        [0, '#0b1c2a38'],
        [0.3, '#fff6'],
        [0.5, '#fff0'],
        [0.8, '#0b1c2a30'],
        [1, '#0b1c2a38'],
      ),
      linear(id('s'), [0, 0, 0, 1], [0, '#a9d3e4'], [0.5, '#fbe9bf'], [1, '#f6d08a']),
      linear(id('l'), [0, 0, 1, 1], [0, '#fff5d03d'], [0.4, '#fff0'], [0.6, '#0000'], [1, '#0005']),
      linear(id('m'), [0, 0, 0, 1], [0, '#fff5e000'], [1, '#fff5e0c0']),
      linear(id('k'), [0, 0, 1, 0], [0, '#0003'], [0.3, '#fff6'], [0.5, '#0001'], [1, '#0009']),
      radial(id('h'), {}, [0, '#fffbe0'], [0.3, '#ffedb0c0'], [1, '#ffe29a00']),
      pattern(id('f'), 52, 9, 'rotate(2)', rect(0, 0, 52, 9, { fill: url('a') })),
      pattern(
        id('w'),
        3,
        3,
        undefined,
        path('M0 .7H3', { stroke: '#fff', 'stroke-opacity': '.22' }),
        path('M.7 0V3', { stroke: '#123', 'stroke-opacity': '.16' }),
      ),
      el('pattern', { id: id('j'), href: `#${id('g')}`, patternTransform: 'rotate(90)' }),
      pattern(
        id('g'),
        56,
        480,
        undefined,
        ...Array.from({ length: 6 }, () => {
          const x = random.int(4, 52)
          return path(`M${x} 0C${x + 7} 160 ${x - 8} 320 ${x} 480`, {
            fill: 'none',
            stroke: '#3a1f0a',
            'stroke-width': random.between(0.8, 2),
            opacity: '.3',
          })
        }),
      ),
      g(
        { id: id('p') },
        rect(-1, -12, 12, 36, { rx: 3, fill: '#0005' }),
        rect(-6, -16, 12, 36, { rx: 3, fill: url('i') }),
        path('M-6-2H6', { stroke: '#dfe4e6', 'stroke-width': 3 }),
        path('M-4-14V18', { stroke: '#ffe3b5', 'stroke-width': 1.5 }),
        path('M0 2V20', { stroke: '#3a1f0a', 'stroke-width': 1.5 }),
      ),
    )
    const bar = (x: number, y: number, width: number, height: number) =>
      rect(x + 5, y + 7, width, height, { fill: '#0004' }) +
      rect(x, y, width, height, { fill: url(width > height ? 'o' : 'i') }) +
      rect(x, y, width, height, { fill: url(width > height ? 'j' : 'g') })
    const hill = (d: string, y: number, colour: string, rows: number) =>
      path(`M0 ${y}${d}V490H0Z`, { fill: colour }) +
      Array.from({ length: rows }, (_, i) => `M0 ${y + 12 + i * 15}${d}`)
        .map((row, i) => line(row, i % 2 ? '#fff4' : '#0d3a2530', 4, { 'stroke-dasharray': i % 2 ? '7 5' : '90 3' }))
        .join('')
    const view =
      rect(0, 0, 480, 480, { fill: url('s') }) +
      circle(random.pick([150, 300, 350]), 140, 150, { fill: url('h') }) +
      hill('c60-60 120-70 190-20s140-60 290-10', 250, '#a9c9ae', 0) +
      rect(0, 180, 480, 130, { fill: url('m') }) +
      hill('c90-70 170-30 250-20s150-60 230-10', 300, '#73a883', 5) +
      hill('c120-60 230-20 480-40', 372, '#3f7d58', 5)
    const pot = (x: number, y: number) =>
      at(
        x,
        y,
        '',
        ellipse(12, 0, 44, 8, { fill: '#0006' }),
        line('M0-50Q-10-90-40-100M0-50Q-4-100-12-124M0-50Q14-90 34-108M0-50Q20-70 46-72', '#2e6a3c', 4),
        ...[-64, -38, -12, 14, 38, 66].map((turn, i) =>
          g(
            { transform: `translate(${turn / 4} -62) rotate(${turn})` },
            path('M0 0C-20-24-16-50 0-70C16-50 20-24 0 0Z', { fill: i % 2 ? '#4f9a58' : '#2f7a45', stroke: '#174a2a' }),
            path('M0-4V-62', { stroke: '#cdeab5', 'stroke-width': 1.6 }),
          ),
        ),
        path('M-36-58H36L28 0H-28Z', { fill: '#b85a3a' }),
        path('M-36-58H36L28 0H-28Z', { fill: url('k') }),
        rect(-40, -66, 80, 14, { rx: 3, fill: '#c96a48' }),
        rect(-40, -66, 80, 14, { rx: 3, fill: url('k') }),
      )
    const light = rect(0, 0, 480, 480, { fill: url('l') })
    const rope = (y: number, sag: number) => {
      const d = `M-10 ${y}Q240 ${y + sag * 2} 490 ${y}`
      return (
        line(d, '#0004', 5, { transform: 'translate(6 10)' }) +
        line(d, '#7a6646', 5) +
        line(d, '#f3e6c4', 3.4, { 'stroke-dasharray': '5 2' })
      )
    }
    const sagged = (x: number, y: number, sag: number) => Math.round(y + sag * (1 - ((x - 240) / 250) ** 2))

    if (form === 0) {
      const y = (x: number) => sagged(x, 74, 22)
      const set = random.pick<(() => string)[]>([
        [() => towel(pale, blue), () => shirt(blue, pale), () => trousers(warm)],
        [() => trousers(blue), () => shirt(pale, blue), () => towel(warm, pale)],
        [() => towel(warm, pale), () => shirt(pale, warm), () => trousers(blue)],
      ])
      const spots = [76, 236, 400]
      return (
        defs +
        view +
        path('M60 60L210 60L60 300ZM300 40L420 40L250 330L250 130Z', { fill: '#fff3' }) +
        bar(232, 0, 16, 480) +
        bar(0, 250, 480, 13) +
        bar(-10, -8, 30, 480) +
        bar(460, -8, 30, 480) +
        bar(-10, -14, 500, 36) +
        rect(0, 400, 480, 90, { fill: wall }) +
        rect(0, 440, 480, 18, { fill: '#0004' }) +
        bar(-10, 400, 500, 40) +
        rect(0, 400, 480, 3, { fill: '#ffe9c6' }) +
        pot(random.pick([158, 322]), 420) +
        rope(74, 22) +
        spots.map((x, i) => at(x, y(x) + 2, ` rotate(${random.int(-2, 2)})`, set[i]?.() ?? '')).join('') +
        [44, 108, 172, 300, 366, 434].map((x) => peg(x, y(x), random.int(-5, 5))).join('') +
        light
      )
    }
    if (form === 1) {
      // a homespun sheet with the lattice's light on it
      const y = (x: number) => sagged(x, 52, 14)
      const sheet =
        'M186 62Q330 76 492 56V424Q470 436 446 426T398 428T352 424T304 430T258 424T212 430T176 424Q192 240 186 62Z'
      return (
        defs +
        pattern(
          id('q'),
          54,
          480,
          'rotate(.8)',
          rect(0, 0, 54, 480, { fill: pale }),
          rect(0, 0, 20, 480, { fill: blue }),
          path('M26 0V480M48 0V480', { stroke: blue, 'stroke-width': 3 }),
          path('M37 0V480', { stroke: warm, 'stroke-width': 6 }),
        ) +
        pattern(
          id('n'),
          76,
          98,
          'translate(262 142) skewY(-12) skewX(-9)',
          rect(0, 0, 76, 98, { fill: '#ffe39a30' }),
          path('M0 0H76V98H0ZM12 12V98H76V12Z', { fill: '#1b2440b0', 'fill-rule': 'evenodd' }),
        ) +
        el('clipPath', { id: id('z') }, path(sheet)) +
        view +
        path('M0 30L60 30L0 160ZM80 60H150V200L80 330Z', { fill: '#fff3' }) +
        bar(64, 0, 12, 480) +
        bar(0, 260, 170, 12) +
        rect(186, 0, 300, 480, { fill: wall }) +
        rect(186, 0, 300, 480, { fill: '#5a3c1a4d' }) +
        bar(152, -8, 34, 490) +
        bar(-10, 410, 196, 34) +
        rect(0, 444, 186, 40, { fill: wall }) +
        rope(52, 14) +
        path(sheet, { fill: '#0006', transform: 'translate(-16 16)' }) +
        path(sheet, { fill: url('q') }) +
        g(
          { 'clip-path': url('z') },
          path('M250 130L236 420L500 366V76Z', { fill: url('n') }),
          path('M0 0H500V480H0ZM250 130L236 420L500 366V76Z', { fill: '#1b2440b0', 'fill-rule': 'evenodd' }),
        ) +
        path(sheet, { fill: url('f') }) +
        path(sheet, { fill: url('w'), stroke: '#0003' }) +
        crease(
          '206 80 232 200 220 418,268 84 246 240 270 418,' +
            '330 82 350 200 322 414,392 78 372 260 398 418,450 76 470 220 446 414',
        ) +
        line('M178 412Q196 420 212 418T258 412T304 418T352 412T398 416T446 414T492 410', '#fffc', 2, {
          'stroke-dasharray': '7 4',
        }) +
        pot(112, 418) +
        at(84, y(84) + 4, ' scale(.8)', shirt(warm, pale)) +
        [52, 116, 198, 318, 440].map((x) => peg(x, y(x), random.int(-5, 5))).join('') +
        light
      )
    }
    // seen from the yard: a bamboo pole through the sleeves
    const slats =
      [0, 1, 2, 3, 4].map((i) => bar(118 + i * 58, 20, 10, 370)).join('') +
      [70, 210, 310].map((y) => bar(76, y, 328, 10)).join('')
    return (
      defs +
      linear(id('v'), [0, 0, 0, 1], [0, '#f0e39a'], [0.3, '#c9b45a'], [0.7, '#8f8434'], [1, '#57521d']) +
      pattern(
        id('q'),
        96,
        56,
        undefined,
        path('M0 1H96M0 29H96M20 1V29M68 29V57', { stroke: '#0002', 'stroke-width': 3 }),
        path('M0 3H96M0 31H96M22 3V29M70 31V56', { stroke: '#fff6', 'stroke-width': 1.6 }),
        path('M36 14H54M6 44H16M78 18H90', { stroke: '#0001', 'stroke-width': 4 }),
      ) +
      rect(0, 0, 480, 480, { fill: wall }) +
      rect(0, 0, 480, 480, { fill: url('q') }) +
      rect(60, 10, 376, 420, { fill: '#0004' }) +
      rect(60, 0, 360, 400, { fill: '#f9d98f' }) +
      rect(60, 0, 360, 400, { fill: url('h') }) +
      slats +
      bar(44, -8, 392, 28) +
      bar(44, 10, 28, 390) +
      bar(408, 10, 28, 390) +
      bar(20, 392, 440, 34) +
      rect(20, 392, 440, 3, { fill: '#ffe9c6' }) +
      pot(372, 398) +
      at(84, 126, ' scale(1.12) rotate(-2)', towel(warm, pale)) +
      g(
        { transform: 'rotate(-2 240 110)' },
        rect(-10, 130, 500, 16, { fill: '#0004' }),
        rect(-10, 98, 500, 22, { fill: url('v') }),
        path('M22 97V121M148 97V121M338 97V121M458 97V121', { stroke: '#4d4717', 'stroke-width': 3 }),
        path('M27 97V121M153 97V121M343 97V121M463 97V121', { stroke: '#fff3b0', 'stroke-width': 2 }),
      ) +
      at(
        276,
        112,
        ' rotate(-2) scale(1.22)',
        cloth(ON_POLE, blue, line('M0 8V206', '#0004', 2), line('M-33-12Q0 24 33-12', pale, 7), knots(pale)),
        line('M-70 200Q-60 204-40 202T-6 203T32 201T70 200M-122 42Q-96 50-66 48M122 42Q96 50 66 48', '#fff9', 1.6, {
          'stroke-dasharray': '5 3',
        }),
        crease(
          '-112 -2 -70 20 -62 60,112 -2 70 20 64 60,-40 20 -46 80 -34 140,' +
            '44 16 34 90 46 170,-44 160 -50 180 -42 202,22 60 14 130 22 200',
        ),
      ) +
      light
    )
  },
}
