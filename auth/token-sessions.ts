import type { Clock } from "../core/clock.js";
import type { ServerSession } from "../core/session/server-session.js";
import { SmallSet } from "../core/small-set.js";
import type { AuthStats } from "./auth-stats.js";
import { Deadlines } from "./deadlines.js";
import type { Identities, Identity } from "./identity.js";
import { isMeant, keysOf, type Revocation } from "./revocations.js";

/** Where clients hear of their login, and show a new token. */
export const AUTH_CHANNEL = "/service/auth";

export interface TokenSessionsParts {
  readonly clock: Clock;
  readonly stats: AuthStats;
  readonly expiryWarningMs: number;
  /** Whether identities may be revoked: else it is not remembered what could revoke whom. */
  readonly areRevocable: boolean;
}

/**
 * Who the sessions of this node are, and until when. A session whose token is about to expire is told so in time to show
 * another; when it has expired, or is revoked, the session ends. Goes with the session, whatever its end.
 */
export class TokenSessions implements Identities {
  readonly #identities = new WeakMap<ServerSession, Identity>();
  /** Sessions that are not over yet, by what could revoke them. */
  readonly #byKey = new Map<string, SmallSet<ServerSession>>();
  readonly #deadlines: Deadlines<ServerSession>;
  readonly #parts: TokenSessionsParts;

  constructor(parts: TokenSessionsParts) {
    this.#parts = parts;
    this.#deadlines = new Deadlines(parts.clock, (session) => this.#due(session));
  }

  identityOf(session: ServerSession): Identity | undefined {
    return this.#identities.get(session);
  }

  /** Sessions that have a deadline. */
  get size(): number {
    return this.#deadlines.size;
  }

  /** Says who a session is: before its handshake is accepted, or later, by a new token. */
  set(session: ServerSession, identity: Identity): void {
    const before = this.#identities.get(session);
    this.#identities.set(session, identity);
    if (before === undefined || !session.isHandshaken) return; // it is watched as soon as it is there
    this.#forget(session, before);
    this.#watch(session, identity);
  }

  /** The session's handshake is accepted. */
  added(session: ServerSession): void {
    const identity = this.#identities.get(session);
    if (identity !== undefined) this.#watch(session, identity);
  }

  removed(session: ServerSession): void {
    const identity = this.#identities.get(session);
    if (identity !== undefined) this.#forget(session, identity);
  }

  /** Ends the sessions that a revocation means. @returns how many */
  endRevoked(key: string, revocation: Revocation): number {
    const meant = [...(this.#byKey.get(key) ?? [])].filter((session) => {
      const identity = this.#identities.get(session);
      return identity !== undefined && isMeant(key, revocation, identity);
    });
    for (const session of meant) this.end(session, "revoked");
    return meant.length;
  }

  /** Whose token has expired may come back with another one at once; who is revoked is to stay away. */
  end(session: ServerSession, event: "expired" | "revoked"): void {
    this.#parts.stats.ended[event] += 1;
    session.deliver(undefined, AUTH_CHANNEL, { event });
    session.disconnect(event === "expired" ? { reconnect: "handshake" } : {});
  }

  stop(): void {
    this.#deadlines.clear();
    this.#byKey.clear();
  }

  #watch(session: ServerSession, identity: Identity): void {
    if (this.#parts.areRevocable) this.#index(session, identity);
    const { expiresAtMs } = identity;
    if (expiresAtMs === undefined) return;
    // Half of its life at most: a client whose tokens are short-lived would be warned of each as soon as it shows it.
    const leftMs = expiresAtMs - this.#parts.clock.now();
    this.#deadlines.set(session, expiresAtMs - Math.min(this.#parts.expiryWarningMs, leftMs / 2));
  }

  #index(session: ServerSession, identity: Identity): void {
    for (const key of keysOf(identity)) {
      const sessions = this.#byKey.get(key) ?? new SmallSet();
      sessions.add(session);
      this.#byKey.set(key, sessions);
    }
  }

  #forget(session: ServerSession, identity: Identity): void {
    this.#deadlines.delete(session);
    if (!this.#parts.areRevocable) return;
    for (const key of keysOf(identity)) {
      const sessions = this.#byKey.get(key);
      sessions?.delete(session);
      if (sessions?.size === 0) this.#byKey.delete(key);
    }
  }

  #due(session: ServerSession): void {
    const expiresAtMs = this.#identities.get(session)?.expiresAtMs;
    if (expiresAtMs === undefined) return;
    const leftMs = Math.ceil(expiresAtMs - this.#parts.clock.now());
    if (leftMs <= 0) return this.end(session, "expired");
    this.#parts.stats.warned.count += 1;
    session.deliver(undefined, AUTH_CHANNEL, { event: "expiring", expiresInMs: leftMs });
    this.#deadlines.set(session, expiresAtMs);
  }
}
