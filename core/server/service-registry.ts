import type { Logger } from "../logger.js";
import { BayeuxError, errorField } from "../message/bayeux-error.js";
import { type ChannelId, channelKind } from "../message/channel-id.js";
import { type ParametersOf, parseTemplate } from "../message/channel-template.js";
import type { Message } from "../message/message.js";
import type { ServerSession } from "../session/server-session.js";

/**
 * Answers a publish on a service channel. The publish reply waits for a returned promise; the session's later messages
 * do not. May put `ext` on `reply`.
 * @param parameters - of the template that it is bound to: `{ room: "blue" }` for `/service/chat/{room}`
 * @throws BayeuxError to fail the publish with that error
 */
export type ServiceHandler<Parameters = Readonly<Record<string, string>>> = (
  session: ServerSession,
  message: Message,
  reply: Message,
  parameters: Parameters,
) => void | Promise<void>;

/** A handler that was told its parameters. */
type BoundHandler = (session: ServerSession, message: Message, reply: Message) => void | Promise<void>;

const NOBODY: readonly BoundHandler[] = [];

/** The server's services, by channel name or wildcard. */
export class ServiceRegistry {
  readonly #handlers = new Map<string, readonly BoundHandler[]>();
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /**
   * @returns a function that removes the handler again
   * @throws RangeError when `channel` is no service channel, wildcard or template
   */
  add<Path extends string>(channel: Path, handler: ServiceHandler<ParametersOf<Path>>): () => void {
    const template = parseTemplate(channel);
    const name = template.covering;
    if (channelKind(name) !== "service") {
      throw new RangeError(`not a service channel: ${channel}; it must begin with /service/`);
    }
    const bound: BoundHandler = (session, message, reply) => {
      const parameters = template.match(message.channel);
      return parameters === undefined ? undefined : handler(session, message, reply, parameters);
    };
    this.#handlers.set(name, [...(this.#handlers.get(name) ?? []), bound]);
    return () => {
      const left = (this.#handlers.get(name) ?? []).filter((other) => other !== bound);
      if (left.length === 0) this.#handlers.delete(name);
      else this.#handlers.set(name, left);
    };
  }

  /** Calls every handler that matches. @returns a promise when one of them is not done yet */
  handle(id: ChannelId, session: ServerSession, message: Message, reply: Message): Promise<void> | undefined {
    let pending: Promise<void> | undefined;
    for (const name of id.matching) {
      for (const handler of this.#handlers.get(name) ?? NOBODY) {
        try {
          const result = handler(session, message, reply);
          if (result instanceof Promise) {
            const handled = result.catch((err: unknown) => this.#failed(err, id, reply));
            pending = pending === undefined ? handled : Promise.all([pending, handled]).then(() => undefined);
          }
        } catch (err) {
          this.#failed(err, id, reply);
        }
      }
    }
    return pending;
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
