import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf, SAMPLED, type Sample, SampleHistory, thinned } from "../../../api/operator/sample-history.js";

const sample = (atMs: number, sessions: number): Sample =>
  ({ ...Object.fromEntries(SAMPLED.map((name) => [name, 0])), atMs, sessions }) as unknown as Sample;

test("the oldest samples are forgotten first, and what is left is told in order", () => {
  const history = new SampleHistory(3);
  assert.deepEqual(history.after(0), []);
  for (const atMs of [1, 2, 3, 4, 5]) history.add(sample(atMs, atMs * 10));
  assert.equal(history.after(4).length, 1);
  assert.deepEqual(
    history.after(0).map(({ atMs }) => atMs),
    [3, 4, 5],
  );
  assert.deepEqual(
    history.after(4).map(({ atMs }) => atMs),
    [5],
  );
});

test("thinned out, neighbours become their mean, and no sample is left out", () => {
  const samples = Array.from({ length: 10 }, (_, index) => sample(index, index === 4 ? 100 : 0));
  const points = thinned(samples, 4);
  assert.deepEqual(
    points.map(({ atMs }) => atMs),
    [2, 5, 8, 9],
  );
  assert.deepEqual(
    points.map(({ sessions }) => Math.round(sessions)),
    [0, 33, 0, 0],
  );
  assert.equal(thinned(samples, 10).length, 10);
  assert.equal(thinned(samples, 1).length, 1);
  assert.deepEqual(thinned([], 5), []);
});

test("columns have one value for each point", () => {
  const columns = columnsOf([sample(1, 5), sample(2, 6)]);
  assert.deepEqual(columns.atMs, [1, 2]);
  assert.deepEqual(columns.sessions, [5, 6]);
  assert.ok(SAMPLED.every((name) => columns[name].length === 2));
});
