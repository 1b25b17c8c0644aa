import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../../catalogue/load.ts'
import { posterFile } from '../../../../posters/studio.ts'
import { SECTIONS } from '../../../../urls/paths.ts'
import { absolute } from '../../../../urls/url.ts'
import { posterContent, sharedEntries } from '../../../../views/posters.ts'

export const getStaticPaths = (async () =>
  sharedEntries(await loadCatalogue()).flatMap((entry) =>
    (['phone', 'square'] as const).map((form) => ({
      params: { section: SECTIONS[entry.kind], id: entry.id, form },
      props: { entry, form },
    })),
  )) satisfies GetStaticPaths

/** A poster for screens. */
export const GET: APIRoute = async ({ props: { entry, form }, site }) => {
  const content = posterContent(entry, await loadCatalogue(), absolute(entry.path, site))
  return new Response(Buffer.from(await posterFile(content, form)), { headers: { 'content-type': 'image/jpeg' } })
}
