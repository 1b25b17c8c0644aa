import type { Motif } from '../motif.ts'
import { circle, el, ellipse, g, linear, path, pattern, radial, rect } from '../svg.ts'

const BODY = 'M-124-10C-142-60-118-124-74-142H74C118-124 142-60 124-10Q118 6 100 8Q0 16-100 8Q-118 6-124-10Z'
const SPOUT = 'M-112-24C-156-44-158-104-200-138Q-206-150-196-156L-170-164C-148-140-134-112-96-104Z'
const ARCH = 'M-72-138C-92-246 92-246 72-138'

export const kettle: Motif = {
  alt: '灶台上的水壶与碗碟',
  thread: '#2F7466',
  focus: { x: 45, y: 58 },
  rule: { period: 24, draw: '<rect y="11" width="24" height="2" fill="currentColor"/>' },

  draw({ random, index, id }) {
    const url = (name: string) => `url(#${id(name)})`
    const at = (x: number, y: number, extra: string, ...children: string[]) =>
      g({ transform: `translate(${x} ${y})${extra}` }, ...children)
    const line = (d: string, stroke: string, width: number, extra: Record<string, string> = {}) =>
      path(d, { fill: 'none', stroke, 'stroke-width': width, ...extra })
    const form = index % 3
    const [dark, main, light, wall, rim] = random.pick<[string, string, string, string, string]>([
      ['#0b3a36', '#2c8577', '#9fe0cf', '#e9e4d2', '#2c5f9a'],
      ['#5a0f0d', '#c53a28', '#ff9d84', '#dfe6e0', '#2c5f9a'],
      ['#10274f', '#2f62a8', '#a3c8f2', '#efe6d2', '#b8452f'],
      ['#5c3a05', '#dba32e', '#ffe6a0', '#dbe5e6', '#2f7466'],
    ])

    const defs = el(
      'defs',
      {},
      radial(id('b'), { cx: '.34', cy: '.26', r: '.85' }, [0, light], [0.3, main], [0.7, dark], [0.9, dark], [1, main]),
      linear(id('s'), [0, 0, 0.4, 1], [0, light], [0.3, main], [1, dark]),
      linear(id('c'), [0, 0, 1, 0], [0, '#cfd6d8'], [0.2, '#fff'], [0.5, '#f2f3ef'], [0.8, '#b9bdbd'], [1, '#8b9092']),
      linear(id('m'), [0, 0, 0, 1], [0, '#fdfdfb'], [0.3, '#c4cacc'], [0.6, '#848c90'], [1, '#3c4347']),
      linear(id('o'), [0, 0, 0, 1], [0, '#d3a066'], [0.4, '#9a6435'], [1, '#553014']),
      linear(id('k'), [0, 0, 0, 1], [0, '#5d5a57'], [0.2, '#2b2928'], [1, '#0d0c0c']),
      linear(id('f'), [0, 1, 0, 0], [0, '#2a66e0'], [0.5, '#58b4ff'], [0.8, '#bfe9ffb0'], [1, '#ffe6a800']),
      linear(id('v'), [0, 1, 0, 0], [0, '#fffc'], [1, '#fff0']),
      linear(id('g'), [0, 0, 1, 1], [0, '#fffb'], [0.3, '#fff2'], [0.5, '#0000'], [1, '#2a1c1050']),
      linear(id('l'), [0, 0, 1, 1], [0, '#fff8e03d'], [0.4, '#fff0'], [0.6, '#0000'], [1, '#0005']),
      // glazed tiles, no two quite alike
      pattern(
        id('t'),
        216,
        144,
        undefined,
        rect(0, 0, 216, 144, { fill: '#9b9482' }),
        ...Array.from({ length: 6 }, (_, i) =>
          g(
            { transform: `translate(${(i % 3) * 72} ${i > 2 ? 72 : 0})` },
            rect(2, 2, 69, 69, { rx: 4, fill: wall }),
            random.chance(0.25) ? rect(2, 2, 69, 69, { rx: 4, fill: light, opacity: '.6' }) : '',
            rect(2, 2, 69, 69, { rx: 4, fill: url('g'), opacity: random.pick(['.5', '.75', '1']) }),
            line('M5 66V8Q5 5 8 5H66', '#fff', 2.4),
            line('M69 6V66Q69 69 66 69H8', '#0003', 2.4),
            path('M14 14H40L14 46Z', { fill: '#fff', opacity: random.pick(['.2', '.5', '.65']) }),
          ),
        ),
      ),
      // an enamel kettle; it stands on the origin
      g(
        { id: id('e') },
        line(ARCH, '#0005', 15, { transform: 'translate(9 10)' }),
        path(SPOUT, { fill: url('s'), stroke: dark }),
        line('M-126-46C-150-66-160-116-188-146', '#fff', 7, { opacity: '.65', 'stroke-linecap': 'round' }),
        line('M-202-146Q-196-160-168-165', '#2a2622', 6, { 'stroke-linecap': 'round' }),
        path(BODY, { fill: url('b') }),
        line('M-104 7Q0 15 104 7', '#1b1917', 6),
        line('M-116-28Q0-10 116-28', '#fff', 2.4, { opacity: '.5' }),
        line('M-119-20Q0-2 119-20', dark, 4, { opacity: '.6' }),
        // the window of the kitchen in the enamel
        path('M-90-78Q-84-108-64-124H-42Q-54-104-58-78ZM-36-124H-14Q-22-104-24-78H-52Q-48-104-36-124Z', {
          fill: '#fff',
          opacity: '.8',
        }),
        path('M-91-72H-59Q-61-54-57-40H-84Q-90-56-91-72ZM-53-72H-24Q-25-54-22-40H-51Q-54-56-53-72Z', {
          fill: '#fff',
          opacity: '.5',
        }),
        path('M112-92Q128-58 114-20Q104-12 92-10Q120-46 112-92Z', { fill: '#fff', opacity: '.35' }),
        path('M-96 2Q0 10 96 2L80-8Q0 0-80-8Z', { fill: light, opacity: '.35' }),
        // where the enamel has chipped
        path('M66-4q5-6 9-3t6 4q-6 6-12 4zM-108-10q6-2 6 3t-5 3z', {
          fill: '#26201c',
          stroke: '#f2ead8',
          'stroke-width': 1.6,
        }),
        // lid, knob, handle
        path('M-80-140Q-78-150-60-156Q0-182 60-156Q78-150 80-140Q0-124-80-140Z', { fill: url('s'), stroke: dark }),
        line('M-80-140Q0-124 80-140', '#1b1917', 5),
        line('M-62-148Q-30-164 4-167', '#fff', 6, { opacity: '.75', 'stroke-linecap': 'round' }),
        rect(-7, -186, 14, 16, { fill: url('m') }),
        ellipse(0, -190, 19, 13, { fill: url('k') }),
        ellipse(-5, -195, 8, 4, { fill: '#fff9' }),
        line(ARCH, '#1b1917', 9),
        line(ARCH, '#e4e8e8', 3, { transform: 'translate(-2 0)' }),
        line('M-52-204Q0-232 52-204', '#2a1406', 23, { 'stroke-linecap': 'round' }),
        line('M-52-204Q0-232 52-204', '#96602f', 19, { 'stroke-linecap': 'round' }),
        line('M-50-209Q0-238 50-209', '#e5b67c', 4, { 'stroke-linecap': 'round' }),
        line('M-46-200Q0-226 46-200M-40-196Q0-218 40-196', '#3a1f0a', 1.4, { opacity: '.6' }),
        circle(-72, -136, 9, { fill: url('m') }),
        circle(72, -136, 9, { fill: url('m') }),
      ),
      // a bowl, a plate on edge
      g(
        { id: id('w') },
        path('M-52-50C-48-16-32-4-24-2V5H24V-2C32-4 48-16 52-50Z', { fill: '#0005', transform: 'translate(8 7)' }),
        path('M-52-50C-48-16-32-4-24-2V5H24V-2C32-4 48-16 52-50Z', { fill: url('c') }),
        line('M-51-42Q0-26 51-42M-50-36Q0-20 50-36', rim, 2.4),
        line('M-34-18Q0-8 34-18', rim, 5, { 'stroke-dasharray': '5 6' }),
        ellipse(0, -50, 52, 11, { fill: '#fff' }),
        ellipse(0, -49, 47, 8.4, { fill: '#b7b6ae' }),
        ellipse(0, -46, 43, 6, { fill: '#e9e7df' }),
        ellipse(0, -50, 52, 11, { fill: 'none', stroke: rim, 'stroke-width': 2.4 }),
        path('M-43-34Q-40-16-28-9L-33-26Z', { fill: '#fff' }),
      ),
      g(
        { id: id('p') },
        ellipse(9, 6, 44, 50, { fill: '#0005' }),
        ellipse(0, 0, 44, 50, { fill: url('c') }),
        ellipse(0, 0, 41, 47, { fill: 'none', stroke: rim, 'stroke-width': 3 }),
        ellipse(0, 0, 36, 42, { fill: 'none', stroke: rim, 'stroke-dasharray': '3 5', 'stroke-width': 3 }),
        ellipse(1, 2, 28, 33, { fill: '#c9cccb' }),
        ellipse(0, 0, 28, 33, { fill: url('c') }),
        path('M-20-8Q-14-30 6-28Q-8-20-12 0Z', { fill: '#fff' }),
      ),
    )
    const put = (name: string, x: number, y: number, extra = '') =>
      el('use', { href: `#${id(name)}`, transform: `translate(${x} ${y})${extra}` })
    const shine = rect(0, 0, 480, 480, { fill: url('l') })
    const flames = (from: number, to: number, y: number) =>
      Array.from({ length: Math.floor((to - from) / 17) }, (_, i) => {
        const x = from + i * 17
        const h = random.int(20, 30)
        return `M${x} ${y}c-5-${h / 2} 8-${h / 2} 9-${h + 4}c4 ${h / 2} 12 ${h / 2} 8 ${h + 4}z`
      }).join('')
    const steam = (x: number, y: number, size = 1) =>
      at(
        x,
        y,
        ` scale(${size})`,
        path('M0 0C-26-28 16-44-10-76S8-116-6-136C30-116 6-96 16-70S10-26 0 0Z', { fill: url('v'), opacity: '.8' }),
        path('M-14-8C-40-36-14-52-34-78S-30-108-40-122C-12-106-22-86-14-64S-12-28-14-8Z', {
          fill: url('v'),
          opacity: '.55',
        }),
      )
    const grain = (y: number) =>
      line(`M0 ${y}Q150 ${y + 5} 480 ${y - 3}M0 ${y + 9}Q240 ${y + 3} 480 ${y + 10}`, '#3a1f0a', 1.6, { opacity: '.5' })

    if (form === 0) {
      const bowls = random.int(2, 3)
      return (
        defs +
        rect(0, 0, 480, 480, { fill: url('t') }) +
        // shelf
        rect(0, 92, 480, 22, { fill: '#0004' }) +
        [0, 1, 2].map((i) => put('p', 262 + i * 34, 44, ' scale(.86)')).join('') +
        put('w', 420, 76, ' scale(.84)') +
        put('w', 420, 58, ' scale(.84)') +
        rect(-4, 80, 488, 20, { fill: url('o') }) +
        grain(87) +
        rect(0, 80, 480, 2.4, { fill: '#ffe6bd' }) +
        // stove
        rect(0, 366, 480, 120, { fill: url('m') }) +
        rect(0, 366, 480, 3, { fill: '#fff' }) +
        path('M0 372H480V404H0Z', { fill: '#fff3' }) +
        line('M0 418H480', '#0009', 3) +
        line('M0 421H480', '#fff9', 1.6) +
        ellipse(206, 394, 176, 17, { fill: '#000a' }) +
        ellipse(200, 386, 96, 12, { fill: url('k') }) +
        path(flames(98, 304, 384), { fill: url('f') }) +
        rect(26, 352, 330, 10, { rx: 4, fill: url('k') }) +
        path('M46 360L36 398H50L60 360ZM346 360L356 398H342L332 360ZM150 360V398H160V360ZM240 360V398H250V360Z', {
          fill: '#1b1917',
        }) +
        put('e', 218, 344) +
        steam(22, 184, 0.62) +
        // bowls on the worktop, a knob or two
        [60, 130]
          .map((x) =>
            at(
              x,
              452,
              '',
              circle(3, 5, 20, { fill: '#0008' }),
              circle(0, 0, 19, { fill: url('m') }),
              circle(0, 0, 13, { fill: url('k') }),
              rect(-3, -15, 6, 20, { rx: 3, fill: '#f4f4f0' }),
            ),
          )
          .join('') +
        Array.from({ length: bowls }, (_, i) => put('w', 412, 406 - i * 19, ' scale(1.08)')).join('') +
        shine
      )
    }
    if (form === 1) {
      // the wood-fired stove at dusk: fire below, kettle and bowls above
      const brick = random.pick(['#8a4a34', '#7d5340', '#94563a'])
      const mouth = 'M128 480V392Q128 304 216 304T304 392V480Z'
      return (
        defs +
        radial(id('h'), { cx: '.45', cy: '.75', r: '.8' }, [0, '#ffb454'], [0.3, '#b0582280'], [1, '#1c0f0800']) +
        radial(
          id('i'),
          { cx: '.5', cy: '.85', r: '.8' },
          [0, '#fff3b0'],
          [0.3, '#ffb02e'],
          [0.6, '#d4480e'],
          [1, '#3a0d04'],
        ) +
        pattern(
          id('r'),
          96,
          64,
          undefined,
          rect(0, 0, 96, 64, { fill: '#b9a284' }),
          ...['M2 2H93V29H2Z', 'M-46 34H45V61H-46ZM50 34H141V61H50Z'].map((d, i) =>
            path(d, { fill: brick, opacity: i ? '.9' : '1' }),
          ),
          path('M3 4H92M50 36H96M0 36H44', { stroke: '#ffd0a0', 'stroke-width': 2, opacity: '.4' }),
          path('M3 28H93M50 60H96M0 60H45', { stroke: '#2a0f06', 'stroke-width': 3, opacity: '.5' }),
          path('M20 12h3M60 18h4M74 9h2M12 46h4M66 52h3M84 42h3', {
            stroke: '#2a0f06',
            'stroke-width': 2.4,
            opacity: '.5',
          }),
        ) +
        rect(0, 0, 480, 480, { fill: url('t') }) +
        rect(0, 0, 480, 480, { fill: '#2a180ac4' }) +
        put('p', 330, 66, ' scale(.9)') +
        put('p', 408, 66, ' scale(.9)') +
        rect(276, 112, 220, 16, { fill: url('o') }) +
        rect(282, 128, 214, 12, { fill: '#0007' }) +
        rect(0, 262, 480, 220, { fill: url('r') }) +
        rect(0, 0, 480, 480, { fill: url('h') }) +
        // arch stones, fire, logs
        line('M128 480V392Q128 304 216 304T304 392V480', '#5b3524', 44) +
        line('M128 480V392Q128 304 216 304T304 392V480', '#a8684a', 38, { 'stroke-dasharray': '30 4' }) +
        line('M116 480V392Q116 292 216 292', '#ffd9a8', 3, { opacity: '.5', 'stroke-dasharray': '30 4' }) +
        path(mouth, { fill: url('i'), transform: 'translate(23 48) scale(.893 .9)' }) +
        path(
          'M150 480C136 430 172 420 168 372C194 396 184 420 200 430C204 392 236 380 228 338' +
            'C262 372 242 410 258 428C268 412 266 400 262 388C288 420 292 450 280 480Z',
          { fill: '#ff8a1f', opacity: '.85' },
        ) +
        path(
          'M166 480C160 446 184 440 184 412C202 432 196 446 208 450C214 426 228 420 226 396' +
            'C246 420 236 444 248 456C256 446 256 444 256 436C270 456 268 470 262 480Z',
          { fill: '#ffe27a' },
        ) +
        line('M140 474L290 448M146 446L286 476', '#2a1208', 20, { 'stroke-linecap': 'round' }) +
        line('M142 468L288 443M150 440L284 469', '#e0622a', 3, {
          'stroke-linecap': 'round',
          'stroke-dasharray': '14 6 4 8',
        }) +
        // slab
        rect(0, 262, 480, 12, { fill: '#0008' }) +
        rect(0, 240, 480, 26, { fill: '#d8cdb8' }) +
        rect(0, 240, 480, 26, { fill: url('l') }) +
        rect(0, 240, 480, 3, { fill: '#fff' }) +
        ellipse(222, 246, 150, 9, { fill: '#0009' }) +
        put('e', 218, 238, ' scale(.92)') +
        steam(32, 92, 0.66) +
        [0, 1, 2].map((i) => put('w', 412, 248 - i * 18, ' scale(1.02)')).join('') +
        path('M86 232Q216 250 350 232L340 262H96Z', { fill: '#ff9c3a', opacity: '.2' }) +
        shine
      )
    }
    // straight down on the worktop
    const dish = (x: number, y: number, r: number, deep: boolean) =>
      at(
        x,
        y,
        '',
        circle(9, 13, r, { fill: '#0006' }),
        circle(0, 0, r, { fill: url('j') }),
        circle(0, 0, r - 4, { fill: 'none', stroke: rim, 'stroke-width': 4 }),
        circle(0, 0, r * 0.78, { fill: 'none', stroke: rim, 'stroke-width': 5, 'stroke-dasharray': '4 7' }),
        circle(0, 0, r * 0.62, { fill: deep ? '#8c8d88' : '#c4c6c2' }),
        circle(deep ? 4 : 1.4, deep ? 5 : 1.8, r * 0.57, { fill: url(deep ? 'n' : 'c') }),
        line(`M${-r * 0.86} ${-r * 0.2}A${r * 0.88} ${r * 0.88} 0 0 1 ${-r * 0.2} ${-r * 0.86}`, '#fff', 5, {
          'stroke-linecap': 'round',
        }),
      )
    const tip = random.int(116, 140)
    return (
      defs +
      radial(id('n'), { cx: '.66', cy: '.7', r: '.8' }, [0, '#fff'], [0.4, '#f1f1ec'], [1, '#8f928f']) +
      radial(id('j'), { cx: '.36', cy: '.32', r: '.8' }, [0, '#fff'], [0.6, '#eeeee8'], [1, '#a3a6a4']) +
      rect(0, 0, 480, 480, { fill: url('t') }) +
      rect(150, -20, 350, 350, { rx: 30, fill: '#0006' }) +
      rect(142, -34, 350, 350, { rx: 30, fill: url('m') }) +
      rect(150, -26, 334, 334, { rx: 24, fill: '#2b2d2e' }) +
      circle(300, 160, 150, { fill: '#111' }) +
      Array.from({ length: 36 }, (_, i) =>
        path('M-5-132Q0-176 5-132Z', { fill: '#58b4ff', transform: `translate(300 160) rotate(${i * 10})` }),
      ).join('') +
      line('M300-30V330M110 160H490', '#0d0c0c', 16) +
      line('M297-30V330M110 157H490', '#5d5a57', 3) +
      g(
        { transform: `translate(300 160) rotate(${tip})` },
        path('M126-34C170-30 190-16 214-12V14C190 18 170 32 126 34Z', {
          fill: '#0007',
          transform: 'translate(14 -12)',
        }),
        path('M116-38C170-30 190-14 214-12V14C190 18 170 32 116 38Z', { fill: url('s'), stroke: dark }),
        ellipse(213, 1, 6, 14, { fill: '#14100e', stroke: '#2a2622', 'stroke-width': 4 }),
        line('M128 10C170 10 190 6 206 6', '#fff', 5, { opacity: '.6', 'stroke-linecap': 'round' }),
      ) +
      circle(314, 178, 136, { fill: '#0008' }) +
      circle(300, 160, 136, { fill: url('b') }) +
      circle(300, 160, 133, { fill: 'none', stroke: '#1b1917', 'stroke-width': 3, opacity: '.6' }) +
      line('M184 126A122 122 0 0 1 262 44', '#fff', 12, { 'stroke-linecap': 'round', opacity: '.8' }) +
      line('M416 196A122 122 0 0 1 340 276', light, 7, { 'stroke-linecap': 'round', opacity: '.5' }) +
      circle(304, 168, 84, { fill: '#0007' }) +
      circle(300, 160, 82, { fill: url('b') }) +
      circle(300, 160, 81, { fill: 'none', stroke: '#1b1917', 'stroke-width': 4 }) +
      circle(300, 160, 52, { fill: 'none', stroke: light, 'stroke-width': 2, opacity: '.5' }) +
      line('M238 136A66 66 0 0 1 276 98', '#fff', 8, { 'stroke-linecap': 'round', opacity: '.8' }) +
      g(
        { transform: `translate(300 160) rotate(${tip + 90})` },
        rect(-112, -6, 224, 26, { rx: 12, fill: '#0007', transform: 'translate(8 14)' }),
        rect(-124, -6, 248, 12, { rx: 6, fill: url('m') }),
        rect(-66, -13, 132, 26, { rx: 13, fill: url('o'), stroke: '#2a1406' }),
        line('M-56-4H56M-50 3H44', '#3a1f0a', 1.6, { opacity: '.5' }),
      ) +
      dish(84, 96, 78, true) +
      dish(92, 372, 104, false) +
      dish(108, 360, 66, true) +
      dish(408, 420, 82, true) +
      g(
        { transform: `rotate(${random.int(-14, -6)} 240 430)` },
        rect(150, 438, 250, 9, { rx: 4, fill: '#0006', transform: 'translate(8 12)' }),
        rect(150, 420, 250, 9, { rx: 4, fill: url('o') }),
        rect(156, 438, 250, 9, { rx: 4, fill: url('o') }),
      ) +
      shine
    )
  },
}
