import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readSetiMessage, setiIdOf, writeStatement, writeUserSend } from "../../seti/seti-message.js";
import { userIdProblem } from "../../seti/user-id.js";

test("a node's seti id is what Java makes of its URL", () => {
  assert.equal(setiIdOf("http://localhost:8080/cometd"), "http_localhost_8080_cometd");
  assert.equal(setiIdOf("https://node-1.example.com:8443/app/cometd"), "https_node_1_example_com_8443_app_cometd");
  assert.equal(setiIdOf("http://[::1]:8080/cometd"), "http_1_8080_cometd");
  assert.equal(setiIdOf("http://a__b/c_"), "http_a_b_c_");
});

test("a statement is read back as it was written", () => {
  const whole = {
    node: "http://a/cometd",
    userIds: ["ann"],
    present: true,
    replace: true,
    alive: true,
    stamp: { incarnation: 5, version: 9 },
    chunk: { index: 1, count: 3 },
  };
  const plain = { ...whole, alive: undefined, stamp: undefined, chunk: undefined };
  const extras = { since: 3, digest: { count: 1, hash: 77 }, have: { incarnation: 4, version: 2 } };
  const sharded = { ...whole, ...extras, sharded: true, moved: true };
  for (const statement of [whole, plain, sharded]) {
    const read = readSetiMessage(JSON.parse(JSON.stringify(writeStatement(statement))), 256);
    assert.deepEqual(read, { kind: "presence", statement, refusedUsers: 0 });
  }
});

test("a message for users is read back as it was written: Java's form for one, and one message for many", () => {
  const base = { channel: "/inbox", data: { n: 1 } };
  const java = writeUserSend({ ...base, asks: [{ user: "ann", request: undefined }] }, "http://a/cometd", "a");
  assert.deepEqual(java, { userId: "ann", channel: "/inbox", setiId: "a", data: { n: 1 } });
  const extras = { hops: 2, key: "k", answerTo: "http://c/cometd" };
  const asks = [
    { user: "ann", request: 1 },
    { user: "bob", request: 2 },
  ];
  const read = readSetiMessage(writeUserSend({ ...base, ...extras, asks }, "http://b/cometd", "b"), 256);
  const sent = { ...base, hops: 2, key: "k", sender: "http://c/cometd" };
  assert.deepEqual(read, {
    kind: "users",
    messages: [
      { ...sent, userId: "ann", request: 1 },
      { ...sent, userId: "bob", request: 2 },
    ],
  });
  const one = readSetiMessage(writeUserSend({ ...base, asks: asks.slice(1) }, "http://b/cometd", "b"), 256);
  assert.deepEqual(one, { kind: "user", message: { ...base, userId: "bob", request: 2, sender: "http://b/cometd" } });
  assert.equal(readSetiMessage({ batch: [["ann", 1]], channel: "/x", hops: 1e9 }, 256)?.kind, "users");
});

test("without replace a statement is a change; users that are none are left out", () => {
  const read = readSetiMessage({ userIds: ["ann", 7, null, "", "x".repeat(9)], oortURL: "u", presence: false }, 8);
  assert.ok(read?.kind === "presence");
  assert.deepEqual(read.statement.userIds, ["ann"]);
  assert.equal(read.statement.replace, false);
  assert.equal(read.statement.alive, undefined);
  assert.equal(read.refusedUsers, 4);
});

test("a stamp that is no pair of counts is none", () => {
  for (const stamp of [{ incarnation: 1 }, { incarnation: -1, version: 0 }, { incarnation: 1, version: 0.5 }]) {
    const read = readSetiMessage({ userIds: [], oortURL: "u", presence: true, ...stamp }, 8);
    assert.ok(read?.kind === "presence" && read.statement.stamp === undefined);
  }
});

test("whatever a peer sends is read without throwing", () => {
  const keys = fc.constantFrom(
    ...["userIds", "oortURL", "presence", "replace", "alive", "incarnation", "version", "chunk", "chunks"],
    ...["since", "count", "hash", "have", "mode", "moved", "batch", "hops", "key", "answerTo", "find", "locations"],
    ...["userId", "channel", "setiId", "data", "request", "answers", "sessions", "reached", "__proto__"],
  );
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom("/a", "http://a", true, 1), fc.array(fc.jsonValue()));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(keys, value)), (data) => {
      readSetiMessage(data, 256);
    }),
    { numRuns: 1_000 },
  );
});

test("a user id is text that is not empty, whole, and at most 256 bytes", () => {
  assert.equal(userIdProblem("bob", 256), undefined);
  assert.equal(userIdProblem("é".repeat(128), 256), undefined);
  assert.match(String(userIdProblem("é".repeat(129), 256)), /at most 256 bytes/);
  assert.match(String(userIdProblem("", 256)), /not empty/);
  assert.match(String(userIdProblem(7, 256)), /must be a user id/);
  assert.match(String(userIdProblem("\ud800", 256)), /whole Unicode/);
  assert.equal(userIdProblem("😀", 256), undefined);
});
