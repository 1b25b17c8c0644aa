import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { FORMATS, measure, published, render, SETTINGS, type Settings, variantsOf, WIDTHS } from './photo.ts'

/** A test picture: wide, turned on its side by EXIF, with a place in it. */
const original = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#a3301f' } })
  .jpeg()
  .withExif({ IFD0: { Artist: '某人' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 33/1 0/1' } })
  .withMetadata({ orientation: 6 })
  .toBuffer()

describe('photographs', () => {
  it('are measured as they will be seen, upright', async () => {
    expect(await measure(original)).toMatchObject({ width: 2000, height: 3000 })
  })

  it('get new addresses when their bytes change', async () => {
    const other = await sharp(original).jpeg({ quality: 60 }).toBuffer()
    expect((await measure(other)).digest).not.toBe((await measure(original)).digest)
  })

  it('are never blown up', () => {
    expect(variantsOf({ digest: 'd', width: 700, height: 500 }).map(({ width }) => width)).toEqual([480, 700, 480, 700])
    expect(variantsOf({ digest: 'd', width: 4000, height: 500 })).toHaveLength(WIDTHS.length * FORMATS.length)
  })

  it.each(FORMATS)('leave as %s without any metadata', async (format) => {
    const bytes = await render(original, { width: 480, format })
    const { exif, iptc, xmp, icc, width, height, orientation } = await sharp(bytes).metadata()
    expect([exif, iptc, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect([width, height]).toEqual([480, 720])
  })

  it('are encoded once: the second pass reads no original and encodes nothing', async () => {
    const measured = { ...(await measure(original)), digest: randomBytes(8).toString('hex') }
    const variants = variantsOf(measured).filter(({ width }) => width === 480)
    const read = vi.fn(async () => original)
    const pass = () => Promise.all(variants.map((variant) => published(variant, read)))
    try {
      const cold = await pass()
      expect(read).toHaveBeenCalledTimes(FORMATS.length)
      expect(await pass()).toEqual(cold)
      expect(read).toHaveBeenCalledTimes(FORMATS.length)
    } finally {
      await Promise.all(variants.map(({ name }) => rm(`.cache/photos/${name}`, { force: true })))
    }
  })

  it('get new addresses when they would be encoded differently', () => {
    const names = (settings?: Settings) =>
      variantsOf({ digest: 'd', width: 480, height: 300 }, settings).map(({ name }) => name)
    const [avif, jpeg] = names()
    for (const changed of [
      { quality: 55, effort: 9 },
      { quality: 20, effort: 2 },
    ]) {
      const [other, same] = names({ ...SETTINGS, avif: changed })
      expect(other).not.toBe(avif)
      expect(same).toBe(jpeg)
    }
  })
})
