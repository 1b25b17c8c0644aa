import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../../catalogue/load.ts'
import { pathOf } from '../../../../incremental/pages.ts'
import { posterFile } from '../../../../posters/studio.ts'
import { SECTIONS } from '../../../../urls/paths.ts'
import { absoluteHere } from '../../../../urls/url.ts'
import { posterContent, posterEntries } from '../../../../views/posters.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return posterEntries(catalogue).flatMap((entry) =>
    (['phone', 'square'] as const).map((form) =>
      pathOf({ section: SECTIONS[entry.kind], id: entry.id, form }, () => ({
        form,
        content: posterContent(entry, catalogue, absoluteHere(entry.path)),
      })),
    ),
  )
}) satisfies GetStaticPaths

/** A poster for screens. */
export const GET: APIRoute = async ({ props: { view } }) => {
  const { content, form } = view()
  return new Response(Buffer.from(await posterFile(content, form)), { headers: { 'content-type': 'image/jpeg' } })
}
