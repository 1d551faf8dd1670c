import type { Logger } from "../logger.js";
import { type Extension, ExtensionPipeline } from "../message/extension.js";
import type { Message } from "../message/message.js";
import { Publication } from "../message/publication.js";
import type { ServerSession } from "./server-session.js";
import type { SessionListener } from "./session-listener.js";
import { logIdOf } from "./session-registry.js";

/** May veto one delivery to one session (CometD's session message listener). @returns false to withhold it */
export type DeliveryFilter = (sender: ServerSession | undefined, message: Message) => boolean;

/** The same by the channel alone: a message that another server has printed need not be read for it. */
export type ChannelFilter = (sender: ServerSession | undefined, channel: string) => boolean;

/**
 * What server code has attached to one session: extensions, filters, listeners. Made when the first is. Adding or removing
 * one does not disturb a round that is under way; one that throws is logged, and the others are asked all the same.
 */
export class SessionHooks {
  readonly extensions: ExtensionPipeline<ServerSession>;
  readonly #session: ServerSession;
  readonly #logger: Logger;
  #filters: readonly DeliveryFilter[] = [];
  #channelFilters: readonly ChannelFilter[] = [];
  #listeners: readonly SessionListener[] = [];

  constructor(session: ServerSession, logger: Logger) {
    this.#session = session;
    this.#logger = logger;
    this.extensions = new ExtensionPipeline((err) => this.#failed(err, "session extension failed"));
  }

  addExtension(extension: Extension<ServerSession>): void {
    this.extensions.add(extension);
  }

  /** @returns a function that removes the filter again */
  addFilter(filter: DeliveryFilter): () => void {
    this.#filters = [...this.#filters, filter];
    return () => {
      this.#filters = this.#filters.filter((other) => other !== filter);
    };
  }

  /** @returns a function that removes the filter again */
  addChannelFilter(filter: ChannelFilter): () => void {
    this.#channelFilters = [...this.#channelFilters, filter];
    return () => {
      this.#channelFilters = this.#channelFilters.filter((other) => other !== filter);
    };
  }

  /** @returns a function that removes the listener again */
  addListener(listener: SessionListener): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  }

  tell(news: (listener: SessionListener) => void): void {
    for (const listener of this.#listeners) {
      try {
        news(listener);
      } catch (err) {
        this.#failed(err, "session listener failed");
      }
    }
  }

  /** What becomes of a delivery: itself, another in its place, or undefined when it was dropped or withheld. */
  pass(offered: Publication, sender: ServerSession | undefined): Publication | undefined {
    let publication = offered;
    if (!this.extensions.isEmpty) {
      const context = { sender, receiver: this.#session, request: undefined };
      const message = this.extensions.outgoing(offered.message, context);
      if (message === undefined) return undefined;
      if (message !== offered.message) {
        publication = new Publication(message, offered.rules);
        publication.probe = offered.probe;
      }
    }
    for (const filter of this.#channelFilters) {
      if (!this.#passes(filter, sender, publication.channel)) return undefined;
    }
    for (const filter of this.#filters) {
      if (!this.#passes(filter, sender, publication.message)) return undefined;
    }
    return (this.#session.isTrusted && publication.probe?.forPeers) || publication;
  }

  /** A filter that throws has no veto, and does not keep the message from the other subscribers (spec section 4). */
  #passes<Subject>(
    filter: (sender: ServerSession | undefined, subject: Subject) => boolean,
    sender: ServerSession | undefined,
    subject: Subject,
  ): boolean {
    try {
      return filter(sender, subject);
    } catch (err) {
      this.#failed(err, "delivery filter failed");
      return true;
    }
  }

  #failed(err: unknown, text: string): void {
    this.#logger.error({ err, session: logIdOf(this.#session.id) }, text);
  }
}
