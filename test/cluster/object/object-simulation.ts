import assert from "node:assert/strict";
import { type EntryChange, MapShape, type MapUpdate } from "../../../cluster/object/map-shape.js";
import { type ObjectMessage, writeObjectMessage } from "../../../cluster/object/object-message.js";
import { objectOptions } from "../../../cluster/object/object-options.js";
import { ObjectReplica } from "../../../cluster/object/object-replica.js";
import { ObjectStats } from "../../../cluster/object/object-stats.js";
import { silentLogger } from "../../../core/logger.js";
import { QueuedCloud, type QueuedLink } from "../../support/queued-cloud.js";

/** Small, so that chunks, full queues and repeated pulls are nothing rare. */
const OPTIONS = objectOptions.parse({ chunkChars: 60, maxQueuedUpdates: 3 });

interface Frame {
  readonly data?: unknown;
  /** The opening batch's, when there is no `data`. */
  readonly event?: "subscribe" | "join";
  /** Told whether it arrived. */
  readonly settled?: (arrived: boolean) => void;
}

/** Shared updates go down it, pushes and pulls go up. */
interface Link extends QueuedLink<SimNode, Frame> {
  subscribed: boolean;
  /** The server has told its object that the dialler joined. */
  joined: boolean;
  joinArrived: boolean;
}

/** Replicas of one map, with queues instead of links. */
export class Simulation extends QueuedCloud<SimNode, Frame, Link> {
  readonly nodes: SimNode[];

  /** @param isJava - which nodes the others take for Java nodes */
  constructor(count: number, isJava: (index: number) => boolean = () => false) {
    super();
    this.nodes = Array.from({ length: count }, (_, index) => new SimNode(index, isJava(index), this));
  }

  open(dialler: SimNode, server: SimNode): void {
    if (this.link(dialler, server) !== undefined) return;
    const link: Link = {
      dialler,
      server,
      subscribed: false,
      joined: false,
      joinArrived: false,
      down: [],
      up: [{ event: "subscribe" }, { event: "join" }],
    };
    this.add(link);
    const back = this.link(server, dialler);
    if (back !== undefined) this.#joinIfBoth(back);
  }

  /** The session of one direction is replaced by a new one of the same run: nobody leaves, and messages are lost. */
  replace(dialler: SimNode, server: SimNode): void {
    const link = this.link(dialler, server);
    if (link === undefined) return;
    this.drop(link);
    link.subscribed = false;
    link.up.push({ event: "subscribe" }, { event: "join" });
  }

  /** The process dies and starts anew, with an empty part and no links. */
  restart(node: SimNode): void {
    this.cutOff(node);
    node.restart();
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

  protected arrived(link: Link, way: "down" | "up", frame: Frame): void {
    if (way === "down") link.dialler.replica.heard(frame.data, undefined);
    else this.#cameUp(link, frame);
    frame.settled?.(true);
  }

  protected closed({ dialler, server, joined }: Link): void {
    if (joined) server.replica.left(dialler.url);
  }

  /** The opening batch is sent again until it has arrived. */
  protected mayGetLost({ event }: Frame): boolean {
    return event === undefined;
  }

  protected lost({ settled }: Frame): void {
    settled?.(false);
  }

  #cameUp(link: Link, { event, data }: Frame): void {
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
