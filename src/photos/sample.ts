import sharp from 'sharp'
import { cached, digest } from '../cache/cache.ts'
import { measure, type Variant, variantsOf } from './photo.ts'

/** Stands for the path of an original, for the picture that the style guide shows. */
export const SAMPLE = 'sample'

let made: Promise<Uint8Array> | undefined

/**
 * A test picture, as large and as talkative as a telephone's: drawn by program, turned on its side,
 * with a place and a name in its metadata. It shows that none of that is published.
 */
export function samplePhoto(): Promise<Uint8Array> {
  const stripes = Array.from(
    { length: 12 },
    (_, at) => `<rect x="${at * 250}" width="250" height="2000" fill="hsl(${at * 30} 35% ${45 + (at % 3) * 10}%)"/>`,
  ).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="2000">${stripes}<circle cx="1500" cy="1000" r="700" fill="#fbf8f1" fill-opacity=".8"/></svg>`
  made ??= cached('photos', digest('sample', JSON.stringify(sharp.versions), svg), () =>
    sharp(Buffer.from(svg))
      .jpeg({ quality: 90 })
      .withExif({
        IFD0: { Artist: 'sample' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 33/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer(),
  )
  return made
}

/** The published forms of the test picture. */
export async function sampleFiles(): Promise<Array<{ variant: Variant; original: string }>> {
  return variantsOf(await measure(await samplePhoto())).map((variant) => ({ variant, original: SAMPLE }))
}
