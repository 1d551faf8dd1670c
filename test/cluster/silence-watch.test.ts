import assert from "node:assert/strict";
import { test } from "node:test";
import { SilenceWatch } from "../../cluster/silence-watch.js";
import { CoalescedTimers } from "../../core/coalesced-timers.js";
import { FakeClock } from "../support/fake-clock.js";

const LIMITS = { suspectAfterMs: 1_500 };
const HEARTBEAT_MS = 1_000;

function watch(clock: FakeClock): { silence: SilenceWatch; alarms: number[] } {
  const alarms: number[] = [];
  const silence = new SilenceWatch(clock, LIMITS, () => alarms.push(clock.now()));
  silence.start(HEARTBEAT_MS);
  return { silence, alarms };
}

test("silence is told once, soon after a heartbeat and the time of suspicion", async () => {
  const clock = new FakeClock(0);
  const { alarms } = watch(clock);
  await clock.advance(10_000);
  assert.equal(alarms.length, 1);
  assert.ok(alarms[0]! >= 2_500 && alarms[0]! <= 2_510, String(alarms[0]));
  assert.equal(clock.pending, 0);
});

test("silence is told at most a quarter of a second later, whenever the peer was heard last, where timers meet others", async () => {
  for (let heardMs = 0; heardMs < 1_000; heardMs += 7) {
    const clock = new FakeClock(50_000 + heardMs);
    const timers = new CoalescedTimers(clock);
    const meeting = { now: () => clock.now(), endOfTurn: () => {}, schedule: timers.schedule.bind(timers) };
    const alarms: number[] = [];
    new SilenceWatch(meeting, LIMITS, () => alarms.push(clock.now())).start(HEARTBEAT_MS);
    await clock.advance(5_000);
    const afterMs = alarms[0]! - 50_000 - heardMs;
    assert.ok(afterMs >= 2_500 && afterMs <= 2_755, `heard at ${heardMs}: told after ${afterMs} ms`);
  }
});

test("a peer that is heard every heartbeat is never suspected, and one that is not watched any more neither", async () => {
  const clock = new FakeClock(0);
  const { silence, alarms } = watch(clock);
  for (let beat = 0; beat < 20; beat += 1) {
    await clock.advance(HEARTBEAT_MS);
    silence.heard();
  }
  silence.stop();
  await clock.advance(10_000);
  assert.deepEqual(alarms, []);
});

test("a span in which this process was held up is not the peer's silence", async () => {
  const clock = new FakeClock(0);
  let stalledMs = 0;
  const stalling = {
    now: () => clock.now() + stalledMs,
    schedule: clock.schedule.bind(clock),
    endOfTurn: clock.endOfTurn.bind(clock),
  };
  const alarms: number[] = [];
  const silence = new SilenceWatch(stalling, LIMITS, () => alarms.push(clock.now()));
  silence.start(HEARTBEAT_MS);
  await clock.advance(1_000);
  stalledMs = 60_000; // every timer that is due now fires a minute late
  await clock.advance(1_000);
  assert.deepEqual(alarms, []);
  await clock.advance(1_000);
  assert.equal(alarms.length, 1, "the silence around the stall still counts");
});

test("all watches of a node look at the same moments, and of a peer that speaks once in the time it may be silent", async () => {
  const clock = new FakeClock(12_345);
  const looks: number[] = [];
  const early = {
    now: () => clock.now(),
    endOfTurn: clock.endOfTurn.bind(clock),
    schedule: (delayMs: number, callback: () => void) =>
      clock.schedule(Math.max(1, Math.floor(delayMs)), () => {
        looks.push(Math.round(clock.now()));
        callback();
      }),
  };
  const watches = [1, 2, 3].map(() => new SilenceWatch(early, LIMITS, () => assert.fail("nobody is silent")));
  for (const silence of watches) {
    silence.start(HEARTBEAT_MS);
    await clock.advance(10);
  }
  for (let beat = 0; beat < 12; beat += 1) {
    for (const silence of watches) silence.heard();
    await clock.advance(HEARTBEAT_MS);
  }
  const moments = new Set(looks);
  assert.ok(moments.size >= 4 && moments.size <= 12, [...moments].join());
  assert.equal(looks.length, moments.size * watches.length);
  for (const silence of watches) silence.stop();
});

test("a process that comes back just before the end has time to hear what was sent, or what it caused by coming back", async () => {
  for (const backAtMs of [1_500, 1_999, 2_000, 2_240, 2_490, 2_600, 9_000]) {
    const clock = new FakeClock(0);
    const held: (() => void)[] = [];
    const isHeld = () => clock.now() > 100 && clock.now() < backAtMs;
    const stalling = {
      now: () => clock.now(),
      endOfTurn: clock.endOfTurn.bind(clock),
      schedule: (delayMs: number, callback: () => void) =>
        clock.schedule(delayMs, () => (isHeld() ? held.push(callback) : callback())),
    };
    const alarms: number[] = [];
    const silence = new SilenceWatch(stalling, LIMITS, () => alarms.push(clock.now()));
    silence.start(HEARTBEAT_MS);
    await clock.advance(backAtMs);
    for (const callback of held) callback();
    await clock.advance(200);
    assert.deepEqual(alarms, [], `back at ${backAtMs}`);
    silence.heard();
    await clock.advance(2_400);
    assert.deepEqual(alarms, [], `back at ${backAtMs}`);
    await clock.advance(1_000);
    assert.equal(alarms.length, 1, "and after that it counts as always");
  }
});
