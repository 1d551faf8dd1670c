import assert from "node:assert/strict";
import { test } from "node:test";
import { type Flushable, Flusher } from "../../../core/session/flusher.js";
import { FakeClock } from "../../support/fake-clock.js";

function flusher() {
  const clock = new FakeClock();
  const errors: unknown[] = [];
  const flushed: string[] = [];
  const seen: string[] = [];
  const made = new Flusher(clock, (error) => errors.push(error));
  const item = (name: string, work: () => void = () => {}): Flushable => ({
    flushPending: false,
    look: () => seen.push(name),
    flush() {
      flushed.push(name);
      work();
    },
  });
  return { clock, errors, flushed, seen, flusher: made, item };
}

test("each is flushed once a turn, however often it was added, in the order of the first", () => {
  const { clock, flushed, flusher: list, item } = flusher();
  const [a, b] = [item("a"), item("b")];
  for (const each of [a, b, a, a, b]) list.add(each);
  assert.deepEqual(flushed, []);
  clock.runTurn();
  assert.deepEqual(flushed, ["a", "b"]);
  clock.runTurn();
  list.add(a);
  clock.runTurn();
  assert.deepEqual(flushed, ["a", "b", "a"]);
});

test("what a flush adds goes out in the same turn, itself included", () => {
  const { clock, flushed, flusher: list, item } = flusher();
  let again = 2;
  const b = item("b");
  const a = item("a", () => {
    again -= 1;
    for (const next of again > 0 ? [b, a] : []) list.add(next);
  });
  list.add(a);
  clock.runTurn();
  assert.deepEqual(flushed, ["a", "b", "a"]);
  list.add(b);
  clock.runTurn();
  assert.deepEqual(flushed, ["a", "b", "a", "b"]);
});

test("one that fails does not keep the others from their flush, nor itself from the next", () => {
  const { clock, errors, flushed, flusher: list, item } = flusher();
  const broken = item("broken", () => {
    throw new Error("broken");
  });
  for (const each of [broken, item("whole")]) list.add(each);
  clock.runTurn();
  assert.deepEqual(flushed, ["broken", "whole"]);
  assert.equal(errors.length, 1);
  list.add(broken);
  clock.runTurn();
  assert.equal(errors.length, 2);
});

test("many are looked at some at a time, each before its own flush; a few are not", () => {
  const { clock, errors, flushed, seen, flusher: list, item } = flusher();
  const names = Array.from({ length: 100 }, (_none, index) => `${index}`);
  for (const name of names) {
    list.add(
      item(name, () => {
        assert.ok(seen.includes(name), `${name} was looked at`);
        assert.ok(seen.length - flushed.length < 40, "no more are looked at than stay in the cache");
      }),
    );
  }
  clock.runTurn();
  assert.deepEqual(errors, []);
  assert.deepEqual(flushed, names);
  assert.deepEqual(seen, names);
  list.add(item("alone"));
  clock.runTurn();
  assert.equal(seen.includes("alone"), false);
});
