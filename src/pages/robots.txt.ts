import type { APIRoute } from 'astro'
import { absolute, BASE } from '../urls/url.ts'

/** Crawlers ask for it only at the root of a host. */
const BELOW =
  BASE === '/' ? '' : '# Crawlers read this file only at the root of the host: add these lines to the one there.\n'

/** Everything may be read; the site map says what there is. */
export const GET: APIRoute = ({ site }) =>
  new Response(`${BELOW}User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml', site)}\n`)
