import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { EventQueue } from "../../hooks/event-queue.js";

interface Told {
  readonly seq: number;
  readonly type?: string;
  readonly from?: number;
  readonly to?: number;
}

test("whatever comes and whenever it is delivered, each number is told once, in order, itself or in a gap", () => {
  const step = fc.oneof(fc.constant("add" as const), fc.constant("take" as const), fc.constant("arrived" as const));
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 300 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 20, max: 400 }),
      (steps, maxBatchEvents, maxQueuedEvents, maxQueuedBytes) => {
        const queue = new EventQueue({ maxBatchEvents, maxQueuedEvents, maxQueuedBytes });
        let added = 0;
        let next = 1;
        const deliver = (): boolean => {
          const batch = queue.next();
          if (batch === undefined) return false;
          assert.deepEqual(queue.next(), batch, "the same until it has arrived");
          assert.equal(batch.from, next);
          for (const json of batch.events) {
            const { seq, type, from, to } = JSON.parse(json) as Told;
            assert.equal(type === "gap" ? from : seq, next);
            next = (type === "gap" ? to! : seq) + 1;
          }
          assert.equal(batch.to, next - 1);
          queue.delivered();
          return true;
        };
        for (const what of steps) {
          if (what === "add") {
            queue.add({ n: added });
            added += 1;
          } else if (what === "take") queue.next();
          else deliver();
          // A batch that is under way stays, and so does the newest event.
          assert.ok(queue.size <= Math.max(maxQueuedEvents, maxBatchEvents + 1));
        }
        while (deliver());
        assert.equal(next, added + 1);
        assert.deepEqual([queue.size, queue.bytes], [0, 0]);
      },
    ),
  );
});
