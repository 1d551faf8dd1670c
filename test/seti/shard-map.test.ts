import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ShardMap } from "../../seti/shard-map.js";

const url = (index: number) => `http://10.0.0.${index}:8080/cometd`;
const members = (count: number) => Array.from({ length: count }, (_, index) => url(index));
const users = Array.from({ length: 5_000 }, (_, index) => `user${index}`);

test("owners are the same whatever the order in which members were learnt", () => {
  const shuffled = fc.shuffledSubarray(members(7), { minLength: 7 });
  fc.assert(
    fc.property(shuffled, fc.string({ minLength: 1 }), (order, user) => {
      assert.deepEqual(new ShardMap(order, 2).ownersOf(user), new ShardMap(members(7), 2).ownersOf(user));
    }),
    { numRuns: 30 },
  );
});

test("a user has as many different owners as copies are wanted, or all members when these are fewer", () => {
  for (const count of [0, 1, 2, 5]) {
    const map = new ShardMap(members(count), 3);
    for (const user of users.slice(0, 200)) {
      const owners = map.ownersOf(user);
      assert.equal(owners.length, Math.min(3, count));
      assert.equal(new Set(owners).size, owners.length);
      for (const owner of owners) assert.ok(members(count).includes(owner));
    }
  }
});

test("users are spread fairly", () => {
  const map = new ShardMap(members(8), 2);
  const share = new Map<string, number>();
  for (const user of users) for (const owner of map.ownersOf(user)) share.set(owner, (share.get(owner) ?? 0) + 1);
  const fair = (users.length * 2) / 8;
  for (const [owner, count] of share) {
    assert.ok(count > fair * 0.6 && count < fair * 1.4, `${owner} owns ${count}, fair is ${fair}`);
  }
  assert.equal(share.size, 8);
});

test("a member that comes takes its share and moves nobody else; one that goes leaves the others where they were", () => {
  const before = new ShardMap(members(8), 2);
  const after = new ShardMap(members(9), 2);
  let moved = 0;
  for (const user of users) {
    const old = before.ownersOf(user);
    const fresh = after.ownersOf(user);
    // Whoever owns the user now owned him before, or is the new member.
    assert.ok(fresh.every((owner) => owner === url(8) || old.includes(owner)));
    if (fresh.includes(url(8))) moved += 1;
  }
  const fair = (users.length * 2) / 9;
  assert.ok(moved > fair * 0.6 && moved < fair * 1.4, `${moved} moved, fair is ${fair}`);
});

test("names that look like nothing a ring expects are members like any other", () => {
  const odd = ["__proto__", "constructor", "http://[::1]:8080/cometd", "a:b:c", ""];
  const map = new ShardMap(odd, 5);
  assert.deepEqual(map.ownersOf("ann").sort(), [...odd].sort());
  assert.deepEqual(map.members, [...odd].sort());
});
