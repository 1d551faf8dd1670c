import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BucketTable } from "../../../rights/limits/bucket-table.js";
import { TokenRate } from "../../../rights/limits/token-bucket.js";

/** The oracle: a bucket that is filled as time passes. */
class PlainBucket {
  readonly #perSecond: number;
  readonly #size: number;
  #tokens: number;
  #atMs = 0;

  constructor(perSecond: number, burstMs: number) {
    this.#perSecond = perSecond;
    this.#size = Math.max(1, (perSecond * burstMs) / 1_000);
    this.#tokens = this.#size;
  }

  take(nowMs: number, count: number): boolean {
    this.#tokens = Math.min(this.#size, this.#tokens + ((nowMs - this.#atMs) * this.#perSecond) / 1_000);
    this.#atMs = nowMs;
    const wanted = Math.min(count, this.#size);
    if (this.#tokens < wanted) return false;
    this.#tokens -= wanted;
    return true;
  }
}

test("the moment at which a bucket is full says the same as the tokens in it", () => {
  const step = fc.record({
    waitMs: fc.constantFrom(0, 0, 125, 250, 1_000, 60_000),
    count: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(0.5, 1, 4, 8, 64),
      fc.constantFrom(250, 1_000, 2_000),
      fc.array(step),
      (perSecond, burstMs, steps) => {
        const rate = new TokenRate(perSecond, burstMs);
        const oracle = new PlainBucket(perSecond, burstMs);
        let bucket = 0;
        let nowMs = 0;
        for (const { waitMs, count } of steps) {
          nowMs += waitMs;
          const taken = rate.take(bucket, nowMs, count);
          const wait = rate.waitMs(taken, nowMs);
          assert.equal(wait === 0, oracle.take(nowMs, count), `${count} at ${nowMs}`);
          if (wait === 0) bucket = taken;
          else {
            const later = nowMs + wait;
            assert.equal(
              rate.waitMs(rate.take(bucket, later, count), later),
              0,
              "who waits as long as he is told may go on",
            );
          }
        }
      },
    ),
  );
});

test("full buckets are forgotten for new ones, and where there are none the new ones share one", () => {
  const table = new BucketTable(3);
  const full = (name: string, untilMs: number) => {
    table.of(name, 0).messages = untilMs;
  };
  full("ann", 100);
  full("bob", 50);
  full("cas", 100);
  const dan = table.of("dan", 60);
  assert.equal(table.size, 3);
  dan.messages = 200;
  assert.equal(table.of("ann", 60).messages, 100, "not full, so it stays");
  const eve = table.of("eve", 61);
  assert.equal(table.of("fay", 61), eve, "no room: both are counted together");
  eve.messages = 500;
  assert.notEqual(table.of("gus", 150), eve, "ann's is full again");
  assert.equal(table.size, 3);
  for (let index = 0; index < 1_000; index += 1) table.of(`new ${index}`, 150);
  assert.equal(table.size, 3);
  assert.equal(table.of("dan", 150).messages, 200, "nobody gets rid of his by making others");
});
