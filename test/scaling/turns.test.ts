import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clock } from "../../core/clock.js";
import type { RoundResult } from "../../scripts/bench/load/load-set.js";
import { type Contender, takeTurns, timingOf } from "./turns.js";

const EFFORT = { perSecond: 500, rounds: 3, durationMs: 1, warmUpMs: 2, warmUpBurst: 40 };

test("all are warmed up alike, each has every place once, and ratios are those of single rounds", async () => {
  const sent: string[] = [];
  const slow = contender("slow", [9, 9, 9, 8, 4, 6]);
  const quick = contender("quick", [7, 7, 7, 2, 4, 1]);
  const middling = contender("middling", [5, 5, 5, 5, 5, 5]);
  const [slowTurns, quickTurns] = await takeTurns([slow, quick, middling], EFFORT);
  const warmUp = (name: string) => [`${name}: 40 at once, 2 ms`, `${name}: 1 at once, 2 ms`, paced(name)];
  assert.deepEqual(sent.slice(0, 9), ["slow", "quick", "middling"].flatMap(warmUp));
  assert.deepEqual(sent.slice(9), [
    ...["slow", "quick", "middling"].map(paced),
    ...["quick", "middling", "slow"].map(paced),
    ...["middling", "slow", "quick"].map(paced),
  ]);
  const timing = timingOf(slow, slowTurns!, quickTurns!);
  assert.deepEqual(timing.latencyMs, { p50: 3, p99: 6 }, "the median of 8, 4 and 6: warming up does not count");
  assert.deepEqual(timing.ratio, { median: 4, min: 1, max: 6 }, "8/2, 4/4 and 6/1");
  assert.equal(timing.processes, 2);

  function paced(name: string): string {
    return `${name}: 1 at once, 500/s, 1 ms`;
  }

  /** @param p99s - of its rounds, those of the warm-up first */
  function contender(name: string, p99s: number[]): Contender {
    return {
      servers: [{ request: async () => 0 as never }, { request: async () => 0 as never }],
      async round({ burst, goesPerSecond, durationMs }): Promise<RoundResult> {
        const rate = goesPerSecond === undefined ? "" : `, ${goesPerSecond}/s`;
        sent.push(`${name}: ${burst} at once${rate}, ${durationMs} ms`);
        const p99 = p99s.shift()!;
        const latencyMs = { p50: p99 / 2, p99, max: p99 };
        return { published: 1, deliveries: 1, wallMs: 1, latencyMs, histogram: [] };
      },
    };
  }
});

test("CPU is that of all its servers for one message, less what they take when nothing is sent", async () => {
  let nowMs = 0;
  const clock: Clock = {
    now: () => nowMs,
    schedule(delayMs, callback) {
      nowMs += delayMs;
      callback();
      return { cancel: () => {} };
    },
    endOfTurn: (callback) => callback(),
  };
  let messages = 0;
  // An idle server takes 100 µs each millisecond, and 50 µs more a message.
  const server = { request: async () => (nowMs * 100 + messages * 50) as never };
  const contender: Contender = {
    servers: [server, server],
    async round({ durationMs }) {
      nowMs += durationMs;
      messages += 10;
      const latencyMs = { p50: 1, p99: 1, max: 1 };
      return { published: 10, deliveries: 10, wallMs: durationMs, latencyMs, histogram: [] };
    },
  };
  const [turns] = await takeTurns([contender], EFFORT, clock);
  assert.equal(timingOf(contender, turns!, turns!).cpuMicros, 100, "two servers of 50 µs each");
});
