import { cpus } from "node:os";
import type { Effort, Measured, SendCost } from "./measure.js";
import type { PrivateMessages } from "./private-messages.js";
import type { Timing } from "./turns.js";

export interface ScalingReport {
  readonly date: string;
  readonly machine: string;
  readonly effort: Effort;
  readonly measured: readonly Measured[];
  readonly privateMessages: readonly PrivateMessages[];
}

export function reportOf(
  measured: readonly Measured[],
  effort: Effort,
  privateMessages: readonly PrivateMessages[],
): ScalingReport {
  const processors = cpus();
  const machine = `${processors.length} × ${processors[0]?.model ?? "unknown"}, ${process.platform}, Node ${process.version}`;
  return { date: new Date().toISOString(), machine, effort, measured, privateMessages };
}

/** What the README of Seti says it costs. */
export const FORMULAS = {
  loginMessages: ({ presence, nodes, copies }: Measured) => (presence === "flood" ? nodes - 1 : copies),
  /** Users of the own shards and users of the node, who overlap. */
  entries: ({ presence, nodes, copies, users }: Measured) =>
    presence === "flood" ? users : Math.min(users, (users * Math.min(copies, nodes)) / nodes + users / nodes),
};

/** The goal of shards: no login costs more than R messages, however many nodes there are. */
export function goalOf(measured: readonly Measured[]): { readonly isMet: boolean; readonly text: string } {
  const shards = measured.filter(({ presence }) => presence === "shard");
  const missed = shards.filter(({ loginMessages, copies }) => loginMessages.max > copies);
  const counts = shards.map(({ nodes, loginMessages }) => `${loginMessages.max} at ${nodes}`).join(", ");
  const verdict = missed.length === 0 ? "met" : `MISSED at ${missed.map(({ nodes }) => nodes).join(", ")} nodes`;
  const copies = [...new Set(shards.map((one) => one.copies))].join(", ");
  return {
    isMet: missed.length === 0 && shards.length > 0,
    text: `Goal "at most R = ${copies} messages a login, whatever n": ${verdict}. Dearest login: ${counts}.`,
  };
}

/** The goal of private messages: as slow as two echoes at most. Told, and no failure: time depends on the machine. */
export function latencyGoalOf(sent: readonly PrivateMessages[]): string {
  const ratios = sent.map(({ presence, nodes, bus }) => `${short(bus.ratio.median)} (${presence}, ${nodes})`);
  const verdict = sent.every(({ bus }) => bus.ratio.median <= 2) ? "met" : "MISSED";
  const relays = sent.map(({ relay }) => short(relay.ratio.median));
  return (
    `Goal "p99 of a private message at most twice that of an echo": ${verdict}. ${ratios.join(", ")}. ` +
    `A bare relay of two processes: ${relays.join(", ")}.`
  );
}

/** What private messages and the yardsticks took, as Markdown. */
export function privateTableOf(sent: readonly PrivateMessages[]): string {
  return table(
    [
      ["presence", "n", "messages/s", "by", "processes", "CPU µs a message"],
      ["p50 ms", "p99 ms", "p99 over echo", "min-max"],
    ].flat(),
    sent.flatMap(({ presence, nodes, perSecond, bus, relay, echo }) => {
      const row = (by: string, { processes, cpuMicros, latencyMs, ratio }: Timing): Row => [
        ...[presence, String(nodes), String(perSecond), by, String(processes), short(cpuMicros, 0)],
        ...[latencyMs.p50, latencyMs.p99, ratio.median].map((value) => short(value)),
        `${short(ratio.min)}-${short(ratio.max)}`,
      ];
      return [row("nodes", bus), row("bare ws relay", relay), row("echo", echo)];
    }),
  );
}

type Row = readonly string[];

/** The three tables, as Markdown. */
export function tablesOf(measured: readonly Measured[]): string {
  const presence = measured.map((one) => [
    one.presence,
    String(one.nodes),
    short(one.loginMessages.mean),
    short(one.loginMessages.max),
    `${one.presence === "flood" ? "" : "≤ "}${FORMULAS.loginMessages(one)}`,
    short(one.loginBytes.mean, 0),
    short(one.entries.mean, 0),
    short(one.entries.max, 0),
    `${one.presence === "flood" ? "" : "≤ "}${short(FORMULAS.entries(one), 0)}`,
    one.heapBytesPerNode === undefined ? "-" : short(one.heapBytesPerNode / 1024, 0),
  ]);
  const sends = measured.map((one) => [
    one.presence,
    String(one.nodes),
    ...[one.knownPlace, one.unknownPlace, one.justMoved].flatMap(cellsOf),
    short(one.nobodyThere.messages.mean),
  ]);
  const broadcasts = measured.map(({ presence: mode, nodes, broadcast }) => [
    mode,
    String(nodes),
    String(broadcast.interested),
    String(broadcast.messages),
  ]);
  return [
    table(
      [
        ["presence", "n", "messages a login", "dearest", "formula", "bytes a login"],
        ["entries a node", "most", "formula", "heap KiB a node"],
      ].flat(),
      presence,
    ),
    table(
      [
        "presence",
        "n",
        "known: messages",
        "bytes",
        "hops",
        "unknown: messages",
        "bytes",
        "hops",
        "moved: messages",
        "bytes",
        "hops",
        "nobody there",
      ],
      sends,
    ),
    table(["presence", "n", "other nodes that want it, i(c)", "messages a broadcast"], broadcasts),
  ].join("\n\n");
}

function cellsOf(cost: SendCost | undefined): string[] {
  const of = (spread: { mean: number; max: number } | undefined): string => {
    if (spread === undefined) return "-";
    return spread.mean === spread.max ? short(spread.mean) : `${short(spread.mean)}, at most ${short(spread.max)}`;
  };
  return [of(cost?.messages), cost === undefined ? "-" : short(cost.bytes.mean, 0), of(cost?.hops)];
}

function short(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)));
}

/** All columns but the first are numbers. */
function table(head: Row, rows: readonly Row[]): string {
  const widths = head.map((title, column) => Math.max(title.length, 2, ...rows.map((row) => row[column]!.length)));
  const print = (cells: Row): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [print(head), print(rule), ...rows.map(print)].join("\n");
}
