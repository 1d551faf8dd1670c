import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import { AbsenceGrace } from "./absence-grace.js";
import type { DeliveryWatch } from "./delivery-confirmation.js";
import { Inbox } from "./inbox.js";
import { LocalDelivery } from "./local-delivery.js";
import { MarkReader } from "./mark-reader.js";
import { MessageSender } from "./message-sender.js";
import { PresencePace } from "./presence-pace.js";
import { PresenceSync } from "./presence-sync.js";
import { type PresenceEvent, PresenceTable } from "./presence-table.js";
import { FloodTeller, type PresenceOutlet, type PresenceTeller } from "./presence-teller.js";
import { PresenceWriter } from "./presence-writer.js";
import type { SetiPeer } from "./seti-cloud.js";
import {
  type Answer,
  type Location,
  type MarkQuestion,
  type PresenceStatement,
  setiIdOf,
  type UserSend,
} from "./seti-message.js";
import type { SetiOptions } from "./seti-options.js";
import type { SetiStats } from "./seti-stats.js";
import { ShardDirectory } from "./shard-directory.js";
import { ShardTeller } from "./shard-teller.js";
import { UserFinder } from "./user-finder.js";
import { markOf } from "./user-marks.js";

/** How the engine speaks: to sessions of this node, and to other nodes. `S` is the type of a session. */
export interface EngineOutlet<S> extends PresenceOutlet {
  deliver(session: S, channel: string, data: unknown, watch?: DeliveryWatch): boolean;
  /** @returns false when that node does not listen */
  toNode(node: string, send: UserSend): boolean;
  toAll(send: UserSend): void;
  answer(node: string, answers: readonly Answer[]): void;
  /** @returns false when that node does not listen */
  find(node: string, users: readonly string[]): boolean;
  locate(node: string, locations: readonly Location[]): void;
  askNames(node: string, question: MarkQuestion): void;
  tellNames(node: string, request: number, users: readonly string[]): void;
  /** The nodes that hear what goes to all. */
  listeners(): string[];
  peers(): readonly (SetiPeer & { readonly state: string })[];
  /** Whether a server session of that node is registered here. */
  isPeer(node: string): boolean;
  /** Somebody came or went, as far as this node knows. @param edge - he was nowhere before, or is nowhere now */
  told(event: PresenceEvent, edge: boolean): void;
  /** On how many nodes a user is whom this node does not own. */
  counted(user: string, nodes: number): void;
}

export interface EngineParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly stats: SetiStats;
  /** Default: that of PresenceWriter. */
  readonly minMarkedUsers?: number | undefined;
}

/**
 * All of Seti that needs no server: knows who is where, tells it to who is to know, and takes messages for users on their
 * way. What it is told of the cloud, and what it says, passes through its outlet, so that it runs in tests as it does in a node.
 */
export class SetiEngine<S> {
  readonly table: PresenceTable<S>;
  readonly directory: ShardDirectory;
  readonly finder: UserFinder;
  readonly sender: MessageSender<S>;
  readonly inbox: Inbox<S>;
  readonly #ownNode: string;
  readonly #outlet: EngineOutlet<S>;
  readonly #parts: EngineParts;
  readonly #grace: AbsenceGrace;
  readonly #pace: PresencePace;
  readonly #teller: PresenceTeller;
  readonly #sync: PresenceSync;
  readonly #marks: MarkReader;

  constructor(ownNode: string, outlet: EngineOutlet<S>, options: SetiOptions, parts: EngineParts) {
    this.#ownNode = ownNode;
    this.#outlet = outlet;
    this.#parts = parts;
    const { clock, stats } = parts;
    const table = new PresenceTable<S>(ownNode, options);
    this.table = table;
    const isSharded = options.presence === "shard";
    const writer = new PresenceWriter(ownNode, options.presenceChunkUsers, isSharded, parts.minMarkedUsers);
    const shardTeller = isSharded ? new ShardTeller(writer, outlet, options, parts) : undefined;
    this.#teller = shardTeller ?? new FloodTeller(writer, outlet, options.maxChangesKept);
    this.#sync = new PresenceSync(table, this.#teller, writer, outlet, (node) => this.isOwnKind(node), options, parts);
    this.#marks = new MarkReader(
      {
        everybody: () => table.everybody(),
        askNames: (node, question) => outlet.askNames(node, question),
        lost: (node) => {
          table.distrust(node);
          this.#sync.missing(node);
        },
      },
      () => clock.now(),
    );
    this.#pace = new PresencePace(options.presenceChunkUsers, clock, (users, present) =>
      this.#teller.changed(users, present),
    );
    this.#grace = new AbsenceGrace(options.absentGraceMs, options.maxUsersPerNode, clock, (user, present) => {
      this.#pace.changed(user, present);
      this.#tell([{ user, node: ownNode, present, nodes: table.nodeCount(user) }]);
    });
    const directory = new ShardDirectory(
      ownNode,
      {
        peers: () => outlet.peers(),
        nodesOf: (user) => table.nodesOf(user),
        remoteNodesOf: (user) => table.remoteNodesOf(user),
        replan: (plan) => {
          shardTeller?.replan(plan);
          this.finder.replan();
        },
        locate: (node, locations) => outlet.locate(node, locations),
        located: (user, nodes, owner) => this.finder.located(user, nodes, owner),
      },
      options,
      clock,
    );
    this.directory = directory;
    this.finder = new UserFinder(
      {
        knows: (user) => directory.knows(user),
        ownersOf: (user) => directory.ownersOf(user),
        nodesOf: (user) => table.nodesOf(user),
        find: (owner, users) => outlet.find(owner, users),
        changed: (user, nodes) => outlet.counted(user, nodes),
      },
      options,
      clock,
    );
    const delivery = new LocalDelivery<S>(
      { sessionsOf: (user) => table.sessionsOf(user), deliver: outlet.deliver.bind(outlet) },
      options.maxRecentKeys,
      stats,
    );
    // A place that an owner named may be gone, or not be linked yet: only what a Java node is told counts as delivered.
    const answers = (node: string) => !this.#isJava(node);
    let lastKey = 0;
    const newKey = () => {
      lastKey += 1;
      return `${setiIdOf(ownNode)}.${writer.incarnation.toString(36)}.${lastKey.toString(36)}`;
    };
    this.sender = new MessageSender<S>(
      {
        placeOf: (user) => directory.placeOf(user),
        isHere: (user) => table.localUsers.has(user),
        answers,
      },
      delivery,
      {
        // Whoever gets a message of a user who has just come is to know where to answer.
        toNode: (node, send) => {
          this.#pace.catchUp();
          return outlet.toNode(node, send);
        },
        toAll: (send) => {
          this.#pace.catchUp();
          outlet.toAll(send);
        },
        audience: () => outlet.listeners().filter((node) => this.isOwnKind(node)),
        newKey,
        learned: (user, nodes, owner) => directory.learned(user, nodes, owner),
      },
      options,
      parts,
    );
    this.inbox = new Inbox<S>(
      ownNode,
      delivery,
      {
        remoteNodesOf: (user) => table.remoteNodesOf(user),
        answers,
        ownersOf: (user) => (isSharded ? directory.ownersOf(user) : []),
        teach: (user, asker) => directory.teach(user, asker),
      },
      outlet,
      parts,
    );
  }

  /** @param minIncarnation - at least the start time of the node */
  start(minIncarnation: number): void {
    this.#sync.start(minIncarnation);
    this.directory.changed();
  }

  /** Forgets every user and says so to the other nodes. Sends that wait for an answer end as unconfirmed. */
  stop(): void {
    this.sender.close();
    this.finder.close();
    this.#grace.clear();
    this.#pace.clear();
    this.#marks.clear();
    this.table.clear();
    this.#sync.stop();
    this.directory.clear();
  }

  /** The first session of a user came to this node, or the last one went; the table has it. */
  localChanged(user: string, present: boolean): void {
    this.#grace.set(user, present);
  }

  joined({ url, incarnation }: SetiPeer): void {
    this.table.joined(url, incarnation);
    this.#sync.joined(url);
    this.directory.changed();
  }

  leaving(node: string): void {
    this.directory.leaving(node);
  }

  left(node: string): void {
    this.#sync.left(node);
    this.#marks.left(node);
    this.directory.left(node);
    this.#tell(this.table.left(node));
    this.finder.left(node);
    this.sender.nodeLeft(node);
  }

  /** @returns what a node gets that subscribes to `/seti/all` */
  welcome(node: string): PresenceStatement[] {
    return this.#sync.welcome(node);
  }

  heard(statement: PresenceStatement): void {
    const { node } = statement;
    if (node === this.#ownNode) return;
    this.#parts.stats.statementsIn += 1;
    const named = this.#outlet.isPeer(node) ? this.#marks.read(statement) : statement;
    if (named !== undefined) this.#take(named);
  }

  /** A node does not know whom these marks stand for, by which this one named users to it. */
  marksAsked(node: string, { request, marks, present }: MarkQuestion): void {
    const stream = this.#teller.streamFor(node);
    const names = new Map<number, string | undefined>(marks.map((mark) => [mark, undefined]));
    // Who has come or gone since then is the second choice.
    for (const isPresent of [!present, present]) {
      for (const user of stream?.changedTo(isPresent) ?? []) if (names.has(markOf(user))) names.set(markOf(user), user);
    }
    const users = [...names.values()].filter((user) => user !== undefined);
    this.#outlet.tellNames(node, request, users);
  }

  /** The node says whom its marks stand for. */
  names(node: string, request: number, users: readonly string[]): void {
    const statement = this.#marks.named(node, request, users);
    if (statement !== undefined) this.#take(statement);
  }

  #take(statement: PresenceStatement): void {
    const { node, stamp, moved } = statement;
    const { stats, logger } = this.#parts;
    const isConnected = this.#outlet.isPeer(node);
    const { events, stale, refusedUsers } = this.table.apply(statement, isConnected);
    if (stale) stats.staleStatements += 1;
    if (refusedUsers > 0) {
      stats.refusedUsers += refusedUsers;
      logger.warn({ peer: node, refusedUsers }, "users of a peer were not kept: too many");
    }
    // Also old news may want an answer: who asks has lost something.
    if (isConnected) {
      this.#sync.heard(statement);
      if (stamp !== undefined) this.directory.heard(node, statement.sharded === true);
    }
    this.#tell(events, moved);
  }

  /** On how many nodes the user is, as far as this node knows. */
  nodeCountOf(user: string): number {
    return this.directory.isSharded ? this.finder.nodesOf(user).length : this.table.nodeCount(user);
  }

  isOwnKind(node: string): boolean {
    return this.table.answers(node) || this.#isOortbus(node);
  }

  /** It has spoken, and not as our kind does. */
  #isJava(node: string): boolean {
    return this.table.isPlain(node) && !this.#isOortbus(node);
  }

  #isOortbus(node: string): boolean {
    return this.#outlet.peers().some((peer) => peer.url === node && peer.kind === "oortbus");
  }

  /** @param moved - nobody came or went: users have other owners now */
  #tell(events: readonly PresenceEvent[], moved = false): void {
    for (const event of events) {
      const { user, present, nodes } = event;
      this.directory.presenceChanged(user);
      const knows = this.directory.knows(user);
      const isEdge = knows && !moved && nodes === (present ? 1 : 0);
      this.#outlet.told(knows ? event : { ...event, nodes: this.nodeCountOf(user) }, isEdge);
    }
  }
}
