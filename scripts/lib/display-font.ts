import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { cached, digest } from '../../src/cache/cache.ts'
import { unescapeHtml } from '../../src/text/xml.ts'
import { packWoff2 } from './woff2.ts'

const FONT_PACKAGE = '@expo-google-fonts/noto-serif-sc'

/** Bytes of the font that pages of a kind share. With a title's own few glyphs a page stays below 20 KB. */
export const FRAME_BUDGET = 11_000

/** Bytes of lettering that a page may ask for altogether. */
export const PAGE_BUDGET = 20_000

/** First and rough size of one Chinese glyph in a woff2 subset, in bytes; the real size is measured. */
const GLYPH_SIZE = 205

const DISPLAY_TEXT = [
  // Titles of documents run long and are set in the system's face.
  /<h1\b(?![^>]*\blong-title\b)[^>]*>([\s\S]*?)<\/h1>/g,
  /\bclass="(?:[^"]* )?(?:display|wordmark|number)(?: [^"]*)?"[^>]*>([\s\S]*?)<\/(?:h2|h3|a|span|p)>/g,
]

/** The characters of a page that are set in the display face: titles, section heads, large numbers. */
export function displayCharacters(html: string): Set<string> {
  const found = new Set<string>()
  for (const pattern of DISPLAY_TEXT) {
    for (const match of html.matchAll(pattern)) {
      const text = (match[1] as string).replace(/<svg[\s\S]*?<\/svg>/g, '').replace(/<[^>]*>/g, '')
      for (const character of unescapeHtml(text)) if (character.trim()) found.add(character)
    }
  }
  return found
}

/**
 * The characters of a page that are set in the display face, sorted; undefined for cards and sheets that do without our
 * styles, and for English, which is set in the system's faces.
 */
export function lettersOf(html: string): string | undefined {
  if (!html.includes('Frame, Title') || html.includes('<html lang="en"')) return undefined
  const letters = [...displayCharacters(html)]
  // Our face sets marks at the foot on the left; where traditional characters are read they stand in the middle.
  const ours = html.includes('<html lang="zh-Hant"')
    ? letters.filter((letter) => !/[，、。：；！？]/.test(letter))
    : letters
  return ours.sort().join('')
}

/** Characters by how many pages use them, most used first; ties in code-point order, so builds agree. */
export function byUse(pages: ReadonlyArray<Iterable<string>>): string[] {
  const uses = new Map<string, number>()
  for (const page of pages) for (const character of page) uses.set(character, (uses.get(character) ?? 0) + 1)
  return [...uses].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([character]) => character)
}

/** Tables for other scripts, vertical text and forms that we do not set; they were a sixth of a small file. */
const UNUSED_TABLES = ['BASE', 'GSUB', 'STAT', 'VORG', 'vhea', 'vmtx']

/** To be counted up when subsets are made differently, so that kept ones are not taken for new ones. */
const RULES = '2'

/** How a subset is packed: as small as can be, or almost as small and soon. */
type Packing = 'best' | 'quick'

/** Makes subsets of the display face. Those that many pages share are kept between builds. */
export class DisplayFont {
  #base: Buffer
  #version: string

  private constructor(base: Buffer, version: string) {
    this.#base = base
    this.#version = version
  }

  /** Loads the face once, cut down to `characters`, so that later subsets are quick. */
  static async load(characters: readonly string[]): Promise<DisplayFont> {
    const require = createRequire(import.meta.url)
    const file = require.resolve(`${FONT_PACKAGE}/700Bold/NotoSerifSC_700Bold.ttf`)
    const { version } = require(`${FONT_PACKAGE}/package.json`) as { version: string }
    const text = [...characters].sort().join('')
    const base = await cached('font-base', digest(version, RULES, text), async () => {
      const { readFile } = await import('node:fs/promises')
      return subsetFont(await readFile(file), text, { targetFormat: 'truetype', dropTables: UNUSED_TABLES })
    })
    return new DisplayFont(Buffer.from(base), version)
  }

  /** The face with these characters only, as woff2. */
  async subset(characters: Iterable<string>, packing: Packing): Promise<Uint8Array> {
    const text = [...characters].sort().join('')
    if (packing === 'quick') return packWoff2(await subsetFont(this.#base, text, { targetFormat: 'truetype' }))
    return cached('font', digest(this.#version, RULES, text), () =>
      subsetFont(this.#base, text, { targetFormat: 'woff2' }),
    )
  }

  /** As many of `characters`, in order, as fit into `budget` bytes. */
  async fit(
    characters: readonly string[],
    budget: number,
    packing: Packing,
  ): Promise<{ characters: string[]; bytes: Uint8Array }> {
    let count = Math.min(characters.length, Math.floor(budget / GLYPH_SIZE))
    for (;;) {
      const chosen = characters.slice(0, count)
      const bytes = await this.subset(chosen, packing)
      if (bytes.length <= budget || count === 0) return { characters: chosen, bytes }
      count = Math.min(count - 1, Math.floor((count * budget) / bytes.length))
    }
  }
}
