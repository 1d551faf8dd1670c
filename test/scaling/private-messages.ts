import { BenchChild } from "../../scripts/bench/child-process.js";
import type { RoundInput, RoundResult } from "../../scripts/bench/load/load-set.js";
import { until } from "../support/until.js";
import type { OpenPairs } from "./load-process.js";
import type { PresenceMode } from "./measured-cloud.js";
import type { NodeStart } from "./node-process.js";

/** What private messages between users of different nodes took, on real sockets. Medians of the rounds. */
export interface PrivateMessages {
  readonly presence: PresenceMode;
  readonly nodes: number;
  readonly processes: number;
  readonly perSecond: number;
  readonly messages: number;
  /** CPU of all nodes for one message, less what they take when nothing is sent, in microseconds. */
  readonly cpuMicros: number;
  /** From sending until the other user's client has it; and the same of an echo, with as many messages as often. */
  readonly latencyMs: Latency;
  readonly echoMs: Latency;
  /** Of the 99th percentiles, in each round: message over echo. */
  readonly ratio: { readonly median: number; readonly min: number; readonly max: number };
}

export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

export interface PrivateEffort {
  readonly pairs: number;
  readonly perSecond: number;
  readonly rounds: number;
  readonly durationMs: number;
  readonly warmUpMs: number;
}

/** More nodes than these share processes: a process each would measure the scheduler. */
const MAX_PROCESSES = 8;
const JOIN_MS = 60_000;
const PADDING = 80;

/** Starts a cloud of processes, an echo, and clients; sends by turns to the one and the other. */
export async function measurePrivate(
  nodes: number,
  presence: PresenceMode,
  { pairs, perSecond, rounds, durationMs, warmUpMs }: PrivateEffort,
): Promise<PrivateMessages> {
  const children: BenchChild[] = [];
  const start = (program: string): BenchChild => {
    const child = new BenchChild(`../../test/scaling/${program}`);
    children.push(child);
    return child;
  };
  try {
    const load = start("load-process");
    const echo = start("echo-process");
    const servers = Array.from({ length: Math.min(nodes, MAX_PROCESSES) }, () => start("node-process"));
    const urls: string[] = [];
    for (let index = 0; index < nodes; index += 1) {
      const input: NodeStart = { peers: urls.slice(0, 1), presence };
      urls.push((await servers[index % servers.length]!.request<{ url: string }>("start", input)).url);
    }
    await allJoined(servers, nodes);
    const { url: echoUrl } = await echo.request<{ url: string }>("start");
    await load.request("open", { name: "cloud", urls, isEcho: false, pairs } satisfies OpenPairs);
    await load.request("open", { name: "echo", urls: [echoUrl], isEcho: true, pairs } satisfies OpenPairs);
    const run = (name: string, ms: number): Promise<RoundResult> =>
      load.request("round", {
        ...{ name, burst: 1, goesPerSecond: perSecond, durationMs: ms, padding: PADDING },
      } satisfies RoundInput & { name: string });
    // As in a node that has run for a while: before so many messages V8 still compiles, on cores that others need.
    const warmUp = async (name: string): Promise<void> => {
      const bursts = { name, burst: pairs, durationMs: warmUpMs, padding: PADDING };
      await load.request("round", bursts satisfies RoundInput & { name: string });
      await run(name, warmUpMs);
    };
    for (const name of ["cloud", "echo"]) await warmUp(name);
    const idlePerMs = await idleCpu(servers, durationMs);
    const results: { cloud: RoundResult; echo: RoundResult; cpuMicros: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = await cpuOf(servers);
      const cloud = await run("cloud", durationMs);
      const spent = (await cpuOf(servers)) - before;
      const cpuMicros = (spent - idlePerMs * cloud.wallMs) / cloud.published;
      results.push({ cloud, echo: await run("echo", durationMs), cpuMicros });
    }
    const ratios = results.map((one) => one.cloud.latencyMs.p99 / one.echo.latencyMs.p99);
    return {
      ...{ presence, nodes, processes: servers.length, perSecond },
      messages: results.reduce((sum, { cloud }) => sum + cloud.published, 0),
      cpuMicros: median(results.map((one) => one.cpuMicros)),
      latencyMs: latencyOf(results.map(({ cloud }) => cloud)),
      echoMs: latencyOf(results.map((one) => one.echo)),
      ratio: { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) },
    };
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

function latencyOf(rounds: readonly RoundResult[]): Latency {
  return {
    p50: median(rounds.map(({ latencyMs }) => latencyMs.p50)),
    p99: median(rounds.map(({ latencyMs }) => latencyMs.p99)),
  };
}

async function allJoined(servers: readonly BenchChild[], nodes: number): Promise<void> {
  const haveJoined = async (): Promise<boolean> => {
    const joined = await Promise.all(servers.map((server) => server.request<number>("joined")));
    return joined.every((peers) => peers === nodes - 1);
  };
  await until(haveJoined, `${nodes} nodes have joined`, JOIN_MS);
}

/** CPU that the nodes take while nothing is sent, in microseconds a millisecond. */
async function idleCpu(servers: readonly BenchChild[], durationMs: number): Promise<number> {
  const before = await cpuOf(servers);
  const startedMs = performance.now();
  await new Promise((resolve) => setTimeout(resolve, durationMs));
  return ((await cpuOf(servers)) - before) / (performance.now() - startedMs);
}

async function cpuOf(servers: readonly BenchChild[]): Promise<number> {
  const each = await Promise.all(servers.map((server) => server.request<number>("cpu")));
  return each.reduce((sum, micros) => sum + micros, 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
