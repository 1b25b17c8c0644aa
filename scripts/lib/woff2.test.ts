import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { beforeAll, describe, expect, it } from 'vitest'
import { packWoff2 } from './woff2.ts'

/** What is packed is unpacked by the decoder that browsers use, and compared table by table. */
const require = createRequire(import.meta.url)
const { convert } = createRequire(require.resolve('subset-font'))('fontverter') as {
  convert(font: Uint8Array, format: string): Promise<Uint8Array>
}
let font: Uint8Array

beforeAll(async () => {
  const file = require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')
  font = await subsetFont(readFileSync(file), '正安吉他工匠 2024', { targetFormat: 'truetype' })
})

/** Tables by tag; without what packing changes: a flag and the checksum in `head`. */
function tables(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes)
  return new Map(
    Array.from({ length: buffer.readUInt16BE(4) }, (_, at) => {
      const entry = 12 + 16 * at
      const start = buffer.readUInt32BE(entry + 8)
      const tag = buffer.toString('latin1', entry, entry + 4)
      const content = Buffer.from(buffer.subarray(start, start + buffer.readUInt32BE(entry + 12)))
      if (tag === 'head') content.fill(0, 8, 12).fill(0, 16, 18)
      return [tag, content.toString('hex')]
    }),
  )
}

describe('packing a font', () => {
  it('gives a file from which every table comes back as it was', async () => {
    const packed = packWoff2(font)
    expect(Buffer.from(packed).toString('latin1', 0, 4)).toBe('wOF2')
    expect(packed.length).toBeLessThan(font.length * 0.8)
    const back = await convert(packed, 'truetype')
    expect(tables(back)).toEqual(tables(font))
    expect(tables(font).size).toBeGreaterThan(10)
  })

  it('says that the font was packed without loss, and how long the file is', async () => {
    const packed = Buffer.from(packWoff2(font))
    expect(packed.readUInt32BE(8)).toBe(packed.length)
    expect(packed.length % 4).toBe(0)
    const back = Buffer.from(await convert(packed, 'truetype'))
    const head = 12 + 16 * [...tables(back).keys()].indexOf('head')
    expect(back.readUInt16BE(back.readUInt32BE(head + 8) + 16) & 0x800).toBe(0x800)
  })

  it('is the same every time', () => {
    expect(packWoff2(font)).toEqual(packWoff2(font))
  })

  it('refuses what is no font', () => {
    expect(() => packWoff2(new Uint8Array(12))).toThrow('head')
  })
})
