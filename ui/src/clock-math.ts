// The sums of the clock, without a page. The server says when a step ends and what its own clock shows;
// each screen draws the rest.

export interface Sample {
  /** Local time when the question left. */
  sentAt: number;
  /** The server's clock in the answer. */
  server: number;
  /** Local time when the answer came. */
  receivedAt: number;
}

/** Returns server time minus local time, from the sample with the shortest way there and back. */
export function offsetFrom(samples: readonly Sample[]): number | undefined {
  let best: Sample | undefined;
  for (const sample of samples) {
    if (sample.receivedAt < sample.sentAt) continue;
    if (!best || sample.receivedAt - sample.sentAt < best.receivedAt - best.sentAt) best = sample;
  }
  return best && best.server - (best.sentAt + best.receivedAt) / 2;
}

export type ClockState = "running" | "paused" | "waiting";
export type Phase = "waiting" | "paused" | "calm" | "soon" | "over";

export interface Clock {
  state: ClockState;
  endsAt: number;
  totalMs: number;
  leftMs: number;
}

export function leftAt(clock: Clock, serverNow: number): number {
  if (clock.state === "running") return clock.endsAt - serverNow;
  return clock.state === "paused" ? clock.leftMs : clock.leftMs || clock.totalMs;
}

/** The last fifth of the time is «soon». Nothing is ever «too late»: the leader moves on, not the clock. */
export function phaseOf(clock: Clock, leftMs: number): Phase {
  if (clock.state === "waiting") return "waiting";
  if (shownSeconds(leftMs) <= 0) return "over";
  if (clock.state === "paused") return "paused";
  return leftMs <= clock.totalMs / 5 ? "soon" : "calm";
}

/** Whole seconds to show. Time left is rounded up, so `0:01` stands until the end and `0:00` is the end. */
export function shownSeconds(leftMs: number): number {
  return Math.ceil(leftMs / 1000);
}

/** Formats time left as `12:40`, `1:05:00`, and time over as `+0:30`. Clock times have a full stop; time left a colon. */
export function formatLeft(leftMs: number): string {
  const shown = shownSeconds(leftMs);
  const seconds = Math.abs(shown);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const tail = String(seconds % 60).padStart(2, "0");
  const body = hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
  return shown < 0 ? `+${body}` : body;
}

/** Per cent of the ring that is still drawn. */
export function ringLeft(leftMs: number, totalMs: number): number {
  if (totalMs <= 0) return 0;
  return Math.min(100, Math.max(0, (leftMs / totalMs) * 100));
}

/** Returns the minutes (5, 1 or 0) that were passed between two looks at the clock, or undefined. */
export function minuteCrossed(beforeMs: number, afterMs: number, totalMs: number): 5 | 1 | 0 | undefined {
  for (const minute of [0, 1, 5] as const) {
    const mark = minute * 60_000;
    if (mark < totalMs && beforeMs > mark && afterMs <= mark) return minute;
  }
  return undefined;
}
