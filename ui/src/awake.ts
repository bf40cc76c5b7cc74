// Keeps the screen awake while a meeting is on it, says so, and can be switched off.
// `<button data-awake data-on="…" data-off="…" data-unsupported="…">` shows what is true now.

import { words } from "./words";

const STORED = "sloyfe/awake";
let lock: WakeLockSentinel | undefined;

export function startAwake(): void {
  if (!document.querySelector("[data-awake]")) return;
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-awake]")) void toggle();
  });
  document.addEventListener("visibilitychange", () => document.hidden || void hold());
  document.addEventListener("sl:morphed", draw);
  void hold();
}

async function toggle(): Promise<void> {
  const turnOff = lock !== undefined;
  localStorage.setItem(STORED, turnOff ? "off" : "on");
  if (turnOff) await lock?.release();
  else await hold();
  draw();
}

async function hold(): Promise<void> {
  try {
    if (!lock && localStorage.getItem(STORED) !== "off") {
      const held = await navigator.wakeLock?.request("screen");
      held?.addEventListener("release", () => {
        lock = undefined;
        draw();
      });
      lock = held;
    }
  } catch {
    // Low battery, or the browser says no. The button shows that the screen may go dark.
  }
  draw();
}

function draw(): void {
  const state = !("wakeLock" in navigator) ? "unsupported" : lock ? "on" : "off";
  for (const control of document.querySelectorAll<HTMLElement>("[data-awake]")) {
    control.hidden = false;
    control.setAttribute("aria-pressed", String(lock !== undefined));
    control.toggleAttribute("disabled", state === "unsupported");
    const label = control.querySelector("[data-awake-text]") ?? control;
    const text = words(control, state);
    if (label.textContent !== text) label.textContent = text;
  }
}
