import { ClientError } from "./client-error.js";
import type { ClientSessionParts } from "./client-session-parts.js";
import type { ClientRequest } from "./pending-requests.js";
import type { ServerLink } from "./server-link.js";

/**
 * Where requests wait: for the end of the turn, so that all of one turn leave in one frame, or for a session. Bounded by
 * `maxQueuedMessages` while there is no connection, by `maxOutstandingMessages` with one.
 */
export class Outbox {
  readonly #parts: ClientSessionParts;
  readonly #link: ServerLink;
  /** Goes before everything else in {@link #waiting}: what the new session is opened with. */
  #first: ClientRequest[] = [];
  #waiting: ClientRequest[] = [];
  #isOpen = false;
  #isOpening = false;
  #isFlushDue = false;

  constructor(parts: ClientSessionParts, link: ServerLink) {
    this.#parts = parts;
    this.#link = link;
  }

  /** Takes a request, or rejects it when there are too many. */
  push(request: ClientRequest): void {
    if (this.#isOpening) {
      this.#first.push(request); // bounded by the application, which is opening a session just now
      return;
    }
    const limit = this.#isOpen ? "maxOutstandingMessages" : "maxQueuedMessages";
    const count = this.#first.length + this.#waiting.length + this.#link.outstanding;
    if (count >= this.#parts.options[limit] && !request.isRepeatable) {
      request.reject(new ClientError("overflow", limit));
      return;
    }
    this.#waiting.push(request);
    if (!this.#isOpen || this.#isFlushDue) return;
    this.#isFlushDue = true;
    this.#parts.clock.endOfTurn(() => {
      this.#isFlushDue = false;
      this.flush();
    });
  }

  /** Requests pushed by `work` go before all that wait. */
  pushFirst(work: () => void): void {
    this.#isOpening = true;
    work();
    this.#isOpening = false;
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
    if (this.#isOpen && !this.#isOpening) this.#link.sendRequests(this.#takeAll());
  }

  /** Rejects those that wait, or those of them that `which` says. */
  reject(cause: ClientError, which: (request: ClientRequest) => unknown = () => true): void {
    const requests = this.#takeAll();
    this.#waiting = requests.filter((request) => !which(request));
    for (const request of requests) if (which(request)) request.reject(cause);
  }

  #takeAll(): ClientRequest[] {
    const requests = [...this.#first, ...this.#waiting];
    this.#first = [];
    this.#waiting = [];
    return requests;
  }
}
