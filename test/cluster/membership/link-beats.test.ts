import assert from "node:assert/strict";
import { test } from "node:test";
import { LinkBeats } from "../../../cluster/membership/link-beats.js";
import { CoalescedTimers } from "../../../core/coalesced-timers.js";
import { Canaries } from "../../../telemetry/canaries.js";
import { SimulatedCloud } from "../../simulation/simulated-cloud.js";
import { FakeClock } from "../../support/fake-clock.js";

test("all links have their heartbeats at the same moments, whenever they were made, and nobody wakes up without a link", async () => {
  const clock = new FakeClock(12_345);
  const early = {
    now: () => clock.now(),
    endOfTurn: clock.endOfTurn.bind(clock),
    schedule: (delayMs: number, callback: () => void) => clock.schedule(Math.max(1, delayMs) - 0.4, callback),
  };
  const said: string[] = [];
  const beats = new LinkBeats(early);
  const to = (name: string) => beats.every(1_000, () => void said.push(`${name} ${Math.ceil(clock.now())}`));
  const endBeta = to("beta");
  await clock.advance(300);
  const endGamma = to("gamma");
  await clock.advance(2_000);
  assert.deepEqual(said.splice(0), ["beta 13000", "gamma 13000", "beta 14000", "gamma 14000"]);
  endBeta();
  endBeta();
  await clock.advance(1_000);
  assert.deepEqual(said.splice(0), ["gamma 15000"]);
  endGamma();
  assert.equal(clock.pending, 0);
  const endAgain = to("beta");
  const endQuick = beats.every(250, () => void said.push(`quick ${Math.ceil(clock.now())}`));
  await clock.advance(700);
  assert.deepEqual(said, ["quick 15750", "beta 16000", "quick 16000", "quick 16250"]);
  endAgain();
  endQuick();
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

test("between nodes that know it, frames are the heartbeat: links live on for minutes, with a connect now and then", async () => {
  let connects = 0;
  const cloud = new SimulatedCloud({
    seed: 6,
    nodes: 2,
    setup: ({ bayeux }) => {
      bayeux.addExtension({
        incoming: (_session, { channel }) => void (channel === "/meta/connect" && connects++),
      });
    },
  });
  cloud.startAll();
  assert.ok(await cloud.until(() => cloud.memberProblem() === undefined, 30_000));
  connects = 0;
  const events: string[] = [];
  for (const { oort } of cloud.alive) {
    oort.addListener({ suspected: () => void events.push("suspected"), left: () => void events.push("left") });
  }
  await cloud.run(120_000);
  assert.equal(cloud.memberProblem(), undefined);
  assert.deepEqual(events, []);
  assert.ok(connects > 0 && connects <= 10, `${connects} connects in two minutes`);
});
