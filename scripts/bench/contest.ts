import { BenchChild } from "./child-process.js";
import type { DialectName } from "./load/dialect.js";
import type { LoadKind, NamedRound, OpenInput } from "./load/load-generator.js";
import type { RoundInput, RoundResult } from "./load/load-set.js";

/** One of the things compared in a contest: processes to measure, and how they are spoken to. */
export interface Contender {
  readonly name: string;
  /** What its processes run: a path below this folder, without ending; with it where it is not compiled. */
  readonly program: string;
  readonly dialect: DialectName;
  /** So many processes, linked with each other; publishers are on the first, subscribers on the last. */
  readonly servers?: number;
  /** Subscribers are on all of them. */
  readonly isSpread?: boolean;
  /** What its processes are told beside their peers. */
  readonly start?: Readonly<Record<string, unknown>>;
}

/** How messages come. */
export interface Pattern extends Pick<RoundInput, "burst" | "goesPerSecond" | "frozenShare"> {
  readonly name: string;
}

/** Contenders measured by turns under the same load, so that what else the machine does hits all alike. */
export interface Contest {
  readonly name: string;
  readonly kind: LoadKind;
  /** Subscribers, pairs of users, members of rooms, or logins. */
  readonly clients: number;
  readonly contenders: readonly Contender[];
  /** None where it is the logins that count, or what sessions take that do nothing. */
  readonly patterns: readonly Pattern[];
  /** Text beside the number in each message's data, in characters; 80 unless given. */
  readonly padding?: number;
  readonly counts?: "logins" | "idle";
}

/** One round of one contender. */
export interface Measured extends RoundResult {
  readonly cpuMicros: number;
  /** Of the load generator. */
  readonly loadMicros: number;
}

export interface Series {
  readonly contest: string;
  readonly pattern: string;
  readonly contender: string;
  readonly clients: number;
  readonly rounds: readonly Measured[];
  /** Where it is about sessions that do nothing. */
  readonly idle?: { readonly bytesPerSession: number; readonly cpuMicrosPerSecond: number };
}

export interface Effort {
  readonly rounds: number;
  readonly durationMs: number;
  /** Length of the rounds that come first and are not counted: one for each pattern. */
  readonly warmUpMs: number;
  /** How long sessions that do nothing are watched. */
  readonly idleMs: number;
  /** Where the servers leave CPU profiles; they leave none unless it is given. */
  readonly profileFolder?: string | undefined;
}

const JOIN_MS = 10_000;
const PADDING = 80;
/** Before idle sessions are counted the server has one, so that what it loads once is loaded. */
const FIRST_SESSIONS = 20;

/** Runs one contest from start to end; its processes are gone afterwards, whatever happened. */
export async function runContest(contest: Contest, effort: Effort): Promise<Series[]> {
  const stage = new Stage(effort.profileFolder);
  try {
    if (contest.counts === "idle") return await countIdle(contest, effort, stage);
    if (contest.counts === "logins") return await countLogins(contest, effort, stage);
    return await countMessages(contest, effort, stage);
  } finally {
    await stage.clear();
  }
}

interface Servers {
  readonly children: readonly BenchChild[];
  readonly urls: readonly string[];
}

/** The processes of a contest. */
class Stage {
  readonly load: BenchChild;
  readonly #profileFolder: string | undefined;
  #children: BenchChild[] = [];

  constructor(profileFolder: string | undefined) {
    this.#profileFolder = profileFolder;
    this.load = this.#run("load/load-generator", []);
  }

  async start({ program, servers = 1, start }: Contender): Promise<Servers> {
    const folder = this.#profileFolder;
    const children: BenchChild[] = [];
    const urls: string[] = [];
    while (children.length < servers) {
      const child = this.#run(program, folder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${folder}`]);
      const { url, lastUrl } = await child.request<{ url: string; lastUrl?: string }>("start", {
        ...start,
        peers: urls,
      });
      children.push(child);
      urls.push(url);
      if (lastUrl !== undefined) urls.push(lastUrl);
    }
    if (servers > 1) await allJoined(children);
    return { children, urls };
  }

  async open(name: string, contest: Contest, { dialect, isSpread }: Contender, { urls }: Servers): Promise<void> {
    const { kind, clients } = contest;
    const subscribeUrls = isSpread ? urls : [urls.at(-1)!];
    await this.load.request("open", {
      name,
      kind,
      dialect,
      publishUrl: urls[0]!,
      subscribeUrls,
      clients,
    } satisfies OpenInput);
  }

  async measure<T>(
    { children }: Servers,
    work: () => Promise<T>,
  ): Promise<T & { cpuMicros: number; loadMicros: number }> {
    const before = { cpu: await cpuOf(children), load: await cpuOf([this.load]) };
    const result = await work();
    const cpuMicros = (await cpuOf(children)) - before.cpu;
    return { ...result, cpuMicros, loadMicros: (await cpuOf([this.load])) - before.load };
  }

  async end({ children }: Servers): Promise<void> {
    await Promise.all(children.map((child) => child.stop()));
    this.#children = this.#children.filter((child) => !children.includes(child));
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

async function countMessages(contest: Contest, effort: Effort, stage: Stage): Promise<Series[]> {
  const servers = new Map<string, Servers>();
  for (const contender of contest.contenders) {
    const started = await stage.start(contender);
    servers.set(contender.name, started);
    await stage.open(contender.name, contest, contender, started);
  }
  const run = (name: string, { name: _name, ...pattern }: Pattern, durationMs: number): Promise<Measured> => {
    const round: NamedRound = { name, ...pattern, durationMs, padding: contest.padding ?? PADDING };
    return stage.measure(servers.get(name)!, () => stage.load.request<RoundResult>("round", round));
  };
  // All patterns first: the sparse one alone would not have run the code often enough to be compiled.
  for (const pattern of contest.patterns) {
    for (const { name } of contest.contenders) await run(name, pattern, effort.warmUpMs);
  }
  const series: Series[] = [];
  for (const pattern of contest.patterns) {
    const measured = new Map<string, Measured[]>(contest.contenders.map(({ name }) => [name, []]));
    for (let round = 0; round < effort.rounds; round += 1) {
      for (const [name, list] of measured) list.push(await run(name, pattern, effort.durationMs));
    }
    for (const [contender, rounds] of measured) {
      series.push({ contest: contest.name, pattern: pattern.name, contender, clients: contest.clients, rounds });
    }
  }
  return series;
}

/** A round is so many logins, one wave after the other; then all go. */
async function countLogins(contest: Contest, effort: Effort, stage: Stage): Promise<Series[]> {
  const servers = new Map<Contender, Servers>();
  for (const contender of contest.contenders) servers.set(contender, await stage.start(contender));
  const measured = new Map<Contender, Measured[]>(contest.contenders.map((contender) => [contender, []]));
  for (let round = -1; round < effort.rounds; round += 1) {
    for (const [contender, started] of servers) {
      const name = `${contender.name} ${round}`.replaceAll(" ", "-");
      const result = await stage.measure(started, async () => {
        const startedMs = performance.now();
        await stage.open(name, contest, contender, { ...started, urls: started.urls.slice(0, 1) });
        const latencyMs = { p50: 0, p99: 0, max: 0 };
        const wallMs = performance.now() - startedMs;
        return { published: 0, deliveries: contest.clients, wallMs, latencyMs, histogram: [] };
      });
      await stage.load.request("close", name);
      if (round >= 0) measured.get(contender)!.push(result); // the first warms up
    }
  }
  const { name, clients } = contest;
  return [...measured].map(([contender, rounds]) => ({
    ...{ contest: name, pattern: "logins", contender: contender.name, clients, rounds },
  }));
}

/** One contender after the other, since sessions by the ten thousand are as much as one machine has room for. */
async function countIdle(contest: Contest, { idleMs }: Effort, stage: Stage): Promise<Series[]> {
  const series: Series[] = [];
  for (const contender of contest.contenders) {
    const started = await stage.start(contender);
    await stage.open("first", { ...contest, clients: FIRST_SESSIONS }, contender, started);
    const before = await memoryOf(started.children);
    await stage.open("idle", contest, contender, started);
    const bytes = (await memoryOf(started.children)) - before;
    const rounds: Measured[] = [];
    const idle = await stage.measure(started, async () => {
      await new Promise((resolve) => setTimeout(resolve, idleMs));
      return {};
    });
    for (const name of ["idle", "first"]) await stage.load.request("close", name);
    await stage.end(started);
    series.push({
      ...{ contest: contest.name, pattern: "idle", contender: contender.name, clients: contest.clients, rounds },
      idle: { bytesPerSession: bytes / contest.clients, cpuMicrosPerSecond: (idle.cpuMicros * 1_000) / idleMs },
    });
  }
  return series;
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

async function cpuOf(servers: readonly BenchChild[]): Promise<number> {
  return sumOf(servers, "cpu");
}

async function memoryOf(servers: readonly BenchChild[]): Promise<number> {
  return sumOf(servers, "memory");
}

async function sumOf(servers: readonly BenchChild[], command: string): Promise<number> {
  const each = await Promise.all(servers.map((server) => server.request<number>(command)));
  return each.reduce((sum, value) => sum + value, 0);
}
