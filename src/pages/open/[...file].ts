import type { APIRoute, GetStaticPaths } from 'astro'
import { loadCatalogue } from '../../catalogue/load.ts'
import { origin } from '../../urls/url.ts'
import { openFiles } from '../../views/open.ts'

export const getStaticPaths = (async () => {
  const files = openFiles(await loadCatalogue(), origin(new URL(import.meta.env.SITE)))
  return files.map(({ file, type, parts }) => ({ params: { file }, props: { type, parts } }))
}) satisfies GetStaticPaths

/** A file of the open data, sent piece by piece. */
export const GET: APIRoute = ({ props: { type, parts } }) => {
  const pieces = (parts as () => Iterable<string>)()[Symbol.iterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } })
}
