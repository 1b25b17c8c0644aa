import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { tileSvg } from '../../views/tiles.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return catalogue.list('brand').map((brand) => ({ params: { id: brand.id }, props: { brand } }))
}) satisfies GetStaticPaths

/** The generated picture of a brand. */
export const GET: APIRoute = async ({ props }) =>
  new Response(tileSvg(props.brand, await loadCatalogue()), { headers: { 'content-type': 'image/svg+xml' } })
