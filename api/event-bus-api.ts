import { type Awaitable, andThen } from "../core/awaitable.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import type { BayeuxOptions } from "../core/server/bayeux-options.js";
import type { SendOptions } from "../seti/send-result.js";
import type { UserSendResult } from "../seti/user-inbox.js";
import { ApiError } from "./api-error.js";
import { type RequestReaders, requestReaders } from "./api-requests.js";
import type { ClusterView, LinkView, NodeState, PeerState } from "./cluster-view.js";
import { type PresenceNews, PresenceStream } from "./presence-stream.js";

/** What the API needs of a BayeuxServer. */
export interface ApiServer {
  readonly options: Pick<BayeuxOptions, "maxMessageBytes" | "maxJsonDepth">;
  readonly remoteSessionCount: number;
  /** What the channel's type makes of the data. @throws BayeuxError (or rejects) when it is not of the type */
  check(channel: string, data: unknown): Awaitable<unknown>;
  publish(sender: undefined, channel: string, data: unknown): number;
}

/** What the API needs of an Oort. */
export interface ApiOort {
  readonly url: string;
  readonly id: string;
  readonly peers: readonly {
    readonly url: string;
    readonly id: string | undefined;
    readonly state: PeerState;
    /** Milliseconds since the epoch. */
    readonly since: number;
  }[];
  hasPeerSession(url: string): boolean;
  linkOf?(url: string): LinkView | undefined;
}

/** What the API needs of a Seti. */
export interface ApiSeti {
  readonly options: { readonly maxUserIdBytes: number };
  readonly userCount: number;
  /** Where users are placed by consistent hash. */
  readonly shards: { readonly members: readonly string[] };
  sendMessage(user: string, channel: string, data: unknown, options: SendOptions): Promise<UserSendResult>;
  ownersOf(user: string): readonly string[];
  nodeCountOf(user: string): number;
  /** Where the user is; asks his owners where this node does not know. Never rejects. */
  findPresence(user: string): Promise<{
    readonly present: boolean;
    readonly nodes: readonly string[];
    readonly localSessions: number;
  }>;
  /** Resolves when it is known here where these users are; undefined where it is already. */
  whenLocated(users: readonly string[]): Promise<void> | undefined;
  watchPresence(
    users: readonly string[],
    notice: (changes: readonly { user: string; present: boolean; nodes: number }[]) => void,
  ): () => void;
  sessionsOf(user: string): Promise<{
    readonly sessions: readonly SessionOfUser[];
    readonly total: number;
    readonly unanswered: readonly string[];
    readonly unknown: readonly string[];
  }>;
  disconnectSession(
    user: string,
    session: string | undefined,
    reason?: string,
  ): Promise<{
    readonly disconnected: number;
    readonly unanswered: readonly string[];
    readonly unknown: readonly string[];
  }>;
}

/** One session of a user; `since` in milliseconds since the epoch. */
export interface SessionOfUser {
  readonly node: string;
  readonly session: string;
  readonly transport: string;
  readonly since: number;
  readonly remoteAddress?: string;
}

/** What became of a message for one user. */
export interface SendOutcome {
  readonly delivered: number;
  readonly unknown: readonly string[];
  readonly unconfirmed: readonly string[];
  /** Only when there are any. */
  readonly stored?: number;
  readonly untaken?: readonly string[];
  /** Nodes with a session that it was delivered to. */
  readonly nodes: number;
}

export interface EventBusApiParts {
  server: ApiServer;
  oort: ApiOort;
  seti: ApiSeti;
  /** Whether the node takes part in the cluster just now. */
  state(): NodeState;
  /** Told when that changes. @returns a function that removes the listener again */
  onState?(listener: (state: NodeState) => void): () => void;
  /** Begins to leave, if it has not begun. */
  drain(): void;
}

export interface PublishResult {
  /** Sessions of this node that took it; a link to another node is one. */
  readonly sessions: number;
}

export interface UserPresence {
  readonly user: string;
  readonly present: boolean;
  readonly nodes: readonly string[];
  readonly localSessions: number;
  readonly shardOwners: readonly string[];
}

export interface PresenceResult {
  readonly users: readonly UserPresence[];
}

export interface ListSessionsResult {
  readonly sessions: readonly (Omit<SessionOfUser, "since"> & { readonly since: string })[];
  readonly total: number;
  readonly unansweredNodes: readonly string[];
  readonly unknownNodes: readonly string[];
}

export interface DisconnectResult {
  readonly disconnected: number;
  readonly unansweredNodes: readonly string[];
  readonly unknownNodes: readonly string[];
}

/** Most users in one GetPresence or WatchPresence. */
const MAX_USERS = 1_000;
/** Most callers of WatchPresence at once. */
const MAX_STREAMS = 1_000;
/** Changes kept for one that reads slowly. */
const MAX_BUFFERED_CHANGES = 1_000;

/**
 * What a backend may ask of the cluster, by way of any one node. Both faces, gRPC and HTTP, call these methods with a
 * plain object nobody has checked yet, and print what these return.
 *
 * Every method throws (or rejects with) {@link ApiError}; any other error is a bug.
 */
export class EventBusApi {
  readonly #parts: EventBusApiParts;
  readonly #read: RequestReaders;
  readonly #streams = new Set<PresenceStream>();

  constructor(parts: EventBusApiParts) {
    this.#parts = parts;
    parts.onState?.((state) => {
      if (state !== "ready") for (const stream of [...this.#streams]) stream.end(`this node is ${state}`);
    });
    this.#read = requestReaders({
      maxDataBytes: parts.server.options.maxMessageBytes,
      maxUserIdBytes: parts.seti.options.maxUserIdBytes,
      maxUsers: MAX_USERS,
    });
  }

  /** Deepest nesting of a payload; the faces look at it before they parse. */
  get maxDataDepth(): number {
    return this.#parts.server.options.maxJsonDepth;
  }

  /**
   * Publishes as the server itself: past the security policy, to the subscribers of every node. Where the channel has a
   * type, the data must be of it.
   */
  publish(input: unknown): Awaitable<PublishResult> {
    this.#mustTakePart();
    const { server } = this.#parts;
    const { channel, data } = this.#read.publish(input);
    return andThen(this.#check(channel, data), (checked) => ({
      sessions: server.publish(undefined, channel, checked),
    }));
  }

  #check(channel: string, data: unknown): Awaitable<unknown> {
    try {
      const checked = this.#parts.server.check(channel, data);
      return checked instanceof Promise ? checked.catch(refuse) : checked;
    } catch (error) {
      return refuse(error);
    }
  }

  /** Sends `data` as it is to each session of the user. */
  async sendToUser(input: unknown): Promise<SendOutcome> {
    this.#mustTakePart();
    const { user, channel, data, ...options } = this.#read.sendToUser(input);
    try {
      const result = await this.#parts.seti.sendMessage(user, channel, data, { ...options, eachUser: true });
      const { users, ...outcome } = result;
      return { ...outcome, nodes: users?.get(user)?.nodes ?? 0 };
    } catch (error) {
      if (error instanceof BayeuxError && error.code === 429) {
        throw new ApiError("BUSY", "too many messages wait for other nodes", { cause: error });
      }
      throw error;
    }
  }

  async getPresence(input: unknown): Promise<PresenceResult> {
    this.#mustTakePart();
    const { seti } = this.#parts;
    const users = [...new Set(this.#read.getPresence(input).users)].map(async (user) => {
      const { present, nodes, localSessions } = await seti.findPresence(user);
      return { user, present, nodes, localSessions, shardOwners: seti.ownersOf(user) };
    });
    return { users: await Promise.all(users) };
  }

  /**
   * Tells where users are, until the reader returns or the node leaves the cluster.
   * @throws ApiError before anything is told
   */
  watchPresence(input: unknown): AsyncIterableIterator<PresenceNews> {
    this.#mustTakePart();
    const { users, counts } = this.#read.watchPresence(input);
    if (this.#streams.size >= MAX_STREAMS) throw new ApiError("BUSY", "too many callers watch presence");
    const { seti, oort } = this.#parts;
    const unique = [...new Set(users)];
    // The watch stands before the state is looked at, so that nothing between them is missed.
    let push: PresenceStream["push"] = () => {};
    const unwatch = seti.watchPresence(unique, (changes) => push(changes));
    const stream = new PresenceStream({
      node: oort.url,
      users: unique,
      counts,
      maxBufferedChanges: MAX_BUFFERED_CHANGES,
      nodeCountOf: (user) => seti.nodeCountOf(user),
      located: seti.whenLocated(unique),
      closed: () => {
        this.#streams.delete(stream);
        unwatch();
      },
    });
    push = (changes) => stream.push(changes);
    this.#streams.add(stream);
    return stream;
  }

  /** Lists the sessions of a user on all nodes. */
  async listUserSessions(input: unknown): Promise<ListSessionsResult> {
    this.#mustTakePart();
    const { user } = this.#read.listUserSessions(input);
    const { sessions, total, unanswered, unknown } = await this.#parts.seti.sessionsOf(user);
    const printed = sessions.map((session) => ({ ...session, since: new Date(session.since).toISOString() }));
    return { sessions: printed, total, unansweredNodes: unanswered, unknownNodes: unknown };
  }

  /** Ends all sessions of a user. */
  disconnectUser(input: unknown): Promise<DisconnectResult> {
    this.#mustTakePart();
    const { user, reason } = this.#read.disconnectUser(input);
    return this.#disconnect(user, undefined, reason);
  }

  /** Ends one session of a user. */
  disconnectSession(input: unknown): Promise<DisconnectResult> {
    this.#mustTakePart();
    const { user, session, reason } = this.#read.disconnectSession(input);
    return this.#disconnect(user, session, reason);
  }

  async #disconnect(user: string, session: string | undefined, reason: string | undefined): Promise<DisconnectResult> {
    const { seti } = this.#parts;
    const { disconnected, unanswered, unknown } = await seti.disconnectSession(user, session, reason);
    return { disconnected, unansweredNodes: unanswered, unknownNodes: unknown };
  }

  /** Takes the node out of the cluster; answers at once, and in every state of the node. */
  drain(input: unknown = {}): { readonly sessions: number } {
    this.#read.drain(input);
    this.#parts.drain();
    return { sessions: this.#clientSessions };
  }

  /** Answers in every state of the node. */
  getCluster(input: unknown = {}): ClusterView {
    this.#read.getCluster(input);
    const { oort, seti } = this.#parts;
    return {
      url: oort.url,
      id: oort.id,
      state: this.#parts.state(),
      peers: oort.peers.map(({ url, id, state, since }) => ({
        url,
        id: id ?? "",
        state,
        since: new Date(since).toISOString(),
        ...withLink(oort.linkOf?.(url)),
      })),
      sessions: this.#clientSessions,
      users: seti.userCount,
      shards: seti.shards.members.length,
    };
  }

  get #clientSessions(): number {
    const { server, oort } = this.#parts;
    const links = oort.peers.filter(({ url }) => oort.hasPeerSession(url)).length;
    return Math.max(0, server.remoteSessionCount - links);
  }

  /** A node that is not (or no longer) linked would answer for itself alone, and messages would reach only its own clients. */
  #mustTakePart(): void {
    const state = this.#parts.state();
    if (state !== "ready") throw new ApiError("UNAVAILABLE", `this node is ${state}: ask another one`);
  }
}

/** A channel refused the data: the caller's fault, and told with the error that a client would get. */
function refuse(error: unknown): never {
  if (!(error instanceof BayeuxError)) throw error;
  throw new ApiError("INVALID_ARGUMENT", `refused by the channel: ${error.message}`, { field: "data", cause: error });
}

function withLink(link: LinkView | undefined): { link?: LinkView } {
  return link === undefined ? {} : { link };
}
