import assert from "node:assert/strict";
import { test } from "node:test";
import { readAnswer, type Answer } from "../src/answer";
import { Delivery, type Ports } from "../src/delivery";
import { again, enqueue, parked, saved, type Op } from "../src/queue";

let count = 0;

function wish(text: string, field?: string, base?: string): Op {
  count += 1;
  const body = new URLSearchParams({ text });
  if (base !== undefined) body.set("base", base);
  const op: Op = { op: `op${count}`, url: "/notes", body: body.toString(), form: "f", tried: false, state: "waiting", at: count };
  if (field !== undefined) Object.assign(op, { field, name: "text", text });
  return op;
}

const texts = (ops: readonly Op[]) => ops.map((op) => new URLSearchParams(op.body).get("text"));
const bases = (ops: readonly Op[]) => ops.map((op) => new URLSearchParams(op.body).get("base"));

/** A server that takes each id once, on a line that can fail before or after the commit. */
class Room {
  disk: Op[] = [];
  kept: string[] = [];
  answers = new Map<string, Answer>();
  sends: string[] = [];
  /** For each send in turn: what the line does. Empty means that it works. */
  line: ("lost-before" | "lost-after" | "down" | Answer)[] = [];
  told: [string, Answer["kind"]][] = [];
  timers: (() => void)[] = [];
  version = 0;

  open(): Delivery {
    const ports: Ports = {
      change: async (edit) => {
        // Through JSON, as a disk would: nothing is shared with the caller.
        this.disk = JSON.parse(JSON.stringify(edit(JSON.parse(JSON.stringify(this.disk)))));
        return this.disk;
      },
      send: async (op) => {
        assert.ok(this.disk.some((stored) => stored.op === op.op && stored.tried), "stored-before-sent");
        this.sends.push(op.op);
        const fate = this.line.shift();
        if (fate === "lost-before" || fate === "down") return { kind: "lost" };
        if (typeof fate === "object") return fate;
        const answer = this.take(op);
        return fate === "lost-after" ? { kind: "lost" } : answer;
      },
      alone: (work) => work(),
      later: (_ms, work) => {
        this.timers.push(work);
        return () => (this.timers = this.timers.filter((other) => other !== work));
      },
      random: () => 0.5,
      told: (op, answer) => this.told.push([op.op, answer.kind]),
    };
    return new Delivery(ports);
  }

  take(op: Op): Answer {
    const first = this.answers.get(op.op);
    if (first) return first;
    this.version += 1;
    this.kept.push(new URLSearchParams(op.body).get("text") ?? "");
    const answer: Answer = { kind: "saved", savedAt: "14.32", version: String(this.version) };
    this.answers.set(op.op, answer);
    return answer;
  }

  /** Lets every wait run out until nothing waits. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1) {
      await new Promise((done) => setImmediate(done));
      const [work] = this.timers.splice(0, 1);
      work?.();
    }
  }
}

test("wishes arrive oldest first", async () => {
  const room = new Room();
  const delivery = room.open();
  for (const text of ["a", "b", "c"]) await delivery.add(wish(text));
  await room.settle();
  assert.deepEqual(room.kept, ["a", "b", "c"]);
  assert.deepEqual(room.disk, []);
});

test("an answer that is lost after the commit gives one row, by the same id", async () => {
  const room = new Room();
  room.line = ["lost-after", "lost-after"];
  await room.open().add(wish("one"));
  await room.settle();
  assert.deepEqual(room.kept, ["one"]);
  assert.equal(new Set(room.sends).size, 1);
  assert.equal(room.sends.length, 3);
});

test("a lost wish holds back the later ones, so order is kept", async () => {
  const room = new Room();
  room.line = ["lost-before", "lost-before"];
  const delivery = room.open();
  await delivery.add(wish("first"));
  await delivery.add(wish("second"));
  await room.settle();
  assert.deepEqual(room.kept, ["first", "second"]);
});

test("a reload in the middle of a send delivers once", async () => {
  const room = new Room();
  room.line = ["lost-after"];
  await room.open().add(wish("half way"));
  await new Promise((done) => setImmediate(done));
  room.timers = [];
  await room.open().wake(true);
  await room.settle();
  assert.deepEqual(room.kept, ["half way"]);
  assert.deepEqual(room.disk, []);
});

test("a newer text replaces an older one that was never tried", () => {
  const first = enqueue([], wish("Vi", "note"));
  assert.deepEqual(texts(enqueue(first, wish("Vi lytter", "note"))), ["Vi lytter"]);
  assert.deepEqual(texts(enqueue(first, wish("other", "other"))), ["Vi", "other"]);
});

test("a text that may have arrived is never changed", async () => {
  const room = new Room();
  room.line = ["lost-after"];
  const delivery = room.open();
  await delivery.add(wish("Vi", "note", "0"));
  await new Promise((done) => setImmediate(done));
  await delivery.add(wish("Vi ly", "note", "0"));
  await delivery.add(wish("Vi lytter", "note", "0"));
  assert.deepEqual(texts(room.disk), ["Vi", "Vi lytter"]);
  await room.settle();
  assert.deepEqual(room.kept, ["Vi", "Vi lytter"]);
});

test("the next text builds on the version that was just saved", () => {
  const [first, second] = [wish("a", "note", "3"), wish("b", "note", "3")];
  assert.deepEqual(bases(saved([{ ...first, tried: true }, second], first.op, "4")), ["4"]);
});

test("a moved base stays when the text is replaced", () => {
  const waiting = saved([{ ...wish("a", "note", "3"), op: "x", tried: true }, wish("b", "note", "3")], "x", "4");
  assert.deepEqual(bases(enqueue(waiting, wish("bc", "note", "3"))), ["4"]);
});

test("two texts that differ are parked, and later wishes go on", async () => {
  const room = new Room();
  const problem = { code: "changed", title: "", text: "", yours: "min", theirs: "din", version: "9" };
  room.line = [{ kind: "changed", problem }];
  const delivery = room.open();
  const mine = wish("min", "note", "1");
  await delivery.add(mine);
  await delivery.add(wish("hand"));
  await room.settle();
  assert.deepEqual(room.kept, ["hand"]);
  assert.equal(room.disk[0]?.state, "changed");

  const resent = again(room.disk, mine.op, "new", { base: "9" });
  assert.deepEqual(bases(resent), ["9"]);
  assert.equal(resent[0]?.op, "new");
  assert.equal(resent[0]?.state, "waiting");
});

test("typing on while the question is open changes the person's own side of it", () => {
  const problem = { code: "changed", title: "", text: "", yours: "min", theirs: "din", version: "9" };
  const op = wish("min", "note");
  const after = enqueue(parked([op], op.op, "changed", problem), wish("min egen", "note"));
  assert.equal(after.length, 1);
  assert.equal(after[0]?.state, "changed");
  assert.equal(after[0]?.problem?.yours, "min egen");
  assert.equal(after[0]?.problem?.theirs, "din");
});

test("a refused text is kept, and a corrected one takes its place", async () => {
  const room = new Room();
  room.line = [{ kind: "refused", problem: { code: "too-long", title: "For langt", text: "" } }];
  const delivery = room.open();
  await delivery.add(wish("altfor langt", "note"));
  await room.settle();
  assert.deepEqual(texts(room.disk), ["altfor langt"]);
  await delivery.add(wish("kortere", "note"));
  await room.settle();
  assert.deepEqual(room.kept, ["kortere"]);
  assert.deepEqual(room.disk, []);
});

test("a seat that must be taken again keeps everything and stops sending", async () => {
  const room = new Room();
  room.line = [{ kind: "rejoin" }];
  const delivery = room.open();
  await delivery.add(wish("a"));
  await room.settle();
  assert.equal(room.sends.length, 1);
  assert.deepEqual(texts(room.disk), ["a"]);
  await delivery.wake(true);
  await room.settle();
  assert.deepEqual(room.kept, ["a"]);
});

test("the same wish added twice is one wish", () => {
  const op = wish("a");
  assert.equal(enqueue(enqueue([], op), op).length, 1);
});

test("a thousand bad lines deliver every wish once and in order", async () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    let state = seed;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const room = new Room();
    let delivery = room.open();
    const wanted: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      room.line.push(...(["lost-after", "lost-before"] as const).filter(() => random() < 0.4));
      wanted.push(`w${n}`);
      await delivery.add(wish(`w${n}`));
      if (random() < 0.3) await new Promise((done) => setImmediate(done));
      if (random() < 0.2) {
        await room.settle();
        delivery = room.open();
      }
    }
    await delivery.wake(true);
    await room.settle();
    assert.deepEqual(room.kept, wanted, `seed ${seed}`);
  }
});

// --- answers ---------------------------------------------------------------------------------

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  readAnswer(new Response(JSON.stringify(body), { status, headers }), 0);

test("only our own ok is saved", async () => {
  assert.deepEqual(await json(200, { ok: true, seq: 7, saved_at: "14.32", version: 5 }), {
    kind: "saved", savedAt: "14.32", version: "5",
  });
  assert.deepEqual(await readAnswer(new Response("<h1>Logg inn på gjestenettet</h1>"), 0), { kind: "lost" });
  assert.deepEqual(await json(200, { ok: false }), { kind: "lost" });
  assert.deepEqual(await json(200, null), { kind: "lost" });
});

test("what may pass is tried again, and a wait that is asked for is kept", async () => {
  for (const status of [500, 502, 503, 504, 429, 408]) assert.equal((await json(status, {})).kind, "lost");
  assert.deepEqual(await json(503, {}, { "retry-after": "3" }), { kind: "lost", askedMs: 3000 });
});

test("the server's reasons are passed on", async () => {
  assert.deepEqual(await json(409, { error: { code: "changed", title: "T", text: "t", yours: "a", theirs: "b", version: "3" } }), {
    kind: "changed", problem: { code: "changed", title: "T", text: "t", yours: "a", theirs: "b", version: "3" },
  });
  assert.equal((await json(409, { error: { code: "over", title: "T", text: "t" } })).kind, "refused");
  assert.equal((await json(422, { error: { code: "empty", title: "T", text: "t" } })).kind, "refused");
  assert.equal((await readAnswer(new Response("blocked", { status: 403 }), 0)).kind, "refused");
  assert.equal((await json(401, {})).kind, "rejoin");
});
