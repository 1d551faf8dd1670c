import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { Report } from "../../scripts/bench/report.js";
import { buildRoot } from "../support/project-root.js";

/** A scenario of each kind, on few processes. `npm run bench -- --quick` runs all of them. */
const SOME = "fan-out,idle,long-polling";

test("the quick benchmark runs, loses nothing, and leaves its numbers and a chart", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "oortbus-bench-"));
  t.after(() => rm(folder, { recursive: true }));
  const [json, chart] = [join(folder, "bench.json"), join(folder, "bench.svg")];
  const program = join(buildRoot, "scripts", "bench", "bench.js");
  const args = ["--quick", "--only", SOME, "--json", json, "--chart", chart];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args]);
  const { lines, idle } = JSON.parse(await readFile(json, "utf8")) as Report;
  const scenarios = new Set(lines.map(({ contest, contender }) => `${contest}: ${contender}`));
  assert.deepEqual(
    [...scenarios],
    [
      ...["fan-out 20: bare ws", "fan-out 20: bare net", "fan-out 20: one node"],
      ...["long-polling: bare http", "long-polling: one node"],
    ],
  );
  for (const line of lines) {
    assert.ok(line.count > 0 && line.cpuMicros.median > 0, JSON.stringify(line));
    assert.ok(stdout.includes(`| ${line.contest}`), "each line is in the table");
  }
  assert.deepEqual(
    idle.map(({ contender }) => contender),
    ["bare ws", "one node"],
  );
  assert.match(await readFile(chart, "utf8"), /^<svg.*fan-out 20, one by one.*<\/svg>\n$/s);
});

test("an option that makes no sense is named", async () => {
  const program = join(buildRoot, "scripts", "bench", "bench.js");
  const run = promisify(execFile)(process.execPath, [program, "--rounds", "none"]);
  await assert.rejects(run, /--rounds none: must be a number above 0/);
});
