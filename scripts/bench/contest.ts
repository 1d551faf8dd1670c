import type { DialectName } from "./load/dialect.js";
import type { FillInput, FreezeInput, LoadKind, NamedRound } from "./load/load-generator.js";
import type { RoundInput, RoundResult } from "./load/load-set.js";
import { type Cost, measure, openClients, type Side, Stage, sumOfServers } from "./stage.js";

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
  /** It drops messages for readers that are too slow, and says how many. */
  readonly drops?: boolean;
}

/** Receivers that read nothing for a while, and whose messages are not waited for. */
export interface Frozen {
  readonly share: number;
  /** First they are sent so much that nothing more fits into their sockets, nor into what the server keeps for them. */
  readonly isFilled: boolean;
}

/** How messages come. */
export interface Pattern extends Pick<RoundInput, "burst" | "goesPerSecond"> {
  readonly name: string;
  readonly frozen?: Frozen;
  /** Its rounds are as long as this, where others are shorter: of few messages the 99th percentile is the slowest. */
  readonly minRoundMs?: number;
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
  /** `logins`: of servers that have had many; `first logins`: of servers that have just started. */
  readonly counts?: "logins" | "first logins" | "idle";
}

/** One round of one contender. */
export interface Measured extends RoundResult, Cost {
  /** What the servers' memory (RSS) had grown by since before anybody stopped to read, in bytes. */
  readonly grownBytes?: number;
}

export interface Series {
  readonly contest: string;
  readonly pattern: string;
  readonly contender: Contender;
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

const PADDING = 80;
/** 7 MB for each who does not read; 70 where it is not enough. */
const FILLS = 40;
const MOST_FILLS = 400;
/** Before idle sessions are counted the server has some, so that what it loads once is loaded. */
const FIRST_SESSIONS = 20;
/** Rounds of logins before those that count: V8 compiles what a login runs until some 3,000 have been there, of all servers. */
export const LOGIN_WARM_UP_ROUNDS = 1;
/**
 * So many times in a round all log in, and go. Once in some ten thousand logins a server collects everything, which doubles
 * what the thousand cost that meet it: of rounds of one wave few would have it, and these are what they are compared by.
 */
export const LOGIN_WAVES = 4;

/** Runs one contest from start to end; its processes are gone afterwards, whatever happened. */
export async function runContest(contest: Contest, effort: Effort): Promise<Series[]> {
  if (contest.counts === "first logins") return await countFirstLogins(contest, effort);
  const stage = new Stage(effort.profileFolder);
  try {
    const sides: Side[] = [];
    for (const contender of contest.contenders) sides.push(await stage.start(contender));
    if (contest.counts === "idle") return await countIdle(contest, effort, sides);
    if (contest.counts === "logins") return await countLogins(contest, effort, sides);
    return await countMessages(contest, effort, sides);
  } finally {
    await stage.clear();
  }
}

async function countMessages(contest: Contest, effort: Effort, sides: readonly Side[]): Promise<Series[]> {
  for (const side of sides) await openClients(side, contest, contest.name);
  const allReadBytes = new Map<Side, number>();
  const run = async (side: Side, { burst, goesPerSecond, frozen }: Pattern, durationMs: number): Promise<Measured> => {
    const round: NamedRound = {
      ...{ name: contest.name, burst, goesPerSecond, durationMs },
      padding: contest.padding ?? PADDING,
    };
    const work = (): Promise<Measured> => measure(side, () => side.load.request<RoundResult>("round", round));
    if (frozen === undefined) return work();
    const bytes = allReadBytes.get(side) ?? (await sumOfServers(side, "memory"));
    allReadBytes.set(side, bytes);
    const { grownTo, ...rest } = await whileFrozen(side, frozen, contest.name, work);
    return { ...rest, grownBytes: grownTo - bytes };
  };
  // All patterns first: the sparse one alone would not have run the code often enough to be compiled.
  for (const pattern of contest.patterns) {
    for (const side of sides) await run(side, pattern, effort.warmUpMs);
  }
  const measured = contest.patterns.flatMap((pattern) =>
    sides.map((side) => ({ pattern, side, rounds: [] as Measured[] })),
  );
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const { pattern, side, rounds } of measured) rounds.push(await run(side, pattern, roundMs(pattern, effort)));
  }
  return measured.map(({ pattern, side, rounds }) => ({
    contest: contest.name,
    pattern: pattern.name,
    contender: side.contender,
    clients: contest.clients,
    rounds,
  }));
}

export function roundMs({ minRoundMs = 0 }: Pattern, { durationMs }: Effort): number {
  return Math.max(minRoundMs, durationMs);
}

/** A round in which some do not read; then they do, and must get what was kept for them. */
async function whileFrozen(
  side: Side,
  frozen: Frozen,
  name: string,
  work: () => Promise<Measured>,
): Promise<Measured & { grownTo: number }> {
  await side.load.request("freeze", { name, share: frozen.share } satisfies FreezeInput);
  if (frozen.isFilled) await fill(side, name);
  const result = await work();
  const grownTo = await sumOfServers(side, "memory");
  await side.load.request("thaw", name);
  return { ...result, grownTo };
}

/** The kernel takes some megabytes for a socket that nobody reads from. A server that drops what is too much says when it is. */
async function fill(side: Side, name: string): Promise<void> {
  const send = (messages: number, chars: number): Promise<void> =>
    side.load.request("fill", { name, messages, chars } satisfies FillInput);
  const { drops } = side.contender;
  const before = drops ? await sumOfServers(side, "dropped") : 0;
  const isFull = async (): Promise<boolean> => drops === true && (await sumOfServers(side, "dropped")) > before;
  const most = drops ? MOST_FILLS : FILLS;
  for (let sent = 0; sent < most && !(await isFull()); sent += 1) await send(3, 60_000);
  if (drops && !(await isFull())) throw new Error("who does not read was sent too little for limits to be reached");
  for (let sent = 0; sent < 5; sent += 1) await send(250, 50); // more messages than may wait, which are few bytes
}

/** A round is several waves; the contenders have one after the other. */
async function countLogins(contest: Contest, effort: Effort, sides: readonly Side[]): Promise<Series[]> {
  const measured = sides.map((side) => ({ side, rounds: [] as Measured[] }));
  for (let round = -LOGIN_WARM_UP_ROUNDS; round < effort.rounds; round += 1) {
    const waves = sides.map((): Measured[] => []);
    for (let wave = 0; wave < LOGIN_WAVES; wave += 1) {
      for (const [index, side] of sides.entries()) {
        const name = `round${round}-${wave}`;
        waves[index]!.push(await logIn(side, contest, name));
        await side.load.request("close", name);
      }
    }
    if (round >= 0) for (const [index, { rounds }] of measured.entries()) rounds.push(together(waves[index]!));
  }
  return measured.map(({ side, rounds }) => loginSeries(contest, "storm", side.contender, rounds));
}

function together(waves: readonly Measured[]): Measured {
  const sum = (of: "deliveries" | "wallMs" | "cpuMicros" | "loadMicros"): number =>
    waves.reduce((total, wave) => total + wave[of], 0);
  const sums = { deliveries: sum("deliveries"), wallMs: sum("wallMs") };
  return { ...waves[0]!, ...sums, cpuMicros: sum("cpuMicros"), loadMicros: sum("loadMicros") };
}

/** New processes for each round. */
async function countFirstLogins(contest: Contest, effort: Effort): Promise<Series[]> {
  const measured = contest.contenders.map((contender) => ({ contender, rounds: [] as Measured[] }));
  for (let round = 0; round < effort.rounds; round += 1) {
    for (const { contender, rounds } of measured) {
      const stage = new Stage(effort.profileFolder);
      try {
        rounds.push(await logIn(await stage.start(contender), contest, "first"));
      } finally {
        await stage.clear();
      }
    }
  }
  return measured.map(({ contender, rounds }) => loginSeries(contest, "just started", contender, rounds));
}

/** All at the first server. @param name - by which they are closed */
function logIn(side: Side, contest: Contest, name: string): Promise<Measured> {
  return measure(side, async () => {
    const startedMs = performance.now();
    await openClients({ ...side, urls: side.urls.slice(0, 1) }, contest, name);
    const latencyMs = { p50: 0, p99: 0, max: 0 };
    const wallMs = performance.now() - startedMs;
    return { published: 0, deliveries: contest.clients, wallMs, latencyMs, histogram: [] };
  });
}

function loginSeries(contest: Contest, pattern: string, contender: Contender, rounds: readonly Measured[]): Series {
  return { contest: contest.name, pattern, contender, clients: contest.clients, rounds };
}

/** Memory one contender after the other; then all do nothing at the same time, while what that takes is counted. */
async function countIdle(contest: Contest, { idleMs }: Effort, sides: readonly Side[]): Promise<Series[]> {
  const bytes: number[] = [];
  for (const side of sides) {
    await openClients(side, { ...contest, clients: FIRST_SESSIONS }, "first");
    const before = await sumOfServers(side, "memory");
    await openClients(side, contest, "idle");
    bytes.push((await sumOfServers(side, "memory")) - before);
  }
  const wait = async (): Promise<object> => {
    await new Promise((resolve) => setTimeout(resolve, idleMs));
    return {};
  };
  const costs = await Promise.all(sides.map((side) => measure(side, wait)));
  return sides.map(({ contender }, index) => ({
    ...{ contest: contest.name, pattern: "idle", contender, clients: contest.clients, rounds: [] },
    idle: {
      bytesPerSession: bytes[index]! / contest.clients,
      cpuMicrosPerSecond: (costs[index]!.cpuMicros * 1_000) / idleMs,
    },
  }));
}
