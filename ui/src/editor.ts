// The plan editor: presses that follow what has been typed, choices that save themselves, and undo over both.
//
// Invariant `words-before-presses`: a press is sent after every word typed before it. Held by `press`,
// which hands over what waits first; the outbox keeps the order.

import type { Answer } from "./answer";
import { blank } from "./form";
import { isTextField, type MorphDetail } from "./morph";
import type { SlOutbox } from "./outbox";
import type { Op } from "./queue";
import { startRows } from "./rows";
import { Stacks } from "./stacks";
import { words } from "./words";

const REGRET_MS = 30_000;
const ANSWER_MS = 10_000;

export function startEditor(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-words]");
  if (form) new Editor(form);
}

class Editor {
  #form: HTMLFormElement;
  #stacks = new Stacks(sessionStorage, document.body.dataset["scope"] ?? "");
  /** The newest version that an answer has told of. */
  #known = 0;
  /** Presses without an answer yet: what undo is to take back is known when they have theirs. */
  #unanswered = new Map<string, number>();
  /** Steps through the stacks that wait for those answers. */
  #steps: ("undo" | "redo")[] = [];
  #focus = "";
  /** Which card of Møteråd had the focus; -1 when none had. */
  #card = -1;
  #regret: { version: string; timer: ReturnType<typeof setTimeout> } | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    form.addEventListener("submit", (event) => this.#submitted(event));
    form.addEventListener("change", (event) => this.#chosen(event.target));
    form.addEventListener("click", (event) => this.#clicked(event));
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("sl:settled", (event) => this.#settled((event as CustomEvent<{ op: Op; answer: Answer }>).detail));
    document.addEventListener("sl:part", (event) => {
      // A part that was made before my own change would show the field as it was.
      if (Number((event as CustomEvent<{ seq: string }>).detail.seq) < this.#known) event.preventDefault();
    });
    document.addEventListener("sl:morph", (event) => this.#before((event as CustomEvent<MorphDetail>).detail));
    document.addEventListener("sl:morphed", () => this.#after());
    document.querySelector("[data-undo-now]")?.addEventListener("click", () => this.#takeBack(this.#regret?.version));
    startRows(form, (edit) => this.#press(edit));
    this.#after();
  }

  #submitted(event: SubmitEvent): void {
    const button = event.submitter;
    event.preventDefault();
    if (!(button instanceof HTMLButtonElement)) return;
    const stack = button.dataset["stack"];
    if (stack === "undo" || stack === "redo") this.#step(stack);
    else if (button.value === "save") document.dispatchEvent(new Event("sl:flush"));
    else if (button.name === "do") this.#press(button.value);
  }

  #press(edit: string): void {
    const fields = new URLSearchParams({ do: edit, version: this.#version() });
    // A reason belongs to no field of the plan, so it goes with the press. Two cards of one rule
    // have a field each, and the one that was written is meant.
    for (const field of this.#form.querySelectorAll<HTMLInputElement>("input[name^=reason-]")) {
      if (field.value !== "") fields.append(field.name, field.value);
    }
    this.#send(this.#form.getAttribute("action") ?? "", fields);
  }

  #send(url: string, fields: URLSearchParams): void {
    document.dispatchEvent(new Event("sl:flush"));
    const op = blank(url, this.#form);
    op.body = fields.toString();
    this.#unanswered.set(op.op, Date.now());
    void outbox()?.add(op);
  }

  /** A choice is saved when it is made. */
  #chosen(target: EventTarget | null): void {
    if (!(target instanceof HTMLSelectElement || target instanceof HTMLInputElement) || target.dataset["choice"] === undefined) return;
    const text = target instanceof HTMLInputElement ? String(target.checked) : target.value;
    const op = blank(this.#form.dataset["words"] ?? "", this.#form);
    op.merge = true;
    op.field = target.name;
    op.body = new URLSearchParams({ field: target.name, before: "", text }).toString();
    document.dispatchEvent(new Event("sl:flush"));
    void outbox()?.add(op);
  }

  // --- undo ------------------------------------------------------------------------------------

  #step(way: "undo" | "redo"): void {
    // Another tab may have carried the press, so its answer is not waited for without end.
    const waitedFor = [...this.#unanswered.values()].some((sent) => Date.now() - sent < ANSWER_MS);
    if (waitedFor) return void this.#steps.push(way);
    document.dispatchEvent(new Event("sl:flush"));
    const version = this.#stacks.take(way);
    if (version !== undefined) this.#undo(version, way);
    this.#showStacks();
  }

  #takeBack(version: string | undefined): void {
    this.#hideRegret();
    if (version === undefined || !this.#stacks.forget(version)) return;
    this.#undo(version, "undo");
    document.getElementById("ed-undo")?.focus();
  }

  #undo(version: string, way: "undo" | "redo"): void {
    this.#hideRegret();
    this.#send(this.#form.dataset["undo"] ?? "", new URLSearchParams({ version, way }));
  }

  #settled(settled: { op: Op; answer: Answer }): void {
    this.#unanswered.delete(settled.op.op);
    this.#answered(settled);
    const next = this.#unanswered.size === 0 ? this.#steps.shift() : undefined;
    if (next) this.#step(next);
  }

  #answered({ op, answer }: { op: Op; answer: Answer }): void {
    if (op.form !== this.#form.id || answer.kind !== "saved") return;
    this.#known = Math.max(this.#known, Number(answer.version ?? 0));
    const way = new URLSearchParams(op.body).get("way");
    if (answer.undo !== undefined) this.#stacks.put(answer.undo, way === "undo" || way === "redo" ? way : undefined);
    this.#showStacks();
    if (!answer.says) return;
    document.dispatchEvent(new CustomEvent("sl:say", { detail: answer.says }));
    if (answer.undo !== undefined && way === null) this.#offerRegret(answer.says, answer.undo);
  }

  #offerRegret(says: string, version: string): void {
    const line = document.getElementById("ed-undone");
    if (!line) return;
    clearTimeout(this.#regret?.timer);
    this.#regret = { version, timer: setTimeout(() => this.#hideRegret(), REGRET_MS) };
    const text = line.querySelector("[data-undone-text]");
    if (text) text.textContent = `${says} ${words(line, "text")}`;
    line.hidden = false;
  }

  #hideRegret(): void {
    clearTimeout(this.#regret?.timer);
    this.#regret = undefined;
    const line = document.getElementById("ed-undone");
    if (line) line.hidden = true;
  }

  #showStacks(): void {
    for (const way of ["undo", "redo"] as const) {
      const button = this.#form.querySelector<HTMLButtonElement>(`[data-stack=${way}]`);
      if (!button) continue;
      button.hidden = false;
      // Not disabled: the press that empties the stack must not throw the focus away.
      button.setAttribute("aria-disabled", String(this.#stacks.isEmpty(way)));
    }
  }

  // --- keys, clicks and parts ------------------------------------------------------------------

  #key(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    // Inside a text the browser's own undo is what people mean.
    if (isTextField(event.target)) return;
    event.preventDefault();
    this.#step(event.shiftKey ? "redo" : "undo");
  }

  /** A click on a row opens its fields, as a click on its pen does. */
  #clicked(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element) || target.closest("a, button, input, select, textarea, label, summary, details, [data-drag]")) return;
    const details = target.closest("[data-item]")?.querySelector<HTMLDetailsElement>("details");
    if (details && getSelection()?.isCollapsed !== false) details.open = !details.open;
  }

  #before({ element }: MorphDetail): void {
    const { activeElement } = document;
    this.#focus = element?.contains(activeElement) ? (activeElement?.id ?? "") : "";
    const card = activeElement?.closest("#advice .li");
    this.#card = card?.parentElement ? [...card.parentElement.children].indexOf(card) : -1;
  }

  /** A card goes when its advice is followed, and the one that took its place is where one is. */
  #neighbour(): HTMLElement | null {
    const cards = document.querySelectorAll("#advice-open > .li");
    const card = cards[Math.min(this.#card, cards.length - 1)];
    return card?.querySelector<HTMLElement>("button, summary") ?? document.getElementById("advice-title");
  }

  #after(): void {
    this.#showStacks();
    if (this.#focus === "" || document.activeElement !== document.body) return;
    const found = document.getElementById(this.#focus);
    // A button at the end of its way is disabled; its sister goes the other way.
    const sister = this.#focus.replace(/-up$/, "-down");
    const other = sister === this.#focus ? this.#focus.replace(/-down$/, "-up") : sister;
    const next = found instanceof HTMLButtonElement && found.disabled ? document.getElementById(other) : found;
    (next ?? (this.#card < 0 ? null : this.#neighbour()))?.focus();
  }

  #version(): string {
    return this.#form.querySelector<HTMLInputElement>("input[name=version]")?.value ?? "";
  }
}

/** The outbox is the other bundle's; only its element is shared. */
function outbox(): SlOutbox | null {
  return document.querySelector<SlOutbox>("sl-outbox");
}
