import assert from "node:assert/strict";
import { test } from "node:test";
import { Histogram } from "../../core/histogram.js";
import { Metrics } from "../../core/metrics/metrics.js";

test("a duration is counted in the first bucket whose end it does not exceed, and none is lost", () => {
  const histogram = new Histogram([1, 10, 100]);
  for (const ms of [0, 0.5, 1, 1.01, 10, 99, 100, 100.01, 1e9]) histogram.observe(ms);
  assert.deepEqual(histogram.counts, [3, 2, 2, 2]);
  assert.equal(histogram.count, 9);
});

test("a clock that was set back makes no negative sum", () => {
  const histogram = new Histogram([1]);
  histogram.observe(-5);
  assert.deepEqual([histogram.counts, histogram.sumMs], [[1, 0], 0]);
});

test("Prometheus gets seconds, and each bucket with all below it", async () => {
  const metrics = new Metrics();
  const histogram = new Histogram([1, 250]);
  for (const ms of [1, 2, 250, 1_747]) histogram.observe(ms);
  metrics.bindDurations("oortbus_handshake_seconds", () => [{ labels: { outcome: "accepted" }, histogram }]);
  const text = (await metrics.text()).split("\n").filter((line) => line.includes("oortbus_handshake_seconds"));
  assert.deepEqual(text.slice(1), [
    "# TYPE oortbus_handshake_seconds histogram",
    'oortbus_handshake_seconds_bucket{outcome="accepted",le="0.001"} 1',
    'oortbus_handshake_seconds_bucket{outcome="accepted",le="0.25"} 3',
    'oortbus_handshake_seconds_bucket{outcome="accepted",le="+Inf"} 4',
    'oortbus_handshake_seconds_sum{outcome="accepted"} 2',
    'oortbus_handshake_seconds_count{outcome="accepted"} 4',
  ]);
});
