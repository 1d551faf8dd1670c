import { BenchChild } from "../../scripts/bench/child-process.js";
import type { NamedRound } from "../../scripts/bench/load/load-generator.js";
import type { RoundResult } from "../../scripts/bench/load/load-set.js";
import { V8_OPTIONS } from "../../scripts/v8-options.js";
import { until } from "../support/until.js";
import type { OpenPairs } from "./load-process.js";
import type { PresenceMode } from "./measured-cloud.js";
import type { NodeStart } from "./node-process.js";
import { type Contender, type Timing, type TurnEffort, takeTurns, timingOf } from "./turns.js";

/** What private messages between users of different nodes took, on real sockets, and yardsticks beside them. */
export interface PrivateMessages {
  readonly presence: PresenceMode;
  readonly nodes: number;
  readonly perSecond: number;
  /** So many were sent in all rounds, and as many to each yardstick. */
  readonly messages: number;
  readonly bus: Timing;
  /** Two processes of `ws` with a table of users each, one hop between them and an answer: the same path, and nothing else. */
  readonly relay: Timing;
  /** One process of `ws` that sends back what comes. Ratios are over this one. */
  readonly echo: Timing;
}

export interface PrivateEffort extends Omit<TurnEffort, "warmUpBurst"> {
  readonly pairs: number;
}

/** More nodes than these share processes: a process each would measure the scheduler. */
const MAX_PROCESSES = 8;
const JOIN_MS = 60_000;
const PADDING = 80;
const RELAYS = 2;

/** Starts a cloud of processes, a relay, an echo, and clients of all three; sends to them by turns. */
export async function measurePrivate(
  nodes: number,
  presence: PresenceMode,
  { pairs, ...effort }: PrivateEffort,
): Promise<PrivateMessages> {
  const children: BenchChild[] = [];
  const start = (program: string, execArgv: readonly string[] = V8_OPTIONS): BenchChild => {
    const child = new BenchChild(program, execArgv);
    children.push(child);
    return child;
  };
  const startAll = (program: string, count: number) => Array.from({ length: count }, () => start(program));
  try {
    const load = start("../../test/scaling/load-process", []);
    const servers = {
      bus: startAll("../../test/scaling/node-process", Math.min(nodes, MAX_PROCESSES)),
      relay: startAll("servers/bare-relay-server", RELAYS),
      echo: startAll("../../test/scaling/echo-process", 1),
    };
    const busUrls = await link(servers.bus, nodes, (peers) => ({ peers, presence }) satisfies NodeStart);
    const relayUrls = await link(servers.relay, RELAYS, (peers) => ({ peers }));
    const echoUrls = await link(servers.echo, 1, () => undefined);
    await allJoined(servers.bus, nodes);
    const open = async (name: keyof typeof servers, urls: readonly string[], dialect: OpenPairs["dialect"]) => {
      await load.request("open", { name, urls, dialect, pairs } satisfies OpenPairs);
      const round: Contender["round"] = (input) =>
        load.request<RoundResult>("round", { name, padding: PADDING, ...input } satisfies NamedRound);
      return { servers: servers[name], round };
    };
    const bus = await open("bus", busUrls, "bayeux");
    const relay = await open("relay", relayUrls, "bare");
    const echo = await open("echo", echoUrls, "echo");
    const [busTurns, relayTurns, echoTurns] = await takeTurns([bus, relay, echo], { ...effort, warmUpBurst: pairs });
    return {
      ...{ presence, nodes, perSecond: effort.perSecond },
      messages: busTurns!.reduce((sum, { published }) => sum + published, 0),
      bus: timingOf(bus, busTurns!, echoTurns!),
      relay: timingOf(relay, relayTurns!, echoTurns!),
      echo: timingOf(echo, echoTurns!, echoTurns!),
    };
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

/** Starts so many servers in these processes, each told of the first. @returns their URLs */
async function link(
  processes: readonly BenchChild[],
  servers: number,
  inputOf: (peers: readonly string[]) => unknown,
): Promise<string[]> {
  const urls: string[] = [];
  for (let index = 0; index < servers; index += 1) {
    const child = processes[index % processes.length]!;
    urls.push((await child.request<{ url: string }>("start", inputOf(urls.slice(0, 1)))).url);
  }
  return urls;
}

async function allJoined(servers: readonly BenchChild[], nodes: number): Promise<void> {
  const haveJoined = async (): Promise<boolean> => {
    const joined = await Promise.all(servers.map((server) => server.request<number>("joined")));
    return joined.every((peers) => peers === nodes - 1);
  };
  await until(haveJoined, `${nodes} nodes have joined`, JOIN_MS);
}
