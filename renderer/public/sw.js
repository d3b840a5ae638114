// Service worker of the web build: after one visit the app opens without its server. The build writes in the name and the files.
const cacheName = 'pinli-__BUILD__'
const files = __FILES__

self.addEventListener('install', event => {
  event.waitUntil(caches.open(cacheName).then(cache => cache.addAll(files.map(file => new Request(file, { cache: 'reload' })))))
})

self.addEventListener('activate', event => {
  const outdated = name => name.startsWith('pinli-') && name !== cacheName
  event.waitUntil(caches.keys().then(names => Promise.all(names.filter(outdated).map(name => caches.delete(name)))).then(() => self.clients.claim()))
})

// A build is one set of files: what is in it comes from the cache, so that pages never mix two builds. A hub lets its answers
// vary by origin, which scripts are asked for with and the cache was filled without; to a page of its own they are the same.
self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return
  const page = request.mode === 'navigate'
  event.respondWith(caches.open(cacheName).then(cache => cache.match(page ? './' : request, { ignoreSearch: page, ignoreVary: true })).then(found => found ?? fetch(request)))
})
