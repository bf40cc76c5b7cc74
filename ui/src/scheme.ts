// The projector is dark; sunlit rooms need it light. `<button data-scheme-switch>` turns it, and the device remembers.

const STORED = "sloyfe/scheme";

export function startScheme(): void {
  const control = document.querySelector("[data-scheme-switch]");
  if (!control) return;
  set(localStorage.getItem(STORED) ?? document.body.dataset["colorScheme"] ?? "dark");
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-scheme-switch]")) return;
    const next = document.body.dataset["colorScheme"] === "light" ? "dark" : "light";
    localStorage.setItem(STORED, next);
    set(next);
  });
  document.addEventListener("sl:morphed", () => set(document.body.dataset["colorScheme"] ?? "dark"));
}

function set(scheme: string): void {
  document.body.dataset["colorScheme"] = scheme;
  for (const control of document.querySelectorAll("[data-scheme-switch]")) {
    control.setAttribute("aria-pressed", String(scheme === "light"));
  }
}
