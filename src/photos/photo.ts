import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

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

/** One published form of a photograph. */
export interface Variant {
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

/** The forms in which a picture is published: never wider than the original. */
export function variantsOf({ digest, width }: Measured): Variant[] {
  const widths = [...WIDTHS.filter((candidate) => candidate < width), Math.min(width, WIDTHS.at(-1) as number)]
  return FORMATS.flatMap((format) =>
    [...new Set(widths)].map((size) => ({
      name: `${digest}-${size}.${format === 'jpeg' ? 'jpg' : format}`,
      width: size,
      format,
    })),
  )
}

/**
 * One published form: turned upright, scaled, and without any metadata — no place, no camera, no
 * name (sharp writes none unless asked).
 */
export async function render(bytes: Uint8Array, { width, format }: Variant): Promise<Uint8Array> {
  const picture = sharp(bytes).autoOrient().resize({ width, withoutEnlargement: true })
  return format === 'avif'
    ? picture.avif({ quality: 55, effort: 4 }).toBuffer()
    : picture.jpeg({ quality: 78, mozjpeg: true }).toBuffer()
}
