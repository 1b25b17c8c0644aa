import type { Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, path, pattern, radial, rect } from '../svg.ts'

const BODY = 'M-54-222C-58-202-102-192-102-128C-102-66-74-44-68 0Q0 14 68 0C74-44 102-66 102-128C102-192 58-202 54-222Z'

const SKIRT =
  'M-62-222C-70-192-88-180-94-164Q-84-146-68-156Q-54-138-38-150' +
  'Q-22-132-4-147Q14-132 32-148Q50-138 64-154Q84-146 94-164C88-180 70-192 62-222Z'

/** A ring thrown on the wheel: half an ellipse seen from a little above. */
const ring = (y: number, r: number): string => `M${-r} ${y}Q0 ${y + r * 0.32} ${r} ${y}`

export const jars: Motif = {
  alt: '红布封口的酒坛',
  thread: '#8E3B2B',
  focus: { x: 50, y: 66 },
  rule: { period: 24, draw: '<rect y="11" width="24" height="2" fill="currentColor"/>' },

  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const use = (name: string, x: number, y: number, size = 1, extra: Record<string, string | number> = {}) =>
      el('use', {
        href: `#${id(name)}`,
        transform: `translate(${Math.round(x)} ${Math.round(y)}) scale(${size})`,
        ...extra,
      })
    const form = index % 3
    const [deep, clay, shine] = random.pick<[string, string, string]>([
      ['#210f06', '#8f4c22', '#e0a163'],
      ['#1d0d08', '#7d3f28', '#d6916b'],
      ['#1e1207', '#825522', '#dcae6a'],
    ])
    const straw = random.pick(['#e0b765', '#d3a14c', '#e8c987'])
    const defs = el(
      'defs',
      {},
      linear(
        id('b'),
        [0, 0, 1, 0],
        [0, deep],
        [0.1, clay],
        [0.3, shine],
        [0.5, clay],
        [0.8, '#4a2410'],
        [0.9, deep],
        [1, '#5a3114'],
      ),
      linear(
        id('r'),
        [0, 0, 1, 0],
        [0, '#5d0b0e'],
        [0.2, '#c62a21'],
        [0.3, '#f26a50'],
        [0.5, '#c0251f'],
        [0.8, '#7b1114'],
        [1, '#4a070b'],
      ),
      radial(
        id('d'),
        { cx: '.34', cy: '.3', r: '.8' },
        [0, '#ff8b6c'],
        [0.3, '#d83a2b'],
        [0.7, '#a01b1b'],
        [1, '#4e080c'],
      ),
      linear(id('v'), [0, 0, 0, 1], [0, '#fff1'], [0.5, '#0000'], [1, '#0009']),
      linear(id('l'), [0, 0, 1, 1], [0, '#ffe9c33d'], [0.4, '#fff0'], [0.6, '#0000'], [1, '#0007']),
      pattern(
        id('w'),
        4,
        4,
        undefined,
        path('M0 1H2M2 3H4', { stroke: '#fff', 'stroke-opacity': '.2' }),
        path('M1 2V4M3 0V2', { stroke: '#300', 'stroke-opacity': '.35' }),
      ),
      pattern(
        id('e'),
        37,
        29,
        'rotate(8)',
        path('M3 5h1M15 21h2M28 9h1M22 26h1M9 15h1M33 19h2', { stroke: '#000', 'stroke-width': 1.6, opacity: '.4' }),
        path('M6 24h1M18 8h1M31 3h1M25 16h2', { stroke: '#ffd9a8', 'stroke-width': 1.2, opacity: '.4' }),
      ),
      // jar from the side; it stands on the origin
      g(
        { id: id('j') },
        ellipse(26, 2, 104, 17, { fill: '#000a' }),
        path(BODY, { fill: url('b') }),
        g(
          { fill: 'none', 'stroke-width': 2.4 },
          path(ring(-166, 96) + ring(-122, 102) + ring(-78, 92) + ring(-36, 76), {
            stroke: '#0007',
            'stroke-width': 4,
          }),
          path(ring(-163, 96) + ring(-119, 102) + ring(-75, 92) + ring(-33, 76), { stroke: '#ffdba83b' }),
          path(ring(-144, 100) + ring(-100, 98) + ring(-56, 84), { stroke: '#0003' }),
        ),
        path(BODY, { fill: url('e') }),
        path(BODY, { fill: url('v') }),
        path('M-74-160C-92-132-84-92-66-56C-78-104-74-136-58-166Z', { fill: '#fff7e6', opacity: '.5' }),
        path('M-52-172Q-44-180-34-184L-36-176Q-46-172-50-166Z', { fill: '#fff7e6', opacity: '.6' }),
      ),
      // its cloth cap
      g(
        { id: id('c') },
        path(SKIRT, {
          fill: '#0007',
          transform: 'translate(5 8)',
        }),
        path(SKIRT, {
          fill: url('r'),
        }),
        path('M-63-222C-68-264-40-280 0-280C40-280 68-264 63-222Q0-196-63-222Z', { fill: url('d') }),
        g(
          { fill: 'none', 'stroke-linecap': 'round' },
          path(
            'M-50-214Q-58-180-76-158M-30-208Q-38-180-52-146M-8-206Q-10-180-20-142' +
              'M14-206Q16-180 14-140M34-209Q42-180 48-144M52-215Q58-186 78-156',
            {
              stroke: '#4a060b',
              'stroke-width': 4,
              opacity: '.7',
            },
          ),
          path(
            'M-57-214Q-68-186-86-166M-38-208Q-48-178-62-152M-18-206Q-24-180-34-146' +
              'M4-206Q4-180-2-146M24-207Q30-180 32-147M44-212Q50-186 62-153',
            {
              stroke: '#ffb9a0',
              'stroke-width': 2.4,
              opacity: '.6',
            },
          ),
          path('M-44-232Q-36-262-10-268M-20-226Q-14-244 2-252M22-226Q34-240 34-258M46-232Q50-246 46-258', {
            stroke: '#5a090d',
            'stroke-width': 3,
            opacity: '.5',
          }),
          path('M-48-236Q-42-264-16-272', { stroke: '#ffd2c2', 'stroke-width': 3.4, opacity: '.8' }),
        ),
        path(`${SKIRT}M63-222C68-264 40-280 0-280C-40-280-68-264-63-222Q0-196 63-222Z`, {
          fill: url('w'),
        }),
        g(
          { fill: 'none', 'stroke-width': 11 },
          path('M-64-216Q0-186 64-216', { stroke: '#2b0607', 'stroke-width': 15, opacity: '.6' }),
          path('M-64-220Q0-190 64-220', { stroke: '#8a5a1d', 'stroke-width': 12 }),
          path('M-64-220Q0-190 64-220', { stroke: straw, 'stroke-dasharray': '6 2' }),
          path('M-64-223Q0-193 64-223', { stroke: '#fff4d0', 'stroke-width': 2, 'stroke-dasharray': '4 4' }),
        ),
        path('M28-206C20-176 40-168 32-138M30-206C44-190 36-170 50-150', {
          fill: 'none',
          stroke: '#3a1505',
          'stroke-width': 9,
        }),
        path('M28-206C20-176 40-168 32-138M30-206C44-190 36-170 50-150', {
          fill: 'none',
          stroke: straw,
          'stroke-width': 6,
          'stroke-dasharray': '4 1.5',
        }),
        ellipse(29, -207, 11, 9, { fill: straw, stroke: '#5b3409', 'stroke-width': 2 }),
        path('M22-206L34-212M25-202L37-208', { stroke: '#8a5a1d', 'stroke-width': 2 }),
      ),
      // a blank paper label
      g(
        { id: id('p') },
        path('M3-46L44 3L3 50L-36 3Z', { fill: '#0007' }),
        path('M0-48L40 0L0 48L-40 0Z', { fill: url('r') }),
        path('M0-40L33 0L0 40L-33 0ZM0-33L27 0L0 33L-27 0Z', { fill: 'none', stroke: '#f1c665', 'stroke-width': 2 }),
        path('M0-18V-17.9M-14 0H-13.9M14 0H14.1M0 18V18.1M0 0V.1', {
          stroke: '#f1c665',
          'stroke-width': 7,
          'stroke-linecap': 'round',
        }),
      ),
      g({ id: id('a') }, use('j', 0, 0), use('c', 0, 0)),
    )
    const light = rect(0, 0, 480, 480, { fill: url('l') })
    if (form === 0) {
      const row = (y: number, size: number, from: number, step: number, shade: string) =>
        Array.from({ length: Math.ceil((560 - from) / step) }, (_, i) =>
          use('a', from + i * step, y + random.int(-3, 3), size),
        ).join('') + rect(0, 0, 480, y + 12, { fill: shade })
      const board = (y: number, h: number) =>
        rect(0, y, 480, h, { fill: url('o') }) +
        rect(0, y, 480, 2.4, { fill: '#ffd9a055' }) +
        rect(0, y + h, 480, 12, { fill: '#0009' })
      return (
        defs +
        linear(id('o'), [0, 0, 0, 1], [0, '#6b4222'], [0.3, '#4a2b14'], [1, '#1a0d05']) +
        radial(id('g'), { cx: '.4', cy: '.2', r: '.9' }, [0, '#7a4c22'], [1, '#150a05']) +
        rect(0, 0, 480, 480, { fill: url('g') }) +
        board(132, 14) +
        row(134, 0.46, 14, 104, '#120805a0') +
        board(292, 18) +
        row(294, 0.72, -6, 164, '#12080550') +
        rect(0, 440, 480, 40, { fill: '#1a0d06' }) +
        [30, 240, 450].map((x) => use('a', x, 470, 1) + use('p', x - 2, 370, 0.86)).join('') +
        light
      )
    }
    if (form === 1) {
      // one jar close by on the table, a bowl poured from it, two more in the dark behind
      const top = random.pick(['#6e4526', '#5b3a26', '#7a4a2a'])
      return (
        defs +
        radial(id('g'), { cx: '.3', cy: '.2', r: '.95' }, [0, '#a8743c'], [0.5, '#4d2c15'], [1, '#150a05']) +
        linear(id('m'), [0, 0, 1, 0], [0, '#fff'], [0.3, '#f4efe4'], [0.7, '#c9c0b0'], [1, '#8d8372']) +
        radial(id('q'), { cx: '.4', cy: '.3' }, [0, '#fff3c9'], [0.5, '#f0c978'], [1, '#b9792c']) +
        rect(0, 0, 480, 480, { fill: url('g') }) +
        use('a', 40, 330, 0.9) +
        use('a', 470, 320, 0.9) +
        rect(0, 0, 480, 400, { fill: '#180b05b0' }) +
        rect(0, 396, 480, 90, { fill: top }) +
        path('M0 412C140 404 210 424 480 410M0 436C90 446 300 424 480 440M0 462C180 452 260 474 480 460', {
          fill: 'none',
          stroke: '#2a1408',
          'stroke-width': 3,
          opacity: '.5',
        }) +
        rect(0, 396, 480, 3, { fill: '#ffe0b077' }) +
        use('a', 292, 440, 1.54) +
        use('p', 288, 292, 1.3) +
        g(
          { transform: 'translate(98 398)' },
          ellipse(18, 54, 66, 14, { fill: '#0009' }),
          path('M-70-14C-64 30-40 46-28 50V58H28V50C40 46 64 30 70-14Z', { fill: url('m') }),
          path('M-69-6C-50 12 50 12 69-6M-67 2C-48 20 48 20 67 2', {
            fill: 'none',
            stroke: '#2f5f93',
            'stroke-width': 2.4,
          }),
          ellipse(0, -14, 70, 20, { fill: '#fffdf6' }),
          ellipse(0, -13, 64, 16, { fill: '#a2957c' }),
          ellipse(0, -10, 60, 13, { fill: url('q') }),
          path('M-44-10Q-20-20 14-20M20-4Q38-6 46-10', {
            fill: 'none',
            stroke: '#fffbe6',
            'stroke-width': 2.6,
            'stroke-linecap': 'round',
          }),
          path('M-54 12Q-46 34-30 42Q-42 26-44 14Z', { fill: '#fff' }),
        ) +
        light
      )
    }
    // the yard from above, jar beside jar
    const polar = (r: number, twelfth: number) => {
      const a = (twelfth * Math.PI) / 6
      return `${Math.round(r * Math.cos(a))} ${Math.round(r * Math.sin(a))}`
    }
    const twelve = Array.from({ length: 12 }, (_, i) => i)
    const hem = `M75 0${twelve.map((i) => `Q${polar(80, i + 0.5)} ${polar(75, i + 1)}`).join('')}Z`
    const spokes = (r: number, R: number, half: number) =>
      twelve.map((i) => `M${polar(r, i + half)}L${polar(R, i + half + 0.12)}`).join('')
    const places = [0, 1, 2, 3].flatMap((row) =>
      [0, 1, 2, 3].map(
        (column) =>
          [column * 196 - (row % 2 ? 104 : 6) + random.int(-4, 4), row * 166 - 12 + random.int(-4, 4)] as const,
      ),
    )
    return (
      defs +
      radial(id('h'), { cx: '.36', cy: '.32', r: '.7' }, [0, shine], [0.5, clay], [0.9, deep], [1, '#0b0502']) +
      el(
        'defs',
        {},
        g(
          { id: id('k') },
          path(hem, { fill: '#c4261f' }),
          path(hem, { fill: url('w') }),
          g(
            { 'stroke-linecap': 'round' },
            path(spokes(44, 70, 0.5), { stroke: '#4d070b', 'stroke-width': 8, opacity: '.55' }),
            path(spokes(44, 66, 0.9), { stroke: '#ff9b80', 'stroke-width': 3, opacity: '.7' }),
          ),
          circle(0, 0, 48, { fill: '#3a0a08' }),
          circle(0, 0, 46, { fill: 'none', stroke: '#8a5a1d', 'stroke-width': 11 }),
          circle(0, 0, 46, { fill: 'none', stroke: straw, 'stroke-width': 10, 'stroke-dasharray': '6 2' }),
          path('M40 18C60 24 66 40 60 58M36 24C46 38 46 52 38 66', {
            fill: 'none',
            stroke: '#3a1505',
            'stroke-width': 9,
          }),
          path('M40 18C60 24 66 40 60 58M36 24C46 38 46 52 38 66', {
            fill: 'none',
            stroke: straw,
            'stroke-width': 6,
            'stroke-dasharray': '4 1.5',
          }),
          circle(40, 20, 10, { fill: straw, stroke: '#5b3409', 'stroke-width': 2 }),
        ),
      ) +
      rect(0, 0, 480, 480, { fill: '#1a0e07' }) +
      rect(0, 0, 480, 480, { fill: url('e') }) +
      places.map(([x, y]) => circle(x + 12, y + 16, 98, { fill: '#0008' })).join('') +
      places
        .map(([x, y]) =>
          g(
            { transform: `translate(${x} ${y})` },
            circle(0, 0, 96, { fill: url('h') }),
            circle(0, 0, 84, { fill: 'none', stroke: '#0005', 'stroke-width': 3 }),
            circle(0, 0, 96, { fill: url('e') }),
            path('M-84-26A88 88 0 0 1-40-78', {
              fill: 'none',
              stroke: '#fff2dc',
              'stroke-width': 7,
              'stroke-linecap': 'round',
              opacity: '.6',
            }),
            circle(7, 10, 72, { fill: '#0008' }),
            el('use', { href: `#${id('k')}`, transform: `rotate(${random.int(0, 35) * 10})` }),
            circle(0, 0, 69, { fill: url('y') }),
            circle(0, 0, 41, { fill: url('d') }),
            circle(0, 0, 41, { fill: url('w') }),
            path('M18-24Q28-4 18 18M8-8Q14 8 6 26', {
              fill: 'none',
              stroke: '#5a090d',
              'stroke-width': 3,
              opacity: '.5',
            }),
            path('M-28-12A30 30 0 0 1-8-29', {
              fill: 'none',
              stroke: '#ffe0d2',
              'stroke-width': 5,
              'stroke-linecap': 'round',
              opacity: '.8',
            }),
          ),
        )
        .join('') +
      linear(id('y'), [0.1, 0.1, 0.9, 0.9], [0, '#fff6'], [0.4, '#fff0'], [0.6, '#0000'], [1, '#000a']) +
      light
    )
  },
}
