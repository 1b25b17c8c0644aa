import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as hb from 'harfbuzzjs'
import { path } from '../tiles/svg.ts'

/** Weights of the display face that posters use. */
export type Weight = 'bold' | 'medium'

/** A line of text as outlines: it looks the same on machines without Chinese fonts. */
export interface Outlines {
  /** Paths whose baseline starts at 0 0; for vertical text, whose top centre lies there. */
  svg: string
  /** Length along the line, in the unit of `size`. */
  length: number
}

const FILES: Readonly<Record<Weight, string>> = {
  bold: '700Bold/NotoSerifSC_700Bold.ttf',
  medium: '500Medium/NotoSerifSC_500Medium.ttf',
}

/** Stands for a character that the face does not have, as in Chinese printing. */
const GETA = '〓'

/** Between Chinese and Latin letters or digits, in em. */
const THIN_GAP = 0.14

const IS_HAN = /[\p{Script=Han}]/u
const IS_LATIN = /[\dA-Za-z]/

/** Turns text into outlines of the display face. */
export class Lettering {
  readonly #fonts: Readonly<Record<Weight, hb.Font>>
  readonly #perEm: number

  private constructor(fonts: Readonly<Record<Weight, hb.Font>>, perEm: number) {
    this.#fonts = fonts
    this.#perEm = perEm
  }

  /** Loads the face from its npm package; call once per process. */
  static async load(): Promise<Lettering> {
    // Found from the project: the built code may lie elsewhere.
    const require = createRequire(join(process.cwd(), 'package.json'))
    const font = async (weight: Weight) => {
      const file = await readFile(require.resolve(`@expo-google-fonts/noto-serif-sc/${FILES[weight]}`))
      const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
      return new hb.Font(new hb.Face(new hb.Blob(bytes)))
    }
    const fonts = { bold: await font('bold'), medium: await font('medium') }
    return new Lettering(fonts, fonts.bold.face.upem)
  }

  /** Width of a horizontal line. */
  measure(text: string, size: number, weight: Weight): number {
    return this.set(text, size, weight).length
  }

  /**
   * Sets one line.
   * @param size of an em, in the units of the drawing
   * @param vertical from top to bottom, Chinese upright
   */
  set(text: string, size: number, weight: Weight, vertical = false): Outlines {
    const scale = size / this.#perEm
    let at = 0
    let svg = ''
    for (const run of runs(text)) {
      if (at > 0 && run.gap && !vertical) at += size * THIN_GAP
      const { infos, positions } = this.#shape(run.text, weight, vertical)
      infos.forEach(({ codepoint: glyph }, index) => {
        const { xAdvance, yAdvance, xOffset, yOffset } = positions[index] as hb.GlyphPosition
        const d = this.#fonts[weight].glyphToPath(glyph)
        const [x, y] = vertical ? [xOffset * scale, at - yOffset * scale] : [at + xOffset * scale, -yOffset * scale]
        const place = `translate(${two(x)} ${two(y)})scale(${four(scale)} ${four(-scale)})`
        if (d) svg += path(d, { transform: place })
        at += (vertical ? -yAdvance : xAdvance) * scale
      })
    }
    return { svg, length: at }
  }

  #shape(text: string, weight: Weight, vertical: boolean) {
    const font = this.#fonts[weight]
    const shaped = (words: string) => {
      const buffer = new hb.Buffer()
      buffer.addText(words)
      buffer.setDirection(vertical ? hb.Direction.TTB : hb.Direction.LTR)
      buffer.setScript('Hani')
      buffer.setLanguage('zh-Hans')
      hb.shape(font, buffer)
      return { infos: buffer.getGlyphInfos(), positions: buffer.getGlyphPositions() }
    }
    const result = shaped(text)
    if (result.infos.every(({ codepoint }) => codepoint !== 0)) return result
    const known = [...text].map((character) => (shaped(character).infos[0]?.codepoint === 0 ? GETA : character))
    return shaped(known.join(''))
  }
}

/** Cuts a text where Chinese and Latin meet; `gap` says that thin space stands before the run. */
function runs(text: string): Array<{ text: string; gap: boolean }> {
  const list: Array<{ text: string; gap: boolean }> = []
  let before = ''
  for (const character of text) {
    const meets = (IS_HAN.test(before) && IS_LATIN.test(character)) || (IS_LATIN.test(before) && IS_HAN.test(character))
    const last = list.at(-1)
    if (last && !meets) last.text += character
    else list.push({ text: character, gap: meets })
    before = character
  }
  return list
}

const two = (value: number) => String(Math.round(value * 100) / 100)
const four = (value: number) => String(Math.round(value * 1e5) / 1e5)
