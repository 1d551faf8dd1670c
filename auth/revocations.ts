import type { Identity } from "./identity.js";

/** What is revoked: all tokens of a user that were issued until then, or one token. */
export type Revoked = { readonly user: string } | { readonly tokenId: string };

/** Milliseconds since the epoch, both; JSON, since nodes tell them to each other. */
export interface Revocation {
  /** Tokens issued until then are revoked. */
  readonly beforeMs: number;
  /** No such token is good for longer: it need not be remembered. */
  readonly untilMs: number;
}

/** A revocation with its name, as nodes ask each other for it. */
export interface NamedRevocation extends Revocation {
  /** @see revocationKey */
  readonly key: string;
}

/** Under which name a revocation is kept. */
export function revocationKey(revoked: Revoked): string {
  return "user" in revoked ? `user:${revoked.user}` : `token:${revoked.tokenId}`;
}

/** The names under which an identity may have been revoked. */
export function keysOf({ user, tokenId }: Identity): string[] {
  return [
    ...(user === undefined ? [] : [revocationKey({ user })]),
    ...(tokenId === undefined ? [] : [revocationKey({ tokenId })]),
  ];
}

/** Whether a token is meant by a revocation. One that does not say when it was issued counts as old. */
export function isMeant(key: string, { beforeMs }: Revocation, { claims }: Identity): boolean {
  if (key.startsWith("token:")) return true;
  return typeof claims.iat !== "number" || claims.iat * 1_000 <= beforeMs;
}

/** All that is revoked, as far as this node knows: what it was told itself, and what the others were. */
export class Revocations {
  readonly #entries = new Map<string, Revocation & { ended: number }>();

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Revocation | undefined {
    return this.#entries.get(key);
  }

  /** Two of one name become one that holds for both. @returns whether something is revoked that was not */
  add(key: string, { beforeMs, untilMs }: Revocation): boolean {
    const known = this.#entries.get(key);
    const isNew = known === undefined || beforeMs > known.beforeMs;
    this.#entries.set(key, {
      beforeMs: isNew ? beforeMs : known.beforeMs,
      untilMs: Math.max(untilMs, known?.untilMs ?? untilMs),
      ended: isNew ? 0 : known.ended,
    });
    return isNew;
  }

  /** So many sessions ended by what was added last under this name. */
  noteEnded(key: string, sessions: number): void {
    const entry = this.#entries.get(key);
    if (entry !== undefined) entry.ended = sessions;
  }

  /** Sessions that ended by just this revocation, and not by an earlier or later one of its name. */
  endedBy({ key, beforeMs }: NamedRevocation): number {
    const entry = this.#entries.get(key);
    return entry?.beforeMs === beforeMs ? entry.ended : 0;
  }

  isRevoked(identity: Identity): boolean {
    return keysOf(identity).some((key) => {
      const entry = this.#entries.get(key);
      return entry !== undefined && isMeant(key, entry, identity);
    });
  }

  /** Forgets what is over. @returns its names */
  prune(nowMs: number): string[] {
    const over = [...this.#entries].filter(([, { untilMs }]) => untilMs <= nowMs).map(([key]) => key);
    for (const key of over) this.#entries.delete(key);
    return over;
  }

  [Symbol.iterator](): IterableIterator<[string, Revocation]> {
    return this.#entries.entries();
  }
}

/** What another node said, checked. */
export function isRevocation(key: unknown, value: unknown): value is Revocation {
  if (typeof key !== "string" || !/^(user|token):./su.test(key)) return false;
  if (typeof value !== "object" || value === null) return false;
  const { beforeMs, untilMs } = value as Partial<Record<keyof Revocation, unknown>>;
  return Number.isFinite(beforeMs) && Number.isFinite(untilMs);
}
