import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { SmallSet } from "../../core/small-set.js";

const operations = fc.array(fc.tuple(fc.constantFrom("add", "delete", "has"), fc.nat({ max: 14 })), { maxLength: 60 });

test("whatever is added and deleted, it holds what a Set would, in the same order", () => {
  fc.assert(
    fc.property(operations, (steps) => {
      const small = new SmallSet<number>();
      const plain = new Set<number>();
      for (const [what, item] of steps) {
        if (what === "add") {
          assert.equal(small.add(item), !plain.has(item));
          plain.add(item);
        } else if (what === "delete") assert.equal(small.delete(item), plain.delete(item));
        assert.equal(small.has(item), plain.has(item));
        assert.deepEqual([...small], [...plain]);
        assert.equal(small.size, plain.size);
        assert.equal(small.first, [...plain][0]);
      }
    }),
  );
});

for (const size of [3, 20]) {
  test(`items that go while ${size} are looked through are looked at all the same`, () => {
    const items = new SmallSet<number>();
    for (let item = 0; item < size; item += 1) items.add(item);
    const seen: number[] = [];
    for (const item of items) {
      seen.push(item);
      for (let other = 0; other < size; other += 1) items.delete(other);
    }
    assert.equal(seen.length, size);
    assert.equal(items.size, 0);
  });
}
