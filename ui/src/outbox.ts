// `<sl-outbox>` takes every `<form data-outbox method="post">` on the page and sees that each wish is delivered once,
// over a line that comes and goes. Without it, the form is an ordinary form.
//
// The texts «Lagret», «Lagres …» and «Ikke sendt – ligger på denne enheten» are promises:
// the first is shown only after the server's `{"ok":true}`.

import { announce } from "./announce";
import { readAnswer, type Answer } from "./answer";
import { Delivery } from "./delivery";
import { findField, formOp, newOpId } from "./form";
import { settles } from "./merge";
import { pending } from "./pending";
import { questionCard, type Choice } from "./question";
import { again, next, type Op } from "./queue";
import { changeOps, draftSaved, dropDraft, keepDraft, readOps, scope } from "./store";
import { words } from "./words";

const TIMEOUT_MS = 10_000;
const KEEPALIVE_MAX = 60_000;

export type SaveState = "saving" | "saved" | "unsent" | "refused" | "changed";

/** A wish whose answer has come, for the parts of the client that wait for it. */
export interface Settled {
  op: Op;
  answer: Answer;
}

let only: SlOutbox | undefined;

export function outbox(): SlOutbox | undefined {
  return only;
}

export class SlOutbox extends HTMLElement {
  #delivery = new Delivery({
    change: changeOps,
    send: (op) => this.#send(op),
    alone,
    later(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    told: (op, answer) => {
      this.#channel?.postMessage({ op, answer });
      this.#told(op, answer);
    },
  });
  #channel: BroadcastChannel | undefined;
  #leaving: AbortController | undefined;
  #flight: AbortController | undefined;
  #empty = true;
  #mustRejoin = false;
  #isLost = false;
  /** The server is there and cannot store anything. */
  #isFull = false;
  #saidUnsent = false;
  #here = new Set<string>();

  connectedCallback(): void {
    only = this;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    document.addEventListener("submit", (event) => this.#submit(event), { signal });
    addEventListener("online", () => {
      // What was sent on the old line will hardly be answered. The same id goes again on the new one.
      this.#flight?.abort();
      void this.#delivery.wake(true);
    }, { signal });
    addEventListener("pageshow", () => void this.#delivery.wake(true), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || void this.#delivery.wake(true), { signal });
    document.addEventListener("sl:connection", (event) => {
      if ((event as CustomEvent<string>).detail === "online") void this.#delivery.wake(true);
      void this.#draw();
    }, { signal });
    document.addEventListener("sl:morphed", () => void this.#draw(), { signal });
    if ("BroadcastChannel" in globalThis) {
      this.#channel = new BroadcastChannel(`sloyfe-outbox-${scope}`);
      this.#channel.onmessage = (event: MessageEvent<Settled>) => this.#told(event.data.op, event.data.answer);
    }
    void navigator.storage?.persist?.().catch(() => false);
    void this.#draw();
    void this.#delivery.wake(true);
  }

  disconnectedCallback(): void {
    this.#leaving?.abort();
    this.#channel?.close();
    if (only === this) only = undefined;
  }

  /** Stores the wish, then sends it. Resolves when it is stored. */
  async add(op: Op): Promise<void> {
    this.#empty = false;
    this.#show(op, "saving");
    await this.#delivery.add(op);
    void this.#draw();
  }

  /**
   * For a page that is going away: there may be no time to wait for the store, so both start at once.
   * The draft is already stored, and the id makes the later replay harmless.
   */
  leaveWith(op: Op): void {
    if (!this.#empty) {
      void this.add(op);
      return;
    }
    this.#empty = false;
    const flying: Op = { ...op, tried: true };
    void changeOps((ops) => (ops.length === 0 ? [flying] : [...ops, flying]));
    void this.#send(flying).then((answer) =>
      answer.kind === "lost" ? this.#delivery.wake(false) : this.#delivery.settle(flying, answer),
    );
  }

  /** Tries to deliver everything within the time given. Returns how many are left. */
  async flush(limitMs: number): Promise<number> {
    void this.#delivery.wake(true);
    const until = Date.now() + limitMs;
    while (Date.now() < until && next(await readOps())) await new Promise((done) => setTimeout(done, 100));
    return (await readOps()).length;
  }

  /** Shows the state of one field, from the moment its text differs from what is saved. */
  showField(key: string, state: SaveState, time = ""): void {
    this.#write(findField(key), findField(key)?.form ?? null, state, time);
  }

  async #send(op: Op): Promise<Answer> {
    const flight = new AbortController();
    const limit = setTimeout(() => flight.abort(), TIMEOUT_MS);
    this.#flight = flight;
    try {
      const response = await fetch(op.url, {
        method: "POST",
        headers: {
          "Idempotency-Key": op.op,
          Accept: "application/json",
          "Content-Type": "application/x-www-form-urlencoded",
        },
        body: op.body,
        credentials: "same-origin",
        redirect: "manual",
        keepalive: op.body.length < KEEPALIVE_MAX,
        signal: flight.signal,
      });
      return await readAnswer(response, Date.now());
    } catch {
      return { kind: "lost" };
    } finally {
      clearTimeout(limit);
    }
  }

  #submit(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute("data-outbox") || event.defaultPrevented) return;
    event.preventDefault();
    const op = formOp(form, event.submitter);
    this.#here.add(op.op);
    form.dispatchEvent(new CustomEvent("sl:submitted", { bubbles: true }));
    const field = op.field;
    if (field !== undefined) {
      void keepDraft(field, { text: op.text ?? "", base: new URLSearchParams(op.body).get("base") ?? undefined, at: op.at });
    }
    void this.add(op).then(() => {
      if (!form.hasAttribute("data-reset")) return;
      form.reset();
      // The text is the outbox's now, so the empty field has no draft.
      if (field !== undefined) void dropDraft(field);
    });
  }

  #told(op: Op, answer: Answer): void {
    this.#isLost = answer.kind === "lost";
    this.#isFull = answer.kind === "lost" && answer.code === "not-stored";
    if (answer.kind === "saved") {
      this.#mustRejoin = false;
      this.#saved(op, answer);
    } else if (answer.kind === "lost" || answer.kind === "rejoin") {
      this.#mustRejoin = answer.kind === "rejoin";
      this.#show(op, "unsent");
    } else {
      this.#show(op, answer.kind);
      announce(answer.problem.title || words(this, "refused"));
    }
    document.dispatchEvent(new CustomEvent<Settled>("sl:settled", { detail: { op, answer } }));
    void this.#draw();
    if (answer.kind === "saved" && answer.go && this.#here.has(op.op)) location.assign(answer.go);
  }

  #saved(op: Op, answer: Answer & { kind: "saved" }): void {
    if (op.merge && op.field !== undefined && op.text !== undefined) {
      // What the person has typed since is made from the text that was just saved.
      void draftSaved(op.field, op.text, op.text);
      settles(op, findField(op.field), answer.text, Number(answer.version ?? 0));
    } else if (op.field !== undefined && op.text !== undefined) {
      void draftSaved(op.field, op.text, answer.version);
      const field = findField(op.field);
      if (field) {
        if (answer.version !== undefined) field.dataset["version"] = answer.version;
        if (field.value !== op.text) return this.#show(op, "saving");
        field.defaultValue = op.text;
      }
    }
    this.#show(op, "saved", answer.savedAt);
  }

  #show(op: Op, state: SaveState, time = ""): void {
    const field = op.field === undefined ? undefined : findField(op.field);
    const form = field?.form ?? (op.form ? document.getElementById(op.form) : null);
    this.#write(field, form instanceof HTMLFormElement ? form : null, state, time);
  }

  #write(field: Element | undefined, form: HTMLFormElement | null, state: SaveState, time: string): void {
    if (form?.dataset["words"] !== undefined && state === "saved") return void this.#whole(form, time);
    this.#tell(field, form, state, time);
  }

  /** One line speaks for many fields: it says saved when the last of them is. */
  async #whole(form: HTMLFormElement, time: string): Promise<void> {
    const waits = (await readOps()).some((op) => op.form === form.id && op.state === "waiting");
    const state = !waits && pending.size === 0 ? "saved" : this.#isLost ? "unsent" : "saving";
    this.#tell(undefined, form, state, time);
  }

  #tell(field: Element | undefined, form: HTMLFormElement | null, state: SaveState, time: string): void {
    if (form) form.dataset["state"] = state;
    const place = statusPlace(field) ?? form?.querySelector<HTMLElement>("[data-save-status]");
    if (!place) return;
    const text = words(this, state, { time });
    place.dataset["state"] = state;
    const label = place.querySelector("[data-save-text]") ?? place;
    if (label.textContent === text) return;
    label.textContent = text;
    if (form?.dataset["words"] === undefined ? state !== "saving" : this.#isNews(state)) announce(text);
  }

  /** Where every field saves itself, «Lagret» is said only to those who have heard that something was not. */
  #isNews(state: SaveState): boolean {
    const was = this.#saidUnsent;
    if (state === "unsent") this.#saidUnsent = true;
    else if (state === "saved") this.#saidUnsent = false;
    return state === "saved" ? was : state !== "saving";
  }

  /** Draws what waits and what must be answered. Cards that are the same are left alone, so focus stays. */
  async #draw(): Promise<void> {
    const ops = await readOps();
    this.#empty = ops.length === 0;
    const waiting = ops.filter((op) => op.state === "waiting" && op.tried);
    this.#strip(this.#mustRejoin || this.#isLost ? waiting.length : 0);

    const open = ops.filter((op) => op.state !== "waiting");
    for (const card of this.querySelectorAll<HTMLElement>(".sl-question")) {
      if (!open.some((op) => op.op === card.dataset["op"])) card.remove();
    }
    for (const op of open) {
      if (this.querySelector(`[data-op="${op.op}"]`)) continue;
      this.append(questionCard(this, op, (choice) => void this.#chosen(op.op, choice)));
    }
  }

  #strip(count: number): void {
    let strip = this.querySelector<HTMLElement>(".sl-strip");
    if (count === 0 && !this.#mustRejoin) {
      strip?.remove();
      return;
    }
    if (!strip) {
      strip = document.createElement("p");
      strip.className = "sl-strip";
      this.prepend(strip);
    }
    const waiting = this.#isFull ? "not-stored" : count === 1 ? "waiting-one" : "waiting-many";
    const wanted = this.#mustRejoin ? "rejoin" : waiting;
    const text = words(this, wanted, { n: String(count) });
    if (strip.dataset["text"] === text) return;
    strip.dataset["text"] = text;
    strip.textContent = text;
    const href = this.dataset["rejoinHref"];
    if (this.#mustRejoin && href) {
      const link = document.createElement("a");
      link.className = "ds-link";
      link.href = href;
      link.textContent = words(this, "rejoin-link");
      strip.append(" ", link);
      announce(text);
    }
  }

  async #chosen(id: string, choice: Choice): Promise<void> {
    const op = (await readOps()).find((other) => other.op === id);
    if (!op) return;
    const { problem } = op;
    const base = problem?.version === undefined ? {} : { base: problem.version };
    const theirs = problem?.theirs ?? "";
    if (choice === "theirs" || choice === "discard") {
      if (op.field !== undefined) {
        await dropDraft(op.field);
        if (choice === "theirs") fill(op.field, theirs, problem?.version, true);
      }
      await this.#delivery.drop(id);
    } else {
      const text = choice === "both" ? `${theirs}\n\n${problem?.yours ?? op.text ?? ""}` : undefined;
      if (text !== undefined && op.field !== undefined) {
        await keepDraft(op.field, { text, base: problem?.version, at: Date.now() });
        fill(op.field, text, problem?.version, false);
      } else if (op.field !== undefined) {
        fill(op.field, undefined, problem?.version, false);
      }
      await changeOps((ops) => again(ops, id, newOpId(), text === undefined ? base : { ...base, text }));
      this.#show(op, "saving");
    }
    await this.#draw();
    void this.#delivery.wake(true);
  }
}

function fill(key: string, text: string | undefined, version: string | undefined, isSaved: boolean): void {
  const field = findField(key);
  if (!field) return;
  if (version !== undefined) field.dataset["version"] = version;
  if (text === undefined) return;
  field.value = text;
  if (isSaved) field.defaultValue = text;
}

function statusPlace(field: Element | undefined): HTMLElement | undefined {
  const ids = field?.getAttribute("aria-describedby")?.split(/\s+/) ?? [];
  const places = ids.map((id) => document.getElementById(id)).filter((place) => place !== null);
  return places.find((place) => place.hasAttribute("data-save-status"));
}

/** Web Locks need https. Without them two tabs may send the same wish, which its id makes harmless. */
function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  return navigator.locks.request(`sloyfe-outbox-${scope}`, work);
}
