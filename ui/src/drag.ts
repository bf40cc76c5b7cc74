// Something is dragged by mouse, pen or finger. Dragging is extra: each page has buttons that do the same.
//
// A mouse takes hold wherever `lift` says. A pen or a finger takes hold of what is marked `data-drag` alone,
// whose style has `touch-action: none`, so that a swipe over everything else scrolls the page.

const THRESHOLD_PX = 6;
const EDGE_PX = 56;
const SCROLL_MAX_PX_PER_MS = 0.7;

export interface Drag {
  /** The pointer is here, or the page has moved under it. */
  over(x: number, y: number): void;
  /** Let go, or taken back. Called once. */
  end(isDropped: boolean): void;
}

/** Begins a drag. Called when what was pressed is moved, so that a press alone is still a click. */
export type Lift = () => Drag;

/** `lift` says what there is to drag at an element, if anything. */
export function startDragging(root: HTMLElement, lift: (pressed: Element) => Lift | undefined): void {
  root.addEventListener("pointerdown", (event) => {
    const { target } = event;
    if (!(target instanceof Element) || event.button !== 0 || !event.isPrimary) return;
    const isHandle = target.closest("[data-drag]") !== null;
    const begin = isHandle || event.pointerType === "mouse" ? lift(target) : undefined;
    if (begin) follow(root, event, begin);
  });
}

function follow(root: HTMLElement, press: PointerEvent, begin: Lift): void {
  const leaving = new AbortController();
  const { signal } = leaving;
  let drag: Drag | undefined;
  let at = press;
  let frame = 0;

  const move = (event: PointerEvent): void => {
    at = event;
    if (!drag) {
      if (Math.hypot(at.clientX - press.clientX, at.clientY - press.clientY) < THRESHOLD_PX) return;
      drag = begin();
      root.setPointerCapture(press.pointerId);
      frame = requestAnimationFrame((now) => scroll(now, now));
    }
    drag.over(at.clientX, at.clientY);
  };
  // A finger that waits at the edge sends nothing, and the page goes on.
  const scroll = (was: number, now: number): void => {
    const by = pull(at.clientY) * (now - was);
    if (by !== 0) {
      scrollBy({ top: by, behavior: "instant" });
      drag?.over(at.clientX, at.clientY);
    }
    frame = requestAnimationFrame((next) => scroll(now, next));
  };
  const end = (isDropped: boolean): void => {
    leaving.abort();
    cancelAnimationFrame(frame);
    if (!drag) return;
    if (isDropped) swallowClick();
    drag.end(isDropped);
  };

  const mine = (handle: (event: PointerEvent) => void) => (event: PointerEvent) => event.pointerId === press.pointerId && handle(event);
  addEventListener("pointermove", mine(move), { signal });
  addEventListener("pointerup", mine(() => end(true)), { signal });
  addEventListener("pointercancel", mine(() => end(false)), { signal });
  addEventListener("keydown", (event) => event.key === "Escape" && end(false), { signal });
  // A long press opens no menu, and a mouse that drags marks no text.
  for (const name of ["contextmenu", "selectstart"]) addEventListener(name, (event) => event.preventDefault(), { signal });
}

/** How fast the page goes, and which way: faster the nearer the edge. */
function pull(y: number): number {
  const above = EDGE_PX - y;
  const below = y - (innerHeight - EDGE_PX);
  const depth = Math.min(1, Math.max(above, below, 0) / EDGE_PX);
  return (above > below ? -1 : 1) * depth * SCROLL_MAX_PX_PER_MS;
}

/** The press that ends a drag is no press of the link that was dragged. Its click comes with the release, or not at all. */
function swallowClick(): void {
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", stop, { capture: true }));
}
