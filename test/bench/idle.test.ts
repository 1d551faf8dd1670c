import assert from "node:assert/strict";
import { test } from "node:test";
import { Program } from "../support/program.js";

test("the bench of idle sessions counts what a node says of itself", async (t) => {
  const args = ["--sessions", "20", "--seconds", "0", "--settle", "0"];
  const bench = Program.start(t, [process.execPath, "dist/scripts/bench/idle.js", ...args]);
  assert.equal(await bench.ends(), 0, bench.output);
  assert.match(bench.output, /^20 WebSocket sessions/m);
  assert.match(bench.output, /^files: 1\.00 a session/m);
  assert.match(bench.output, /^CPU to log in: [1-9]\d* µs a session/m);
});
