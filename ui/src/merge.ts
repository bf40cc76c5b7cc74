// Fields that several write in at once: `<textarea data-field-key data-merge>` in `<form data-words="/…">`.
// What is sent is the text that was there and the text that is there now, so that the server can keep both sides.
//
// Invariant `before-is-what-i-saw`: a text is sent with the text it was made from: what the page had when the
// first key was pressed, or what was handed over last. Anything else would take out words that were never seen.

import { moved } from "./caret";
import type { Op } from "./queue";
import { isTextField } from "./morph";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What a field's text is made from, from the first key until the server has it. */
const made = new Map<string, string>();
/** What the server last said a field holds, while the person's own text hid it. */
const hidden = new Map<string, { text: string; at: number }>();

export function isMerged(field: Element): boolean {
  return field instanceof HTMLElement && field.dataset["merge"] !== undefined;
}

/** Notes where the text begins. Called at each key, before anything is sent. */
export function begins(key: string, field: Field): string {
  const from = made.get(key) ?? field.defaultValue;
  made.set(key, from);
  return from;
}

export function madeFrom(key: string): string | undefined {
  return made.get(key);
}

/** Takes up a text that was begun before the page was loaded. */
export function resumes(key: string, from: string): void {
  made.set(key, from);
}

/** The outbox has the text now; the next one is made from it. */
export function handed(op: Op): void {
  if (op.merge && op.field !== undefined && op.text !== undefined) made.set(op.field, op.text);
}

/** The server has the text, and says what the field holds when somebody else wrote in it too. */
export function settles(op: Op, field: Field | undefined, merged: string | undefined, version: number): void {
  const key = op.field;
  if (key === undefined) return;
  // Another tab of the same browser may have written it; this one hears of it as of anybody's.
  if (!field || op.text === undefined || !made.has(key)) return;
  if (field.value !== op.text) {
    made.set(key, op.text);
    return;
  }
  const seen = hidden.get(key);
  made.delete(key);
  hidden.delete(key);
  const newer = seen && version < seen.at ? seen.text : merged;
  fill(field, newer ?? op.text);
}

/** Called for each merged field that a part brings anew. Returns whether the person's own text stays. */
export function keeps(old: Field, fresh: Field): boolean {
  const key = old.dataset["fieldKey"] ?? "";
  if (made.has(key)) {
    hidden.set(key, { text: fresh.value, at: shownVersion() });
    return true;
  }
  // A list comes back without its empty lines. That is no news to one who is about to write the next.
  return isUnderFingers(old) && isSaid(old.value, fresh.value);
}

/** Puts a text into a field, and the caret where it stood between the same words. */
export function fill(field: Field, text: string): void {
  field.defaultValue = text;
  if (field.value === text || (isUnderFingers(field) && isSaid(field.value, text))) return;
  const caret = field === document.activeElement ? caretOf(field) : undefined;
  const was = field.value;
  field.value = text;
  if (caret) field.setSelectionRange(moved(was, text, caret[0]), moved(was, text, caret[1]));
}

function caretOf(field: Field): [number, number] | undefined {
  const { selectionStart, selectionEnd } = field;
  return selectionStart === null || selectionEnd === null ? undefined : [selectionStart, selectionEnd];
}

export function isMergedField(node: unknown): node is Field {
  return isTextField(node) && isMerged(node);
}

/** Somebody is in the field, and may be about to write the next word. */
export function isUnderFingers(field: Field): boolean {
  return field === document.activeElement;
}

/** The same words, whatever stands between and around them. */
export function isSaid(one: string, other: string): boolean {
  return words(one) === words(other);
}

function words(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(" ");
}

/** The version of the part that is being shown. */
export function shownVersion(): number {
  return Number(document.querySelector<HTMLElement>("sl-live")?.dataset["coming"] ?? 0);
}
