// Dragging a person to another table. What it costs comes from the page of that person, so no rule is written twice;
// without dragging the same page shows the same words beside a button for each table.

import { startDragging, type Drag } from "./drag";

const FROM_FINGER_PX = 28;
const FROM_EDGE_PX = 8;

export function startGroups(): void {
  const map = document.querySelector<HTMLElement>("[data-groups]");
  const form = document.querySelector<HTMLFormElement>("#drag-form");
  if (map && form) {
    for (const handle of map.querySelectorAll<HTMLElement>("[data-drag]")) handle.hidden = false;
    // Who is locked has no handle.
    startDragging(map, (pressed) => {
      const seat = pressed.closest<HTMLElement>("[data-person]");
      return seat?.querySelector("[data-drag]") ? () => carry(map, form, seat) : undefined;
    });
  }
  const swap = document.querySelector<HTMLSelectElement>("#swap-with");
  const cost = document.querySelector("#swap-cost");
  swap?.addEventListener("change", () => {
    if (cost) cost.textContent = swap.selectedOptions[0]?.dataset.costSaid ?? "";
  });
}

function carry(map: HTMLElement, form: HTMLFormElement, seat: HTMLElement): Drag {
  const person = seat.dataset.person ?? "";
  const home = seat.closest("[data-table]");
  const ghost = makeGhost(seat);
  let costs = new Map<string, string>();
  let over: HTMLElement | null = null;

  const tell = (): void => {
    const cost = costs.get(over?.dataset.table ?? "") ?? "";
    ghost.said.textContent = over ? [over.querySelector("h3")?.textContent, cost].filter(Boolean).join(": ") : "";
    ghost.said.hidden = !over;
  };
  void costsOf(map, person).then((told) => {
    costs = told;
    tell();
  });
  seat.dataset.dragged = "";
  return {
    over(x, y) {
      const table = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-table]") ?? null;
      const target = table && map.contains(table) && table !== home ? table : null;
      if (target !== over) {
        delete over?.dataset.over;
        over = target;
        if (over) over.dataset.over = "";
        tell();
      }
      place(ghost.element, x, y);
    },
    end(isDropped) {
      ghost.element.remove();
      delete seat.dataset.dragged;
      delete over?.dataset.over;
      if (!isDropped || !over?.dataset.table) return;
      field(form, "person").value = person;
      field(form, "table").value = over.dataset.table;
      form.requestSubmit();
    },
  };
}

/** What each other table says that it costs. */
async function costsOf(map: HTMLElement, person: string): Promise<Map<string, string>> {
  const answer = await fetch(`${map.dataset.groups}?person=${person}`).catch(() => null);
  if (!answer?.ok) return new Map();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const told = Array.from(page.querySelectorAll<HTMLElement>("[data-cost-of]"));
  return new Map(told.map((it) => [it.dataset.costOf ?? "", it.textContent.trim()]));
}

/** The name that follows the pointer, with what it costs where it is. It takes no room, so no table moves under a finger. */
function makeGhost(seat: HTMLElement): { element: HTMLElement; said: HTMLElement } {
  const element = document.createElement("div");
  element.className = "gr-ghost";
  element.setAttribute("aria-hidden", "true");
  const name = document.createElement("b");
  name.textContent = seat.querySelector(".gr-name")?.textContent ?? "";
  const said = document.createElement("span");
  said.hidden = true;
  element.append(name, said);
  document.body.append(element);
  return { element, said };
}

/** Above the finger, which would hide it, or below where there is no room above. */
function place(ghost: HTMLElement, x: number, y: number): void {
  const { offsetWidth: width, offsetHeight: height } = ghost;
  const left = Math.max(FROM_EDGE_PX, Math.min(x - width / 2, document.documentElement.clientWidth - width - FROM_EDGE_PX));
  const above = y - height - FROM_FINGER_PX;
  ghost.style.translate = `${left}px ${above < FROM_EDGE_PX ? y + FROM_FINGER_PX : above}px`;
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}
