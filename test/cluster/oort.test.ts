import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, startNode } from "./start-oort.js";

test("two nodes, one of which knows the other", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  const seen = await alpha.joins(1);
  assert.equal(seen.url, beta.url);
  assert.equal(seen.id, beta.oort.id);
  assert.equal(seen.kind, "oortbus");
  assert.equal(seen.incarnation, beta.oort.incarnation);
  assert.equal((await beta.joins(1)).id, alpha.oort.id);
  assert.equal(alpha.oort.hasPeerSession(beta.url), true);
  await eventually(() => alpha.oort.peers[0]?.state === "joined", "alpha sees beta as joined");
});
