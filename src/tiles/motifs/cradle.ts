import type { Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, n, path, pattern, radial, rect } from '../svg.ts'

const TOYS = [
  // star, moon, heart, cloud: stuffed, about 40 across
  'M0-24Q5-9 8-8Q22-8 23-5Q12 5 11 8Q16 22 13 23Q2 15 0 15Q-2 15-13 23Q-16 22-11 8Q-12 5-23-5Q-22-8-8-8Q-5-9 0-24Z',
  'M8-24C-14-22-24-4-16 12C-8 26 12 26 20 14C6 16-4 8-4-4C-4-12 0-20 8-24Z',
  'M0 22C-12 12-24 4-22-10C-20-22-4-22 0-10C4-22 20-22 22-10C24 4 12 12 0 22Z',
  'M-20 14C-30 12-28-2-16-2C-18-18 4-22 8-8C20-12 28 0 20 8C22 14 16 15 12 14Z',
]

export const cradle: Motif = {
  alt: '摇篮、风铃与拼布小被',
  thread: '#B7697A',
  focus: { x: 60, y: 54 },
  rule: { period: 24, draw: '<rect y="11" width="24" height="2" fill="currentColor"/>' },

  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const at = (x: number, y: number, extra: string, ...children: string[]) =>
      g({ transform: `translate(${x} ${y})${extra}` }, ...children)
    const line = (d: string, stroke: string, width: number, extra: Record<string, string> = {}) =>
      path(d, { fill: 'none', stroke, 'stroke-width': width, ...extra })
    const form = index % 3
    const [wall, ...dyes] = random.pick<[string, string, string, string, string]>([
      ['#d6dfe2', '#b7697a', '#e6b35a', '#5f8f8a', '#f3e6d2'],
      ['#e9d8cf', '#5a7fa6', '#e3a24f', '#b7697a', '#f5ead6'],
      ['#dde2cf', '#c97a5e', '#6b9a86', '#e2b95f', '#f4ead8'],
    ])
    const dye = (i: number) => dyes[i % 4] ?? '#fff'

    /** A patch of the quilt: plain, striped, dotted or checked. */
    const patch = (x: number, y: number, i: number) => {
      const colour = dye(i)
      const ink = dye(i + 3)
      const marks = [
        '',
        path('M6 0V40M18 0V40M30 0V40', { stroke: ink, 'stroke-width': 4, opacity: '.6' }),
        path('M10 10h.1M30 10h.1M20 22h.1M10 33h.1M30 33h.1', {
          stroke: ink,
          'stroke-width': 6,
          'stroke-linecap': 'round',
          opacity: '.8',
        }),
        path('M0 8H40M0 28H40M8 0V40M28 0V40', { stroke: ink, 'stroke-width': 6, opacity: '.4' }),
      ]
      return g(
        { transform: `translate(${x} ${y})` },
        rect(0, 0, 40, 40, { fill: colour }),
        marks[random.int(0, 3)] ?? '',
      )
    }
    const shift = random.int(0, 2)
    const defs = el(
      'defs',
      {},
      linear(id('o'), [0, 0, 0, 1], [0, '#d3a066'], [0.4, '#9a6435'], [1, '#553014']),
      linear(id('c'), [0, 0, 0, 1], [0, '#7c5420'], [0.3, '#f3d694'], [0.5, '#d9ac5c'], [1, '#6b4416']),
      linear(id('v'), [0, 0, 1, 0], [0, '#7c5420'], [0.4, '#e9c780'], [1, '#6b4416']),
      linear(id('e'), [0, 0, 1, 0], [0, '#2a140498'], [0.3, '#fff4'], [0.5, '#fff0'], [1, '#2a1404a8']),
      linear(id('d'), [0, 0, 0, 1], [0, '#0000'], [1, '#2a140480']),
      linear(
        id('g'),
        [0, 0, 1, 0.1],
        [0, '#2a141450'],
        [0.2, '#fff3'],
        [0.5, '#fff0'],
        [0.8, '#2a141430'],
        [1, '#2a141470'],
      ),
      linear(id('l'), [0, 0, 1, 1], [0, '#fff8e03d'], [0.4, '#fff0'], [0.6, '#0000'], [1, '#0005']),
      radial(
        id('u'),
        { cx: '.4', cy: '.35', r: '.75' },
        [0, '#fff9'],
        [0.4, '#fff2'],
        [0.7, '#0000'],
        [1, '#20101070'],
      ),
      // wicker: each weaver passes over one stake and under the next
      pattern(
        id('k'),
        36,
        22,
        undefined,
        rect(0, 0, 36, 22, { fill: '#3f2409' }),
        rect(-4, -1, 8, 13, { rx: 3, fill: url('v') }),
        rect(32, -1, 8, 13, { rx: 3, fill: url('v') }),
        rect(14, 10, 8, 13, { rx: 3, fill: url('v') }),
        rect(2, 0.6, 32, 10, { rx: 5, fill: url('c') }),
        rect(-16, 11.6, 32, 10, { rx: 5, fill: url('c') }),
        rect(20, 11.6, 32, 10, { rx: 5, fill: url('c') }),
        path('M8 3.4Q18 1.6 28 3.4M26 14.4Q36 12.6 40 14M-8 14.4Q0 12.6 10 14.4', {
          stroke: '#fff6d6',
          'stroke-width': 1.4,
          fill: 'none',
        }),
      ),
      el('pattern', { id: id('j'), href: `#${id('k')}`, patternTransform: 'rotate(-58) scale(.9)' }),
      pattern(
        id('w'),
        3,
        3,
        undefined,
        path('M0 .7H3', { stroke: '#fff', 'stroke-opacity': '.2' }),
        path('M.7 0V3', { stroke: '#210', 'stroke-opacity': '.16' }),
      ),
      pattern(
        id('q'),
        160,
        160,
        undefined,
        ...Array.from({ length: 16 }, (_, i) =>
          patch((i % 4) * 40, Math.floor(i / 4) * 40, (i % 4) + Math.floor(i / 4) * shift + (i >> 2)),
        ),
      ),
      pattern(
        id('p'),
        40,
        40,
        undefined,
        rect(0, 0, 40, 40, { fill: url('u') }),
        path('M0 0H40V40', { stroke: '#2a14147a', 'stroke-width': 2, fill: 'none' }),
        path('M4 4H36V36H4Z', { stroke: '#fffb', 'stroke-width': 1.5, fill: 'none', 'stroke-dasharray': '5 3' }),
      ),
    )
    const quilt = (d: string) =>
      path(d, { fill: '#2a14147a', transform: 'translate(6 11)' }) +
      ['q', 'p', 'w'].map((name) => path(d, { fill: url(name) })).join('')
    /** Folds, each from x y by way of a control point to x y: a dark sickle and a light one beside it. */
    const crease = (folds: string) => {
      const sickle = (side: number) =>
        folds.replace(
          /(\S+) (\S+) (\S+) (\S+) (\S+) (\S+)(,|$)/g,
          (_, x, y, a, b, c, d) => `M${x} ${y}Q${a} ${b} ${c} ${d}Q${Number(a) + side} ${b} ${x} ${y}Z`,
        )
      return (
        path(sickle(30), { fill: '#2a14142c' }) +
        path(sickle(16), { fill: '#2a141440' }) +
        path(sickle(-14), { fill: '#fff6' })
      )
    }
    /** A braided rim: two strands, one over the other. */
    const braid = (d: string, width: number) =>
      line(d, '#0006', width + 2, { transform: 'translate(4 8)' }) +
      line(d, '#3f2409', width + 4) +
      line(d, '#8f6228', width) +
      [
        ['#c4904a', 0.8, 0.65],
        ['#f0d08a', 0.62, 0],
        ['#fff6d8', 0.14, 0],
      ]
        .map(([colour, share, offset]) =>
          line(d, String(colour), width * Number(share), {
            'stroke-linecap': 'round',
            'stroke-dasharray': `${n(width * 0.5)} ${n(width * 0.8)}`,
            'stroke-dashoffset': n(width * Number(offset)),
            ...(share === 0.14 ? { transform: `translate(-1 ${n(-width * 0.16)})` } : {}),
          }),
        )
        .join('')
    const toy = (x: number, y: number, kind: number, colour: string, from: number) => {
      const d = TOYS[kind % 4] ?? ''
      return (
        line(`M${x} ${from}V${y - 16}`, '#0004', 2, { transform: 'translate(6 9)' }) +
        line(`M${x} ${from}V${y - 16}`, '#7a6650', 2) +
        circle(x, y - 34, 6, { fill: dye(kind + 1) }) +
        circle(x, y - 34, 6, { fill: url('u') }) +
        at(
          x,
          y,
          ` rotate(${random.int(-14, 14)})`,
          path(d, { fill: '#0005', transform: 'translate(6 9)' }),
          path(d, { fill: colour, stroke: '#0003' }),
          path(d, { fill: url('w') }),
          path(d, { fill: url('u') }),
          line(d, '#fffc', 1.6, { 'stroke-dasharray': '4 3', transform: 'scale(.78)' }),
        )
      )
    }
    const light = rect(0, 0, 480, 480, { fill: url('l') })
    const floor = (y: number) =>
      rect(0, y, 480, 480 - y, { fill: url('o') }) +
      line(
        `M0 ${y + 26}H480M0 ${y + 58}H480M120 ${y}V${y + 26}M330 ${y}V${y + 26}M220 ${y + 26}V${y + 58}`,
        '#3a1f0a',
        2,
        { opacity: '.6' },
      ) +
      line(`M0 ${y + 9}Q200 ${y + 14} 480 ${y + 8}M0 ${y + 40}Q180 ${y + 34} 480 ${y + 44}`, '#3a1f0a', 1.4, {
        opacity: '.35',
      })

    if (form === 0) {
      const basket = 'M66 238Q240 272 424 238C418 322 376 388 306 394H184C112 388 72 322 66 238Z'
      const hood = 'M60 250C22 140 96 66 206 84C150 112 132 190 148 262Q100 260 60 250Z'
      const drape =
        'M226 252Q320 262 404 244Q420 300 404 350Q390 360 374 353T344 357T314 360T284 362T250 360Q236 300 226 252Z'
      const foot = 'M56 408Q240 476 424 408'
      return (
        defs +
        rect(0, 0, 480, 480, { fill: wall }) +
        pattern(
          id('y'),
          40,
          40,
          'rotate(45)',
          path('M20 20h.1', { stroke: '#fff', 'stroke-width': 7, 'stroke-linecap': 'round', opacity: '.6' }),
        ) +
        rect(0, 0, 480, 404, { fill: url('y') }) +
        floor(404) +
        rect(0, 394, 480, 11, { fill: '#fff6ea' }) +
        rect(0, 404, 480, 5, { fill: '#0005' }) +
        ellipse(250, 458, 200, 18, { fill: '#0007' }) +
        line('M342-10V34', '#7a6650', 3) +
        line('M342 34L254 58M342 34L430 58', '#7a6650', 1.8) +
        ellipse(350, 72, 92, 14, { fill: 'none', stroke: '#0003', 'stroke-width': 8 }) +
        ellipse(342, 60, 92, 14, { fill: 'none', stroke: '#6b4416', 'stroke-width': 9 }) +
        ellipse(342, 59, 92, 14, { fill: 'none', stroke: '#e9c780', 'stroke-width': 4.4 }) +
        [0, 1, 2, 3].map((i) => toy(284 + i * 50, 128 + (i % 2) * 36, i + shift, dye(i), 66 + (i % 3) * 4)).join('') +
        // under the hood: dark, a pillow, the quilt's fold
        path('M206 84C250 120 264 200 240 262L148 262C132 190 150 112 206 84Z', { fill: '#2a1404' }) +
        path('M150 262C146 214 176 196 206 204C240 196 262 220 258 264Z', { fill: '#fffaf0' }) +
        path('M150 262C146 214 176 196 206 204C240 196 262 220 258 264Z', { fill: url('w') }) +
        crease('164 222 190 214 206 206,170 250 200 232 230 236') +
        quilt('M206 262C206 222 236 208 270 214Q320 196 366 212Q414 214 420 250Q320 290 206 262Z') +
        crease('232 226 260 240 262 264,300 210 316 236 306 264,366 216 372 240 362 262') +
        path(hood, { fill: '#0004', transform: 'translate(-8 12)' }) +
        ['j', 'e'].map((name) => path(hood, { fill: url(name) })).join('') +
        braid('M206 84C150 112 132 190 148 262', 15) +
        line('M152 388L132 438M330 388L350 438', '#2a1404', 20) +
        line('M150 388L130 438M328 388L348 438', '#8a5629', 16) +
        ['k', 'e', 'd'].map((name) => path(basket, { fill: url(name) })).join('') +
        braid('M64 240Q240 274 426 240', 17) +
        quilt(drape) +
        path(drape, { fill: url('g') }) +
        crease('262 258 256 310 270 360,326 262 336 310 322 358,380 250 374 310 386 350') +
        line('M251 352Q268 352 284 354T314 352T344 349T374 345T402 342', dye(0), 9) +
        line('M224 250Q320 262 406 243', '#fff8', 4) +
        line(foot, '#2a1404', 24) +
        line(foot, '#9a6435', 18) +
        line('M56 404Q240 472 424 404', '#e0b37c', 4) +
        line('M80 420Q240 474 400 420', '#553014', 2) +
        light
      )
    }
    if (form === 1) {
      // from above: the woven nest, the quilt turned back, the mobile's shadow
      const nest = (inset: number) => ({ cx: 240, cy: 250, rx: 186 - inset, ry: 224 - inset })
      const spill = 'M344 236L440 252Q462 262 466 290T462 340T452 396Q440 410 420 404T380 396T340 388Z'
      const weave = Array.from({ length: 4 }, (_, i) => {
        const at = { ...nest(4 + i * 13), fill: 'none', pathLength: 56 }
        const dash = { 'stroke-dasharray': '.8 .2', 'stroke-dashoffset': `.${i % 2 ? 5 : 0}` }
        return (
          el('ellipse', { ...at, stroke: '#3f2409', 'stroke-width': 14 }) +
          el('ellipse', {
            ...at,
            stroke: '#b98640',
            'stroke-width': 11,
            'stroke-dasharray': '.1 .9',
            'stroke-dashoffset': `.${i % 2 ? 1 : 6}`,
          }) +
          el('ellipse', { ...at, ...dash, stroke: '#c08c44', 'stroke-width': 11 }) +
          el('ellipse', { ...at, ...dash, stroke: '#f3d9a0', 'stroke-width': 5, transform: 'translate(-1.5 -2)' })
        )
      })
      const band = 'M84 244Q240 206 396 244L394 276Q240 240 86 276Z'
      const pillow =
        'M146 128Q150 96 190 100T290 100Q330 96 334 128T328 188Q318 206 290 200T190 200Q160 206 152 188T146 128Z'
      return (
        defs +
        pattern(id('y'), 480, 76, 'rotate(90)', g({ transform: 'translate(0 -404)' }, floor(404))) +
        el('clipPath', { id: id('z') }, el('ellipse', nest(48))) +
        rect(0, 0, 480, 480, { fill: url('y') }) +
        rect(0, 0, 480, 480, { fill: '#2a14143a' }) +
        el('ellipse', { ...nest(-6), fill: '#0008', transform: 'translate(14 20)' }) +
        weave.join('') +
        [
          { stroke: '#3f2409', 'stroke-width': 24, 'stroke-dasharray': 'none' },
          { stroke: '#8f6228', 'stroke-width': 20, 'stroke-dasharray': 'none' },
          { stroke: '#c4904a', 'stroke-width': 16, 'stroke-dashoffset': '.5' },
          { stroke: '#f0d08a', 'stroke-width': 12 },
          { stroke: '#fff6d8', 'stroke-width': 3, transform: 'translate(-2 -3)' },
        ]
          .map((coat) =>
            el('ellipse', {
              ...nest(-4),
              fill: 'none',
              pathLength: 54,
              'stroke-linecap': 'round',
              'stroke-dasharray': '.35 .65',
              ...coat,
            }),
          )
          .join('') +
        g(
          { 'clip-path': url('z') },
          rect(0, 0, 480, 480, { fill: '#fbf1e0' }) +
            rect(0, 0, 480, 480, { fill: url('w') }) +
            crease('130 150 120 190 140 236,350 140 372 190 350 236,240 210 250 226 244 240') +
            path(pillow, { fill: '#2a141455', transform: 'translate(8 12)' }) +
            line(pillow, dye(0), 12, { 'stroke-dasharray': '7 2' }) +
            path(pillow, { fill: dye(3), stroke: '#0002' }) +
            path(pillow, { fill: url('w') }) +
            path(pillow, { fill: url('u') }) +
            crease('160 116 190 128 214 122,318 180 290 176 268 184') +
            quilt('M80 244Q240 206 400 244V480H80Z') +
            crease('130 262 150 350 128 430,214 250 196 340 230 430,300 250 320 340 296 430') +
            path(band, { fill: '#2a141466', transform: 'translate(0 9)' }) +
            path(band, { fill: dye(3) }) +
            path(band, { fill: url('w') }) +
            line('M86 252Q240 214 394 252M88 268Q240 232 392 268', dye(0), 2.4, { 'stroke-dasharray': '7 4' }),
          el('ellipse', {
            ...nest(44),
            fill: 'none',
            stroke: '#2a1404',
            'stroke-width': 26,
            opacity: '.3',
            transform: 'translate(6 8)',
          }),
        ) +
        quilt(spill) +
        path(spill, { fill: url('g') }) +
        crease('352 262 420 270 462 284,350 330 410 350 456 346') +
        // the mobile, between the eye and the nest
        at(
          330,
          96,
          ` rotate(${random.int(-12, 12)})`,
          g({ transform: 'translate(26 34)', opacity: '.35' }, line('M-120-30L120 40M-40 80L40-90', '#000', 9)),
          line('M-120-30L120 40M-40 80L40-90', '#553014', 10),
          line('M-120-32L120 38M-41 78L39-92', '#d3a066', 5),
          circle(0, 4, 11, { fill: '#d3a066' }),
          circle(0, 4, 11, { fill: url('u') }),
          ...[
            [-118, -24],
            [116, 48],
            [-40, 88],
            [38, -84],
          ].map(([x = 0, y = 0], i) => toy(x, y + 8, i + shift, dye(i), y - 10)),
        ) +
        light
      )
    }
    // hung from a beam, close by
    const basket = 'M-20 250Q240 300 500 250Q490 420 380 500H100Q-10 420-20 250Z'
    const drape =
      'M96 276Q240 298 372 274Q398 350 376 436Q356 450 334 440T286 446T238 448T190 450T144 446T100 440Q80 350 96 276Z'
    const ropes = ['M84-10L18 262', 'M396-10L462 262'].map(
      (d) =>
        line(d, '#0005', 12, { transform: 'translate(8 8)' }) +
        line(d, '#5b4020', 14) +
        line(d, '#d8bd8a', 11) +
        line(d, '#7c5f34', 11, { 'stroke-dasharray': '2 7' }) +
        line(d, '#fff3d2', 2.4, { 'stroke-dasharray': '5 4', transform: 'translate(-3 0)' }),
    )
    return (
      defs +
      rect(0, 0, 480, 480, { fill: wall }) +
      pattern(
        id('y'),
        60,
        480,
        undefined,
        rect(0, 0, 30, 480, { fill: '#fff4' }),
        path('M45 0V480', { stroke: dye(0), 'stroke-width': 2, opacity: '.35', 'stroke-dasharray': '3 5' }),
      ) +
      rect(0, 0, 480, 480, { fill: url('y') }) +
      rect(0, 56, 480, 22, { fill: '#0004' }) +
      rect(0, 0, 480, 62, { fill: url('o') }) +
      line('M0 12Q150 20 480 10M0 28Q200 20 480 32M0 46Q120 50 480 42', '#3a1f0a', 2, { opacity: '.4' }) +
      [120, 200, 280, 360].map((x, i) => toy(x, 150 + ((i + shift) % 2) * 40, i + shift, dye(i), 60)).join('') +
      path('M-20 250Q240 170 500 250Q240 310-20 250Z', { fill: '#2a1404' }) +
      path('M40 256C40 214 90 196 150 208C200 190 236 214 236 270Q120 270 40 256Z', { fill: '#fffaf0' }) +
      path('M40 256C40 214 90 196 150 208C200 190 236 214 236 270Q120 270 40 256Z', { fill: url('w') }) +
      crease('60 232 100 216 140 214,80 250 130 240 190 236') +
      quilt('M172 276C172 226 230 212 280 220Q360 196 430 226Q460 240 450 258Q320 290 172 276Z') +
      crease('214 236 240 250 232 276,312 216 330 250 316 276,388 216 400 240 388 266') +
      ropes.join('') +
      ['k', 'e', 'd'].map((name) => path(basket, { fill: url(name) })).join('') +
      braid('M-20 254Q240 304 500 254', 24) +
      quilt(drape) +
      path(drape, { fill: url('g') }) +
      crease('140 286 128 350 144 446,216 292 240 360 224 448,300 290 290 360 310 444,352 280 360 350 346 438') +
      line('M101 430Q122 442 144 436T190 440T238 438T286 436T334 430T376 426', dye(0), 11) +
      line('M94 276Q240 298 374 274', '#fff8', 5) +
      light
    )
  },
}
