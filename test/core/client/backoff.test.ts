import assert from "node:assert/strict";
import { test } from "node:test";
import { backoffDelayMs } from "../../../core/client/backoff.js";

const limits = { minRetryMs: 500, maxRetryMs: 30_000 };

test("waits double from the shortest to the longest, and half of each is chance", () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 7].map((attempt) => backoffDelayMs(attempt, limits, 0.999_999_9));
  assert.deepEqual(
    longest.map((delay) => Math.round(delay)),
    [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000],
  );
  const shortest = [0, 1, 7].map((attempt) => backoffDelayMs(attempt, limits, 0));
  assert.deepEqual(shortest, [250, 500, 15_000]);
});

test("no number of failures makes a wait that is not a number", () => {
  for (const attempt of [100, 1_000, 1_024, 1_000_000]) {
    assert.equal(backoffDelayMs(attempt, limits, 0), 15_000);
    assert.equal(backoffDelayMs(attempt, { minRetryMs: Number.MAX_VALUE / 4, maxRetryMs: 1_000 }, 0), 500);
  }
});
