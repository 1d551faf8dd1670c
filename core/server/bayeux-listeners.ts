import type { ServerChannel } from "../channel/server-channel.js";
import { Listeners } from "../listeners.js";
import type { Logger } from "../logger.js";
import type { ChannelId } from "../message/channel-id.js";
import type { Message } from "../message/message.js";
import type { DropReason } from "../session/mailbox.js";
import type { RemovalReason, ServerSession } from "../session/server-session.js";

/** Told of what happens on a server. Every method is optional; one that throws is logged. */
export interface BayeuxListener {
  /** A session was registered; its handshake reply has not been written yet. */
  sessionAdded?(session: ServerSession, handshake: Message): void;
  /** A session has ended, and is still subscribed. */
  sessionRemoved?(session: ServerSession, reason: RemovalReason): void;
  /** A message that had been published to a session will not reach it: its queue is full, or a newer one took its place. */
  messageDropped?(session: ServerSession, message: Message, reason: DropReason): void;
  channelAdded?(channel: ServerChannel): void;
  channelRemoved?(channel: ServerChannel): void;
  subscribed?(session: ServerSession, channel: ServerChannel): void;
  unsubscribed?(session: ServerSession, channel: ServerChannel): void;
  /** A listener was added to a channel or removed from it. */
  listenersChanged?(channel: ServerChannel): void;
  /**
   * A remote session's subscribe was carried out, and is about to be answered. What is published from now on reaches it; the
   * session's later messages do not wait.
   * @returns a promise that the answer waits for; it should settle soon, whatever happens
   */
  confirming?(session: ServerSession, channels: readonly ChannelId[]): Promise<void> | undefined;
}

/** Those who are told. */
export class BayeuxListeners extends Listeners<BayeuxListener> {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    super(logger, "server listener failed");
    this.#logger = logger;
  }

  /** What the answer to a subscribe waits for; undefined where nobody wants it to wait. A wait that fails is over. */
  confirming(session: ServerSession, ids: readonly ChannelId[]): Promise<void> | undefined {
    const waits: Promise<void>[] = [];
    this.tell((listener) => {
      const wait = listener.confirming?.(session, ids);
      if (wait !== undefined) waits.push(wait.catch((err: unknown) => this.#logger.error({ err }, "listener failed")));
    });
    return waits.length === 0 ? undefined : Promise.all(waits).then(() => undefined);
  }
}
