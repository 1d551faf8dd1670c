import type { Clock } from "../../core/clock.js";
import type { BayeuxListener, BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import type { RemovalReason } from "../../core/session/session-host.js";

/** What is remembered of a session beside what it knows itself. */
export interface SessionNotes {
  /** Counts the sessions of this run: orders those that came in the same millisecond. */
  readonly number: number;
  /** When it shook hands, in milliseconds since the epoch. */
  readonly sinceMs: number;
  /** undefined also where addresses are not remembered. */
  readonly remoteAddress: string | undefined;
  /** Messages that did not reach it: its queue was full, or a newer one took their place. */
  readonly dropped: number;
  readonly lastDropMs: number | undefined;
}

/** A session that is gone. */
export interface EndedSession {
  readonly users: readonly string[];
  readonly atMs: number;
  readonly reason: RemovalReason;
  /** Messages that still waited for it, or that its client had not confirmed: they are lost with it. */
  readonly waiting: number;
}

/** Most ended sessions remembered; the oldest are forgotten first. */
const MAX_ENDED = 1_000;

interface MutableNotes extends SessionNotes {
  dropped: number;
  lastDropMs: number | undefined;
}

/** Remembers of each session of a node when it came and what it missed, and how the last ones ended. */
export class SessionBook {
  readonly #clock: Clock;
  readonly #usersOf: (session: ServerSession) => readonly string[];
  readonly #isClient: (session: ServerSession) => boolean;
  readonly #keepsAddresses: boolean;
  readonly #notes = new WeakMap<ServerSession, MutableNotes>();
  readonly #ended: EndedSession[] = [];
  #lastNumber = 0;

  constructor(parts: {
    readonly clock: Clock;
    usersOf(session: ServerSession): readonly string[];
    /** False for links and local sessions: how these end is told elsewhere. */
    isClient(session: ServerSession): boolean;
    readonly keepsAddresses: boolean;
  }) {
    this.#clock = parts.clock;
    this.#usersOf = parts.usersOf;
    this.#isClient = parts.isClient;
    this.#keepsAddresses = parts.keepsAddresses;
  }

  /** @returns a function that ends it */
  observe(server: Pick<BayeuxServer, "addListener">): () => void {
    const listener: BayeuxListener = {
      sessionAdded: (session) =>
        void this.#open(session, this.#keepsAddresses ? session.context?.remoteAddress : undefined),
      messageDropped: (session) => {
        const notes = this.#open(session, undefined);
        notes.dropped += 1;
        notes.lastDropMs = this.#clock.now();
      },
      sessionRemoved: (session, reason) => {
        if (this.#isClient(session)) this.#end(session, reason);
      },
    };
    return server.addListener(listener);
  }

  notesOf(session: ServerSession): SessionNotes {
    return this.#open(session, undefined);
  }

  /** The sessions of a user that have ended, the last one first. */
  endedOf(user: string): readonly EndedSession[] {
    return this.#ended.filter(({ users }) => users.includes(user)).reverse();
  }

  #open(session: ServerSession, remoteAddress: string | undefined): MutableNotes {
    const known = this.#notes.get(session);
    if (known !== undefined) return known;
    this.#lastNumber += 1;
    const sinceMs = this.#clock.now();
    const notes = { number: this.#lastNumber, sinceMs, remoteAddress, dropped: 0, lastDropMs: undefined };
    this.#notes.set(session, notes);
    return notes;
  }

  #end(session: ServerSession, reason: RemovalReason): void {
    const users = this.#usersOf(session);
    if (users.length === 0) return;
    if (this.#ended.length >= MAX_ENDED) this.#ended.shift();
    this.#ended.push({ users, atMs: this.#clock.now(), reason, waiting: session.queue.length });
  }
}
