// What arrives while a finger or a button is down waits until it is up again.
//
// A part that lands between press and release moves the page under the finger: the press and the release
// then hit different things, and the browser makes no click of them.

const CLICK_AFTER_UP_MS = 60;
const HELD_MAX_MS = 1_500;

const down = new Set<number>();
const waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Runs now, or in the order asked when nothing is pressed any more, and never later than `HELD_MAX_MS`. */
export function whenStill(run: () => void): void {
  if (timer === undefined) {
    run();
    return;
  }
  waiting.push(run);
  document.documentElement.dataset["held"] = String(waiting.length);
}

export function startHold(): void {
  addEventListener("pointerdown", (event) => press(event.pointerId), { capture: true, passive: true });
  addEventListener("pointerup", (event) => lift(event.pointerId, CLICK_AFTER_UP_MS), { capture: true, passive: true });
  // The browser has taken the pointer, to scroll: no click will come.
  addEventListener("pointercancel", (event) => lift(event.pointerId, 0), { capture: true, passive: true });
}

function press(pointer: number): void {
  down.add(pointer);
  releaseIn(HELD_MAX_MS);
}

// On a touch screen the click comes a moment after the finger is up.
function lift(pointer: number, afterMs: number): void {
  down.delete(pointer);
  if (timer !== undefined && down.size === 0) releaseIn(afterMs);
}

function releaseIn(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(release, ms);
}

function release(): void {
  timer = undefined;
  down.clear();
  delete document.documentElement.dataset["held"];
  for (const run of waiting.splice(0)) run();
}
