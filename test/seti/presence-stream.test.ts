import assert from "node:assert/strict";
import { test } from "node:test";
import { PresenceStream } from "../../seti/presence-stream.js";

test("who missed some changes gets everybody who came or went since, as he is now", () => {
  const stream = new PresenceStream(100);
  stream.change(["alice", "bob", "carol", "frank"], true);
  const missedFrom = stream.version;
  stream.change(["dave", "erin"], true);
  stream.change(["bob", "dave"], false);
  stream.change(["bob"], true); // went and came
  stream.change(["alice"], false);
  assert.equal(stream.version, missedFrom + 4);
  const changes = stream.changesSince(missedFrom);
  assert.deepEqual(changes?.added.toSorted(), ["bob", "erin"]);
  assert.deepEqual(changes?.removed.toSorted(), ["alice", "dave"]);
  assert.deepEqual(stream.changesSince(stream.version), { added: [], removed: [] });
  assert.deepEqual(stream.changedTo(false).toSorted(), ["alice", "dave"]);
  assert.deepEqual(stream.changedTo(true).toSorted(), ["bob", "carol", "erin", "frank"]);
  stream.change(["carol"], false);
  assert.equal(stream.changesSince(missedFrom), undefined, "five changes are more than the three users that are left");
});

test("nobody is told what he knows, and that makes no version", () => {
  const stream = new PresenceStream(100);
  assert.deepEqual(stream.change(["alice", "bob"], true), ["alice", "bob"]);
  assert.deepEqual(stream.change(["alice", "carol"], true), ["carol"]);
  assert.deepEqual(stream.change(["dave"], false), []);
  assert.equal(stream.version, 2);
  assert.equal(stream.digest.count, 3);
});

test("only the last changes are remembered, each whole or not at all", () => {
  const stream = new PresenceStream(4);
  const users = Array.from({ length: 20 }, (_none, index) => `user${index}`);
  stream.change(users, true); // more than are remembered
  assert.equal(stream.changesSince(0), undefined);
  assert.deepEqual(stream.changedTo(true), []);
  const since = stream.version;
  stream.change(["user0", "user1"], false);
  stream.change(["user2", "user3"], false);
  assert.deepEqual(stream.changesSince(since)?.removed, ["user0", "user1", "user2", "user3"]);
  stream.change(["user4"], false);
  assert.equal(stream.changesSince(since), undefined, "the first of them is forgotten, with both of its users");
  assert.deepEqual(stream.changesSince(since + 1)?.removed, ["user2", "user3", "user4"]);
});

test("a stream that takes the place of another goes on above its version, and knows nothing of before", () => {
  const stream = new PresenceStream(100, 7);
  stream.change(["alice", "bob"], true);
  assert.equal(stream.version, 8);
  assert.equal(stream.changesSince(6), undefined);
  assert.deepEqual(stream.changesSince(7), { added: ["alice", "bob"], removed: [] });
  stream.end();
  assert.equal(stream.changesSince(8), undefined);
  assert.equal(stream.digest.count, 0);
  stream.change(["carol"], true);
  assert.deepEqual(stream.changesSince(9), { added: ["carol"], removed: [] });
});
