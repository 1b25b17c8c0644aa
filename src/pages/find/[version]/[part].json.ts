import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../../catalogue/load.ts'
import { finderFiles } from '../../../views/finder.ts'

export const getStaticPaths = (async () => {
  const { index, sounds, traditional } = finderFiles(await loadCatalogue())
  return Object.entries({ sounds, traditional }).map(([part, content]) => ({
    params: { version: index.version, part },
    props: { content },
  }))
}) satisfies GetStaticPaths

/** How the characters of the finder's words sound and are written. */
export const GET: APIRoute = ({ props }) => Response.json(props.content)
