/**
 * The service worker. RELEASE, BASE, NEEDED, EXTRAS and ROOM are written before this by scripts/steps/offline.ts.
 *
 * It does not mix two releases: its cache holds one, and each page from the network comes with the question which
 * release is published now. If it is another, the cache is given up before the page is shown, and this worker only
 * passes on until the next one has taken its place. A question that is lost on the way changes nothing.
 */
const FAMILY = `yifang:${BASE}/`
const CACHE = FAMILY + RELEASE
const PATIENCE = 4000
const LARGEST = 200_000
/** So many drawings of the first page at most. */
const DRAWINGS = 24
const FOREVER = /^\/(?:_astro|fonts|photos|pagefind\/(?:[^/]+\/)?(?:fragment|index|filter))\//
const LEFT_ALONE = /^\/(?:embed|admin)\/|^\/(?:sw\.js|release\.txt)$/

/** Whether a cache is of this site: those of a site below another path of the host begin alike. */
const isOurs = (name) => name.startsWith(FAMILY) && /^[0-9a-f]{16}$/.test(name.slice(FAMILY.length))
const pathOf = (url) => new URL(url).pathname
const inSite = (path) => path.slice(BASE.length)
const kept = (key) => caches.match(key, { cacheName: CACHE })
const patience = () => new Promise((done) => setTimeout(done, PATIENCE))

/** Weak networks drop single requests: three attempts. */
async function load(address, cache, tries = 3) {
  try {
    const response = await fetch(address, { cache })
    if (response.ok) return response
    throw Object.assign(new Error(`${address}: ${response.status}`), { status: response.status })
  } catch (error) {
    if (tries < 2) throw error
    return load(address, cache, tries - 1)
  }
}

/**
 * The release that is published now; `gone` where the site has no worker any more, empty where a stranger answers,
 * undefined where nobody does or a server is in trouble: that says nothing about releases.
 */
const published = () =>
  load(`${BASE}/release.txt`, 'no-store')
    .then((response) => response.text())
    .then((text) => (/^[0-9a-f]{16}$/.test(text) ? text : ''))
    .catch(({ status }) => (status === 404 || status === 410 ? 'gone' : undefined))

/** Whether an answer of `published` means that what is kept here is of the past. */
const isOver = (now) => now !== undefined && now !== '' && now !== RELEASE

/** Looks for the worker that comes next. */
const update = () => self.registration.update().catch(() => undefined)

async function install() {
  const cache = await caches.open(CACHE)
  const add = async (file) => cache.put(file, await load(file, 'no-cache'))
  for (const file of NEEDED) await add(file)
  for (const file of EXTRAS) await add(file).catch(() => undefined)
  if ((await published()) === RELEASE) return
  await caches.delete(CACHE)
  throw new Error('another release was published meanwhile')
}

/** Clears after other releases. Pages wait for an activation, so what can take long is done beside it. */
async function activate() {
  for (const name of await caches.keys()) if (isOurs(name) && name !== CACHE) await caches.delete(name)
  await clients.claim()
  keepOpen().catch(() => undefined)
}

/** Keeps the page that brought this worker here, and the drawings on it, which came before the worker did. */
async function keepOpen() {
  for (const { url } of await clients.matchAll({ type: 'window' })) {
    const path = pathOf(url)
    if (!path.startsWith(`${BASE}/`) || LEFT_ALONE.test(inSite(path))) continue
    const html = await load(path, 'no-cache').catch(() => undefined)
    if (!html) continue
    const found = (await html.clone().text()).matchAll(/<img[^>]* src="([^"]+\.svg)"/g)
    const drawings = [...new Set([...found].map(([, drawing]) => drawing))].slice(0, DRAWINGS)
    const answers = []
    for (const drawing of drawings) {
      const answer = (await kept(drawing)) ? undefined : await load(drawing, 'no-cache').catch(() => undefined)
      if (answer) answers.push([drawing, answer])
    }
    await keep(...answers, [path, html]).catch(() => undefined)
  }
}

/** Keeps answers by their paths, if they are of this release for certain; the oldest of what came along the way make room. */
async function keep(...answers) {
  const fitting = []
  for (const [path, response] of answers) {
    if (Number(response.headers.get('content-length')) > LARGEST) await response.body.cancel()
    else if ((await response.clone().blob()).size <= LARGEST) fitting.push([path, response])
  }
  if (fitting.length === 0) return
  const isForever = fitting.every(([path]) => FOREVER.test(inSite(path)))
  if (!isForever && (await published()) !== RELEASE) return
  if (!(await caches.has(CACHE))) return
  const cache = await caches.open(CACHE)
  for (const [path, response] of fitting) {
    await cache.delete(path)
    await cache.put(path, response)
  }
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
  const asked = published()
  // A page that has come does not wait longer for the release than for itself.
  const fresh = Promise.all([fetch(event.request), Promise.race([asked, patience()])])
  fresh.catch(() => undefined)
  const late = patience().then(() => kept(path))
  const first = await Promise.race([fresh, late]).catch(() => undefined)
  if (first instanceof Response) return first
  const answer = first ?? (await fresh.catch(() => undefined))
  if (!answer) return (await kept(path)) ?? (await kept(`${BASE}/offline/`)) ?? Response.error()
  const [response, now] = answer
  if (now === RELEASE && response.status === 200 && !response.redirected)
    event.waitUntil(keep([path, response.clone()]))
  if (isOver(now)) {
    await caches.delete(CACHE)
    event.waitUntil(update())
  }
  // What comes too late for this page still counts for the next.
  if (now === undefined) event.waitUntil(asked.then((then) => isOver(then) && caches.delete(CACHE).then(update)))
  return response
}

/**
 * Everything that pages use: as kept, else from the network, and kept then. What may change under its address is asked
 * for anew, because the browser's own cache still has that of the release before.
 */
async function part(event, path) {
  const isKept = !event.request.url.includes('?')
  const found = isKept ? await kept(path) : undefined
  if (found) return found
  const isAsked = isKept && !FOREVER.test(inSite(path))
  const response = await fetch(isAsked ? new Request(event.request, { cache: 'no-cache' }) : event.request)
  if (response.status === 200 && isKept) event.waitUntil(keep([path, response.clone()]))
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
