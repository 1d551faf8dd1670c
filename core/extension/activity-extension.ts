import { type Clock, systemClock } from "../clock.js";
import type { Extension, OutgoingContext } from "../message/extension.js";
import type { Message } from "../message/message.js";
import type { ServerSession } from "../session/server-session.js";

/** What counts as activity: messages of the client, or those to it as well. Connects never do. */
export type ActivityMode = "client" | "client-server";

export interface ActivityExtensionOptions {
  /** A session that is idle for longer is disconnected when its next connect comes. */
  readonly maxIdleMs: number;
  /** @default "client" */
  readonly mode?: ActivityMode;
  /** Which sessions it may end, asked whenever one is idle. A cluster's links must not be among them. @default all */
  readonly appliesTo?: (session: ServerSession) => boolean;
  readonly clock?: Clock;
}

/**
 * Disconnects sessions that do nothing but connect. Registered on a server it watches every remote session; to watch a
 * single one, give that a {@link SessionActivity} of its own.
 * @see spec/bayeux.md section 21.4
 */
export class ActivityExtension implements Extension<ServerSession> {
  readonly metaOnly = true;
  readonly #options: ActivityExtensionOptions;

  constructor(options: ActivityExtensionOptions) {
    this.#options = options;
  }

  /** Broadcasts pass a server's extensions once for all receivers, so each session is given its own. */
  outgoing(message: Message, { receiver, request }: OutgoingContext<ServerSession>): void {
    if (request?.channel !== "/meta/handshake" || message.successful !== true) return;
    if (receiver === undefined || receiver.isLocal) return;
    receiver.addExtension(new SessionActivity(this.#options));
  }
}

/** Watches one session, as that session's extension. */
export class SessionActivity implements Extension<ServerSession> {
  readonly #options: ActivityExtensionOptions;
  readonly #clock: Clock;
  #activeMs: number;

  constructor(options: ActivityExtensionOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#activeMs = this.#clock.now();
  }

  incoming(session: ServerSession | undefined, message: Message): void {
    if (message.channel !== "/meta/connect") this.#activeMs = this.#clock.now();
    else if (session !== undefined && this.#isIdle(session)) {
      // Once the connect is held, so that its reply says that it was the last one (spec section 9).
      this.#clock.endOfTurn(() => session.disconnect());
    }
  }

  outgoing(_message: Message, { request }: OutgoingContext<ServerSession>): void {
    if (request === undefined && this.#options.mode === "client-server") this.#activeMs = this.#clock.now();
  }

  #isIdle(session: ServerSession): boolean {
    const { maxIdleMs, appliesTo } = this.#options;
    return this.#clock.now() - this.#activeMs > maxIdleMs && (appliesTo?.(session) ?? true);
  }
}
