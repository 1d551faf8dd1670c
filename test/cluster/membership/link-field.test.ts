import assert from "node:assert/strict";
import { test } from "node:test";
import { readExtras } from "../../../cluster/membership/link-field.js";

const said = { version: 1, incarnation: 5, heartbeatMs: 1_000, clusterName: "north", nodeTag: "tag" };

test("what a node says beside CometD's fields is read", () => {
  assert.deepEqual(readExtras({ ...said, later: true }), said);
  assert.deepEqual(readExtras({ ...said, clusterName: "", nodeTag: 7 }), {
    ...said,
    clusterName: undefined,
    nodeTag: undefined,
  });
  assert.equal(readExtras(undefined), undefined);
});

test("a heartbeat that no node may have makes no sense, since timers here depend on it", () => {
  for (const heartbeatMs of [100, 60_000]) assert.equal(readExtras({ ...said, heartbeatMs })?.heartbeatMs, heartbeatMs);
  for (const heartbeatMs of [0, 99, -1_000, 60_001, 2 ** 40, 1_000.5, Number.NaN, "1000", null, undefined])
    assert.equal(readExtras({ ...said, heartbeatMs }), undefined, String(heartbeatMs));
});
