import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { FORMATS, measure, render, variantsOf, WIDTHS } from './photo.ts'

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
    const bytes = await render(original, { name: 'x', width: 480, format })
    const { exif, iptc, xmp, icc, width, height, orientation } = await sharp(bytes).metadata()
    expect([exif, iptc, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect([width, height]).toEqual([480, 720])
  })
})
