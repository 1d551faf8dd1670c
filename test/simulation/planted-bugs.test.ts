import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { buildRoot } from "../support/project-root.js";

const run = promisify(execFile);
const SIMULATE = join(buildRoot, "test", "simulation", "simulate.js");

// One bug that every story shows: that the way from its name to its finding works. All others: see docs/simulation.md.
test("a planted bug is found, and the story of the seed that shows it is told", async () => {
  const args = [SIMULATE, "--mutation", "users-of-the-left-kept", "--first", "--seeds", "20"];
  const failure = (await run(process.execPath, args).then(
    () => assert.fail("no seed showed it"),
    (error: unknown) => error,
  )) as { code: number; stdout: string };
  assert.equal(failure.code, 1);
  assert.match(failure.stdout, /n\d#1 +starts at/);
  assert.match(failure.stdout, /seed \d+ failed .*\n {2}- .*u\d/);
  assert.match(failure.stdout, /again: npm run simulate -- --seed \d+ --verbose --mutation users-of-the-left-kept/);
});
