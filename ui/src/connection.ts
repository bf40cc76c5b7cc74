// Tells the truth about the line, in words from `[data-connection]`.
// What is seen changes at once. What is heard goes through the one polite voice.

import { announce } from "./announce";
import { words } from "./words";

export type Connection = "online" | "reconnecting" | "offline" | "over" | "ended";

let now: Connection | undefined;

export function connection(): Connection | undefined {
  return now;
}

export function showConnection(next: Connection): void {
  const before = now;
  now = next;
  render();
  if (before === next) return;
  document.documentElement.dataset["line"] = next;
  document.dispatchEvent(new CustomEvent("sl:connection", { detail: next }));
  const place = document.querySelector("[data-connection]");
  // The first «connected» is what everyone expects, so it is not said aloud.
  if (place && !(before === undefined && next === "online")) announce(words(place, next));
}

/** Draws the state again, after a new part has brought a fresh `[data-connection]`. */
export function render(): void {
  if (now === undefined) return;
  for (const place of document.querySelectorAll<HTMLElement>("[data-connection]")) {
    place.dataset["state"] = now;
    place.hidden = false;
    const label = place.querySelector("[data-connection-text]") ?? place;
    const text = words(place, now);
    if (label.textContent !== text) label.textContent = text;
  }
}
