/** Stands in the place of the service worker where it is switched off: clears up after it and goes. */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(leave()))

/** Whether a cache is of this site: those of a site below another path of the host begin alike. */
const isOurs = (name) =>
  name.startsWith(`yifang:${BASE}/`) && /^[0-9a-f]{16}$/.test(name.slice(`yifang:${BASE}/`.length))

async function leave() {
  for (const name of await caches.keys()) if (isOurs(name)) await caches.delete(name)
  await self.registration.unregister()
}
