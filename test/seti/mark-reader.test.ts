import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { MarkReader } from "../../seti/mark-reader.js";
import type { MarkQuestion, PresenceStatement } from "../../seti/seti-message.js";
import { markOf, markUsers, readMarks, writeMarks } from "../../seti/user-marks.js";

const NORTH = "http://north/cometd";

/** A reader that has heard of these users, and what it asks. */
function readerOf(known: readonly string[]) {
  const asked: MarkQuestion[] = [];
  const lost: string[] = [];
  let nowMs = 0;
  const outlet = {
    everybody: () => known,
    askNames: (_: string, question: MarkQuestion) => void asked.push(question),
    lost: (node: string) => void lost.push(node),
  };
  const reader = new MarkReader(outlet, () => nowMs);
  const later = (ms: number) => {
    nowMs += ms;
  };
  return { reader, asked, lost, later };
}

function statementOf(users: readonly string[]): PresenceStatement {
  const stamp = { incarnation: 1, version: users.length };
  const fields = { userIds: [], present: true, replace: false, alive: undefined, stamp, chunk: undefined };
  return { node: NORTH, ...fields, marked: markUsers(users) };
}

/** Two users with the same mark. */
function twins(): [string, string] {
  const byMark = new Map<number, string>();
  for (let index = 0; ; index += 1) {
    const user = `user-${index}`;
    const other = byMark.get(markOf(user));
    if (other !== undefined) return [other, user];
    byMark.set(markOf(user), user);
  }
}

test("marks are written and read as they were, and nothing else is taken for marks", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (users) => {
      const { marks } = markUsers(users);
      const text = writeMarks(marks);
      assert.equal(text.length, users.length * 5);
      assert.deepEqual(readMarks(text), marks);
    }),
  );
  for (const wrong of ["abcd", "ab+de", 5, null, undefined, ["abcde"]]) assert.equal(readMarks(wrong), undefined);
});

test("users that are known are found, and nobody is asked", () => {
  const { reader, asked } = readerOf(["ann", "bob", "cem"]);
  assert.deepEqual(reader.read(statementOf(["cem", "ann"]))?.userIds, ["cem", "ann"]);
  assert.deepEqual(asked, []);
});

test("a user who is not known is asked for, and only he", () => {
  const { reader, asked, lost } = readerOf(["ann"]);
  assert.equal(reader.read(statementOf(["ann", "new"])), undefined);
  assert.deepEqual(asked, [{ request: 1, marks: [markOf("new")], present: true }]);
  assert.equal(reader.named(NORTH, 9, ["new"]), undefined, "not what was asked");
  assert.deepEqual(reader.named(NORTH, 1, ["new"])?.userIds, ["ann", "new"]);
  assert.equal(reader.named(NORTH, 1, ["new"]), undefined, "once");
  assert.deepEqual(lost, []);
});

test("a mark of two users who are known is asked for", () => {
  const [one, other] = twins();
  const { reader, asked } = readerOf([one, other, "ann"]);
  assert.equal(reader.read(statementOf([other, "ann"])), undefined);
  assert.deepEqual(asked[0]?.marks, [markOf(other)]);
  assert.deepEqual(reader.named(NORTH, 1, [other])?.userIds, [other, "ann"]);
});

test("a new user with the mark of one who is known is not taken for him", () => {
  const [known, unknown] = twins();
  const { reader, asked } = readerOf([known, "ann"]);
  assert.equal(reader.read(statementOf([unknown, "ann"])), undefined);
  assert.deepEqual(asked[0]?.marks, [markOf(unknown), markOf("ann")], "any of them may be the wrong one");
  assert.deepEqual(reader.named(NORTH, 1, [unknown, "ann"])?.userIds, [unknown, "ann"]);
});

test("a node that cannot name whom it marked has to tell everybody", () => {
  const { reader, lost } = readerOf([]);
  reader.read(statementOf(["ann", "bob"]));
  assert.equal(reader.named(NORTH, 1, ["ann"]), undefined);
  assert.deepEqual(lost, [NORTH]);
});

test("a node that left is not waited for, and of too many statements the oldest is lost", () => {
  const { reader } = readerOf([]);
  reader.read(statementOf(["ann"]));
  reader.left(NORTH);
  assert.equal(reader.named(NORTH, 1, ["ann"]), undefined);
  for (let count = 0; count < 101; count += 1) reader.read(statementOf(["ann"]));
  assert.equal(reader.named(NORTH, 2, ["ann"]), undefined);
  assert.deepEqual(reader.named(NORTH, 3, ["ann"])?.userIds, ["ann"]);
});

test("who became known meanwhile is found after a while", () => {
  const known = ["ann"];
  const { reader, later } = readerOf(known);
  assert.ok(reader.read(statementOf(["ann"])));
  known.push("bob");
  assert.equal(reader.read(statementOf(["bob"])), undefined);
  later(10_001);
  assert.deepEqual(reader.read(statementOf(["bob"]))?.userIds, ["bob"]);
});
