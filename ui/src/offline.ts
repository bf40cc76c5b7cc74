// Registers the service worker, where there may be one: https or localhost.
// On plain http the page still keeps drafts and the outbox; only opening it without a line is missing.

export function startOffline(): void {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  addEventListener("load", () => {
    navigator.serviceWorker.register("/sw.js", { scope: "/" }).catch((error: unknown) => {
      console.info("no service worker", error);
    });
  });
}
