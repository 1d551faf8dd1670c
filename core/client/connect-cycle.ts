import type { Timer } from "../clock.js";
import type { ConnectAdvice } from "./client-advice.js";
import { ClientError } from "./client-error.js";
import type { BayeuxClientOptions } from "./client-options.js";
import type { ClientSessionParts } from "./client-session-sink.js";
import type { ServerLink } from "./server-link.js";

/** A server that answers this many connects in a row with success and nothing else is asked more slowly. */
const MAX_EMPTY_CONNECTS = 10;

/** The session that connects are sent for, as it is at that moment. */
export interface ConnectContext {
  readonly clientId: string | undefined;
  readonly advice: ConnectAdvice;
  /** Whether a connect was answered with success since the connection was made. */
  readonly isConfirmed: boolean;
}

export interface ConnectExit {
  /** A connect is about to leave: there must be a transport. */
  sending(): void;
  failed(cause: ClientError): void;
}

/** The connects of a session: one at a time, each a pause after the answer to the one before. */
export class ConnectCycle {
  readonly #options: BayeuxClientOptions;
  readonly #parts: ClientSessionParts;
  readonly #link: ServerLink;
  readonly #context: ConnectContext;
  readonly #exit: ConnectExit;
  /** Of the next connect, or of the answer to the one on its way. */
  #timer: Timer | undefined;
  #id: string | undefined;
  #isDue = false;
  #emptyConnects = 0;

  constructor(
    options: BayeuxClientOptions,
    parts: ClientSessionParts,
    link: ServerLink,
    context: ConnectContext,
    exit: ConnectExit,
  ) {
    this.#options = options;
    this.#parts = parts;
    this.#link = link;
    this.#context = context;
    this.#exit = exit;
  }

  /** The id of the connect on its way. */
  get id(): string | undefined {
    return this.#id;
  }

  send(): void {
    this.#exit.sending();
    const { clientId, advice, isConfirmed } = this.#context;
    // Until the connection is confirmed, the server shall answer at once (spec 6.3).
    const holdMs = isConfirmed ? this.#options.connectHoldMs : 0;
    this.#id = this.#link.nextId();
    this.#after((holdMs ?? advice.timeoutMs) + this.#link.answerMs, () =>
      this.#exit.failed(new ClientError("timeout", "no answer to the connect")),
    );
    const isSent = this.#link.sendCycle({
      id: this.#id,
      channel: "/meta/connect",
      clientId: clientId!,
      connectionType: this.#link.transportName!,
      ...(holdMs === undefined ? {} : { advice: { timeout: holdMs } }),
    });
    if (!isSent) this.#exit.failed(new ClientError("deleted", "an extension dropped the connect"));
  }

  sendIn(delayMs: number): void {
    if (delayMs <= 0) this.send();
    else this.#after(delayMs, () => this.send());
  }

  /** The answer is here. */
  answered(): void {
    this.#timer?.cancel();
    this.#id = undefined;
  }

  /** The answer was a success: another connect leaves with {@link sendDue}. */
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
    this.#isDue = false;
    this.#emptyConnects += 1;
    const { intervalMs } = this.#context.advice;
    // A server that holds none of them must not be asked in a tight loop.
    const isTight = this.#emptyConnects > MAX_EMPTY_CONNECTS;
    this.sendIn(isTight ? Math.max(intervalMs, this.#options.minRetryMs) : intervalMs);
  }

  /** No further connect; one on its way may still be answered, but nothing depends on it. */
  stop(): void {
    this.#timer?.cancel();
    this.#isDue = false;
  }

  /** As {@link stop}, and its answer is not waited for either. */
  cancel(): void {
    this.stop();
    this.#id = undefined;
  }

  #after(delayMs: number, act: () => void): void {
    this.#timer?.cancel();
    this.#timer = this.#parts.clock.schedule(delayMs, act);
  }
}
