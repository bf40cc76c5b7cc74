import assert from "node:assert/strict";
import { test } from "node:test";
import { moved } from "../src/caret";
import { enqueue, saved, tried, type Op } from "../src/queue";
import { Stacks } from "../src/stacks";

function shelf() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

function words(op: string, before: string, text: string): Op {
  const body = new URLSearchParams({ field: "title", before, text }).toString();
  return { op, url: "/words", body, form: "f", field: "title", name: "text", text, merge: true, tried: false, state: "waiting", at: 0 };
}

const field = (op: Op | undefined, name: string) => new URLSearchParams(op?.body).get(name);

test("undo and redo take turns, and a change of its own ends what can be redone", () => {
  const stacks = new Stacks(shelf(), "m");
  stacks.put("2", undefined);
  stacks.put("3", undefined);
  assert.equal(stacks.take("undo"), "3");
  stacks.put("4", "undo");
  assert.equal(stacks.take("redo"), "4");
  stacks.put("5", "redo");
  assert.equal(stacks.take("undo"), "5");
  stacks.put("6", "undo");
  stacks.put("7", undefined);
  assert.equal(stacks.isEmpty("redo"), true);
  assert.equal(stacks.forget("2"), true);
  assert.equal(stacks.take("undo"), "7");
  assert.equal(stacks.take("undo"), undefined);
});

test("a version that is told of twice stands once", () => {
  const stacks = new Stacks(shelf(), "m");
  stacks.put("2", undefined);
  stacks.put("2", undefined);
  stacks.take("undo");
  assert.equal(stacks.isEmpty("undo"), true);
});

test("words that replace untried words are made from what those were made from", () => {
  const ops = enqueue([words("a", "En", "En to")], words("b", "En to", "En to tre"));
  assert.equal(ops.length, 1);
  assert.equal(field(ops[0], "before"), "En");
  assert.equal(field(ops[0], "text"), "En to tre");
});

test("words after tried words wait, and are made from those", () => {
  const ops = enqueue(tried([words("a", "En", "En to")], "a"), words("b", "En to", "En to tre"));
  const left = saved(ops, "a", "17");
  assert.equal(left.length, 1);
  assert.equal(field(left[0], "before"), "En to");
  assert.equal(field(left[0], "base"), null);
});

test("the caret stays between the same words", () => {
  assert.equal(moved("Vi lærer", "Vi alle lærer", 8), 13);
  assert.equal(moved("Vi lærer", "Vi lærer mer", 3), 3);
  assert.equal(moved("Vi lærer mer", "Vi lærer", 5), 5);
  assert.equal(moved("", "Ny", 0), 0);
});
