// Keeps the page that is stored for when there is no line as new as the screen: the parts that come over the
// stream are put into it. So a reload without a line shows the step the meeting had come to, and what was saved.

const PAGE_CACHE = "sloyfe-page";
const WAIT_MS = 1_000;

const coming = new Map<string, string>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Takes a part into the stored page, if this page is the one that is stored. */
export function keepPart(id: string, html: string): void {
  if (!("caches" in globalThis)) return;
  coming.set(id, html);
  timer ??= setTimeout(() => {
    timer = undefined;
    keep().catch((error: unknown) => console.error("the stored page is not as new as the screen", error));
  }, WAIT_MS);
}

/** Forgets the page. */
export async function forgetPage(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  coming.clear();
  if ("caches" in globalThis) await caches.delete(PAGE_CACHE);
}

async function keep(): Promise<void> {
  const stored = await caches.match(location.href, { cacheName: PAGE_CACHE });
  if (!stored) return coming.clear();
  const page = new DOMParser().parseFromString(await stored.text(), "text/html");
  for (const [id, html] of coming) {
    const old = page.getElementById(id);
    if (old) old.outerHTML = html;
  }
  coming.clear();
  const text = `<!doctype html>${page.documentElement.outerHTML}`;
  // Somebody may have signed off meanwhile, and then there is nothing to keep.
  if (!(await caches.has(PAGE_CACHE))) return;
  await (await caches.open(PAGE_CACHE)).put(location.href, new Response(text, { headers: stored.headers }));
}
