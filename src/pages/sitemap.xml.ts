import type { APIRoute } from 'astro'
import { loadCatalogue } from '../catalogue/load.ts'
import { sitemapXml } from '../feeds/sitemap.ts'
import { origin } from '../urls/url.ts'
import { mapEntries } from '../views/map.ts'

/** The site map for crawlers. */
export const GET: APIRoute = async ({ site }) =>
  new Response(sitemapXml(mapEntries(await loadCatalogue(), origin(site))), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
