import type { Awaitable } from "../../awaitable.js";
import { BayeuxError } from "../../message/bayeux-error.js";
import type { Message } from "../../message/message.js";
import type { ServerSession } from "../../session/server-session.js";
import type { BayeuxServer } from "../bayeux-server.js";

/** One of several that share a service channel. */
export interface MessageHandler {
  /** Whether it takes this message. The first that does is the only one that handles it. */
  accepts(message: Message, session: ServerSession): boolean;
  /**
   * As a service handler: may deliver to the session, put `ext` on `reply`, and take its time.
   * @param parameters - of the template that the chain is on
   * @throws BayeuxError to fail the publish with that error
   */
  handle(
    session: ServerSession,
    message: Message,
    reply: Message,
    parameters: Readonly<Record<string, string>>,
  ): Awaitable<void>;
}

/**
 * A chain of handlers on a service channel, wildcard or template, asked in this order. A message that none accepts fails with
 * `404::message_not_handled`; put a {@link BroadcastHandler}, or another that takes all, at the end where it should not.
 * @returns a function that removes the chain again
 * @throws RangeError when `channel` does not begin with `/service/`
 */
export function addMessageHandlers(
  server: BayeuxServer,
  channel: string,
  handlers: readonly MessageHandler[],
): () => void {
  const chain = [...handlers];
  return server.addService(channel, (session, message, reply, parameters) => {
    const handler = chain.find((candidate) => candidate.accepts(message, session));
    if (handler === undefined) throw new BayeuxError(404, [], "message_not_handled");
    return handler.handle(session, message, reply, parameters);
  });
}

/** Takes everything, and sends its data to all subscribers of a channel, on every node. */
export class BroadcastHandler implements MessageHandler {
  readonly #server: BayeuxServer;
  readonly #channel: string;

  constructor(server: BayeuxServer, channel: string) {
    this.#server = server;
    this.#channel = channel;
  }

  accepts(): boolean {
    return true;
  }

  handle(session: ServerSession, message: Message): void {
    this.#server.publish(session, this.#channel, message.data);
  }
}
