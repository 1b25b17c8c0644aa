import type { APIRoute, GetStaticPaths } from 'astro'
import { securityTxt } from '../../seo/security.ts'
import { SITE } from '../../site.config.ts'
import { absolute } from '../../urls/url.ts'

export const getStaticPaths = (() => {
  const text = securityTxt(SITE.identity, absolute('/.well-known/security.txt', new URL(import.meta.env.SITE)))
  return text ? [{ params: { file: 'security.txt' }, props: { text } }] : []
}) satisfies GetStaticPaths

/** security.txt, where the site has one. */
export const GET: APIRoute = ({ props: { text } }) =>
  new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
