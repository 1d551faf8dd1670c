import type { Logger } from "../core/logger.js";
import type { Message } from "../core/message/message.js";
import type { LocalSession } from "../core/session/local-session.js";
import { type Forwarding, fieldsToRepublish } from "./forwarding.js";
import type { OortStats } from "./oort-stats.js";

/** Publishes here what comes from peers. */
export class Republisher {
  readonly #forwarding: Forwarding;
  readonly #session: LocalSession;
  readonly #stats: OortStats;
  readonly #logger: Logger;

  /** @param session - the `oort` session */
  constructor(forwarding: Forwarding, session: LocalSession, stats: OortStats, logger: Logger) {
    this.#forwarding = forwarding;
    this.#session = session;
    this.#stats = stats;
    this.#logger = logger;
  }

  /** Once per delivery, as the `oort` session: that passes this node's own policy, and every link stops it. */
  received(message: Message): void {
    if (!this.#forwarding.takes(message.channel)) return;
    this.#stats.republished += 1;
    const reply = this.#session.publish(message.channel, message.data, fieldsToRepublish(message));
    if (reply instanceof Promise) void reply.then((later) => this.#done(later));
    else this.#done(reply);
  }

  #done({ successful, channel, error }: Message): void {
    if (successful === true) return;
    this.#stats.republishesStopped += 1;
    this.#logger.debug({ channel, error }, "a peer's message was stopped here");
  }
}
