// A row is dragged by its handle. The handle is extra: the buttons above and below it do the same.

export function startDragging(form: HTMLFormElement, press: (edit: string) => void): void {
  form.addEventListener("pointerdown", (event) => {
    const handle = event.target instanceof Element ? event.target.closest("[data-drag]") : null;
    const row = handle?.closest<HTMLElement>("[data-item]");
    if (!row || event.button !== 0) return;
    event.preventDefault();
    drag(row, event.pointerId, press);
  });
}

function drag(row: HTMLElement, pointer: number, press: (edit: string) => void): void {
  const all = () => Array.from(row.parentElement?.querySelectorAll<HTMLElement>(":scope > [data-item]") ?? []);
  const leaving = new AbortController();
  const { signal } = leaving;
  let to = all().indexOf(row);
  row.classList.add("is-dragged");

  const show = (y: number): void => {
    const others = all().filter((other) => other !== row);
    to = others.filter((other) => middle(other) < y).length;
    for (const other of others) other.classList.remove("is-before", "is-after");
    const next = others[to];
    if (next) next.classList.add("is-before");
    else others.at(-1)?.classList.add("is-after");
  };
  const end = (isDropped: boolean): void => {
    leaving.abort();
    const from = all().indexOf(row);
    for (const other of all()) other.classList.remove("is-dragged", "is-before", "is-after");
    const id = row.dataset["item"];
    if (isDropped && id !== undefined && to !== from) press(`move:${id}:${to}`);
  };
  const mine = (event: PointerEvent): boolean => event.pointerId === pointer;
  addEventListener("pointermove", (event) => mine(event) && show(event.clientY), { signal });
  addEventListener("pointerup", (event) => mine(event) && end(true), { signal });
  addEventListener("pointercancel", (event) => mine(event) && end(false), { signal });
  addEventListener("keydown", (event) => event.key === "Escape" && end(false), { signal });
}

function middle(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
