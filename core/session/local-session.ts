import { type Awaitable, andThen } from "../awaitable.js";
import { type ChannelId, parseChannel } from "../message/channel-id.js";
import type { Message } from "../message/message.js";
import { type LocalListener, LocalListeners } from "./local-listeners.js";
import type { ServerSession } from "./server-session.js";

/** What a local session needs of its server. */
export interface LocalSessionHost {
  /** Runs a message through the whole pipeline, as if it had come over a socket. @returns the reply */
  call(message: Message): Awaitable<Message>;
  /** The twin, once the handshake was accepted. */
  readonly session: ServerSession | undefined;
  identify(channel: string): ChannelId | undefined;
  /** Whether the twin is subscribed to a channel; it is no more when somebody has removed that. */
  isSubscribed(channel: string): boolean;
  /** Logs what went wrong where nobody can be told. */
  failed(error: unknown, text: string): void;
}

/**
 * A client inside the server's own process: a real handshake, real subscriptions, checked by the policy like any other,
 * but its messages are handed over by a call, and it never expires.
 * @see spec/bayeux.md section 18
 */
export class LocalSession {
  readonly #host: LocalSessionHost;
  readonly #listeners: LocalListeners;

  /** Made by `BayeuxServer.newLocalSession`. */
  constructor(host: LocalSessionHost) {
    this.#host = host;
    this.#listeners = new LocalListeners(
      (name) => host.identify(name),
      (error) => host.failed(error, "local listener failed"),
    );
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
    if (this.#listeners.add(name, listener) || !this.#host.isSubscribed(name)) {
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
    if (reply.successful !== true) this.#listeners.forget(name);
    throwIfRefused(reply);
  }

  #unsubscribe(name: string, listener: LocalListener): void {
    if (this.#listeners.remove(name, listener)) {
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
    this.#listeners.receive(message);
  }
}

function throwIfRefused(reply: Message): void {
  if (reply.successful !== true) throw new Error(`local session: ${reply.channel} refused: ${reply.error}`);
}
