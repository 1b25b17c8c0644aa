import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { pathOf } from '../../incremental/pages.ts'
import { cardJpeg, siteMark } from '../../photos/card.ts'
import { CARD_SIZE, cards } from '../../views/tiles.ts'

export const getStaticPaths = (async () =>
  cards(await loadCatalogue()).map(({ id, svg }) => pathOf({ id }, svg))) satisfies GetStaticPaths

/** A picture as a JPEG; the site's own is its icon. */
export const GET: APIRoute = async ({ props: { view } }) =>
  new Response(Buffer.from(await cardJpeg(view() ?? (await siteMark()), CARD_SIZE)), {
    headers: { 'content-type': 'image/jpeg' },
  })
