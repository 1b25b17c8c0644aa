import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { contentRoot } from '../../catalogue/root.ts'
import { render } from '../../photos/photo.ts'
import { SAMPLE, sampleFiles, samplePhoto } from '../../photos/sample.ts'
import { photoFiles } from '../../views/photos.ts'

export const getStaticPaths = (async () => {
  const files = [...photoFiles(await loadCatalogue()), ...(await sampleFiles())]
  return files.map((file) => ({ params: { name: file.variant.name }, props: { ...file } }))
}) satisfies GetStaticPaths

/** One published form of a photograph. */
export const GET: APIRoute = async ({ props: { original, variant } }) => {
  const bytes = original === SAMPLE ? await samplePhoto() : await readFile(resolve(contentRoot(), original))
  return new Response(Buffer.from(await render(bytes, variant)), {
    headers: { 'content-type': `image/${variant.format}` },
  })
}
