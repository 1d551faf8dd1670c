import { LATENCY_BOUNDS_MS } from "./load/load-set.js";
import type { IdleLine, Line, Report } from "./report.js";

/** What a star means. */
export const LIMITED =
  "\\* The load generator took more than 90% of a core: deliveries a second and latency are its, not the servers'. CPU time " +
  "is theirs, but of writing to somebody who is always awake, which is less than waking somebody up.";

/** All that a report says, as Markdown tables. */
export function tablesOf(report: Report): string {
  const { lines, idle } = report;
  const parts: string[] = [];
  if (lines.length > 0) parts.push(costTable(lines));
  const chats = lines.filter(({ contest }) => contest === "chat");
  if (chats.length > 0) parts.push(`Messages of the chat by latency:\n\n${histogramTable(chats)}`);
  const frozen = lines.filter(({ grownMiB }) => grownMiB !== undefined);
  if (frozen.length > 0) parts.push(`Memory of servers some of whose readers do not read:\n\n${grownTable(frozen)}`);
  if (idle.length > 0) parts.push(`Sessions that are logged in, subscribed, and do nothing:\n\n${idleTable(idle)}`);
  return parts.join("\n\n");
}

/** Where, when and how a report was made. */
export function captionOf({ date, machine, effort }: Report): string {
  const { cpu, cores, memoryGiB, node, loadAverageBefore } = machine;
  const noise =
    loadAverageBefore > cores / 2 ? ": the machine was not quiet, so ratios say something and figures little" : "";
  return (
    `${date.slice(0, 10)}, ${cores} x ${cpu} (${memoryGiB} GiB), Node ${node}; ${effort.rounds} rounds of ` +
    `${effort.durationMs / 1_000} s each; load before the run ${loadAverageBefore}${noise}.`
  );
}

function costTable(lines: readonly Line[]): string {
  const head = ["scenario", "pattern", "servers", "CPU µs", "min-max", "ratio", "per s", "p50 ms", "p99 ms", "load"];
  const rows = lines.map(
    ({ contest, pattern, contender, cpuMicros, ratio, perSecond, latencyMs, loadShare, isLoadLimited }) => [
      contest,
      pattern,
      contender,
      cpuMicros.median.toFixed(2),
      `${cpuMicros.min.toFixed(2)}-${cpuMicros.max.toFixed(2)}`,
      ratio.toFixed(2),
      String(perSecond),
      latencyMs.max === 0 ? "" : latencyMs.p50.toFixed(2),
      latencyMs.max === 0 ? "" : latencyMs.p99.toFixed(2),
      `${Math.round(loadShare * 100)}%${isLoadLimited ? " *" : ""}`,
    ],
  );
  const table = tableOf(head, rows, 3);
  return lines.some(({ isLoadLimited }) => isLoadLimited) ? `${table}\n\n${LIMITED}` : table;
}

function histogramTable(lines: readonly Line[]): string {
  const head = ["pattern", "servers", ...LATENCY_BOUNDS_MS.map((bound) => `≤ ${bound} ms`), "more", "max ms"];
  const rows = lines.map(({ pattern, contender, histogram, latencyMs }) => [
    ...[pattern, contender, ...histogram.map(String), latencyMs.max.toFixed(0)],
  ]);
  return tableOf(head, rows, 2);
}

function grownTable(lines: readonly Line[]): string {
  const rows = lines.map(({ pattern, contender, grownMiB = 0 }) => [pattern, contender, grownMiB.toFixed(1)]);
  return tableOf(["pattern", "servers", "MiB RSS more"], rows, 2);
}

function idleTable(lines: readonly IdleLine[]): string {
  const rows = lines.map(({ clients, contender, kbPerSession, cpuMsPerSecond }) => [
    ...[`${clients} sessions`, contender, kbPerSession.toFixed(1), cpuMsPerSecond.toFixed(1)],
  ]);
  return tableOf(["scenario", "servers", "KB RSS a session", "CPU ms a second"], rows, 2);
}

/** @param texts - so many columns are text, and the others numbers */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[], texts: number): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const print = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column < texts ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = widths.map((width, column) => (column < texts ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [print(head), print(rule), ...rows.map(print)].join("\n");
}
