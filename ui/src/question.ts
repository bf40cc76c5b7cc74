// What a person is asked when something could not simply be saved: two texts that differ, or a refusal.
// Nothing here is lost by doing nothing: the card stays, also after a reload.

import { copyText } from "./copy";
import type { Op } from "./queue";
import { words } from "./words";

export type Choice = "mine" | "theirs" | "both" | "again" | "discard";

export function questionCard(host: Element, op: Op, choose: (choice: Choice) => void): HTMLElement {
  const card = element("section", "ds-card sl-question");
  card.dataset["op"] = op.op;
  card.dataset["color"] = "molte";
  const title = element("h2", "ds-heading", op.problem?.title || words(host, "refused"));
  title.dataset["size"] = "2xs";
  title.id = `sl-question-${op.op}`;
  card.setAttribute("aria-labelledby", title.id);
  card.append(title);
  if (op.problem?.text) card.append(element("p", "ds-paragraph", op.problem.text));
  if (op.state === "changed") askWhich(host, card, op, choose);
  else showRefused(host, card, op, choose);
  return card;
}

function askWhich(host: Element, card: HTMLElement, op: Op, choose: (choice: Choice) => void): void {
  const pair = element("div", "sl-question__pair");
  pair.append(
    side(words(host, "yours"), op.problem?.yours ?? op.text ?? ""),
    side(words(host, "theirs"), op.problem?.theirs ?? ""),
  );
  const row = element("div", "sl-question__row");
  row.append(
    button(words(host, "keep-mine"), "secondary", () => choose("mine")),
    button(words(host, "keep-theirs"), "secondary", () => choose("theirs")),
  );
  if (op.name !== undefined) row.append(button(words(host, "keep-both"), "secondary", () => choose("both")));
  card.append(pair, row);
}

function showRefused(host: Element, card: HTMLElement, op: Op, choose: (choice: Choice) => void): void {
  const row = element("div", "sl-question__row");
  row.append(button(words(host, "again"), "secondary", () => choose("again")));
  if (op.text) {
    const area = document.createElement("textarea");
    area.className = "ds-input";
    area.readOnly = true;
    area.rows = 3;
    area.value = op.text;
    area.setAttribute("aria-label", words(host, "yours"));
    card.append(area);
    const copy = button(words(host, "copy"), "secondary", async () => {
      if (await copyText(op.text ?? "", area)) copy.textContent = words(host, "copied");
    });
    row.append(copy);
  }
  row.append(button(words(host, "discard"), "tertiary", () => choose("discard")));
  card.append(row);
}

function side(label: string, text: string): HTMLElement {
  const box = element("div", "sl-question__side");
  box.append(element("h3", "sl-question__label", label), element("p", "sl-question__text", text));
  return box;
}

function button(label: string, variant: string, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "ds-button";
  made.dataset["variant"] = variant;
  made.dataset["size"] = "sm";
  made.textContent = label;
  made.addEventListener("click", press);
  return made;
}

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text) made.textContent = text;
  return made;
}
