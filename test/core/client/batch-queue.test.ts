import assert from "node:assert/strict";
import { test } from "node:test";
import { BatchQueue } from "../../../core/client/transport/batch-queue.js";

const message = (data: unknown): { channel: string; data: unknown } => ({ channel: "/a", data });

test("messages are handed out in order, in batches within the limits", () => {
  const queue = new BatchQueue({ maxBatchMessages: 3, maxBatchBytes: 1_000 });
  assert.deepEqual(queue.push([1, 2, 3, 4].map(message)), []);
  const first = queue.take();
  assert.equal(first?.text, JSON.stringify([1, 2, 3].map(message)));
  queue.push([message(5)]);
  assert.deepEqual(
    queue.take()?.messages.map(({ data }) => data),
    [4, 5],
  );
  assert.equal(queue.take(), undefined);
});

test("a batch is never longer than the limit, whatever the lengths", () => {
  const maxBatchBytes = 100;
  const queue = new BatchQueue({ maxBatchMessages: 64, maxBatchBytes });
  const lengths = Array.from({ length: 200 }, (_, index) => (index * 7) % 73);
  assert.deepEqual(queue.push(lengths.map((length) => message("x".repeat(length)))), []);
  const taken: unknown[] = [];
  for (let batch = queue.take(); batch !== undefined; batch = queue.take()) {
    assert.ok(Buffer.byteLength(batch.text) <= maxBatchBytes, batch.text);
    assert.deepEqual(JSON.parse(batch.text), batch.messages);
    taken.push(...batch.messages.map(({ data }) => String(data).length));
  }
  assert.deepEqual(taken, lengths);
  queue.push([message("語".repeat(20)), message("語")]); // 86 and 29 bytes
  assert.equal(queue.take()?.messages.length, 1);
  assert.equal(queue.push([message("語".repeat(25))]).length, 1);
});

test("what is too long alone, or cannot be printed, is not taken", () => {
  const queue = new BatchQueue({ maxBatchMessages: 64, maxBatchBytes: 50 });
  const circle: { channel: string; data?: unknown } = { channel: "/a" };
  circle.data = circle;
  const long = message("x".repeat(50));
  const big = message(1n);
  assert.deepEqual(queue.push([long, message(1), circle, big]), [long, circle, big]);
  assert.equal(queue.take()?.text, JSON.stringify([message(1)]));
});
