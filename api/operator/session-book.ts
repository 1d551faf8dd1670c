import type { Clock } from "../../core/clock.js";
import type { BayeuxListener, BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import type { RemovalReason } from "../../core/session/session-host.js";

/** What is remembered of a session beside what it knows itself. */
export interface SessionNotes {
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

const NO_NOTES: SessionNotes = { remoteAddress: undefined, dropped: 0, lastDropMs: undefined };

/** Remembers what sessions of a node missed, where they came from, and how the last ones ended. */
export class SessionBook {
  readonly #clock: Clock;
  readonly #usersOf: (session: ServerSession) => readonly string[];
  readonly #isClient: (session: ServerSession) => boolean;
  readonly #keepsAddresses: boolean;
  readonly #notes = new WeakMap<ServerSession, MutableNotes>();
  readonly #ended: EndedSession[] = [];

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
      messageDropped: (session) => {
        const notes = this.#open(session, undefined);
        notes.dropped += 1;
        notes.lastDropMs = this.#clock.now();
      },
      sessionRemoved: (session, reason) => {
        if (this.#isClient(session)) this.#end(session, reason);
      },
    };
    if (!this.#keepsAddresses) return server.addListener(listener);
    const sessionAdded = (session: ServerSession) => void this.#open(session, session.context?.remoteAddress);
    return server.addListener({ ...listener, sessionAdded });
  }

  notesOf(session: ServerSession): SessionNotes {
    return this.#notes.get(session) ?? NO_NOTES;
  }

  /** The sessions of a user that have ended, the last one first. */
  endedOf(user: string): readonly EndedSession[] {
    return this.#ended.filter(({ users }) => users.includes(user)).reverse();
  }

  #open(session: ServerSession, remoteAddress: string | undefined): MutableNotes {
    const known = this.#notes.get(session);
    if (known !== undefined) return known;
    const notes = { remoteAddress, dropped: 0, lastDropMs: undefined };
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
