import assert from "node:assert/strict";
import { test } from "node:test";
import { RequestTable } from "../../seti/request-table.js";
import { SeededChoice } from "../fuzz/seeded-choice.js";

interface Question {
  readonly request: number;
}

test("what was added and not taken out is found by its number, whatever went before", () => {
  const choice = new SeededChoice(11);
  const table = new RequestTable<Question>();
  const expected = new Map<number, Question>();
  const numbers = new Set<number>();
  // It fills up and empties, several times; some questions stay open while thousands come and go.
  for (let step = 0; step < 40_000; step += 1) {
    const isFilling = Math.floor(step / 5_000) % 2 === 0;
    if (choice.below(10) < (isFilling ? 7 : 3)) {
      const request = table.newRequest();
      assert.ok(!numbers.has(request), `${request} was given out before`);
      numbers.add(request);
      const question = { request };
      table.add(question);
      expected.set(request, question);
    } else if (expected.size > 0) {
      const [request] = expected.keys();
      const chosen = choice.below(4) === 0 ? [...expected.keys()].at(-1)! : request!;
      assert.equal(table.delete(chosen), true);
      assert.equal(table.delete(chosen), false, "it is gone");
      assert.equal(table.get(chosen), undefined);
      expected.delete(chosen);
    }
    assert.equal(table.size, expected.size);
    if (step % 100 === 0) assert.deepEqual(table.toArray(), [...expected.values()], "in the order of their numbers");
  }
  for (const [request, question] of expected) assert.equal(table.get(request), question);
  for (const { request } of table.toArray()) table.delete(request);
  assert.deepEqual([table.size, table.toArray()], [0, []]);
});

test("one that waits for long keeps its number while as many come and go as there are places", () => {
  const table = new RequestTable<Question>();
  const old = { request: table.newRequest() };
  table.add(old);
  for (let count = 0; count < 10_000; count += 1) {
    const request = table.newRequest();
    table.add({ request });
    assert.equal(table.delete(request), true);
  }
  assert.equal(table.get(old.request), old);
  assert.equal(table.size, 1);
});

test("what is taken out comes back under its number, though its place went to another meanwhile", () => {
  const table = new RequestTable<Question>();
  const old = { request: table.newRequest() };
  let last = table.newRequest();
  while (last % 1_024 !== old.request % 1_024) last = table.newRequest();
  const other = { request: last };
  table.add(other);
  table.add(old);
  table.add(old);
  assert.deepEqual(table.toArray(), [old, other]);
  assert.equal(table.size, 2);
});

test("numbers that nobody gave out find nothing", () => {
  const table = new RequestTable<Question>();
  const one = { request: table.newRequest() };
  table.add(one);
  for (const request of [0, -1, 1_025, 2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER, Number.NaN, 1.5]) {
    assert.equal(table.get(request), undefined, String(request));
    assert.equal(table.delete(request), false, String(request));
  }
  assert.equal(table.get(1), one);
});
