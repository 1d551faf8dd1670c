import assert from "node:assert/strict";
import { test } from "node:test";
import { Canaries } from "../../telemetry/canaries.js";
import { SimulatedCloud } from "../simulation/simulated-cloud.js";

const OPTIONS = { periodMs: 1_000, timeoutMs: 5_000 };

/** A cloud in virtual time, with canaries on the nodes that have them. */
async function cloudWithCanaries(
  seed: number,
  nodes: number,
  options = OPTIONS,
  isQuiet: (index: number) => boolean = () => false,
) {
  const canaries: Canaries[] = [];
  const cloud = new SimulatedCloud({
    seed,
    nodes,
    setup: (node) => {
      const periodMs = isQuiet(node.index) ? 0 : options.periodMs;
      const flock = new Canaries(node.bayeux, node.oort, node.clock, { ...options, periodMs });
      canaries[node.index] = flock;
      node.add(flock);
    },
  });
  cloud.startAll();
  assert.ok(await cloud.until(() => cloud.memberProblem() === undefined, 30_000));
  return { cloud, canaries };
}

test("every canary comes back from every peer, and how long it took is known", async () => {
  const { cloud, canaries } = await cloudWithCanaries(1, 3);
  await cloud.run(60_000);
  for (const [index, flock] of canaries.entries()) {
    const others = [0, 1, 2].filter((other) => other !== index).map((other) => cloud.urlOf(other));
    assert.deepEqual(
      flock.peers.map(({ url, lossRatio }) => ({ url, lossRatio })),
      others.map((url) => ({ url, lossRatio: 0 })),
    );
    assert.equal(flock.lost, 0);
    assert.ok(flock.returned >= 2 * 58, `${flock.returned} of 2 peers in 60 s`);
    assert.equal(flock.roundTrips.count, flock.returned);
    const meanMs = flock.roundTrips.sumMs / flock.returned;
    assert.ok(meanMs >= 2 * cloud.usualDelayMs && meanMs < 5_000, `${meanMs} ms, a way takes ${cloud.usualDelayMs}`);
    for (const { roundTripMs } of flock.peers) assert.ok(roundTripMs !== undefined && roundTripMs > 0);
  }
});

test("a partition shows as loss on both sides, to the peers behind it alone, and ends with it", async () => {
  const { cloud, canaries } = await cloudWithCanaries(2, 3);
  await cloud.run(10_000);
  const [north, south, west] = canaries as [Canaries, Canaries, Canaries];
  cloud.partition([0, 1], [2]);
  await cloud.run(12_000);
  for (const flock of [north, south]) assert.ok(flock.lost >= 1 && flock.lost <= 5, `${flock.lost} to one peer`);
  assert.ok(west.lost >= 2 && west.lost <= 10, `${west.lost} to two peers`);
  assert.deepEqual(
    north.peers.map(({ url, lossRatio }) => ({ url, lossRatio })),
    [{ url: cloud.urlOf(1), lossRatio: 0 }],
    "who is no member any more is not asked about",
  );
  const lost = canaries.map((flock) => flock.lost);
  cloud.heal();
  assert.ok(await cloud.until(() => cloud.memberProblem() === undefined, 60_000));
  const returned = west.returned;
  await cloud.run(20_000);
  assert.ok(west.returned >= returned + 2 * 15);
  assert.deepEqual(
    canaries.map((flock) => flock.lost),
    lost,
  );
});

test("who says goodbye, or takes no part, loses no canary", async () => {
  const { cloud, canaries } = await cloudWithCanaries(3, 3, OPTIONS, (index) => index === 2);
  await cloud.run(5_000);
  const [north, south, west] = canaries as [Canaries, Canaries, Canaries];
  assert.deepEqual([west.returned, west.lost], [0, 0], "it sends none");
  assert.deepEqual(
    north.peers.map(({ url }) => url),
    [cloud.urlOf(1)],
    "and is not expected to send any back",
  );
  cloud.nodes[1]?.oort.announceLeaving();
  await cloud.run(100);
  cloud.nodes[1]?.crash(true); // sooner than it meant to, while it still counts as a member
  await cloud.run(10_000);
  assert.equal(north.lost, 0);
  assert.deepEqual(north.peers, []);
  assert.ok(south.returned > 0);
});

test("a process that stood still does not take its own pause for loss", async () => {
  const { cloud, canaries } = await cloudWithCanaries(4, 2, { periodMs: 400, timeoutMs: 900 });
  const [node] = cloud.nodes;
  cloud.slowDown(0, 150); // so that canaries are out at most moments
  for (let pauses = 0; pauses < 10; pauses += 1) {
    await cloud.run(2_037);
    node?.freeze();
    await cloud.run(1_500); // shorter than what makes a peer leave
    // A process that wakes up has its timers called first, and reads what waits for it after that.
    node?.clock.thaw();
    await cloud.run(5);
    node?.thaw();
    cloud.network.thaw(cloud.urlOf(0));
  }
  await cloud.run(2_000);
  assert.equal(canaries[0]?.lost, 0);
  assert.ok(canaries[0].returned > 30);
});
