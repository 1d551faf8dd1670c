import { cpus, loadavg, totalmem } from "node:os";
import type { Effort, Measured, Series } from "./contest.js";

/** One line of the report. Medians over the rounds, but for what says otherwise. */
export interface Line {
  readonly contest: string;
  readonly pattern: string;
  readonly contender: string;
  readonly clients: number;
  readonly rounds: number;
  /** All rounds together. */
  readonly deliveries: number;
  /** User and system time of all server processes, for one message delivered to one receiver. */
  readonly cpuMicrosPerDelivery: { readonly median: number; readonly min: number; readonly max: number };
  readonly deliveriesPerSecond: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  /** CPU per delivery over that of the contest's first contender, the median of the rounds' ratios. */
  readonly ratio: number;
}

export interface Report {
  readonly date: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGiB: number;
    readonly node: string;
    readonly loadAverageBefore: number;
  };
  readonly effort: Effort;
  readonly lines: readonly Line[];
}

/** @param loadAverageBefore - the machine's load in the minute before the first round */
export function reportOf(series: readonly Series[], effort: Effort, loadAverageBefore: number): Report {
  const processors = cpus();
  return {
    date: new Date().toISOString(),
    machine: {
      cpu: processors[0]?.model ?? "unknown",
      cores: processors.length,
      memoryGiB: round(totalmem() / 2 ** 30),
      node: process.version,
      loadAverageBefore: round(loadAverageBefore),
    },
    effort,
    lines: series.map((one) => lineOf(one, yardstickOf(one, series))),
  };
}

/** Load average of the last minute. */
export function machineLoad(): number {
  return loadavg()[0] ?? 0;
}

function yardstickOf(one: Series, series: readonly Series[]): Series {
  return series.find(({ contest, pattern }) => contest === one.contest && pattern === one.pattern)!;
}

function lineOf({ rounds, ...one }: Series, yardstick: Series): Line {
  const costs = rounds.map(cost);
  return {
    ...one,
    rounds: rounds.length,
    deliveries: rounds.reduce((sum, { deliveries }) => sum + deliveries, 0),
    cpuMicrosPerDelivery: {
      median: round(median(costs)),
      min: round(Math.min(...costs)),
      max: round(Math.max(...costs)),
    },
    deliveriesPerSecond: Math.round(median(rounds.map(({ deliveries, wallMs }) => (deliveries * 1_000) / wallMs))),
    latencyMs: {
      p50: round(median(rounds.map(({ latencyMs }) => latencyMs.p50))),
      p99: round(median(rounds.map(({ latencyMs }) => latencyMs.p99))),
    },
    ratio: round(median(costs.map((micros, index) => micros / cost(yardstick.rounds[index]!)))),
  };
}

function cost({ cpuMicros, deliveries }: Measured): number {
  return cpuMicros / deliveries;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const HEAD = ["scenario", "pattern", "servers", "clients", "CPU µs", "min-max", "ratio", "msg/s", "p50 ms", "p99 ms"];

/** The lines as a Markdown table. CPU is per delivery. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.contest,
    line.pattern,
    line.contender,
    String(line.clients),
    line.cpuMicrosPerDelivery.median.toFixed(2),
    `${line.cpuMicrosPerDelivery.min.toFixed(2)}-${line.cpuMicrosPerDelivery.max.toFixed(2)}`,
    line.ratio.toFixed(2),
    String(line.deliveriesPerSecond),
    line.latencyMs.p50.toFixed(2),
    line.latencyMs.p99.toFixed(2),
  ]);
  const widths = HEAD.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const print = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column < 3 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = widths.map((width, column) => (column < 3 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [print(HEAD), print(rule), ...rows.map(print)].join("\n");
}
