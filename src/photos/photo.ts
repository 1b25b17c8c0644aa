import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { cached, digest as digestOf } from '../cache/cache.ts'

/** A photograph as stored with its manuscript, measured. */
export interface Measured {
  /** Digest of the original: part of every address, so a replaced picture gets new ones. */
  digest: string
  width: number
  height: number
}

/** Widths that are published, in pixels: a phone, a phone at double density, a desk. */
export const WIDTHS = [480, 960, 1600] as const

/** Formats in the order a browser should try them; the last one everybody reads. */
export const FORMATS = ['avif', 'jpeg'] as const

/** How each format is written. */
export type Settings = Readonly<
  Record<(typeof FORMATS)[number], { quality: number; effort?: number; mozjpeg?: boolean }>
>

/** Chosen by measurement: docs/pictures.md. */
export const SETTINGS: Settings = {
  avif: { quality: 55, effort: 3 },
  jpeg: { quality: 78, mozjpeg: true },
}

/** One published form of a photograph. */
export interface Variant {
  /** File name: digest of the original, how it was written, width. Equal names mean equal bytes. */
  name: string
  width: number
  format: (typeof FORMATS)[number]
}

/** Size after the turn that the camera noted, and digest, of a picture's bytes. */
export async function measure(bytes: Uint8Array): Promise<Measured> {
  const { width, height } = (await sharp(bytes).metadata()).autoOrient
  return { digest: createHash('sha256').update(bytes).digest('hex').slice(0, 16), width, height }
}

/** `measure` for a file. */
export const measureFile = async (file: string): Promise<Measured> => measure(await readFile(file))

/**
 * The forms in which a picture is published: never wider than the original. How a form is written is
 * part of its name, since browsers and builds keep what they have for good.
 */
export function variantsOf({ digest, width }: Measured, settings = SETTINGS): Variant[] {
  const widths = [...WIDTHS.filter((candidate) => candidate < width), Math.min(width, WIDTHS.at(-1) as number)]
  return FORMATS.flatMap((format) => {
    const written = digestOf(JSON.stringify(settings[format]), sharp.versions.sharp ?? '').slice(0, 4)
    return [...new Set(widths)].map((size) => ({
      name: `${digest}${written}-${size}.${format === 'jpeg' ? 'jpg' : format}`,
      width: size,
      format,
    }))
  })
}

/**
 * One published form: turned upright, scaled, and without any metadata — no place, no camera, no
 * name (sharp writes none unless asked).
 */
export async function render(
  bytes: Uint8Array,
  { width, format }: Pick<Variant, 'width' | 'format'>,
): Promise<Uint8Array> {
  const picture = sharp(bytes).autoOrient().resize({ width, withoutEnlargement: true })
  return picture.toFormat(format, SETTINGS[format]).toBuffer()
}

/** `render`, done once for a form and kept: the original is read only when the form is not there yet. */
export const published = (variant: Variant, read: () => Promise<Uint8Array>): Promise<Uint8Array> =>
  cached('photos', variant.name, async () => render(await read(), variant))
