import assert from "node:assert/strict";
import { test } from "node:test";
import { SseParser } from "../src/sse";

test("a message in one piece", () => {
  const parser = new SseParser();
  assert.deepEqual(parser.push('id: 12\nevent: part\ndata: {"id":"screen"}\n\n'), [
    { id: "12", event: "part", data: '{"id":"screen"}' },
  ]);
  assert.equal(parser.lastId, "12");
});

test("any cut gives the same messages", () => {
  const stream = ": heartbeat\n\nid: 1\r\nevent: part\r\ndata: a\r\ndata:b\r\n\r\nretry: 3000\ndata: c\n\n:\n\nid: 2\rdata: é\r\r";
  const whole = new SseParser().push(`${stream}\n`);
  assert.deepEqual(whole.map(({ id, event, data }) => [id, event, data]), [
    ["1", "part", "a\nb"],
    ["1", "message", "c"],
    ["2", "message", "é"],
  ]);
  for (let cut = 1; cut < stream.length; cut += 1) {
    const parser = new SseParser();
    const got = [...parser.push(stream.slice(0, cut)), ...parser.push(stream.slice(cut)), ...parser.push("\n")];
    assert.deepEqual(got, whole, `cut at ${cut}`);
    assert.equal(parser.retryMs, 3000);
  }
});

test("a heartbeat is no message", () => {
  assert.deepEqual(new SseParser().push(":\n\n: still here\n\n"), []);
});

test("an id with NUL is ignored, and half a message is not given", () => {
  const parser = new SseParser();
  assert.deepEqual(parser.push("id: a\0b\ndata: x\n"), []);
  assert.equal(parser.lastId, "");
});
