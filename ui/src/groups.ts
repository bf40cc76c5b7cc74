// Dragging a person to another table. What it costs comes from the page of that person, so no rule is written twice;
// without a mouse the same page shows the same words beside a button for each table.

export function startGroups(): void {
  startDragging();
  const swap = document.querySelector<HTMLSelectElement>("#swap-with");
  const cost = document.querySelector("#swap-cost");
  swap?.addEventListener("change", () => {
    if (cost) cost.textContent = swap.selectedOptions[0]?.dataset.costSaid ?? "";
  });
}

function startDragging(): void {
  const map = document.querySelector<HTMLElement>("[data-groups]");
  const form = document.querySelector<HTMLFormElement>("#drag-form");
  if (!map || !form) return;
  let dragged: string | undefined;
  map.addEventListener("dragstart", (event) => {
    const seat = seatOf(event.target);
    if (!seat?.dataset.person || !event.dataTransfer) return;
    dragged = seat.dataset.person;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged);
    seat.dataset.dragged = "";
    void tellCosts(map, dragged, () => dragged);
  });
  map.addEventListener("dragover", (event) => {
    const table = tableOf(event.target);
    if (!dragged || !table) return;
    event.preventDefault();
    mark(map, table);
  });
  map.addEventListener("dragend", () => {
    dragged = undefined;
    clear(map);
  });
  map.addEventListener("drop", (event) => {
    const table = tableOf(event.target);
    if (!dragged || !table?.dataset.table) return;
    event.preventDefault();
    const isHere = seatOf(map.querySelector(`[data-person="${dragged}"]`))?.closest("[data-table]") === table;
    if (!isHere) {
      field(form, "person").value = dragged;
      field(form, "table").value = table.dataset.table;
      form.requestSubmit();
    }
  });
}

async function tellCosts(map: HTMLElement, person: string, now: () => string | undefined): Promise<void> {
  const answer = await fetch(`${map.dataset.groups}?person=${person}`).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (now() !== person) return;
  for (const table of map.querySelectorAll<HTMLElement>("[data-table]")) {
    const said = page.querySelector(`[data-cost-of="${table.dataset.table}"]`)?.textContent?.trim();
    const cost = table.querySelector<HTMLElement>("[data-cost]");
    if (!cost || !said) continue;
    cost.textContent = said;
    cost.hidden = false;
  }
}

function mark(map: HTMLElement, over: HTMLElement): void {
  for (const table of map.querySelectorAll<HTMLElement>("[data-table]")) {
    if (table === over) table.dataset.over = "";
    else delete table.dataset.over;
  }
}

function clear(map: HTMLElement): void {
  for (const table of map.querySelectorAll<HTMLElement>("[data-table]")) delete table.dataset.over;
  for (const seat of map.querySelectorAll<HTMLElement>("[data-dragged]")) delete seat.dataset.dragged;
  for (const cost of map.querySelectorAll<HTMLElement>("[data-cost]")) cost.hidden = true;
}

function seatOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-person]") : null;
}

function tableOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-table]") : null;
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}
