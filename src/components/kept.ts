import { BASE } from '../urls/url.ts'
import { element, must } from './dom.ts'

/** Lists the pages that this browser has kept, by name, on the page for when there is no network. */
const list = must('[data-kept]')
const prefix = BASE.replace(/\/$/, '')
const family = `yifang:${prefix}/`

async function keptPages(): Promise<Array<{ path: string; title: string }>> {
  const pages: Array<{ path: string; title: string }> = []
  for (const name of await caches.keys()) {
    // What follows is a release, and not a site below this one on the same host.
    if (!name.startsWith(family) || !/^[\da-f]{16}$/.test(name.slice(family.length))) continue
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const path = new URL(request.url).pathname
      if (!path.endsWith('/') || path === `${prefix}/offline/`) continue
      const text = (await (await cache.match(request))?.text()) ?? ''
      const title = new DOMParser().parseFromString(text, 'text/html').title
      pages.push({ path, title: title.replace(/ - [^-]+$/, '') })
    }
  }
  return pages
}

async function show(): Promise<void> {
  const pages = 'caches' in window ? await keptPages() : []
  list.replaceChildren(...pages.map(({ path, title }) => element('li', {}, element('a', { href: path }, title))))
  must('[data-kept-none]').hidden = pages.length > 0
  must('[data-retry]').addEventListener('click', () => location.reload())
}

show().catch(() => undefined)
