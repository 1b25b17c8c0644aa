import type { Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, path, pattern, radial, rect } from '../svg.ts'

const SHOE = 'M0 42C-22 42-26 22-23 2C-21-18-19-40 0-40S21-18 23 2C26 22 22 42 0 42Z'
const MOUTH = 'M0 4C-13 4-15-8-14-19C-13-31-8-34 0-34S13-31 14-19C15-8 13 4 0 4Z'

export const door: Motif = {
  alt: '亮着灯的家门与门前的布鞋',
  thread: '#2F7466',
  focus: { x: 50, y: 96 },
  rule: { period: 24, draw: '<rect y="11" width="24" height="2" fill="currentColor"/>' },

  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const put = (name: string, x: number, y: number, extra = '') =>
      el('use', { href: `#${id(name)}`, transform: `translate(${x} ${y})${extra}` })
    const line = (d: string, stroke: string, width: number, extra: Record<string, string> = {}) =>
      path(d, { fill: 'none', stroke, 'stroke-width': width, ...extra })
    const form = index % 3
    const [night, brick, wood, lit] = random.pick<[string, string, string, string]>([
      ['#122332', '#4a5458', '#5e2b18', '#a3562c'],
      ['#1a1d38', '#565060', '#4a3018', '#9a6a35'],
      ['#10282c', '#55564c', '#5a1f1c', '#a8482f'],
    ])
    const [upper, lining] = random.pick<[string, string]>([
      ['#1d2430', '#b8402f'],
      ['#27406e', '#e6b35a'],
      ['#7d2430', '#f0dcb8'],
    ])
    /** A pair of cloth shoes set down side by side, toes to the yard. */
    const shoe = (name: string, cloth: string, inner: string, trim: string) =>
      g(
        { id: id(name) },
        path(SHOE, { fill: '#0008', transform: 'translate(3 16) scale(1.04 1.1)' }),
        path(SHOE, { fill: '#8a7a5c', stroke: '#8a7a5c', 'stroke-width': 6, transform: 'translate(0 8)' }),
        path(SHOE, { fill: '#efe5cc', stroke: '#f7efdb', 'stroke-width': 6, transform: 'translate(0 4)' }),
        line(SHOE, '#9c8c6c', 1.4, { 'stroke-dasharray': '3 2', transform: 'translate(0 5.6) scale(1.06)' }),
        path(SHOE, { fill: cloth }),
        path(SHOE, { fill: url('t') }),
        path(SHOE, { fill: url('x') }),
        path(MOUTH, { fill: '#120a06' }),
        path(MOUTH, { fill: inner, transform: 'translate(0 3) scale(.84 .86)' }),
        path(MOUTH, { fill: url('x'), transform: 'translate(0 3) scale(.84 .86)' }),
        line(MOUTH, trim, 3.4),
        line('M0 6V40', '#0006', 2),
        line('M-15-4Q0-12 15-4', '#0007', 7, { transform: 'translate(1 3)' }),
        line('M-16-5Q0-13 16-5', cloth, 6),
        line('M-16-6Q0-14 16-6', '#fff6', 1.6, { 'stroke-dasharray': '3 2' }),
        circle(17, -3, 3.6, { fill: '#f0dcae' }),
        line('M-17 18Q-14 34-2 37', '#fff', 3, { opacity: '.45', 'stroke-linecap': 'round' }),
      )
    const defs = el(
      'defs',
      {},
      linear(id('w'), [0, 0, 1, 0], [0, wood], [0.2, lit], [0.5, wood], [0.8, wood], [1, '#1f0d06']),
      linear(id('o'), [0, 0, 0, 1], [0, lit], [0.5, wood], [1, '#1f0d06']),
      linear(id('i'), [0, 0, 0, 1], [0, '#ffd98a'], [0.5, '#ffeebc'], [0.8, '#ffc65c'], [1, '#e8962e']),
      linear(id('f'), [0, 0, 0, 1], [0, '#ffe7a6f0'], [0.4, '#ffc65aa0'], [1, '#ff9c2c30']),
      linear(id('c'), [0, 0, 1, 0], [0, '#11171b'], [0.3, '#8d999c'], [0.5, '#56626a'], [1, '#0b1013']),
      linear(id('l'), [0, 0, 1, 1], [0, '#cfe2ff30'], [0.4, '#fff0'], [0.6, '#0000'], [1, '#0007']),
      radial(id('g'), {}, [0, '#ffd27ac0'], [0.4, '#ffa83c58'], [1, '#ff962800']),
      radial(
        id('d'),
        { cx: '.38', cy: '.32', r: '.75' },
        [0, '#fff3c8'],
        [0.3, '#e0b455'],
        [0.8, '#7a5216'],
        [1, '#3a2405'],
      ),
      radial(id('z'), {}, [0, '#dfe8ffa0'], [1, '#cfe0ff00']),
      radial(id('y'), {}, [0, '#fffdf0'], [1, '#fff6cf00']),
      radial(
        id('n'),
        { cx: '.5', cy: '.55', r: '.6' },
        [0, '#fff0a8'],
        [0.3, '#ff9a3c'],
        [0.7, '#d63a22'],
        [1, '#7a1512'],
      ),
      radial(id('x'), { cx: '.36', cy: '.6', r: '.75' }, [0, '#fff5'], [0.4, '#fff1'], [1, '#0008']),
      pattern(
        id('t'),
        3,
        3,
        undefined,
        path('M0 .7H3', { stroke: '#fff', 'stroke-opacity': '.25' }),
        path('M.7 0V3', { stroke: '#000', 'stroke-opacity': '.3' }),
      ),
      // planks, upright
      pattern(
        id('p'),
        108,
        480,
        undefined,
        rect(0, 0, 108, 480, { fill: '#2a1208' }),
        ...[0, 36, 72].map((x) =>
          g(
            { transform: `translate(${x})` },
            rect(0, 0, 36, 480, { fill: url('w'), opacity: random.pick(['.8', '.9', '1']) }),
            ...[8, 16, 26].map((at) => {
              const bend = random.int(-6, 6)
              return line(`M${at} 0C${at + bend} 160 ${at - bend} 320 ${at} 480`, '#160803', random.between(0.8, 2.2), {
                opacity: '.5',
              })
            }),
            rect(33, 0, 3, 480, { fill: '#0d0502' }),
            rect(0, 0, 1.6, 480, { fill: '#ffce9a', opacity: '.35' }),
          ),
        ),
      ),
      // grey brick
      pattern(
        id('b'),
        84,
        44,
        undefined,
        rect(0, 0, 84, 44, { fill: '#15191b' }),
        path('M1 1H82V21H1ZM-40 23H40V43H-40ZM43 23H124V43H43Z', { fill: brick }),
        path('M2 2H81M44 24H84M0 24H39', { stroke: '#fff', 'stroke-opacity': '.2', 'stroke-width': 2 }),
        path('M2 20H82M44 42H84M0 42H40', { stroke: '#000', 'stroke-opacity': '.4', 'stroke-width': 3 }),
        path('M14 9h3M60 13h4M36 6h2M12 33h4M64 36h3M76 29h2', {
          stroke: '#000',
          'stroke-opacity': '.4',
          'stroke-width': 2,
        }),
      ),
      // flagstone grit
      pattern(
        id('s'),
        47,
        31,
        'rotate(-4)',
        path('M3 6h3M20 22h2M33 10h3M12 27h2M41 24h3M26 3h2', {
          stroke: '#000',
          'stroke-opacity': '.35',
          'stroke-width': 1.6,
        }),
        path('M8 12h3M28 18h2M40 5h2M17 4h2', { stroke: '#fff', 'stroke-opacity': '.3', 'stroke-width': 1.4 }),
      ),
      // a tile of the eaves with its round end
      g(
        { id: id('e') },
        path('M-20-4H20Q18 16 0 30Q-18 16-20-4Z', { fill: '#2a3338', transform: 'translate(22)' }),
        line('M4 0Q8 16 22 26Q36 16 40 0', '#7d8a8e', 1.8),
        rect(-13, -90, 26, 90, { fill: url('c') }),
        line('M-13-18H13M-13-52H13', '#0007', 2),
        circle(0, 0, 15, { fill: '#141a1d' }),
        circle(-0.6, -1, 13.4, { fill: '#5f6b70' }),
        circle(0, 0, 9, { fill: 'none', stroke: '#1c2428', 'stroke-width': 2.4 }),
        line('M-11-6A12.5 12.5 0 0 1 4-12', '#cfd8da', 2.2),
        circle(0, 0, 3, { fill: '#2a3338' }),
      ),
      // lantern, hung from the origin
      g(
        { id: id('a') },
        circle(0, 62, 96, { fill: url('g') }),
        line('M0 0V26', '#160a04', 3),
        path('M-32 62C-32 36-18 28 0 28S32 36 32 62S18 96 0 96S-32 88-32 62Z', { fill: url('n') }),
        line(
          'M0 28V96M-13 29C-24 44-24 80-13 95M13 29C24 44 24 80 13 95' +
            'M-22 33C-33 50-33 74-22 91M22 33C33 50 33 74 22 91',
          '#6a0f0c',
          1.6,
          { opacity: '.6' },
        ),
        rect(-15, 22, 30, 9, { rx: 2, fill: url('d') }),
        rect(-15, 93, 30, 9, { rx: 2, fill: url('d') }),
        line('M-7 102V132M-2 102V140M3 102V138M8 102V130', '#d0402a', 3.4),
        line('M-21 46Q-14 36-6 34', '#fff', 3.6, { opacity: '.7', 'stroke-linecap': 'round' }),
      ),
      shoe('h', upper, lining, lining),
      shoe('k', lining, upper, '#f7efdb'),
      g(
        { id: id('r') },
        circle(3, 4, 15, { fill: '#0008' }),
        circle(0, 0, 14, { fill: url('d') }),
        circle(4, 20, 15, { fill: 'none', stroke: '#0008', 'stroke-width': 5 }),
        circle(0, 15, 15, { fill: 'none', stroke: '#4a2f08', 'stroke-width': 7 }),
        circle(0, 15, 15, { fill: 'none', stroke: '#e0b455', 'stroke-width': 4 }),
        circle(0, 0, 5, { fill: '#fff3c8' }),
      ),
    )
    const shine = rect(0, 0, 480, 480, { fill: url('l') })
    const pair = (name: string, x: number, y: number, size: number) =>
      put(name, x - 26 * size, y, ` scale(${size}) rotate(4) scale(1 .8)`) +
      put(name, x + 26 * size, y + 2, ` scale(${size}) rotate(-6) scale(1 .8)`)
    const wall = rect(0, 0, 480, 480, { fill: url('b') })
    const beam = (x: number, y: number, width: number, height: number) =>
      rect(x + 6, y + 9, width, height, { fill: '#0006' }) +
      rect(x, y, width, height, { fill: url(width > height ? 'o' : 'w') }) +
      rect(x, y, width, 2.4, { fill: '#ffce9a', opacity: '.6' })
    const stone = (y: number, height: number, tone: string) =>
      rect(-4, y, 488, height, { fill: tone }) +
      rect(-4, y, 488, height, { fill: url('s') }) +
      rect(-4, y, 488, 3, { fill: '#fff', opacity: '.35' })

    if (form === 0) {
      const first = random.chance(0.5)
      return (
        defs +
        wall +
        rect(0, 0, 480, 480, { fill: `${night}80` }) +
        circle(240, 250, 300, { fill: url('g') }) +
        // the room
        rect(112, 108, 256, 300, { fill: url('i') }) +
        rect(112, 330, 256, 80, { fill: '#b8682a' }) +
        line('M112 344H368M112 362H368M112 386H368', '#7a3c12', 2, { opacity: '.6' }) +
        ellipse(240, 200, 84, 88, { fill: url('y') }) +
        line('M240 108V148', '#6a3a12', 3) +
        path('M212 168Q216 148 240 146Q264 148 268 168Z', { fill: '#8a4a1c' }) +
        ellipse(240, 168, 28, 7, { fill: '#fffdf0' }) +
        path('M196 266H284V278H276V336H268V278H212V336H204V278H196Z', { fill: '#7a3c12' }) +
        path('M218 250H244Q242 264 236 266H226Q220 264 218 250Z', { fill: '#f6efe2' }) +
        // the leaves, opened inward
        path('M112 108L188 132V380L112 408Z', { fill: url('p') }) +
        path('M368 108L292 132V380L368 408Z', { fill: url('p') }) +
        path('M112 108L188 132V380L112 408ZM368 108L292 132V380L368 408Z', { fill: '#1a0a0440' }) +
        line('M188 132V380M292 132V380', '#ffe7a6', 4) +
        put('r', 166, 250, ' scale(.6 1)') +
        put('r', 314, 250, ' scale(.6 1)') +
        beam(86, 96, 28, 316) +
        beam(366, 96, 28, 316) +
        beam(76, 84, 328, 34) +
        [170, 310].map((x) => circle(x, 101, 9, { fill: url('d') })).join('') +
        // steps
        stone(404, 34, '#6a6c66') +
        stone(438, 50, '#54574f') +
        rect(-4, 430, 488, 10, { fill: '#0007' }) +
        beam(108, 388, 264, 20) +
        path('M128 408H352L372 436H108ZM104 440H376L420 480H60Z', { fill: url('f') }) +
        pair(first ? 'h' : 'k', 188, 438, 0.9) +
        pair(first ? 'k' : 'h', 296, 440, random.pick([0.66, 0.9])) +
        // eaves
        rect(0, 30, 480, 56, { fill: '#0009' }) +
        Array.from({ length: 12 }, (_, i) => rect(i * 44 - 10, 44, 20, 17, { fill: wood, stroke: '#0a0402' })).join(
          '',
        ) +
        rect(0, 0, 480, 34, { fill: '#1b2327' }) +
        Array.from({ length: 12 }, (_, i) => put('e', i * 44 - 2, 30)).join('') +
        put('a', 44, 62) +
        put('a', 436, 62) +
        shine
      )
    }
    if (form === 1) {
      // the whole house, seen from the path
      const lattice = (x: number) =>
        rect(x - 8, 236, 116, 112, { fill: '#0006', transform: 'translate(5 8)' }) +
        rect(x, 244, 100, 96, { fill: url('i') }) +
        line(
          `M${x + 20} 244V340M${x + 40} 244V340M${x + 60} 244V340M${x + 80} 244` +
            `V340M${x} 268H${x + 100}M${x} 292H${x + 100}M${x} 316H${x + 100}`,
          wood,
          5,
        ) +
        line(`M${x} 271H${x + 100}M${x} 295H${x + 100}M${x} 319H${x + 100}`, '#fff2c0', 1.4) +
        rect(x - 4, 240, 108, 104, { fill: 'none', stroke: wood, 'stroke-width': 10 }) +
        line(`M${x - 8} 236H${x + 108}`, lit, 3) +
        beam(x - 14, 344, 128, 12)
      const stars = Array.from({ length: 26 }, () => `M${random.int(6, 474)} ${random.int(4, 110)}h.1`).join('')
      return (
        defs +
        linear(id('q'), [0, 0, 0, 1], [0, '#070b18'], [0.6, night], [1, '#4b5a70']) +
        pattern(
          id('u'),
          26,
          24,
          undefined,
          rect(0, 0, 26, 24, { fill: '#1a2226' }),
          path('M-6 4Q0 16 6 4M20 4Q26 16 32 4', { fill: '#2b363b', stroke: '#59676c', 'stroke-width': 1.6 }),
          rect(5, 0, 16, 24, { fill: url('c') }),
          path('M5 0Q13 9 21 0V4Q13 13 5 4Z', { fill: '#0a0e10' }),
          path('M6 5Q13 13 20 5', { fill: 'none', stroke: '#aab6b8', 'stroke-width': 1.4 }),
        ) +
        rect(0, 0, 480, 480, { fill: url('q') }) +
        line(stars, '#fff', 2.2, { 'stroke-linecap': 'round', opacity: '.8' }) +
        circle(404, 50, 90, { fill: url('z') }) +
        circle(404, 50, 22, { fill: '#f6efd4' }) +
        path('M0 130C40 60 90 50 150 84S360 110 480 60V240H0Z', { fill: '#0d1a26' }) +
        // wall, warm where the light falls
        rect(0, 190, 480, 224, { fill: '#b9a88c' }) +
        rect(0, 190, 480, 224, { fill: url('s') }) +
        rect(0, 190, 480, 224, { fill: `${night}88` }) +
        g({ transform: 'translate(0 360)' }, rect(0, 0, 480, 54, { fill: url('b') })) +
        ellipse(240, 310, 270, 170, { fill: url('g') }) +
        rect(0, 196, 480, 26, { fill: '#0008' }) +
        lattice(40) +
        lattice(340) +
        beam(8, 200, 16, 214) +
        beam(456, 200, 16, 214) +
        rect(184, 236, 112, 172, { fill: url('i') }) +
        ellipse(240, 300, 56, 80, { fill: url('y') }) +
        path('M184 372H296V410H184Z', { fill: '#b8682a' }) +
        path('M184 236L212 248V392L184 408ZM296 236L268 248V392L296 408Z', { fill: url('p') }) +
        line('M212 248V392M268 248V392', '#ffe7a6', 3) +
        circle(206, 320, 4, { fill: url('d') }) +
        circle(274, 320, 4, { fill: url('d') }) +
        beam(168, 228, 18, 184) +
        beam(294, 228, 18, 184) +
        beam(160, 220, 160, 20) +
        // step and path
        stone(408, 22, '#6a6c66') +
        rect(-4, 428, 488, 60, { fill: '#2a3a2c' }) +
        path('M160 428H320L420 490H60Z', { fill: '#5c5e57' }) +
        path('M160 428H320L420 490H60Z', { fill: url('s') }) +
        line(
          'M128 448H352M96 468H384M210 428L200 448M276 428L286 448M150 448L132 468M240 448V468M330 448L350 468',
          '#0007',
          2.4,
        ) +
        rect(-4, 426, 488, 8, { fill: '#0007' }) +
        path('M182 410H298L330 428H150ZM150 430H330L420 484H60Z', { fill: url('f') }) +
        pair('h', 186, 424, 0.56) +
        pair('k', 294, 424, 0.56) +
        // roof
        path('M44 84H436L500 196H-20Z', { fill: '#0007', transform: 'translate(0 14)' }) +
        path('M44 84H436L500 196H-20Z', { fill: url('u') }) +
        path('M44 84H436L500 196H-20Z', { fill: url('v') }) +
        linear(id('v'), [0, 0, 0, 1], [0, '#bcd4ff30'], [0.5, '#0000'], [1, '#000a']) +
        line('M-20 196H500', '#0a0e10', 8) +
        line('M-20 198H500', '#7d8a8e', 5, { 'stroke-dasharray': '14 12', 'stroke-linecap': 'round' }) +
        path('M20 70Q50 82 90 74H390Q430 82 460 70Q452 94 430 94H50Q28 94 20 70Z', {
          fill: '#2b363b',
          stroke: '#0a0e10',
          'stroke-width': 2,
        }) +
        line('M50 84H430', '#8d999c', 3, { 'stroke-dasharray': '16 3' }) +
        put('a', 164, 206, ' scale(.62)') +
        put('a', 316, 206, ' scale(.62)') +
        shine
      )
    }
    // at the threshold: the door ajar, the shoes close by
    return (
      defs +
      rect(150, 0, 200, 280, { fill: url('i') }) +
      ellipse(236, 90, 80, 130, { fill: url('y') }) +
      rect(150, 190, 200, 90, { fill: '#b8682a' }) +
      line('M150 204H350M150 226H350M150 256H350', '#7a3c12', 3, { opacity: '.6' }) +
      g(
        { transform: 'scale(1.5)' },
        rect(-10, -10, 136, 200, { fill: url('p') }),
        rect(190, -10, 136, 200, { fill: url('p') }),
      ) +
      path('M189 0H206V280H189Z', { fill: wood }) +
      path('M285 0H268V280H285Z', { fill: wood }) +
      line('M206 0V270M268 0V270', '#ffe7a6', 5) +
      path('M206 0H120V270H206ZM268 0H360V270H268Z', { fill: url('m') }) +
      linear(
        id('m'),
        [0, 0, 1, 0],
        [0, '#ffb04a00'],
        [0.3, '#ffb04a60'],
        [0.5, '#ffd080a0'],
        [0.7, '#ffb04a60'],
        [1, '#ffb04a00'],
      ) +
      [44, 218]
        .map(
          (y) =>
            rect(-4, y, 194, 16, { fill: '#0d0502', opacity: '.35' }) +
            rect(284, y, 200, 16, { fill: '#0d0502', opacity: '.35' }) +
            [20, 64, 108, 152, 320, 364, 408, 452]
              .map((x) => circle(x + 3, y + 11, 8, { fill: '#0008' }) + circle(x, y + 7, 8, { fill: url('d') }))
              .join(''),
        )
        .join('') +
      put('r', 160, 116, ' scale(1.7)') +
      put('r', 314, 116, ' scale(1.7)') +
      beam(-6, 262, 492, 44) +
      line('M0 276Q160 270 480 280M0 290Q220 296 480 288', '#160803', 2, { opacity: '.5' }) +
      path('M206 262H268L276 306H198Z', { fill: '#ffd27a', opacity: '.55' }) +
      stone(306, 180, '#62645d') +
      line('M0 396H150M330 402H480M110 306L90 396M370 306L396 402', '#0008', 4) +
      rect(0, 306, 480, 16, { fill: '#0007' }) +
      path('M198 306H276L404 490H70Z', { fill: url('f') }) +
      pair('h', 148, 388, 1.5) +
      pair('k', 338, random.int(384, 396), random.pick([1.12, 1.5])) +
      shine
    )
  },
}
