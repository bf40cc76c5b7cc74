// Half-written text. Kept on the device at every keystroke, saved 800 ms after the last,
// and brought back after a reload or a change of step.
//
// Invariant `no-typing-lost`: from the keystroke on, the text is in the store until the server has it.

import { announce } from "./announce";
import { fieldOp, findField, keyedFields, type KeyedField } from "./form";
import { begins, handed, isMerged, resumes } from "./merge";
import { isDirty, isTextField, type MorphDetail } from "./morph";
import { outbox, type Settled } from "./outbox";
import { pending } from "./pending";
import type { Op } from "./queue";
import { dropDraft, keepDraft, readDraft, readOps } from "./store";
import { words } from "./words";

const PAUSE_MS = 800;

const known = new WeakSet<Element>();
let composing = false;
/** Texts that left the page with their step, until the server has them. */
const departed = new Set<string>();

export function startDrafts(): void {
  document.addEventListener("input", (event) => typed(event.target));
  document.addEventListener("compositionstart", () => (composing = true));
  document.addEventListener("compositionend", (event) => {
    composing = false;
    typed(event.target);
  });
  document.addEventListener("focusout", (event) => {
    // The press of the form's own button is about to send the same text.
    const to = event.relatedTarget;
    const isSubmit = to instanceof HTMLElement && to.matches("button:not([type]), [type=submit]");
    if (isKeyed(event.target) && !(isSubmit && event.target.form?.contains(to))) save(event.target);
  });
  document.addEventListener("visibilitychange", () => document.hidden && leave());
  addEventListener("pagehide", leave);
  document.addEventListener("sl:submitted", (event) => {
    for (const field of keyedFields(event.target as HTMLFormElement)) cancel(keyOf(field));
  });
  document.addEventListener("sl:morph", (event) => beforeMorph((event as CustomEvent<MorphDetail>).detail.element));
  document.addEventListener("sl:morphed", () => {
    afterMorph();
    restoreAll();
  });
  document.addEventListener("sl:flush", flush);
  document.addEventListener("sl:settled", (event) => settled((event as CustomEvent<Settled>).detail));
  restoreAll();
}

function typed(target: EventTarget | null): void {
  if (!isKeyed(target)) return;
  const key = keyOf(target);
  known.add(target);
  const base = isMerged(target) ? begins(key, target) : target.dataset["version"];
  void keepDraft(key, { text: target.value, base, at: Date.now() });
  outbox()?.showField(key, "saving");
  cancel(key);
  if (!composing) saveLater(key, target);
}

function saveLater(key: string, field: KeyedField): void {
  cancel(key);
  pending.set(key, setTimeout(() => save(field), PAUSE_MS));
}

/** Hands the field's text to the outbox, if a keystroke is waiting to be saved. */
function save(field: KeyedField): void {
  const op = takePending(field);
  if (op) hand(op);
}

function hand(op: Op): void {
  handed(op);
  void outbox()?.add(op);
}

/** Hands over everything that waits, for a press that must come after it. */
function flush(): void {
  for (const field of keyedFields(document)) save(field);
}

function leave(): void {
  for (const field of keyedFields(document)) {
    const op = takePending(field);
    if (!op) continue;
    handed(op);
    outbox()?.leaveWith(op);
  }
}

function takePending(field: KeyedField): Op | undefined {
  const key = keyOf(field);
  if (!pending.has(key)) return undefined;
  cancel(key);
  return fieldOp(field);
}

function cancel(key: string): void {
  clearTimeout(pending.get(key));
  pending.delete(key);
}

// --- a part is replaced while someone writes -------------------------------------------------

let snapshot: { key: string; op: Op | undefined; waits: boolean }[] = [];

/** Takes the texts while their form is still whole: the morph may give the form another address before it loses the field. */
function beforeMorph(root: Element | null): void {
  snapshot = [];
  if (!root) return;
  for (const field of keyedFields(root)) {
    const key = keyOf(field);
    const waits = pending.has(key);
    if (!waits && !isDirty(field)) continue;
    snapshot.push({ key, op: fieldOp(field), waits });
    cancel(key);
  }
}

function afterMorph(): void {
  for (const { key, op, waits } of snapshot) {
    const field = findField(key);
    if (!field) void depart(key, waits ? op : undefined);
    else if (waits) saveLater(key, field);
  }
  snapshot = [];
}

async function depart(key: string, op: Op | undefined): Promise<void> {
  departed.add(key);
  if (op) {
    handed(op);
    await outbox()?.add(op);
  }
  // Without a wish that waits, the outbox has already answered or is already asking.
  const waits = (await readOps()).some((other) => other.field === key && other.state === "waiting");
  if (waits && departed.has(key)) strip("kept-sending");
}

function settled({ op, answer }: Settled): void {
  if (op.field === undefined || !departed.has(op.field)) return;
  if (answer.kind === "saved") {
    departed.delete(op.field);
    if (departed.size === 0) strip("kept");
  } else if (answer.kind === "lost") {
    strip("unsent");
  } else {
    // The outbox asks; the strip must not promise anything meanwhile.
    departed.delete(op.field);
    document.querySelector(".sl-kept")?.remove();
  }
}

/** Says where the text went. Stays until the next step, and never moves focus. */
function strip(name: "kept" | "kept-sending" | "unsent"): void {
  const host = outbox();
  if (!host) return;
  let place = host.querySelector<HTMLElement>(".sl-kept");
  if (!place) {
    place = document.createElement("p");
    place.className = "sl-kept";
    host.prepend(place);
  }
  place.dataset["state"] = name;
  place.textContent = words(host, name);
  announce(place.textContent);
}

// --- after a reload --------------------------------------------------------------------------

function restoreAll(): void {
  for (const field of keyedFields(document)) {
    if (known.has(field)) continue;
    known.add(field);
    void restore(field);
  }
}

async function restore(field: KeyedField): Promise<void> {
  const key = keyOf(field);
  const shown = field.value;
  const draft = await readDraft(key);
  // Someone may have typed while the store was read. What is typed wins.
  if (!draft || field.value !== shown || keyOf(field) !== key) return;
  if (draft.text === shown) {
    await dropDraft(key);
    return;
  }
  field.value = draft.text;
  const ops = (await readOps()).filter((op) => op.field === key);
  const last = ops.at(-1);
  if (isMerged(field)) resumes(key, last?.text ?? draft.base ?? shown);
  else if (draft.base !== undefined) field.dataset["version"] = draft.base;
  field.dispatchEvent(new Event("sl:restored", { bubbles: true }));
  outbox()?.showField(key, "saving");
  if (last?.text === draft.text) {
    outbox()?.showField(key, last.state === "waiting" ? "unsent" : last.state);
    return;
  }
  saveLater(key, field);
}

function isKeyed(target: unknown): target is KeyedField {
  return isTextField(target) && target.dataset["fieldKey"] !== undefined;
}

function keyOf(field: KeyedField): string {
  return field.dataset["fieldKey"] ?? "";
}
