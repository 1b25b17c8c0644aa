import type { APIRoute } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { packedCues } from '../../views/finder.ts'

/** Things and scenes by which the finder knows a trade. */
export const GET: APIRoute = async () => Response.json(packedCues(await loadCatalogue()))
