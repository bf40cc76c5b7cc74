// Puts a part from the server into the page and keeps what is the person's own:
// open details and dialogs, text and ticks not yet sent, focus, caret, and elements marked `data-own`.
//
// Invariant `own-text-stays-home`: text typed in one field never turns up in another,
// also when the morph reuses the element. Held by `belongsTogether`.

import { Idiomorph } from "idiomorph";
import { fill, isMergedField, isSaid, isUnderFingers, keeps } from "./merge";

type TextField = HTMLInputElement | HTMLTextAreaElement;

export interface MorphDetail {
  id: string;
  element: Element | null;
}

const KEEP_WHEN_REMOVED: Record<string, (element: Element) => boolean> = {
  "data-state": (element) => element.matches("form, [data-field], [data-connection]"),
  "data-label": (element) => element.matches("[data-field]"),
  "data-phase": (element) => element.matches("sl-clock"),
  "aria-busy": (element) => element.matches("form, button"),
  "aria-label": (element) => element.matches("sl-clock"),
  style: (element) => element.matches("textarea, sl-clock *"),
};

export function isDirty(field: TextField): boolean {
  return field.value !== field.defaultValue;
}

export function isTextField(node: unknown): node is TextField {
  if (node instanceof HTMLTextAreaElement) return true;
  return node instanceof HTMLInputElement && !["checkbox", "radio", "file", "hidden", "submit", "button"].includes(node.type);
}

/** Morphs the element with this id. Returns false when the page has no such element. */
export function morphPart(id: string, html: string): boolean {
  const target = document.getElementById(id);
  if (!target) return false;
  const round = target.dataset["round"];
  document.dispatchEvent(new CustomEvent<MorphDetail>("sl:morph", { detail: { id, element: target } }));

  const incoming = new Map<Node, Node>();
  Idiomorph.morph(target, html, {
    morphStyle: "outerHTML",
    callbacks: {
      beforeNodeMorphed(old: Element, fresh: Node): boolean {
        if (old instanceof Element && fresh instanceof Element) {
          if (isOwn(old) && isOwn(fresh)) return false;
          if (isTextField(old) && !belongsTogether(old, fresh)) old.value = old.defaultValue;
          if (isMergedField(old) && isTextField(fresh) && belongsTogether(old, fresh)) {
            // Such a field is filled whole or left whole: half a morph would lose what it was made from.
            if (!keeps(old, fresh)) {
              fill(old, fresh.value);
            }
            syncAround(old, fresh);
            return false;
          }
          // The server keeps a text without the spaces around it. That is no news to one who is in the field:
          // the next word would grow together with the last.
          if (isTextField(old) && isTextField(fresh) && belongsTogether(old, fresh)) {
            if (isUnderFingers(old) && isSaid(old.value, fresh.value)) {
              syncAround(old, fresh);
              return false;
            }
          }
          incoming.set(old, fresh);
        }
        return true;
      },
      beforeAttributeUpdated(name: string, element: Element, kind: "update" | "remove"): boolean {
        return !isKept(name, element, kind, incoming.get(element));
      },
    },
  });

  const element = document.getElementById(id);
  document.dispatchEvent(new CustomEvent<MorphDetail>("sl:morphed", { detail: { id, element } }));
  if (element && round !== undefined && element.dataset["round"] !== round) {
    document.dispatchEvent(new CustomEvent("sl:round", { detail: element.dataset["round"] }));
  }
  return true;
}

/** Takes the attributes that are not the text's own. */
function syncAround(old: Element, fresh: Element): void {
  for (const { name, value } of fresh.attributes) {
    if (name !== "value" && name !== "style" && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

function isOwn(element: Element): boolean {
  return element.hasAttribute("data-own") || element.hasAttribute("data-save-status");
}

function belongsTogether(old: TextField, fresh: Element): boolean {
  return (
    old.getAttribute("name") === fresh.getAttribute("name") &&
    old.getAttribute("data-field-key") === fresh.getAttribute("data-field-key")
  );
}

function isKept(name: string, element: Element, kind: "update" | "remove", fresh: Node | undefined): boolean {
  if (name === "open") return element.matches("details, dialog");
  if (name === "value" && isTextField(element)) {
    return isDirty(element) && !(isTextField(fresh) && fresh.value === element.value);
  }
  // A dirty text keeps the version it was written from, or it would overwrite what it never saw.
  if (name === "data-version" && isTextField(element)) return isDirty(element);
  // What comes is read from the fresh element: the morph says «update» also where it takes a tick away.
  if (name === "checked" && element instanceof HTMLInputElement && fresh instanceof HTMLInputElement) {
    return element.checked !== element.defaultChecked && element.checked !== fresh.checked;
  }
  if (name === "selected" && element instanceof HTMLOptionElement && fresh instanceof HTMLOptionElement) {
    return element.selected !== element.defaultSelected && element.selected !== fresh.selected;
  }
  return kind === "remove" && (KEEP_WHEN_REMOVED[name]?.(element) ?? false);
}
