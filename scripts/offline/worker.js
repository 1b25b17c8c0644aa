/**
 * The service worker. RELEASE, BASE, NEEDED, EXTRAS and ROOM are written before this by scripts/offline.ts.
 *
 * It never mixes two releases: its cache holds one, and each page from the network comes with the question which
 * release is published now. If it is another, the cache is given up before the page is shown, and this worker only
 * passes on until the next one has taken its place.
 */
const FAMILY = `yifang:${BASE}/`
const CACHE = FAMILY + RELEASE
const PATIENCE = 4000
const LARGEST = 200_000
const FOREVER = /^\/(?:_astro|fonts|photos|pagefind\/(?:[^/]+\/)?(?:fragment|index|filter))\//
const LEFT_ALONE = /^\/(?:embed|admin)\/|^\/(?:sw\.js|release\.txt)$/

const pathOf = (url) => new URL(url).pathname
const inSite = (path) => path.slice(BASE.length)
const kept = (key) => caches.match(key, { cacheName: CACHE })

/** Weak networks drop single requests: three attempts. */
async function load(address, cache, tries = 3) {
  try {
    const response = await fetch(address, { cache })
    if (response.ok) return response
    throw new Error(`${address}: ${response.status}`)
  } catch (error) {
    if (tries < 2) throw error
    return load(address, cache, tries - 1)
  }
}

/** The release that is published now; undefined where nobody answers, empty where a stranger does. */
const published = () =>
  load(`${BASE}/release.txt`, 'no-store')
    .then((response) => response.text())
    .then((text) => (/^[0-9a-f]{16}$/.test(text) ? text : ''))
    .catch(() => undefined)

async function install() {
  const cache = await caches.open(CACHE)
  const add = async (file) => cache.put(file, await load(file, 'no-cache'))
  for (const file of NEEDED) await add(file)
  for (const file of EXTRAS) await add(file).catch(() => undefined)
  if ((await published()) === RELEASE) return
  await caches.delete(CACHE)
  throw new Error('another release was published meanwhile')
}

/** Clears after other releases and keeps the page that brought this worker here. */
async function activate() {
  for (const name of await caches.keys()) if (name.startsWith(FAMILY) && name !== CACHE) await caches.delete(name)
  await clients.claim()
  for (const { url } of await clients.matchAll({ type: 'window' })) {
    if (pathOf(url).startsWith(`${BASE}/`) && !LEFT_ALONE.test(inSite(pathOf(url))))
      await load(pathOf(url), 'no-cache')
        .then((response) => keep(pathOf(url), response))
        .catch(() => undefined)
  }
}

/** Keeps an answer, if it is of this release for certain; the oldest of what came along the way make room. */
async function keep(key, response) {
  if (Number(response.headers.get('content-length')) > LARGEST) return response.body.cancel()
  const { size } = await response.clone().blob()
  if (size > LARGEST || (!FOREVER.test(inSite(key)) && (await published()) !== RELEASE)) return
  if (!(await caches.has(CACHE))) return
  const cache = await caches.open(CACHE)
  await cache.delete(key)
  await cache.put(key, response)
  const added = (await cache.keys()).filter(({ url }) => ![...NEEDED, ...EXTRAS].includes(pathOf(url)))
  let room = ROOM
  for (const request of added.reverse()) {
    room -= (await (await cache.match(request)).blob()).size
    if (room < 0) await cache.delete(request)
  }
}

/** Pages: the network first, for a few seconds; then what was kept; then a page that says what there is. */
async function page(event, path) {
  const { waiting } = self.registration
  if (waiting && (await clients.matchAll({ type: 'window' })).length < 2) waiting.postMessage('take over')
  const fresh = Promise.all([fetch(event.request), published()])
  fresh.catch(() => undefined)
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(() => kept(path))
  const first = await Promise.race([fresh, late]).catch(() => undefined)
  if (first instanceof Response) return first
  const answer = first ?? (await fresh.catch(() => undefined))
  if (!answer) return (await kept(path)) ?? (await kept(`${BASE}/offline/`)) ?? Response.error()
  const [response, now] = answer
  if (now === RELEASE && response.status === 200 && !response.redirected) event.waitUntil(keep(path, response.clone()))
  if (now !== RELEASE && now !== '') {
    await caches.delete(CACHE)
    event.waitUntil(self.registration.update().catch(() => undefined))
  }
  return response
}

/** Everything that pages use: as kept, else from the network, and kept then. */
async function part(event, path) {
  const found = event.request.url.includes('?') ? undefined : await kept(path)
  if (found) return found
  const response = await fetch(event.request)
  if (response.status === 200 && !event.request.url.includes('?')) event.waitUntil(keep(path, response.clone()))
  return response
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', () => self.skipWaiting())
self.addEventListener('fetch', (event) => {
  const { method, url, mode, headers } = event.request
  const path = pathOf(url)
  if (method !== 'GET' || !url.startsWith(`${location.origin}${BASE}/`) || headers.has('range')) return
  if (!LEFT_ALONE.test(inSite(path))) event.respondWith((mode === 'navigate' ? page : part)(event, path))
})
