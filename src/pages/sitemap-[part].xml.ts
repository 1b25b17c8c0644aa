import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../catalogue/load.ts'
import { sitemapParts, sitemapXml } from '../feeds/sitemap.ts'
import { origin } from '../urls/url.ts'
import { mapEntries } from '../views/map.ts'

export const getStaticPaths = (async () => {
  const parts = sitemapParts(mapEntries(await loadCatalogue(), origin(new URL(import.meta.env.SITE))))
  if (parts.length === 1) return []
  return parts.map((entries, index) => ({ params: { part: String(index + 1) }, props: { entries } }))
}) satisfies GetStaticPaths

/** A part of the site map of a very large site. */
export const GET: APIRoute = ({ props: { entries } }) =>
  new Response(sitemapXml(entries), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
