// The rows of the program by keyboard: Alt with an arrow moves a row, arrows in the minutes count.

const STEP = 1;
const BIG_STEP = 5;

export function startRows(form: HTMLFormElement, press: (edit: string) => void): void {
  form.addEventListener("keydown", (event) => {
    const way = event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : undefined;
    if (way === undefined || !(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
    if (event.altKey) moveRow(event, way, press);
    else if (event.target instanceof HTMLInputElement && event.target.dataset["minutes"] !== undefined) count(event, event.target, way);
  });
}

function moveRow(event: KeyboardEvent, way: "up" | "down", press: (edit: string) => void): void {
  const row = (event.target as Element).closest<HTMLElement>("[data-item]");
  if (!row) return;
  event.preventDefault();
  const button = row.querySelector<HTMLButtonElement>(`button[value^="${way}:"]`);
  if (button && !button.disabled) press(button.value);
}

function count(event: KeyboardEvent, field: HTMLInputElement, way: "up" | "down"): void {
  event.preventDefault();
  const step = (event.shiftKey ? BIG_STEP : STEP) * (way === "up" ? 1 : -1);
  field.value = String(Math.max(1, (Number.parseInt(field.value, 10) || 0) + step));
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
