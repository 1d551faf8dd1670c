import { backoffDelayMs } from "./backoff.js";
import type { ConnectAdvice } from "./client-advice.js";
import { Endpoints } from "./endpoints.js";
import type { ClientTransportFactory, ClientTransportParts } from "./transport/client-transport.js";

/** Assumed when the server never said how long it keeps a session. */
const ASSUMED_MAX_INTERVAL_MS = 20_000;

/** What to do after a failure. */
export interface RecoveryPlan {
  readonly delayMs: number;
  /** Try a connect with the same session; else handshake. */
  readonly keepsSession: boolean;
}

/** What recovery needs of a client. */
export interface RecoveryParts extends ClientTransportParts {
  readonly transports: readonly ClientTransportFactory[];
}

/** Decides, failure by failure, how long a client waits, where it tries next, and when it gives its session up. */
export class Recovery {
  readonly endpoints: Endpoints;
  readonly #parts: RecoveryParts;
  /** Failures since the last success. */
  #attempts = 0;
  #lostAt: number | undefined;
  #hasExpired = false;
  /** The transport of the present session has carried a connect. */
  #isProven = false;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
    this.endpoints = new Endpoints(parts.options, parts.transports);
  }

  /** Forgets all failures but the URL they led to: the application starts the client. */
  start(): void {
    this.confirmed();
    this.endpoints.startOver();
  }

  /** There is a new session. */
  opened(): void {
    this.#isProven = false;
  }

  /** A connect was answered with success. */
  confirmed(): void {
    this.#isProven = true;
    this.#attempts = 0;
    this.endpoints.succeeded();
    this.#lostAt = undefined;
    this.#hasExpired = false;
  }

  /**
   * A handshake failed, or a connect.
   * @param hasSession - it was a connect. The session is given up for another URL or transport, or when the server will
   *   have forgotten it by now
   * @param transport - the name of the transport it failed on
   * @param neverOpened - because its connection never came about
   */
  failed(advice: ConnectAdvice, hasSession: boolean, transport: string, neverOpened: boolean): RecoveryPlan {
    const { clock, options, random } = this.#parts;
    // A transport that worked is kept to: whatever stops it now, stops others too.
    const isFickle = transport === "websocket" && !options.stickyReconnect;
    const isBlocked = isFickle || (neverOpened && !(hasSession && this.#isProven));
    if (isBlocked && this.endpoints.block(transport)) return { delayMs: 0, keepsSession: false };
    const startsAnew = !hasSession || isBlocked;
    if (startsAnew) this.endpoints.startOver();
    const isOthersTurn = this.endpoints.failed();
    const delayMs = Math.max(backoffDelayMs(this.#attempts, options, random.fraction()), advice.intervalMs);
    this.#attempts += 1;
    if (startsAnew) return { delayMs, keepsSession: false };
    this.#lostAt ??= clock.now();
    const { timeoutMs, intervalMs, maxIntervalMs = ASSUMED_MAX_INTERVAL_MS } = advice;
    const keptMs = (options.connectHoldMs ?? timeoutMs) + intervalMs + maxIntervalMs;
    return { delayMs, keepsSession: !isOthersTurn && clock.now() - this.#lostAt <= keptMs };
  }

  /**
   * The server does not know the session any more.
   * @returns whether to handshake at once (spec 6.6); not if the last new session came to nothing either, since a server
   *   that forgets every session must not be asked in a tight loop
   */
  sessionExpired(): boolean {
    const isFirst = !this.#hasExpired;
    this.#hasExpired = true;
    this.endpoints.startOver();
    return isFirst;
  }
}
