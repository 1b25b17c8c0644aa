import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../catalogue/load.ts'
import { pathOf } from '../../../incremental/pages.ts'
import { tileThumbnail } from '../../../posters/picture.ts'
import { thumbnails } from '../../../views/posters.ts'

export const getStaticPaths = (async () =>
  thumbnails(await loadCatalogue()).map(({ id, drawing }) => pathOf({ id }, drawing))) satisfies GetStaticPaths

/** A brand's picture for cards on other sites. */
export const GET: APIRoute = async ({ props: { view } }) =>
  new Response(Buffer.from(await tileThumbnail(view())), { headers: { 'content-type': 'image/webp' } })
