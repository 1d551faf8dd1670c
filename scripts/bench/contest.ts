import { BenchChild } from "./child-process.js";
import type { NamedRound, OpenInput } from "./load-generator.js";
import type { RoundResult } from "./load-set.js";

/** One of the things compared in a contest: processes to measure, and clients on them. */
export interface Contender {
  readonly name: string;
  readonly kind: OpenInput["kind"];
  /** `bare` one bare server; else that many nodes, linked with each other. */
  readonly servers: "bare" | 1 | 2;
  /** What its nodes write their links in; by default as nodes do. */
  readonly linkEncoding?: "protobuf" | "json";
}

/** Contenders measured by turns under the same load, so that what else the machine does hits all alike. */
export interface Contest {
  readonly name: string;
  /** Subscribers, or pairs of users. */
  readonly clients: number;
  readonly contenders: readonly Contender[];
  readonly patterns: readonly { readonly name: string; readonly burst: number }[];
}

/** One round of one contender. */
export interface Measured extends RoundResult {
  readonly cpuMicros: number;
}

export interface Series {
  readonly contest: string;
  readonly pattern: string;
  readonly contender: string;
  readonly clients: number;
  readonly rounds: readonly Measured[];
}

export interface Effort {
  readonly rounds: number;
  readonly durationMs: number;
  /** Length of the rounds that come first and are not counted: one for each pattern. */
  readonly warmUpMs: number;
  readonly padding: number;
}

const JOIN_MS = 10_000;

/** Runs one contest from start to end; its processes are gone afterwards, whatever happened. */
export async function runContest(contest: Contest, effort: Effort): Promise<Series[]> {
  const children: BenchChild[] = [];
  const start = (program: string): BenchChild => {
    const child = new BenchChild(program);
    children.push(child);
    return child;
  };
  try {
    const load = start("load-generator");
    const servers = new Map<string, BenchChild[]>();
    for (const contender of contest.contenders) {
      servers.set(contender.name, await openContender(contender, contest.clients, load, start));
    }
    const run = (name: string, burst: number, durationMs: number): Promise<Measured> =>
      measure(load, servers.get(name)!, { name, burst, durationMs, padding: effort.padding });
    // All patterns first: the sparse one alone would not have run the code often enough to be compiled.
    for (const { burst } of contest.patterns) {
      for (const { name } of contest.contenders) await run(name, burst, effort.warmUpMs);
    }
    const series: Series[] = [];
    for (const { name: pattern, burst } of contest.patterns) {
      const measured = new Map<string, Measured[]>(contest.contenders.map(({ name }) => [name, []]));
      for (let round = 0; round < effort.rounds; round += 1) {
        for (const [name, list] of measured) list.push(await run(name, burst, effort.durationMs));
      }
      for (const [contender, rounds] of measured) {
        series.push({ contest: contest.name, pattern, contender, clients: contest.clients, rounds });
      }
    }
    return series;
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

async function openContender(
  { name, kind, servers, linkEncoding }: Contender,
  clients: number,
  load: BenchChild,
  start: (program: string) => BenchChild,
): Promise<BenchChild[]> {
  const children: BenchChild[] = [];
  const urls: string[] = [];
  const count = servers === "bare" ? 1 : servers;
  while (children.length < count) {
    const child = start(servers === "bare" ? "bare-server" : "bus-server");
    const { url } = await child.request<{ url: string }>("start", { peers: urls, linkEncoding });
    children.push(child);
    urls.push(url);
  }
  if (count > 1) await allJoined(children);
  const open: OpenInput = { name, kind, publishUrl: urls[0]!, subscribeUrl: urls.at(-1)!, clients };
  await load.request("open", open);
  return children;
}

async function allJoined(nodes: readonly BenchChild[]): Promise<void> {
  const deadline = performance.now() + JOIN_MS;
  while (performance.now() < deadline) {
    const joined = await Promise.all(nodes.map((node) => node.request<number>("joined")));
    if (joined.every((peers) => peers === nodes.length - 1)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the nodes did not join in ${JOIN_MS} ms`);
}

async function measure(load: BenchChild, servers: readonly BenchChild[], round: NamedRound): Promise<Measured> {
  const before = await cpuOf(servers);
  const result = await load.request<RoundResult>("round", round);
  return { ...result, cpuMicros: (await cpuOf(servers)) - before };
}

async function cpuOf(servers: readonly BenchChild[]): Promise<number> {
  const each = await Promise.all(servers.map((server) => server.request<number>("cpu")));
  return each.reduce((sum, micros) => sum + micros, 0);
}
