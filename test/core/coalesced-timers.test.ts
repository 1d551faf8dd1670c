import assert from "node:assert/strict";
import { test } from "node:test";
import { CoalescedTimers } from "../../core/coalesced-timers.js";
import { serverClock } from "../../core/server-clock.js";
import { FakeClock } from "../support/fake-clock.js";

/** Counts how often a process would wake. */
class WakingClock extends FakeClock {
  wakes = 0;

  override schedule(delayMs: number, callback: () => void) {
    return super.schedule(delayMs, () => {
      this.wakes += 1;
      callback();
    });
  }
}

function started(startMs = 1_000_000) {
  const clock = new WakingClock(startMs);
  const timers = new CoalescedTimers(clock);
  const fired: string[] = [];
  const schedule = (name: string, delayMs: number) => timers.schedule(delayMs, () => fired.push(name));
  return { clock, timers, fired, schedule };
}

test("timers that may be late by a little share one wake-up, in the order in which they were set", async () => {
  const { clock, fired, schedule } = started();
  schedule("gossip", 5_100);
  await clock.advance(1_600);
  schedule("canary", 3_550);
  schedule("sample", 3_950);
  await clock.advance(10_000);
  assert.deepEqual(fired, ["gossip", "canary", "sample"]);
  assert.equal(clock.wakes, 1);
});

test("no timer fires before its time, nor later than a quarter of it", async () => {
  for (let delayMs = 0; delayMs < 9_000; delayMs += 37) {
    for (const startMs of [1_000_000, 1_000_000.25, 1_000_100, 1_000_249.9]) {
      const { clock, timers } = started(startMs);
      let firedMs = 0;
      timers.schedule(delayMs, () => {
        firedMs = clock.now();
      });
      await clock.advance(10_000);
      const lateMs = firedMs - startMs - delayMs;
      assert.ok(
        lateMs >= -1e-6 && lateMs <= Math.min(delayMs / 4, 1_001),
        `${delayMs} at ${startMs}: late by ${lateMs}`,
      );
    }
  }
});

test("who aims at a quarter of a second meets the others, though he counts from a moment that is past", async () => {
  const { clock, timers, fired, schedule } = started(1_000_010);
  const nowMs = clock.now();
  await clock.advance(0.2);
  timers.schedule(1_000_250 - nowMs, () => fired.push("sweep")); // fifth of a millisecond too long
  schedule("canary", 200);
  await clock.advance(242);
  assert.deepEqual(fired, ["sweep", "canary"]);
  assert.equal(clock.wakes, 1);
});

test("of several edges the one at which most meet is taken, but who aims at another is not late", async () => {
  const { clock, fired, schedule } = started();
  schedule("gossip", 4_100);
  schedule("announcement", 4_650);
  await clock.advance(4_000);
  schedule("beat", 1_000);
  schedule("far sweep", 30_250);
  await clock.advance(1_001);
  assert.deepEqual(fired, ["gossip", "announcement", "beat"]);
  assert.equal(clock.wakes, 1);
  await clock.advance(29_251);
  assert.deepEqual(fired.slice(3), ["far sweep"]);
});

test("a cancelled timer does not fire, the last one leaves no wake-up behind, and a later one has its own", async () => {
  const { clock, fired, schedule } = started();
  const ann = schedule("ann", 1_000);
  const bob = schedule("bob", 1_000);
  ann.cancel();
  ann.cancel();
  assert.equal(clock.pending, 1);
  bob.cancel();
  assert.equal(clock.pending, 0);
  schedule("carol", 1_000);
  await clock.advance(2_000);
  assert.deepEqual(fired, ["carol"]);
});

test("a callback may cancel its neighbour, and set timers for the same moment", async () => {
  const { clock, timers, fired, schedule } = started();
  timers.schedule(1_000, () => {
    bob.cancel();
    schedule("at once", 0);
  });
  const bob = schedule("bob", 1_000);
  schedule("carol", 1_000);
  await clock.advance(2_000);
  assert.deepEqual(fired, ["carol", "at once"]);
  assert.equal(clock.pending, 0);
});

test("whoever throws keeps nobody else from his, and is heard", async () => {
  const soon: (() => void)[] = [];
  const timers = new CoalescedTimers({
    now: () => 1_000_000,
    schedule: (_delayMs, callback) => {
      soon.push(callback);
      return { cancel: () => {} };
    },
  });
  const fired: string[] = [];
  timers.schedule(1_000, () => {
    throw new Error("ann");
  });
  timers.schedule(1_000, () => fired.push("bob"));
  assert.equal(soon.length, 1);
  assert.throws(() => soon.shift()!(), /ann/);
  assert.equal(soon.length, 1, "for the others");
  soon.shift()!();
  assert.deepEqual(fired, ["bob"]);
  assert.equal(soon.length, 0);
});

test("a server's clock has them: twenty timers wake the process for fewer moments", (t) => {
  const { mock } = t.mock.method(globalThis, "setTimeout");
  const timers = Array.from({ length: 20 }, () => serverClock.schedule(60_000, () => {}));
  for (const timer of timers) timer.cancel();
  assert.ok(mock.callCount() > 0 && mock.callCount() < 20, String(mock.callCount()));
});
