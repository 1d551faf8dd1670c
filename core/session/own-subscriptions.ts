import type { ServerChannel } from "../channel/server-channel.js";
import type { ChannelId } from "../message/channel-id.js";
import { type LocalListener, LocalListeners } from "./local-listeners.js";
import { ServerSession } from "./server-session.js";
import type { SessionHost } from "./session-host.js";

/** What the subscriptions of server code need of their server. */
export interface OwnSubscriptionsHost {
  readonly session: SessionHost;
  newId(): string;
  /** Puts the session where the others are. */
  add(session: ServerSession): void;
  createChannel(name: string): ServerChannel;
  identify(channel: string): ChannelId | undefined;
}

/**
 * Subscriptions of server code, past policy and authorizers like its publishes. All share one local session, which comes
 * into being with the first of them: to the rest of the server, and to a cluster, they are subscribers like any other.
 */
export class OwnSubscriptions {
  readonly #host: OwnSubscriptionsHost;
  readonly #listeners: LocalListeners;
  #session: ServerSession | undefined;

  constructor(host: OwnSubscriptionsHost) {
    this.#host = host;
    this.#listeners = new LocalListeners(
      (name) => host.identify(name),
      (err) => host.session.logger.error({ err }, "subscriber failed"),
    );
  }

  /** @returns a function that unsubscribes. @param name - a legal broadcast channel or wildcard */
  add(name: string, listener: LocalListener): () => void {
    const session = this.#open();
    this.#listeners.add(name, listener);
    this.#host.createChannel(name).subscribe(session); // also if there are others: the channel may have been removed since
    return () => {
      if (this.#listeners.remove(name, listener)) this.#host.createChannel(name).unsubscribe(session);
    };
  }

  #open(): ServerSession {
    if (this.#session === undefined) {
      const receive: LocalListener = (message) => this.#listeners.receive(message);
      this.#session = new ServerSession(`server_${this.#host.newId()}`, this.#host.session, receive);
      this.#session.handshaken();
      this.#host.add(this.#session);
    }
    return this.#session;
  }
}
