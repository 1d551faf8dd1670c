import assert from "node:assert/strict";
import { test } from "node:test";
import { PeerConduct } from "../../cluster/membership/peer-conduct.js";
import { Quarantine } from "../../cluster/quarantine.js";
import { FakeClock } from "../support/fake-clock.js";
import { until } from "../support/until.js";
import { startNode, type TestNode } from "./start-oort.js";

const STRICT = { maxPeerFaults: 3, quarantineMs: 1_500, maxQuarantineMs: 60_000 };

/** Quick to come back, as a test is. */
const KEEN = { minRetryMs: 50, maxRetryMs: 100, refusedRetryMs: 50 };

function sees(node: TestNode, other: TestNode): boolean {
  return node.oort.peers.some(({ url, state }) => url === other.url && state === "joined");
}

async function mesh(...nodes: TestNode[]): Promise<void> {
  const all = () => nodes.every((a) => nodes.every((b) => a === b || sees(a, b)));
  await until(all, "all are members to each other", 10_000);
}

test("a rest doubles for whoever comes out of one and goes in again soon, up to a limit, and is short again later", async () => {
  const clock = new FakeClock();
  const quarantine = new Quarantine(clock, 1_000, 2, 3_000);
  const rests: number[] = [];
  for (let time = 0; time < 4; time += 1) {
    quarantine.add("beta");
    rests.push(quarantine.restMs("beta"));
    await clock.advance(rests.at(-1)! + 1);
    assert.equal(quarantine.has("beta"), false);
  }
  assert.deepEqual(rests, [1_000, 2_000, 3_000, 3_000]);
  await clock.advance(3_001);
  quarantine.add("beta");
  assert.equal(quarantine.restMs("beta"), 1_000);
  quarantine.add("gamma");
  quarantine.add("delta");
  assert.deepEqual([quarantine.has("beta"), quarantine.has("gamma"), quarantine.has("delta")], [false, true, true]);
});

test("a few slips a minute are a peer's right, and no peer's count is another's", async () => {
  const clock = new FakeClock();
  const conduct = new PeerConduct(clock, { ...STRICT, maxPeerFaults: 2, maxGossipPerMinute: 1, maxPeers: 10 });
  const beta = { url: "beta", id: "beta-1" };
  const gamma = { url: "gamma", id: "gamma-1" };
  const faults = () => [conduct.fault(beta), conduct.fault(beta)];
  assert.deepEqual(faults(), [false, false]);
  assert.equal(conduct.fault(gamma), false);
  await clock.advance(60_000);
  assert.deepEqual([...faults(), conduct.fault(beta), conduct.fault(beta)], [false, false, true, false]);
  assert.deepEqual(
    ["beta", "beta-1", "gamma"].map((name) => conduct.restMs(name)),
    [1_500, 1_500, 0],
  );
  assert.deepEqual(
    [conduct.mayGossip("beta"), conduct.mayGossip("beta"), conduct.mayGossip("gamma")],
    [true, false, true],
  );
});

test("a peer that talks nonsense is parted with, the others do not mind, and it may come back after a rest", async (t) => {
  const alpha = await startNode(t, "alpha", { oort: STRICT });
  const beta = await startNode(t, "beta", { oort: KEEN, seeds: [alpha.url] });
  const gamma = await startNode(t, "gamma", { seeds: [alpha.url] });
  await mesh(alpha, beta, gamma);
  for (let count = 0; count < 4; count += 1) await beta.oort.publishTo(alpha.url, "/oort/cloud", { count });
  await alpha.leaves(1);
  assert.equal(alpha.oort.peers.find(({ url }) => url === beta.url)?.state, "lost");
  assert.deepEqual([alpha.oort.stats.peerFaults.message, alpha.oort.stats.peersQuarantined], [4, 1]);
  assert.ok(sees(alpha, gamma) && sees(gamma, alpha) && sees(gamma, beta), "the others are as they were");
  await until(() => alpha.oort.stats.linksRefused.quarantined > 0, "it is not let in at once");
  await mesh(alpha, beta, gamma);
  assert.equal(gamma.events.length, 2, "and gamma has seen nothing of it");
});

test("frames over the limit are faults as well", async (t) => {
  const alpha = await startNode(t, "alpha", { oort: { ...STRICT, quarantineMs: 60_000, maxLinkMessageBytes: 20_000 } });
  const beta = await startNode(t, "beta", { oort: KEEN, seeds: [alpha.url] });
  await mesh(alpha, beta);
  const quarantined = async () => {
    await beta.oort.publishTo(alpha.url, "/large", "x".repeat(30_000)); // once it has come back
    return alpha.oort.stats.peersQuarantined > 0;
  };
  await until(quarantined, "beta is quarantined");
  assert.equal(alpha.oort.stats.peerFaults.frame, 4);
  assert.deepEqual(
    beta.oort.peers.filter(({ state }) => state === "joined"),
    [],
  );
});

test("a peer that names nodes that are none keeps nobody else out", async (t) => {
  const alpha = await startNode(t, "alpha", {
    oort: { maxPeers: 12, maxGossipDials: 4, maxGossipPerMinute: 20, gossipDialMs: 200 },
  });
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await mesh(alpha, beta);
  const nobody = Array.from({ length: 12 }, (_, index) => `http://127.0.0.1:${index + 1}/nobody`);
  await beta.oort.publishTo(alpha.url, "/oort/cloud", nobody);
  const dialled = () => alpha.oort.peers.filter(({ url }) => url.endsWith("/nobody")).length;
  assert.deepEqual([dialled(), alpha.oort.stats.gossipIgnored], [4, 8]);
  const gamma = await startNode(t, "gamma", { seeds: [alpha.url] });
  await mesh(alpha, beta, gamma);
  assert.equal(alpha.oort.stats.tooManyPeers, 0);
  await until(() => dialled() === 0, "what nobody answers is given up");
  for (let count = 0; count < 30; count += 1) await beta.oort.publishTo(alpha.url, "/oort/cloud", []);
  assert.ok(alpha.oort.stats.peerFaults.flood >= 5);
});
