import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AckQueue } from "../../../core/extension/ack-extension.js";
import { type QueuePolicy, USUAL_DELIVERY } from "../../../core/message/delivery-rules.js";
import { Publication } from "../../../core/message/publication.js";
import { type MessageQueue, PlainQueue } from "../../../core/session/message-queue.js";
import { makeRoom, takeOutdated } from "../../../core/session/queue-policy.js";

function news(channel: string, data: unknown, queuePolicy?: QueuePolicy, key?: string): Publication {
  return new Publication({ channel, data }, queuePolicy && { ...USUAL_DELIVERY, queuePolicy, key });
}

function filled(queue: MessageQueue, ...publications: Publication[]): MessageQueue {
  for (const publication of publications) queue.push(publication);
  return queue;
}

const dataOf = (publications: readonly Publication[]) => publications.map(({ message }) => message.data);
const LIMITS = { maxQueuedMessages: 3, maxQueuedBytes: 10_000 };

test("what may not be dropped stays; of the rest the oldest goes first", () => {
  const queue = filled(
    new PlainQueue(),
    news("/chat", 1),
    news("/ticks", 2, "drop-oldest"),
    news("/ticks", 3, "drop-oldest"),
  );
  const dropped: Publication[] = [];
  assert.equal(
    makeRoom(queue, news("/chat", 4), LIMITS, "disconnect", (old) => dropped.push(old)),
    "fits",
  );
  assert.deepEqual(dataOf(dropped), [2]);
  assert.deepEqual(dataOf(queue.take(undefined)), [1, 3]);
});

test("where nothing else may be dropped, a message that may is, and for one that may not there is no room", () => {
  const queue = filled(new PlainQueue(), news("/chat", 1), news("/chat", 2), news("/chat", 3));
  const never = () => assert.fail("dropped");
  assert.equal(makeRoom(queue, news("/ticks", 4, "drop-oldest"), LIMITS, "disconnect", never), "dropped");
  assert.equal(makeRoom(queue, news("/chat", 4), LIMITS, "disconnect", never), "full");
  assert.equal(queue.length, 3);
});

test("a large message makes others go until its bytes fit", () => {
  const queue = filled(new PlainQueue(), news("/a", 1), news("/a", 2), news("/a", 3));
  const large = news("/a", "x".repeat(60));
  const limits = { maxQueuedMessages: 10, maxQueuedBytes: large.bytes + 30 };
  const dropped: Publication[] = [];
  assert.equal(
    makeRoom(queue, large, limits, "drop-oldest", (old) => dropped.push(old)),
    "fits",
  );
  assert.deepEqual(dataOf(dropped), [1, 2]);
  assert.equal(queue.bytes, news("/a", 3).bytes);
});

test("the latest takes the place of the same news, not of other news, other channels or what must arrive", () => {
  const queue = filled(
    new PlainQueue(),
    news("/prices", 1, "latest", "acme"),
    news("/prices", 2, "latest", "zeta"),
    news("/prices", 3),
  );
  assert.deepEqual(takeOutdated(queue, news("/prices", 4, "latest", "acme"), "disconnect")?.message.data, 1);
  assert.equal(takeOutdated(queue, news("/prices", 5, "latest", "beta"), "disconnect"), undefined);
  assert.equal(takeOutdated(queue, news("/prices", 6), "disconnect"), undefined);
  assert.deepEqual(dataOf(queue.take(undefined)), [2, 3]);
});

test("as the session's own policy, the latest is that of each channel", () => {
  const queue = filled(new PlainQueue(), news("/a", 1), news("/b", 2), news("/audit", 3, "disconnect"));
  assert.equal(takeOutdated(queue, news("/a", 4), "latest")?.message.data, 1);
  assert.equal(takeOutdated(queue, news("/audit", 5, "disconnect"), "latest"), undefined);
});

test("with ack: what was written is not outdated any more, but is the oldest when room is needed", () => {
  const queue = filled(new AckQueue(), news("/a", 1, "latest"), news("/b", 2)) as AckQueue;
  queue.take({ channel: "/meta/connect", ext: { ack: queue.nextBatch() } });
  queue.push(news("/a", 3, "latest"));
  assert.equal(takeOutdated(queue, news("/a", 4, "latest"), "disconnect")?.message.data, 3);
  queue.push(news("/a", 4, "latest"));
  const dropped: Publication[] = [];
  makeRoom(queue, news("/b", 5), LIMITS, "disconnect", (old) => dropped.push(old));
  assert.deepEqual(dataOf(dropped), [1]);
  queue.resend();
  assert.deepEqual(dataOf(queue.take(undefined)), [2, 4]);
});

test("with ack: when what was written is dropped, what was not is still written, once", () => {
  const queue = filled(new AckQueue(), news("/a", 1), news("/a", 2)) as AckQueue;
  queue.take({ channel: "/meta/connect", ext: { ack: queue.nextBatch() } });
  queue.push(news("/a", 3));
  makeRoom(queue, news("/a", 4), LIMITS, "drop-oldest", () => {});
  queue.push(news("/a", 4));
  const reply = { channel: "/meta/connect", ext: { ack: queue.nextBatch() } };
  assert.deepEqual(dataOf(queue.take(reply)), [3, 4]);
  assert.deepEqual(dataOf(queue.take(reply)), []);
});

test("with ack: whatever is sent, dropped, confirmed and sent again, order, bytes and bounds stay", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("put" as const), policy: fc.constantFrom("disconnect", "drop-oldest", "latest") }),
    fc.record({ kind: fc.constantFrom("connect" as const, "confirm" as const, "lose" as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = new AckQueue();
      let number = 0;
      let batch = 0;
      for (const next of steps) {
        if (next.kind === "put") {
          const publication = news("/a", ++number, next.policy as QueuePolicy);
          takeOutdated(queue, publication, "disconnect");
          if (makeRoom(queue, publication, LIMITS, "disconnect", () => {}) === "fits") queue.push(publication);
        } else if (next.kind === "connect") {
          batch = queue.nextBatch();
          const taken = dataOf(queue.take({ channel: "/meta/connect", ext: { ack: batch } }));
          assert.deepEqual(
            taken,
            [...taken].sort((a, b) => Number(a) - Number(b)),
          );
        } else if (next.kind === "confirm") {
          queue.acknowledge(batch);
        } else {
          queue.resend();
        }
        assert.ok(queue.length <= LIMITS.maxQueuedMessages);
        assert.ok(queue.bytes >= 0 && (queue.length > 0 || queue.bytes === 0));
      }
      queue.resend();
      const kept = queue.take(undefined);
      assert.equal(kept.length, queue.length);
      assert.equal(
        queue.bytes,
        kept.reduce((bytes, publication) => bytes + publication.bytes, 0),
      );
    }),
  );
});
