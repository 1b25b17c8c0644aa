import sharp from 'sharp'
import { cached, digest } from '../cache/cache.ts'
import { SIZE } from '../tiles/motif.ts'
import type { Composition } from './poster.ts'

/** Largest poster for a phone, in bytes: what a chat group on a weak line still loads. */
export const PHONE_BUDGET = 200_000

/** Side of the picture that all forms of posters are cut from, in pixels. */
const MASTER = 1440

/** Tried in order until the picture is small enough: quality first, then fewer pixels for the busiest crafts. */
const TRIES = [
  { scale: 1, quality: 78 },
  { scale: 1, quality: 66 },
  { scale: 1, quality: 54 },
  { scale: 0.75, quality: 66 },
  { scale: 0.75, quality: 48 },
]

/** Side of a tile published as PNG, in pixels. */
const PUBLISHED = 800

/** Largest picture on a card for other sites, in bytes: with its page it stays below 10 KB. */
export const THUMBNAIL_BUDGET = 7_000

/** Side of that picture in pixels, and the qualities tried in order until it is small enough. */
const THUMBNAIL = { side: 160, qualities: [50, 30, 15] }

/** What bytes depend on besides the drawing. Raise the number when this file draws differently. */
const ENGINE = JSON.stringify([2, MASTER, TRIES, PUBLISHED, THUMBNAIL, THUMBNAIL_BUDGET, PHONE_BUDGET, sharp.versions])

/**
 * A poster as JPEG, which WeChat saves and forwards everywhere. The same composition always gives
 * the same bytes; what was drawn once is kept in the cache.
 * @param drawing children of the tile's <svg>
 */
export function jpegOf(composition: Composition, drawing: string): Promise<Uint8Array> {
  return cached('poster', digest(ENGINE, JSON.stringify(composition), drawing), async () => {
    const { width, height, art, crop, overlay } = composition
    const unit = MASTER / SIZE
    const picture = await sharp(await master(drawing))
      .extract({
        left: Math.floor(crop.x * unit),
        top: Math.floor(crop.y * unit),
        width: Math.floor(crop.width * unit),
        height: Math.floor(crop.height * unit),
      })
      .resize(art.width, art.height, { fit: 'fill' })
      .raw()
      .toBuffer()
    const words = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${overlay}</svg>`
    const { data, info } = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
      .composite([
        { input: picture, raw: { width: art.width, height: art.height, channels: 3 }, left: art.x, top: art.y },
        { input: Buffer.from(words), left: 0, top: 0 },
      ])
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (const { scale, quality } of TRIES) {
      const bytes = await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
        .resize(Math.round(width * scale))
        .jpeg({ quality, mozjpeg: true })
        .toBuffer()
      if (bytes.length <= PHONE_BUDGET) return bytes
    }
    throw new Error(`a poster cannot be made smaller than ${PHONE_BUDGET} bytes`)
  })
}

/** A tile as PNG, for programs that read no SVG. */
export function tilePng(drawing: string): Promise<Uint8Array> {
  return cached('tile', digest(ENGINE, String(PUBLISHED), drawing), async () =>
    sharp(await master(drawing))
      .resize(PUBLISHED)
      .png({ palette: true, effort: 1 })
      .toBuffer(),
  )
}

/** A tile as a small WebP, for cards on other sites. */
export function tileThumbnail(drawing: string): Promise<Uint8Array> {
  return cached('thumbnail', digest(ENGINE, drawing), async () => {
    const small = await sharp(await master(drawing))
      .resize(THUMBNAIL.side)
      .png()
      .toBuffer()
    for (const quality of THUMBNAIL.qualities) {
      const bytes = await sharp(small).webp({ quality, effort: 6 }).toBuffer()
      if (bytes.length <= THUMBNAIL_BUDGET) return bytes
    }
    throw new Error(`a thumbnail cannot be made smaller than ${THUMBNAIL_BUDGET} bytes`)
  })
}

/** The picture that all others of a tile are made from: drawing it is what costs most. */
function master(drawing: string): Promise<Uint8Array> {
  const document = `<svg xmlns="http://www.w3.org/2000/svg" width="${MASTER}" height="${MASTER}" viewBox="0 0 ${SIZE} ${SIZE}">${drawing}</svg>`
  return cached('tile', digest(ENGINE, String(MASTER), drawing), () =>
    sharp(Buffer.from(document)).removeAlpha().png({ compressionLevel: 6 }).toBuffer(),
  )
}
