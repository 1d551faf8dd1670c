import type { Awaitable } from "../core/awaitable.js";
import type { Clock } from "../core/clock.js";
import type { Message } from "../core/message/message.js";
import type { BayeuxOptions } from "../core/server/bayeux-options.js";
import type { SendOptions } from "../seti/send-result.js";
import type { UserSendResult } from "../seti/user-inbox.js";
import type { ApiCall } from "./api-call.js";
import type { ApiMethod } from "./api-method.js";
import type { ApiOptionsInput } from "./api-options.js";
import type { LinkView, NodeState, PeerState } from "./cluster-view.js";
import type { NodeQuestions } from "./operator/node-questions.js";
import type { ApiTokens } from "./tokens.js";

/** What the API needs of a BayeuxServer. */
export interface ApiServer {
  readonly options: Pick<BayeuxOptions, "maxMessageBytes" | "maxJsonDepth">;
  readonly remoteSessionCount: number;
  readonly channelCount: number;
  readonly stats: {
    readonly messagesIn: number;
    readonly publishes: number;
    readonly deliveries: number;
    readonly messagesDropped: number;
    readonly handshakes: number;
  };
  readonly channels: Iterable<{
    readonly name: string;
    readonly id: { readonly kind: string };
    readonly subscribers: Iterable<unknown>;
  }>;
  /** What the channel's type makes of the data. @throws BayeuxError (or rejects) when it is not of the type */
  check(channel: string, data: unknown): Awaitable<unknown>;
  publish(sender: undefined, channel: string, data: unknown): number;
  /** @returns a function that unsubscribes */
  subscribe(channel: string, listener: (message: Message) => void): () => void;
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
  /** Messages published here that peers have not confirmed. */
  readonly backlog: number;
  hasPeerSession(url: string): boolean;
  linkOf(url: string): LinkView | undefined;
  /** Resolves when every node knows what is subscribed to here. */
  interestSettled(): Promise<void>;
  addListener(listener: { gap(peer: { readonly url: string }): void }): () => void;
}

/** What the API needs of a Seti. */
export interface ApiSeti {
  readonly options: { readonly maxUserIdBytes: number };
  readonly userCount: number;
  /** Where users are placed by consistent hash. */
  readonly shards: { readonly members: readonly string[] };
  sendMessage(
    users: string | readonly string[],
    channel: string,
    data: unknown,
    options?: SendOptions,
  ): Promise<UserSendResult>;
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

/** Questions from node to node, for methods whose answer is the whole cluster's. */
export type ApiQuestions = Pick<NodeQuestions, "answer" | "askAll" | "nodes" | "foreign" | "start" | "stop">;

/** The parts of a node that the API speaks for. */
export interface BackendApiParts {
  readonly server: ApiServer;
  readonly oort: ApiOort;
  readonly seti: ApiSeti;
  readonly questions: ApiQuestions;
  readonly clock: Clock;
  readonly options?: ApiOptionsInput;
  /** Whether a subscriber is a client's session, and not a peer's or this process's own. */
  isClient(subscriber: unknown): boolean;
  /** Whether the node takes part in the cluster just now. */
  state(): NodeState;
  /** Told when that changes. @returns a function that removes the listener again */
  onState(listener: (state: NodeState) => void): () => void;
  /** Begins to leave, if it has not begun. */
  drain(): void;
  /** The calls of operators, and what is told of each call that is to be in the audit log. */
  readonly operator?: {
    readonly methods: readonly ApiMethod[];
    record(call: ApiCall, action: string, target: string, outcome: string): void;
  };
  /** Does the work of a call, as part of its caller's trace where that is told and followed. @default without traces */
  follow?(name: string, traceparent: string | undefined, work: () => Awaitable<unknown>): Awaitable<unknown>;
  /** undefined: clients have no tokens. */
  readonly tokens?: ApiTokens | undefined;
}
