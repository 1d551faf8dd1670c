import type { SeededRandom } from "./seeded-random.js";
import { CHANNELS } from "./traffic.js";

/** Something done to the cloud. Nodes are numbers; one that is not there, or stands still, is passed over. */
export type Deed =
  /** Connections that `from` dialled to `to` break, just after `to` has published. `told`: who learns it. */
  | {
      readonly kind: "break";
      readonly from: number;
      readonly to: number;
      /** As a share of the time that a frame is on its way at least. */
      readonly after: number;
      readonly told: "both" | "client" | "server";
    }
  /** What `from` sends does not arrive at `to`, for so long. */
  | { readonly kind: "cut-way"; readonly from: number; readonly to: number; readonly forMs: number }
  | { readonly kind: "partition"; readonly groups: readonly (readonly number[])[]; readonly forMs: number }
  /** The two lose each other again and again. */
  | { readonly kind: "flap"; readonly from: number; readonly to: number; readonly spansMs: readonly number[] }
  /** `inMs`: after others have written to its users. `silently`: the machine goes, so that nobody is told. `moves`: back under another address. */
  | {
      readonly kind: "crash";
      readonly node: number;
      readonly inMs: number;
      readonly silently: boolean;
      readonly moves: boolean;
      readonly forMs: number;
    }
  | { readonly kind: "restart"; readonly node: number; readonly moves: boolean; readonly forMs: number }
  /** The process stands still. `breaks`: its connections are given up meanwhile. */
  | { readonly kind: "pause"; readonly node: number; readonly breaks: boolean; readonly forMs: number }
  | { readonly kind: "slow"; readonly node: number; readonly byMs: number; readonly forMs: number }
  | { readonly kind: "publish"; readonly node: number; readonly channel: string }
  | { readonly kind: "listen"; readonly node: number; readonly channel: string }
  /** An entry of the node's part of the shared map changes. */
  | { readonly kind: "put"; readonly node: number; readonly key: string }
  | { readonly kind: "send"; readonly node: number; readonly users: readonly string[] }
  | { readonly kind: "login"; readonly node: number; readonly user: string }
  | { readonly kind: "logout"; readonly node: number; readonly user: string }
  /** The user leaves the one node and comes to the other, in either order; somebody writes to him just then. */
  | {
      readonly kind: "move";
      readonly node: number;
      readonly to: number;
      readonly writer: number;
      readonly user: string;
      readonly overlaps: boolean;
    }
  | { readonly kind: "connect"; readonly node: number; readonly user: string }
  /** The remote user with this number (of those there have been) leaves, is gone, or loses his connection. */
  | { readonly kind: "leave" | "vanish" | "vanish-silently" | "drop"; readonly remote: number };

export interface PlannedDeed {
  /** Since the start of the story, in ms. */
  readonly atMs: number;
  readonly deed: Deed;
}

/** One story, told before it happens: all of it follows from the seed. */
export interface Plan {
  readonly seed: number;
  readonly nodes: number;
  readonly discovery: "dns" | "ring" | "seed" | "all";
  /** By node: what its links are written in, and whether it asks peers for what its clients listen to, or for all. */
  readonly links: readonly {
    readonly linkEncoding: "protobuf" | "json";
    readonly forwarding: "interest" | "observe";
  }[];
  /** By node: who is told of its users. */
  readonly presence: readonly ("flood" | "shard")[];
  /** Whether messages for absent users are kept. */
  readonly keeps: boolean;
  /** When each node starts first. */
  readonly startsMs: readonly number[];
  readonly deeds: readonly PlannedDeed[];
  /** Until then there is no fault; 0 when they come while the cloud forms. */
  readonly calmMs: number;
  /** When all faults end. */
  readonly healMs: number;
}

export interface PlanOptions {
  /** Default: three to seven, by the seed. */
  readonly nodes?: number | undefined;
  /** How long faults go on. Default: 5 to 30 s, by the seed. */
  readonly minutes?: number | undefined;
}

/** @param random - of the seed */
export function planOf(random: SeededRandom, options: PlanOptions = {}): Plan {
  const nodes = options.nodes ?? random.pick([3, 3, 3, 4, 4, 5, 5, 6, 7]);
  const discovery = random.pick(["dns", "dns", "ring", "seed", "all"] as const);
  // One kind of link everywhere, or nodes that differ, as while a setting is being rolled out.
  const one = linkOf(random);
  const isMixed = random.chance(0.2);
  const links = Array.from({ length: nodes }, () => (isMixed ? linkOf(random) : one));
  // All flood, all have shards, or some do, as while that is being rolled out.
  const modes = random.fork("presence");
  const mode = modes.pick(["flood", "flood", "shard", "shard", undefined] as const);
  const presence = links.map(() => mode ?? modes.pick(["flood", "shard"] as const));
  const keeps = random.fork("inbox").chance(0.5);
  const isTogether = random.chance(0.4);
  const startsMs = Array.from({ length: nodes }, () => (isTogether ? 0 : random.between(0, 3_000)));
  // Some stories do not wait until the cloud has formed.
  const calmMs = random.chance(0.2) ? 0 : 8_000;
  const spanMs = options.minutes === undefined ? random.between(5_000, 30_000) : options.minutes * 60_000;
  const deeds: PlannedDeed[] = [];
  const users = Array.from({ length: nodes + 2 }, (_, index) => `u${index}`);
  const place = { random, nodes, users, mayMove: discovery === "dns" };

  for (let faults = 1 + random.int(Math.ceil(spanMs / 3_000)); faults > 0; faults -= 1) {
    deeds.push({ atMs: calmMs + random.between(0, spanMs), deed: fault(place) });
  }
  let healMs = calmMs + spanMs;
  for (const { atMs, deed } of deeds) if (deed.kind === "pause") healMs = Math.max(healMs, atMs + deed.forMs);
  for (let atMs = random.between(0, 1_000); atMs < healMs; atMs += random.between(50, 900)) {
    deeds.push({ atMs, deed: everydayDeed(place) });
  }
  deeds.sort((one, other) => one.atMs - other.atMs);
  return { seed: random.seed, nodes, discovery, links, presence, keeps, startsMs, deeds, calmMs, healMs };
}

function linkOf(random: SeededRandom): Plan["links"][number] {
  return {
    linkEncoding: random.pick(["protobuf", "protobuf", "json"]),
    forwarding: random.pick(["interest", "interest", "observe"]),
  };
}

interface Place {
  readonly random: SeededRandom;
  readonly nodes: number;
  readonly users: readonly string[];
  readonly mayMove: boolean;
}

function fault({ random, nodes, mayMove }: Place): Deed {
  const node = random.int(nodes);
  const other = (node + 1 + random.int(nodes - 1)) % nodes;
  const forMs = spanOf(random);
  const moves = mayMove && random.chance(0.3);
  const kind = random.pick([
    ...(["break", "break", "break", "cut-way", "cut-way", "partition", "partition", "flap"] as const),
    ...(["crash", "crash", "restart", "pause", "pause", "slow"] as const),
  ]);
  switch (kind) {
    case "break":
      return {
        kind,
        from: node,
        to: other,
        after: random.between(0, 1.5),
        told: random.pick(["both", "both", "client", "server"]),
      };
    case "cut-way":
      return { kind, from: node, to: other, forMs };
    case "partition":
      return { kind, groups: groupsOf(random, nodes), forMs };
    case "flap":
      return {
        kind,
        from: node,
        to: other,
        spansMs: Array.from({ length: 2 * (2 + random.int(4)) }, () => random.between(50, 3_000)),
      };
    case "crash":
      return {
        kind,
        node,
        inMs: random.between(0, 40),
        silently: random.chance(0.3),
        moves,
        forMs: random.chance(0.3) ? random.between(0, 300) : forMs,
      };
    case "restart":
      return { kind, node, moves, forMs };
    case "pause":
      return {
        kind,
        node,
        breaks: random.chance(0.3),
        forMs: random.chance(0.07) ? random.between(20_000, 120_000) : random.between(500, 15_000),
      };
    case "slow":
      return { kind, node, byMs: random.pick([50, 300, 1_000, 2_500]), forMs };
  }
}

/** Short ones are as telling as long ones: they end while links are being given up, or being made. */
function spanOf(random: SeededRandom): number {
  return random.pick([
    () => random.between(50, 2_000),
    () => random.between(1_500, 4_000),
    () => random.between(2_000, 15_000),
  ])();
}

/** Two or three groups, or everybody alone. */
function groupsOf(random: SeededRandom, nodes: number): number[][] {
  const count = random.chance(0.1) ? nodes : random.pick([2, 2, 2, 3]);
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (let node = 0; node < nodes; node += 1) groups[count === nodes ? node : random.int(count)]!.push(node);
  return groups.filter((group) => group.length > 0);
}

function everydayDeed({ random, nodes, users }: Place): Deed {
  const node = random.int(nodes);
  const user = random.pick(users);
  const kind = random.pick([
    ...(["publish", "publish", "publish", "publish", "send", "send", "send", "listen", "put", "put"] as const),
    ...(["login", "login", "logout", "move", "connect", "leave", "vanish", "vanish-silently", "drop"] as const),
  ]);
  switch (kind) {
    case "publish":
    case "listen":
      return { kind, node, channel: random.pick(CHANNELS) };
    case "put":
      return { kind, node, key: random.pick(["a", "b", "c", "d"]) };
    case "send": {
      const count = random.pick([1, 1, 1, 3]);
      return { kind, node, users: [...new Set(Array.from({ length: count }, () => random.pick(users)))] };
    }
    case "login":
    case "logout":
    case "connect":
      return { kind, node, user };
    case "move":
      return { kind, node, to: random.int(nodes), writer: random.int(nodes), user, overlaps: random.chance(0.5) };
    default:
      return { kind, remote: random.int(1_000) };
  }
}
