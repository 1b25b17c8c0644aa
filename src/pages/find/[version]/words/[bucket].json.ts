import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../../catalogue/load.ts'
import { finderFiles } from '../../../../views/finder.ts'

export const getStaticPaths = (async () => {
  const { index, buckets } = finderFiles(await loadCatalogue())
  return buckets.map((content, bucket) => ({
    params: { version: index.version, bucket: String(bucket) },
    props: { content },
  }))
}) satisfies GetStaticPaths

/** Words that do not travel with the index: things and scenes by which the finder knows a trade. */
export const GET: APIRoute = ({ props }) => Response.json(props.content)
