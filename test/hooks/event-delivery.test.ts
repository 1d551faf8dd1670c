import assert from "node:assert/strict";
import { test } from "node:test";
import { silentLogger } from "../../core/logger.js";
import { EventDelivery } from "../../hooks/event-delivery.js";
import { hookOptions } from "../../hooks/hook-options.js";
import { HookStats } from "../../hooks/hook-stats.js";
import type { HookReply } from "../../hooks/post-hook.js";
import { FakeClock } from "../support/fake-clock.js";
import { ScriptedRandom } from "../support/scripted-random.js";

interface Posted {
  readonly atMs: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly seqs: number[];
}

/** A hook that gets numbered events, and answers each request as told: a status, or never. */
function startDelivery(answers: (number | "never")[]) {
  const clock = new FakeClock();
  const stats = new HookStats();
  const posted: Posted[] = [];
  const lost: object[] = [];
  const secrets = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)].map((key) => `whsec_${key.toString("base64")}`);
  const fields = { name: "crm", url: "http://x/", secrets, after: ["user.first"] };
  const options = hookOptions.parse({ ...fields, minRetryMs: 100, maxRetryMs: 400, timeoutMs: 1_000 });
  const node = { id: "n1", url: "http://here/cometd", incarnation: 7 };
  const delivery = new EventDelivery(options, node, {
    clock,
    stats,
    random: new ScriptedRandom([0]),
    logger: { ...silentLogger, error: (said) => void lost.push(said) },
    post: (_url, headers, body, signal) =>
      new Promise<HookReply>((resolve, reject) => {
        const { events } = JSON.parse(body) as { events: { seq: number }[] };
        posted.push({ atMs: clock.now(), headers, seqs: events.map(({ seq }) => seq) });
        const status = answers.shift() ?? 204;
        if (status !== "never") return resolve({ status, body: "" });
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
  });
  return { clock, stats, posted, lost, delivery };
}

test("what happens in one turn goes together; what comes meanwhile, next", async () => {
  const { clock, posted, delivery, stats } = startDelivery([]);
  delivery.add({ n: 1 });
  delivery.add({ n: 2 });
  assert.equal(posted.length, 0);
  await clock.settle();
  delivery.add({ n: 3 });
  await clock.settle();
  assert.deepEqual(
    posted.map(({ seqs }) => seqs),
    [[1, 2], [3]],
  );
  assert.equal(stats.delivered, 3);
  assert.equal(posted[0]!.headers["webhook-signature"]!.split(" ").length, 2, "by both secrets");
});

test("it tries again with growing pauses, under the same id and with the time of the attempt", async () => {
  const { clock, posted, delivery, stats } = startDelivery([500, "never", 301, 404, 200]);
  const startMs = clock.now();
  delivery.add({ n: 1 });
  await clock.settle();
  delivery.add({ n: 2 });
  await clock.advance(10_000);
  const waits = posted.slice(0, 5).map(({ atMs }) => atMs - startMs);
  assert.deepEqual(waits, [0, 50, 1_150, 1_350, 1_550]); // half of 100, 200, 400, 400; the second took its second
  assert.deepEqual(
    posted.map(({ seqs }) => seqs),
    [[1], [1], [1], [1], [1], [2]],
  );
  assert.equal(new Set(posted.slice(0, 5).map(({ headers }) => headers["webhook-id"])).size, 1);
  assert.notEqual(posted[0]!.headers["webhook-timestamp"], posted[4]!.headers["webhook-timestamp"]);
  assert.deepEqual([stats.attemptsFailed, stats.delivered, stats.dropped], [4, 2, 0]);
  assert.equal(clock.pending, 0);
});

test("at the end it does not wait for a pause, and not for ever for a hook that hangs", async () => {
  const { clock, posted, delivery, stats, lost } = startDelivery([500, 204, "never"]);
  delivery.add({ n: 1 });
  await clock.settle();
  assert.equal(posted.length, 1);
  let isClosed = false;
  for (let n = 0; n < 150; n += 1) delivery.add({ n });
  void delivery.close(500).then(() => {
    isClosed = true;
  });
  await clock.advance(0);
  assert.deepEqual(
    posted.map(({ seqs }) => seqs.length),
    [1, 1, 100],
    "the same again at once, and the next",
  );
  assert.equal(isClosed, false);
  await clock.advance(500);
  assert.equal(isClosed, true);
  assert.deepEqual(lost, [{ hook: "crm", events: 150 }]);
  assert.deepEqual([stats.delivered, stats.dropped], [1, 150]);
  assert.equal(clock.pending, 0);
});
