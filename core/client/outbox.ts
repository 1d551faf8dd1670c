import type { Clock } from "../clock.js";
import { ClientError } from "./client-error.js";
import type { BayeuxClientOptions } from "./client-options.js";
import type { ClientRequest } from "./pending-requests.js";

export interface OutboxExit {
  /** Requests sent and not answered yet. */
  outstanding(): number;
  send(requests: readonly ClientRequest[]): void;
}

/**
 * Where requests wait: for the end of the turn, so that all of one turn leave in one frame, or for a session. Bounded by
 * `maxQueuedMessages` while there is no connection, by `maxOutstandingMessages` with one.
 */
export class Outbox {
  readonly #options: BayeuxClientOptions;
  readonly #clock: Clock;
  readonly #exit: OutboxExit;
  /** Goes before everything else in {@link #waiting}: what the new session is opened with. */
  #first: ClientRequest[] = [];
  #waiting: ClientRequest[] = [];
  #isOpen = false;
  #isOpening = false;
  #isFlushDue = false;

  constructor(options: BayeuxClientOptions, clock: Clock, exit: OutboxExit) {
    this.#options = options;
    this.#clock = clock;
    this.#exit = exit;
  }

  get size(): number {
    return this.#first.length + this.#waiting.length;
  }

  /** Takes a request, or rejects it when there are too many. */
  push(request: ClientRequest): void {
    if (this.#isOpening) {
      this.#first.push(request); // bounded by the application, which is opening a session just now
      return;
    }
    const { maxQueuedMessages, maxOutstandingMessages } = this.#options;
    const isFull = this.#isOpen
      ? this.size + this.#exit.outstanding() >= maxOutstandingMessages
      : this.size >= maxQueuedMessages;
    if (isFull && !request.isRepeatable) {
      const text = this.#isOpen
        ? `more than ${maxOutstandingMessages} messages are unanswered`
        : `more than ${maxQueuedMessages} messages wait for a connection`;
      request.reject(new ClientError("overflow", text));
      return;
    }
    this.#waiting.push(request);
    if (!this.#isOpen || this.#isFlushDue) return;
    this.#isFlushDue = true;
    this.#clock.endOfTurn(() => {
      this.#isFlushDue = false;
      this.flush();
    });
  }

  /** Requests pushed by `work` go before all that wait. */
  pushFirst(work: () => void): void {
    this.#isOpening = true;
    try {
      work();
    } finally {
      this.#isOpening = false;
    }
  }

  /** Puts back what was sent and got no answer, to be sent first. */
  repeat(requests: readonly ClientRequest[]): void {
    this.#first.push(...requests);
  }

  /** From now on requests leave; those that wait, at once. */
  open(): void {
    this.#isOpen = true;
    this.flush();
  }

  /** From now on requests wait. */
  close(): void {
    this.#isOpen = false;
  }

  /** Sends what waits, if there is a session to send it in. */
  flush(): void {
    if (!this.#isOpen || this.#isOpening || this.size === 0) return;
    this.#exit.send(this.#takeAll());
  }

  /** Rejects the subscribes and unsubscribes: they belonged to a session that is gone. */
  dropRepeatable(cause: ClientError): void {
    const requests = this.#takeAll();
    this.#waiting = requests.filter((request) => !request.isRepeatable);
    for (const request of requests) if (request.isRepeatable) request.reject(cause);
  }

  rejectAll(cause: ClientError): void {
    for (const request of this.#takeAll()) request.reject(cause);
  }

  #takeAll(): ClientRequest[] {
    const requests = this.#first.length === 0 ? this.#waiting : [...this.#first, ...this.#waiting];
    this.#first = [];
    this.#waiting = [];
    return requests;
  }
}
