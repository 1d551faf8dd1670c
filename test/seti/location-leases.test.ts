import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LocationLeases } from "../../seti/location-leases.js";

const LEASE_MS = 1_000;

test("who asks is told of changes for a whole lease after each answer, however often it asks, and not for ever", () => {
  const ask = fc.record({
    afterMs: fc.integer({ min: 0, max: 1_500 }),
    user: fc.constantFrom("alice", "bob", "carol"),
  });
  fc.assert(
    fc.property(fc.array(ask, { minLength: 1, maxLength: 50 }), (asks) => {
      const leases = new LocationLeases(100, LEASE_MS);
      const askedAt = new Map<string, number>();
      let nowMs = 0;
      for (const { afterMs, user } of asks) {
        nowMs += afterMs;
        assert.ok(leases.grant(user, "west", nowMs));
        askedAt.set(user, nowMs);
        for (const [other, atMs] of askedAt) {
          if (nowMs < atMs + LEASE_MS)
            assert.deepEqual(leases.nodesOf(other, nowMs), ["west"], `${other}, asked at ${atMs}`);
          if (nowMs >= atMs + 2 * LEASE_MS) assert.deepEqual(leases.nodesOf(other, nowMs), []);
        }
        assert.ok(leases.count <= askedAt.size);
      }
    }),
  );
});

test("beyond its room nothing is promised, until others have ended", () => {
  const leases = new LocationLeases(2, LEASE_MS);
  assert.ok(leases.grant("alice", "west", 0));
  assert.ok(leases.grant("alice", "east", 0));
  assert.equal(leases.grant("bob", "west", 0), false);
  assert.ok(leases.grant("alice", "west", 900), "who has a promise gets another");
  assert.equal(leases.grant("bob", "west", 1_600), false, "alice's is still good");
  assert.ok(leases.grant("bob", "west", 3_000));
  assert.equal(leases.count, 1);
});

test("a node that left is promised nothing any more, nor is anything about users of other owners", () => {
  const leases = new LocationLeases(10, LEASE_MS);
  for (const user of ["alice", "bob"]) for (const node of ["west", "east"]) leases.grant(user, node, 0);
  leases.left("west");
  assert.deepEqual(leases.nodesOf("alice", 1), ["east"]);
  leases.replan((user) => user === "bob");
  assert.deepEqual([leases.nodesOf("alice", 1), leases.nodesOf("bob", 1), leases.count], [[], ["east"], 1]);
});

test("to ask again looks at one promise, however many there are", () => {
  const users = Array.from({ length: 20_000 }, (_, index) => `user-${index}`);
  const leases = new LocationLeases(users.length, LEASE_MS);
  for (const user of users) leases.grant(user, "west", 0);
  const { iterations, restore } = countIterations();
  try {
    for (const [index, user] of users.entries()) leases.grant(user, "west", 600 + index / 100);
  } finally {
    restore();
  }
  assert.ok(iterations() <= 2, `${iterations()} times it was looked who is first`);
  assert.equal(leases.count, users.length);
});

/** How often somebody begins to go through a map: past what was taken out of it, that is a long way to the first. */
function countIterations() {
  let count = 0;
  const { prototype } = Map;
  const original = prototype[Symbol.iterator];
  prototype[Symbol.iterator] = function iterate(this: Map<unknown, unknown>) {
    count += 1;
    return original.call(this);
  };
  const restore = (): void => {
    prototype[Symbol.iterator] = original;
  };
  return { iterations: () => count, restore };
}
