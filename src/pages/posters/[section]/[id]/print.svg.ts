import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../../catalogue/load.ts'
import { posterFile } from '../../../../posters/studio.ts'
import { SECTIONS } from '../../../../urls/paths.ts'
import { absolute } from '../../../../urls/url.ts'
import { posterContent, sharedEntries } from '../../../../views/posters.ts'

export const getStaticPaths = (async () =>
  sharedEntries(await loadCatalogue()).map((entry) => ({
    params: { section: SECTIONS[entry.kind], id: entry.id },
    props: { entry },
  }))) satisfies GetStaticPaths

/** A poster for A4 and A3. */
export const GET: APIRoute = async ({ props: { entry }, site }) => {
  const content = posterContent(entry, await loadCatalogue(), absolute(entry.path, site))
  return new Response(Buffer.from(await posterFile(content, 'print')), {
    headers: { 'content-type': 'image/svg+xml' },
  })
}
