import { type Awaitable, andThen } from "../awaitable.js";
import { type ChannelId, parseChannel } from "../message/channel-id.js";
import type { Message } from "../message/message.js";
import type { ServerSession } from "./server-session.js";

/** What a local session needs of its server. */
export interface LocalSessionHost {
  /** Runs a message through the whole pipeline, as if it had come over a socket. @returns the reply */
  call(message: Message): Awaitable<Message>;
  /** The twin, once the handshake was accepted. */
  readonly session: ServerSession | undefined;
  identify(channel: string): ChannelId | undefined;
  /** Logs what went wrong where nobody can be told. */
  failed(error: unknown, text: string): void;
}

export type LocalListener = (message: Message) => void;

/**
 * A client inside the server's own process: a real handshake, real subscriptions, checked by the policy like any other,
 * but its messages are handed over by a call, and it never expires.
 * @see spec/bayeux.md section 18
 */
export class LocalSession {
  readonly #host: LocalSessionHost;
  readonly #listeners = new Map<string, readonly LocalListener[]>();

  /** Made by `BayeuxServer.newLocalSession`. */
  constructor(host: LocalSessionHost) {
    this.#host = host;
  }

  /**
   * The server-side twin, which services use as their identity.
   * @throws Error before the handshake
   */
  get session(): ServerSession {
    const { session } = this.#host;
    if (session === undefined) throw new Error("local session: no handshake yet");
    return session;
  }

  /**
   * @param fields - other fields of the handshake, such as `ext`
   * @throws Error when the policy refuses
   */
  handshake(fields?: Record<string, unknown>): Awaitable<void> {
    return andThen(this.#host.call({ ...fields, channel: "/meta/handshake" }), throwIfRefused);
  }

  disconnect(): void {
    void this.#host.call({ channel: "/meta/disconnect", clientId: this.session.id });
    this.#listeners.clear();
  }

  /**
   * Listens to a channel or wildcard. The listener is called in the turn of the publish and must not block it.
   * @returns a function that unsubscribes
   * @throws Error when the name is not legal or the policy refuses; a policy that takes its time to refuse is logged
   */
  subscribe(channel: string, listener: LocalListener): () => void {
    const name = parseChannel(channel)?.name ?? channel;
    const before = this.#listeners.get(name) ?? [];
    this.#listeners.set(name, [...before, listener]);
    if (before.length === 0) {
      const reply = this.#host.call({ channel: "/meta/subscribe", clientId: this.session.id, subscription: name });
      if (!(reply instanceof Promise)) this.#keepIfAccepted(name, reply);
      else {
        void reply
          .then((later) => this.#keepIfAccepted(name, later))
          .catch((error: unknown) => this.#host.failed(error, "local subscription refused"));
      }
    }
    return () => this.#unsubscribe(name, listener);
  }

  /** After a refusal nothing is left, so that the next subscribe asks again. */
  #keepIfAccepted(name: string, reply: Message): void {
    if (reply.successful !== true) this.#listeners.delete(name);
    throwIfRefused(reply);
  }

  #unsubscribe(name: string, listener: LocalListener): void {
    const left = (this.#listeners.get(name) ?? []).filter((other) => other !== listener);
    if (left.length > 0) {
      this.#listeners.set(name, left);
    } else if (this.#listeners.delete(name)) {
      void this.#host.call({ channel: "/meta/unsubscribe", clientId: this.session.id, subscription: name });
    }
  }

  /**
   * Publishes through policy, authorizers and extensions.
   * @param fields - other top-level fields, such as `ext`
   * @returns the reply, also when it is a refusal
   */
  publish(channel: string, data: unknown, fields?: Record<string, unknown>): Awaitable<Message> {
    return this.#host.call({ ...fields, channel, clientId: this.session.id, data });
  }

  /** Hands a delivery to the listeners that match. Called by the server. */
  receive(message: Message): void {
    const id = this.#host.identify(message.channel);
    if (id === undefined) return;
    for (const name of id.matching) {
      for (const listener of this.#listeners.get(name) ?? []) {
        try {
          listener(message);
        } catch (error) {
          this.#host.failed(error, "local listener failed");
        }
      }
    }
  }
}

function throwIfRefused(reply: Message): void {
  if (reply.successful !== true) throw new Error(`local session: ${reply.channel} refused: ${reply.error}`);
}
