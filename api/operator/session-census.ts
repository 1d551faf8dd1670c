import type { ServerSession } from "../../core/session/server-session.js";

/** What is counted by looking at every session of a client. */
export interface SessionCounts {
  readonly sessions: number;
  readonly queuedMessages: number;
  readonly queuedBytes: number;
  readonly fullestQueue: number;
  /** By the transport that they used last. */
  readonly transports: ReadonlyMap<string, number>;
}

/** So many sessions are looked at in one go. Where there are many more, an eighth of them: a look must not take long. */
const MIN_PART = 1_000;
const PARTS = 8;

/**
 * Counts the sessions of a node again and again, some at each look: most of them do nothing, and what they keep is far in the
 * memory, so that to look at all of them at once would cost an idle node more than anything else it does.
 */
export class SessionCensus {
  readonly #sessions: ReadonlyMap<string, ServerSession>;
  readonly #isClient: (session: ServerSession) => boolean;
  #rest: Iterator<ServerSession>;
  #counting = new Counting();
  #counts: SessionCounts = new Counting();

  constructor(sessions: ReadonlyMap<string, ServerSession>, isClient: (session: ServerSession) => boolean) {
    this.#sessions = sessions;
    this.#isClient = isClient;
    this.#rest = sessions.values();
  }

  /** Of the last time that all were looked at. */
  get counts(): SessionCounts {
    return this.#counts;
  }

  /** Looks at some more. With up to a thousand sessions that is all of them, otherwise it takes eight looks. */
  look(): void {
    const part = Math.max(MIN_PART, Math.ceil(this.#sessions.size / PARTS));
    for (let looked = 0; looked < part; looked += 1) {
      const { done, value: session } = this.#rest.next();
      if (done === true) return this.#complete();
      if (this.#isClient(session)) this.#counting.add(session);
    }
  }

  /** Client sessions at this moment, all of them. */
  countNow(): number {
    let sessions = 0;
    for (const session of this.#sessions.values()) if (this.#isClient(session)) sessions += 1;
    return sessions;
  }

  #complete(): void {
    this.#counts = this.#counting;
    this.#counting = new Counting();
    this.#rest = this.#sessions.values();
  }
}

class Counting implements SessionCounts {
  sessions = 0;
  queuedMessages = 0;
  queuedBytes = 0;
  fullestQueue = 0;
  readonly transports = new Map<string, number>();

  add({ queue: { length, bytes }, transport = "none" }: ServerSession): void {
    this.sessions += 1;
    this.queuedMessages += length;
    this.queuedBytes += bytes;
    this.fullestQueue = Math.max(this.fullestQueue, length);
    this.transports.set(transport, (this.transports.get(transport) ?? 0) + 1);
  }
}
