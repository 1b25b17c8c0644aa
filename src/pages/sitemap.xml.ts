import type { APIRoute } from 'astro'
import { loadCatalogue } from '../catalogue/load.ts'
import { sitemapIndex, sitemapParts, sitemapXml } from '../feeds/sitemap.ts'
import { origin } from '../urls/url.ts'
import { mapEntries } from '../views/map.ts'

/** The site map for crawlers; of a very large site, the index of its parts. */
export const GET: APIRoute = async ({ site }) => {
  const here = origin(site)
  const parts = sitemapParts(mapEntries(await loadCatalogue(), here))
  const [only = []] = parts
  const addresses = parts.map((_, index) => `${here}/sitemap-${index + 1}.xml`)
  return new Response(parts.length === 1 ? sitemapXml(only) : sitemapIndex(addresses), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}
