import type { APIRoute } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { packedFinder } from '../../views/finder.ts'

/** The finder's index. */
export const GET: APIRoute = async () => Response.json(packedFinder(await loadCatalogue()))
