/** Stands in the place of the service worker where it is switched off: clears up after it and goes. */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(leave()))

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith(`yifang:${BASE}/`)) await caches.delete(name)
  await self.registration.unregister()
}
