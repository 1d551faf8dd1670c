import type { Timer } from "../clock.js";
import type { Message } from "../message/message.js";
import type { ConnectAdvice } from "./client-advice.js";
import type { ClientError } from "./client-error.js";
import type { ClientSessionParts } from "./client-session-parts.js";
import type { ServerLink } from "./server-link.js";

/** A server that answers this many connects in a row with success and nothing else is asked more slowly. */
const MAX_EMPTY_CONNECTS = 10;

/** The session that connects are sent for, as it is at that moment. */
export interface ConnectContext {
  readonly advice: ConnectAdvice;
  /** `connected`: a connect was answered with success since the connection was made. */
  readonly state: string;
}

/** The connects of a session: one at a time, each a pause after the answer to the one before. */
export class ConnectCycle {
  readonly #parts: ClientSessionParts;
  readonly #link: ServerLink;
  readonly #context: ConnectContext;
  readonly #failed: (cause: ClientError) => void;
  /** Of the next connect. */
  #timer: Timer | undefined;
  #isDue = false;
  #emptyConnects = 0;
  /** For the next connect, should this one be answered too soon, as those before. */
  #notBeforeMs!: number;

  /** @param failed - called when a connect cannot be sent, or is not answered */
  constructor(
    parts: ClientSessionParts,
    link: ServerLink,
    context: ConnectContext,
    failed: (cause: ClientError) => void,
  ) {
    this.#parts = parts;
    this.#link = link;
    this.#context = context;
    this.#failed = failed;
  }

  /** Sends a connect over the present transport, of which there must be one. */
  send(): void {
    // Until the connection is confirmed, the server shall answer at once (spec 6.3).
    const holdMs = this.#context.state === "connected" ? this.#parts.options.connectHoldMs : 0;
    const message: Message = {
      channel: "/meta/connect",
      clientId: this.#link.clientId!,
      connectionType: this.#link.transportName!,
    };
    if (holdMs !== undefined) message.advice = { timeout: holdMs };
    this.#notBeforeMs = this.#parts.clock.now() + this.#parts.options.minRetryMs;
    this.#link.ask(message, holdMs ?? this.#context.advice.timeoutMs, this.#failed);
  }

  sendIn(delayMs: number): void {
    this.stop();
    if (delayMs > 0) this.#timer = this.#parts.clock.schedule(delayMs, () => this.send());
    else this.send();
  }

  /** A connect was answered with success: another leaves with {@link sendDue}. */
  confirmed(): void {
    this.#isDue = true;
  }

  /** Something was delivered. */
  delivered(): void {
    this.#emptyConnects = 0;
  }

  /** A frame or response was read to its end, so that the next connect acknowledges all that was in it. */
  sendDue(): void {
    if (!this.#isDue) return;
    this.#emptyConnects += 1;
    // A server that holds none of them must not be asked in a tight loop.
    const earliestMs = this.#emptyConnects > MAX_EMPTY_CONNECTS ? this.#notBeforeMs : 0;
    this.sendIn(Math.max(this.#context.advice.intervalMs, earliestMs - this.#parts.clock.now()));
  }

  /** No further connect; one on its way may still be answered. */
  stop(): void {
    this.#timer?.cancel();
    this.#isDue = false;
  }
}
