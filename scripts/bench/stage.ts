import { V8_OPTIONS } from "../v8-options.js";
import { BenchChild } from "./child-process.js";
import type { Contender, Contest } from "./contest.js";
import type { OpenInput } from "./load/load-generator.js";

/** A contender at work: its servers, and a load generator that talks to nobody else, so that no other's clients weigh on it. */
export interface Side {
  readonly contender: Contender;
  readonly servers: readonly BenchChild[];
  readonly urls: readonly string[];
  readonly load: BenchChild;
}

/** What something took: the servers, and the load generator. */
export interface Cost {
  readonly cpuMicros: number;
  readonly loadMicros: number;
}

const JOIN_MS = 10_000;

/** The processes of a contest. */
export class Stage {
  readonly #profileFolder: string | undefined;
  readonly #children: BenchChild[] = [];

  constructor(profileFolder: string | undefined) {
    this.#profileFolder = profileFolder;
  }

  async start(contender: Contender): Promise<Side> {
    const { program, servers: count = 1, start } = contender;
    const folder = this.#profileFolder;
    const profile = folder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${folder}`];
    const servers: BenchChild[] = [];
    const urls: string[] = [];
    while (servers.length < count) {
      // As our nodes are started, and all others likewise: what is compared is programs.
      const child = this.#run(program, [...V8_OPTIONS, ...profile]);
      const input = { ...start, peers: urls };
      const { url, lastUrl } = await child.request<{ url: string; lastUrl?: string }>("start", input);
      servers.push(child);
      urls.push(url);
      if (lastUrl !== undefined) urls.push(lastUrl);
    }
    if (count > 1) await allJoined(servers);
    return { contender, servers, urls, load: this.#run("load/load-generator", []) };
  }

  async clear(): Promise<void> {
    await Promise.all(this.#children.map((child) => child.stop()));
  }

  #run(program: string, execArgv: readonly string[]): BenchChild {
    const child = new BenchChild(program, execArgv);
    this.#children.push(child);
    return child;
  }
}

/** Opens clients: publishers on the first server, subscribers on the last, or on all. @param name - by which they are closed */
export async function openClients(
  { contender: { dialect, isSpread }, urls, load }: Side,
  { kind, clients }: Pick<Contest, "kind" | "clients">,
  name: string,
): Promise<void> {
  const subscribeUrls = isSpread === true ? urls : [urls.at(-1)!];
  const input: OpenInput = { name, kind, dialect, publishUrl: urls[0]!, subscribeUrls, clients };
  await load.request("open", input);
}

/** Does something, and counts what it takes. */
export async function measure<T>({ servers, load }: Side, work: () => Promise<T>): Promise<T & Cost> {
  const before = { servers: await sumOf(servers, "cpu"), load: await sumOf([load], "cpu") };
  const result = await work();
  const cpuMicros = (await sumOf(servers, "cpu")) - before.servers;
  return { ...result, cpuMicros, loadMicros: (await sumOf([load], "cpu")) - before.load };
}

/** What all servers of a side say together: `cpu` in microseconds, `memory` (RSS) in bytes, messages `dropped`. */
export function sumOfServers({ servers }: Side, command: "memory" | "dropped"): Promise<number> {
  return sumOf(servers, command);
}

async function sumOf(children: readonly BenchChild[], command: string): Promise<number> {
  const each = await Promise.all(children.map((child) => child.request<number>(command)));
  return each.reduce((sum, value) => sum + value, 0);
}

async function allJoined(nodes: readonly BenchChild[]): Promise<void> {
  const deadline = performance.now() + JOIN_MS;
  while (performance.now() < deadline) {
    const joined = await Promise.all(nodes.map((node) => node.request<number>("joined")));
    if (joined.every((peers) => peers >= nodes.length - 1)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the nodes did not join in ${JOIN_MS} ms`);
}
