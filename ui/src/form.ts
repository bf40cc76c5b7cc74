// From a form on the page to an operation for the outbox.

import type { Op } from "./queue";
import { isMerged, madeFrom } from "./merge";
import { isTextField } from "./morph";

export type KeyedField = HTMLInputElement | HTMLTextAreaElement;

/** 128 random bits. `crypto.randomUUID` is missing on plain http, `getRandomValues` is not. */
export function newOpId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function keyedFields(root: ParentNode): KeyedField[] {
  return Array.from(root.querySelectorAll("[data-field-key]")).filter(isTextField);
}

export function findField(key: string): KeyedField | undefined {
  return keyedFields(document).find((field) => field.dataset["fieldKey"] === key);
}

/** The whole form, as the browser would have sent it. Files cannot wait in the outbox. */
export function formOp(form: HTMLFormElement, submitter: HTMLElement | null): Op {
  const fields = keyedFields(form);
  const body = encode(new FormData(form, submitter));
  const op = blank(submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", form);
  const field = fields.length === 1 ? fields[0] : undefined;
  if (field) addField(op, body, field);
  op.body = body.toString();
  return op;
}

/** One field saved on its own: the form's hidden values and choices, and no other keyed text. */
export function fieldOp(field: KeyedField): Op | undefined {
  const { form } = field;
  if (form && isMerged(field)) return mergeOp(form, field);
  if (!form?.hasAttribute("data-outbox")) return undefined;
  const body = encode(new FormData(form));
  for (const other of keyedFields(form)) if (other !== field && other.name !== field.name) body.delete(other.name);
  body.set("autosave", "1");
  const op = blank(form.dataset["autosave"] ?? form.getAttribute("action") ?? "", form);
  addField(op, body, field);
  op.body = body.toString();
  return op;
}

/** What a field was and is, for the server to merge. */
function mergeOp(form: HTMLFormElement, field: KeyedField): Op {
  const key = field.dataset["fieldKey"] ?? field.name;
  const op = blank(form.dataset["words"] ?? "", form);
  op.merge = true;
  op.field = key;
  op.name = "text";
  op.text = field.value;
  op.body = new URLSearchParams({ field: field.name, before: madeFrom(key) ?? field.defaultValue, text: field.value }).toString();
  return op;
}

export function blank(url: string, form: HTMLFormElement): Op {
  return {
    op: newOpId(),
    url: new URL(url, document.baseURI).href,
    body: "",
    form: form.id,
    tried: false,
    state: "waiting",
    at: Date.now(),
  };
}

function addField(op: Op, body: URLSearchParams, field: KeyedField): void {
  const { fieldKey, version } = field.dataset;
  if (fieldKey !== undefined) op.field = fieldKey;
  op.name = field.name;
  op.text = field.value;
  if (version !== undefined) body.set("base", version);
}

function encode(data: FormData): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === "string") body.append(name, value);
  return body;
}
