import { bayeuxOptions } from "../../core/server/bayeux-options.js";
import { transportOptions } from "../../core/transport/transport-options.js";
import type { IdleLine, Line, Report } from "./report.js";
import { LIMITED, tableOf } from "./tables.js";

/** Something that is to be at most so many times what something else is, in one run on one machine. */
interface Goal {
  readonly contest: string;
  readonly pattern: string;
  readonly of: string;
  /** Where there are several, the cheapest of them: a peer at its best. */
  readonly over: string | readonly string[];
  readonly atMost: number;
  /** CPU time unless it says otherwise. */
  readonly counts?: "p99";
}

const SOCKET_IO_BEST = ["Socket.IO, cluster", "Socket.IO, Redis"];

const GOALS: readonly Goal[] = [
  // One message a turn: as fast as they arrive, and at a rate that leaves everybody idle most of the time.
  ...["one by one", "10/s"].flatMap((pattern): Goal[] => [
    { contest: "fan-out 1000", pattern, of: "one node", over: "bare ws", atMost: 0.8 },
    { contest: "fan-out 1000", pattern, of: "one node", over: "bare net", atMost: 1.1 },
    { contest: "fan-out 1000", pattern, of: "one node", over: "Socket.IO", atMost: 0.6 },
    { contest: "fan-out 1000", pattern, of: "one node", over: "Faye", atMost: 0.4 },
  ]),
  { contest: "fan-out 1000", pattern: "bursts of 50", of: "one node", over: "bare ws", atMost: 0.2 },
  ...["one by one", "10/s"].flatMap((pattern): Goal[] => [
    { contest: "across nodes", pattern, of: "two nodes", over: "one node", atMost: 1.15 },
    { contest: "across nodes", pattern, of: "two nodes", over: SOCKET_IO_BEST, atMost: 0.7 },
  ]),
  { contest: "user to user", pattern: "800/s", of: "two nodes", over: "bare ws relay", atMost: 1.25 },
  { contest: "user to user", pattern: "10000/s", of: "two nodes", over: "bare ws relay", atMost: 1 },
  { contest: "user to user", pattern: "800/s", of: "two nodes", over: "Socket.IO, cluster", atMost: 0.8 },
  { contest: "user to user", pattern: "800/s", of: "two nodes", over: "bare ws relay", atMost: 2, counts: "p99" },
  // Of servers that have run for a while: before that it is mostly V8's compiler that is compared.
  { contest: "login", pattern: "storm", of: "one node", over: "Faye", atMost: 0.5 },
  { contest: "login", pattern: "storm", of: "one node", over: "Socket.IO", atMost: 0.8 },
  // Each node beyond the first may add a twentieth.
  { contest: "login", pattern: "storm", of: "two, shards", over: "one node", atMost: 1.05 },
  { contest: "login", pattern: "storm", of: "three, shards", over: "one node", atMost: 1.1 },
  { contest: "login", pattern: "storm", of: "5, shards", over: "one node", atMost: 1.2 },
  { contest: "long-polling", pattern: "one by one", of: "one node", over: "Faye", atMost: 0.6 },
  { contest: "long-polling", pattern: "one by one", of: "one node", over: "Socket.IO", atMost: 0.9 },
];

/** What was aimed at, what was measured, and where that is not enough. Only what the report has both sides of. */
export function goalsTable(report: Report): string {
  const rows = [
    ...GOALS.flatMap((goal) => rowOf(goal, report.lines)),
    ...chatRows(report.lines),
    ...frozenRows(report.lines),
    ...idleRows(report.idle),
  ];
  const table = tableOf(["what", "against", "goal", "measured", "met"], rows, 2);
  return rows.some((row) => row[3]!.endsWith("*")) ? `${table}\n\n${LIMITED}` : table;
}

function rowOf({ contest, pattern, of, over, atMost, counts }: Goal, lines: readonly Line[]): string[][] {
  const find = (contender: string): Line | undefined =>
    lines.find((line) => line.contest === contest && line.pattern === pattern && line.contender === contender);
  const ours = find(of);
  const theirs = [over]
    .flat()
    .flatMap((name) => find(name) ?? [])
    .sort((a, b) => a.ratio - b.ratio)[0];
  if (ours === undefined || theirs === undefined) return [];
  // CPU: both over the same yardstick, round by round.
  const measured = counts === "p99" ? ours.latencyMs.p99 / theirs.latencyMs.p99 : ours.ratio / theirs.ratio;
  const mark = ours.isLoadLimited || theirs.isLoadLimited ? " *" : "";
  const what = `${contest}, ${pattern}: ${of}${counts === undefined ? "" : `, ${counts}`}`;
  return [rowOfGoal(what, theirs.contender, `≤ ${atMost} ×`, `${measured.toFixed(2)} ×${mark}`, measured <= atMost)];
}

function chatRows(lines: readonly Line[]): string[][] {
  const chat = lines.filter(({ contest, contender }) => contest === "chat" && contender === "one node").at(-1);
  if (chat === undefined) return [];
  const { perSecond, latencyMs, cpuMicros } = chat;
  const perCore = 1_000_000 / cpuMicros.median;
  const at = `chat, ${perSecond}/s, none lost`;
  return [
    rowOfGoal(at, "deliveries a second and core", "≥ 90000", perCore.toFixed(0), perCore >= 90_000),
    rowOfGoal(at, "median latency", "≤ 25 ms", `${latencyMs.p50} ms`, latencyMs.p50 <= 25),
    rowOfGoal(at, "longest latency", "≤ 100 ms", `${latencyMs.max} ms`, latencyMs.max <= 100),
  ];
}

/** Latency of those who read, beside that of the same round in which all did; and what the others' messages took. */
function frozenRows(lines: readonly Line[]): string[][] {
  const ours = lines.filter(({ contest, contender }) => contest === "frozen readers" && contender === "one node");
  const [allRead, ...frozen] = ours;
  return frozen.flatMap(({ pattern, clients, latencyMs, grownMiB = 0 }) => {
    const slower = latencyMs.p99 / allRead!.latencyMs.p99;
    const bytes = bayeuxOptions.parse({}).maxQueuedBytes + transportOptions.parse({}).maxUnsentBytes;
    const most = (bytes * Math.floor(clients / 10)) / 2 ** 20;
    const name = `${clients} readers, ${pattern}`;
    return [
      rowOfGoal(`${name}: p99 of the others`, "all read", "≤ 1.2 ×", `${slower.toFixed(2)} ×`, slower <= 1.2),
      rowOfGoal(`${name}: RSS grows`, "limits", `≤ ${most} MiB`, `${grownMiB.toFixed(1)} MiB`, grownMiB <= most),
    ];
  });
}

function idleRows(idle: readonly IdleLine[]): string[][] {
  return idle
    .filter(({ contender }) => contender === "one node")
    .flatMap(({ contest, clients, kbPerSession, cpuMsPerSecond }) => {
      const name = `${clients} idle sessions`;
      const kb = `${kbPerSession.toFixed(1)} KB`;
      const rows = [rowOfGoal(`${name}: RSS of each`, "an empty node", "≤ 8 KB", kb, kbPerSession <= 8)];
      const theirs = idle.find((line) => line.contest === contest && line.contender === "Socket.IO");
      if (theirs === undefined) return rows;
      const beats = cpuMsPerSecond / theirs.cpuMsPerSecond;
      return [...rows, rowOfGoal(`${name}: heartbeats`, "Socket.IO", "≤ 0.7 ×", `${beats.toFixed(2)} ×`, beats <= 0.7)];
    });
}

function rowOfGoal(what: string, against: string, goal: string, measured: string, isMet: boolean): string[] {
  return [what, against, goal, measured, isMet ? "yes" : "no"];
}
