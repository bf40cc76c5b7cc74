// The outbox as a list, and what may happen to it. Pure: a list in, a list out.
//
// Invariant `sent-text-is-fixed`: once an operation may have reached the server, its text never changes.
// A lost answer may hide a commit, and the replay would return the first answer for the second text.
// Held by `enqueue`, which replaces only what has never been tried or was certainly refused.

export interface Problem {
  code: string;
  title: string;
  text: string;
  yours?: string;
  theirs?: string;
  version?: string;
}

export interface Op {
  /** 128 random bits in hex. The server takes each one once. */
  op: string;
  url: string;
  /** Form-encoded. */
  body: string;
  /** The form's id, for showing its state. */
  form: string;
  /** `data-field-key` of the field that was saved, if it was one field. */
  field?: string;
  /** The field's name in the body, and the text the person wrote. */
  name?: string;
  text?: string;
  /** The body says what the field was, in `before`, and the server merges. */
  merge?: true;
  /** True from just before the first attempt. */
  tried: boolean;
  state: "waiting" | "changed" | "refused";
  problem?: Problem;
  at: number;
}

export function enqueue(ops: readonly Op[], op: Op): Op[] {
  if (ops.some((other) => other.op === op.op)) return [...ops];
  const older = op.field === undefined ? undefined : ops.findLast((other) => other.field === op.field && other.url === op.url);
  if (!older) return [...ops, op];
  if (older.state === "changed") {
    // Still undecided: the newer text is now the person's own side of the question.
    const { problem } = older;
    const newer: Op = { ...op, state: "changed" };
    if (problem) newer.problem = op.text === undefined ? problem : { ...problem, yours: op.text };
    return ops.map((other) => (other === older ? newer : other));
  }
  if (older.state === "refused" || !older.tried) {
    return ops.map((other) => (other === older ? withBase(op, baseOf(older, op)) : other));
  }
  return [...ops, op];
}

/** A replaced text may already have been moved to a newer base; the newer of the two holds. */
function baseOf(older: Op, op: Op): string | undefined {
  const mine = new URLSearchParams(op.body).get(seen(op)) ?? undefined;
  // A merged text is made from what the server has, and it never had the older one.
  if (older.state === "refused" && !op.merge) return mine;
  return new URLSearchParams(older.body).get(seen(op)) ?? mine;
}

/** The oldest operation that waits. */
export function next(ops: readonly Op[]): Op | undefined {
  return ops.find((op) => op.state === "waiting");
}

export function tried(ops: readonly Op[], id: string): Op[] {
  return ops.map((op) => (op.op === id ? { ...op, tried: true } : op));
}

/** Removes what is saved, and lets later texts of the same field build on the saved version. */
export function saved(ops: readonly Op[], id: string, version: string | undefined): Op[] {
  const done = ops.find((op) => op.op === id);
  const rest = ops.filter((op) => op.op !== id);
  if (version === undefined || done?.field === undefined || done.merge) return rest;
  return rest.map((op) => (op.field === done.field && !op.tried ? withBase(op, version) : op));
}

export function parked(ops: readonly Op[], id: string, state: "changed" | "refused", problem: Problem): Op[] {
  const after = ops.map((op) => (op.op === id ? { ...op, state, problem } : op));
  if (state !== "changed") return after;
  // A later text of the same field would meet the same answer, so it becomes the person's side of this one.
  const held = after.find((op) => op.op === id);
  const later = after.findLast((op) => op.op !== id && held?.field !== undefined && op.field === held.field && !op.tried);
  return later ? enqueue(after.filter((op) => op !== later), later) : after;
}

export function dropped(ops: readonly Op[], id: string): Op[] {
  return ops.filter((op) => op.op !== id);
}

/** The same wish as a new operation, last in the line. */
export function again(ops: readonly Op[], id: string, newId: string, change: { text?: string; base?: string } = {}): Op[] {
  const old = ops.find((op) => op.op === id);
  if (!old) return [...ops];
  const { problem: _answered, ...kept } = old;
  let op: Op = { ...kept, op: newId, tried: false, state: "waiting" };
  if (change.text !== undefined) {
    op = { ...op, text: change.text };
    if (op.name !== undefined) op.body = withField(op.body, op.name, change.text);
  }
  return [...dropped(ops, id), withBase(op, change.base)];
}

function withBase(op: Op, base: string | undefined): Op {
  return base === undefined ? op : { ...op, body: withField(op.body, seen(op), base) };
}

/** The name under which a body says what its author saw. */
function seen(op: Op): string {
  return op.merge ? "before" : "base";
}

function withField(body: string, name: string, value: string): string {
  const fields = new URLSearchParams(body);
  fields.set(name, value);
  return fields.toString();
}
