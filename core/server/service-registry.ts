import type { Logger } from "../logger.js";
import { BayeuxError, errorField } from "../message/bayeux-error.js";
import { type ChannelId, parseChannel } from "../message/channel-id.js";
import type { Message } from "../message/message.js";
import type { ServerSession } from "../session/server-session.js";

/**
 * Answers a publish on a service channel. The publish reply waits for a returned promise; the session's later messages
 * do not. May put `ext` on `reply`.
 * @throws BayeuxError to fail the publish with that error
 */
export type ServiceHandler = (session: ServerSession, message: Message, reply: Message) => void | Promise<void>;

/** The server's services, by channel name or wildcard. */
export class ServiceRegistry {
  readonly #handlers = new Map<string, readonly ServiceHandler[]>();
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /**
   * @returns a function that removes the handler again
   * @throws RangeError when `channel` is no service channel
   */
  add(channel: string, handler: ServiceHandler): () => void {
    const id = parseChannel(channel);
    if (id?.kind !== "service") throw new RangeError(`not a service channel: ${channel}; it must begin with /service/`);
    this.#handlers.set(id.name, [...(this.#handlers.get(id.name) ?? []), handler]);
    return () => {
      const left = (this.#handlers.get(id.name) ?? []).filter((other) => other !== handler);
      if (left.length === 0) this.#handlers.delete(id.name);
      else this.#handlers.set(id.name, left);
    };
  }

  /** Calls every handler that matches. @returns a promise when one of them is not done yet */
  handle(id: ChannelId, session: ServerSession, message: Message, reply: Message): Promise<void> | undefined {
    let pending: Promise<unknown>[] | undefined;
    for (const name of id.matching) {
      for (const handler of this.#handlers.get(name) ?? []) {
        try {
          const result = handler(session, message, reply);
          if (result instanceof Promise) {
            pending ??= [];
            pending.push(result.catch((err: unknown) => this.#failed(err, id, reply)));
          }
        } catch (err) {
          this.#failed(err, id, reply);
        }
      }
    }
    return pending === undefined ? undefined : Promise.all(pending).then(() => undefined);
  }

  #failed(err: unknown, id: ChannelId, reply: Message): void {
    reply.successful = false;
    if (err instanceof BayeuxError) {
      reply.error = err.message;
      return;
    }
    this.#logger.error({ err, channel: id.name }, "service failed");
    reply.error = errorField(500, [], "service_failed");
  }
}
