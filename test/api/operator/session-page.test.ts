import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  comparePlaces,
  pageOf,
  printPlace,
  rankOf,
  readPlace,
  type SessionPlace,
} from "../../../api/operator/session-page.js";

const placed = fc.record({
  rank: fc.integer({ min: -3, max: 3 }),
  node: fc.constantFrom("http://a/cometd", "http://b/cometd"),
  number: fc.nat(1_000),
});

test("pages put together are the whole list in order, each item once, whatever the page size", () => {
  fc.assert(
    fc.property(fc.uniqueArray(placed, { selector: printPlace }), fc.integer({ min: 1, max: 7 }), (places, size) => {
      const seen: SessionPlace[] = [];
      let after: SessionPlace | undefined;
      for (let pages = 0; pages <= places.length; pages += 1) {
        const { page, hasMore } = pageOf(places, (place) => place, after, size);
        assert.ok(page.length <= size);
        seen.push(...page.map(({ item }) => item));
        assert.equal(hasMore, seen.length < places.length);
        after = page.at(-1)?.place;
        if (!hasMore) break;
      }
      assert.deepEqual(seen, [...places].sort(comparePlaces));
    }),
  );
});

test("a page goes on behind the last one when sessions have come and gone meanwhile", () => {
  const at = (number: number): SessionPlace => ({ rank: -number, node: "http://a/cometd", number });
  const places = (...numbers: number[]) => numbers.map(at);
  const first = pageOf(places(1, 2, 3, 4, 5), (place) => place, undefined, 2);
  assert.deepEqual(
    first.page.map(({ item }) => item.number),
    [5, 4],
  );
  const second = pageOf(places(1, 2, 3, 6, 7), (place) => place, first.page.at(-1)!.place, 2);
  assert.deepEqual(
    second.page.map(({ item }) => item.number),
    [3, 2],
  );
});

test("the newest, the oldest or the fullest comes first", () => {
  const session = { sinceMs: 1_000, queued: 7 };
  const later = { sinceMs: 2_000, queued: 3 };
  assert.ok(rankOf("newest", later) < rankOf("newest", session));
  assert.ok(rankOf("oldest", session) < rankOf("oldest", later));
  assert.ok(rankOf("queue", session) < rankOf("queue", later));
});

test("a token is read as it was written, and what is none is no place", () => {
  const place = { rank: -1.5, node: "http://ä/cometd", number: 12 };
  assert.deepEqual(readPlace(printPlace(place)), place);
  for (const wrong of [
    "x",
    "e30",
    printPlace({ ...place, node: 1 as never }),
    Buffer.from("[1,2]").toString("base64url"),
  ]) {
    assert.equal(readPlace(wrong), undefined);
  }
});
