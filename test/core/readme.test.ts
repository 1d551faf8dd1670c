import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readOptions } from "../../core/options.js";
import { bayeuxOptions } from "../../core/server/bayeux-options.js";
import { transportOptions } from "../../core/transport/transport-options.js";
import { projectRoot } from "../support/project-root.js";

test("the limits in core's README are options, with the defaults it says", () => {
  const defaults = new Map<string, unknown>(
    Object.entries({ ...readOptions(bayeuxOptions, {}), ...readOptions(transportOptions, {}) }),
  );
  const readme = readFileSync(join(projectRoot, "core", "README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)];
  assert.ok(rows.length >= 10);
  for (const [, name = "", value] of rows) assert.equal(String(defaults.get(name)), value, name);
});
