import { AuthPolicy } from "../../auth/auth-policy.js";
import { openLogin } from "../../auth/open-login.js";
import type { Discovery } from "../../cluster/discovery/discovery.js";
import type { Member } from "../../cluster/membership/run-facts.js";
import { Oort, type OortListener } from "../../cluster/oort.js";
import type { OortOptionsInput } from "../../cluster/oort-options.js";
import type { Logger } from "../../core/logger.js";
import type { BayeuxOptionsInput } from "../../core/server/bayeux-options.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { Seti } from "../../seti/seti.js";
import type { SetiOptionsInput } from "../../seti/seti-options.js";
import { addSetiServices } from "../../seti/seti-services.js";
import type { MemoryNetwork } from "../support/memory-link.js";
import { HostClock } from "./host-clock.js";
import type { SeededRandom } from "./seeded-random.js";
import type { Story } from "./story.js";

/** Options of the layers of every simulated node. */
export interface NodeOptions {
  readonly bayeux?: BayeuxOptionsInput;
  readonly oort?: Partial<OortOptionsInput>;
  readonly seti?: SetiOptionsInput;
}

export interface NodeParts {
  readonly network: MemoryNetwork;
  readonly random: SeededRandom;
  readonly story: Story;
  readonly discovery: (clock: HostClock) => Discovery;
  /** By how much the machine's clock is wrong. */
  readonly skewMs: number;
  /** Told of what is wrong with a node by its own word: errors in its log. */
  readonly fault: (text: string) => void;
}

/** As BusNode waits for what it closes. */
const CLOSE_GRACE_MS = 1_100;

/** Started with a node, after its layers, and stopped before them. */
export interface NodeService {
  start(): unknown;
  stop(): unknown;
}

/** What a listener of the cloud was told at one moment. */
export interface MemberNews {
  readonly atMs: number;
  readonly what: "joined" | "left" | "suspected" | "recovered" | "gap";
  readonly url: string;
  readonly id: string | undefined;
}

/**
 * One run of one node: the server, Oort and Seti of a real one, wired as BusNode does it, on a clock and a network that
 * are not. From the start of the process to its end, whichever that is.
 */
export class SimulatedNode {
  /** `n2#3` is the third run of node 2. */
  readonly name: string;
  readonly index: number;
  readonly url: string;
  readonly clock: HostClock;
  readonly bayeux: BayeuxServer;
  readonly oort: Oort;
  readonly seti: Seti;
  readonly startedAtMs: number;
  /** Everything the cloud told a listener here, in order. */
  readonly news: MemberNews[] = [];
  /** Members by the news: URL to id. */
  readonly members = new Map<string, string>();
  /** Members that are suspected, by the news. */
  readonly suspected = new Set<string>();
  /** When it last stood still, or began to run. */
  awakeSinceMs: number;
  state: "running" | "stopping" | "stopped" | "crashed" = "running";
  readonly #services: NodeService[] = [];
  readonly #parts: NodeParts;
  readonly #auth: AuthPolicy;

  constructor(place: { index: number; run: number; url: string }, options: NodeOptions, parts: NodeParts) {
    this.index = place.index;
    this.name = `n${place.index}#${place.run}`;
    this.url = place.url;
    this.#parts = parts;
    const { network, story, skewMs } = parts;
    const random = parts.random.fork(this.name);
    this.startedAtMs = network.clock.now();
    this.awakeSinceMs = this.startedAtMs;
    this.clock = new HostClock(network.clock, skewMs);
    const common = { clock: this.clock, random, logger: this.#logger() };
    this.bayeux = new BayeuxServer({ nodeTag: random.token(36), ...options.bayeux }, common);
    this.oort = new Oort(
      this.bayeux,
      { secret: "simulation", ...options.oort, url: this.url },
      { ...common, transports: network.linkTransports(this.url) },
    );
    this.seti = new Seti(this.bayeux, this.oort, options.seti, { ...common, minMarkedUsers: 2 });
    addSetiServices(this.bayeux, this.seti);
    this.#auth = new AuthPolicy(
      this.oort,
      openLogin((user, session) => this.seti.associate(user, session)),
    );
    this.bayeux.policy = this.#auth;
    this.oort.addListener(this.#listener());
    story.tell(this.name, `starts at ${this.url}, id ${this.oort.id.slice(0, 6)}`);
  }

  /** Says that something is wrong with this node. */
  fault(text: string): void {
    if (this.isAlive) this.#parts.fault(`${this.name} ${text}`);
  }

  /** Whether its process is there, standing still or not. */
  get isAlive(): boolean {
    return this.state === "running" || this.state === "stopping";
  }

  get isFrozen(): boolean {
    return this.clock.isFrozen;
  }

  /** Something that runs on the node, as long as it does: a shared object, say. Before {@link start}. */
  add(service: NodeService): void {
    this.#services.push(service);
  }

  start(): void {
    this.bayeux.start();
    this.oort.start();
    void this.seti.start();
    for (const service of this.#services) service.start();
    this.#parts.network.listen(this.url, this.bayeux);
    this.oort.addDiscovery(this.#parts.discovery(this.clock));
  }

  /** In good form, as a process that is asked to end. */
  async stop(): Promise<void> {
    if (this.state !== "running") return;
    this.state = "stopping";
    this.#auth.draining = true;
    this.#parts.story.tell(this.name, "stops");
    for (const service of this.#services) service.stop();
    this.seti.stop();
    await this.oort.stop();
    if (this.state !== "stopping") return; // it did not live to see it
    this.bayeux.close();
    this.#parts.network.unlisten(this.url);
    // Closing handshakes have their time, and then the process ends.
    this.#parts.network.clock.schedule(CLOSE_GRACE_MS, () => this.end("stopped"));
  }

  /** @param silently - the machine is gone, not only the process */
  crash(silently: boolean): void {
    if (!this.isAlive) return;
    this.#parts.story.tell(this.name, silently ? "its machine is off" : "is killed");
    this.end("crashed", silently);
  }

  freeze(): void {
    this.#parts.story.tell(this.name, "stands still");
    this.clock.freeze();
    this.#parts.network.freeze(this.url);
  }

  thaw(): void {
    if (!this.isFrozen || !this.isAlive) return;
    this.#parts.story.tell(this.name, "goes on");
    this.awakeSinceMs = this.#parts.network.clock.now();
    this.clock.thaw();
    this.#parts.network.thaw(this.url);
  }

  /** Nothing of it runs any more. */
  end(state: "stopped" | "crashed", silently = false): void {
    if (!this.isAlive) return;
    this.state = state;
    this.leftTimers = this.clock.pending;
    this.clock.kill();
    this.#parts.network.crash(this.url, silently);
  }

  /** Timers that were pending at its end. */
  leftTimers = 0;

  #listener(): OortListener {
    const tell = (what: MemberNews["what"], peer: Member, reason = ""): void => {
      if (!this.isAlive) return;
      const { story, network } = this.#parts;
      this.news.push({ atMs: network.clock.now(), what, url: peer.url, id: peer.id });
      story.tell(this.name, `${what} ${peer.url} ${peer.id.slice(0, 6)} ${reason}`);
      this.#check(what, peer);
    };
    return {
      joined: (peer) => tell("joined", peer),
      suspected: (peer) => tell("suspected", peer),
      recovered: (peer) => tell("recovered", peer),
      left: (peer) => tell("left", peer),
      gap: (peer, reason) => tell("gap", peer, reason),
    };
  }

  /** Events come in turn: joined, then suspected and recovered, then left. */
  #check(what: MemberNews["what"], { url, id }: Member): void {
    const { fault } = this.#parts;
    const member = this.members.get(url);
    if (what === "joined") {
      if (member !== undefined) fault(`${this.name}: ${url} joined twice, without left`);
      this.members.set(url, id);
      this.suspected.delete(url);
      return;
    }
    if (member !== id) fault(`${this.name}: ${what} of ${url} ${id.slice(0, 6)}, which is no member`);
    if (what === "left") this.members.delete(url);
    else if (what === "suspected" && this.suspected.has(url)) fault(`${this.name}: ${url} suspected twice`);
    else if (what === "recovered" && !this.suspected.delete(url)) fault(`${this.name}: ${url} recovered unsuspected`);
    if (what === "suspected") this.suspected.add(url);
    else if (what === "left") this.suspected.delete(url);
  }

  /** Errors are faults; warnings are part of the story. */
  #logger(): Logger {
    const { story, fault } = this.#parts;
    const logger: Logger = {
      trace() {},
      debug() {},
      info() {},
      warn: (fields, text) => {
        if (this.isAlive) story.tell(this.name, `warns: ${text} ${readable(fields)}`);
      },
      error: (fields, text) => {
        if (!this.isAlive) return;
        story.tell(this.name, `error: ${text} ${readable(fields)}`);
        fault(`${this.name} logged an error: ${text} ${readable(fields)}`);
      },
      child: () => logger,
    };
    return logger;
  }
}

function readable(fields: object): string {
  return JSON.stringify(fields, (_, value: unknown) =>
    value instanceof Error ? (value.stack ?? value.message) : value,
  );
}
