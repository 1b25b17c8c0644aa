import type { APIRoute } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { finderSounds } from '../../views/finder.ts'

/** How the characters of the finder's words sound and are written. */
export const GET: APIRoute = async () => Response.json(finderSounds(await loadCatalogue()))
