import { type Awaitable, andThen } from "../core/awaitable.js";
import type { Logger } from "../core/logger.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import { parseChannel } from "../core/message/channel-id.js";
import { readOptions } from "../core/options.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { Associations } from "./associations.js";
import type { PresenceListener } from "./presence-listeners.js";
import type { PresenceTable } from "./presence-table.js";
import type { PresenceNotice, PresenceWatch } from "./presence-watch.js";
import type { SendOptions, SendResult } from "./send-result.js";
import type { SetiChannels } from "./seti-channels.js";
import type { SetiCloud, SetiPeer } from "./seti-cloud.js";
import type { SetiEngine } from "./seti-engine.js";
import { setiIdOf } from "./seti-message.js";
import { type SetiOptions, type SetiOptionsInput, setiOptions } from "./seti-options.js";
import { newSetiStats, type SetiStats } from "./seti-stats.js";
import { type SetiParts, SetiWiring } from "./seti-wiring.js";
import type { ShardView } from "./shard-map.js";
import { userIdProblem } from "./user-id.js";
import type { UserInbox, UserInboxListener, UserSendResult } from "./user-inbox.js";
import type { PresencePolicy } from "./user-presence.js";
import { type Disconnected, MAX_REASON_CHARS, type SessionsOfUser } from "./user-sessions.js";

export type { PresenceListener } from "./presence-listeners.js";

/** Where a user is. */
export interface Presence {
  readonly present: boolean;
  /** The oortURLs of the nodes that hold the user, this one first. */
  readonly nodes: readonly string[];
  readonly localSessions: number;
}

/**
 * Knows on which nodes every user is connected, and sends messages to users wherever they are. This class is the face;
 * who is where and how messages get there is SetiEngine's.
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
  readonly #wiring: SetiWiring;
  readonly #logger: Logger;
  readonly #channels: SetiChannels;
  readonly #table: PresenceTable<ServerSession>;
  readonly #associations: Associations;
  readonly #engine: SetiEngine<ServerSession>;
  readonly #userInbox: UserInbox;
  #detach: (() => void)[] = [];

  /** @throws ConfigError naming every option that is wrong */
  constructor(server: BayeuxServer, cloud: SetiCloud, options: SetiOptionsInput = {}, parts: SetiParts = {}) {
    this.options = readOptions(setiOptions, options, "seti.");
    this.#server = server;
    this.#cloud = cloud;
    this.#logger = parts.logger ?? server.logger;
    const wiring = new SetiWiring(
      {
        ...{ server, cloud, options: this.options, stats: this.stats, logger: this.#logger },
        welcome: (session, node) => this.#welcome(session, node),
        whenLocated: (users) => this.whenLocated(users),
        watchUser: (user) => this.watchUser(user),
      },
      parts,
    );
    this.#wiring = wiring;
    this.#channels = wiring.channels;
    this.#engine = wiring.engine;
    this.#table = wiring.engine.table;
    this.#associations = wiring.associations;
    this.#userInbox = wiring.userInbox;
    this.presenceWatch = wiring.presenceWatch;
    this.setiId = wiring.channels.setiId;
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
    this.#engine.start(this.#cloud.incarnation);
    this.#userInbox.start(this.#cloud.incarnation);
    this.#detach = [
      this.addPresenceListener({ added: (user) => this.#userInbox.userAdded(user) }),
      this.#wiring.userSessions.observe(this.#server),
      this.#server.addListener({
        sessionAdded: (session) => this.#associations.sessionAdded(session),
        sessionRemoved: (session) => this.#associations.sessionRemoved(session),
      }),
      this.#cloud.addListener({
        joined: (peer) => this.#joined(peer),
        left: (peer) => this.#left(peer.url),
        leaving: (peer) => this.#leaving(peer.url),
        draining: () => this.#leaving(this.#cloud.url),
      }),
    ];
    this.#channels.observe();
    for (const peer of this.#cloud.peers) if (peer.state === "joined") this.#joined(peer);
  }

  /** Forgets every user and says so to the other nodes. Sends that wait for an answer end as unconfirmed. */
  stop(): void {
    if (!this.isRunning) return;
    for (const detach of this.#detach) detach();
    this.#detach = [];
    this.#wiring.calls.close();
    this.#userInbox.stop();
    this.#associations.clear();
    this.#engine.stop();
    this.#channels.close();
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
  sendMessage(
    users: string | readonly string[],
    channel: string,
    data: unknown,
    options: SendOptions = {},
  ): Promise<UserSendResult> {
    return new Promise((resolve) => this.beginMessage(users, channel, data, options, resolve));
  }

  /**
   * As {@link sendMessage}, without a promise where none is needed.
   * @param done - called once, before this returns where the result is known; must not throw
   * @throws BayeuxError where `sendMessage` rejects with one
   */
  beginMessage(
    users: string | readonly string[],
    channel: string,
    data: unknown,
    options: SendOptions,
    done: (result: Awaitable<UserSendResult>) => void,
  ): void {
    const list = typeof users === "string" ? [users] : users;
    const id = parseChannel(channel);
    if (id === undefined || id.kind === "meta" || id.wildcard !== "none") {
      throw new BayeuxError(400, ["channel"], "channel must be a broadcast or service channel without wildcard");
    }
    for (const user of list) {
      const problem = userIdProblem(user, this.options.maxUserIdBytes);
      if (problem !== undefined) throw new BayeuxError(400, ["user"], `user ${problem}`);
    }
    if (!this.isRunning) throw new BayeuxError(500, [], "seti does not run");
    const { sender } = this.#engine;
    sender.begin(list, id.name, data, options, this.#userInbox.isOn ? this.#keeping(id.name, data, done) : done);
  }

  /** What nobody got is kept before `done` is told. */
  #keeping(
    channel: string,
    data: unknown,
    done: (result: Promise<UserSendResult>) => void,
  ): (result: SendResult) => void {
    return (result) => done(this.#keep(result, channel, data));
  }

  /** What nobody got is kept for the next login, where `inbox.maxMessages` says so. */
  async #keep(result: SendResult, channel: string, data: unknown): Promise<UserSendResult> {
    if (result.unknown.length === 0 || !this.isRunning) return result;
    const { stored, refused, unconfirmed } = await this.#userInbox.keep(result.unknown, channel, data);
    const open = { unknown: refused, unconfirmed: [...result.unconfirmed, ...unconfirmed] };
    return { ...result, ...open, ...(stored.length > 0 ? { stored: stored.length } : {}) };
  }

  /**
   * Tells where users are: all of them before this returns, as far as this node knows (in shard mode the others follow),
   * and then, at the end of each turn of the event loop, those on whose number of nodes something changed.
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

  /** How many messages this node keeps for one absent user. */
  keptFor(user: string): number {
    return this.#userInbox.store.messagesOf(user).length;
  }

  /**
   * Lists the user's sessions on all nodes.
   * @returns a promise that rejects with BayeuxError 400 when the user id is not legal
   */
  async sessionsOf(user: string): Promise<SessionsOfUser> {
    this.#checkUser(user);
    return this.#wiring.userSessions.list(user);
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
    return this.#wiring.userSessions.disconnect(user, session, reason);
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
    return this.#engine.sender.outstanding;
  }

  isPresent(user: string): boolean {
    return this.#table.nodeCount(user) > 0;
  }

  /** Whether the user has a session on this node. */
  isAssociated(user: string): boolean {
    return this.#table.localUsers.has(user);
  }

  /** Where the user is, as far as this node knows: everything in flood mode, else see {@link findPresence}. */
  presenceOf(user: string): Presence {
    const nodes = this.#table.nodesOf(user);
    return { present: nodes.length > 0, nodes, localSessions: this.#table.sessionsOf(user).length };
  }

  /** On how many nodes the user is, as far as this node knows. */
  nodeCountOf(user: string): number {
    return this.#engine.nodeCountOf(user);
  }

  /** Where the user is, by the word of an owner where this node does not know. Never rejects. */
  async findPresence(user: string): Promise<Presence> {
    const nodes = await this.#engine.finder.find(user);
    return { present: nodes.length > 0, nodes, localSessions: this.#table.sessionsOf(user).length };
  }

  /** Resolves when it is known here where these users are; undefined where it is already, as in flood mode. Never rejects. */
  whenLocated(users: Iterable<string>): Promise<void> | undefined {
    const { directory, finder } = this.#engine;
    const unknown = directory.isSharded ? [...users].filter((user) => !directory.knows(user)) : [];
    if (unknown.length === 0) return undefined;
    return Promise.all(unknown.map((user) => finder.find(user))).then(() => {});
  }

  /**
   * From now on listeners are told on how many nodes the user is (`changed`), also where this node does not own him; where
   * it does, or in flood mode, they are told anyhow. @returns a function that ends it
   */
  watchUser(user: string): () => void {
    const { directory, finder } = this.#engine;
    return directory.isSharded ? finder.watch(user) : () => {};
  }

  /** @returns a function that removes the listener again */
  addPresenceListener(listener: PresenceListener): () => void {
    return this.#wiring.listeners.add(listener);
  }

  /** Which nodes own which users. In flood mode only shown: every node knows every user. */
  get shards(): ShardView {
    return this.#engine.directory.shards;
  }

  /** The nodes that own the user by consistent hashing, the first owner first. */
  ownersOf(user: string): readonly string[] {
    return this.#engine.directory.ownersOf(user);
  }

  #joined(peer: SetiPeer): void {
    if (peer.url !== this.#cloud.url && setiIdOf(peer.url) === this.setiId) {
      this.#logger.warn({ peer: peer.url, setiId: this.setiId }, "another node has the same seti id");
    }
    this.#engine.joined(peer);
    this.#userInbox.membersChanged(peer.url);
  }

  /** It owns nobody from now on, this node or another: what it keeps goes to those who do. */
  #leaving(node: string): void {
    this.#engine.leaving(node);
    this.#userInbox.membersChanged(node);
  }

  #left(node: string): void {
    this.#engine.left(node);
    this.#wiring.calls.nodeLeft(node);
    this.#userInbox.membersChanged(node);
  }

  /** A peer subscribed to `/seti/all`: it gets what this node has to say, on the path that changes will take. */
  #welcome(session: ServerSession, node: string): void {
    // Of a peer that never got as far as joining no `left` is told. Oort's own listener has run before this one.
    session.onRemoved(() => {
      if (this.isRunning && !this.#cloud.hasPeerSession(node)) this.#left(node);
    });
    for (const statement of this.#engine.welcome(node)) this.#channels.stateToSession(session, statement);
  }
}
