import type { Clock } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import type { Message } from "../../core/message/message.js";
import { networkOf } from "../../core/server/newcomers.js";
import type { Throttle, TooSoon } from "../../core/server/throttle.js";
import type { RequestContext, ServerSession } from "../../core/session/server-session.js";
import { type Buckets, BucketTable, LIMITED, type Limited, newBuckets } from "./bucket-table.js";
import type { RateLimitOptions } from "./rate-limit-options.js";
import { type FullAtMs, TokenRate } from "./token-bucket.js";

/** Who is counted apart. In this order: who is too fast himself is told so before he costs others anything. */
export const SCOPES = ["session", "user", "address"] as const;
export type Scope = (typeof SCOPES)[number];

type Rates = Readonly<Partial<Record<Limited, TokenRate>>>;

export interface RateLimiterParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly userOf: (session: ServerSession) => string | undefined;
  /** Whether a handshake claims to be a peer's. It is proved or refused elsewhere, and not counted here. */
  readonly presentsPeer: (message: Message) => boolean;
  /** No proxies are trusted: then all clients of one would have the same address. */
  readonly trustsNoProxy: boolean;
}

/** Holds clients back that ask too fast: by session, by user and by address, each with buckets of its own. */
export class RateLimiter implements Throttle {
  /** What came too soon, by who was too fast. */
  readonly refused: Record<Scope, Record<Limited, number>>;
  /** Connections whose client did not stop. */
  turnedAway = 0;
  readonly #parts: RateLimiterParts;
  readonly #rates: Readonly<Record<Scope, Rates>>;
  readonly #refusals: TokenRate;
  readonly #sessions = new WeakMap<ServerSession, Buckets>();
  readonly #users: BucketTable;
  readonly #addresses: BucketTable;
  /** Of those that were refused something. */
  readonly #connections = new WeakMap<object, FullAtMs>();
  #hasWarned = false;

  constructor(options: RateLimitOptions, parts: RateLimiterParts) {
    this.#parts = parts;
    const { burstMs, session, user, address, maxBuckets, maxRefusals } = options;
    this.#rates = {
      session: ratesOf({ handshakesPerSecond: 0, ...session }, burstMs),
      user: ratesOf(user, burstMs),
      address: ratesOf(address, burstMs),
    };
    this.#refusals = new TokenRate((maxRefusals * 1_000) / burstMs, burstMs);
    this.#users = new BucketTable(maxBuckets);
    this.#addresses = new BucketTable(maxBuckets);
    this.refused = { session: newBuckets(), user: newBuckets(), address: newBuckets() };
  }

  /** Users and addresses that have buckets. */
  get tracked(): Readonly<Record<"user" | "address", number>> {
    return { user: this.#users.size, address: this.#addresses.size };
  }

  admit(
    message: Message,
    session: ServerSession | undefined,
    connection: { readonly context: RequestContext },
  ): TooSoon | undefined {
    const channel: unknown = message.channel;
    if (channel === "/meta/disconnect") return undefined; // who goes costs nobody anything
    if (channel === "/meta/handshake") {
      if (this.#parts.presentsPeer(message)) return undefined;
      return this.#take("handshakes", 1, undefined, undefined, connection);
    }
    const isSubscription = channel === "/meta/subscribe" || channel === "/meta/unsubscribe";
    const count = isSubscription && Array.isArray(message.subscription) ? Math.max(1, message.subscription.length) : 1;
    const user = session && this.#parts.userOf(session);
    return this.#take(isSubscription ? "subscriptions" : "messages", count, session, user, connection);
  }

  /** Counts a login, once it is known whose it is. */
  admitLogin(user: string): Omit<TooSoon, "isAbuse"> | undefined {
    return this.#take("handshakes", 1, undefined, user, undefined);
  }

  /** All that are concerned must have tokens; none are taken otherwise. */
  #take(
    limited: Limited,
    count: number,
    session: ServerSession | undefined,
    user: string | undefined,
    connection: { readonly context: RequestContext } | undefined,
  ): TooSoon | undefined {
    const nowMs = this.#parts.clock.now();
    const ofSession = session && this.#rates.session[limited] && this.#bucketsOf(session);
    const ofUser =
      user === undefined || this.#rates.user[limited] === undefined ? undefined : this.#users.of(user, nowMs);
    const address = connection?.context.remoteAddress;
    const ofAddress =
      address === undefined || this.#rates.address[limited] === undefined
        ? undefined
        : this.#addresses.of(networkOf(address), nowMs);
    const waits =
      this.#waitOf("session", limited, ofSession, nowMs, count) ??
      this.#waitOf("user", limited, ofUser, nowMs, count) ??
      this.#waitOf("address", limited, ofAddress, nowMs, count);
    if (waits !== undefined) return this.#refuse(waits.scope, limited, waits.waitMs, nowMs, connection);
    if (ofSession !== undefined)
      ofSession[limited] = this.#rates.session[limited]!.take(ofSession[limited], nowMs, count);
    if (ofUser !== undefined) ofUser[limited] = this.#rates.user[limited]!.take(ofUser[limited], nowMs, count);
    if (ofAddress !== undefined)
      ofAddress[limited] = this.#rates.address[limited]!.take(ofAddress[limited], nowMs, count);
    return undefined;
  }

  #waitOf(
    scope: Scope,
    limited: Limited,
    buckets: Buckets | undefined,
    nowMs: number,
    count: number,
  ): { readonly scope: Scope; readonly waitMs: number } | undefined {
    if (buckets === undefined) return undefined;
    const rate = this.#rates[scope][limited]!;
    const waitMs = rate.waitMs(rate.take(buckets[limited], nowMs, count), nowMs);
    return waitMs === 0 ? undefined : { scope, waitMs };
  }

  #refuse(
    scope: Scope,
    limited: Limited,
    waitMs: number,
    nowMs: number,
    connection: { readonly context: RequestContext } | undefined,
  ): TooSoon {
    this.refused[scope][limited] += 1;
    if (scope === "address") this.#warnOfProxy(connection);
    const text = `too_many_${limited}`;
    if (connection === undefined) return { scope, text, waitMs, isAbuse: false };
    const before = this.#connections.get(connection) ?? 0;
    const refusals = this.#refusals.take(before, nowMs, 1);
    this.#connections.set(connection, refusals);
    const isAbuse = this.#refusals.waitMs(refusals, nowMs) > 0;
    if (isAbuse && this.#refusals.waitMs(before, nowMs) === 0) this.turnedAway += 1;
    return { scope, text, waitMs, isAbuse };
  }

  /** Once: else an operator would look for an attacker where there is a balancer. */
  #warnOfProxy(connection: { readonly context: RequestContext } | undefined): void {
    if (this.#hasWarned || !this.#parts.trustsNoProxy) return;
    if (connection?.context.headers["x-forwarded-for"] === undefined) return;
    this.#hasWarned = true;
    this.#parts.logger.warn(
      { address: connection.context.remoteAddress },
      "many clients seem to have one address, and it forwards for others: if it is a proxy of yours, put it in transport.trustedProxies",
    );
  }

  #bucketsOf(session: ServerSession): Buckets {
    let buckets = this.#sessions.get(session);
    if (buckets === undefined) {
      buckets = newBuckets();
      this.#sessions.set(session, buckets);
    }
    return buckets;
  }
}

function ratesOf(perSecond: Readonly<Record<`${Limited}PerSecond`, number>>, burstMs: number): Rates {
  const rates: Partial<Record<Limited, TokenRate>> = {};
  for (const limited of LIMITED) {
    const rate = perSecond[`${limited}PerSecond`];
    if (rate > 0) rates[limited] = new TokenRate(rate, burstMs);
  }
  return rates;
}
