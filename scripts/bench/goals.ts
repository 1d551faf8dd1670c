import type { IdleLine, Line, Report } from "./report.js";
import { tableOf } from "./tables.js";

/** A ratio of CPU times that is to be reached, in one run on one machine. */
interface Goal {
  readonly contest: string;
  readonly pattern: string;
  readonly of: string;
  readonly over: string;
  readonly atMost: number;
}

const GOALS: readonly Goal[] = [
  { contest: "fan-out 1000", pattern: "one by one", of: "one node", over: "bare ws", atMost: 0.8 },
  { contest: "fan-out 1000", pattern: "one by one", of: "one node", over: "bare net", atMost: 1.1 },
  { contest: "fan-out 1000", pattern: "one by one", of: "one node", over: "Socket.IO", atMost: 0.6 },
  { contest: "fan-out 1000", pattern: "one by one", of: "one node", over: "Faye", atMost: 0.4 },
  { contest: "fan-out 1000", pattern: "bursts of 50", of: "one node", over: "bare ws", atMost: 0.2 },
  { contest: "across nodes", pattern: "one by one", of: "two nodes", over: "one node", atMost: 1.15 },
  { contest: "across nodes", pattern: "one by one", of: "two nodes", over: "Socket.IO, cluster", atMost: 0.7 },
  { contest: "user to user", pattern: "800/s", of: "two nodes", over: "bare ws relay", atMost: 1.25 },
  { contest: "user to user", pattern: "bursts of 50", of: "two nodes", over: "bare ws relay", atMost: 1 },
  { contest: "user to user", pattern: "800/s", of: "two nodes", over: "Socket.IO, cluster", atMost: 0.8 },
  { contest: "login", pattern: "logins", of: "one node", over: "Faye", atMost: 0.5 },
  { contest: "login", pattern: "logins", of: "one node", over: "Socket.IO", atMost: 0.8 },
  // Each node beyond the first may add a twentieth.
  { contest: "login", pattern: "logins", of: "two, shards", over: "one node", atMost: 1.05 },
  { contest: "login", pattern: "logins", of: "three, shards", over: "one node", atMost: 1.1 },
  { contest: "login", pattern: "logins", of: "5, shards", over: "one node", atMost: 1.2 },
  { contest: "long-polling", pattern: "one by one", of: "one node", over: "Faye", atMost: 0.6 },
];

/** What was aimed at, what was measured, and where that is not enough. Only what the report has both sides of. */
export function goalsTable(report: Report): string {
  const rows = [
    ...GOALS.flatMap((goal) => rowOf(goal, report.lines)),
    ...idleRows(report.idle),
    ...chatRows(report.lines),
  ];
  return tableOf(["what", "against", "goal", "measured", "met"], rows, 2);
}

function rowOf({ contest, pattern, of, over, atMost }: Goal, lines: readonly Line[]): string[][] {
  const find = (contender: string): Line | undefined =>
    lines.find((line) => line.contest === contest && line.pattern === pattern && line.contender === contender);
  const ours = find(of);
  const theirs = find(over);
  if (ours === undefined || theirs === undefined) return [];
  // Both over the same yardstick, round by round.
  const measured = ours.ratio / theirs.ratio;
  return [
    [`${contest}, ${pattern}: ${of}`, over, `≤ ${atMost} ×`, `${measured.toFixed(2)} ×`, yesOrNo(measured <= atMost)],
  ];
}

function idleRows(idle: readonly IdleLine[]): string[][] {
  return idle
    .filter(({ contender }) => contender === "one node")
    .map(({ clients, kbPerSession }) => [
      ...[
        `${clients} idle sessions`,
        "an empty node",
        "≤ 8 KB",
        `${kbPerSession.toFixed(1)} KB`,
        yesOrNo(kbPerSession <= 8),
      ],
    ]);
}

function chatRows(lines: readonly Line[]): string[][] {
  const chat = lines.filter(({ contest, contender }) => contest === "chat" && contender === "one node").at(-1);
  if (chat === undefined) return [];
  const { perSecond, latencyMs, cpuMicros } = chat;
  const perCore = 1_000_000 / cpuMicros.median;
  return [
    ["chat, one node", "deliveries a second and core", "≥ 90000", perCore.toFixed(0), yesOrNo(perCore >= 90_000)],
    [`chat, ${perSecond}/s`, "median latency", "≤ 25 ms", `${latencyMs.p50} ms`, yesOrNo(latencyMs.p50 <= 25)],
    [`chat, ${perSecond}/s`, "longest latency", "≤ 100 ms", `${latencyMs.max} ms`, yesOrNo(latencyMs.max <= 100)],
  ];
}

function yesOrNo(isMet: boolean): string {
  return isMet ? "yes" : "no";
}
