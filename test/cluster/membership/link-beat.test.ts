import assert from "node:assert/strict";
import { test } from "node:test";
import { LinkBeat } from "../../../cluster/membership/link-beat.js";
import { CoalescedTimers } from "../../../core/coalesced-timers.js";
import { Canaries } from "../../../telemetry/canaries.js";
import { SimulatedCloud } from "../../simulation/simulated-cloud.js";
import { FakeClock } from "../../support/fake-clock.js";

test("all peers' connects are answered at the same moments, whenever they linked, and nobody wakes up without a peer", async () => {
  const clock = new FakeClock(12_345);
  const early = {
    now: () => clock.now(),
    endOfTurn: clock.endOfTurn.bind(clock),
    schedule: (delayMs: number, callback: () => void) => clock.schedule(Math.max(1, delayMs) - 0.4, callback),
  };
  const answered: string[] = [];
  const peer = (name: string) => ({
    lifetime: { release: () => void answered.push(`${name} ${Math.ceil(clock.now())}`) },
  });
  const [beta, gamma] = [peer("beta"), peer("gamma")];
  const beat = new LinkBeat(early, 1_000);
  beat.add(beta);
  await clock.advance(300);
  beat.add(gamma);
  await clock.advance(2_000);
  assert.deepEqual(answered.splice(0), ["beta 13000", "gamma 13000", "beta 14000", "gamma 14000"]);
  beat.delete(beta);
  await clock.advance(1_000);
  assert.deepEqual(answered.splice(0), ["gamma 15000"]);
  beat.delete(gamma);
  assert.equal(clock.pending, 0);
  beat.add(beta);
  await clock.advance(1_000);
  assert.deepEqual(answered, ["beta 16000"]);
  beat.stop();
  assert.equal(clock.pending, 0);
});

test("the timers of a node that has links and nothing to do wake it at one moment a second, and rarely beside that", async () => {
  const wakes: number[][] = [];
  const cloud = new SimulatedCloud({
    seed: 5,
    nodes: 3,
    setup: (node) => {
      const { clock, index } = node;
      const moments: number[] = [];
      wakes[index] = moments;
      const schedule = clock.schedule.bind(clock);
      const timers = new CoalescedTimers({
        now: () => clock.now(),
        schedule: (delayMs, callback) =>
          schedule(delayMs, () => {
            moments.push(clock.now());
            callback();
          }),
      });
      clock.schedule = (delayMs, callback) => timers.schedule(delayMs, callback);
      node.add(new Canaries(node.bayeux, node.oort, clock, { periodMs: 1_000, timeoutMs: 5_000 }));
    },
  });
  cloud.startAll();
  assert.ok(await cloud.until(() => cloud.memberProblem() === undefined, 30_000));
  await cloud.run(10_000);
  for (const moments of wakes) moments.length = 0;
  await cloud.run(60_000);
  for (const moments of wakes) {
    assert.ok(moments.length >= 59 && moments.length <= 75, `${moments.length} in a minute: ${moments.join()}`);
  }
});
