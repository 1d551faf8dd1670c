import { cpus, loadavg, totalmem } from "node:os";
import type { Contender, Effort, Measured, Series } from "./contest.js";

/** One line of the report. Medians over the rounds, but for what says otherwise. */
export interface Line {
  readonly contest: string;
  readonly pattern: string;
  readonly contender: string;
  /** It is made of nodes of this project. */
  readonly isOurs: boolean;
  readonly clients: number;
  readonly rounds: number;
  /** Messages delivered, or logins; all rounds together. */
  readonly count: number;
  /** User and system time of all server processes, for one message delivered to one receiver, or one login. */
  readonly cpuMicros: { readonly median: number; readonly min: number; readonly max: number };
  readonly perSecond: number;
  /** `max`: the largest of all rounds. */
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Messages by latency, all rounds together; see `LATENCY_BOUNDS_MS`. */
  readonly histogram: readonly number[];
  /** CPU over that of the contest's first contender, the median of the rounds' ratios. */
  readonly ratio: number;
  /** How much of a core the load generator took. */
  readonly loadShare: number;
  /** It took nearly all of one: then it is what limits deliveries a second, and latency. */
  readonly isLoadLimited: boolean;
  /** Most that the servers' memory (RSS) had grown by when some did not read. */
  readonly grownMiB?: number;
}

/** The load generator has one thread: with more than this of a core it has little time left in which to wait. */
const MOST_LOAD = 0.9;
const OUR_PROGRAM = "servers/bus-server";

/** Sessions that do nothing. */
export interface IdleLine {
  readonly contest: string;
  readonly contender: string;
  /** It is made of nodes of this project. */
  readonly isOurs: boolean;
  readonly clients: number;
  /** What the servers' memory (RSS) grew by, for each session. */
  readonly kbPerSession: number;
  readonly cpuMsPerSecond: number;
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
  readonly idle: readonly IdleLine[];
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
    lines: series.filter(({ idle }) => idle === undefined).map((one) => lineOf(one, yardstickOf(one, series))),
    idle: series.flatMap(({ contest, contender, clients, idle }) => {
      if (idle === undefined) return [];
      const { bytesPerSession, cpuMicrosPerSecond } = idle;
      const kbPerSession = round(bytesPerSession / 1_024);
      return [
        { contest, ...named(contender), clients, kbPerSession, cpuMsPerSecond: round(cpuMicrosPerSecond / 1_000) },
      ];
    }),
  };
}

/** Load average of the last minute. */
export function machineLoad(): number {
  return loadavg()[0] ?? 0;
}

function yardstickOf(one: Series, series: readonly Series[]): Series {
  return series.find(({ contest, pattern }) => contest === one.contest && pattern === one.pattern)!;
}

function lineOf({ rounds, contest, pattern, contender, clients }: Series, yardstick: Series): Line {
  const costs = rounds.map(cost);
  const medianOf = (value: (round: Measured) => number): number => median(rounds.map(value));
  const loadShare = round(medianOf(({ loadMicros, wallMs }) => loadMicros / 1_000 / wallMs));
  const grown = rounds.flatMap(({ grownBytes }) => grownBytes ?? []);
  return {
    ...{ contest, pattern, ...named(contender), clients },
    rounds: rounds.length,
    count: rounds.reduce((sum, { deliveries }) => sum + deliveries, 0),
    cpuMicros: { median: round(median(costs)), min: round(Math.min(...costs)), max: round(Math.max(...costs)) },
    perSecond: Math.round(medianOf(({ deliveries, wallMs }) => (deliveries * 1_000) / wallMs)),
    latencyMs: {
      p50: round(medianOf(({ latencyMs }) => latencyMs.p50)),
      p99: round(medianOf(({ latencyMs }) => latencyMs.p99)),
      max: round(Math.max(...rounds.map(({ latencyMs }) => latencyMs.max))),
    },
    histogram: rounds.reduce<number[]>(
      (sum, { histogram }) => histogram.map((count, at) => count + (sum[at] ?? 0)),
      [],
    ),
    ratio: Math.round(median(costs.map((micros, index) => micros / cost(yardstick.rounds[index]!))) * 1_000) / 1_000,
    loadShare,
    isLoadLimited: loadShare > MOST_LOAD,
    ...(grown.length === 0 ? {} : { grownMiB: round(Math.max(...grown) / 2 ** 20) }),
  };
}

function named({ name, program }: Contender): Pick<Line, "contender" | "isOurs"> {
  return { contender: name, isOurs: program === OUR_PROGRAM };
}

function cost({ cpuMicros, deliveries }: Measured): number {
  return cpuMicros / deliveries;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
