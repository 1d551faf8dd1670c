import assert from "node:assert/strict";
import { test } from "node:test";
import { LinkQueue, type LinkQueueLimits, type LinkQueueOwner } from "../../../cluster/link/link-queue.js";
import { Publication } from "../../../core/message/publication.js";

const ROOMY: LinkQueueLimits = {
  ...{ maxMessages: 1_000, maxBytes: 1_000_000, maxFrameBytes: 1_000_000 },
  takesEnvelopes: true,
  beats: true,
};

function newQueue(limits: Partial<LinkQueueLimits> = {}, owner: Partial<LinkQueueOwner> = {}) {
  const dropped: unknown[] = [];
  let overflows = 0;
  const queue = new LinkQueue(
    { ...ROOMY, ...limits },
    {
      drain() {},
      dropped: (publications) => void dropped.push(...publications.map(({ message }) => message.data)),
      overflow: () => {
        overflows += 1;
      },
      ...owner,
    },
  );
  const push = (data: unknown, channel = "/news") => queue.push(new Publication({ channel, data }));
  const take = () => queue.take().map(({ message }) => message.data);
  return { queue, push, take, dropped, overflows: () => overflows };
}

test("what was written is kept until it is acknowledged, and written again from there on a new connection", () => {
  const { queue, push, take } = newQueue();
  for (const word of ["a", "b", "c", "d"]) push(word);
  assert.equal(queue.nextNumber, 1);
  assert.deepEqual(take(), ["a", "b", "c", "d"]);
  assert.ok(!queue.hasPending);
  assert.equal(queue.length, 4);
  queue.acknowledge(2);
  assert.equal(queue.length, 2);
  push("e");
  queue.moved();
  assert.ok(!queue.hasPending, "the peer has not said yet what it has");
  assert.deepEqual(take(), []);
  assert.equal(queue.resume(3), 1);
  assert.equal(queue.nextNumber, 4);
  assert.deepEqual(take(), ["d", "e"]);
  queue.acknowledge(5);
  assert.equal(queue.length, 0);
  assert.equal(queue.bytes, 0);
});

test("acknowledgements that are old, or of what was never sent, change nothing", () => {
  const { queue, push, take } = newQueue();
  push("a");
  push("b");
  take();
  queue.acknowledge(1);
  for (const number of [0, 1, 3, 99]) queue.acknowledge(number);
  assert.equal(queue.length, 1);
  assert.equal(queue.nextNumber, 3);
});

test("a frame is filled up to its size, and no further", () => {
  const { queue, push, take } = newQueue({ maxFrameBytes: 1_000 });
  const large = "x".repeat(450);
  for (let count = 0; count < 3; count += 1) push(large);
  push(1);
  assert.equal(take().length, 1);
  assert.ok(queue.hasPending);
  assert.equal(take().length, 1);
  assert.deepEqual(take(), [large, 1]);
});

test("when it is full the oldest go that were not written, an eighth at a time, and are counted", () => {
  const { queue, push, take, dropped } = newQueue({ maxMessages: 80 });
  for (let count = 0; count < 20; count += 1) push(count);
  take();
  for (let count = 20; count < 81; count += 1) push(count);
  assert.deepEqual(
    dropped,
    Array.from({ length: 11 }, (_, index) => 20 + index),
  );
  assert.equal(queue.droppedCount, 11);
  assert.equal(queue.nextNumber, 21, "what is written next goes on behind what was");
  assert.deepEqual(take()[0], 31);
  queue.acknowledge(20);
  assert.equal(queue.length, 50);
});

test("bytes are limited as messages are; a single message may be larger than all", () => {
  const { queue, push, dropped } = newQueue({ maxBytes: 1_000 });
  push("x".repeat(5_000));
  assert.equal(queue.length, 1);
  push("small");
  assert.deepEqual(dropped.length, 1);
  assert.deepEqual(queue.length, 1);
});

test("the cluster's own messages are never dropped: when there are only these, the link overflows, once", () => {
  const { push, take, dropped, overflows } = newQueue({ maxMessages: 8 });
  for (let count = 0; count < 4; count += 1) push(count);
  for (let count = 0; count < 8; count += 1) push(count, "/seti/all");
  assert.deepEqual(dropped, [0, 1, 2, 3]);
  assert.equal(overflows(), 0);
  push("news");
  assert.deepEqual(dropped, [0, 1, 2, 3, "news"]);
  push("more", "/oort/cloud");
  push("and more", "/oort/cloud");
  assert.equal(overflows(), 1);
  assert.equal(take().length, 8);
});

test("before anything is dropped, the connection takes what it can; what it took still counts", () => {
  const owner = { drain: () => void queue.take() };
  const { queue, push, dropped } = newQueue({ maxMessages: 4 }, owner);
  for (let count = 0; count < 6; count += 1) push(count);
  assert.deepEqual(dropped, [4, 5], "0 to 3 are on their way");
  queue.acknowledge(2);
  push(6);
  assert.deepEqual(dropped, [4, 5]);
});

test("a message that fits into no frame of the peer is dropped at once, and counted", () => {
  const { queue, push, dropped } = newQueue({ maxFrameBytes: 200 });
  push("x".repeat(200));
  push("small");
  assert.deepEqual(dropped, ["x".repeat(200)]);
  assert.equal(queue.droppedCount, 1);
  assert.equal(queue.length, 1);
});

test("with much of it in use the peer is to acknowledge at once", () => {
  const { queue, push, take } = newQueue({ maxMessages: 40 });
  for (let count = 0; count < 10; count += 1) push(count);
  assert.ok(!queue.wantsAck);
  push("one more");
  assert.ok(queue.wantsAck);
  take();
  assert.ok(queue.wantsAck, "written is not acknowledged");
  queue.acknowledge(11);
  assert.ok(!queue.wantsAck);
});

test("a newer message may take the place of one that was not written, and never of one that was", () => {
  const { queue, push, take } = newQueue();
  push("old");
  take();
  assert.equal(
    queue.dropPending(() => true),
    undefined,
  );
  push("new");
  assert.deepEqual(queue.dropOldest(() => true)?.message.data, "new");
  assert.equal(queue.length, 1);
});
