import { parseChannel } from "../message/channel-id.js";
import type { Message } from "../message/message.js";
import { ClientError, errorCode } from "./client-error.js";
import type { ClientRequest } from "./pending-requests.js";

/** A message that was published on a channel. */
export interface Delivery<T = unknown> extends Message {
  data: T;
}

/** The server is not asked whether `data` is a `T`: the type is the application's word. */
export type DeliveryListener<T = unknown> = (message: Delivery<T>) => void;

export interface SubscribeOptions {
  /** Subscribe anew after a re-handshake. Default true; false ends the subscription with its session. */
  restore?: boolean;
  /** Aborted, it unsubscribes. */
  signal?: AbortSignal;
}

/** One listener on one channel. Several on a channel share one subscription on the server. */
export interface Subscription {
  readonly channel: string;
  /**
   * The first successful reply to the subscribe. Rejects with a ClientError when the server refuses, which also ends the
   * subscription, and when the client is disconnected before. Need not be looked at.
   */
  readonly ready: Promise<Message>;
  /** Ends it. Resolves with the server's reply, or one like it when the server need not be told. */
  unsubscribe(): Promise<Message>;
}

/** The way to the server, as subscriptions need it. */
export interface SubscriptionWire {
  readonly hasSession: boolean;
  request(request: ClientRequest): void;
}

interface Subscriber {
  readonly listener: DeliveryListener;
  readonly restore: boolean;
  readonly resolve: (reply: Message) => void;
  readonly reject: (error: ClientError) => void;
}

/** One channel that somebody here is subscribed to. */
interface ClientChannel {
  readonly name: string;
  readonly subscribers: Set<Subscriber>;
  /** What the present session knows of it. */
  wire: "unknown" | "asked" | "subscribed";
  reply: Message | undefined;
  /** The server has answered the unsubscribe, perhaps before the subscribe: that must not be sent again. */
  isOver: boolean;
}

/** All subscriptions of a client: the first on a channel subscribes on the server, the last one leaving unsubscribes. */
export class Subscriptions {
  readonly #wire: SubscriptionWire;
  readonly #channels = new Map<string, ClientChannel>();

  constructor(wire: SubscriptionWire) {
    this.#wire = wire;
  }

  /** @throws RangeError when the channel's name is not legal, or names a meta channel */
  add(name: string, listener: DeliveryListener, options: SubscribeOptions = {}): Subscription {
    const id = parseChannel(name);
    if (id === undefined || id.kind === "meta") throw new RangeError(`cannot subscribe to ${JSON.stringify(name)}`);
    const { promise: ready, resolve, reject } = handledPromise<Message>();
    const subscriber: Subscriber = { listener, restore: options.restore ?? true, resolve, reject };
    let channel = this.#channels.get(id.name);
    if (channel === undefined) {
      channel = { name: id.name, subscribers: new Set(), wire: "unknown", reply: undefined, isOver: false };
      this.#channels.set(id.name, channel);
    }
    channel.subscribers.add(subscriber);
    if (channel.wire === "subscribed") resolve(channel.reply!);
    else if (channel.wire === "unknown" && this.#wire.hasSession) this.#ask(channel);
    return { channel: id.name, ready, unsubscribe: () => this.#remove(id.name, subscriber) };
  }

  /** Calls the listeners on the channels of these names. */
  deliver(names: readonly string[], call: (listener: DeliveryListener) => void): void {
    for (const name of names) {
      const channel = this.#channels.get(name);
      if (channel !== undefined) for (const { listener } of [...channel.subscribers]) call(listener);
    }
  }

  /** The session is gone, and with it what the server knew. */
  sessionLost(): void {
    for (const channel of this.#channels.values()) {
      if (channel.wire === "unknown") continue;
      channel.wire = "unknown";
      for (const subscriber of channel.subscribers) {
        if (subscriber.restore) continue;
        channel.subscribers.delete(subscriber);
        subscriber.reject(new ClientError("session", "the session is gone"));
      }
      if (channel.subscribers.size === 0) this.#channels.delete(channel.name);
    }
  }

  /** There is a new session: subscribes to everything that it does not know of. */
  restore(): void {
    for (const channel of this.#channels.values()) if (channel.wire === "unknown") this.#ask(channel);
  }

  /** The client is at rest. The subscriptions stay, for the next handshake; nobody waits for a reply any more. */
  closed(error: ClientError): void {
    for (const { subscribers } of this.#channels.values()) {
      for (const subscriber of subscribers) subscriber.reject(error);
    }
  }

  #ask(channel: ClientChannel): void {
    channel.wire = "asked";
    const isCurrent = (): boolean => channel.wire === "asked" && this.#channels.get(channel.name) === channel;
    this.#wire.request({
      message: { channel: "/meta/subscribe", subscription: channel.name },
      isRepeatable: true,
      departing: () => !channel.isOver,
      resolve: (reply) => {
        if (!isCurrent()) return;
        channel.wire = "subscribed";
        channel.reply = reply;
        for (const subscriber of channel.subscribers) subscriber.resolve(reply);
      },
      reject: (error) => {
        if (!isCurrent()) return;
        // The server that does not know the session refused in vain: the connect learns it too.
        const isUnknown = error.reply !== undefined && errorCode(error.reply) === 402;
        if (isUnknown || error.code === "session" || error.code === "closed") {
          channel.wire = "unknown"; // asked again in the next session
          return;
        }
        this.#channels.delete(channel.name);
        for (const subscriber of channel.subscribers) subscriber.reject(error);
      },
    });
  }

  #remove(name: string, subscriber: Subscriber): Promise<Message> {
    const channel = this.#channels.get(name);
    const reply: Message = { channel: "/meta/unsubscribe", subscription: name, successful: true };
    if (channel === undefined || !channel.subscribers.delete(subscriber)) return Promise.resolve(reply);
    subscriber.reject(new ClientError("closed", "unsubscribed"));
    if (channel.subscribers.size > 0) return Promise.resolve(reply);
    this.#channels.delete(name);
    if (channel.wire === "unknown" || !this.#wire.hasSession) return Promise.resolve(reply);
    const { promise, resolve, reject } = handledPromise<Message>();
    this.#wire.request({
      message: { channel: "/meta/unsubscribe", subscription: name },
      isRepeatable: true,
      resolve: (message) => {
        channel.isOver = true;
        resolve(message);
      },
      // A session that is gone has no subscriptions.
      reject: (error) => (error.code === "session" || error.code === "closed" ? resolve(reply) : reject(error)),
    });
    return promise;
  }
}

/** Listeners that are only local: the server never hears of them. */
export class LocalListeners {
  readonly #listeners = new Map<string, Set<(message: Message) => void>>();

  /** @throws RangeError when the channel's name is not legal */
  add(name: string, listener: (message: Message) => void): () => void {
    const id = parseChannel(name);
    if (id === undefined) throw new RangeError(`not a channel: ${JSON.stringify(name)}`);
    const listeners = this.#listeners.get(id.name) ?? new Set();
    this.#listeners.set(id.name, listeners);
    const own = (message: Message): void => listener(message); // the same function may be added twice
    listeners.add(own);
    return () => {
      listeners.delete(own);
      if (listeners.size === 0 && this.#listeners.get(id.name) === listeners) this.#listeners.delete(id.name);
    };
  }

  /** Calls the listeners on the channels of these names. */
  tell(names: readonly string[], call: (listener: (message: Message) => void) => void): void {
    if (this.#listeners.size === 0) return;
    for (const name of names) for (const listener of [...(this.#listeners.get(name) ?? [])]) call(listener);
  }
}

/** How many channels' matching names are remembered. */
const MAX_REMEMBERED = 1_000;

/** Finds the names, wildcards included, whose listeners get what is on a channel. Remembers recent ones. */
export class MatchingNames {
  readonly #remembered = new Map<string, readonly string[]>();

  of(channel: string): readonly string[] {
    const remembered = this.#remembered.get(channel);
    if (remembered !== undefined) return remembered;
    const names = parseChannel(channel)?.matching ?? [channel];
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(channel, names);
    return names;
  }
}

/** A promise, and what settles it. */
export interface HandledPromise<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: ClientError) => void;
}

/** A promise whose rejection, if nobody looks at it, does not end the process. */
export function handledPromise<T>(): HandledPromise<T> {
  let resolve!: (value: T) => void;
  let reject!: (error: ClientError) => void;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
