import type { Clock } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import { parseChannel } from "../../core/message/channel-id.js";
import { readOptions } from "../../core/options.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { ServerSession } from "../../core/session/server-session.js";
import { logIdOf } from "../../core/session/session-registry.js";
import { Members } from "./members.js";
import type { Merger } from "./merger.js";
import type { ObjectCloud } from "./object-cloud.js";
import { type ObjectMessage, objectChannelOf, objectServiceOf, writeObjectMessage } from "./object-message.js";
import { type ObjectOptions, type ObjectOptionsInput, objectOptions } from "./object-options.js";
import { ObjectReplica, type ReplicaListener } from "./object-replica.js";
import { ObjectStats } from "./object-stats.js";
import type { ObjectInfo } from "./object-table.js";
import type { PartShape } from "./part-shape.js";
import { takeName } from "./running-names.js";

export interface SharedObjectParts {
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/**
 * What OortObject, OortMap and OortList have in common: a value with one part for each node, of which every node changes
 * its own and has copies of all. This class carries the messages; what they mean is decided in ObjectReplica.
 * @see spec/oort-seti.md section 23
 */
export abstract class SharedObject<T, I, C> {
  readonly name: string;
  readonly options: ObjectOptions;
  readonly stats = new ObjectStats();
  protected readonly replica: ObjectReplica<T, I, C>;
  readonly #cloud: ObjectCloud;
  readonly #server: BayeuxServer;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #channel: string;
  readonly #service: string;
  readonly #members: Members;
  #incarnation = 0;
  #detach: (() => void)[] = [];

  /**
   * @param name - the same on all nodes, of characters that are legal in a channel
   * @throws RangeError for another name; ConfigError naming every option that is wrong
   */
  constructor(
    cloud: ObjectCloud,
    server: BayeuxServer,
    name: string,
    shape: PartShape<T, I, C>,
    listener: ReplicaListener<T, C>,
    options: ObjectOptionsInput = {},
    parts: SharedObjectParts = {},
  ) {
    this.#channel = objectChannelOf(name);
    this.#service = objectServiceOf(name);
    const id = parseChannel(this.#channel);
    if (id?.name !== this.#channel || id.wildcard !== "none") throw new RangeError(`not a legal object name: ${name}`);
    this.name = name;
    this.options = readOptions(objectOptions, options, "object.");
    this.#cloud = cloud;
    this.#server = server;
    this.#clock = parts.clock ?? server.clock;
    this.#logger = parts.logger ?? server.logger;
    this.#members = new Members(cloud, {
      joined: (url, incarnation) => this.replica.joined(url, incarnation),
      left: (url) => this.replica.left(url),
    });
    this.replica = new ObjectReplica(
      name,
      cloud.url,
      shape,
      shape.empty(),
      {
        share: (message, toOwnKind) => this.#share(message, toOwnKind),
        send: (url, message) => cloud.publishTo(url, this.#service, writeObjectMessage(message, name)),
        isOwnKind: (url) => this.#members.isOwnKind(url),
      },
      listener,
      { clock: this.#clock, logger: this.#logger, stats: this.stats, options: this.options },
    );
  }

  get isRunning(): boolean {
    return this.replica.isRunning;
  }

  /**
   * Begins to share this node's part, and to hear of the others'. The cloud may have formed before, or form later.
   * @throws Error when an object of this name runs at this server already
   */
  start(): void {
    if (this.isRunning) return;
    const giveBackName = takeName(this.#server, this.#channel);
    const now = Math.floor(this.#clock.now());
    this.#incarnation = Math.max(this.#incarnation + 1, this.#cloud.incarnation, now);
    this.replica.start(this.#incarnation);
    const channel = this.#server.createChannel(this.#channel);
    channel.persistent = true;
    this.#cloud.addExactChannel(this.#channel);
    this.#detach = [
      channel.addListener((session, { data }) => this.#heard(session, data)),
      this.#server.addService(this.#service, (session, { data }) => void this.#heard(session, data)),
      this.#server.addListener({
        subscribed: (session, { name }) => {
          if (name === this.#channel) this.#welcome(session);
        },
      }),
      this.#cloud.addListener({
        gap: ({ url }, reason) => {
          if (reason !== "left") this.replica.gap(url);
        },
      }),
      () => {
        channel.persistent = false;
        giveBackName();
      },
    ];
    this.#cloud.observeChannel(this.#channel);
    this.#members.start();
  }

  /** Takes this node's part from the nodes of our kind, and forgets theirs. Listeners are not told. */
  stop(): void {
    if (!this.isRunning) return;
    this.#cloud.deobserveChannel(this.#channel);
    this.replica.stop();
    for (const detach of this.#detach) detach();
    this.#detach = [];
    this.#members.stop();
  }

  /** The part of a node; undefined while it is not known here. */
  info(url: string): ObjectInfo<T> | undefined {
    return this.replica.info(url);
  }

  /** All parts that are known, this node's as well, in the order of their URLs. */
  get infos(): readonly ObjectInfo<T>[] {
    return this.replica.infos();
  }

  /** False while something is missing that another node is known to have said. */
  get isComplete(): boolean {
    return this.replica.isComplete;
  }

  merge<R>(merger: Merger<T, R>): R {
    return merger(this.replica.infos());
  }

  /**
   * Authorizers keep clients away from these channels; this holds also where somebody took them off, and for sessions of
   * this server itself.
   * @returns false to stop what is not from a node: it would go on to the peers in this node's name
   */
  #heard(session: ServerSession | undefined, data: unknown): boolean {
    if (session !== undefined && this.#cloud.isOort(session)) {
      this.replica.heard(data, this.#cloud.peerOf(session)?.url);
      return true;
    }
    this.stats.forged += 1;
    this.#logger.warn({ object: this.name, session: logIdOf(session?.id) }, "not a node of the cloud: ignored");
    return false;
  }

  /** A peer gets our part on the path that the updates will take, and before them. */
  #welcome(session: ServerSession): void {
    const peer = this.#cloud.peerOf(session);
    if (peer === undefined) return;
    // Often it is no member yet, but what it said in its handshake is known.
    const isOwnKind =
      this.#members.isOwnKind(peer.url) ||
      this.#cloud.peers.some((one) => one.url === peer.url && one.kind === "oortbus");
    session.deliver(undefined, this.#channel, writeObjectMessage(this.replica.welcome(isOwnKind), this.name));
  }

  #share(message: ObjectMessage | undefined, toOwnKind: ObjectMessage): void {
    if (message === toOwnKind) {
      this.#server.publish(undefined, this.#channel, writeObjectMessage(message, this.name));
      return;
    }
    const theirs = message && writeObjectMessage(message, this.name);
    const ours = writeObjectMessage(toOwnKind, this.name);
    for (const session of this.#server.getChannel(this.#channel)?.subscribers ?? []) {
      const peer = session instanceof ServerSession ? this.#cloud.peerOf(session) : undefined;
      if (peer === undefined) continue;
      const data = this.#members.isOwnKind(peer.url) ? ours : theirs;
      if (data !== undefined) (session as ServerSession).deliver(undefined, this.#channel, data);
    }
  }
}
