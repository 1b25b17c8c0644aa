import jsqr from 'jsqr'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { motifs } from '../tiles/motifs.ts'
import { drawTile } from '../tiles/tile.ts'
import { Lettering } from './lettering.ts'
import { breakLines } from './lines.ts'
import { PALETTE } from './palette.ts'
import { jpegOf, PHONE_BUDGET, THUMBNAIL_BUDGET, tileThumbnail } from './picture.ts'
import { compose, FORMS, type Form, type PosterContent, type PosterFigure, toSvg } from './poster.ts'

const drawing = drawTile('denim', motifs.denim, 'sample', 0).replace(/^<svg[^>]*>|<\/svg>$/g, '')

const content: PosterContent = {
  name: '福绵裁缝',
  layout: 'spine',
  place: ['广西', '玉林', '福绵'],
  kicker: '劳务品牌',
  sentence: '玉林市福绵区做牛仔裤等成衣的缝纫工人。',
  figure: {
    kind: 'target',
    kindWord: '目标',
    label: '培训人次',
    figure: { before: '', number: '1', scale: '万', unit: '人次', after: '以上' },
    caveat: '打算做到的，还不是结果；2025年',
  },
  source: '数据出自玉林市人民政府办公室',
  invitation: '扫码看品牌与出处',
  credit: '图案为示意，不是照片',
  siteName: '一方匠人',
  address: 'https://example.gov.cn/laowu/brands/fumian-caifeng/',
  tile: { drawing, thread: '#2c5c94', focus: { x: 60, y: 55 }, rule: motifs.denim.rule },
}

let letters: Lettering

beforeAll(async () => {
  letters = await Lettering.load()
}, 60_000)

const forms = Object.keys(FORMS) as Form[]

describe('lines', () => {
  const em = (text: string) => [...text].length
  it('keep closing marks off their beginning and opening marks off their end', () => {
    const text = '第二届“中国酒都·酱香酒匠”与首届“十佳酿造之星”表彰（遵义市仁怀举行），有人得奖。'
    for (let width = 4; width < 24; width++) {
      const lines = breakLines(text, width, em)
      expect(lines.join('')).toBe(text)
      expect(lines.filter((line) => /^[，。、”）·]/.test(line) && line.length > 1)).toEqual([])
      expect(lines.filter((line) => /[“（]$/.test(line))).toEqual([])
    }
  })

  it('keep numbers, what they count, and short remarks together', () => {
    const lines = breakLines('2024中国（福绵）牛仔时尚之夜', 9, em)
    expect(lines.some((line) => line.includes('（福绵）'))).toBe(true)
    expect(breakLines('到2024年9月27日为止共做了1.5万条', 10, em).join('|')).toMatch(/2024年9月27日.*1\.5万/)
  })
})

describe('lettering', () => {
  it('draws outlines, not text, and says 〓 for what the face lacks', () => {
    expect(letters.set('福绵', 100, 'bold').svg).toMatch(/^<path d="M/)
    expect(letters.measure('福绵', 100, 'bold')).toBeCloseTo(200)
    const paths = (text: string) => [...letters.set(text, 100, 'bold').svg.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d)
    expect(paths('\u{1f600}')).toEqual(paths('〓'))
    expect(paths('绵')).not.toEqual(paths('〓'))
  })

  it('sets upright columns', () => {
    const { length, svg } = letters.set('工（匠）', 100, 'bold', true)
    expect(length).toBeGreaterThan(350)
    expect(svg).not.toBe(letters.set('工（匠）', 100, 'bold').svg)
  })
})

describe('a poster', () => {
  it.each(forms)('%s carries a code that leads to the address', async (form) => {
    const composition = compose(content, form, letters)
    const picture = form === 'print' ? Buffer.from(toSvg(composition, drawing)) : await jpegOf(composition, drawing)
    const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([composition.width, composition.height])
    expect(jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(content.address)
  })

  it.each(forms)('%s is the same every time and holds no text that needs a font', (form) => {
    const draw = () => toSvg(compose(content, form, letters), drawing)
    expect(draw()).toBe(draw())
    expect(draw()).not.toMatch(/<text|font-family|href="http/)
  })

  it.each([
    ['the longest story', { layout: 'headline', figure: undefined, name: '名'.repeat(26), sentence: '句'.repeat(80) }],
    ['the longest event', { layout: 'headline', figure: undefined, name: '名'.repeat(50), sentence: '句'.repeat(60) }],
    ['an upright name of twenty', { name: '名'.repeat(20), sentence: '句'.repeat(60) }],
    ['nothing but a name', { sentence: '名', figure: undefined, source: '', place: [] }],
  ] as const)('has room for %s', (_, words) => {
    for (const form of forms) {
      const { art, width, height } = compose({ ...content, ...words } as PosterContent, form, letters)
      // The picture never shrinks to a strip.
      expect(art.width * art.height, form).toBeGreaterThan(width * height * 0.2)
    }
  })

  it.each([
    ['the longest label', { label: '量'.repeat(20) }],
    ['the longest label in Latin letters', { label: 'W'.repeat(20) }],
    [
      'many digits with the longest unit',
      { figure: { before: '近', number: '-1234567.891', scale: '余', unit: '单'.repeat(12), after: '以上' } },
    ],
  ])('keeps %s of a figure in its column, off the code and the edge', async (_, words) => {
    const figure = { ...(content.figure as PosterFigure), ...words }
    for (const form of forms) {
      const composition = compose({ ...content, figure }, form, letters)
      // A square without room for the figure would prove nothing.
      expect(composition.overlay, form).toContain(PALETTE.target)
      // Beside the column nothing stands but paper: before the code, in a square before the edge.
      const { art, width, height } = composition
      const strip =
        form === 'square'
          ? { left: 1026, top: 0, width: width - 1026, height }
          : { left: 594, top: art.height + 2, width: 40, height: height - art.height - 2 }
      const { channels } = await sharp(Buffer.from(toSvg(composition, '')))
        .flatten()
        .extract(strip)
        .toBuffer()
        .then((picture) => sharp(picture).stats())
      expect(
        channels.map(({ min, max }) => max - min),
        form,
      ).toEqual([0, 0, 0])
    }
  })

  it('stays within its budget', async () => {
    expect((await jpegOf(compose(content, 'phone', letters), drawing)).length).toBeLessThanOrEqual(PHONE_BUDGET)
    expect((await tileThumbnail(drawing)).length).toBeLessThanOrEqual(THUMBNAIL_BUDGET)
  })
})
