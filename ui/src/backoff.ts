// How long to wait before trying again. A whole school comes back at once after a power cut,
// so every wait is drawn at random from zero up to a ceiling that doubles.

export const RETRY_FIRST_MS = 1_000;
export const RETRY_MAX_MS = 15_000;

/** Returns the wait before attempt number `failures` (1 is the first retry). */
export function retryDelay(failures: number, random: () => number, askedMs?: number): number {
  if (askedMs !== undefined) return askedMs + random() * RETRY_FIRST_MS;
  const ceiling = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** Math.max(0, failures - 1));
  return random() * ceiling;
}

/** Reads `retry-after`, in seconds or as a date. Longer than two minutes is taken as two minutes. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) && wait >= 0 ? Math.min(wait, 120_000) : undefined;
}
