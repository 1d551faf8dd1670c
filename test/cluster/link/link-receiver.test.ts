import assert from "node:assert/strict";
import { test } from "node:test";
import type { LinkFrame } from "../../../cluster/link/link-frame.js";
import { LinkReceiver } from "../../../cluster/link/link-receiver.js";

function frame(first: number, words: readonly string[], more: Partial<LinkFrame> = {}): LinkFrame {
  const envelope = undefined;
  const deliveries = words.map((data) => ({ channel: "/a", data, dataBytes: data.length, fields: "", envelope }));
  return { first, ack: 0, ackWanted: false, dropped: 0, messages: "", deliveries, ...more };
}

const words = (receiver: LinkReceiver, of: LinkFrame, bytes = 10) =>
  receiver.take(of, bytes)?.deliveries.map(({ data }) => data);

test("what came before is not passed on again, however frames overlap", () => {
  const receiver = new LinkReceiver();
  assert.deepEqual(words(receiver, frame(1, ["a", "b", "c"])), ["a", "b", "c"]);
  assert.deepEqual(words(receiver, frame(2, ["b", "c", "d"])), ["d"]);
  assert.deepEqual(words(receiver, frame(1, ["a"])), []);
  assert.deepEqual(words(receiver, frame(5, ["e"])), ["e"]);
  assert.equal(receiver.received, 5);
});

test("a hole in the numbers is nothing that may happen", () => {
  const receiver = new LinkReceiver();
  assert.equal(words(receiver, frame(2, ["b"])), undefined);
  assert.equal(receiver.received, 0);
});

test("a new session counts from 1 again", () => {
  const receiver = new LinkReceiver();
  receiver.take(frame(1, ["a", "b"], { dropped: 3 }), 10);
  receiver.reset();
  assert.deepEqual(receiver.take(frame(1, ["c"], { dropped: 1 }), 10), {
    deliveries: frame(1, ["c"]).deliveries,
    dropped: 1,
  });
});

test("what was dropped is told once, also by a frame without deliveries", () => {
  const receiver = new LinkReceiver();
  assert.equal(receiver.take(frame(0, [], { dropped: 3 }), 10)?.dropped, 3);
  assert.equal(receiver.take(frame(1, ["a"], { dropped: 3 }), 10)?.dropped, 0);
  assert.equal(receiver.take(frame(2, ["b"], { dropped: 5 }), 10)?.dropped, 2);
});

test("an acknowledgement is due after so many messages, so many bytes, or when the peer asks", () => {
  const receiver = new LinkReceiver();
  receiver.take(frame(1, Array.from({ length: 255 }, String)), 10);
  assert.ok(!receiver.isAckDue);
  receiver.take(frame(256, ["a"]), 10);
  assert.ok(receiver.isAckDue);
  assert.equal(receiver.acknowledge(), 256);
  assert.ok(!receiver.isAckDue);
  receiver.take(frame(257, ["b"]), 300_000);
  assert.ok(receiver.isAckDue);
  receiver.acknowledge();
  receiver.take(frame(258, ["c"], { ackWanted: true }), 10);
  assert.ok(receiver.isAckDue);
  receiver.acknowledge();
  receiver.take(frame(0, [], { ackWanted: true }), 10);
  assert.ok(!receiver.isAckDue, "there is nothing new to acknowledge");
});
