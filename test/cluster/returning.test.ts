import assert from "node:assert/strict";
import { test } from "node:test";
import { InterestCloud } from "./interest/interest-cloud.js";
import { startNode } from "./start-oort.js";

const QUICK = { departedRetryMs: 200, minRetryMs: 50 };

test("a lone seed that left politely, and that nobody names, is found again by those that were with it", async (t) => {
  const seed = await startNode(t, "seed");
  const beta = await startNode(t, "beta", { oort: QUICK });
  const gamma = await startNode(t, "gamma", { oort: QUICK });
  beta.oort.observe(seed.url);
  gamma.oort.observe(seed.url);
  await Promise.all([beta.joins(2), gamma.joins(2)]);
  await seed.oort.stop();
  await seed.server.stop();
  await Promise.all([beta.leaves(1), gamma.leaves(1)]);
  assert.deepEqual(
    beta.oort.peers.map(({ url }) => url),
    [gamma.url],
    "who said goodbye is no peer",
  );
  const again = await startNode(t, "seed again", { port: seed.server.port });
  assert.equal((await beta.joins(3)).id, again.oort.id);
  assert.equal((await gamma.joins(3)).id, again.oort.id);
  assert.equal((await again.joins(2)).kind, "oortbus");
});

test("a node that departed for good is tried now and then, shown to nobody, and forgotten in the end", async () => {
  const cloud = new InterestCloud(1);
  const alpha = await cloud.node({ refusedRetryMs: 0 });
  const beta = await cloud.node(); // which named itself: nobody told alpha of it
  const { departedRetryMs, forgetAfterMs } = alpha.oort.options;
  let tries = 0;
  beta.server.addExtension({
    incoming: (_, { channel }) => {
      if (channel === "/meta/handshake") tries += 1;
    },
  });
  void beta.oort.stop();
  await cloud.clock.advance(3 * departedRetryMs);
  assert.ok(tries >= 2, `${tries} tries`);
  assert.deepEqual(alpha.oort.peers, []);
  await cloud.clock.advance(forgetAfterMs);
  const last = tries;
  await cloud.clock.advance(forgetAfterMs);
  assert.equal(tries, last, "and then forgotten");
});

test("gossip is repeated: two nodes that do not know each other are told by one that knows both", async (t) => {
  const alpha = await startNode(t, "alpha", { oort: { gossipMs: 200 } });
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  const gamma = await startNode(t, "gamma", { seeds: [alpha.url] });
  await Promise.all([beta.joins(2), gamma.joins(2)]);
  beta.oort.deobserve(gamma.url); // as if the gossip had been lost
  await Promise.all([beta.leaves(1), gamma.leaves(1)]);
  await Promise.all([beta.joins(3), gamma.joins(3)]);
});
