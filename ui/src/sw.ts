// The service worker: hashed assets from the cache, and the last phone page for when there is no line.
//
// Invariant `one-page-kept`: at most one page is stored, and only one that asks for it with the header
// `X-Sloyfe-Offline: 1`. The server sends that header for a phone's own page on a device of its own, and never
// for the wall, the console or a shared device. A page that its device may not see any more is dropped at
// the next line: when the server shows something else there, when the stream ends or is refused, and at sign-out.

declare const self: ServiceWorkerGlobalScope;
declare const ASSETS: string[];
declare const ASSET_PATH: string;

const ASSET_CACHE = "sloyfe-assets";
const PAGE_CACHE = "sloyfe-page";
const SLOW_MS = 8_000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(ASSET_CACHE).then(async (cache) => {
      await cache.addAll(ASSETS);
      await self.skipWaiting();
    }),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith(ASSET_PATH)) event.respondWith(asset(request));
  else if (request.mode === "navigate") event.respondWith(page(request));
});

async function asset(request: Request): Promise<Response> {
  const stored = await caches.match(request, { cacheName: ASSET_CACHE });
  if (stored) return stored;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(ASSET_CACHE)).put(request, response.clone());
  return response;
}

async function page(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(SLOW_MS) });
    if (response.status >= 500) return (await storedPage(request)) ?? response;
    if (response.ok && !response.redirected && response.headers.get("X-Sloyfe-Offline") === "1") {
      await caches.delete(PAGE_CACHE);
      await (await caches.open(PAGE_CACHE)).put(request.url, response.clone());
    } else if (await caches.match(request.url, { cacheName: PAGE_CACHE })) {
      // The server shows something else there now: the seat is not this device's any more.
      await caches.delete(PAGE_CACHE);
    }
    return response;
  } catch {
    return (await storedPage(request)) ?? Response.error();
  }
}

/** The stored copy, marked so that the page can say that it is one. */
async function storedPage(request: Request): Promise<Response | undefined> {
  const stored = await caches.match(request.url, { cacheName: PAGE_CACHE });
  if (!stored) return undefined;
  const html = (await stored.text()).replace(/<html\b/i, "<html data-from-store");
  const headers = new Headers(stored.headers);
  headers.delete("content-length");
  headers.delete("content-encoding");
  return new Response(html, { status: 200, headers });
}

/** Drops assets that neither this version nor the stored page uses. */
async function tidy(): Promise<void> {
  const pages = await caches.open(PAGE_CACHE);
  const used = new Set(ASSETS.map((path) => new URL(path, self.location.href).pathname));
  let text = "";
  for (const request of await pages.keys()) text += await (await pages.match(request))?.text();
  const cache = await caches.open(ASSET_CACHE);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!used.has(pathname) && !text.includes(pathname)) await cache.delete(request);
  }
}

export {};
