import assert from "node:assert/strict";
import { test } from "node:test";
import { silentLogger } from "../../core/logger.js";
import { MAX_FAILURES, OPEN_MS } from "../../hooks/circuit-breaker.js";
import { HookAsker } from "../../hooks/hook-asker.js";
import { hookOptions } from "../../hooks/hook-options.js";
import { HookStats } from "../../hooks/hook-stats.js";
import type { HookReply } from "../../hooks/post-hook.js";
import { FakeClock } from "../support/fake-clock.js";
import { ScriptedRandom } from "../support/scripted-random.js";

/** A hook whose answers the test gives, when it likes. */
function startAsker(more: object = {}) {
  const clock = new FakeClock();
  const stats = new HookStats();
  const posted: { body: string; answer: (reply: HookReply) => void; isAborted: () => boolean }[] = [];
  const secrets = [`whsec_${Buffer.alloc(32).toString("base64")}`];
  const options = hookOptions.parse({ name: "gate", url: "http://x/", secrets, before: ["publish"], ...more });
  const asker = new HookAsker(options, {
    clock,
    stats,
    random: new ScriptedRandom(),
    logger: silentLogger,
    post: (_url, _headers, body, signal) =>
      new Promise((answer) => posted.push({ body, answer, isAborted: () => signal.aborted })),
  });
  return { clock, stats, posted, asker };
}

const YES = { status: 204, body: "" };
const ERROR = { status: 500, body: "" };

test("so many questions are put at once; the others wait their turn, and no longer than their time", async () => {
  const { clock, posted, asker, stats } = startAsker({ maxConcurrent: 2, maxWaiting: 2, timeoutMs: 1_000 });
  const ask = (n: number) => asker.ask({ n });
  const [first, second, third, fourth] = [ask(1), ask(2), ask(3), ask(4)];
  assert.equal(await ask(5), undefined, "no room to wait");
  await clock.settle();
  assert.deepEqual([posted.length, asker.waiting], [2, 2]);
  posted[0]!.answer(YES);
  assert.deepEqual(await first, { kind: "allowed", change: {} });
  await clock.settle();
  assert.match(posted[2]!.body, /"n":3/, "in order");
  await clock.advance(1_000);
  assert.deepEqual(await Promise.all([second, third, fourth]), [undefined, undefined, undefined]);
  assert.ok(posted.slice(1).every((request) => request.isAborted()));
  assert.deepEqual([stats.allowed, stats.failed, asker.waiting], [1, 4, 0]);
  assert.equal(stats.answerTimes.sumMs, 2_000, "the second and the third had all their time, or what was left of it");
  const next = ask(6);
  await clock.settle();
  posted.at(-1)!.answer(YES);
  assert.equal((await next)?.kind, "allowed", "every place was given back");
});

test("after some failures in a row nobody waits for it any more, until a trial succeeds", async () => {
  const { clock, posted, asker, stats } = startAsker();
  const ask = async (reply: HookReply) => {
    const answer = asker.ask({});
    await clock.settle();
    posted.at(-1)!.answer(reply);
    return answer;
  };
  for (let failure = 1; failure < MAX_FAILURES; failure += 1) await ask(ERROR);
  await ask(YES);
  for (let failure = 1; failure <= MAX_FAILURES; failure += 1) {
    assert.equal(asker.isOpen, false, "not in a row");
    await ask(ERROR);
  }
  const before = posted.length;
  assert.equal(asker.isOpen, true);
  assert.equal(await asker.ask({}), undefined);
  assert.equal(posted.length, before, "not put");
  await clock.advance(OPEN_MS);
  const trial = asker.ask({});
  await clock.settle();
  assert.equal(await asker.ask({}), undefined, "one trial at a time");
  posted.at(-1)!.answer(ERROR);
  assert.equal(await trial, undefined);
  assert.equal(asker.isOpen, true, "the trial failed");
  await clock.advance(OPEN_MS);
  assert.equal((await ask(YES))?.kind, "allowed");
  assert.equal(asker.isOpen, false);
  assert.equal(stats.skipped, 2);
});
