import { type Clock, systemClock } from "../clock.js";
import { type Logger, silentLogger } from "../logger.js";
import { channelKind } from "../message/channel-id.js";
import type { Message } from "../message/message.js";
import type { Chance } from "./backoff.js";
import type { ConnectAdvice } from "./client-advice.js";
import {
  type Delivery,
  type DeliveryListener,
  handledPromise,
  LocalListeners,
  MatchingNames,
  type SubscribeOptions,
  type Subscription,
  Subscriptions,
} from "./client-channel.js";
import type { ClientError } from "./client-error.js";
import { type BayeuxClientOptions, type BayeuxClientOptionsInput, readClientOptions } from "./client-options.js";
import { ClientSession } from "./client-session.js";
import type { HandshakeFields } from "./client-session-sink.js";
import type { ClientState } from "./client-state.js";
import type { ClientStats } from "./client-stats.js";
import type { ClientExtension } from "./extension/client-extension.js";
import { ClientExtensions } from "./extension/client-extensions.js";
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

export type StateListener = (state: ClientState, previous: ClientState, cause: ClientError | undefined) => void;

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
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #extensions: ClientExtensions;
  readonly #session: ClientSession;
  readonly #subscriptions: Subscriptions;
  readonly #local = new LocalListeners();
  readonly #names = new MatchingNames();
  readonly #stateListeners = new Set<StateListener>();
  readonly #handshakeListeners = new Set<(reply: Message) => void>();
  readonly #deliveryListeners = new Set<(message: Message) => void>();
  #handshaken: ReturnType<typeof handledPromise<Message>> | undefined;

  /** @throws ConfigError naming every wrong or unknown option */
  constructor(options: BayeuxClientOptionsInput, parts: BayeuxClientParts = {}) {
    this.options = readClientOptions(options);
    this.#clock = parts.clock ?? systemClock;
    this.#logger = parts.logger ?? silentLogger;
    this.#extensions = new ClientExtensions((error) => this.#logger.error({ err: error }, "client extension failed"));
    const transports = parts.transports ?? coreTransports();
    if (transports.length === 0) throw new RangeError("a client needs at least one transport");
    this.#session = new ClientSession(
      this.options,
      {
        clock: this.#clock,
        random: parts.random ?? { fraction: Math.random },
        logger: this.#logger,
        transports,
        extensions: this.#extensions,
      },
      {
        stateChanged: (state, previous, cause) => this.#tell(this.#stateListeners, (l) => l(state, previous, cause)),
        handshakeRefused: (reply) => this.#tell(this.#handshakeListeners, (listener) => listener(reply)),
        opened: (reply) => this.#opened(reply),
        sessionLost: () => {
          this.#subscriptions.sessionLost();
          this.sessionLost();
        },
        closed: (cause) => this.#closed(cause),
        meta: (message) => this.#toListeners(message),
        answer: (id, message) => this.answer(id, message),
        delivery: (message) => this.#deliver(message as Delivery),
      },
    );
    parts.signal?.addEventListener("abort", () => this.abort(), { once: true });
    const session = this.#session;
    this.#subscriptions = new Subscriptions({
      get hasSession() {
        return session.clientId !== undefined;
      },
      request: (request) => session.request(request),
    });
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
    this.#handshaken = handledPromise<Message>();
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
    const end = (): void => void subscription.unsubscribe().catch(() => {});
    if (options?.signal?.aborted) end();
    options?.signal?.addEventListener("abort", end, { once: true });
    return subscription;
  }

  /**
   * Listens without telling the server: to replies on `/meta/...`, to what a service sends on `/service/...`, or to what
   * subscriptions bring. Wildcards match as in subscriptions, `/**` meta channels too.
   * @returns the remover
   */
  addListener<T = unknown>(channel: string, listener: DeliveryListener<T>): () => void {
    return this.#local.add(channel, listener as (message: Message) => void);
  }

  /** Each delivered message once, before listeners and subscriptions. @returns the remover */
  onDelivery(listener: (message: Message) => void): () => void {
    return added(this.#deliveryListeners, listener);
  }

  /**
   * Each handshake reply, successful or not. After a successful one `clientId` is set, and what the listener sends leaves
   * in one batch with the restored subscriptions, before the first connect. @returns the remover
   */
  onHandshakeReply(listener: (reply: Message) => void): () => void {
    return added(this.#handshakeListeners, listener);
  }

  /** Each change of state, with the failure that caused it, if one did. @returns the remover */
  onState(listener: StateListener): () => void {
    return added(this.#stateListeners, listener);
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
    if (!/^\/./.test(message.channel)) throw new RangeError(`not a channel: ${JSON.stringify(message.channel)}`);
    if (channelKind(message.channel) === "meta" && !/^\/meta\/(un)?subscribe$/.test(message.channel)) {
      throw new RangeError(`${message.channel} is the client's own business`);
    }
    this.send({ message, isRepeatable: false, resolve, reject });
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

  /** For clients that make remote calls: takes a result. @returns whether somebody waits for it */
  protected answer(_id: string, _message: Message): boolean {
    return false;
  }

  /** For clients that make remote calls: whoever worked on them cannot answer any more. */
  protected sessionLost(): void {}

  #opened(reply: Message): void {
    this.#subscriptions.restore();
    this.#handshaken?.resolve(reply);
    this.#handshaken = undefined;
    this.#tell(this.#handshakeListeners, (listener) => listener(reply));
  }

  #closed(cause: ClientError): void {
    this.#handshaken?.reject(cause);
    this.#handshaken = undefined;
    this.#subscriptions.closed(cause);
  }

  #deliver(message: Delivery): void {
    this.#tell(this.#deliveryListeners, (listener) => listener(message));
    const names = this.#names.of(message.channel);
    this.#local.tell(names, (listener) => this.#guard(() => listener(message)));
    this.#subscriptions.deliver(names, (listener) => this.#guard(() => listener(message)));
  }

  #toListeners(message: Message): void {
    this.#local.tell(this.#names.of(message.channel), (listener) => this.#guard(() => listener(message)));
  }

  #tell<L>(listeners: ReadonlySet<L>, call: (listener: L) => void): void {
    for (const listener of [...listeners]) this.#guard(() => call(listener));
  }

  #guard(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#logger.error({ err: error }, "client listener failed");
    }
  }
}

/** WebSocket and long-polling, as far as the platform has them by itself. */
export function coreTransports(): ClientTransportFactory[] {
  const factories: ClientTransportFactory[] = [];
  if (typeof WebSocket === "function") factories.push(webSocketTransport((url) => new WebSocket(url)));
  if (typeof fetch === "function") factories.push(longPollingTransport((url, init) => fetch(url, init)));
  return factories;
}

function added<L>(listeners: Set<L>, listener: L): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
