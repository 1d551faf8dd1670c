import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AckQueue } from "../../../core/extension/ack-extension.js";
import type { Message } from "../../../core/message/message.js";
import { Publication } from "../../../core/message/publication.js";
import { type MessageQueue, PlainQueue } from "../../../core/session/message-queue.js";

function news(data: unknown): Publication {
  return new Publication({ channel: "/news", data });
}

function dataOf(publications: readonly Publication[]): unknown[] {
  return publications.map((publication) => publication.message.data);
}

function connectReply(ack?: unknown): Message {
  return { channel: "/meta/connect", successful: true, ...(ack === undefined ? {} : { ext: { ack } }) };
}

test("a plain queue gives everything, in order, once, and counts what waits", () => {
  const queue: MessageQueue = new PlainQueue();
  assert.deepEqual([queue.length, queue.bytes, queue.hasPending], [0, 0, false]);
  queue.push(news(1));
  queue.push(news("é"));
  assert.deepEqual([queue.length, queue.bytes, queue.hasPending], [2, news(1).bytes + news("é").bytes, true]);
  assert.deepEqual(dataOf(queue.take(undefined)), [1, "é"]);
  assert.deepEqual([queue.length, queue.bytes, queue.hasPending], [0, 0, false]);
  assert.deepEqual(queue.take(undefined), []);
});

test("what cannot be printed is told to whoever sends it, and is not left in the queue", () => {
  for (const queue of [new PlainQueue(), new AckQueue()]) {
    queue.push(news(1));
    assert.throws(() => queue.push(news(1n)), TypeError);
    assert.deepEqual([queue.length, queue.bytes], [1, news(1).bytes]);
  }
});

test("what was taken does not change with what comes later", () => {
  const queue: MessageQueue = new PlainQueue();
  queue.push(news(1));
  const taken = queue.take(undefined);
  queue.push(news(2));
  assert.deepEqual(dataOf(taken), [1]);
});

test("an ack queue gives what a reply covers, and keeps it until that is acknowledged", () => {
  const queue = new AckQueue();
  queue.push(news(1));
  const first = queue.nextBatch();
  queue.push(news(2));
  assert.deepEqual(dataOf(queue.take(connectReply(first))), [1], "2 came after the reply was numbered");
  assert.deepEqual([queue.length, queue.hasPending, queue.hasLost], [2, true, true]);
  queue.acknowledge(first);
  assert.deepEqual([queue.length, queue.bytes, queue.hasPending, queue.hasLost], [1, news(2).bytes, true, false]);
  assert.deepEqual(dataOf(queue.take(connectReply(queue.nextBatch()))), [2]);
  queue.acknowledge(2);
  assert.deepEqual([queue.length, queue.bytes, queue.hasPending, queue.hasLost], [0, 0, false, false]);
});

test("a failed connect reply, and any other, takes nothing from an ack queue", () => {
  const queue = new AckQueue();
  queue.push(news(1));
  assert.deepEqual(queue.take(connectReply()), []);
  assert.deepEqual(queue.take(connectReply("1")), []);
  assert.ok(queue.hasPending);
});

test("a number too old, never given, or no number at all drops nothing that was not sent", () => {
  const queue = new AckQueue();
  queue.push(news(1));
  for (const batch of [-1, 0, Number.NaN, Number.NEGATIVE_INFINITY]) queue.acknowledge(batch);
  assert.equal(queue.length, 1);
  queue.acknowledge(99);
  assert.equal(queue.length, 1, "it is not sent yet");
  assert.deepEqual(dataOf(queue.take(connectReply(queue.nextBatch()))), [1]);
  queue.acknowledge(0);
  assert.equal(queue.length, 1);
  queue.acknowledge(99);
  assert.equal(queue.length, 0);
});

type Act = "push" | "deliver" | "lose";

/**
 * A client and a lossy line: whatever is lost, and wherever, the client that acknowledges what it got has in the end
 * seen every message, and the queue is empty.
 */
test("whatever responses are lost, a client that acknowledges gets every message, in order", () => {
  const acts = fc.array(fc.constantFrom<Act>("push", "push", "deliver", "lose"), { maxLength: 40 });
  fc.assert(
    fc.property(acts, (given) => {
      const queue = new AckQueue();
      const seen: number[] = [];
      let pushed = 0;
      let acknowledged = 0;
      const cycle = (lost: boolean) => {
        queue.acknowledge(acknowledged);
        if (queue.hasLost) queue.resend();
        const batch = queue.nextBatch();
        const taken = dataOf(queue.take(connectReply(batch))) as number[];
        if (lost) return;
        acknowledged = batch;
        seen.push(...taken);
      };
      for (const act of given) {
        if (act === "push") queue.push(news(pushed++));
        else cycle(act === "lose");
      }
      cycle(false);
      cycle(false);
      assert.deepEqual(
        seen,
        Array.from({ length: pushed }, (_, index) => index),
        "each once, none missing",
      );
      assert.deepEqual([queue.length, queue.bytes], [0, 0]);
    }),
    { numRuns: 500 },
  );
});
