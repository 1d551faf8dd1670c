import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { Report } from "../../scripts/bench/report.js";
import { buildRoot } from "../support/project-root.js";

test("the quick benchmark runs every scenario, loses nothing, and leaves its numbers", {
  timeout: 60_000,
}, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "oortbus-bench-"));
  t.after(() => rm(folder, { recursive: true }));
  const json = join(folder, "bench.json");
  const program = join(buildRoot, "scripts", "bench", "bench.js");
  const { stdout } = await promisify(execFile)(process.execPath, [program, "--quick", "--json", json]);
  const { lines } = JSON.parse(await readFile(json, "utf8")) as Report;
  const scenarios = new Set(lines.map(({ contest, contender }) => `${contest}: ${contender}`));
  assert.deepEqual(
    [...scenarios],
    [
      "fan-out 20: bare ws",
      "fan-out 20: one node",
      "mesh-hop 1: one node",
      "mesh-hop 1: two nodes",
      "mesh-hop 1: two, JSON link",
      "user-to-user: one node",
      "user-to-user: two nodes",
      "user-to-user: two, JSON link",
    ],
  );
  for (const line of lines) {
    assert.ok(line.deliveries > 0 && line.cpuMicrosPerDelivery.median > 0, JSON.stringify(line));
    assert.ok(stdout.includes(`| ${line.contest}`), "each line is in the table");
  }
});
