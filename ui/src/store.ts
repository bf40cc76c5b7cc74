// What this device keeps: unsent operations and half-written texts, by person and meeting.
// On a shared device nothing outlives the tab.

import { clear, createStore, del, get, keys, promisifyRequest, update, type UseStore } from "idb-keyval";
import { forgetPage } from "./kept";
import type { Op } from "./queue";

export interface Draft {
  text: string;
  /** The server's version that the text was written from. */
  base: string | undefined;
  at: number;
}

interface Shelf {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  update<T>(key: string, edit: (old: T | undefined) => T): Promise<void>;
  del(key: string): Promise<void>;
  keys(): Promise<string[]>;
  clear(): Promise<void>;
}

export const scope = document.body.dataset["scope"] ?? "";
export const isShared = document.body.dataset["device"] === "shared";

const PREFIX = "sloyfe/";

const tabShelf: Shelf = {
  async get<T>(key: string) {
    const json = sessionStorage.getItem(PREFIX + key);
    return json === null ? undefined : (JSON.parse(json) as T);
  },
  async set(key, value) {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  },
  async update<T>(key: string, edit: (old: T | undefined) => T) {
    const json = sessionStorage.getItem(PREFIX + key);
    const old = json === null ? undefined : (JSON.parse(json) as T);
    sessionStorage.setItem(PREFIX + key, JSON.stringify(edit(old)));
  },
  async del(key) {
    sessionStorage.removeItem(PREFIX + key);
  },
  async keys() {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  },
  async clear() {
    for (const key of await this.keys()) await this.del(key);
  },
};

function diskShelf(): Shelf {
  const store: UseStore = createStore("sloyfe", "kept");
  return {
    get: (key) => get(key, store),
    // Committed in the same breath: a transaction that waits to commit itself dies with a page that is left.
    set: (key, value) => store("readwrite", (shelf) => {
      shelf.put(value, key);
      shelf.transaction.commit?.();
      return promisifyRequest(shelf.transaction);
    }),
    update: (key, edit) => update(key, edit, store),
    del: (key) => del(key, store),
    keys: () => keys<string>(store),
    clear: () => clear(store),
  };
}

const shelf: Shelf = isShared || !("indexedDB" in globalThis) ? tabShelf : diskShelf();

const opsKey = `${scope}|ops`;
const draftKey = (field: string) => `${scope}|draft|${field}`;

export async function changeOps(edit: (ops: Op[]) => Op[]): Promise<Op[]> {
  let result: Op[] = [];
  await shelf.update<Op[]>(opsKey, (old) => (result = edit(old ?? [])));
  return result;
}

export async function readOps(): Promise<Op[]> {
  return (await shelf.get<Op[]>(opsKey)) ?? [];
}

export async function readDraft(field: string): Promise<Draft | undefined> {
  return (await shelf.get<Draft | null>(draftKey(field))) ?? undefined;
}

export async function keepDraft(field: string, draft: Draft): Promise<void> {
  await shelf.set(draftKey(field), draft);
}

/** Forgets the draft if it is the text that was saved; otherwise it now builds on the saved version. */
export async function draftSaved(field: string, text: string, version: string | undefined): Promise<void> {
  await shelf.update<Draft | null>(draftKey(field), (draft) => {
    if (!draft || draft.text === text) return null;
    return { ...draft, base: version ?? draft.base };
  });
}

export async function dropDraft(field: string): Promise<void> {
  await shelf.del(draftKey(field));
}

/** Forgets everything on this device: every meeting, every person. */
export async function forgetAll(): Promise<void> {
  await shelf.clear();
  await tabShelf.clear();
  await forgetPage();
}
