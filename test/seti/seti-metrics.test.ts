import assert from "node:assert/strict";
import { test } from "node:test";
import { Metrics } from "../../core/metrics/metrics.js";
import { bindSetiMetrics } from "../../seti/seti-metrics.js";
import { newSetiStats } from "../../seti/seti-stats.js";

test("what Seti counts, a metric tells: every counter", async () => {
  const stats = newSetiStats();
  const metrics = new Metrics();
  const keptMessages = { users: 1, messages: 2, bytes: 3 };
  bindSetiMetrics(metrics, { stats, localUserCount: 4, userCount: 5, outstandingSends: 6, keptMessages });
  for (const [counter, value] of Object.entries(stats)) {
    if (typeof value !== "number") continue; // durations, which node-metrics.test.ts looks for
    const before = await metrics.text();
    (stats as unknown as Record<string, number>)[counter] = 1;
    const changed = (await metrics.text()).split("\n").filter((line) => !before.includes(`${line}\n`));
    assert.ok(changed.length > 0, `no metric tells of ${counter}`);
  }
  const text = await metrics.text();
  for (const line of [
    'oortbus_users{place="local"} 4',
    'oortbus_users{place="anywhere"} 5',
    "oortbus_seti_outstanding_sends 6",
    "oortbus_inbox_users 1",
    "oortbus_inbox_messages 2",
    "oortbus_inbox_bytes 3",
  ]) {
    assert.ok(text.includes(`\n${line}\n`), line);
  }
});
