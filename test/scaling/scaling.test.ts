import assert from "node:assert/strict";
import { test } from "node:test";
import { type Measured, measure } from "./measure.js";
import { measurePrivate } from "./private-messages.js";
import { chartOf } from "./scaling-chart.js";
import { goalOf, latencyGoalOf, privateTableOf, tablesOf } from "./scaling-report.js";

const EFFORT = { users: 120, logins: 20, sends: 4 };
const COPIES = 2;

test("what logins and private messages cost on links, flood against shard", async () => {
  const measured: Measured[] = [];
  for (const nodes of [3, 5]) {
    const flood = await measure(nodes, "flood", COPIES, EFFORT);
    assert.deepEqual(flood.loginMessages, { mean: nodes - 1, max: nodes - 1 });
    assert.deepEqual(flood.entries, { mean: EFFORT.users, max: EFFORT.users });
    assert.equal(flood.unknownPlace, undefined, "every node knows every user");
    assert.equal(flood.nobodyThere.messages.max, 2 * (nodes - 1));
    const shard = await measure(nodes, "shard", COPIES, EFFORT);
    assert.equal(shard.loginMessages.max, COPIES, "a login of somebody whom other nodes own");
    assert.ok(shard.loginMessages.mean <= COPIES, "and none costs more");
    assert.ok(shard.entries.mean > (EFFORT.users * COPIES) / nodes);
    assert.ok(shard.entries.mean < (EFFORT.users * (COPIES + 1)) / nodes);
    for (const { knownPlace, broadcast } of [flood, shard]) {
      const { messages, bytes, hops } = knownPlace;
      assert.deepEqual(
        [messages, hops],
        [
          { mean: 2, max: 2 },
          { mean: 1, max: 1 },
        ],
        "the message and its answer",
      );
      assert.ok(bytes.mean > 200 && bytes.max < 800, "a hundred characters, and what is around them");
      assert.equal(broadcast.messages, broadcast.interested);
      assert.equal(broadcast.received, broadcast.interested);
    }
    assert.ok((shard.unknownPlace?.messages.max ?? 9) <= 4 && (shard.unknownPlace?.hops?.max ?? 9) <= 2);
    measured.push(flood, shard);
  }
  assert.ok(goalOf(measured).isMet);
  assert.match(tablesOf(measured), /\| flood {4}\| +5 \| +4 \| +4 \| +4 \|/);
  assert.equal(chartOf(measured, []).match(/<circle/g)?.length, 6 * measured.length, "a point for each in each panel");
});

test("real nodes: what a private message takes, beside a bare relay and an echo", async () => {
  const effort = { pairs: 4, perSecond: 100, rounds: 1, durationMs: 300, warmUpMs: 100 };
  const sent = await measurePrivate(2, "shard", effort);
  assert.equal(sent.messages, 30);
  const { bus, relay, echo } = sent;
  assert.deepEqual([bus.processes, relay.processes, echo.processes], [2, 2, 1]);
  assert.ok(bus.cpuMicros > 0 && bus.latencyMs.p50 > echo.latencyMs.p50, JSON.stringify(sent));
  for (const { latencyMs } of [bus, relay, echo]) assert.ok(latencyMs.p99 >= latencyMs.p50 && latencyMs.p50 > 0);
  assert.equal(echo.ratio.median, 1, "each is held against the echo of its own round");
  const rows = privateTableOf([sent]).split("\n");
  assert.equal(rows.length, 2 + 3);
  assert.match(rows[2]!, /\| shard {4}\| +2 \| +100 \| +nodes \| +2 \|/);
  assert.match(rows[3]!, /\| bare ws relay \| +2 \|/);
  const slow = { ...sent, bus: { ...bus, ratio: { median: 2.1, min: 2, max: 3 } } };
  assert.match(latencyGoalOf([slow]), /MISSED\. 2\.1 \(shard, 2\)\. A bare relay of two processes: [\d.]+\.$/);
  assert.equal(chartOf([], [sent]).match(/<circle/g)?.length, 2);
});

test("a login that costs more than there are copies misses the goal, and is told", async () => {
  const shard = await measure(3, "shard", 1, { users: 10, logins: 5, sends: 1 });
  const dear: Measured = { ...shard, loginMessages: { mean: 1, max: 2 } };
  assert.ok(goalOf([shard]).isMet);
  assert.deepEqual(goalOf([shard, dear]).isMet, false);
  assert.match(goalOf([dear]).text, /MISSED at 3 nodes/);
});
