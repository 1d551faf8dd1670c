import assert from "node:assert/strict";
import { test } from "node:test";
import { type AuditEntry, AuditLog, mergedEntries } from "../../../api/operator/audit-log.js";
import { silentLogger } from "../../../core/logger.js";
import { FakeClock } from "../../support/fake-clock.js";

const caller = { address: "192.0.2.1", token: "none" };

test("the log of a node keeps the last thousand things, and writes each to the node's log", () => {
  const clock = new FakeClock();
  const lines: object[] = [];
  const log = new AuditLog("http://a/cometd", {
    clock,
    logger: { ...silentLogger, info: (line) => void lines.push(line) },
  });
  for (let number = 1; number <= 1_001; number += 1) log.record(caller, "EndSession", `session ${number}`, "ended");
  assert.equal(lines.length, 1_001);
  assert.deepEqual(lines[0], { audit: "EndSession", target: "session 1", outcome: "ended", ...caller });
  const kept = log.last(2_000);
  assert.deepEqual([kept.length, kept[0]!.target, kept.at(-1)!.target], [1_000, "session 1001", "session 2"]);
});

test("the entries of several nodes are one list, the newest first, no longer than asked for", () => {
  const entry = (node: string, atMs: number): AuditEntry => ({
    atMs,
    node,
    caller,
    action: "DrainNode",
    target: "",
    outcome: "",
  });
  const merged = mergedEntries([[entry("b", 3), entry("b", 1)], [], [entry("a", 3), entry("a", 2)]], 3);
  assert.deepEqual(
    merged.map(({ node, atMs }) => `${node}${atMs}`),
    ["a3", "b3", "a2"],
  );
});
