// The rows of the program by keyboard and by drag: Alt with an arrow moves a row, as its handle does;
// arrows in the minutes count.

import { startDragging, type Drag } from "./drag";

const STEP = 1;
const BIG_STEP = 5;

export function startRows(form: HTMLFormElement, press: (edit: string) => void): void {
  form.addEventListener("keydown", (event) => {
    const way = event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : undefined;
    if (way === undefined || !(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
    if (event.altKey) moveRow(event, way, press);
    else if (event.target instanceof HTMLInputElement && event.target.dataset["minutes"] !== undefined) count(event, event.target, way);
  });
  startDragging(form, (pressed) => {
    const row = pressed.closest("[data-drag]")?.closest<HTMLElement>("[data-item]");
    return row ? () => dragRow(row, press) : undefined;
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

function dragRow(row: HTMLElement, press: (edit: string) => void): Drag {
  const all = (): HTMLElement[] => Array.from(row.parentElement?.querySelectorAll<HTMLElement>(":scope > [data-item]") ?? []);
  let to = all().indexOf(row);
  row.classList.add("is-dragged");
  return {
    over(_x, y) {
      const others = all().filter((other) => other !== row);
      to = others.filter((other) => middle(other) < y).length;
      for (const other of others) other.classList.remove("is-before", "is-after");
      const next = others[to];
      if (next) next.classList.add("is-before");
      else others.at(-1)?.classList.add("is-after");
    },
    end(isDropped) {
      const from = all().indexOf(row);
      for (const other of all()) other.classList.remove("is-dragged", "is-before", "is-after");
      const id = row.dataset["item"];
      if (isDropped && id !== undefined && to !== from) press(`move:${id}:${to}`);
    },
  };
}

function middle(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
