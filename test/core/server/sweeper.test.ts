import assert from "node:assert/strict";
import { test } from "node:test";
import { type Sweepable, Sweeper } from "../../../core/server/sweeper.js";
import { FakeClock } from "../../support/fake-clock.js";

const PERIOD_MS = 100;

/** Notes when it was due; `after` says what its deadline is then. */
class Item implements Sweepable {
  deadlineMs: number;
  sweepSlot = 0;
  readonly dueAt: number[] = [];
  readonly #after: (item: Item) => void;

  constructor(deadlineMs: number, after: (item: Item) => void = () => {}) {
    this.deadlineMs = deadlineMs;
    this.#after = after;
  }

  due(nowMs: number): void {
    assert.ok(this.deadlineMs <= nowMs, "never early");
    this.dueAt.push(nowMs);
    this.#after(this);
  }
}

/** A clock whose timers may fire late. */
class StallingClock extends FakeClock {
  stalledMs = 0;

  override now(): number {
    return super.now() + this.stalledMs;
  }
}

/** @param wanted - how many passes ask for another */
function startedSweeper(wanted = Number.POSITIVE_INFINITY) {
  const clock = new StallingClock(0);
  let passes = 0;
  const sweeper = new Sweeper(clock, PERIOD_MS, () => {
    passes += 1;
    return passes <= wanted;
  });
  sweeper.start();
  return { clock, sweeper, passes: () => passes };
}

test("an item is due once, after its deadline and within two periods", async () => {
  for (const deadlineMs of [1, 99, 100, 101, 250, 1_000, 12_345]) {
    const { clock, sweeper } = startedSweeper();
    const item = new Item(deadlineMs);
    sweeper.watch(item);
    await clock.advance(20_000);
    assert.equal(item.dueAt.length, 1, String(deadlineMs));
    assert.ok(item.dueAt[0]! - deadlineMs <= 2 * PERIOD_MS);
  }
});

test("a deadline that moves later costs no call, and is kept", async () => {
  const { clock, sweeper } = startedSweeper();
  const item = new Item(200);
  sweeper.watch(item);
  await clock.advance(150);
  item.deadlineMs = 1_000;
  await clock.advance(800);
  assert.deepEqual(item.dueAt, []);
  await clock.advance(300);
  assert.equal(item.dueAt.length, 1);
});

test("a deadline that moves earlier and is watched again is kept", async () => {
  const { clock, sweeper } = startedSweeper();
  const item = new Item(10_000);
  sweeper.watch(item);
  await clock.advance(100);
  item.deadlineMs = 300;
  sweeper.watch(item);
  await clock.advance(400);
  assert.equal(item.dueAt.length, 1);
  item.deadlineMs = Number.POSITIVE_INFINITY;
  await clock.advance(20_000);
  assert.equal(item.dueAt.length, 1, "its old place in the wheel is forgotten");
});

test("an item that watches itself again when due goes round and round", async () => {
  const { clock, sweeper } = startedSweeper();
  const item = new Item(100, (again) => {
    again.deadlineMs += 500;
    sweeper.watch(again);
  });
  sweeper.watch(item);
  await clock.advance(5_000);
  assert.equal(item.dueAt.length, 10);
});

test("a past deadline is due with the next pass, never in the call itself", async () => {
  const { clock, sweeper } = startedSweeper();
  await clock.advance(1_000);
  const item = new Item(5);
  sweeper.watch(item);
  assert.deepEqual(item.dueAt, []);
  await clock.advance(2 * PERIOD_MS);
  assert.equal(item.dueAt.length, 1);
});

test("one whose deadline is never is not kept at all", async () => {
  const { clock, sweeper } = startedSweeper();
  const item = new Item(Number.POSITIVE_INFINITY);
  sweeper.watch(item);
  assert.equal(item.sweepSlot, 0);
  await clock.advance(1_000);
  assert.deepEqual(item.dueAt, []);
});

test("after a stall of our own, items get one period to speak before they are due", async () => {
  const { clock, sweeper, passes } = startedSweeper();
  const silent = new Item(300);
  const speaking = new Item(350);
  sweeper.watch(silent);
  sweeper.watch(speaking);
  await clock.advance(PERIOD_MS);
  const before = passes();
  // Nothing ran for two seconds: the timer fires late, and what peers sent meanwhile is read only now.
  clock.stalledMs = 2_000;
  await clock.advance(PERIOD_MS);
  assert.equal(passes(), before);
  assert.deepEqual([silent.dueAt, speaking.dueAt], [[], []]);
  speaking.deadlineMs = clock.now() + 10_000;
  await clock.advance(2 * PERIOD_MS);
  assert.equal(silent.dueAt.length, 1);
  assert.deepEqual(speaking.dueAt, []);
  await clock.advance(11_000);
  assert.equal(speaking.dueAt.length, 1);
});

test("nobody wakes up while nothing is due: passes end when none is wanted, and a slot that everybody has left is none", async () => {
  const { clock, sweeper, passes } = startedSweeper(2);
  await clock.advance(1_000);
  assert.equal(passes(), 3);
  assert.equal(clock.pending, 0);
  const far = new Item(90_000);
  sweeper.watch(far);
  assert.ok(clock.nextDelayMs! > 88_000);
  const near = new Item(5_000);
  sweeper.watch(near);
  assert.ok(clock.nextDelayMs! < 4_200, "an earlier one is not slept through");
  near.deadlineMs = 60_000;
  sweeper.watch(near);
  await clock.advance(10_000);
  assert.deepEqual([passes(), near.dueAt.length], [3, 0], "it has moved, and so has the wake-up");
  sweeper.passSoon();
  await clock.advance(2 * PERIOD_MS);
  assert.equal(passes(), 4, "somebody wants one");
  await clock.advance(90_000);
  assert.deepEqual([near.dueAt.length, far.dueAt.length, passes()], [1, 1, 6]);
  assert.equal(clock.pending, 0);
});

test("a sweeper that slept and wakes up late lets what came meanwhile be read, and is not late for ever", async () => {
  const { clock, sweeper } = startedSweeper(0);
  await clock.advance(500);
  const silent = new Item(10_000);
  const speaking = new Item(10_000);
  for (const item of [silent, speaking]) sweeper.watch(item);
  await clock.advance(9_450);
  clock.stalledMs = 110; // the timer fires a little more than half a period late
  await clock.advance(60);
  assert.deepEqual([silent.dueAt, speaking.dueAt], [[], []]);
  speaking.deadlineMs = 50_000;
  sweeper.watch(speaking);
  clock.stalledMs = 220; // and so does the next
  await clock.advance(PERIOD_MS);
  assert.deepEqual([silent.dueAt.length, speaking.dueAt.length], [1, 0]);
});

test("each pass is told of, until the sweeper is stopped", async () => {
  const { clock, sweeper, passes } = startedSweeper();
  await clock.advance(10 * PERIOD_MS);
  assert.equal(passes(), 10);
  sweeper.start();
  await clock.advance(PERIOD_MS);
  assert.equal(passes(), 11, "starting twice is starting once");
  sweeper.stop();
  await clock.advance(10 * PERIOD_MS);
  assert.equal(passes(), 11);
  assert.equal(clock.pending, 0);
});

test("a timer that fires a little early is the sweep of its period, and no second one follows", async () => {
  const clock = new FakeClock(1_000_000);
  const early = {
    now: () => clock.now(),
    endOfTurn: clock.endOfTurn.bind(clock),
    schedule: (delayMs: number, callback: () => void) => clock.schedule(Math.max(1, delayMs) - 0.4, callback),
  };
  let passes = 0;
  const sweeper = new Sweeper(early, 250, () => {
    passes += 1;
    return true;
  });
  sweeper.start();
  const due: number[] = [];
  sweeper.watch({ deadlineMs: clock.now() + 300, sweepSlot: 0, due: (nowMs) => due.push(nowMs) });
  await clock.advance(2_500);
  sweeper.stop();
  assert.equal(passes, 10);
  assert.equal(due.length, 1);
  assert.ok(due[0]! - 1_000_000 >= 300 && due[0]! - 1_000_000 <= 550, String(due[0]));
});

test("more than one turn may take are due in order, some each turn, and others are read in between", async () => {
  const { clock, sweeper, passes } = startedSweeper();
  const order: number[] = [];
  const items = Array.from({ length: 1_200 }, (_, index) => new Item(50, () => order.push(index)));
  for (const item of items) sweeper.watch(item);
  const last = new Item(150);
  sweeper.watch(last);
  await clock.advance(PERIOD_MS);
  assert.equal(order.length, 500, "what one turn takes");
  assert.equal(passes(), 0);
  await clock.advance(1);
  assert.equal(order.length, 1_000);
  await clock.advance(1);
  assert.deepEqual(order, Array.from(items.keys()));
  assert.equal(passes(), 1, "the rest was no period of its own");
  assert.deepEqual(last.dueAt, [], "nothing is due before its time");
  await clock.advance(PERIOD_MS);
  assert.equal(last.dueAt.length, 1);
  assert.equal(passes(), 2);
});

test("who must wait for a later turn may speak, or be given up, in the meantime", async () => {
  const { clock, sweeper } = startedSweeper();
  const crowd = Array.from({ length: 600 }, () => new Item(50));
  for (const item of crowd) sweeper.watch(item);
  await clock.advance(PERIOD_MS);
  const [spoke, gone] = crowd.slice(-2) as [Item, Item];
  spoke.deadlineMs = 1_000;
  gone.deadlineMs = Number.POSITIVE_INFINITY;
  await clock.advance(10);
  assert.equal(crowd.filter(({ dueAt }) => dueAt.length === 1).length, 598);
  await clock.advance(2_000);
  assert.deepEqual([spoke.dueAt.length, gone.dueAt.length], [1, 0]);
});
