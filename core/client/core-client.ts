import { type Clock, systemClock } from "../clock.js";
import { ConfigError } from "../config-error.js";
import type { Logger } from "../logger.js";
import type { Message } from "../message/message.js";
import type { Chance } from "./backoff.js";
import type { ConnectAdvice } from "./client-advice.js";
import {
  ChannelListeners,
  channelName,
  type DeliveryListener,
  type SubscribeOptions,
  type Subscription,
  Subscriptions,
} from "./client-channel.js";
import { type ClientEvents, clientEvents, type StateListener } from "./client-events.js";
import { type BayeuxClientOptions, type BayeuxClientOptionsInput, readClientOptions } from "./client-options.js";
import { ClientSession } from "./client-session.js";
import type { HandshakeFields } from "./client-session-parts.js";
import type { ClientState } from "./client-state.js";
import type { ClientStats } from "./client-stats.js";
import type { ClientExtension } from "./extension/client-extension.js";
import { ClientExtensions } from "./extension/client-extensions.js";
import { type HandledPromise, handledPromise } from "./handled-promise.js";
import { onAbort } from "./on-abort.js";
import type { ClientRequest } from "./pending-requests.js";
import type { ClientTransportFactory } from "./transport/client-transport.js";
import { longPollingTransport } from "./transport/long-polling-client-transport.js";
import { webSocketTransport } from "./transport/websocket-client-transport.js";

/** What a client is made of, where the default does not fit. */
export interface BayeuxClientParts {
  clock?: Clock;
  random?: Chance;
  logger?: Logger;
  /** In the order of preference. Default: what the platform has of WebSocket and fetch. */
  transports?: readonly ClientTransportFactory[];
  /** Aborts the client, as {@link CoreClient.abort} does. */
  signal?: AbortSignal;
}

/**
 * What every client does: keeps its session alive, comes back after failures by itself, and restores its subscriptions
 * then. The smallest bundle has it alone, over WebSocket and long-polling.
 *
 * Its promises reject with {@link ClientError}; one that nobody looks at does not end the process. A listener that throws
 * is logged and passed over.
 */
export class CoreClient {
  /** Complete. */
  protected readonly options: BayeuxClientOptions;
  protected readonly events: ClientEvents;
  readonly #extensions: ClientExtensions;
  readonly #session: ClientSession;
  readonly #subscriptions: Subscriptions;
  readonly #local: ChannelListeners;
  #handshaken: HandledPromise<Message> | undefined;

  /** @throws ConfigError naming every wrong or unknown option */
  constructor(options: BayeuxClientOptionsInput, parts: BayeuxClientParts = {}) {
    const { clock = systemClock, random = { fraction: Math.random }, transports = coreTransports() } = parts;
    if (transports.length === 0) throw new ConfigError("transports: none");
    const onError = (err: unknown): void => parts.logger?.error({ err }, "listener failed");
    const events = clientEvents(onError);
    const extensions = new ClientExtensions(onError);
    const local = new ChannelListeners(onError);
    const subscribed = new ChannelListeners(onError);
    this.options = readClientOptions(options);
    this.events = events;
    this.#extensions = extensions;
    this.#local = local;
    this.#session = new ClientSession({ clock, random, options: this.options, transports, extensions, events });
    this.#subscriptions = new Subscriptions(this.#session, subscribed);
    events.handshakeReplied.add((reply) => {
      if (this.clientId === undefined) return; // refused
      this.#subscriptions.restore();
      this.#handshaken?.resolve(reply);
    });
    events.sessionLost.add(() => this.#subscriptions.sessionLost());
    events.cameToRest.add((cause) => {
      this.#handshaken?.reject(cause);
      this.#subscriptions.closed(cause);
    });
    events.metaReceived.add((message) => local.tell(message));
    events.delivered.add((message) => {
      local.tell(message);
      subscribed.tell(message);
    });
    onAbort(parts.signal, () => this.abort());
  }

  get state(): ClientState {
    return this.#session.state;
  }

  /** The session's id; undefined while there is none. */
  get clientId(): string | undefined {
    return this.#session.clientId;
  }

  /** The URL in use, or to be tried next. */
  get url(): string {
    return this.#session.url;
  }

  /** `websocket` or `long-polling`; undefined while there is no connection. */
  get transportName(): string | undefined {
    return this.#session.transportName;
  }

  /** What the server last said about times. */
  get advice(): ConnectAdvice {
    return this.#session.advice;
  }

  get stats(): Readonly<ClientStats> {
    return this.#session.stats;
  }

  /**
   * Starts the client.
   * @param fields - merged into this handshake and every later one, for example `{ ext: { authentication: ... } }`; a
   *   function is called for each, and may return a promise. Protocol fields cannot be overridden
   * @returns the first successful reply, however many attempts it takes; rejects when the server refuses with advice
   *   `none`, and when the client is disconnected before
   */
  handshake(fields: HandshakeFields = {}): Promise<Message> {
    if (this.state !== "disconnected") return Promise.reject(new Error(`handshake() while ${this.state}`));
    this.#handshaken = handledPromise();
    const { promise } = this.#handshaken;
    this.#session.start(fields);
    return promise;
  }

  /**
   * Subscribes to a channel, `*` and `**` at its end included. Before the handshake it is only noted, and done then.
   * Nothing is replayed after a gap: see `onHandshakeReply`, and the ack extension.
   * @throws RangeError when the channel's name is not legal
   */
  subscribe<T = unknown>(channel: string, listener: DeliveryListener<T>, options?: SubscribeOptions): Subscription {
    const subscription = this.#subscriptions.add(channel, listener as DeliveryListener, options);
    onAbort(options?.signal, () => void subscription.unsubscribe().catch(() => {}));
    return subscription;
  }

  /**
   * Listens without telling the server: to replies on `/meta/...`, to what a service sends on `/service/...`, or to what
   * subscriptions bring. Wildcards match as in subscriptions, `/**` meta channels too.
   * @returns the remover
   */
  addListener<T = unknown>(channel: string, listener: DeliveryListener<T>): () => void {
    return this.#local.add(channelName(channel), listener as (message: Message) => void);
  }

  /** Each delivered message once, before listeners and subscriptions. @returns the remover */
  onDelivery(listener: (message: Message) => void): () => void {
    return this.events.deliveryReceived.add(listener);
  }

  /**
   * Each handshake reply, successful or not. After a successful one `clientId` is set, and what the listener sends leaves
   * in one batch with the restored subscriptions, before the first connect. @returns the remover
   */
  onHandshakeReply(listener: (reply: Message) => void): () => void {
    return this.events.handshakeReplied.add(listener);
  }

  /** Each change of state, with the failure that caused it, if one did. @returns the remover */
  onState(listener: StateListener): () => void {
    return this.events.stateChanged.add(listener);
  }

  /**
   * Publishes, now or as soon as there is a connection. Never sent twice: when the connection fails before the reply, the
   * promise rejects with code `transport`, and the message may or may not have arrived.
   * @param fields - other top-level fields, for example `ext`
   * @returns the successful reply
   */
  publish<T = unknown>(channel: string, data: T, fields: Record<string, unknown> = {}): Promise<Message> {
    return this.request({ ...fields, channel, data });
  }

  /** Sends any message but a connect, handshake or disconnect; `id` and `clientId` are added. @returns as `publish` */
  request(message: Message): Promise<Message> {
    const { promise, resolve, reject } = handledPromise<Message>();
    // The other meta messages are the client's own business.
    if (!/^\/(?!meta\/).|^\/meta\/(un)?subscribe$/.test(message.channel)) {
      throw new RangeError(`not a channel: ${message.channel}`);
    }
    this.send({ message, resolve, reject });
    return promise;
  }

  /** Sends it, now or as soon as there is a connection. Its callbacks tell what became of it. */
  protected send(request: ClientRequest): void {
    this.#session.request(request);
  }

  /** What `work` sends leaves at once when it returns, in one frame or request as far as `maxBatchMessages` allows. */
  batch<T>(work: () => T): T {
    try {
      return work();
    } finally {
      this.#session.flush();
    }
  }

  addExtension(extension: ClientExtension): void {
    this.#extensions.add(extension);
  }

  removeExtension(extension: ClientExtension): void {
    this.#extensions.remove(extension);
  }

  /**
   * Ends the session, after what was sent before. Subscriptions stay, and are restored by another `handshake()`.
   * @returns settled when the server has answered, at the latest after `maxNetworkDelayMs`; never rejects
   */
  disconnect(): Promise<void> {
    return this.#session.disconnect();
  }

  /** Drops the connection at once, without a word to the server, whose session then expires. */
  abort(): void {
    this.#session.abort();
  }
}

/** WebSocket and long-polling, as far as the platform has them by itself. */
export function coreTransports(): ClientTransportFactory[] {
  const factories: ClientTransportFactory[] = [];
  if (typeof WebSocket === "function") factories.push(webSocketTransport((url) => new WebSocket(url)));
  if (typeof fetch === "function") factories.push(longPollingTransport((url, init) => fetch(url, init)));
  return factories;
}
