import type { Logger } from "../core/logger.js";
import type { Message } from "../core/message/message.js";
import type { LocalSession } from "../core/session/local-session.js";
import { type Forwarding, fieldsToRepublish } from "./forwarding.js";
import type { OortStats } from "./oort-stats.js";

/** What is known of who wants a message. */
export interface RepublishedInterest {
  /** Messages that nobody here wants are published all the same, as on Java nodes. */
  readonly isStatic: boolean;
  isWanted(channel: string): boolean;
}

/** Publishes here what comes from peers. */
export class Republisher {
  readonly #forwarding: Forwarding;
  readonly #interest: RepublishedInterest;
  readonly #session: LocalSession;
  readonly #stats: OortStats;
  readonly #logger: Logger;

  /** @param session - the `oort` session */
  constructor(
    forwarding: Forwarding,
    interest: RepublishedInterest,
    session: LocalSession,
    stats: OortStats,
    logger: Logger,
  ) {
    this.#forwarding = forwarding;
    this.#interest = interest;
    this.#session = session;
    this.#stats = stats;
    this.#logger = logger;
  }

  /** Once per delivery, as the `oort` session: that passes this node's own policy, and every link stops it. */
  received(message: Message): void {
    if (!this.#forwarding.takes(message.channel)) return;
    if (!this.#interest.isWanted(message.channel)) {
      this.#stats.hopsWithoutInterest += 1;
      if (!this.#interest.isStatic) return;
    }
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
