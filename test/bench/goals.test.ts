import assert from "node:assert/strict";
import { test } from "node:test";
import { contests } from "../../scripts/bench/contests.js";
import { estimateMs } from "../../scripts/bench/estimate.js";
import { goalsTable } from "../../scripts/bench/goals.js";
import type { IdleLine, Line, Report } from "../../scripts/bench/report.js";

const LINE: Line = {
  contest: "",
  pattern: "",
  contender: "",
  isOurs: false,
  clients: 1_000,
  rounds: 5,
  count: 1,
  cpuMicros: { median: 1, min: 1, max: 1 },
  perSecond: 1,
  latencyMs: { p50: 1, p99: 1, max: 1 },
  histogram: [],
  ratio: 1,
  loadShare: 0.5,
  isLoadLimited: false,
};

function line(contest: string, pattern: string, contender: string, ratio: number, more: Partial<Line> = {}): Line {
  return { ...LINE, contest, pattern, contender, ratio, ...more };
}

/** The rows of the table of goals, each as its cells. */
function rowsOf(lines: readonly Line[], idle: readonly IdleLine[] = []): string[][] {
  const table = goalsTable({ lines, idle } as unknown as Report);
  const rows = table.split("\n").filter((row) => row.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test("a goal is met or not, of two peers the cheaper one counts, and a busy load generator leaves its mark", () => {
  const rows = rowsOf([
    line("across nodes", "10/s", "one node", 1),
    line("across nodes", "10/s", "two nodes", 1.2, { isLoadLimited: true }),
    line("across nodes", "10/s", "Socket.IO, cluster", 2.4),
    line("across nodes", "10/s", "Socket.IO, Redis", 2),
  ]);
  assert.deepEqual(rows, [
    ["across nodes, 10/s: two nodes", "one node", "≤ 1.15 ×", "1.20 × *", "no"],
    ["across nodes, 10/s: two nodes", "Socket.IO, Redis", "≤ 0.7 ×", "0.60 × *", "yes"],
  ]);
});

test("latency is compared with latency: of users beside the relay, of readers beside the same without frozen ones", () => {
  const slow = { latencyMs: { p50: 1, p99: 3, max: 9 } };
  const users = rowsOf([
    line("user to user", "800/s", "bare ws relay", 1),
    line("user to user", "800/s", "two nodes", 1, slow),
  ]);
  assert.deepEqual(users.at(-1), ["user to user, 800/s: two nodes, p99", "bare ws relay", "≤ 2 ×", "3.00 ×", "no"]);
  const readers = rowsOf([
    line("frozen readers", "all read", "one node", 1),
    line("frozen readers", "10% frozen, full", "one node", 1, { grownMiB: 51 }),
  ]);
  assert.deepEqual(readers, [
    ["1000 readers, 10% frozen, full: p99 of the others", "all read", "≤ 1.2 ×", "1.00 ×", "yes"],
    ["1000 readers, 10% frozen, full: RSS grows", "limits", "≤ 50 MiB", "51.0 MiB", "no"],
  ]);
});

test("idle sessions have goals for memory and for heartbeats", () => {
  const one = {
    contest: "idle 9",
    clients: 9,
    isOurs: true,
    contender: "one node",
    kbPerSession: 9,
    cpuMsPerSecond: 6,
  };
  const rows = rowsOf([], [one, { ...one, contender: "Socket.IO", cpuMsPerSecond: 10 }]);
  assert.deepEqual(
    rows.map(([what, , , measured, met]) => [what, measured, met]),
    [
      ["9 idle sessions: RSS of each", "9.0 KB", "no"],
      ["9 idle sessions: heartbeats", "0.60 ×", "yes"],
    ],
  );
});

test("the whole bench takes a quarter of an hour at most, by its own estimate", () => {
  const all = contests({ isInstalled: true, hasCompiler: true, redisPort: 6_379 }, false);
  const minutes = estimateMs(all, { rounds: 5, durationMs: 600, warmUpMs: 600, idleMs: 50_000 }) / 60_000;
  assert.ok(minutes > 5 && minutes < 15, `${minutes}`);
});
