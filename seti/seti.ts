import { type Awaitable, andThen } from "../core/awaitable.js";
import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import { parseChannel } from "../core/message/channel-id.js";
import { readOptions } from "../core/options.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import { Associations } from "./associations.js";
import { Inbox } from "./inbox.js";
import { MessageSender, type SendResult } from "./message-sender.js";
import { PresenceSync } from "./presence-sync.js";
import { type PresenceEvent, PresenceTable } from "./presence-table.js";
import { type PresenceNotice, PresenceWatch } from "./presence-watch.js";
import { SetiChannels } from "./seti-channels.js";
import type { SetiCloud, SetiPeer } from "./seti-cloud.js";
import { type PresenceStatement, setiIdOf } from "./seti-message.js";
import { type SetiOptions, type SetiOptionsInput, setiOptions } from "./seti-options.js";
import { newSetiStats, type SetiStats } from "./seti-stats.js";
import { ShardMap, type ShardView } from "./shard-map.js";
import { UserCalls } from "./user-calls.js";
import { userIdProblem } from "./user-id.js";
import { UserInbox, type UserInboxListener, type UserSendResult } from "./user-inbox.js";
import type { PresencePolicy } from "./user-presence.js";
import { type Disconnected, MAX_REASON_CHARS, type SessionsOfUser, UserSessions } from "./user-sessions.js";

/** Where a user is. */
export interface Presence {
  readonly present: boolean;
  /** The oortURLs of the nodes that hold the user, this one first. */
  readonly nodes: readonly string[];
  readonly localSessions: number;
}

/** Told of presence. Every method is optional; one that throws is logged. */
export interface PresenceListener {
  /** The user has a first session at the node. `local` is true for this node. */
  added?(user: string, node: string, local: boolean): void;
  /** The user's last session at the node is gone, or the node itself is. */
  removed?(user: string, node: string, local: boolean): void;
  /** The number of nodes that hold the user changed; 0 when he is nowhere. */
  changed?(user: string, nodes: number): void;
}

export interface SetiParts {
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/**
 * Knows on which nodes every user is connected, and sends messages to users wherever they are. This class is the face;
 * presence is kept by PresenceTable and told by PresenceSync, messages leave by MessageSender and arrive at Inbox.
 * @see spec/oort-seti.md sections 19 to 22
 */
export class Seti {
  readonly options: SetiOptions;
  readonly stats: SetiStats = newSetiStats();
  readonly setiId: string;
  /** Who is told when users come and go, for services; server code has {@link watchPresence}. */
  readonly presenceWatch: PresenceWatch;
  /** Whether a client may watch a user on `/service/presence`; without one, every client may watch everybody. */
  presencePolicy: PresencePolicy | undefined;
  readonly #server: BayeuxServer;
  readonly #cloud: SetiCloud;
  readonly #logger: Logger;
  readonly #channels: SetiChannels;
  readonly #table: PresenceTable<ServerSession>;
  readonly #associations: Associations;
  readonly #sync: PresenceSync;
  readonly #sender: MessageSender<ServerSession>;
  readonly #inbox: Inbox<ServerSession>;
  readonly #calls: UserCalls;
  readonly #userSessions: UserSessions;
  readonly #userInbox: UserInbox;
  #listeners: readonly PresenceListener[] = [];
  #detach: (() => void)[] = [];
  #shards: ShardMap | undefined;

  /** @throws ConfigError naming every option that is wrong */
  constructor(server: BayeuxServer, cloud: SetiCloud, options: SetiOptionsInput = {}, parts: SetiParts = {}) {
    this.options = readOptions(setiOptions, options, "seti.");
    this.#server = server;
    this.#cloud = cloud;
    this.#logger = parts.logger ?? server.logger;
    const channels = new SetiChannels(
      server,
      cloud,
      {
        statement: (statement) => this.#heardStatement(statement),
        userMessage: (message) => this.#inbox.received(message),
        answers: ({ node, answers }) => this.#sender.answered(node, answers),
        call: (call) => this.#calls.heard(call),
        welcome: (session, node) => this.#welcome(session, node),
      },
      { options: this.options, stats: this.stats, logger: this.#logger },
    );
    this.#channels = channels;
    this.setiId = channels.setiId;
    const shared = { clock: parts.clock ?? server.clock, stats: this.stats };
    this.#table = new PresenceTable(cloud.url, this.options);
    this.#associations = new Associations(this.#table, this.options, (user, present) => {
      this.#sync.changed(user, present);
      this.#tell([{ user, node: cloud.url, present }]);
    });
    this.#sync = new PresenceSync(
      cloud.url,
      this.#table,
      {
        flood: (statement) => channels.stateToAll(statement),
        push: (node, statement) => channels.stateToNode(node, statement),
      },
      (node) => this.#isOwnKind(node),
      this.options,
      shared,
    );
    const deliver = channels.deliver.bind(channels);
    this.#sender = new MessageSender(
      this.#table,
      {
        deliver,
        toNode: (node, message) => channels.sendToNode(node, message),
        toAll: (message) => channels.sendToAll(message),
        audience: () => channels.listeners().filter((node) => this.#isOwnKind(node)),
      },
      this.options,
      shared,
    );
    this.#inbox = new Inbox(
      {
        sessionsOf: (user) => this.#table.sessionsOf(user),
        deliver,
        answer: (node, answers) => channels.answer(node, answers),
        isPeer: (node) => cloud.hasPeerSession(node),
      },
      shared,
    );
    this.#calls = new UserCalls(this.options, {
      ownNode: cloud.url,
      send: (node, data) => channels.callNode(node, data),
      isPeer: (node) => cloud.hasPeerSession(node),
      clock: shared.clock,
    });
    this.#userSessions = new UserSessions(
      {
        ownNode: cloud.url,
        sessionsOf: (user) => this.#table.sessionsOf(user),
        ownKind: () => this.#ownKind(),
        holdersOf: (user) => this.#table.remoteNodesOf(user),
        deliver,
      },
      this.#calls,
      this.options,
      { clock: shared.clock, logger: this.#logger },
    );
    this.#userInbox = new UserInbox(
      {
        ownNode: cloud.url,
        maxUserIdBytes: this.options.maxUserIdBytes,
        ownersOf: (user) => this.ownersOf(user),
        holdersOf: (user) => this.#table.nodesOf(user),
        deliver: (user, channel, data) =>
          this.#table.sessionsOf(user).filter((session) => deliver(session, channel, data)).length,
        isOwnKind: (node) => this.#isOwnKind(node),
        tell: (node, userId, channel, data) => channels.sendToNode(node, { userId, channel, data, request: undefined }),
      },
      this.#calls,
      this.options.inbox,
      { ...shared, logger: this.#logger },
    );
    this.presenceWatch = new PresenceWatch({
      clock: shared.clock,
      logger: this.#logger,
      nodeCountOf: (user) => this.nodeCountOf(user),
      watchUser: () => () => {}, // every node knows every user
    });
    this.addPresenceListener({ changed: (user) => this.presenceWatch.changed(user) });
  }

  get isRunning(): boolean {
    return this.#channels.isOpen;
  }

  /**
   * Begins to hear and to speak. The cloud may have formed before, or form later.
   * @returns a promise only where the server's policy takes its time over local sessions
   * @throws Error when the policy refuses Seti's local session
   */
  start(): Awaitable<void> {
    if (this.isRunning) return;
    const local = this.#server.newLocalSession(this.setiId);
    return andThen(local.handshake(), () => {
      this.#channels.open(local);
      this.#open();
    });
  }

  #open(): void {
    this.#sync.start(this.#cloud.incarnation);
    this.#userInbox.start(this.#cloud.incarnation);
    this.#detach = [
      this.addPresenceListener({ added: (user) => this.#userInbox.userAdded(user) }),
      this.#userSessions.observe(this.#server),
      this.#server.addListener({ sessionAdded: (session) => this.#associations.sessionAdded(session) }),
      this.#cloud.addListener({ joined: (peer) => this.#joined(peer), left: (peer) => this.#left(peer.url) }),
    ];
    this.#channels.observe();
    for (const peer of this.#cloud.peers) if (peer.state === "joined") this.#joined(peer);
  }

  /** Forgets every user and says so to the other nodes. Sends that wait for an answer end as unconfirmed. */
  stop(): void {
    if (!this.isRunning) return;
    for (const detach of this.#detach) detach();
    this.#detach = [];
    this.#sender.close();
    this.#calls.close();
    this.#userInbox.stop();
    this.#associations.clear();
    this.#table.clear();
    this.#sync.stop();
    this.#channels.close();
    this.#shards = undefined;
  }

  /**
   * From now on messages to the user reach this session, until the association or the session ends. A session whose
   * handshake is still being decided counts from the moment it is accepted.
   * @returns whether this is new; false also while Seti does not run, and for a session that has ended
   * @throws BayeuxError 400 for an illegal user id, 429 beyond a limit
   */
  associate(user: string, session: ServerSession): boolean {
    return this.isRunning && this.#associations.associate(user, session);
  }

  /** @returns whether the session spoke for the user until now */
  disassociate(user: string, session: ServerSession): boolean {
    return this.#associations.disassociate(user, session);
  }

  /** Ends every association of the user on this node. @returns the sessions concerned */
  disassociateAll(user: string): ServerSession[] {
    return this.#associations.disassociateAll(user);
  }

  /** The user a session speaks for; of several, the one it was associated with first. */
  userOf(session: ServerSession): string | undefined {
    return this.#associations.userOf(session);
  }

  usersOf(session: ServerSession): string[] {
    return this.#associations.usersOf(session);
  }

  /**
   * Sends to every session of every one of these users, on all nodes.
   * @param channel - broadcast or service channel; the sessions need not be subscribed to it
   * @returns a promise that rejects with BayeuxError 400 when `channel` or a user id is not legal, 429 when too many
   *   sends wait for answers; nothing was sent then
   */
  sendMessage(users: string | readonly string[], channel: string, data: unknown): Promise<UserSendResult> {
    const list = typeof users === "string" ? [users] : users;
    const id = parseChannel(channel);
    if (id === undefined || id.kind === "meta" || id.wildcard !== "none") {
      const allowed = "channel must be a broadcast or service channel without wildcard";
      return Promise.reject(new BayeuxError(400, ["channel"], allowed));
    }
    for (const user of list) {
      const problem = userIdProblem(user, this.options.maxUserIdBytes);
      if (problem !== undefined) return Promise.reject(new BayeuxError(400, ["user"], `user ${problem}`));
    }
    if (!this.isRunning) return Promise.reject(new BayeuxError(500, [], "seti does not run"));
    const sent = this.#sender.send(list, id.name, data);
    return this.#userInbox.isOn ? sent.then((result) => this.#keep(result, id.name, data)) : sent;
  }

  /** What nobody got is kept for the next login, where `inbox.maxMessages` says so. */
  async #keep(result: SendResult, channel: string, data: unknown): Promise<UserSendResult> {
    if (result.unknown.length === 0 || !this.isRunning) return result;
    const { stored, refused, unconfirmed } = await this.#userInbox.keep(result.unknown, channel, data);
    const open = { unknown: refused, unconfirmed: [...result.unconfirmed, ...unconfirmed] };
    return { ...result, ...open, ...(stored.length > 0 ? { stored: stored.length } : {}) };
  }

  /**
   * Tells where users are: all of them before this returns, and then, at the end of each turn of the event loop, those on
   * whose number of nodes something changed.
   * @returns a function that ends it
   */
  watchPresence(users: Iterable<string>, notice: PresenceNotice): () => void {
    const list = this.presenceWatch.open(notice);
    list.add(users);
    notice(list.present());
    return () => list.close();
  }

  /** Told of the messages kept for absent users. @returns a function that removes the listener again */
  addInboxListener(listener: UserInboxListener): () => void {
    return this.#userInbox.addListener(listener);
  }

  /** What this node keeps for absent users. */
  get keptMessages(): { readonly users: number; readonly messages: number; readonly bytes: number } {
    const { userCount, messageCount, bytes } = this.#userInbox.store;
    return { users: userCount, messages: messageCount, bytes };
  }

  /**
   * Lists the user's sessions on all nodes.
   * @returns a promise that rejects with BayeuxError 400 when the user id is not legal
   */
  async sessionsOf(user: string): Promise<SessionsOfUser> {
    this.#checkUser(user);
    return this.#userSessions.list(user);
  }

  /**
   * Ends the user's sessions on all nodes; their clients are told to stay away.
   * @param reason - at most 256 characters; what the client is told on `/service/seti/disconnected`, and the log says
   * @returns a promise that rejects with BayeuxError 400 when an argument is not legal
   */
  disconnectUser(user: string, reason?: string): Promise<Disconnected> {
    return this.disconnectSession(user, undefined, reason);
  }

  /** As {@link disconnectUser}, one session only. @param session - as {@link sessionsOf} names it; undefined for all */
  async disconnectSession(user: string, session: string | undefined, reason?: string): Promise<Disconnected> {
    this.#checkUser(user);
    if (reason !== undefined && reason.length > MAX_REASON_CHARS) {
      throw new BayeuxError(400, ["reason"], `reason must be at most ${MAX_REASON_CHARS} characters long`);
    }
    return this.#userSessions.disconnect(user, session, reason);
  }

  #checkUser(user: string): void {
    const problem = userIdProblem(user, this.options.maxUserIdBytes);
    if (problem !== undefined) throw new BayeuxError(400, ["user"], `user ${problem}`);
    if (!this.isRunning) throw new BayeuxError(500, [], "seti does not run");
  }

  /** All users known, on this node and elsewhere. */
  getUserIds(): string[] {
    return [...this.#table.users()];
  }

  /** The users with a session on this node. */
  getAssociatedUserIds(): string[] {
    return [...this.#table.localUsers];
  }

  get userCount(): number {
    return this.#table.userCount;
  }

  get localUserCount(): number {
    return this.#table.localUsers.size;
  }

  /** Users whose messages wait for an answer of another node. */
  get outstandingSends(): number {
    return this.#sender.outstanding;
  }

  isPresent(user: string): boolean {
    return this.#table.nodeCount(user) > 0;
  }

  /** Whether the user has a session on this node. */
  isAssociated(user: string): boolean {
    return this.#table.localUsers.has(user);
  }

  presenceOf(user: string): Presence {
    const nodes = this.#table.nodesOf(user);
    return { present: nodes.length > 0, nodes, localSessions: this.#table.sessionsOf(user).length };
  }

  /** On how many nodes the user is. */
  nodeCountOf(user: string): number {
    return this.#table.nodeCount(user);
  }

  /** @returns a function that removes the listener again */
  addPresenceListener(listener: PresenceListener): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  }

  /** Which nodes own which users. A view: presence is flooded, so that every node knows every user. */
  get shards(): ShardView {
    return this.#shardMap();
  }

  /** The nodes that own the user by consistent hashing, the first owner first. */
  ownersOf(user: string): string[] {
    return this.#shardMap().ownersOf(user);
  }

  #shardMap(): ShardMap {
    // Java nodes do not know of shards, so they cannot own any.
    this.#shards ??= new ShardMap(
      [
        this.#cloud.url,
        ...this.#cloud.peers
          .filter((peer) => peer.state === "joined" && peer.kind === "oortbus")
          .map((peer) => peer.url),
      ],
      this.options.shardCopies,
    );
    return this.#shards;
  }

  #joined(peer: SetiPeer): void {
    this.#shards = undefined;
    if (peer.url !== this.#cloud.url && setiIdOf(peer.url) === this.setiId) {
      this.#logger.warn({ peer: peer.url, setiId: this.setiId }, "another node has the same seti id");
    }
    this.#table.joined(peer.url, peer.incarnation);
    this.#sync.pushSoon(peer.url);
    this.#userInbox.membersChanged(peer.url);
  }

  #left(node: string): void {
    this.#shards = undefined;
    this.#sync.left(node);
    this.#sender.nodeLeft(node);
    this.#calls.nodeLeft(node);
    this.#userInbox.membersChanged(node);
    this.#tell(this.#table.left(node));
  }

  /** A peer subscribed to `/seti/all`: it gets what this node has to say, on the path that changes will take. */
  #welcome(session: ServerSession, node: string): void {
    // Of a peer that never got as far as joining no `left` is told. Oort's own listener has run before this one.
    session.onRemoved(() => {
      if (this.isRunning && !this.#cloud.hasPeerSession(node)) this.#left(node);
    });
    for (const statement of this.#sync.setOnSubscription(node)) this.#channels.stateToSession(session, statement);
  }

  #heardStatement(statement: PresenceStatement): void {
    if (statement.node === this.#cloud.url) return;
    this.stats.statementsIn += 1;
    const isConnected = this.#cloud.hasPeerSession(statement.node);
    const { events, stale, refusedUsers } = this.#table.apply(statement, isConnected);
    if (stale) this.stats.staleStatements += 1;
    if (refusedUsers > 0) {
      this.stats.refusedUsers += refusedUsers;
      this.#logger.warn({ peer: statement.node, refusedUsers }, "users of a peer were not kept: too many");
    }
    // Also old news may want an answer: who asks has lost something.
    if (isConnected) this.#sync.heard(statement);
    this.#tell(events);
  }

  #tell(events: readonly PresenceEvent[]): void {
    for (const { user, node, present } of events) {
      const local = node === this.#cloud.url;
      for (const listener of this.#listeners) {
        try {
          if (present) listener.added?.(user, node, local);
          else listener.removed?.(user, node, local);
          listener.changed?.(user, this.#table.nodeCount(user));
        } catch (err) {
          this.#logger.error({ err }, "presence listener failed");
        }
      }
    }
  }

  /** The other nodes of our own kind that are linked. */
  #ownKind(): string[] {
    const joined = this.#cloud.peers.filter(({ state, url }) => state === "joined" || this.#cloud.hasPeerSession(url));
    return joined.map(({ url }) => url).filter((url) => url !== this.#cloud.url && this.#isOwnKind(url));
  }

  #isOwnKind(node: string): boolean {
    return this.#table.answers(node) || this.#cloud.peers.some((peer) => peer.url === node && peer.kind === "oortbus");
  }
}
