import { type Awaitable, andThen } from "../awaitable.js";
import { type ChannelInitializer, ChannelRegistry } from "../channel/channel-registry.js";
import type { ListenerLife } from "../channel/listener-life.js";
import type { MessageListener, ServerChannel } from "../channel/server-channel.js";
import type { Subscriber } from "../channel/subscriber.js";
import type { Clock } from "../clock.js";
import { type Logger, silentLogger } from "../logger.js";
import { BayeuxError } from "../message/bayeux-error.js";
import { parseChannel } from "../message/channel-id.js";
import { type ParametersOf, parseTemplate } from "../message/channel-template.js";
import { type Extension, ExtensionPipeline } from "../message/extension.js";
import type { Message } from "../message/message.js";
import type { Opener, PrintedMessage } from "../message/publication.js";
import type { StandardSchema } from "../message/standard-schema.js";
import { readOptions } from "../options.js";
import { type Random, systemRandom } from "../random.js";
import { DefaultSecurityPolicy, type SecurityPolicy } from "../security/security-policy.js";
import { serverClock } from "../server-clock.js";
import { BayeuxStats } from "../session/bayeux-stats.js";
import { Flusher } from "../session/flusher.js";
import { LocalSession } from "../session/local-session.js";
import { OwnSubscriptions } from "../session/own-subscriptions.js";
import type { RemovalReason, ServerSession, SessionHost } from "../session/server-session.js";
import { SessionRegistry } from "../session/session-registry.js";
import { WriteTimes } from "../session/write-times.js";
import { Access } from "./access.js";
import { type BayeuxListener, BayeuxListeners } from "./bayeux-listeners.js";
import { type BayeuxOptions, type BayeuxOptionsInput, bayeuxOptions } from "./bayeux-options.js";
import { Dispatcher } from "./dispatcher.js";
import type { Exchange } from "./exchange.js";
import { LocalConnection } from "./local-connection.js";
import { connect } from "./meta/connect.js";
import { disconnect } from "./meta/disconnect.js";
import { handshake } from "./meta/handshake.js";
import type { MetaContext } from "./meta/meta-context.js";
import { subscribe } from "./meta/subscribe.js";
import { unsubscribe } from "./meta/unsubscribe.js";
import { Newcomers } from "./newcomers.js";
import { Publisher } from "./publish.js";
import { type ServiceHandler, ServiceRegistry } from "./service-registry.js";
import { type Sweepable, Sweeper } from "./sweeper.js";
import { TypedChannel } from "./typed-channel.js";

export type { BayeuxListener } from "./bayeux-listeners.js";

export type ServerExtension = Extension<ServerSession>;

/** Handed in; each has a default that fits a real process. */
export interface BayeuxServerParts {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly logger?: Logger;
}

/**
 * One Bayeux server, unaware of any transport or cluster: sessions, channels, and what may happen between them. This
 * class is the face; the rules are in the files beside it.
 * @see spec/bayeux.md section 18
 */
export class BayeuxServer {
  readonly options: BayeuxOptions;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly stats = new BayeuxStats();
  readonly writeTimes: WriteTimes;
  readonly flusher: Flusher;
  readonly dispatcher: Dispatcher;
  readonly #channels: ChannelRegistry;
  readonly #sessions: SessionRegistry;
  readonly #extensions: ExtensionPipeline<ServerSession>;
  readonly #services: ServiceRegistry;
  readonly #publisher: Publisher;
  readonly #access: Access;
  readonly #sweeper: Sweeper;
  readonly #subscriptions: OwnSubscriptions;
  readonly #listeners: BayeuxListeners;
  #open = true;

  /** @throws ConfigError naming every option that is wrong */
  constructor(options: BayeuxOptionsInput = {}, parts: BayeuxServerParts = {}) {
    this.options = readOptions(bayeuxOptions, options);
    this.clock = parts.clock ?? serverClock;
    this.random = parts.random ?? systemRandom;
    this.logger = parts.logger ?? silentLogger;
    this.#listeners = new BayeuxListeners(this.logger);
    this.writeTimes = new WriteTimes(this.clock);
    this.flusher = new Flusher(this.clock, (err) => this.logger.error({ err }, "flush failed"));
    this.#extensions = new ExtensionPipeline((err) => this.logger.error({ err }, "extension failed"));
    this.#services = new ServiceRegistry(this.logger);
    this.#sessions = new SessionRegistry(this.options.nodeTag, this.random);
    this.#sweeper = new Sweeper(this.clock, this.options.sweepPeriodMs, () => this.#channels.sweep());
    this.#channels = new ChannelRegistry(this.#channelHost());
    this.#publisher = new Publisher(this.#channels, this.#extensions, this.stats, this.writeTimes, this.logger);
    this.#access = new Access(
      new DefaultSecurityPolicy(),
      this.#channels,
      (id) => this.createChannel(id.name),
      this.options.maxChannels,
      this.logger,
    );
    const sessionHost = this.#sessionHost();
    this.#subscriptions = new OwnSubscriptions({
      session: sessionHost,
      newId: () => this.#sessions.newId(),
      add: (session) => this.#sessions.add(session),
      createChannel: (name) => this.createChannel(name),
      identify: (name) => this.#channels.identify(name),
    });
    const meta = this.#metaHandlers(sessionHost);
    // They exist from the start, as on CometD: a subscription to one is refused as such, not as a creation.
    for (const name of meta.keys()) this.createChannel(name);
    this.dispatcher = new Dispatcher({
      options: this.options,
      channels: this.#channels,
      extensions: this.#extensions,
      access: this.#access,
      publisher: this.#publisher,
      services: this.#services,
      stats: this.stats,
      logger: this.logger,
      meta,
    });
  }

  get policy(): SecurityPolicy {
    return this.#access.policy;
  }

  set policy(policy: SecurityPolicy) {
    this.#access.policy = policy;
  }

  get sessions(): ReadonlyMap<string, ServerSession> {
    return this.#sessions.all;
  }

  /** Sessions of clients and peers; local ones are not counted. */
  get remoteSessionCount(): number {
    return this.#sessions.remoteCount;
  }

  get channelCount(): number {
    return this.#channels.size;
  }

  start(): void {
    this.#sweeper.start();
  }

  /** From now on the sweep looks at it when it is due. */
  watch(item: Sweepable): void {
    this.#sweeper.watch(item);
  }

  /** Ends every session and refuses new ones. Clients are advised to shake hands anew, which brings them elsewhere. */
  close(): void {
    this.#open = false;
    this.#sweeper.stop();
    for (const session of [...this.#sessions.all.values()]) session.end("closed", { reconnect: "handshake" });
  }

  addExtension(extension: ServerExtension): void {
    this.#extensions.add(extension);
  }

  removeExtension(extension: ServerExtension): void {
    this.#extensions.remove(extension);
  }

  /** @returns a function that removes the listener again */
  addListener(listener: BayeuxListener): () => void {
    return this.#listeners.add(listener);
  }

  /** A client in this process. @param hint - what its id begins with; letters, digits, `_` */
  newLocalSession(hint: string): LocalSession {
    const connection = new LocalConnection(hint, (message) => local.receive(message));
    const local = new LocalSession({
      call: (message) => this.dispatcher.call(message, connection),
      get session() {
        return connection.session;
      },
      identify: (name) => this.#channels.identify(name),
      isSubscribed: (name) => {
        const { session } = connection;
        return session !== undefined && this.#channels.get(name)?.subscribers.has(session) === true;
      },
      failed: (err, text) => this.logger.error({ err, session: hint }, text),
    });
    return local;
  }

  getSession(id: string): ServerSession | undefined {
    return this.#sessions.get(id);
  }

  getChannel(name: string): ServerChannel | undefined {
    return this.#channels.get(name);
  }

  get channels(): Iterable<ServerChannel> {
    return this.#channels.values();
  }

  /**
   * The channel of that name, made if it does not exist; `init` then runs before anybody else sees it.
   * @throws RangeError when the name is not legal
   */
  createChannel(name: string, init?: (channel: ServerChannel) => void): ServerChannel {
    const id = parseChannel(name);
    if (id === undefined) throw new RangeError(`not a legal channel name: ${name}`);
    const existing = this.#channels.get(id.name);
    if (existing !== undefined) return existing;
    const channel = this.#channels.create(id, init);
    this.#listeners.tell((listener) => listener.channelAdded?.(channel));
    return channel;
  }

  /**
   * Publishes from server code, past policy, authorizers and channel listeners.
   * @param sender - the session it counts as; it gets the message only if it may have its own publishes
   * @param fields - other top-level fields, such as `ext`
   * @returns sessions of this server that took it
   * @throws RangeError when `channel` is no broadcast channel, or a wildcard
   */
  publish(sender: ServerSession | undefined, channel: string, data: unknown, fields?: Record<string, unknown>): number {
    const id = this.#channels.identify(channel);
    if (id?.kind !== "broadcast" || id.wildcard !== "none") {
      throw new RangeError(`cannot publish on ${channel}: it must be a broadcast channel without wildcard`);
    }
    const message: Message = { channel: id.name, ...fields, data: data ?? null };
    const trace = this.dispatcher.tracer?.received(sender, message);
    const to = this.#channels.get(id.name) ?? this.createChannel(id.name);
    const reached = this.#publisher.fanOut(sender, message, to, trace);
    trace?.handled({ channel: id.name, successful: true });
    return reached;
  }

  /**
   * As {@link publish}, of a message in an envelope: who knows its form gets it so, and everybody else without.
   * @param open - prints the data for these
   * @returns sessions of this server that took it; undefined where somebody has to see the message itself: nothing was
   *   done then, and it has to be published as any
   */
  publishEnveloped(sender: ServerSession, printed: PrintedMessage, open: Opener): number | undefined {
    const channel = this.dispatcher.tracer === undefined ? this.#channels.get(printed.channel) : undefined;
    return channel && this.#publisher.fanOutPrinted(sender, printed, channel, open);
  }

  /**
   * Hears what is published, from server code: past the policy, and without a client of its own. Called in the turn of the
   * publish, for messages of other nodes as well where there is a cluster.
   * @param channel - a broadcast channel or wildcard
   * @returns a function that unsubscribes
   * @throws RangeError when `channel` is neither
   */
  subscribe(channel: string, listener: (message: Message) => void): () => void {
    const id = parseChannel(channel);
    if (id?.kind !== "broadcast")
      throw new RangeError(`cannot subscribe to ${channel}: it must be a broadcast channel`);
    return this.#subscriptions.add(id.name, listener);
  }

  /**
   * Gives the messages of a channel a type; see {@link TypedChannel}.
   * @param path - a channel, wildcard, or template such as `/prices/{symbol}`
   * @param schema - of zod, or any other that knows Standard Schema
   * @throws RangeError when the path is not legal
   */
  typedChannel<Path extends string, Data>(path: Path, schema: StandardSchema<unknown, Data>): TypedChannel<Path, Data> {
    return new TypedChannel(this, parseTemplate(path), schema);
  }

  /**
   * What is to be published for somebody else (a backend, say), made sure of as if a client had sent it.
   * @returns the data to publish
   * @throws BayeuxError (or rejects) when a check of the channel refuses it
   */
  check(channel: string, data: unknown): Awaitable<unknown> {
    const id = parseChannel(channel);
    if (id === undefined) throw new RangeError(`not a legal channel name: ${channel}`);
    const message: Message = { channel: id.name, data };
    return andThen(this.#publisher.check(undefined, message, id), (kept) => {
      if (!kept) throw new BayeuxError(404, [], "message_deleted");
      return message.data;
    });
  }

  /**
   * Listens to the messages that clients publish on a channel, wildcard or template, before the subscribers get them.
   * @param life - what the listener lasts for, if not until it is removed
   * @returns a function that removes the listener again
   * @throws RangeError when the pattern is not legal
   */
  addMessageListener<Path extends string>(
    pattern: Path,
    listener: (
      session: ServerSession | undefined,
      message: Message,
      parameters: ParametersOf<Path>,
    ) => ReturnType<MessageListener>,
    life: ListenerLife = {},
  ): () => void {
    const template = parseTemplate(pattern);
    return this.createChannel(template.covering).addListener((session, message) => {
      const parameters = template.match(message.channel);
      return parameters === undefined ? undefined : listener(session, message, parameters);
    }, life);
  }

  /**
   * Sets up each channel from now on whose name matches, whoever creates it, before anybody else sees it. An initializer
   * that throws prevents the channel.
   * @returns a function that removes the initializer again
   * @throws RangeError when the pattern is not legal
   */
  addInitializer<Path extends string>(pattern: Path, init: ChannelInitializer<ParametersOf<Path>>): () => void {
    return this.#channels.addInitializer(parseTemplate(pattern), init as ChannelInitializer);
  }

  /**
   * Answers publishes on a service channel, wildcard, or template such as `/service/chat/{room}`.
   * @returns a function that removes the service again
   * @throws RangeError when `channel` does not begin with `/service/`
   */
  addService<Path extends string>(channel: Path, handler: ServiceHandler<ParametersOf<Path>>): () => void {
    return this.#services.add(channel, handler);
  }

  #channelHost() {
    return {
      publish: (sender: ServerSession | undefined, name: string, data: unknown, fields?: Record<string, unknown>) =>
        this.publish(sender, name, data, fields),
      subscribed: (session: Subscriber, channel: ServerChannel) =>
        this.#listeners.tell((listener) => listener.subscribed?.(session as ServerSession, channel)),
      unsubscribed: (session: Subscriber, channel: ServerChannel) =>
        this.#listeners.tell((listener) => listener.unsubscribed?.(session as ServerSession, channel)),
      listenersChanged: (channel: ServerChannel) =>
        this.#listeners.tell((listener) => listener.listenersChanged?.(channel)),
      removed: (channel: ServerChannel) => this.#listeners.tell((listener) => listener.channelRemoved?.(channel)),
      sweepSoon: () => this.#sweeper.passSoon(),
    };
  }

  #sessionHost(): SessionHost {
    return {
      clock: this.clock,
      logger: this.logger,
      stats: this.stats,
      flusher: this.flusher,
      defaults: this.options,
      watch: (session) => this.#sweeper.watch(session),
      ended: (session, reason) => this.#ended(session, reason),
      dropped: (session, message, reason) => {
        if (reason === "outdated") this.stats.messagesOutdated += 1;
        else this.stats.messagesDropped += 1;
        this.#listeners.tell((listener) => listener.messageDropped?.(session, message, reason));
      },
      // A function: with a getter in it, V8 reads all else of this object slower, 8 to 15% of a fan-out.
      hasOnlyMetaExtensions: () => this.#extensions.isMetaOnly,
      outgoing: (message, sender, receiver) =>
        this.#extensions.isMetaOnly && !message.channel.startsWith("/meta/")
          ? message
          : this.#extensions.outgoing(message, { sender, receiver, request: undefined }),
      newProbe: () => this.writeTimes.nextProbe(this.dispatcher.tracer?.current),
    };
  }

  #metaHandlers(host: SessionHost) {
    const context: MetaContext = {
      options: this.options,
      access: this.#access,
      channels: this.#channels,
      sessions: this.#sessions,
      host,
      newcomers: new Newcomers(this.options.maxNewSessionsPerAddress),
      isOpen: () => this.#open,
      sessionAdded: (exchange) =>
        this.#listeners.tell((listener) => listener.sessionAdded?.(exchange.session!, exchange.request)),
      confirming: (session, ids) => this.#listeners.confirming(session, ids),
      finishReply: (exchange) => this.dispatcher.finishReply(exchange),
    };
    return new Map<string, (exchange: Exchange) => Awaitable<void>>([
      ["/meta/handshake", (exchange) => handshake(context, exchange)],
      ["/meta/connect", (exchange) => connect(context, exchange)],
      ["/meta/subscribe", (exchange) => subscribe(context, exchange)],
      ["/meta/unsubscribe", (exchange) => unsubscribe(context, exchange)],
      ["/meta/disconnect", disconnect],
    ]);
  }

  #ended(session: ServerSession, reason: RemovalReason): void {
    this.#sessions.remove(session);
    if (reason === "expired") this.stats.sessionsExpired += 1;
    else if (reason === "overflow") this.stats.sessionsOverflowed += 1;
    else this.stats.sessionsDisconnected += 1;
    this.#listeners.tell((listener) => listener.sessionRemoved?.(session, reason));
  }
}
