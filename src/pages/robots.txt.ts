import type { APIRoute } from 'astro'
import { url } from '../urls/url.ts'

/** Everything may be read; the site map says what there is. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(url('/sitemap-index.xml'), site)}\n`)
