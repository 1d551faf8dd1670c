import { type Clock, systemClock } from "../clock.js";
import type { Extension } from "../message/extension.js";
import type { Message } from "../message/message.js";
import type { ServerSession } from "../session/server-session.js";

export interface TimestampExtensionOptions {
  /** Prints a time, in ms since the epoch. @default as `Tue, 05 Mar 2024 10:00:00 GMT` */
  readonly format?: (timeMs: number) => string;
  readonly clock?: Clock;
}

/**
 * Puts the time on every message that leaves, in its field `timestamp`. Of a broadcast that came from another node it is
 * the time here.
 * @see spec/bayeux.md section 21.3
 */
export class TimestampExtension implements Extension<ServerSession> {
  readonly #format: (timeMs: number) => string;
  readonly #clock: Clock;

  constructor({ format = asUtc, clock = systemClock }: TimestampExtensionOptions = {}) {
    this.#format = format;
    this.#clock = clock;
  }

  outgoing(message: Message): void {
    message.timestamp = this.#format(this.#clock.now());
  }
}

function asUtc(timeMs: number): string {
  return new Date(timeMs).toUTCString();
}
