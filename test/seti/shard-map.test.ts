import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ShardMap } from "../../seti/shard-map.js";

const url = (index: number) => `http://10.0.0.${index}:8080/cometd`;
const members = (count: number) => Array.from({ length: count }, (_, index) => url(index));
const many = Array.from({ length: 20_000 }, (_, index) => `user${index}`);
const users = many.slice(0, 5_000);

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

test("at 100 virtual nodes every member owns its fair share, within 15 percent", () => {
  for (const count of [2, 3, 5, 8, 16]) {
    const map = new ShardMap(members(count), 2, 100);
    const share = new Map<string, number>();
    for (const user of many) for (const owner of map.ownersOf(user)) share.set(owner, (share.get(owner) ?? 0) + 1);
    const fair = (many.length * 2) / count;
    assert.equal(share.size, count);
    for (const [owner, owned] of share) {
      assert.ok(Math.abs(owned / fair - 1) < 0.15, `${owner}, one of ${count}, owns ${owned}; fair is ${fair}`);
    }
  }
});

test("so it is whatever the members are called", () => {
  const names = fc.uniqueArray(fc.webUrl(), { minLength: 2, maxLength: 16 });
  fc.assert(
    fc.property(names, (urls) => {
      const map = new ShardMap(urls, 2, 100);
      const share = new Map<string, number>(urls.map((name) => [name, 0]));
      for (const user of many) for (const owner of map.ownersOf(user)) share.set(owner, share.get(owner)! + 1);
      const fair = (many.length * 2) / urls.length;
      for (const [owner, owned] of share) assert.ok(Math.abs(owned / fair - 1) < 0.15, `${owner} ${owned} of ${fair}`);
    }),
    // By chance one cloud in some hundreds has a member beyond it, so these are always the same.
    { numRuns: 3, seed: 1 },
  );
});

test("so it is whatever the users are called", () => {
  const kinds: Record<string, (index: number) => string> = {
    numbers: (index) => String(index),
    "every 64th number": (index) => String(index * 64),
    "numbers of one length": (index) => String(index).padStart(12, "0"),
    "numbers before the same text": (index) => `${index}@mail.example.com`,
    "numbers of database rows": (index) => `65a1f0c3b7e2d4${index.toString(16).padStart(10, "0")}`,
    letters: (index) => index.toString(26).replaceAll(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)]!),
    "other scripts": (index) => `用户${index}`,
  };
  const map = new ShardMap(members(5), 2, 100);
  for (const [kind, nameOf] of Object.entries(kinds)) {
    const share = new Map<string, number>();
    for (let index = 0; index < many.length; index += 1) {
      for (const owner of map.ownersOf(nameOf(index))) share.set(owner, (share.get(owner) ?? 0) + 1);
    }
    const fair = (many.length * 2) / 5;
    for (const [owner, owned] of share) {
      assert.ok(Math.abs(owned / fair - 1) < 0.15, `${owner} owns ${owned} of ${kind}; fair is ${fair}`);
    }
  }
});

test("users are not remembered one by one: those with the same owners share one list of them", () => {
  const map = new ShardMap(members(5), 2);
  const lists = new Set(many.map((user) => map.ownersOf(user)));
  assert.ok(lists.size > 1 && lists.size <= 5 * 4, `${lists.size} lists`);
});

test("a member that comes moves its share and little more, and nobody to anyone else; one that goes, the same", () => {
  for (const count of [3, 8]) {
    const fewer = new ShardMap(members(count), 2);
    const more = new ShardMap(members(count + 1), 2);
    const extra = url(count);
    let moved = 0;
    for (const user of many) {
      const without = fewer.ownersOf(user);
      const withIt = more.ownersOf(user);
      // Whoever owns the user in the larger cloud owns him in the smaller too, or is the one that makes the difference.
      assert.ok(withIt.every((owner) => owner === extra || without.includes(owner)));
      assert.equal(
        withIt.includes(extra),
        without.some((owner) => !withIt.includes(owner)),
      );
      if (withIt.includes(extra)) moved += 1;
    }
    const ideal = (many.length * 2) / (count + 1);
    assert.ok(moved <= ideal * 1.3, `${moved} moved between ${count} and ${count + 1} members, ideal is ${ideal}`);
    assert.ok(moved > ideal * 0.7);
  }
});

test("names that look like nothing a ring expects are members like any other", () => {
  const odd = ["__proto__", "constructor", "http://[::1]:8080/cometd", "a:b:c", ""];
  const map = new ShardMap(odd, 5);
  assert.deepEqual([...map.ownersOf("ann")].sort(), [...odd].sort());
  assert.deepEqual(map.members, [...odd].sort());
});
