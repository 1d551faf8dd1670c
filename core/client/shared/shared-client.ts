import { type Clock, systemClock, type Timer } from "../../clock.js";
import { type Logger, silentLogger } from "../../logger.js";
import { channelKind } from "../../message/channel-id.js";
import { isObject, type Message } from "../../message/message.js";
import type { RemoteCallOptions } from "../bayeux-client.js";
import {
  ChannelListeners,
  channelName,
  type Delivery,
  type DeliveryListener,
  type SubscribeOptions,
  type Subscription,
  Subscriptions,
  type SubscriptionWire,
} from "../client-channel.js";
import { ClientError } from "../client-error.js";
import type { StateListener } from "../client-events.js";
import { type BayeuxClientOptionsInput, readClientOptions } from "../client-options.js";
import type { HandshakeFields } from "../client-session-parts.js";
import type { ClientState } from "../client-state.js";
import type { Gap } from "../gap-watch.js";
import { MessageIterator, type MessagesOptions } from "../message-iterator.js";
import { HubLink, type HubOpener } from "./hub-link.js";
import { HubRequests } from "./hub-requests.js";
import { AT_REST, fromWire, type HubMessage, type SharedStatus } from "./shared-messages.js";

export interface SharedClientParts {
  /** The way to the hub. */
  readonly opener: HubOpener;
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/** Hidden pages may speak once a minute; the hub waits for three times that. */
const PING_MS = 30_000;
/** The hub is told of every so many deliveries that they were heard. */
const HEARD_BATCH = 100;

/**
 * One tab's part of a session that all tabs of its origin share. It does what a `BayeuxClient` does, except for what
 * belongs to the session alone: extensions, meta channels, transports. What is published must be plain data.
 */
export class SharedClient {
  readonly #options: BayeuxClientOptionsInput;
  readonly #opener: HubOpener;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #subscriptions: Subscriptions;
  readonly #local = new ChannelListeners((error) => this.#report(error));
  readonly #subscribed = new ChannelListeners((error) => this.#report(error));
  /** How many local listeners there are on a channel. */
  readonly #listened = new Map<string, number>();
  readonly #stateListeners = new Set<StateListener>();
  readonly #gapListeners = new Set<(gap: Gap) => void>();
  readonly #requests: HubRequests;
  #link: HubLink | undefined;
  #status: SharedStatus = AT_REST;
  #fields: HandshakeFields = {};
  #handshaken: Promise<Message> | undefined;
  #unreported = 0;
  #ping: Timer | undefined;

  /** @throws ConfigError naming every wrong or unknown option */
  constructor(options: BayeuxClientOptionsInput, parts: SharedClientParts) {
    const { maxQueuedMessages } = readClientOptions(options);
    const requests = new HubRequests(maxQueuedMessages, (message) => this.#link?.write(message));
    this.#requests = requests;
    this.#options = options;
    this.#opener = parts.opener;
    this.#clock = parts.clock ?? systemClock;
    this.#logger = parts.logger ?? silentLogger;
    const wire: SubscriptionWire = {
      get clientId() {
        return requests.isIn ? "the hub's" : undefined;
      },
      request: ({ message: { channel, subscription }, resolve, reject }) => {
        const kind = channel === "/meta/subscribe" ? "subscribe" : "unsubscribe";
        requests.ask({ kind, channel: String(subscription) }, { resolve, reject, isRepeatable: true });
      },
    };
    this.#subscriptions = new Subscriptions(wire, this.#subscribed);
  }

  get state(): ClientState {
    return this.#status.state;
  }

  /** The id of the session that all tabs share; undefined while there is none. */
  get clientId(): string | undefined {
    return this.#status.clientId;
  }

  get url(): string | undefined {
    return this.#status.url;
  }

  get transportName(): string | undefined {
    return this.#status.transportName;
  }

  /**
   * Takes part in the session, and begins it if this is the first tab.
   * @param fields - as of a `BayeuxClient`; a function is called in one of the tabs whenever a handshake is made. Tabs
   *   share one session, so all of them should say the same
   * @returns the handshake's successful reply, which another tab may have got long ago
   */
  handshake(fields: HandshakeFields = {}): Promise<Message> {
    if (this.#requests.isIn) return Promise.reject(new Error(`handshake() while ${this.state}`));
    this.#fields = fields;
    const reply = this.#requests.handshake();
    this.#link ??= this.#makeLink();
    this.#subscriptions.restore();
    this.#handshaken = reply;
    reply.catch((cause: ClientError) => {
      if (this.#handshaken === reply) this.#rest(cause);
    });
    return reply;
  }

  /** As of a `BayeuxClient`. @throws RangeError when the channel's name is not legal */
  subscribe<T = unknown>(
    channel: string,
    listener: DeliveryListener<T>,
    options?: Omit<SubscribeOptions, "restore">,
  ): Subscription {
    const subscription = this.#subscriptions.add(channel, listener as DeliveryListener);
    const end = (): void => void subscription.unsubscribe().catch(() => {});
    if (options?.signal?.aborted) end();
    options?.signal?.addEventListener("abort", end, { once: true });
    return subscription;
  }

  /** As of a `BayeuxClient`. */
  messages<T = unknown>(
    channel: string,
    options: MessagesOptions & Omit<SubscribeOptions, "restore"> = {},
  ): MessageIterator<T> {
    return new MessageIterator<T>(this, channel, options);
  }

  /**
   * Listens without telling the server: to what a service sends, or to what subscriptions bring. Not to meta channels.
   * @returns the remover
   */
  addListener<T = unknown>(channel: string, listener: DeliveryListener<T>): () => void {
    if (channelKind(channel) === "meta") throw new RangeError(`${channel} is the hub's own business`);
    const remove = this.#local.add(channelName(channel), listener as (message: Message) => void);
    this.#count(channel, 1);
    let isThere = true;
    return () => {
      if (isThere) this.#count(channel, -1);
      isThere = false;
      remove();
    };
  }

  /** Each change of the shared session's state. @returns the remover */
  onState(listener: StateListener): () => void {
    this.#stateListeners.add(listener);
    return () => void this.#stateListeners.delete(listener);
  }

  /** Messages may be missing, as of a `BayeuxClient`; also where this page was stopped and too many came. @returns the remover */
  onGap(listener: (gap: Gap) => void): () => void {
    this.#gapListeners.add(listener);
    return () => void this.#gapListeners.delete(listener);
  }

  /** As of a `BayeuxClient`. `data` is copied at once; what cannot be copied is rejected. */
  publish<T = unknown>(channel: string, data: T, fields: Record<string, unknown> = {}): Promise<Message> {
    if (!/^\/./.test(channel) || channelKind(channel) === "meta") {
      throw new RangeError(`cannot publish on ${JSON.stringify(channel)}`);
    }
    return this.#requests.promise({ kind: "request", message: { ...fields, channel, data } });
  }

  /** As of a `BayeuxClient`. */
  async remoteCall<R = unknown>(target: string, data: unknown, options: number | RemoteCallOptions = {}): Promise<R> {
    const { timeoutMs, signal } = typeof options === "number" ? { timeoutMs: options } : options;
    signal?.throwIfAborted();
    const result = this.#requests.promise({ kind: "call", target, data, timeoutMs });
    if (signal === undefined) return (await result).data as R;
    return new Promise<R>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      result.then(({ data: answer }) => resolve(answer as R), reject);
    });
  }

  /**
   * Leaves the session, which ends with its last tab. Subscriptions stay, and are restored by another `handshake()`.
   * @param options - `all`: ends the session for all tabs, as a log-out does
   * @returns settled when it is done; never rejects
   */
  async disconnect(options: { all?: boolean } = {}): Promise<void> {
    if (this.#requests.isIn) {
      const over = this.#requests.promise({ kind: "bye", all: options.all === true });
      if (options.all === true && this.state !== "disconnected") await over.catch(() => {});
    }
    this.#rest(new ClientError("closed"));
    this.#drop();
  }

  #makeLink(): HubLink {
    const endOfTurn = this.#clock.endOfTurn.bind(this.#clock);
    return new HubLink(
      this.#opener,
      (lock) => {
        if (lock === undefined) this.#pingLater();
        return { kind: "hello", options: this.#options, lock };
      },
      endOfTurn,
      {
        opened: () => {
          for (const channel of this.#listened.keys()) this.#link?.write({ kind: "listen", channel });
          this.#requests.linked();
        },
        received: (message) => this.#receive(message),
        lost: () => this.#hubLost(),
        failed: (cause) => {
          this.#drop();
          this.#rest(new ClientError("no_transport", "there is no hub for the tabs", { cause }));
        },
      },
    );
  }

  /** The hub died, or this page was away too long. Another one begins with another session. */
  #hubLost(): void {
    this.#drop();
    if (!this.#requests.isIn) return;
    this.#requests.over(new ClientError("transport", "the worker that all tabs share is gone"));
    const sinceMs = this.#clock.now();
    this.#subscriptions.sessionLost();
    this.#move({ ...this.#status, state: "unconnected", clientId: undefined, transportName: undefined });
    this.handshake(this.#fields).then(
      () => this.#tell(this.#gapListeners, (listener) => listener({ kind: "session", sinceMs })),
      () => {},
    );
  }

  /** Makes the link anew: for pages that were put away and come back. */
  relink(): void {
    if (this.#link !== undefined) this.#hubLost();
  }

  #drop(): void {
    this.#ping?.cancel();
    this.#link?.close();
    this.#link = undefined;
    this.#requests.unlinked();
    this.#unreported = 0;
  }

  #receive(message: HubMessage): void {
    switch (message.kind) {
      case "delivery":
        this.#deliver(message.message as Delivery);
        return;
      case "reply":
      case "error":
        this.#requests.answered(message);
        return;
      case "gap":
        this.#tell(this.#gapListeners, (listener) => listener(message.gap));
        return;
      case "fields":
        void this.#giveFields(message.id);
        return;
      case "state": {
        const cause = message.cause === undefined ? undefined : fromWire(message.cause);
        if (message.status.state === "disconnected") this.#rest(cause ?? new ClientError("closed"));
        else this.#move(message.status, cause);
        return;
      }
      default: // of another release
    }
  }

  #deliver(message: Delivery): void {
    this.#unreported += 1;
    if (this.#unreported >= HEARD_BATCH) {
      this.#link?.write({ kind: "heard", count: this.#unreported });
      this.#unreported = 0;
    }
    this.#local.tell(message);
    this.#subscribed.tell(message);
  }

  async #giveFields(id: number): Promise<void> {
    try {
      const fields = await (typeof this.#fields === "function" ? this.#fields() : this.#fields);
      this.#link?.write({ kind: "fields", id, fields: structuredClone(isObject(fields) ? fields : {}) });
    } catch (error) {
      this.#logger.error({ err: error }, "handshake fields failed");
      this.#link?.write({ kind: "fields", id });
    }
  }

  /** The session is over for this tab. */
  #rest(cause: ClientError): void {
    if (!this.#requests.isIn) return;
    this.#requests.over(cause);
    this.#subscriptions.sessionLost();
    this.#subscriptions.closed(cause);
    this.#move(AT_REST, cause);
  }

  #move(status: SharedStatus, cause?: ClientError): void {
    const previous = this.#status.state;
    this.#status = status;
    if (status.state === previous) return;
    this.#tell(this.#stateListeners, (listener) => listener(status.state, previous, cause));
  }

  #count(channel: string, by: 1 | -1): void {
    const count = (this.#listened.get(channel) ?? 0) + by;
    if (count === 0) this.#listened.delete(channel);
    else this.#listened.set(channel, count);
    if (count === 0) this.#link?.write({ kind: "unlisten", channel });
    else if (by === 1 && count === 1) this.#link?.write({ kind: "listen", channel });
  }

  #pingLater(): void {
    this.#ping?.cancel();
    this.#ping = this.#clock.schedule(PING_MS, () => {
      this.#link?.write({ kind: "ping" });
      this.#pingLater();
    });
  }

  #tell<L>(listeners: ReadonlySet<L>, call: (listener: L) => void): void {
    for (const listener of [...listeners]) this.#guard(() => call(listener));
  }

  #guard(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#report(error);
    }
  }

  #report(err: unknown): void {
    this.#logger.error({ err }, "client listener failed");
  }
}
