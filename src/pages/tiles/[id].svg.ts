import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { drawings } from '../../views/tiles.ts'

export const getStaticPaths = (async () =>
  drawings(await loadCatalogue()).map(({ id, svg }) => ({ params: { id }, props: { svg } }))) satisfies GetStaticPaths

/** A generated picture. */
export const GET: APIRoute = ({ props }) =>
  new Response(props.svg(), { headers: { 'content-type': 'image/svg+xml' } })
