import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { verdictsOf } from "../../scripts/bench/guard-verdict.js";
import { projectRoot } from "../support/project-root.js";

const at = (ratio: number) => ({ ratio, spread: 0.05 });

test("more than 15 percent over the baseline is a loss, less is none, and what is new is no loss", () => {
  const baseline = { same: at(1), slower: at(1), lost: at(1), faster: at(2) };
  const now = { same: at(1), slower: at(1.14), lost: at(1.16), faster: at(1), more: at(9) };
  const verdicts = verdictsOf(now, baseline).map(({ name, verdict }) => [name, verdict]);
  assert.deepEqual(Object.fromEntries(verdicts), {
    ...{ same: "ok", slower: "ok", lost: "LOST", faster: "ok", more: "new" },
  });
});

test("the baseline that is kept has a ratio for each scenario", async () => {
  const text = await readFile(join(projectRoot, "scripts", "bench", "baseline.json"), "utf8");
  const { ratios } = JSON.parse(text) as { ratios: Record<string, { ratio: number }> };
  const names = Object.keys(ratios);
  assert.equal(names.filter((name) => name.startsWith("in memory: ")).length, 3);
  assert.equal(names.length, 8);
  for (const { ratio } of Object.values(ratios)) assert.ok(ratio > 0);
});
