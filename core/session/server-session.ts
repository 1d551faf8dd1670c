import type { ServerChannel } from "../channel/server-channel.js";
import type { Subscriber } from "../channel/subscriber.js";
import { channelKind } from "../message/channel-id.js";
import type { DeliveryReceipt } from "../message/delivery-rules.js";
import type { Extension } from "../message/extension.js";
import type { Message } from "../message/message.js";
import { Publication } from "../message/publication.js";
import { SmallSet } from "../small-set.js";
import { publicationOf } from "./direct-delivery.js";
import { Mailbox, type PutOutcome } from "./mailbox.js";
import type { MessageQueue } from "./message-queue.js";
import type { Outlet } from "./outlet.js";
import { type ChannelFilter, type DeliveryFilter, SessionHooks } from "./session-hooks.js";
import type { KickAdvice, RemovalReason, RequestContext, SessionHost } from "./session-host.js";
import { SessionLifetime } from "./session-lifetime.js";
import type { SessionListener } from "./session-listener.js";
import { logIdOf } from "./session-registry.js";
import { nextSessionState, type SessionState } from "./session-state.js";

export type { DeliveryFilter } from "./session-hooks.js";
export type { KickAdvice, RemovalReason, RequestContext, SessionDefaults, SessionHost } from "./session-host.js";

/**
 * One client of this server, from its handshake until it disconnects, expires or overflows.
 * @see spec/bayeux.md sections 12, 13, 18
 */
export class ServerSession implements Subscriber {
  // First what each delivery looks at: it is all in the same piece of memory then (core/README.md, "Decisions").
  lastOffered: Publication | undefined;
  /** What waits for it, and how much may. */
  readonly mailbox: Mailbox;
  /** Deliveries travel in connect replies only, also where the transport could push them. */
  metaConnectDeliveryOnly: boolean;
  /** The socket that may be written to at any time; none while the session uses HTTP, or its socket is lost. */
  #outlet: Outlet | undefined;
  /** A connect is held where one response can be written, and nothing else, while there is a socket. */
  #isHeldElsewhere = false;
  #batchDepth = 0;
  #state: SessionState = "new";
  #hooks: SessionHooks | undefined;
  /** Takes deliveries at once instead of the queue: the LocalSession's. */
  #receiver: ((message: Message) => void) | undefined;
  readonly #host: SessionHost;

  readonly id: string;
  /** True for the server-side twin of a LocalSession. */
  readonly isLocal: boolean;
  /** When it shook hands, in milliseconds since the epoch; 0 before. */
  sinceMs = 0;
  /** Counts the sessions of its server: orders those that came in the same millisecond. */
  number = 0;
  /** Override of the server's option, in milliseconds. */
  maxIntervalMs: number | undefined;
  /** Longest frame or request taken from it; undefined for the server's option. A link carries more than a client. */
  maxMessageBytes: number | undefined;
  /** Most subscriptions; undefined for the server's option. */
  maxSubscriptions: number | undefined;
  /** Policy and authorizers are not asked about its subscriptions: it is no client, and has proved what it is. */
  isTrusted = false;
  /** Whether the session gets what it published itself. */
  broadcastToPublisher: boolean;
  /** True when the next connect reply must carry advice (spec section 6.4). */
  adviceDue = true;
  /** True while its client is advised to poll, since its browser has other sessions; the next advice takes that back. */
  sharesBrowser = false;
  /** The request of the handshake; set while the policy and the listeners of the handshake run. */
  context: RequestContext | undefined;
  sweepSlot = 0;
  flushPending = false;
  /** Its client's connects, and when it expires for want of them. */
  readonly lifetime: SessionLifetime;

  readonly #subscriptions = new SmallSet<ServerChannel>();
  #attributes: Map<string, unknown> | undefined;
  #timeoutMs: number | undefined;
  #intervalMs: number | undefined;
  #transport: string | undefined;

  constructor(id: string, host: SessionHost, receiver?: (message: Message) => void) {
    this.id = id;
    this.#host = host;
    this.#receiver = receiver;
    this.isLocal = receiver !== undefined;
    const { defaults } = host;
    this.mailbox = new Mailbox(defaults);
    this.lifetime = new SessionLifetime(this, host);
    this.broadcastToPublisher = defaults.broadcastToPublisher;
    this.metaConnectDeliveryOnly = defaults.metaConnectDeliveryOnly;
  }

  /** Whatever server code wants to remember about the session; never on the wire. */
  get attributes(): Map<string, unknown> {
    this.#attributes ??= new Map();
    return this.#attributes;
  }

  /** The same as asking the attributes, which most sessions have none of. */
  hasAttribute(name: string): boolean {
    return this.#attributes?.has(name) === true;
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

  get subscriptions(): Pick<SmallSet<ServerChannel>, "size" | "has" | typeof Symbol.iterator> {
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

  /** When the sweeper must look at it. */
  get deadlineMs(): number {
    return Math.min(this.lifetime.deadlineMs, this.mailbox.lazyUntilMs);
  }

  /** Where messages go; replaced by the ack extension. */
  get queue(): MessageQueue {
    return this.mailbox.queue;
  }

  set queue(queue: MessageQueue) {
    this.mailbox.queue = queue;
  }

  // --- For server code -------------------------------------------------------------------------------------------

  /**
   * Sends to this session alone, subscribed or not, through the outgoing extensions and the filters. What the channel says
   * of deliveries (lazy, queue policy) is for what is published on it, and does not count here.
   * @param data - any value of JSON; a `RawJson` is read only where somebody here has to see it
   * @param fields - other top-level fields, such as `ext`; `markLazy({})` for a message that may wait
   * @param receipt - told what becomes of it, where it was taken; not of a local session, which has it at once
   * @returns false when it was withheld or dropped, or the session has ended
   */
  deliver(
    sender: ServerSession | undefined,
    channel: string,
    data: unknown,
    fields?: Record<string, unknown>,
    receipt?: DeliveryReceipt,
  ): boolean {
    if (sender === this && !this.broadcastToPublisher && channelKind(channel) === "broadcast") return false;
    const publication = publicationOf({ sender, channel, data, fields, receipt }, this, this.#host);
    return publication !== undefined && this.#accept(publication, sender);
  }

  /** Ends the session and tells its client what to do now: stay away, if nothing else is said (spec section 9). */
  disconnect({ reconnect = "none", interval = 0 }: KickAdvice = {}): void {
    if (!this.isHandshaken) {
      if (this.#state === "new") this.#state = nextSessionState(this.#state, "disconnect");
      return;
    }
    // Only a client that is to stay away is told so by a message of its own: clients take it for the end.
    if (!this.isLocal && reconnect === "none") {
      this.queue.push(new Publication({ channel: "/meta/disconnect", successful: true }));
      this.mailbox.urge();
    }
    this.end("disconnected", { reconnect, interval });
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
    if (this.#batchDepth === 0 && this.mailbox.hasUrgent) this.#wake();
  }

  addExtension(extension: Extension<ServerSession>): void {
    this.#hook().addExtension(extension);
  }

  removeExtension(extension: Extension<ServerSession>): void {
    this.#hooks?.extensions.remove(extension);
  }

  /** What server code has attached to it; undefined while there is nothing. */
  get hooks(): SessionHooks | undefined {
    return this.#hooks;
  }

  /** @returns a function that removes the filter again */
  addFilter(filter: DeliveryFilter): () => void {
    return this.#hook().addFilter(filter);
  }

  /** As {@link addFilter}, by channel. @returns a function that removes the filter again */
  addChannelFilter(filter: ChannelFilter): () => void {
    return this.#hook().addChannelFilter(filter);
  }

  /** @returns a function that removes the listener again */
  addListener(listener: SessionListener): () => void {
    return this.#hook().addListener(listener);
  }

  #hook(): SessionHooks {
    this.#hooks ??= new SessionHooks(this, this.#host.logger);
    return this.#hooks;
  }

  /** @returns a function that removes the listener again */
  onRemoved(removed: NonNullable<SessionListener["removed"]>): () => void {
    return this.addListener({ removed });
  }

  // --- For channels ----------------------------------------------------------------------------------------------

  offer(publication: Publication, sender: Subscriber | undefined): boolean {
    if (this.lastOffered === publication) return false;
    this.lastOffered = publication;
    if (sender === this && !(this.broadcastToPublisher && publication.rules?.toPublisher !== false)) return false;
    return this.#accept(publication, sender as ServerSession | undefined);
  }

  /** Called by the channel, so that whoever subscribes a session, its end unsubscribes it. */
  joins(channel: ServerChannel): boolean {
    if (this.hasEnded) return false;
    this.#subscriptions.add(channel);
    return true;
  }

  leaves(channel: ServerChannel): void {
    this.#subscriptions.delete(channel);
  }

  #accept(offered: Publication, sender: ServerSession | undefined): boolean {
    if (!this.isHandshaken) return false;
    const publication = this.#hooks === undefined ? offered : this.#hooks.pass(offered, sender);
    if (publication === undefined) return false;
    this.#host.stats.deliveries += 1;
    if (this.#receiver !== undefined) {
      this.#receive(this.#receiver, publication.message);
      return true;
    }
    return this.#enqueue(publication);
  }

  #receive(receiver: (message: Message) => void, message: Message): void {
    try {
      receiver(message);
    } catch (err) {
      this.#host.logger.error({ err, session: logIdOf(this.id), channel: message.channel }, "local listener failed");
    }
  }

  #enqueue(publication: Publication): boolean {
    const outcome = this.mailbox.put(publication, this.#host.clock);
    if (outcome !== "urgent") return this.#enqueueSpecially(outcome, publication);
    if (this.#batchDepth === 0) this.#wake();
    return true;
  }

  /** @returns whether the message waits for its turn */
  #enqueueSpecially(outcome: PutOutcome, publication: Publication): boolean {
    if (this.mailbox.dropped !== undefined) this.#tellDropped();
    switch (outcome) {
      case "urgent":
      case "replaced":
        if (this.#batchDepth === 0) this.#wake();
        return this.isHandshaken; // whoever was told of a drop may have ended it
      case "lazy":
        this.#host.watch(this);
        return true;
      case "dropped":
        return false;
      case "full":
        return this.#relieve(publication);
    }
  }

  /** The queue is full: what the peer can take is written now, then what may be dropped is. @returns whether there was room */
  #relieve(publication: Publication): boolean {
    if (!this.metaConnectDeliveryOnly) this.#outlet?.drain();
    const outcome = this.mailbox.squeeze(publication, this.#host.clock);
    if (outcome !== "full") return this.#enqueueSpecially(outcome, publication);
    if (this.mailbox.dropped !== undefined) this.#tellDropped();
    const { length, bytes } = this.queue;
    this.#host.logger.warn({ session: logIdOf(this.id), length, bytes }, "queue full: session ended");
    // A gap must be told (DESIGN decision 7): the client learns that its session is gone and starts anew.
    this.end("overflow", { reconnect: "handshake" });
    return false;
  }

  #tellDropped(): void {
    for (const { message, reason } of this.mailbox.takeDropped()) {
      this.#host.dropped(this, message, reason);
      this.#hooks?.tell((listener) => listener.dropped?.(this, message, reason));
    }
  }

  #wake(): void {
    const outlet = this.#outlet;
    // Most often so, and then no connect need be looked for: its objects are many, and far in the memory.
    if (outlet !== undefined && !this.metaConnectDeliveryOnly && !this.#isHeldElsewhere) return outlet.wake();
    const { held } = this.lifetime;
    if (held !== undefined && (this.metaConnectDeliveryOnly || !held.outlet.pushes)) this.#host.flusher.add(this);
    else if (!this.metaConnectDeliveryOnly) outlet?.wake();
  }

  look(): number {
    return this.mailbox.hasUrgent ? 1 : 0;
  }

  /** At the end of the turn: a held connect carries what came. */
  flush(): void {
    this.lastOffered = undefined;
    if (this.mailbox.hasUrgent && this.#batchDepth === 0) this.lifetime.release();
  }

  // --- For the dispatcher and the transports ---------------------------------------------------------------------

  /** The handshake was accepted: the session is registered and its clock runs. */
  handshaken(): void {
    this.#state = nextSessionState(this.#state, "handshake");
    this.sinceMs = this.#host.clock.now();
  }

  /** A connect arrived; the session does not expire while it is being answered. */
  connected(): void {
    this.#state = nextSessionState(this.#state, "connect");
    this.lifetime.begin();
  }

  /** From now on the session's messages leave by this transport, and, where it pushes, at any time. */
  bind(outlet: Outlet): void {
    if (this.#transport !== outlet.transport) {
      this.adviceDue = true;
      this.#transport = outlet.transport;
    }
    const socket = outlet.pushes ? outlet : undefined;
    this.#isHeldElsewhere = this.lifetime.held?.outlet.pushes === false;
    if (this.#outlet === socket) return;
    this.#outlet = socket;
    this.queue.moved?.();
    if (this.mailbox.hasUrgent) this.#wake();
  }

  /**
   * The outlet is gone. A connect it held will not be answered; messages wait for the client to come back, until the
   * session expires.
   */
  unbind(outlet: Outlet): void {
    if (this.#outlet === outlet) this.#outlet = undefined;
    this.lifetime.drop(outlet);
  }

  /** The peer of a parked outlet is back. */
  resume(outlet: Outlet): void {
    if (this.#outlet !== outlet) return;
    this.lifetime.resume();
    if (this.mailbox.hasUrgent) this.#wake();
  }

  get outlet(): Outlet | undefined {
    return this.#outlet;
  }

  /** Where a connect is held that may be answered. */
  get holder(): Outlet | undefined {
    return this.lifetime.held?.outlet;
  }

  /** Takes what may be written. @param reply - to a connect or handshake, which it travels with */
  take(reply: Message | undefined): readonly Publication[] {
    this.lastOffered = undefined;
    if (this.metaConnectDeliveryOnly && reply === undefined) return [];
    const taken = this.mailbox.take(reply);
    for (const { probe } of taken) probe?.written(this);
    return taken;
  }

  /** The sweeper found a deadline passed: the held connect's, its own, or that of what waits or is handled. */
  due(nowMs: number): void {
    const { held } = this.lifetime;
    if (held !== undefined && held.untilMs <= nowMs) this.lifetime.release(true);
    else if (this.lifetime.isOver(nowMs)) return this.end("expired", { reconnect: "handshake" });
    if (this.mailbox.lazyUntilMs <= nowMs) {
      this.mailbox.urge();
      this.#wake();
    }
    this.#host.watch(this);
  }

  /** Ends the session, once; the later calls do nothing. */
  end(reason: RemovalReason, { reconnect = "none", interval = 0 }: KickAdvice): void {
    if (!this.isHandshaken) return;
    this.#state = nextSessionState(this.#state, reason === "expired" ? "expire" : "disconnect");
    this.lifetime.end({ reconnect, interval });
    this.#host.ended(this, reason);
    for (const channel of this.#subscriptions) channel.unsubscribe(this);
    this.#hooks?.tell((listener) => listener.removed?.(this, reason));
    this.mailbox.close();
    this.#outlet?.sessionEnded(reason);
    this.#receiver = undefined;
  }
}
