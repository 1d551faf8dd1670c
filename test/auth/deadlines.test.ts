import assert from "node:assert/strict";
import { test } from "node:test";
import { Deadlines } from "../../auth/deadlines.js";
import { FakeClock } from "../support/fake-clock.js";

test("each is told once, in time, in the order of time, and with one timer for all", async () => {
  const clock = new FakeClock(10_000_250);
  const told: [number, number][] = [];
  const deadlines = new Deadlines<number>(clock, (item) => told.push([item, clock.now()]));
  for (const [item, inMs] of [
    [1, 90_000],
    [2, 1_500],
    [3, 1_700],
    [4, -5_000],
  ] as const) {
    deadlines.set(item, clock.now() + inMs);
  }
  assert.equal(clock.pending, 1);
  await clock.advance(100_000);
  assert.deepEqual(
    told.map(([item]) => item),
    [4, 2, 3, 1],
  );
  for (const [item, atMs] of told) {
    const dueMs = 10_000_250 + [0, 90_000, 1_500, 1_700, 0][item]!;
    assert.ok(atMs >= dueMs && atMs < dueMs + 1_000, `${item} at ${atMs}`);
  }
  assert.equal(clock.pending, 0, "nothing runs while nothing waits");
});

test("one that is taken back or moved is not told at its old time, and leaves nothing behind", async () => {
  const clock = new FakeClock();
  const told: string[] = [];
  const deadlines = new Deadlines<string>(clock, (item) => told.push(item));
  for (const item of ["gone", "later", "sooner"]) deadlines.set(item, clock.now() + 10_000);
  deadlines.delete("gone");
  deadlines.set("later", clock.now() + 30_000);
  deadlines.set("sooner", clock.now() + 2_000);
  await clock.advance(3_000);
  assert.deepEqual(told, ["sooner"]);
  await clock.advance(20_000);
  assert.deepEqual([told.length, deadlines.size], [1, 1]);
  await clock.advance(10_000);
  assert.deepEqual(told, ["sooner", "later"]);
});

test("one that is set again when it is told comes again, also after a time without any", async () => {
  const clock = new FakeClock();
  let left = 3;
  const deadlines = new Deadlines<string>(clock, (item) => {
    left -= 1;
    if (left > 0) deadlines.set(item, clock.now() + 500);
  });
  deadlines.set("again", clock.now() + 500);
  await clock.advance(60_000);
  assert.equal(left, 0);
  left = 1;
  deadlines.set("again", clock.now() + 500);
  await clock.advance(1_500);
  assert.equal(left, 0);
});

test("a thousand sessions that come and go cost no memory beyond those that are there", async () => {
  const clock = new FakeClock();
  const deadlines = new Deadlines<number>(clock, () => assert.fail("all were taken back"));
  for (let item = 0; item < 1_000; item += 1) {
    deadlines.set(item, clock.now() + 86_400_000);
    deadlines.delete(item);
  }
  assert.equal(deadlines.size, 0);
  await clock.advance(90_000_000);
});
