// `<sl-clock data-ends="ms" data-total="ms" data-state="running|paused|waiting" data-left="ms">`
// draws the time left each second, from the server's clock. No tick ever comes over the wire.

import { announce } from "./announce";
import {
  formatLeft, leftAt, minuteCrossed, offsetFrom, phaseOf, ringLeft, shownSeconds,
  type Clock, type ClockState, type Sample,
} from "./clock-math";
import { words } from "./words";

const SAMPLES_AT_JOIN = 5;
const SAMPLE_EVERY_MS = 10 * 60_000;

let offsetMs = 0;
let measured = false;
let measuring = false;

export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** The stream's own clock: one way only, so it serves until a round trip has been measured. */
export function heardClock(now: number): void {
  if (!measured) offsetMs = now - Date.now();
}

async function measure(count: number): Promise<void> {
  if (measuring) return;
  measuring = true;
  const samples: Sample[] = [];
  try {
    for (let taken = 0; taken < count; taken += 1) {
      const sentAt = Date.now();
      const response = await fetch("/clock", { cache: "no-store", headers: { Accept: "application/json" } });
      const receivedAt = Date.now();
      if (!response.ok) break;
      const { now } = (await response.json()) as { now: unknown };
      if (typeof now === "number") samples.push({ sentAt, server: now, receivedAt });
    }
  } catch {
    // Without an answer the clock keeps the offset it has. Next wake-up tries again.
  }
  measuring = false;
  const offset = offsetFrom(samples);
  if (offset === undefined) return;
  offsetMs = offset;
  measured = true;
  for (const clock of document.querySelectorAll<SlClock>("sl-clock")) clock.draw?.();
}

let keeping = false;

function keepTime(): void {
  if (keeping) return;
  keeping = true;
  void measure(SAMPLES_AT_JOIN);
  setInterval(() => void measure(1), SAMPLE_EVERY_MS);
  addEventListener("pageshow", (event) => event.persisted && void measure(SAMPLES_AT_JOIN));
  addEventListener("online", () => void measure(SAMPLES_AT_JOIN));
  document.addEventListener("visibilitychange", () => document.hidden || void measure(SAMPLES_AT_JOIN));
}

const said = new Set<string>();

export class SlClock extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #before: number | undefined;
  #beforeEnds = 0;

  connectedCallback(): void {
    if (!this.hasAttribute("role")) this.setAttribute("role", "timer");
    this.setAttribute("aria-live", "off");
    keepTime();
    this.draw();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  /** Draws now, and again at the next whole second. */
  draw(): void {
    clearTimeout(this.#timer);
    const clock = this.#read();
    const leftMs = leftAt(clock, serverNow());
    const phase = phaseOf(clock, leftMs);
    if (this.dataset["phase"] !== phase) this.dataset["phase"] = phase;

    const text = formatLeft(leftMs);
    for (const place of this.querySelectorAll("[data-clock-text]")) {
      if (place.textContent !== text) place.textContent = text;
    }
    const ring = this.querySelector<SVGElement>(".left");
    if (ring) ring.style.strokeDashoffset = String(100 - ringLeft(leftMs, clock.totalMs));
    this.#label(leftMs);
    this.#say(clock, leftMs);

    if (clock.state === "running" && this.isConnected) {
      const toNext = ((leftMs % 1000) + 1000) % 1000;
      this.#timer = setTimeout(() => this.draw(), toNext + 5);
    }
  }

  #read(): Clock {
    const number = (name: string) => Number(this.dataset[name] ?? 0) || 0;
    return {
      state: (this.dataset["state"] ?? "waiting") as ClockState,
      endsAt: number("ends"),
      totalMs: number("total"),
      leftMs: number("left"),
    };
  }

  #label(leftMs: number): void {
    const name = leftMs < 0 ? "label-over" : "label";
    if (!this.hasAttribute(`data-${name}`)) return;
    const seconds = Math.abs(shownSeconds(leftMs));
    const values = { min: String(Math.floor(seconds / 60)), sec: String(seconds % 60) };
    this.setAttribute("aria-label", words(this, name, values));
  }

  #say(clock: Clock, leftMs: number): void {
    const before = this.#before;
    const sameStep = this.#beforeEnds === clock.endsAt;
    this.#before = leftMs;
    this.#beforeEnds = clock.endsAt;
    if (clock.state !== "running" || before === undefined || !sameStep) return;
    const minute = minuteCrossed(before, leftMs, clock.totalMs);
    if (minute === undefined) return;
    const once = `${clock.endsAt}/${minute}`;
    if (said.has(once)) return;
    if (!this.hasAttribute(`data-say-${minute}`)) return;
    said.add(once);
    announce(words(this, `say-${minute}`));
    if (minute === 0) document.dispatchEvent(new CustomEvent("sl:zero"));
  }
}

document.addEventListener("sl:morphed", () => {
  for (const clock of document.querySelectorAll<SlClock>("sl-clock")) clock.draw?.();
});
