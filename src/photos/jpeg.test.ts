import sharp, { type JpegOptions } from 'sharp'
import { describe, expect, it } from 'vitest'
import { carriesFilm, endOfJpeg } from './jpeg.ts'

const photo = (options: JpegOptions = {}) =>
  sharp({
    create: {
      width: 320,
      height: 200,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
      background: '#888',
    },
  })
    .jpeg(options)
    .toBuffer()

describe('the end of a JPEG picture', () => {
  it.each<[string, JpegOptions]>([
    ['in one scan', {}],
    ['in several scans', { progressive: true }],
    ['with bytes of 255 in its data', { quality: 100, chromaSubsampling: '4:4:4' }],
    ['as small as can be', { mozjpeg: true }],
  ])('%s is that of the file', async (_, options) => {
    const bytes = await photo(options)
    expect(endOfJpeg(bytes)).toBe(bytes.length)
  })

  it('is found before what follows, and the picture in its metadata is not it', async () => {
    const inner = await photo()
    const bytes = await sharp(await photo())
      .withExif({ IFD0: { ImageDescription: inner.toString('latin1').slice(0, 2000).replaceAll('\0', ' ') } })
      .jpeg()
      .toBuffer()
    expect(endOfJpeg(Buffer.concat([bytes, Buffer.from('SEFT more')]))).toBe(bytes.length)
  })

  it('is missing where the file breaks off, at whatever place', async () => {
    const bytes = await photo()
    for (let length = 0; length < bytes.length; length += 97)
      expect(endOfJpeg(bytes.subarray(0, length))).toBeUndefined()
  })
})

describe('a film behind a picture', () => {
  it('is noticed wherever it begins', async () => {
    const film = Buffer.from('\0\0\0\x18ftypmp42 …')
    const gap = Buffer.from('\0\0MotionPhoto_Data')
    expect(carriesFilm(Buffer.concat([await photo(), film]))).toBe(true)
    expect(carriesFilm(Buffer.concat([await photo(), gap, film]))).toBe(true)
  })

  it('is none where other things follow, or nothing', async () => {
    expect(carriesFilm(await photo())).toBe(false)
    expect(carriesFilm(Buffer.concat([await photo(), Buffer.from('SEFT, the trailer of a gallery')]))).toBe(false)
    expect(carriesFilm(Buffer.from('no picture, and the word ftyp'))).toBe(false)
  })
})
