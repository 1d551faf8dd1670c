import assert from "node:assert/strict";
import { test } from "node:test";
import { bucketed, ChartSeries } from "../../console/chart-series.js";

test("lines share their moments; a line that has none there has a hole", () => {
  const series = new ChartSeries(10);
  series.add(1_000, new Map([["a", 1]]));
  series.add(
    2_000,
    new Map([
      ["a", 2],
      ["b", 5],
    ]),
  );
  series.add(2_000, new Map([["a", 9]]));
  assert.deepEqual(series.data(), {
    lines: ["a", "b"],
    columns: [
      [1, 2],
      [1, 2],
      [null, 5],
    ],
  });
});

test("the oldest points are forgotten, and with them the lines of nodes that are long gone", () => {
  const series = new ChartSeries(3);
  for (const at of [1, 2, 3, 4, 5]) series.add(at * 1_000, new Map([[at < 3 ? "old" : "new", at]]));
  assert.deepEqual(series.data(), {
    lines: ["new"],
    columns: [
      [3, 4, 5],
      [3, 4, 5],
    ],
  });
});

test("what nodes remember by their own clocks is put on common moments", () => {
  const told = bucketed(
    new Map([
      ["a", { atMs: [2_100, 4_100], values: [1, 2] }],
      ["b", { atMs: [1_900, 3_900], values: [3, 4] }],
    ]),
    2_000,
  );
  assert.deepEqual(
    told.map(({ atMs, values }) => [atMs, ...values]),
    [
      [0, ["b", 3]],
      [2_000, ["a", 1], ["b", 4]],
      [4_000, ["a", 2]],
    ],
  );
});
