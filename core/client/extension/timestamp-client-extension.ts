import { type Clock, systemClock } from "../../clock.js";
import type { Message } from "../../message/message.js";
import type { ClientExtension } from "./client-extension.js";

/** Puts the time of sending on every message, in its field `timestamp`, as `Tue, 05 Mar 2024 10:00:00 GMT` (spec 21.3). */
export class TimestampClientExtension implements ClientExtension {
  readonly #clock: Clock;

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  outgoing(message: Message): void {
    message.timestamp = new Date(this.#clock.now()).toUTCString();
  }
}
