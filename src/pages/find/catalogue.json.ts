import type { APIRoute } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { finderFiles } from '../../views/finder.ts'

/** The finder's index. It names the version under which everything else lies. */
export const GET: APIRoute = async () => Response.json(finderFiles(await loadCatalogue()).index)
