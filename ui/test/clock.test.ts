import assert from "node:assert/strict";
import { test } from "node:test";
import { formatLeft, leftAt, minuteCrossed, offsetFrom, phaseOf, ringLeft, type Clock } from "../src/clock-math";

const running: Clock = { state: "running", endsAt: 1_000_000, totalMs: 600_000, leftMs: 0 };

test("time left has a colon, and time over has a plus", () => {
  const cases: [number, string][] = [
    [760_000, "12:40"], [60_000, "1:00"], [59_999, "1:00"], [59_000, "0:59"], [1, "0:01"], [0, "0:00"],
    [-999, "0:00"], [-1_000, "+0:01"], [-30_500, "+0:30"], [3_900_000, "1:05:00"], [-3_661_000, "+1:01:01"],
  ];
  for (const [ms, text] of cases) assert.equal(formatLeft(ms), text, String(ms));
});

test("the offset comes from the quickest answer", () => {
  // The server is 5,000 ms ahead. The slow sample is lopsided, the quick one is not.
  const slow = { sentAt: 0, server: 5_390, receivedAt: 400 };
  const quick = { sentAt: 1_000, server: 6_010, receivedAt: 1_020 };
  assert.equal(offsetFrom([slow, quick]), 5_000);
  assert.equal(offsetFrom([]), undefined);
});

test("a sample from before the clock was set back is not used", () => {
  assert.equal(offsetFrom([{ sentAt: 5_000, server: 1, receivedAt: 10 }]), undefined);
});

test("the last fifth is soon, and zero is over", () => {
  assert.equal(phaseOf(running, 120_001), "calm");
  assert.equal(phaseOf(running, 120_000), "soon");
  assert.equal(phaseOf(running, 1), "soon");
  assert.equal(phaseOf(running, 0), "over");
  assert.equal(phaseOf({ ...running, state: "paused" }, 500_000), "paused");
  assert.equal(phaseOf({ ...running, state: "waiting" }, 0), "waiting");
});

test("a paused clock stands still, and a waiting one shows its whole time", () => {
  assert.equal(leftAt(running, 400_000), 600_000);
  assert.equal(leftAt({ ...running, state: "paused", leftMs: 42_000 }, 400_000), 42_000);
  assert.equal(leftAt({ ...running, state: "waiting" }, 400_000), 600_000);
});

test("the ring is never more than full or less than empty", () => {
  assert.equal(ringLeft(300_000, 600_000), 50);
  assert.equal(ringLeft(-1, 600_000), 0);
  assert.equal(ringLeft(700_000, 600_000), 100);
  assert.equal(ringLeft(1, 0), 0);
});

test("five, one and zero minutes are said when they are passed, once, and never at the start", () => {
  assert.equal(minuteCrossed(300_400, 299_900, 600_000), 5);
  assert.equal(minuteCrossed(299_900, 299_000, 600_000), undefined);
  assert.equal(minuteCrossed(60_001, 60_000, 600_000), 1);
  assert.equal(minuteCrossed(800, -200, 600_000), 0);
  assert.equal(minuteCrossed(300_400, 299_900, 300_000), undefined);
  assert.equal(minuteCrossed(400_000, -5, 600_000), 0, "a phone that slept says only what is true now");
});
