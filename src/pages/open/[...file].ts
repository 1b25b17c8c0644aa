import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { origin } from '../../urls/url.ts'
import { openFiles } from '../../views/open.ts'

export const getStaticPaths = (async () => {
  const files = openFiles(await loadCatalogue(), origin(new URL(import.meta.env.SITE)))
  return files.map(({ file, type, text }) => ({ params: { file }, props: { type, text } }))
}) satisfies GetStaticPaths

/** A file of the open data. */
export const GET: APIRoute = ({ props: { type, text } }) =>
  new Response(text(), { headers: { 'content-type': `${type}; charset=utf-8` } })
