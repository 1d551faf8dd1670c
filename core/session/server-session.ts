import type { ServerChannel } from "../channel/server-channel.js";
import type { Subscriber } from "../channel/subscriber.js";
import type { Clock } from "../clock.js";
import type { Logger } from "../logger.js";
import { type Extension, ExtensionPipeline } from "../message/extension.js";
import type { Message } from "../message/message.js";
import { Publication } from "../message/publication.js";
import type { BayeuxStats } from "./bayeux-stats.js";
import { ConnectCycle } from "./connect-cycle.js";
import type { Flusher } from "./flusher.js";
import { type MessageQueue, PlainQueue } from "./message-queue.js";
import type { HeldConnect, Outlet } from "./outlet.js";
import { nextSessionState, type SessionState } from "./session-state.js";

/**
 * Why a session ended. `disconnected`: the client or server code said so; `expired`: no connect came in time;
 * `overflow`: its queue was full; `closed`: the server stops.
 */
export type RemovalReason = "disconnected" | "expired" | "overflow" | "closed";

/** May veto one delivery to one session (CometD's session message listener). @returns false to withhold it */
export type DeliveryFilter = (sender: ServerSession | undefined, message: Message) => boolean;

export type RemovedListener = (session: ServerSession, reason: RemovalReason) => void;

/** The limits and times of sessions that set none of their own. */
export interface SessionDefaults {
  readonly timeoutMs: number;
  readonly intervalMs: number;
  readonly maxIntervalMs: number;
  readonly maxQueuedMessages: number;
  readonly maxQueuedBytes: number;
}

/** What a session needs of the server it lives in. */
export interface SessionHost {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly stats: BayeuxStats;
  readonly flusher: Flusher;
  readonly defaults: SessionDefaults;
  /** The session's deadline was set or moved earlier. */
  watch(session: ServerSession): void;
  /** Takes an ended session out of the registry and tells the server's listeners. Called once. */
  ended(session: ServerSession, reason: RemovalReason): void;
  /** Runs the server-wide outgoing extensions on a message for this session alone. */
  outgoing(message: Message, sender: ServerSession | undefined, receiver: ServerSession): Message | undefined;
}

/** What the peer's request looked like, for a policy that wants more than the message. Gone after the handshake. */
export interface RequestContext {
  readonly remoteAddress: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * One client of this server, from its handshake until it disconnects, expires or overflows.
 * @see spec/bayeux.md sections 12, 13, 18
 */
export class ServerSession implements Subscriber {
  readonly id: string;
  /** True for the server-side twin of a LocalSession. */
  readonly isLocal: boolean;
  /** Whatever server code wants to remember about the session; never on the wire. */
  readonly attributes = new Map<string, unknown>();
  /** Override of the server's option, in milliseconds. */
  maxIntervalMs: number | undefined;
  /** Most messages and bytes that may wait; one more ends the session. */
  maxQueuedMessages: number;
  maxQueuedBytes: number;
  /** Longest frame or request taken from it; undefined for the server's option. A link carries more than a client. */
  maxMessageBytes: number | undefined;
  /** Deliveries travel in connect replies only, also where the transport could push them. */
  metaConnectDeliveryOnly = false;
  /** Whether the session gets what it published itself. */
  broadcastToPublisher = true;
  /** True when the next connect reply must carry advice (spec section 6.4). */
  adviceDue = true;
  /** True while its client is advised to poll, since its browser has other sessions; the next advice takes that back. */
  sharesBrowser = false;
  /** The request of the handshake; set while the policy and the listeners of the handshake run. */
  context: RequestContext | undefined;
  lastOffered: Publication | undefined;
  sweepSlot = 0;
  flushPending = false;
  /** Where messages go; replaced by the ack extension. */
  queue: MessageQueue = new PlainQueue();

  readonly #host: SessionHost;
  readonly #subscriptions = new Set<ServerChannel>();
  /** Takes deliveries at once instead of the queue: the LocalSession's. */
  #receiver: ((message: Message) => void) | undefined;
  #timeoutMs: number | undefined;
  #intervalMs: number | undefined;
  #state: SessionState = "new";
  #transport: string | undefined;
  /** The socket that may be written to at any time; none while the session uses HTTP, or its socket is lost. */
  #outlet: Outlet | undefined;
  readonly #cycle = new ConnectCycle();
  #batchDepth = 0;
  #extensions: ExtensionPipeline<ServerSession> | undefined;
  #filters: readonly DeliveryFilter[] = [];
  #removedListeners: readonly RemovedListener[] = [];

  constructor(id: string, host: SessionHost, receiver?: (message: Message) => void) {
    this.id = id;
    this.#host = host;
    this.#receiver = receiver;
    this.isLocal = receiver !== undefined;
    this.maxQueuedMessages = host.defaults.maxQueuedMessages;
    this.maxQueuedBytes = host.defaults.maxQueuedBytes;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Handshaken and not ended. */
  get isHandshaken(): boolean {
    return this.#state === "handshaken" || this.#state === "connected";
  }

  get isConnected(): boolean {
    return this.#state === "connected";
  }

  get hasEnded(): boolean {
    return this.#state === "disconnected" || this.#state === "expired";
  }

  /** The transport it used last: `websocket`, `long-polling`, `local`; undefined before the first. */
  get transport(): string | undefined {
    return this.isLocal ? "local" : this.#transport;
  }

  get subscriptions(): ReadonlySet<ServerChannel> {
    return this.#subscriptions;
  }

  /** Override of the server's option, in milliseconds; the client hears of it with the next connect reply. */
  get timeoutMs(): number | undefined {
    return this.#timeoutMs;
  }

  set timeoutMs(timeoutMs: number | undefined) {
    this.#timeoutMs = timeoutMs;
    this.adviceDue = true;
  }

  /** Override of the server's option, in milliseconds; the client hears of it with the next connect reply. */
  get intervalMs(): number | undefined {
    return this.#intervalMs;
  }

  set intervalMs(intervalMs: number | undefined) {
    this.#intervalMs = intervalMs;
    this.adviceDue = true;
  }

  /** Times in force, in milliseconds. */
  get times(): { timeoutMs: number; intervalMs: number; maxIntervalMs: number } {
    const { defaults } = this.#host;
    return {
      timeoutMs: this.timeoutMs ?? defaults.timeoutMs,
      intervalMs: this.intervalMs ?? defaults.intervalMs,
      maxIntervalMs: this.maxIntervalMs ?? defaults.maxIntervalMs,
    };
  }

  /** When the sweeper must look at it. */
  get deadlineMs(): number {
    return this.#cycle.deadlineMs;
  }

  // --- For server code -------------------------------------------------------------------------------------------

  /**
   * Sends to this session alone, subscribed or not, through the outgoing extensions and the filters.
   * @param fields - other top-level fields, such as `ext`
   * @returns false when it was withheld, or the session has ended
   */
  deliver(
    sender: ServerSession | undefined,
    channel: string,
    data: unknown,
    fields?: Record<string, unknown>,
  ): boolean {
    const message = this.#host.outgoing({ channel, ...fields, data }, sender, this);
    return message !== undefined && this.#accept(new Publication(message), sender);
  }

  /** Ends the session and tells its client to stay away until it shakes hands anew (spec section 9). */
  disconnect(): void {
    if (!this.isHandshaken) {
      if (this.#state === "new") this.#state = nextSessionState(this.#state, "disconnect");
      return;
    }
    if (!this.isLocal) this.queue.push(new Publication({ channel: "/meta/disconnect", successful: true }));
    this.end("disconnected", { reconnect: "none" });
  }

  /** What `work` sends to this session leaves together. Nests. */
  batch<T>(work: () => T): T {
    this.startBatch();
    try {
      return work();
    } finally {
      this.endBatch();
    }
  }

  startBatch(): void {
    this.#batchDepth += 1;
  }

  endBatch(): void {
    this.#batchDepth -= 1;
    if (this.#batchDepth === 0 && this.queue.hasPending) this.#wake();
  }

  addExtension(extension: Extension<ServerSession>): void {
    this.#extensions ??= new ExtensionPipeline((err) => this.#host.logger.error({ err }, "session extension failed"));
    this.#extensions.add(extension);
  }

  removeExtension(extension: Extension<ServerSession>): void {
    this.#extensions?.remove(extension);
  }

  get extensions(): ExtensionPipeline<ServerSession> | undefined {
    return this.#extensions;
  }

  /** @returns a function that removes the filter again */
  addFilter(filter: DeliveryFilter): () => void {
    this.#filters = [...this.#filters, filter];
    return () => {
      this.#filters = this.#filters.filter((other) => other !== filter);
    };
  }

  /** @returns a function that removes the listener again */
  onRemoved(listener: RemovedListener): () => void {
    this.#removedListeners = [...this.#removedListeners, listener];
    return () => {
      this.#removedListeners = this.#removedListeners.filter((other) => other !== listener);
    };
  }

  // --- For channels ----------------------------------------------------------------------------------------------

  offer(publication: Publication, sender: Subscriber | undefined): boolean {
    if (this.lastOffered === publication) return false;
    this.lastOffered = publication;
    if (sender === this && !this.broadcastToPublisher) return false;
    return this.#accept(publication, sender as ServerSession | undefined);
  }

  subscribe(channel: ServerChannel): boolean {
    this.#subscriptions.add(channel);
    return channel.subscribe(this);
  }

  unsubscribe(channel: ServerChannel): boolean {
    this.#subscriptions.delete(channel);
    return channel.unsubscribe(this);
  }

  #accept(offered: Publication, sender: ServerSession | undefined): boolean {
    if (!this.isHandshaken) return false;
    let publication = offered;
    if (this.#extensions !== undefined && !this.#extensions.isEmpty) {
      const context = { sender, receiver: this, request: undefined };
      const message = this.#extensions.outgoing(offered.message, context);
      if (message === undefined) return false;
      if (message !== offered.message) publication = new Publication(message);
    }
    for (const filter of this.#filters) {
      if (!this.#passes(filter, sender, publication.message)) return false;
    }
    this.#host.stats.deliveries += 1;
    if (this.#receiver !== undefined) {
      this.#receive(this.#receiver, publication.message);
      return true;
    }
    return this.#enqueue(publication);
  }

  /** A filter that throws has no veto, and does not keep the message from the other subscribers (spec section 4). */
  #passes(filter: DeliveryFilter, sender: ServerSession | undefined, message: Message): boolean {
    try {
      return filter(sender, message);
    } catch (err) {
      this.#host.logger.error({ err, session: this.id, channel: message.channel }, "delivery filter failed");
      return true;
    }
  }

  #receive(receiver: (message: Message) => void, message: Message): void {
    try {
      receiver(message);
    } catch (err) {
      this.#host.logger.error({ err, session: this.id, channel: message.channel }, "local listener failed");
    }
  }

  #enqueue(publication: Publication): boolean {
    if (this.#isFull(publication)) {
      if (!this.metaConnectDeliveryOnly && this.#outlet?.pushes) this.#outlet.drain();
      if (this.#isFull(publication)) {
        const { length, bytes } = this.queue;
        this.#host.logger.warn({ session: this.id, length, bytes }, "queue full: session ended");
        // A gap must be told (DESIGN decision 7): the client learns that its session is gone and starts anew.
        this.end("overflow", { reconnect: "handshake" });
        return false;
      }
    }
    this.queue.push(publication);
    if (this.#batchDepth === 0) this.#wake();
    return true;
  }

  #isFull(publication: Publication): boolean {
    return (
      this.queue.length >= this.maxQueuedMessages ||
      (this.queue.length > 0 && this.queue.bytes + publication.bytes > this.maxQueuedBytes)
    );
  }

  #wake(): void {
    const { held } = this.#cycle;
    if (held !== undefined && (this.metaConnectDeliveryOnly || !held.outlet.pushes)) {
      this.#host.flusher.add(this);
    } else if (!this.metaConnectDeliveryOnly && this.#outlet?.pushes) {
      this.#outlet.wake();
    }
  }

  /** At the end of the turn: a held connect carries what came. */
  flush(): void {
    this.lastOffered = undefined;
    if (this.queue.hasPending && this.#batchDepth === 0) this.releaseConnect();
  }

  // --- For the dispatcher and the transports ---------------------------------------------------------------------

  /** The handshake was accepted: the session is registered and its clock runs. */
  handshaken(): void {
    this.#state = nextSessionState(this.#state, "handshake");
  }

  /** A connect arrived; the session does not expire while it is being answered. */
  connected(): void {
    this.#state = nextSessionState(this.#state, "connect");
    this.#cycle.begin();
  }

  /** Any other message arrived: it keeps the session alive as well (spec section 12.2). */
  touched(): void {
    this.#cycle.keepUntil(this.#host.clock.now() + this.times.maxIntervalMs);
  }

  /** A reply that ends a handshake or connect was written: expires unless the next connect comes in time. */
  scheduleExpiry(intervalMs = this.times.intervalMs): void {
    if (this.isLocal || this.hasEnded) return;
    this.#cycle.expireAt(this.#host.clock.now() + intervalMs + this.times.maxIntervalMs);
    this.#host.watch(this);
  }

  /** From now on the session's messages leave by this transport, and, where it pushes, at any time. */
  bind(outlet: Outlet): void {
    if (this.#transport !== outlet.transport) {
      this.adviceDue = true;
      this.#transport = outlet.transport;
    }
    const socket = outlet.pushes ? outlet : undefined;
    if (this.#outlet === socket) return;
    this.#outlet = socket;
    if (this.queue.hasPending) this.#wake();
  }

  /**
   * The outlet is gone. A connect it held will not be answered; messages wait for the client to come back, until the
   * session expires.
   */
  unbind(outlet: Outlet): void {
    if (this.#outlet === outlet) this.#outlet = undefined;
    if (this.#cycle.drop(outlet)) this.scheduleExpiry();
  }

  get outlet(): Outlet | undefined {
    return this.#outlet;
  }

  /** Keeps a connect until something is to be said, or its time is over. */
  hold(connect: HeldConnect): void {
    this.#cycle.hold(connect);
    this.#host.watch(this);
  }

  /** A newer connect arrived: the one that was held is given up, and takes nothing from the queue. */
  supersedeConnect(): void {
    this.#cycle.supersede();
  }

  /** Answers the held connect, if there is one. */
  releaseConnect(): void {
    this.#cycle.release();
  }

  /** Takes what may be written together with these replies. */
  take(connectReply: Message | undefined): readonly Publication[] {
    this.lastOffered = undefined;
    if (this.metaConnectDeliveryOnly && connectReply === undefined) return [];
    return this.queue.take(connectReply);
  }

  /** The sweeper found its deadline passed: the held connect's, or its own. */
  due(nowMs: number): void {
    const { held } = this.#cycle;
    if (held !== undefined && held.untilMs <= nowMs) return this.releaseConnect();
    if (this.#cycle.isExpired(nowMs)) this.end("expired", { reconnect: "handshake" });
    else this.#host.watch(this);
  }

  /** Ends the session, once; the later calls do nothing. */
  end(reason: RemovalReason, advice: { reconnect: "none" | "handshake" }): void {
    if (!this.isHandshaken) return;
    this.#state = nextSessionState(this.#state, reason === "expired" ? "expire" : "disconnect");
    this.#cycle.begin();
    // The JS client throws when a successful reply advises a handshake (spec section 6.6).
    if (advice.reconnect === "none") this.#cycle.release({ advice: { reconnect: "none" } });
    else {
      this.#cycle.release({
        successful: false,
        error: "402::session_unknown",
        advice: { reconnect: "handshake", interval: 0 },
      });
    }
    this.#host.ended(this, reason);
    for (const channel of this.#subscriptions) channel.unsubscribe(this);
    this.#subscriptions.clear();
    for (const listener of this.#removedListeners) {
      try {
        listener(this, reason);
      } catch (err) {
        this.#host.logger.error({ err, session: this.id }, "removed listener failed");
      }
    }
    this.#outlet?.sessionEnded(reason);
    this.#receiver = undefined;
  }
}
