import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../../catalogue/load.ts'
import { finderFiles } from '../../../../views/finder.ts'

export const getStaticPaths = (async () => {
  const { index, cards } = finderFiles(await loadCatalogue())
  return cards.map((content, shard) => ({
    params: { version: index.version, shard: String(shard) },
    props: { content },
  }))
}) satisfies GetStaticPaths

/** The cards of a few brands, for the results of the finder. */
export const GET: APIRoute = ({ props }) => Response.json(props.content)
