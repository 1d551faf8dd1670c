import type { ApiOptionsInput } from "../../api/api-options.js";
import type { ApiQuestions, BackendApiParts } from "../../api/bus-parts.js";
import type { LinkView, NodeState } from "../../api/cluster-view.js";
import type { ApiTokens } from "../../api/tokens.js";
import { type Clock, systemClock } from "../../core/clock.js";
import type { Message } from "../../core/message/message.js";
import type { SendOptions } from "../../seti/send-result.js";
import type { UserSendResult } from "../../seti/user-inbox.js";

type Notice = (changes: readonly { user: string; present: boolean; nodes: number }[]) => void;

/** The link with the one peer that has one. */
export const LINK: LinkView = {
  out: "open",
  in: "joined",
  roundTripMs: 1.5,
  queuedMessages: 2,
  queuedBytes: 319,
  gaps: 1,
  interest: 0,
  version: 1,
};

/** A node as the backend API sees it, with what was asked of it written down. */
export class FakeBus implements BackendApiParts {
  readonly published: [channel: string, data: unknown][] = [];
  readonly sent: [user: string, channel: string, data: unknown][] = [];
  readonly sendOptions: SendOptions[] = [];
  readonly disconnected: [user: string, session: string | undefined, reason: string | undefined][] = [];
  /** Whether messages for absent users are kept. */
  keeps = false;
  /** Who watches presence. */
  readonly watchers = new Set<Notice>();
  nodeState: NodeState = "ready";
  /** Thrown by the next sends and publishes. */
  failure: Error | undefined;
  /** Holds sends back until it is resolved. */
  gate: Promise<void> = Promise.resolve();
  readonly holders = new Map<string, string[]>([
    ["bob", ["http://a/cometd", "http://b/cometd"]],
    ["grüße", ["http://b/cometd"]],
  ]);

  clock: Clock = systemClock;
  options: ApiOptionsInput = {};
  /** Who subscribes to what by way of the API. */
  readonly subscriptions = new Set<{ channel: string; listener: (message: Message) => void }>();
  /** Resolved when every node knows of a subscription. */
  settled: Promise<void> = Promise.resolve();
  /** Told of lost messages of a node. */
  readonly gapListeners = new Set<{ gap(peer: { readonly url: string }): void }>();
  /** What other nodes answer, by question. */
  readonly others = new Map<string, { node: string; answer: unknown }[]>();
  /** Channels of this node, with their subscribers: a name that begins with `client` is a client's session. */
  readonly channels = new Map<string, string[]>();

  readonly server = {
    options: { maxMessageBytes: 1_000, maxJsonDepth: 8 },
    remoteSessionCount: 5,
    channelCount: 7,
    stats: { messagesIn: 0, publishes: 0, deliveries: 0, messagesDropped: 0, handshakes: 0 },
    channels: {
      [Symbol.iterator]: () =>
        [...this.channels]
          .map(([name, subscribers]) => ({ name, id: { kind: "broadcast" }, subscribers }))
          [Symbol.iterator](),
    },
    subscribe: (channel: string, listener: (message: Message) => void) => {
      const entry = { channel, listener };
      this.subscriptions.add(entry);
      return () => void this.subscriptions.delete(entry);
    },
    check: (_channel: string, data: unknown): unknown => data,
    publish: (_sender: undefined, channel: string, data: unknown): number => {
      if (this.failure !== undefined) throw this.failure;
      this.published.push([channel, data]);
      return 3;
    },
  };

  readonly oort = {
    url: "http://a/cometd",
    id: "node-a",
    peers: [
      { url: "http://b/cometd", id: "node-b", state: "joined", since: 1_700_000_000_250 },
      { url: "http://c/cometd", id: undefined, state: "lost", since: 1_700_000_001_000 },
    ] as const,
    backlog: 0,
    interestSettled: () => this.settled,
    addListener: (listener: { gap(peer: { readonly url: string }): void }) => {
      this.gapListeners.add(listener);
      return () => void this.gapListeners.delete(listener);
    },
    hasPeerSession: (url: string): boolean => url === "http://b/cometd",
    linkOf: (url: string): LinkView | undefined => (url === "http://b/cometd" ? LINK : undefined),
  };

  readonly #answerers = new Map<string, Parameters<ApiQuestions["answer"]>[1]>();

  readonly questions: ApiQuestions = {
    nodes: ["http://a/cometd", "http://b/cometd"],
    foreign: ["http://java/cometd"],
    start() {},
    stop() {},
    answer: (name, answerer) => void this.#answerers.set(name, answerer),
    askAll: async (name, body, form, nodes = ["http://a/cometd", "http://b/cometd"]) => {
      const own = { node: "http://a/cometd", answer: await this.#answerers.get(name)?.(body, "http://a/cometd") };
      const all = [own, ...(this.others.get(name) ?? [])].filter(({ node }) => nodes.includes(node));
      const answers = all.map(({ node, answer }) => ({ node, answer: form.parse(answer) }));
      return { answers, unanswered: nodes.filter((node) => !all.some((one) => one.node === node)) };
    },
  };

  isClient(subscriber: unknown): boolean {
    return String(subscriber).startsWith("client");
  }

  /** Something is published, here or on another node. */
  heard(channel: string, data: unknown): void {
    const message = { channel, data };
    for (const { listener } of [...this.subscriptions]) listener(message);
  }

  readonly seti = {
    sendMessage: async (
      users: string | readonly string[],
      channel: string,
      data: unknown,
      options: SendOptions = {},
    ): Promise<UserSendResult> => {
      await this.gate;
      if (this.failure !== undefined) throw this.failure;
      const list = typeof users === "string" ? [users] : users;
      for (const user of list) this.sent.push([user, channel, data]);
      this.sendOptions.push(options);
      const nodesOf = (user: string): number => this.holders.get(user)?.length ?? 0;
      const unknown = list.filter((user) => nodesOf(user) === 0);
      const delivered = list.reduce((sum, user) => sum + nodesOf(user), 0);
      const outcomes = new Map(list.map((user) => [user, { sessions: nodesOf(user), nodes: nodesOf(user) }]));
      if (unknown.length === 0 || !this.keeps) return { delivered, unknown, unconfirmed: [], users: outcomes };
      return { delivered, unknown: [], unconfirmed: [], stored: unknown.length, users: outcomes };
    },
    whenLocated: () => undefined,
    findPresence: async (user: string) => {
      const nodes = this.holders.get(user) ?? [];
      return { present: nodes.length > 0, nodes, localSessions: nodes.includes("http://a/cometd") ? 1 : 0 };
    },
    nodeCountOf: (user: string) => this.holders.get(user)?.length ?? 0,
    watchPresence: (users: readonly string[], notice: Notice) => {
      this.watchers.add(notice);
      notice(users.map((user) => ({ user, present: this.holders.has(user), nodes: this.seti.nodeCountOf(user) })));
      return () => void this.watchers.delete(notice);
    },
    sessionsOf: async (user: string) => {
      const sessions = (this.holders.get(user) ?? []).map((node, index) => ({
        node,
        session: `session-of-${user}-0`.slice(0, 16),
        transport: "websocket",
        since: 1_700_000_000_250 + index,
        ...(index === 0 ? { remoteAddress: "192.0.2.7" } : {}),
      }));
      return { sessions, total: sessions.length, unanswered: ["http://c/cometd"], unknown: ["http://java/cometd"] };
    },
    disconnectSession: async (user: string, session: string | undefined, reason?: string) => {
      this.disconnected.push([user, session, reason]);
      const disconnected = Math.min(this.seti.nodeCountOf(user), session === undefined ? 9 : 1);
      return { disconnected, unanswered: ["http://c/cometd"], unknown: [] };
    },
    ownersOf: (user: string) => (user === "bob" ? ["http://c/cometd"] : []),
    options: { maxUserIdBytes: 256 },
    userCount: 2,
    shards: { members: ["http://a/cometd", "http://b/cometd", "http://c/cometd"] },
  };

  /** What was asked of tokens. */
  readonly wishes: unknown[] = [];
  tokens: ApiTokens | undefined = {
    maxTtlMs: 3_600_000,
    takesTokens: true,
    mintToken: async (wish) => {
      this.wishes.push(wish);
      return { token: "a.b.c", tokenId: "t1", expiresAtMs: 1_700_000_900_000 };
    },
    revoke: (revoked) => {
      this.wishes.push(revoked);
      const untilMs = 1_700_086_400_000;
      return "user" in revoked && revoked.user === "too many" ? undefined : { key: "user:x", beforeMs: 0, untilMs };
    },
    endedBy: ({ key }) => (key === "user:x" ? 2 : 0),
  };

  #stateListener: (state: NodeState) => void = () => {};

  onState(listener: (state: NodeState) => void): () => void {
    this.#stateListener = listener;
    return () => {};
  }

  drain(): void {
    this.nodeState = "draining";
    this.#stateListener(this.nodeState);
  }

  /** The user is on so many nodes now. */
  moved(user: string, nodes: number): void {
    if (nodes === 0) this.holders.delete(user);
    else
      this.holders.set(
        user,
        Array.from({ length: nodes }, (_, index) => `http://node${index}/cometd`),
      );
    for (const notice of this.watchers) notice([{ user, present: nodes > 0, nodes }]);
  }

  state(): NodeState {
    return this.nodeState;
  }
}
