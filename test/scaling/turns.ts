import { type Clock, systemClock } from "../../core/clock.js";
import type { BenchChild } from "../../scripts/bench/child-process.js";
import type { RoundInput, RoundResult } from "../../scripts/bench/load/load-set.js";

/** A process that tells how much CPU it has taken. */
type Server = Pick<BenchChild, "request">;

/** One of those that get the same load by turns, so that what else the machine does hits all alike. */
export interface Contender {
  readonly servers: readonly Server[];
  /** Sends to it for a while. */
  round(input: Load): Promise<RoundResult>;
}

type Load = Pick<RoundInput, "burst" | "goesPerSecond" | "durationMs">;

/** One round of one of them. */
export interface Turn extends RoundResult {
  /** CPU of all its servers for one message, less what they take when nothing is sent, in microseconds. */
  readonly cpuMicros: number;
}

export interface TurnEffort {
  readonly perSecond: number;
  readonly rounds: number;
  readonly durationMs: number;
  /** Twice that long each is warmed up: before tens of thousands have taken the way that is measured, V8 still compiles. */
  readonly warmUpMs: number;
  /** So many are sent at once while it is warmed up. */
  readonly warmUpBurst: number;
}

/** Medians of the rounds. */
export interface Timing {
  readonly processes: number;
  readonly cpuMicros: number;
  /** From sending until the receiver has it. */
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  /** Its 99th percentile over the yardstick's of the same round. */
  readonly ratio: { readonly median: number; readonly min: number; readonly max: number };
}

/** @returns the rounds of each, in the order of the contenders */
export async function takeTurns(
  contenders: readonly Contender[],
  { perSecond, rounds, durationMs, warmUpMs, warmUpBurst }: TurnEffort,
  clock: Clock = systemClock,
): Promise<Turn[][]> {
  const paced: Load = { burst: 1, goesPerSecond: perSecond, durationMs };
  for (const contender of contenders) {
    await contender.round({ burst: warmUpBurst, durationMs: warmUpMs });
    await contender.round({ burst: 1, durationMs: warmUpMs });
    await contender.round(paced);
  }
  const idle = await idleCpu(contenders, durationMs, clock);
  const turns: Turn[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < contenders.length; place += 1) {
      const index = (round + place) % contenders.length; // each comes first, in the middle, and last
      const { servers, round: send } = contenders[index]!;
      const before = await cpuOf(servers);
      const result = await send(paced);
      const spent = (await cpuOf(servers)) - before;
      turns[index]!.push({ ...result, cpuMicros: (spent - idle[index]! * result.wallMs) / result.published });
    }
  }
  return turns;
}

export function timingOf({ servers }: Contender, turns: readonly Turn[], yardstick: readonly Turn[]): Timing {
  const ratios = turns.map(({ latencyMs }, round) => latencyMs.p99 / yardstick[round]!.latencyMs.p99);
  return {
    processes: servers.length,
    cpuMicros: median(turns.map(({ cpuMicros }) => cpuMicros)),
    latencyMs: {
      p50: median(turns.map(({ latencyMs }) => latencyMs.p50)),
      p99: median(turns.map(({ latencyMs }) => latencyMs.p99)),
    },
    ratio: { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) },
  };
}

/** CPU that the servers of each take while nothing is sent, in microseconds a millisecond. */
async function idleCpu(contenders: readonly Contender[], durationMs: number, clock: Clock): Promise<number[]> {
  const all = () => Promise.all(contenders.map(({ servers }) => cpuOf(servers)));
  const before = await all();
  const startedMs = clock.now();
  await new Promise<void>((resolve) => clock.schedule(durationMs, resolve));
  const after = await all();
  const wallMs = clock.now() - startedMs;
  return contenders.map((_contender, index) => (after[index]! - before[index]!) / wallMs);
}

async function cpuOf(servers: readonly Server[]): Promise<number> {
  const each = await Promise.all(servers.map((server) => server.request<number>("cpu")));
  return each.reduce((sum, micros) => sum + micros, 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
