import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { pathOf } from '../../incremental/pages.ts'
import { drawings } from '../../views/tiles.ts'

export const getStaticPaths = (async () =>
  drawings(await loadCatalogue()).map(({ id, svg }) => pathOf({ id }, svg))) satisfies GetStaticPaths

/** A generated picture. */
export const GET: APIRoute = ({ props: { view } }) =>
  new Response(view(), { headers: { 'content-type': 'image/svg+xml' } })
