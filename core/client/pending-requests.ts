import type { Clock, Timer } from "../clock.js";
import type { Message } from "../message/message.js";
import type { ClientError } from "./client-error.js";

/** A message on its way to the server, and who waits for the answer. */
export interface ClientRequest {
  /** Without `id` and `clientId`, which it gets when it is sent. */
  readonly message: Message;
  /** May be sent again on the same session without harm: a subscribe or unsubscribe. */
  readonly isRepeatable?: boolean;
  resolve(reply: Message): void;
  reject(error: ClientError): void;
  /** It leaves now, under this id. @returns false when nobody wants it sent any more */
  departing?(id: string): boolean;
}

interface Pending {
  readonly request: ClientRequest;
  readonly deadline: number;
}

/**
 * The requests that are sent and not answered, by id. All have the same time for an answer, so the first in the map is
 * always the first due, and one timer does.
 */
export class PendingRequests {
  readonly #clock: Clock;
  readonly #delayMs: number;
  readonly #onOverdue: () => void;
  readonly #pending = new Map<string, Pending>();
  #timer: Timer | undefined;

  /** @param onOverdue - called when a request got no answer for `delayMs`; it should {@link drain} */
  constructor(clock: Clock, delayMs: number, onOverdue: () => void) {
    this.#clock = clock;
    this.#delayMs = delayMs;
    this.#onOverdue = onOverdue;
  }

  get size(): number {
    return this.#pending.size;
  }

  add(id: string, request: ClientRequest): void {
    this.#pending.set(id, { request, deadline: this.#clock.now() + this.#delayMs });
    if (this.#timer === undefined) this.#watch();
  }

  /** The request that a reply answers; it is not pending any more. */
  take(id: string): ClientRequest | undefined {
    const request = this.#pending.get(id)?.request;
    this.#pending.delete(id);
    return request;
  }

  /** Takes all of them, in the order of sending. */
  drain(): ClientRequest[] {
    const requests = [...this.#pending.values()].map(({ request }) => request);
    this.#pending.clear();
    this.#timer?.cancel();
    this.#timer = undefined;
    return requests;
  }

  /** Sets the timer. It is not moved when its request is answered: it looks again when it fires. */
  #watch(): void {
    this.#timer = undefined;
    const [first] = this.#pending.values();
    if (first === undefined) return;
    const leftMs = first.deadline - this.#clock.now();
    if (leftMs <= 0) this.#onOverdue();
    else this.#timer = this.#clock.schedule(leftMs, () => this.#watch());
  }
}
