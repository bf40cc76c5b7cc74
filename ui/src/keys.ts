// The presenter's keys, on pages with `<body data-keys>`: a button with `data-key="PageDown ArrowRight Space"`
// is pressed by any of those keys. Keys of a single character can be switched off (WCAG 2.1.4).

const STORED = "sloyfe/single-keys";

export function startKeys(): void {
  if (!document.body.hasAttribute("data-keys")) return;
  document.addEventListener("keydown", press);
  document.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLInputElement) || !event.target.hasAttribute("data-keys-switch")) return;
    localStorage.setItem(STORED, event.target.checked ? "on" : "off");
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest("[data-fullscreen]")) void fullscreen();
    if (event.target.closest("[data-black]")) black(true);
    else if (isBlack()) black(false);
  });
  document.addEventListener("sl:morphed", draw);
  draw();
}

function singleKeysOn(): boolean {
  return localStorage.getItem(STORED) !== "off";
}

function draw(): void {
  for (const control of document.querySelectorAll<HTMLInputElement>("[data-keys-switch]")) control.checked = singleKeysOn();
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const name = event.key === " " ? "Space" : event.key;
  if (isTyping(event.target) || isOwnKey(event.target, name)) return;
  if (document.querySelector("dialog[open]")) return;
  const isSingle = event.key.length === 1 && event.key !== " ";
  if (isSingle && !singleKeysOn()) return;
  if (act(name)) event.preventDefault();
}

function act(name: string): boolean {
  if (isBlack()) {
    black(false);
    return true;
  }
  const control = Array.from(document.querySelectorAll<HTMLElement>("[data-key]")).find(
    (other) => (other.dataset["key"] ?? "").split(/\s+/).includes(name) && !other.matches(":disabled, [hidden]"),
  );
  if (control) {
    control.click();
    return true;
  }
  if (name === "f") void fullscreen();
  else if (name === "b" || name === ".") black(true);
  else if (name === "?") return openHelp();
  else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"));
}

/** Space on a button, arrows in a radio group, and the like belong to the control in focus. */
function isOwnKey(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof Element)) return false;
  if (name === "Space" || name === "Enter") return target.closest("button, a, summary, input, [role=tab], [role=button]") !== null;
  return name.startsWith("Arrow") && target.closest("input, [role=tab], [role=radio], [role=slider], [focusgroup]") !== null;
}

function openHelp(): boolean {
  const help = document.querySelector<HTMLDialogElement>("dialog[data-help]");
  help?.showModal();
  return help !== null;
}

async function fullscreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // A phone has no full screen for pages. Nothing else depends on it.
  }
}

function isBlack(): boolean {
  return document.documentElement.classList.contains("sl-black");
}

function black(on: boolean): void {
  document.documentElement.classList.toggle("sl-black", on);
}
