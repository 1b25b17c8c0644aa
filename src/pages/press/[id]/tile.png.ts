import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../catalogue/load.ts'
import { tilePng } from '../../../posters/picture.ts'
import { posterTile } from '../../../views/posters.ts'

export const getStaticPaths = (async () => {
  const catalogue = await loadCatalogue()
  return catalogue.list('brand').map((brand) => ({ params: { id: brand.id }, props: { brand } }))
}) satisfies GetStaticPaths

/** A brand's picture for programs that read no SVG. */
export const GET: APIRoute = async ({ props: { brand } }) =>
  new Response(Buffer.from(await tilePng(posterTile(brand, await loadCatalogue()).drawing)), {
    headers: { 'content-type': 'image/png' },
  })
