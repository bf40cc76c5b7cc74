import assert from "node:assert/strict";
import { test } from "node:test";
import { retryAfterMs, retryDelay } from "../src/backoff";

test("the first retry is within a second, and the ceiling doubles to 15 seconds", () => {
  const ceilings = [1, 2, 3, 4, 5, 6, 60].map((failures) => retryDelay(failures, () => 1));
  assert.deepEqual(ceilings, [1000, 2000, 4000, 8000, 15000, 15000, 15000]);
  assert.equal(retryDelay(5, () => 0), 0);
});

test("what the server asks for is a floor, with jitter above", () => {
  assert.equal(retryDelay(1, () => 0, 3000), 3000);
  assert.equal(retryDelay(9, () => 1, 3000), 4000);
});

test("retry-after in seconds, as a date, absent and absurd", () => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  assert.equal(retryAfterMs("4", now), 4000);
  assert.equal(retryAfterMs("Mon, 23 Nov 2026 12:00:05 GMT", now), 5000);
  assert.equal(retryAfterMs(null, now), undefined);
  assert.equal(retryAfterMs("soon", now), undefined);
  assert.equal(retryAfterMs("-1", now), undefined);
  assert.equal(retryAfterMs("86400", now), 120_000);
});
