// One polite voice for the whole page. Screen readers hear at most one message in five seconds;
// if more arrive, the last one is said, because it is the one that is still true.

const QUIET_MS = 5_000;
let lastAt = -Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string): void {
  clearTimeout(timer);
  const wait = Math.max(0, lastAt + QUIET_MS - Date.now());
  timer = setTimeout(() => {
    lastAt = Date.now();
    voice().textContent = text;
  }, wait);
}

function voice(): Element {
  const found = document.querySelector("[data-announce]");
  if (found) return found;
  const made = document.createElement("p");
  made.className = "ds-sr-only";
  made.setAttribute("role", "status");
  made.setAttribute("data-announce", "");
  made.setAttribute("data-own", "");
  document.body.append(made);
  return made;
}
