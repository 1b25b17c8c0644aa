import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../catalogue/load.ts'
import { finderCards } from '../../../views/finder.ts'

export const getStaticPaths = (async () =>
  finderCards(await loadCatalogue()).map((cards, shard) => ({
    params: { shard: String(shard) },
    props: { cards },
  }))) satisfies GetStaticPaths

/** The cards of a few brands, for the results of the finder. */
export const GET: APIRoute = ({ props }) => Response.json(props.cards)
