import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { APIRoute } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { contentRoot } from '../../catalogue/root.ts'
import { pathOf } from '../../incremental/pages.ts'
import { published, type Variant } from '../../photos/photo.ts'
import { SAMPLE, sampleFiles, samplePhoto } from '../../photos/sample.ts'
import { photoFiles } from '../../views/photos.ts'

/**
 * The published photographs of one format. Each format is a route of its own, because a route whose
 * ending is a parameter wants a slash after it in the preview.
 */
export async function photoPaths(format: Variant['format']) {
  const files = [...photoFiles(await loadCatalogue()), ...(await sampleFiles())]
  return files
    .filter(({ variant }) => variant.format === format)
    .map((file) => pathOf({ name: file.variant.name.replace(/\.[a-z]+$/, '') }, () => file))
}

/** One published form of a photograph. */
export const photo: APIRoute = async ({ props: { view } }) => {
  const { original, variant } = view()
  const read = () => (original === SAMPLE ? samplePhoto() : readFile(resolve(contentRoot(), original)))
  return new Response(Buffer.from(await published(variant, read)), {
    headers: { 'content-type': `image/${variant.format}` },
  })
}
