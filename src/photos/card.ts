import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { cached, digest } from '../cache/cache.ts'

/** Part of every key: a change of these settings, or of what draws, makes new files. */
const SETTINGS = JSON.stringify(['jpeg-80', sharp.versions])

/**
 * A drawing as a square JPEG, for readers that take no SVG: cards in chats, feeds. Made once for the
 * same drawing and size.
 * @param size side in pixels
 */
export const cardJpeg = (svg: string, size: number): Promise<Uint8Array> =>
  cached('cards', digest(SETTINGS, String(size), svg), () =>
    sharp(Buffer.from(svg), { density: 96 })
      .resize(size, size)
      .flatten({ background: '#fbf8f1' })
      .jpeg({ quality: 80, mozjpeg: true })
      .toBuffer(),
  )

/** The site's own mark, for pages that belong to no craft. */
export const siteMark = (): Promise<string> => readFile('public/icon.svg', 'utf8')
