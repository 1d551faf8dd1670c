import assert from "node:assert/strict";
import { type EntryChange, MapShape, type MapUpdate } from "../../../cluster/object/map-shape.js";
import { type ObjectMessage, writeObjectMessage } from "../../../cluster/object/object-message.js";
import { objectOptions } from "../../../cluster/object/object-options.js";
import { ObjectReplica } from "../../../cluster/object/object-replica.js";
import { ObjectStats } from "../../../cluster/object/object-stats.js";
import { silentLogger } from "../../../core/logger.js";
import { FakeClock } from "../../support/fake-clock.js";

/** Small, so that chunks, full queues and repeated pulls are nothing rare. */
const OPTIONS = objectOptions.parse({ chunkChars: 60, maxQueuedUpdates: 3 });

interface Frame {
  readonly data?: unknown;
  /** The opening batch's, when there is no `data`. */
  readonly event?: "subscribe" | "join";
  /** Told whether it arrived. */
  readonly settled?: (arrived: boolean) => void;
}

/**
 * One connection that `dialler` opened to `server`. Shared updates go down it, pushes and pulls go up; each direction
 * keeps its order, and nothing is ordered between them or between two links (spec section 14).
 */
interface Link {
  readonly dialler: SimNode;
  readonly server: SimNode;
  subscribed: boolean;
  /** The server has told its object that the dialler joined. */
  joined: boolean;
  joinArrived: boolean;
  readonly down: Frame[];
  readonly up: Frame[];
}

/** Replicas of one map, with queues instead of links. Nothing moves unless a test says so. */
export class Simulation {
  readonly clock = new FakeClock();
  readonly nodes: SimNode[];
  #links: Link[] = [];

  /** @param isJava - which nodes the others take for Java nodes */
  constructor(count: number, isJava: (index: number) => boolean = () => false) {
    this.nodes = Array.from({ length: count }, (_, index) => new SimNode(index, isJava(index), this));
  }

  node(index: number): SimNode {
    return this.nodes[index % this.nodes.length]!;
  }

  link(dialler: SimNode, server: SimNode): Link | undefined {
    return this.#links.find((link) => link.dialler === dialler && link.server === server);
  }

  linksAt(server: SimNode): Link[] {
    return this.#links.filter((link) => link.server === server);
  }

  open(dialler: SimNode, server: SimNode): void {
    if (dialler === server || this.link(dialler, server) !== undefined) return;
    const link: Link = {
      dialler,
      server,
      subscribed: false,
      joined: false,
      joinArrived: false,
      down: [],
      up: [{ event: "subscribe" }, { event: "join" }],
    };
    this.#links.push(link);
    const back = this.link(server, dialler);
    if (back !== undefined) this.#joinIfBoth(back);
  }

  /** Breaks one direction: what was on its way is lost, and so is the server's session of the dialler. */
  close(dialler: SimNode, server: SimNode): void {
    const link = this.link(dialler, server);
    if (link === undefined) return;
    this.#links = this.#links.filter((other) => other !== link);
    this.#lose(link);
    if (link.joined) server.replica.left(dialler.url);
  }

  /** The session of one direction is replaced by a new one of the same run: nobody leaves, and messages are lost. */
  replace(dialler: SimNode, server: SimNode): void {
    const link = this.link(dialler, server);
    if (link === undefined) return;
    this.#lose(link);
    link.subscribed = false;
    link.up.push({ event: "subscribe" }, { event: "join" });
  }

  openAll(): void {
    for (const one of this.nodes) for (const other of this.nodes) this.open(one, other);
  }

  /** The process dies and starts anew, with an empty part and no links. */
  restart(node: SimNode): void {
    for (const other of this.nodes) {
      this.close(node, other);
      this.close(other, node);
    }
    node.restart();
  }

  /** Passes on one message of one queue. @returns false when it was empty */
  deliverOne(queue: number): boolean {
    const chosen = pick(
      this.#links.flatMap((link) => [
        { frames: link.down, take: (frame: Frame) => link.dialler.replica.heard(frame.data, undefined) },
        { frames: link.up, take: (frame: Frame) => this.#arrived(link, frame) },
      ]),
      queue,
    );
    const frame = chosen?.frames.shift();
    if (chosen === undefined || frame === undefined) return false;
    chosen.take(frame);
    frame.settled?.(true);
    return true;
  }

  /** One message gets lost, and the link lives on; the opening batch is sent again until it has arrived. */
  loseOne(queue: number): void {
    const chosen = pick(
      this.#links.flatMap(({ down, up }) => [{ frames: down }, { frames: up }]),
      queue,
    );
    if (chosen?.frames[0]?.event === undefined) chosen?.frames.shift()?.settled?.(false);
  }

  /** Lets time pass in steps, passing on everything after each. */
  async settle(totalMs: number, stepMs = 500): Promise<void> {
    await this.#drain();
    for (let passed = 0; passed < totalMs; passed += stepMs) {
      await this.clock.advance(stepMs);
      await this.#drain();
    }
  }

  /** Every node has of every other exactly what that one has, and told its listeners just that. */
  assertEqual(): void {
    const truth = this.nodes
      .map(({ replica }) => replica.own)
      .map(({ url, value, version }) => ({ url, value, version }));
    for (const { replica, mirror, url } of this.nodes) {
      const seen = replica.infos().map((info) => ({ url: info.url, value: info.value, version: info.version }));
      assert.deepEqual(seen, truth, `at ${url}`);
      const told = truth.map((info) => [info.url, Object.fromEntries(info.value)] as const);
      const mirrored = truth.map((info) => [info.url, Object.fromEntries(mirror.get(info.url) ?? [])] as const);
      assert.deepEqual(mirrored, told, `what listeners were told at ${url}`);
      assert.ok(replica.isComplete, url);
    }
  }

  async #drain(): Promise<void> {
    await this.clock.settle();
    for (let moved = true; moved; ) {
      moved = false;
      while (this.deliverOne(0)) moved = true;
      await this.clock.settle();
    }
  }

  #arrived(link: Link, { event, data }: Frame): void {
    if (event === undefined) return link.server.replica.heard(data, link.dialler.url);
    if (event === "subscribe") {
      link.subscribed = true;
      const { server, dialler } = link;
      link.down.push({ data: server.wire(server.replica.welcome(server.sees(dialler))) });
      return;
    }
    link.joinArrived = true;
    this.#joinIfBoth(link);
  }

  #joinIfBoth(link: Link): void {
    const { dialler, server } = link;
    if (link.joined || !link.joinArrived || this.link(server, dialler) === undefined) return;
    link.joined = true;
    server.replica.joined(dialler.url, server.sees(dialler) ? dialler.incarnation : undefined);
  }

  #lose(link: Link): void {
    for (const frame of [...link.down.splice(0), ...link.up.splice(0)]) frame.settled?.(false);
  }
}

/** Of the queues with something in it. */
function pick<Q extends { readonly frames: readonly Frame[] }>(queues: readonly Q[], index: number): Q | undefined {
  const busy = queues.filter(({ frames }) => frames.length > 0);
  return busy[index % Math.max(1, busy.length)];
}

export class SimNode {
  readonly url: string;
  readonly isJava: boolean;
  /** What listeners were told of entries, by URL of the part; must always equal the parts. */
  readonly mirror = new Map<string, Map<string, number>>();
  replica: ObjectReplica<Map<string, number>, MapUpdate<string, number>, EntryChange<string, number>>;
  incarnation = 1;
  readonly #sim: Simulation;

  constructor(index: number, isJava: boolean, sim: Simulation) {
    this.url = `http://node-${index}.example/cometd`;
    this.isJava = isJava;
    this.#sim = sim;
    this.replica = this.#start();
  }

  /** Whether this node takes the other for one of our own kind. */
  sees(other: SimNode): boolean {
    return !other.isJava && !this.isJava;
  }

  restart(): void {
    this.replica.stop();
    this.mirror.clear();
    this.incarnation += 1;
    this.replica = this.#start();
  }

  put(key: string, value: number): void {
    this.replica.update({ action: "oort.map.put", key, value });
  }

  remove(key: string): void {
    this.replica.update({ action: "oort.map.remove", key });
  }

  setAll(entries: readonly (readonly [string, number])[]): void {
    this.replica.set(new Map(entries), undefined);
  }

  #start() {
    const entry = (url: string, { key, value }: EntryChange<string, number>) => {
      const part = this.mirror.get(url) ?? new Map<string, number>();
      this.mirror.set(url, part);
      if (value === undefined) assert.ok(part.delete(key), `${key} of ${url} was there`);
      else part.set(key, value);
    };
    const all = ({ url }: { url: string }, changes: readonly EntryChange<string, number>[]) => {
      for (const change of changes) entry(url, change);
    };
    const replica = new ObjectReplica(
      "sim",
      this.url,
      new MapShape<string, number>("string"),
      new Map(),
      {
        share: (message, toOwnKind) => {
          for (const link of this.#sim.linksAt(this)) {
            const chosen = this.sees(link.dialler) ? toOwnKind : message;
            if (link.subscribed && chosen !== undefined) link.down.push({ data: this.wire(chosen) });
          }
        },
        send: (url, message) => this.#send(url, message),
        isOwnKind: (url) => this.#sim.nodes.some((node) => node.url === url && this.sees(node)),
      },
      {
        updated: (info, _old, changes) => all(info, changes),
        changed: (info, change) => all(info, [change]),
        removed: (info, changes) => all(info, changes),
      },
      { clock: this.#sim.clock, logger: silentLogger, stats: new ObjectStats(), options: OPTIONS },
    );
    replica.start(this.incarnation);
    return replica;
  }

  #send(url: string, message: ObjectMessage): Promise<boolean> {
    const server = this.#sim.nodes.find((node) => node.url === url)!;
    const link = this.#sim.link(this, server);
    if (link === undefined) return Promise.resolve(false);
    return new Promise((settled) => link.up.push({ data: this.wire(message), settled }));
  }

  /** A message of this node as it arrives at the other end; a Java node has none of our keys. */
  wire(message: ObjectMessage): unknown {
    const data = JSON.parse(JSON.stringify(writeObjectMessage(message, "sim"))) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(data).filter(([key]) => !this.isJava || !key.startsWith("oortbus.")));
  }
}
