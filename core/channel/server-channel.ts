import type { ChannelId } from "../message/channel-id.js";
import type { Awaitable, Message } from "../message/message.js";
import type { Authorizer } from "../security/authorizer.js";
import type { ServerSession } from "../session/server-session.js";
import { ChannelDelivery } from "./channel-delivery.js";
import { type ListenerLife, limitLife } from "./listener-life.js";
import type { Subscriber } from "./subscriber.js";

/**
 * Sees each message published on a channel that matches, before the subscribers get it. May change `data` and `ext`.
 * A promise delays this message and the later ones of its session.
 * @returns false to stop the message: its publisher gets `404::message_deleted`
 * @throws BayeuxError to stop it with that error; any other is logged, and the message goes on
 */
export type MessageListener = (
  session: ServerSession | undefined,
  message: Message,
  channel: ServerChannel,
) => Awaitable<boolean | undefined | void>;

/** How long a channel listener stays, if not as long as its channel. */
export interface ListenerOptions extends ListenerLife {
  /** It does not keep the channel: that is swept as if nobody listened, and the listener with it. */
  readonly weak?: boolean;
}

/** What a channel asks of the server that owns it. */
export interface ChannelHost {
  publish(sender: ServerSession | undefined, channel: string, data: unknown, fields?: Record<string, unknown>): number;
  subscribed(session: Subscriber, channel: ServerChannel): void;
  unsubscribed(session: Subscriber, channel: ServerChannel): void;
  /** A listener came or went. */
  listenersChanged(channel: ServerChannel): void;
  /** The channel may have become useless; the next sweeps look at it. */
  idle(channel: ServerChannel): void;
  /** Its wishes about deliveries changed. */
  deliveryChanged(channel: ServerChannel, isUsual: boolean): void;
  /** From now on nobody finds it by its name. */
  withdraw(channel: ServerChannel): void;
  /** It has ended, and nobody is subscribed any more. */
  removed(channel: ServerChannel): void;
}

interface BoundListener {
  readonly listener: MessageListener;
  readonly isWeak: boolean;
  /** Takes it away, and whatever would have. */
  readonly end: () => void;
}

/** One channel of one server: who subscribed, who listens, who guards. Made by `BayeuxServer.createChannel`. */
export class ServerChannel {
  readonly id: ChannelId;
  /** A persistent channel is never swept. Meta and service channels are. */
  persistent: boolean;
  /** Sweeps passed since it was last used; see `ChannelRegistry.sweep`. */
  idlePasses = 0;
  /** Kept by `ChannelRegistry.matching`. */
  matching: readonly ServerChannel[] = [];
  matchingFoundAt = -1;
  /** How messages on this channel are delivered: lazily, to their publisher, and what a full queue does with them. */
  readonly delivery: ChannelDelivery;
  readonly #host: ChannelHost;
  readonly #subscribers = new Set<Subscriber>();
  #checks: readonly MessageListener[] = [];
  /** Those of {@link #checks} that see messages where they enter the cluster. */
  #entryChecks: readonly MessageListener[] = [];
  #bound: readonly BoundListener[] = [];
  /** The functions of {@link #bound}, made when these change: messages come more often. */
  #listeners: readonly MessageListener[] = [];
  #authorizers: readonly Authorizer[] = [];
  #isRemoved = false;

  constructor(id: ChannelId, host: ChannelHost) {
    this.id = id;
    this.persistent = id.kind === "meta";
    this.#host = host;
    this.delivery = new ChannelDelivery((isUsual) => {
      if (!this.#isRemoved) host.deliveryChanged(this, isUsual);
    });
  }

  get name(): string {
    return this.id.name;
  }

  get subscribers(): ReadonlySet<Subscriber> {
    return this.#subscribers;
  }

  get checks(): readonly MessageListener[] {
    return this.#checks;
  }

  get listeners(): readonly MessageListener[] {
    return this.#listeners;
  }

  get authorizers(): readonly Authorizer[] {
    return this.#authorizers;
  }

  /** True when somebody looks at messages before the subscribers do. */
  get isWatched(): boolean {
    return this.#listeners.length > 0 || this.#checks.length > 0;
  }

  /** The same for messages that another node of ours has taken in, and that nobody has read here. */
  get isWatchedUnread(): boolean {
    return this.#listeners.length > 0 || this.#checks.length > this.#entryChecks.length;
  }

  /** True when nothing but its name would be lost by removing it. */
  get isIdle(): boolean {
    if (this.persistent || this.#subscribers.size > 0 || this.#checks.length > 0) return false;
    return this.#authorizers.length === 0 && this.#bound.every((bound) => bound.isWeak);
  }

  /** It was swept or removed: a channel of its name that exists now is another. */
  get isRemoved(): boolean {
    return this.#isRemoved;
  }

  /**
   * Publishes past policy and authorizers; see `BayeuxServer.publish`.
   * @throws RangeError for a wildcard channel
   */
  publish(sender: ServerSession | undefined, data: unknown, fields?: Record<string, unknown>): number {
    return this.#host.publish(sender, this.name, data, fields);
  }

  /** Lasts until the subscriber ends. @returns false when it was subscribed already, or has ended, or the channel has */
  subscribe(subscriber: Subscriber): boolean {
    if (this.#isRemoved || this.#subscribers.has(subscriber) || !subscriber.joins(this)) return false;
    this.#subscribers.add(subscriber);
    this.#host.subscribed(subscriber, this);
    return true;
  }

  /** @returns false when it was not subscribed */
  unsubscribe(subscriber: Subscriber): boolean {
    if (!this.#subscribers.delete(subscriber)) return false;
    subscriber.leaves(this);
    this.#host.unsubscribed(subscriber, this);
    this.#maybeIdle();
    return true;
  }

  #maybeIdle(): void {
    if (!this.#isRemoved && this.isIdle) this.#host.idle(this);
  }

  /** @returns a function that removes the listener again */
  addListener(listener: MessageListener, options: ListenerOptions = {}): () => void {
    const remove = (): void => {
      this.#bind(this.#bound.filter((other) => other !== bound));
      this.#maybeIdle();
    };
    const bound: BoundListener = { listener, isWeak: options.weak === true, end: () => end() };
    this.#bind([...this.#bound, bound]);
    const end = limitLife(remove, options);
    return end;
  }

  #bind(bound: readonly BoundListener[]): void {
    this.#bound = bound;
    this.#listeners = bound.map(({ listener }) => listener);
    this.#host.listenersChanged(this);
  }

  /**
   * Adds a listener that goes before all others, of every channel that matches, and whose errors of any kind stop the
   * message: what checks the data, or makes it safe. It is handed this channel, also where the message's is another.
   * @param options.atEntry - nodes of ours that relay a message have done the same check: then it need not be read here for it
   * @returns a function that removes it again
   */
  addCheck(check: MessageListener, options: { readonly atEntry?: boolean } = {}): () => void {
    this.#checks = [...this.#checks, check];
    if (options.atEntry === true) this.#entryChecks = [...this.#entryChecks, check];
    return () => {
      this.#checks = this.#checks.filter((other) => other !== check);
      this.#entryChecks = this.#entryChecks.filter((other) => other !== check);
      this.#maybeIdle();
    };
  }

  addAuthorizer(authorizer: Authorizer): void {
    this.#authorizers = [...this.#authorizers, authorizer];
  }

  removeAuthorizer(authorizer: Authorizer): void {
    this.#authorizers = this.#authorizers.filter((other) => other !== authorizer);
    this.#maybeIdle();
  }

  /**
   * Ends the channel, persistent or not: nobody is subscribed any more, and listeners, checks and authorizers are gone, so
   * the next who names it finds an empty one. Channels below it stay. Clients are not told: Bayeux has no message for it.
   * A channel is removed once; the later calls do nothing.
   * @throws RangeError for a meta channel
   */
  remove(): void {
    if (this.id.kind === "meta") throw new RangeError(`cannot remove ${this.name}: it is a meta channel`);
    if (this.#isRemoved) return;
    this.#isRemoved = true;
    this.#host.withdraw(this);
    for (const subscriber of this.#subscribers) this.unsubscribe(subscriber);
    for (const { end } of this.#bound) end();
    this.#checks = [];
    this.#entryChecks = [];
    this.#authorizers = [];
    this.#host.removed(this);
  }
}
