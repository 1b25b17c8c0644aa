import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { pathOf } from '../../incremental/pages.ts'
import { tileSvg } from '../../views/tiles.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return catalogue.list('brand').map((brand) => pathOf({ id: brand.id }, () => tileSvg(brand, catalogue)))
}) satisfies GetStaticPaths

/** The generated picture of a brand. */
export const GET: APIRoute = ({ props: { view } }) =>
  new Response(view(), { headers: { 'content-type': 'image/svg+xml' } })
