import type { Clock } from "../clock.js";
import { Backoff, type Chance } from "./backoff.js";
import type { ConnectAdvice } from "./client-advice.js";
import type { BayeuxClientOptions } from "./client-options.js";
import { Endpoints } from "./endpoints.js";
import type { ClientTransportFactory } from "./transport/client-transport.js";

/** Assumed when the server never said how long it keeps a session. */
const ASSUMED_MAX_INTERVAL_MS = 20_000;

/** What to do after a failure. */
export interface RecoveryPlan {
  readonly delayMs: number;
  /** Try a connect with the same session; else handshake. */
  readonly keepsSession: boolean;
}

/** Decides, failure by failure, how long a client waits, where it tries next, and when it gives its session up. */
export class Recovery {
  readonly endpoints: Endpoints;
  readonly #options: BayeuxClientOptions;
  readonly #clock: Clock;
  readonly #backoff: Backoff;
  #lostAt: number | undefined;
  #expiries = 0;
  /** The transport of the present session has carried a connect. */
  #isProven = false;
  /** The handshake under way follows an invitation. */
  #isInvited = false;

  constructor(
    options: BayeuxClientOptions,
    clock: Clock,
    random: Chance,
    transports: readonly ClientTransportFactory[],
  ) {
    this.#options = options;
    this.#clock = clock;
    this.#backoff = new Backoff(options, random);
    const urls = options.url === undefined ? options.urls : [options.url];
    this.endpoints = new Endpoints(urls, transports, options.attemptsPerUrl);
  }

  /** Forgets all failures but the URL they led to: the application starts the client. */
  start(): void {
    this.confirmed();
    this.endpoints.startOver();
  }

  /** Whether a WebSocket that worked is kept to. */
  get isSticky(): boolean {
    return this.#options.stickyReconnect;
  }

  /** There is a new session. */
  opened(): void {
    this.#isProven = false;
  }

  /** A connect was answered with success. */
  confirmed(): void {
    this.#isProven = true;
    this.#isInvited = false;
    this.#backoff.reset();
    this.endpoints.succeeded();
    this.#lostAt = undefined;
    this.#expiries = 0;
  }

  /**
   * @param blocked - the transport whose connection never came about, if that was the reason
   * @param isInvited - the server refused, and asks for another handshake at once. That is done every other time: a
   *   server that always says so must not be asked in a tight loop
   */
  handshakeFailed(advice: ConnectAdvice, blocked: string | undefined, isInvited = false): RecoveryPlan {
    this.#isInvited = isInvited && !this.#isInvited;
    if (this.#isInvited) return { delayMs: 0, keepsSession: false };
    const isAtOnce = this.endpoints.handshakeFailed(blocked);
    return { delayMs: isAtOnce ? 0 : this.#delayMs(advice), keepsSession: false };
  }

  /**
   * The session is given up for another URL or transport, or when the server will have forgotten it by now.
   * @param blocked - as for {@link handshakeFailed}
   */
  connectFailed(advice: ConnectAdvice, blocked: string | undefined): RecoveryPlan {
    // A transport that worked is kept to: whatever stops it now, stops others too.
    if (blocked !== undefined && !(this.#isProven && this.isSticky)) return this.handshakeFailed(advice, blocked);
    this.#lostAt ??= this.#clock.now();
    const isOthersTurn = this.endpoints.failed();
    const { timeoutMs, intervalMs, maxIntervalMs = ASSUMED_MAX_INTERVAL_MS } = advice;
    const keptMs = (this.#options.connectHoldMs ?? timeoutMs) + intervalMs + maxIntervalMs;
    const keepsSession = !isOthersTurn && this.#clock.now() - this.#lostAt <= keptMs;
    return { delayMs: this.#delayMs(advice), keepsSession };
  }

  /**
   * The server does not know the session any more.
   * @returns whether to handshake at once (spec 6.6); not if the last new session came to nothing either, since a server
   *   that forgets every session must not be asked in a tight loop
   */
  sessionExpired(): boolean {
    this.#expiries += 1;
    this.endpoints.startOver();
    return this.#expiries === 1;
  }

  #delayMs(advice: ConnectAdvice): number {
    return Math.max(this.#backoff.nextDelayMs(), advice.intervalMs);
  }
}
