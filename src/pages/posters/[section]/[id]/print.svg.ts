import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../../catalogue/load.ts'
import { pathOf } from '../../../../incremental/pages.ts'
import { posterFile } from '../../../../posters/studio.ts'
import { SECTIONS } from '../../../../urls/paths.ts'
import { absoluteHere } from '../../../../urls/url.ts'
import { posterContent, posterEntries } from '../../../../views/posters.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return posterEntries(catalogue).map((entry) =>
    pathOf({ section: SECTIONS[entry.kind], id: entry.id }, () =>
      posterContent(entry, catalogue, absoluteHere(entry.path)),
    ),
  )
}) satisfies GetStaticPaths

/** A poster for A4 and A3. */
export const GET: APIRoute = async ({ props: { view } }) =>
  new Response(Buffer.from(await posterFile(view(), 'print')), { headers: { 'content-type': 'image/svg+xml' } })
