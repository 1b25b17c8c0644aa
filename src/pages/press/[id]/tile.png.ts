import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../catalogue/load.ts'
import { pathOf } from '../../../incremental/pages.ts'
import { tilePng } from '../../../posters/picture.ts'
import { posterTile, pressBrands } from '../../../views/posters.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return pressBrands(catalogue).map((brand) => pathOf({ id: brand.id }, () => posterTile(brand, catalogue).drawing))
}) satisfies GetStaticPaths

/** A brand's picture for programs that read no SVG. */
export const GET: APIRoute = async ({ props: { view } }) =>
  new Response(Buffer.from(await tilePng(view())), {
    headers: { 'content-type': 'image/png' },
  })
