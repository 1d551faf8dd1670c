import type { Discovery } from "../../cluster/discovery/discovery.js";
import { DnsDiscovery } from "../../cluster/discovery/dns-discovery.js";
import { StaticDiscovery } from "../../cluster/discovery/static-discovery.js";
import type { Clock } from "../../core/clock.js";
import { FakeClock } from "../support/fake-clock.js";
import { MemoryNetwork } from "../support/memory-link.js";
import { SeededRandom } from "./seeded-random.js";
import { type NodeOptions, SimulatedNode } from "./simulated-node.js";
import { Story } from "./story.js";

export interface CloudOptions {
  readonly seed: number;
  readonly nodes: number;
  /**
   * How nodes find each other: `dns`, by one name for all (nodes may change their address); `ring`, each is told of the
   * next; `seed`, all but the first are told of the first; `all`, each is told of all. Default `dns`.
   */
  readonly discovery?: "dns" | "ring" | "seed" | "all";
  /** Whether frames that were written together may arrive apart, so that a break comes between them. Default: yes. */
  readonly splitsWrites?: boolean;
  /** Options of the nodes, by their numbers. */
  readonly options?: (index: number) => NodeOptions;
  /** Called for every run of a node before it starts: services, policies, listeners. */
  readonly setup?: (node: SimulatedNode) => void;
  /** Told of what is wrong by the nodes' own word: errors logged, events that cannot be. Default: throws. */
  readonly fault?: (text: string) => void;
}

/** More than any story has: messages run in circles. */
const MAX_FRAMES = 200_000;
const NEVER_MS = 1e12;

/**
 * A cloud of production nodes in one process, in virtual time, on a virtual network; everything that happens follows from
 * the seed. For stories of one's own; the simulator's are in run-story.ts.
 */
export class SimulatedCloud {
  readonly clock = new FakeClock(1_800_000_000_000);
  readonly random: SeededRandom;
  readonly network: MemoryNetwork;
  readonly story: Story;
  /** The present or last run of each node; undefined before its first. */
  readonly nodes: (SimulatedNode | undefined)[];
  /** Every run there was, in the order of their starts. */
  readonly runs: SimulatedNode[] = [];
  /** How long a frame is on its way at least. */
  readonly usualDelayMs: number;
  /** Frames and opens that were sent. */
  frames = 0;
  #isGivenUp = false;
  readonly #options: CloudOptions;
  readonly #skews: readonly number[];
  readonly #addresses: number[];
  /** Added to the delay of what a node sends or gets, in ms. */
  readonly #slowness = new Map<string, number>();

  constructor(options: CloudOptions) {
    this.#options = options;
    this.random = new SeededRandom(options.seed);
    const weather = this.random.fork("network");
    const baseMs = weather.pick([0.2, 1, 5, 20]);
    this.usualDelayMs = baseMs;
    const jitterMs = baseMs * weather.pick([0.5, 2, 5]);
    this.network = new MemoryNetwork(this.clock, {
      delayMs: (from, to) => {
        const slowMs = (this.#slowness.get(from) ?? 0) + (this.#slowness.get(to) ?? 0);
        const delayMs = baseMs + weather.fraction() * (jitterMs + slowMs);
        this.frames += 1;
        if (this.frames === MAX_FRAMES) this.giveUp(`more than ${MAX_FRAMES} frames: messages run in circles`);
        if (this.#isGivenUp) return NEVER_MS;
        this.story.note(`${this.clock.now()} ${from} ${to} ${delayMs}\n`);
        return delayMs;
      },
      // TCP tries again after about as long as it has tried already.
      resendMs: (_from, _to, cutForMs) => weather.fraction() * Math.min(cutForMs, 5_000),
      splits: () => weather.chance(0.05) && options.splitsWrites !== false,
    });
    this.story = new Story(() => this.clock.now());
    this.nodes = Array.from({ length: options.nodes });
    const skews = this.random.fork("clocks");
    this.#skews = this.nodes.map(() => Math.round(skews.between(-2_000, 2_000)));
    this.#addresses = this.nodes.map(() => 0);
  }

  urlOf(index: number): string {
    return `http://10.0.${this.#addresses[index]}.${index + 1}:8080/cometd`;
  }

  /** The runs that are there now. */
  get alive(): SimulatedNode[] {
    return this.nodes.filter((node) => node?.isAlive === true) as SimulatedNode[];
  }

  /** Starts a node; one that runs is left alone. @param moves - it comes back under another address */
  start(index: number, moves = false): SimulatedNode {
    const before = this.nodes[index];
    if (before?.isAlive) return before;
    if (moves) this.#addresses[index] = (this.#addresses[index] ?? 0) + 1;
    const run = this.runs.filter((other) => other.index === index).length + 1;
    const node = new SimulatedNode({ index, run, url: this.urlOf(index) }, this.#options.options?.(index) ?? {}, {
      network: this.network,
      random: this.random,
      story: this.story,
      discovery: (clock) => this.#discovery(index, clock),
      skewMs: this.#skews[index] ?? 0,
      fault: (text) => this.#fault(text),
    });
    this.nodes[index] = node;
    this.runs.push(node);
    this.#options.setup?.(node);
    node.start();
    return node;
  }

  startAll(): void {
    for (const index of this.nodes.keys()) this.start(index);
  }

  /** Lets virtual time pass. */
  run(ms: number): Promise<void> {
    return this.clock.advance(ms);
  }

  /** Lets virtual time pass until `isRight` says so. @returns how long it took, or undefined when it took too long */
  async until(isRight: () => boolean, boundMs: number, stepMs = 250): Promise<number | undefined> {
    for (let passedMs = 0; ; passedMs += stepMs) {
      if (isRight()) return passedMs;
      if (passedMs >= boundMs) return undefined;
      await this.run(stepMs);
    }
  }

  /** Ends whatever runs now with an error, before it fills the memory. */
  giveUp(why: string): void {
    this.#isGivenUp = true; // what is sent from now on never arrives
    this.clock.schedule(0, () => {
      throw new Error(why);
    });
  }

  /** Cuts every way between the groups, by node number; nodes of no group are cut from nobody. */
  partition(...groups: readonly (readonly number[])[]): void {
    this.story.tell("network", `partition ${groups.map((group) => group.join(",")).join(" | ")}`);
    for (const [number, group] of groups.entries()) {
      for (const other of groups.slice(number + 1).flat()) {
        for (const one of group) this.network.cut(this.urlOf(one), this.urlOf(other));
      }
    }
  }

  /** From now on what this node sends and gets takes up to so much longer; 0: as before. */
  slowDown(index: number, byMs: number): void {
    this.#slowness.set(this.urlOf(index), byMs);
  }

  /** Every cut ends, every node goes on and is as quick as before; those that are gone stay gone. */
  heal(): void {
    this.story.tell("network", "heals");
    this.network.heal();
    this.#slowness.clear();
    for (const node of this.alive) node.thaw();
  }

  /** What is wrong with the member tables of the nodes that are alive; undefined when nothing is. */
  memberProblem(): string | undefined {
    const { alive } = this;
    for (const node of alive) {
      const truth = new Map(alive.filter((other) => other !== node).map((other) => [other.url, other.oort.id]));
      const table = node.oort.peers.filter((peer) => peer.state === "joined");
      const isRight = table.length === truth.size && table.every((peer) => truth.get(peer.url) === peer.id);
      if (!isRight) {
        const view = node.oort.peers.map((peer) => `${peer.url} ${peer.id?.slice(0, 6)} ${peer.state}`).join(", ");
        return `${node.name} has ${table.length} of ${truth.size} members: ${view}`;
      }
      if (node.suspected.size > 0) return `${node.name} suspects ${[...node.suspected].join(", ")}`;
      const told = [...node.members];
      if (told.length !== truth.size || told.some(([url, id]) => truth.get(url) !== id)) {
        return `${node.name} was told of the members ${told.map(([url]) => url).join(", ")}`;
      }
    }
    return undefined;
  }

  #discovery(index: number, clock: Clock): Discovery {
    const kind = this.#options.discovery ?? "dns";
    const indexes = [...this.nodes.keys()];
    if (kind === "dns") {
      const addresses = () => Promise.resolve(indexes.map((other) => new URL(this.urlOf(other)).hostname));
      const own = () => new Set([new URL(this.urlOf(index)).hostname]);
      return new DnsDiscovery({ name: "nodes", port: 8080 }, { clock, resolve: addresses, ownAddresses: own });
    }
    const named = kind === "all" ? indexes : kind === "ring" ? [(index + 1) % indexes.length] : index === 0 ? [] : [0];
    return new StaticDiscovery({ urls: named.map((other) => this.urlOf(other)) }, { clock });
  }

  #fault(text: string): void {
    if (this.#options.fault === undefined) throw new Error(text);
    this.#options.fault(text);
  }
}
