import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { freePorts } from "../support/ports.js";
import { watchStalls } from "../support/stalls.js";
import { TcpProxy } from "../support/tcp-proxy.js";
import { until } from "../support/until.js";
import { startNode, startProcess, type TestNode } from "./start-oort.js";

/** What is promised between nodes of our own kind; for many stories, in virtual time: test/simulation. */
const NOTICED_WITHIN_MS = 3_000;

/** A node whose peers reach it only through a proxy of its own. */
async function behindProxy(
  t: TestContext,
  name: string,
  seeds: readonly string[] = [],
): Promise<{ node: TestNode; proxy: TcpProxy }> {
  const proxy = await TcpProxy.start(t);
  const node = await startNode(t, name, { proxyPort: proxy.port, seeds });
  proxy.target(node.server.port);
  return { node, proxy };
}

/** From now until it is called: within the promised time, but for what this process stood still. */
function noticing(t: TestContext): () => void {
  const stalledMs = watchStalls(t);
  const startMs = performance.now();
  return () => {
    const tookMs = performance.now() - startMs;
    t.diagnostic(`noticed after ${Math.round(tookMs)} ms, of which ${Math.round(stalledMs())} ms stood still`);
    assert.ok(tookMs - stalledMs() <= NOTICED_WITHIN_MS);
  };
}

async function linked(a: TestNode, b: TestNode): Promise<void> {
  await Promise.all([a.joins(1), b.joins(1)]);
  const settled = (node: TestNode) => node.oort.peers[0]?.state === "joined";
  await until(() => settled(a) && settled(b), "both see each other as joined");
}

test("a killed process is noticed within 3 s, and its next run joins by itself", async (t) => {
  const [port = 0] = await freePorts(1);
  const alpha = await startNode(t, "alpha");
  const first = await startProcess(t, port, [alpha.url]);
  await alpha.joins(1);
  await first.kill();
  const noticed = noticing(t);
  await alpha.leaves(1);
  noticed();
  assert.equal(alpha.oort.peers[0]?.state, "lost");
  const second = await startProcess(t, port, [alpha.url]);
  await alpha.joins(2);
  assert.notEqual(first.id, second.id);
  assert.deepEqual(alpha.events, [`+${first.id}`, `-${first.id}`, `+${second.id}`]);
});

test("a peer that restarts before it was missed: the old run leaves before the new one joins", async (t) => {
  const [port = 0] = await freePorts(1);
  const alpha = await startNode(t, "alpha", { oort: { suspectAfterMs: 20_000 } });
  const first = await startProcess(t, port, [alpha.url]);
  await alpha.joins(1);
  await first.kill();
  const second = await startProcess(t, port, [alpha.url]);
  await alpha.joins(2);
  assert.deepEqual(alpha.events, [`+${first.id}`, `-${first.id}`, `+${second.id}`]);
});

test("the only seed is killed and comes back: the others find it without being told", async (t) => {
  const [port = 0] = await freePorts(1);
  const seed = await startProcess(t, port, []);
  const beta = await startNode(t, "beta", { seeds: [seed.url] });
  const gamma = await startNode(t, "gamma", { seeds: [seed.url] });
  await Promise.all([beta.joins(2), gamma.joins(2)]);
  await seed.kill();
  await Promise.all([beta.leaves(1), gamma.leaves(1)]);
  const again = await startProcess(t, port, []);
  assert.equal((await beta.joins(3)).id, again.id);
  assert.equal((await gamma.joins(3)).id, again.id);
});

test("a silent cut is noticed on both sides within 3 s; healed, each side tells one left and one joined", async (t) => {
  const { node: alpha, proxy: toAlpha } = await behindProxy(t, "alpha");
  const { node: beta, proxy: toBeta } = await behindProxy(t, "beta", [alpha.url]);
  await linked(alpha, beta);
  toAlpha.cut();
  toBeta.cut();
  const noticed = noticing(t);
  await Promise.all([alpha.leaves(1), beta.leaves(1)]);
  noticed();
  assert.equal(alpha.oort.peers[0]?.state, "lost");
  toAlpha.heal();
  toBeta.heal();
  const healedAt = performance.now();
  await Promise.all([alpha.joins(2), beta.joins(2)]);
  t.diagnostic(`healed after ${Math.round(performance.now() - healedAt)} ms`);
  assert.deepEqual(alpha.events, [`+${beta.oort.id}`, `-${beta.oort.id}`, `+${beta.oort.id}`]);
  assert.deepEqual(beta.events, [`+${alpha.oort.id}`, `-${alpha.oort.id}`, `+${alpha.oort.id}`]);
});

test("connections that are reset come back at once, nobody leaves, and nothing is lost", async (t) => {
  const { node: alpha, proxy } = await behindProxy(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await linked(alpha, beta);
  const listener = await beta.client();
  await listener.subscribe("/chat");
  for (let count = 0; count < 20; count += 1) alpha.server.bayeux.publish(undefined, "/chat", count);
  proxy.reset();
  for (let count = 20; count < 40; count += 1) alpha.server.bayeux.publish(undefined, "/chat", count);
  const numbers = (await listener.messages(40)).map((message) => Number(message.data));
  assert.deepEqual(
    [...new Set(numbers)],
    Array.from({ length: 40 }, (_, index) => index),
  );
  assert.equal(alpha.events.length, 1);
  assert.equal(beta.events.length, 1);
});

test("one direction is cut: the side that hears nothing tells left; once healed it tells joined", async (t) => {
  const { node: alpha, proxy: toAlpha } = await behindProxy(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await linked(alpha, beta);
  toAlpha.cut(); // beta's link to alpha; alpha's to beta goes on
  await alpha.leaves(1);
  await until(() => beta.oort.peers[0]?.state === "suspected", "beta suspects alpha");
  toAlpha.heal();
  await alpha.joins(2);
  assert.deepEqual(beta.events, [`+${alpha.oort.id}`]);
});

test("a node whose own event loop was held up does not give up its peers' links on that ground", async (t) => {
  const [port = 0] = await freePorts(1);
  const alpha = await startNode(t, "alpha");
  const beta = await startProcess(t, port, [alpha.url]);
  await alpha.joins(1);
  await until(
    () => beta.events.length === 1 && alpha.oort.peers[0]?.state === "joined",
    "both see each other as joined",
  );
  beta.pause();
  await alpha.leaves(1);
  beta.goOn();
  await alpha.joins(2);
  await until(() => alpha.oort.peers[0]?.state === "joined", "alpha, which had given beta up, has linked anew");
  assert.deepEqual(alpha.events, [`+${beta.id}`, `-${beta.id}`, `+${beta.id}`]);
  assert.deepEqual(beta.events, [`+${alpha.oort.id}`]);
});
