import sharp, { type Metadata, type Sharp } from 'sharp'
import { carriesMore } from './extras.ts'
import { carriesFilm } from './jpeg.ts'

/** Longest side of a stored picture, in pixels; enough for every published form and for print. */
export const MAX_SIDE = 2560

/** Largest stored picture, in bytes. */
export const MAX_BYTES = 1_500_000

/** A stored picture as the checker and `npm run photos` see it. */
export interface Examined {
  /** Ending the bytes call for, whatever the file is called; undefined: not a picture we keep. */
  ending: 'jpg' | 'png' | 'webp' | undefined
  /** Whether it can be made into one: HEIC, AVIF, TIFF and GIF, of which the first picture is taken. */
  convertible: boolean
  width: number
  height: number
  bytes: number
  /** Turned on its side, to be righted by whoever shows it. */
  turned: boolean
  /** Hidden data: position, telephone, author, edits. */
  hidden: Array<'exif' | 'xmp' | 'iptc'>
  /** Other things that are no part of the picture: comments, data of programs, bytes behind its end. */
  more: boolean
  /** A film follows it, as in telephones' moving photos. */
  film: boolean
}

const ENDINGS: Record<string, Examined['ending']> = { jpeg: 'jpg', png: 'png', webp: 'webp' }

const CONVERTIBLE = ['heif', 'tiff', 'gif']

/** Whether a picture whose bytes are of this format can be stored, as it is or converted. */
export const isStorable = (format: string): boolean => Object.hasOwn(ENDINGS, format) || CONVERTIBLE.includes(format)

/**
 * What a picture's bytes are, without decoding it.
 * @returns undefined when they are no picture that anybody can read
 */
export async function examine(bytes: Uint8Array): Promise<Examined | undefined> {
  const metadata: Metadata | undefined = await sharp(bytes)
    .metadata()
    .catch(() => undefined)
  if (!metadata) return undefined
  return {
    ending: ENDINGS[metadata.format],
    convertible: CONVERTIBLE.includes(metadata.format),
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    bytes: bytes.length,
    turned: (metadata.orientation ?? 1) > 1,
    hidden: (['exif', 'xmp', 'iptc'] as const).filter((kind) => metadata[kind]),
    more: carriesMore(bytes, metadata.format),
    film: metadata.format === 'jpeg' && carriesFilm(bytes),
  }
}

/** What keeps a picture from being stored as it is, in the words of its report; empty: nothing. */
export function faultsOf({ ending, width, height, bytes, turned, hidden, more, film }: Examined): string[] {
  return [
    ending === undefined && '浏览器打不开这种格式',
    Math.max(width, height) > MAX_SIDE && `太大：${width}×${height}`,
    bytes > MAX_BYTES && `太重：${(bytes / 1_000_000).toFixed(1)} MB`,
    turned && '是横着存的',
    film && '是动态照片，后面带着一段录像',
    hidden.length > 0 && `里面藏着拍摄信息（${hidden.join('、')}，可能有定位）`,
    hidden.length === 0 && !film && more && '里面藏着照片以外的东西（别的数据）',
  ].filter((fault) => fault !== false)
}

/** Qualities to try, and how much smaller to make a picture that is too heavy at all of them. */
const QUALITIES = [82, 74, 66]
const SHRINK = 0.8

/**
 * A picture made fit to be stored: upright, at most MAX_SIDE and MAX_BYTES, without hidden data; JPEG, or
 * WebP where something shines through.
 * @throws when the picture is damaged
 */
export async function makeStorable(bytes: Uint8Array): Promise<{ bytes: Uint8Array; ending: 'jpg' | 'webp' }> {
  const source = await decode(bytes)
  const { hasAlpha } = await source.clone().metadata()
  const ending = hasAlpha && !(await source.clone().stats()).isOpaque ? 'webp' : 'jpg'
  for (let side = MAX_SIDE; ; side = Math.round(side * SHRINK)) {
    const sized = source
      .clone()
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
    for (const quality of QUALITIES) {
      const coded =
        ending === 'webp' ? sized.clone().webp({ quality }) : sized.clone().flatten().jpeg({ quality, mozjpeg: true })
      const result = await coded.toBuffer()
      if (result.length <= MAX_BYTES) return { bytes: result, ending }
    }
  }
}

/**
 * A picture ready to be worked on. sharp reads everything but telephones' HEIC, whose codec is patented and
 * left out of its builds; libheif (LGPL-3.0, as WebAssembly) decodes that, and only here: not for the site.
 */
async function decode(bytes: Uint8Array): Promise<Sharp> {
  const { format, compression } = await sharp(bytes).metadata()
  if (format !== 'heif' || compression !== 'hevc') return sharp(bytes)
  const { default: decodeHeic } = await import('heic-decode')
  // It is upright already: HEIC keeps the turn as part of the picture, and decoding applies it.
  const { width, height, data } = await decodeHeic({ buffer: bytes })
  return sharp(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } })
}
