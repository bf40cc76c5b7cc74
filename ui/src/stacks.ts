// What can be undone and redone in this tab. Each entry is a version that my own change made; to take it back
// makes a version too, which is what redo takes back.

type Way = "undo" | "redo";
type Shelf = Pick<Storage, "getItem" | "setItem">;

const MOST = 200;

export class Stacks {
  #shelf: Shelf;
  #key: string;

  constructor(shelf: Shelf, scope: string) {
    this.#shelf = shelf;
    this.#key = `sloyfe-undo-${scope}`;
  }

  isEmpty(way: Way): boolean {
    return this.#read()[way].length === 0;
  }

  /** A new version: of an undo or a redo, or of a change of its own, after which nothing can be redone. */
  put(version: string, by: Way | undefined): void {
    const stacks = this.#read();
    if ([...stacks.undo, ...stacks.redo].includes(version)) return;
    if (by === undefined) stacks.redo = [];
    const to = by === "undo" ? "redo" : "undo";
    stacks[to] = [...stacks[to], version].slice(-MOST);
    this.#write(stacks);
  }

  take(way: Way): string | undefined {
    const stacks = this.#read();
    const version = stacks[way].pop();
    this.#write(stacks);
    return version;
  }

  /** Takes one change out of the middle. */
  forget(version: string): boolean {
    const stacks = this.#read();
    const had = stacks.undo.includes(version);
    stacks.undo = stacks.undo.filter((other) => other !== version);
    this.#write(stacks);
    return had;
  }

  #read(): Record<Way, string[]> {
    try {
      const stacks = JSON.parse(this.#shelf.getItem(this.#key) ?? "") as Record<Way, string[]>;
      if (Array.isArray(stacks.undo) && Array.isArray(stacks.redo)) return stacks;
    } catch {
      // Nothing was kept, or not by us.
    }
    return { undo: [], redo: [] };
  }

  #write(stacks: Record<Way, string[]>): void {
    this.#shelf.setItem(this.#key, JSON.stringify(stacks));
  }
}
