import assert from "node:assert/strict";
import { test } from "node:test";
import { type Listed, UnorderedList } from "../../core/unordered-list.js";
import { SeededChoice } from "../fuzz/seeded-choice.js";

class Guest implements Listed {
  listIndex = -1;
}

test("what was added and not taken out is in it, once, whatever went before", () => {
  const choice = new SeededChoice(7);
  const list = new UnorderedList<Guest>();
  const expected = new Set<Guest>();
  const all = Array.from({ length: 20 }, () => new Guest());
  for (let step = 0; step < 2_000; step += 1) {
    const guest = choice.of(all);
    if (expected.has(guest)) {
      assert.equal(list.delete(guest), true);
      expected.delete(guest);
    } else {
      assert.equal(list.delete(guest), false, "it is not there");
      list.add(guest);
      expected.add(guest);
    }
    assert.equal(list.size, expected.size);
    assert.deepEqual(new Set(list.toArray()), expected);
  }
});

test("it may be emptied while what it was is gone through", () => {
  const list = new UnorderedList<Guest>();
  for (let count = 0; count < 5; count += 1) list.add(new Guest());
  for (const guest of list.toArray()) list.delete(guest);
  assert.equal(list.size, 0);
});
