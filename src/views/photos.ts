import type { Catalogue } from '../catalogue/catalogue.ts'
import type { PhotoSlot } from '../manuscript/render.ts'
import { FORMATS, type Measured, type Variant, variantsOf } from '../photos/photo.ts'
import { KINDS } from '../schemas/index.ts'
import { shownPhotos } from './consent.ts'

/** A photograph as a page shows it, with everything that must stand beside it. */
export interface PhotoView extends Pick<PhotoSlot, 'alt' | 'caption' | 'credit' | 'licence'> {
  width: number
  height: number
  /** Per format, in the order to try: MIME type and addresses with widths, without base path. */
  sources: Array<{ type: string; set: Array<{ path: string; width: number }> }>
  /** For browsers that read no sources. */
  fallback: string
}

const photoPath = (variant: Variant): string => `/photos/${variant.name}`

/** The view of a photograph and its published forms. */
export function photoView(
  { alt, caption, credit, licence }: Pick<PhotoSlot, 'alt' | 'caption' | 'credit' | 'licence'>,
  measured: Measured,
): PhotoView {
  const variants = variantsOf(measured)
  const last = variants.at(-1) as Variant
  return {
    alt,
    caption,
    credit,
    licence,
    width: last.width,
    height: Math.round((measured.height * last.width) / measured.width),
    sources: FORMATS.map((format) => ({
      type: `image/${format}`,
      set: variants
        .filter((variant) => variant.format === format)
        .map((variant) => ({ path: photoPath(variant), width: variant.width })),
    })),
    fallback: photoPath(variants.find((variant) => variant.format === 'jpeg') ?? last),
  }
}

/** One file to publish: which form of which original. */
export interface PhotoFile {
  variant: Variant
  /** Path of the original below `content/`. */
  original: string
}

/** Every published form of every photograph in the catalogue that may be shown today, each once. */
export function photoFiles(catalogue: Catalogue): PhotoFile[] {
  const files = new Map<string, PhotoFile>()
  for (const kind of Object.keys(KINDS) as Array<keyof typeof KINDS>) {
    const place = KINDS[kind]
    if (!('folder' in place)) continue
    for (const entry of catalogue.list(kind)) {
      const shown = shownPhotos(entry, catalogue)
      for (const [src, measured] of Object.entries(entry.photos)) {
        if (!shown.has(src)) continue
        for (const variant of variantsOf(measured))
          files.set(variant.name, { variant, original: `${place.folder}/${entry.id}/${src.slice(2)}` })
      }
    }
  }
  return [...files.values()]
}
