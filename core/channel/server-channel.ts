import type { ChannelId } from "../message/channel-id.js";
import type { Awaitable, Message } from "../message/message.js";
import type { Authorizer } from "../security/authorizer.js";
import type { ServerSession } from "../session/server-session.js";
import { ChannelDelivery } from "./channel-delivery.js";
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

/** What a channel asks of the server that owns it. */
export interface ChannelHost {
  publish(sender: ServerSession | undefined, channel: string, data: unknown, fields?: Record<string, unknown>): number;
  subscribed(session: Subscriber, channel: ServerChannel): void;
  unsubscribed(session: Subscriber, channel: ServerChannel): void;
  /** The channel may have become useless; the next sweeps look at it. */
  idle(channel: ServerChannel): void;
  /** Its wishes about deliveries changed. */
  deliveryChanged(channel: ServerChannel, isUsual: boolean): void;
}

/** One channel of one server: who subscribed, who listens, who guards. Made by `BayeuxServer.createChannel`. */
export class ServerChannel {
  readonly id: ChannelId;
  /** A persistent channel is never swept. Meta and service channels are. */
  persistent: boolean;
  /** Sweeps passed since it was last used; see `ChannelRegistry.sweep`. */
  idlePasses = 0;
  /** How messages on this channel are delivered: lazily, to their publisher, and what a full queue does with them. */
  readonly delivery: ChannelDelivery;
  readonly #host: ChannelHost;
  readonly #subscribers = new Set<Subscriber>();
  #checks: readonly MessageListener[] = [];
  #listeners: readonly MessageListener[] = [];
  #authorizers: readonly Authorizer[] = [];

  constructor(id: ChannelId, host: ChannelHost) {
    this.id = id;
    this.persistent = id.kind === "meta";
    this.#host = host;
    this.delivery = new ChannelDelivery((isUsual) => host.deliveryChanged(this, isUsual));
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

  /** True when nothing but its name would be lost by removing it. */
  get isIdle(): boolean {
    return !this.persistent && this.#subscribers.size === 0 && !this.isWatched && this.#authorizers.length === 0;
  }

  /**
   * Publishes past policy and authorizers; see `BayeuxServer.publish`.
   * @throws RangeError for a wildcard channel
   */
  publish(sender: ServerSession | undefined, data: unknown, fields?: Record<string, unknown>): number {
    return this.#host.publish(sender, this.name, data, fields);
  }

  /** Lasts until the subscriber ends. @returns false when it was subscribed already, or has ended */
  subscribe(subscriber: Subscriber): boolean {
    if (this.#subscribers.has(subscriber) || !subscriber.joins(this)) return false;
    this.#subscribers.add(subscriber);
    this.#host.subscribed(subscriber, this);
    return true;
  }

  /** @returns false when it was not subscribed */
  unsubscribe(subscriber: Subscriber): boolean {
    if (!this.#subscribers.delete(subscriber)) return false;
    subscriber.leaves(this);
    this.#host.unsubscribed(subscriber, this);
    if (this.isIdle) this.#host.idle(this);
    return true;
  }

  /** @returns a function that removes the listener again */
  addListener(listener: MessageListener): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
      if (this.isIdle) this.#host.idle(this);
    };
  }

  /**
   * Adds a listener that goes before all others, of every channel that matches, and whose errors of any kind stop the
   * message: what checks the data, or makes it safe. It is handed this channel, also where the message's is another.
   * @returns a function that removes it again
   */
  addCheck(check: MessageListener): () => void {
    this.#checks = [...this.#checks, check];
    return () => {
      this.#checks = this.#checks.filter((other) => other !== check);
      if (this.isIdle) this.#host.idle(this);
    };
  }

  addAuthorizer(authorizer: Authorizer): void {
    this.#authorizers = [...this.#authorizers, authorizer];
  }

  removeAuthorizer(authorizer: Authorizer): void {
    this.#authorizers = this.#authorizers.filter((other) => other !== authorizer);
    if (this.isIdle) this.#host.idle(this);
  }
}
