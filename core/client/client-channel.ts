import { MAX_CHANNEL_LENGTH, matchingNames } from "../message/channel-id.js";
import type { Message } from "../message/message.js";
import { ClientError, isSessionUnknown } from "./client-error.js";
import { handledPromise } from "./handled-promise.js";
import { type ListenerErrors, Listeners } from "./listeners.js";
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
  /** Of the session; undefined while there is none. */
  readonly clientId: string | undefined;
  request(request: ClientRequest): void;
}

interface Subscriber {
  readonly restore: boolean;
  resolve(reply: Message): void;
  reject(error: ClientError): void;
  /** Takes its listener away. */
  silence(): void;
}

/** One channel that somebody here is subscribed to. */
interface ClientChannel {
  readonly name: string;
  readonly subscribers: Set<Subscriber>;
  /** The present session was asked for it. */
  isAsked: boolean;
  /** The reply, if it has agreed. */
  agreed: Message | undefined;
}

/** All subscriptions of a client: the first on a channel subscribes on the server, the last one leaving unsubscribes. */
export class Subscriptions {
  readonly #wire: SubscriptionWire;
  readonly #listeners: ChannelListeners;
  readonly #channels = new Map<string, ClientChannel>();

  constructor(wire: SubscriptionWire, listeners: ChannelListeners) {
    this.#wire = wire;
    this.#listeners = listeners;
  }

  /** @throws RangeError when the channel's name is not legal, or names a meta channel */
  add(text: string, listener: DeliveryListener, options: SubscribeOptions = {}): Subscription {
    const name = channelName(text.replace(/^\/meta\//, ""));
    const { promise: ready, resolve, reject } = handledPromise<Message>();
    const silence = this.#listeners.add(name, listener as (message: Message) => void);
    const subscriber: Subscriber = { restore: options.restore ?? true, resolve, reject, silence };
    const channel = this.#channels.get(name) ?? { name, subscribers: new Set(), isAsked: false, agreed: undefined };
    this.#channels.set(name, channel);
    channel.subscribers.add(subscriber);
    if (channel.agreed !== undefined) resolve(channel.agreed);
    else if (this.#wire.clientId !== undefined) this.#ask(channel);
    return { channel: name, ready, unsubscribe: () => this.#remove(channel, subscriber) };
  }

  /** The session is gone, and with it what the server knew. */
  sessionLost(): void {
    for (const channel of this.#channels.values()) {
      if (!channel.isAsked) continue;
      this.#end(channel, new ClientError("session"), ({ restore }) => !restore);
    }
  }

  /** There is a new session: subscribes to everything that it does not know of. */
  restore(): void {
    for (const channel of this.#channels.values()) this.#ask(channel);
  }

  /** The client is at rest. The subscriptions stay, for the next handshake; nobody waits for a reply any more. */
  closed(error: ClientError): void {
    for (const { subscribers } of this.#channels.values()) {
      for (const subscriber of subscribers) subscriber.reject(error);
    }
  }

  #ask(channel: ClientChannel): void {
    if (channel.isAsked) return;
    channel.isAsked = true;
    const ifAsked =
      <T>(act: (answer: T) => void) =>
      (answer: T): void => {
        if (channel.isAsked && channel.agreed === undefined && channel.subscribers.size > 0) act(answer);
      };
    this.#wire.request({
      message: { channel: "/meta/subscribe", subscription: channel.name },
      isRepeatable: true,
      departing: () => channel.isAsked,
      resolve: ifAsked((reply) => {
        channel.agreed = reply;
        for (const subscriber of channel.subscribers) subscriber.resolve(reply);
      }),
      reject: ifAsked((error) => {
        // The server that does not know the session refused in vain: the connect learns it too.
        const isInVain = isOver(error) || (error.reply !== undefined && isSessionUnknown(error.reply));
        this.#end(channel, error, () => !isInVain); // in vain: asked again in the next session
      }),
    });
  }

  /** The session does not know the channel; those who cannot wait for another leave it. */
  #end(channel: ClientChannel, error: ClientError, leaves: (subscriber: Subscriber) => boolean): void {
    channel.isAsked = false;
    channel.agreed = undefined;
    for (const subscriber of channel.subscribers) if (leaves(subscriber)) this.#leave(channel, subscriber, error);
  }

  /** @returns whether it was there */
  #leave(channel: ClientChannel, subscriber: Subscriber, error: ClientError): boolean {
    subscriber.silence();
    subscriber.reject(error);
    const wasThere = channel.subscribers.delete(subscriber);
    if (wasThere && channel.subscribers.size === 0) this.#channels.delete(channel.name);
    return wasThere;
  }

  #remove(channel: ClientChannel, subscriber: Subscriber): Promise<Message> {
    const { promise, resolve, reject } = handledPromise<Message>();
    const message: Message = { channel: "/meta/unsubscribe", subscription: channel.name };
    const done = (): void => resolve({ ...message, successful: true });
    const wasThere = this.#leave(channel, subscriber, new ClientError("closed"));
    if (wasThere && channel.subscribers.size === 0 && channel.isAsked && this.#wire.clientId !== undefined) {
      // A session that is gone has no subscriptions.
      const failed = (error: ClientError): void => (isOver(error) ? done() : reject(error));
      channel.isAsked = false; // the subscribe must not be sent again, however late its answer is
      this.#wire.request({ message, isRepeatable: true, resolve, reject: failed });
    } else {
      done();
    }
    return promise;
  }
}

/** Listeners by channel, wildcards included. */
export class ChannelListeners {
  readonly #onError: ListenerErrors;
  readonly #byName = new Map<string, Listeners<[Message]>>();

  constructor(onError: ListenerErrors) {
    this.#onError = onError;
  }

  /** @returns the remover */
  add(name: string, listener: (message: Message) => void): () => void {
    const listeners = this.#byName.get(name) ?? new Listeners(this.#onError);
    this.#byName.set(name, listeners);
    const remove = listeners.add(listener);
    return () => {
      remove();
      if (listeners.size === 0 && this.#byName.get(name) === listeners) this.#byName.delete(name);
    };
  }

  /** Calls the listeners on the channels that match the message's, from general to exact. */
  tell(message: Message): void {
    if (this.#byName.size === 0 || message.channel.length > MAX_CHANNEL_LENGTH) return;
    for (const name of matchingNames(message.channel)) this.#byName.get(name)?.tell(message);
  }
}

/** See spec section 3. */
const LEGAL = /^(\/(?!\*\*?\/)[\w !#$()*+\-.@{~}]+)+$/;

/**
 * The name as the server has it: without blanks and one slash at the end.
 * @throws RangeError when it is not legal
 */
export function channelName(text: string): string {
  const name = text.replace(/ *\/? *$/, "");
  if (name.length > MAX_CHANNEL_LENGTH || !LEGAL.test(name)) throw new RangeError(`not a channel: ${text}`);
  return name;
}

/** The session ended before the answer came. */
function isOver({ code }: ClientError): boolean {
  return code === "session" || code === "closed";
}
