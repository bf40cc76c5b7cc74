// Delivers the outbox: oldest first, one at a time, each until it has an answer.
//
// Invariant `stored-before-sent`: an operation is in the store, marked as tried, before its first byte leaves.
// Invariant `same-id-again`: a retry carries the same operation id and the same text.

import type { Answer } from "./answer";
import { retryDelay } from "./backoff";
import { dropped, enqueue, next, parked, saved, tried, type Op } from "./queue";

export interface Ports {
  /** Changes the stored list in one transaction and returns the new list. */
  change(edit: (ops: Op[]) => Op[]): Promise<Op[]>;
  /** Sends once. Never throws: a lost line is the answer `lost`. */
  send(op: Op): Promise<Answer>;
  /** Runs when no other tab is delivering for this person. */
  alone(work: () => Promise<void>): Promise<void>;
  later(ms: number, work: () => void): () => void;
  random(): number;
  /** Tells the page. */
  told(op: Op, answer: Answer): void;
}

export class Delivery {
  #ports: Ports;
  #running = false;
  #again = false;
  #fresh = false;
  #failures = 0;
  #cancel: (() => void) | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  async add(op: Op): Promise<void> {
    await this.#ports.change((ops) => enqueue(ops, op));
    void this.wake(false);
  }

  /** Tries now. `fresh` forgets earlier failures, because the line is new or a person asked. */
  async wake(fresh: boolean): Promise<void> {
    if (fresh) this.#failures = 0;
    // A wait that the server asked for, or that back-off chose, is not cut short by more typing.
    else if (this.#cancel) return;
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#running) {
      this.#again = true;
      this.#fresh ||= fresh;
      return;
    }
    this.#running = true;
    try {
      do {
        this.#again = false;
        this.#fresh = false;
        await this.#ports.alone(() => this.#deliver());
      } while (this.#fresh || (this.#again && !this.#cancel));
    } catch (error) {
      // The store itself failed. The text is still on the screen; try again in a while.
      console.error("outbox", error);
      this.#retry(undefined);
    } finally {
      this.#running = false;
    }
  }

  async #deliver(): Promise<void> {
    for (;;) {
      let current: Op | undefined;
      await this.#ports.change((ops) => {
        current = next(ops);
        return current ? tried(ops, current.op) : ops;
      });
      if (!current) return;
      const answer = await this.#ports.send(current);
      await this.settle(current, answer);
      if (answer.kind === "lost") {
        this.#retry(answer.askedMs);
        return;
      }
      this.#failures = 0;
      if (answer.kind === "rejoin") return;
    }
  }

  /** Writes down an answer and tells the page. Also used for an answer to a request sent while leaving. */
  async settle(op: Op, answer: Answer): Promise<void> {
    if (answer.kind === "saved") await this.#ports.change((ops) => saved(ops, op.op, answer.version));
    else if (answer.kind === "changed" || answer.kind === "refused") {
      await this.#ports.change((ops) => parked(ops, op.op, answer.kind, answer.problem));
    }
    this.#ports.told(op, answer);
  }

  async drop(id: string): Promise<void> {
    await this.#ports.change((ops) => dropped(ops, id));
  }

  #retry(askedMs: number | undefined): void {
    this.#failures += 1;
    this.#cancel?.();
    this.#cancel = this.#ports.later(retryDelay(this.#failures, this.#ports.random, askedMs), () => {
      this.#cancel = undefined;
      void this.wake(false);
    });
  }
}
