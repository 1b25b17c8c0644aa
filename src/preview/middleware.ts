import type { MiddlewareHandler } from 'astro'
import { current } from '../catalogue/current.ts'
import { banner, mistakesPage } from './banner.ts'

/**
 * Puts what is wrong with `content/` on every page of the development server. While there are errors no
 * page is shown at all: it could only be the state before them.
 */
export const onRequest: MiddlewareHandler = async ({ url, isPrerendered }, next) => {
  const { problems, hidden } = current()
  const base = import.meta.env.BASE_URL.replace(/\/$/, '')
  const asksForPage = isPrerendered && /\/(?:[^/.]*|[^/]+\.html)$/.test(url.pathname)
  if (asksForPage && problems.some(({ level }) => level === 'error')) {
    return new Response(mistakesPage(problems, `${base}/@vite/client`), {
      status: 500,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
  }
  const response = await next()
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  const strip = banner(problems, hidden.includes(url.pathname.slice(base.length)))
  if (!strip) return response
  const html = (await response.text()).replace(/<body[^>]*>/, (tag) => tag + strip)
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(html, { status: response.status, headers })
}
