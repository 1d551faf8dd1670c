import { ConnectCycle } from "./connect-cycle.js";
import type { HeldConnect, Outlet } from "./outlet.js";
import { ProcessingTime } from "./processing-time.js";
import type { ServerSession } from "./server-session.js";
import type { KickAdvice, SessionHost } from "./session-host.js";

const NEVER = Number.POSITIVE_INFINITY;

/**
 * How long a session lives: its client's connects, held and answered, and what happens for want of the next one. The
 * driver of its {@link ConnectCycle}: clock, sweeper, and the session's listeners.
 * @see spec/bayeux.md sections 6 and 12.2
 */
export class SessionLifetime {
  readonly #session: ServerSession;
  readonly #host: SessionHost;
  readonly #cycle = new ConnectCycle();
  #processing: ProcessingTime | undefined;

  constructor(session: ServerSession, host: SessionHost) {
    this.#session = session;
    this.#host = host;
  }

  /** Times in force, in milliseconds: the session's own, else the server's. */
  get times(): { timeoutMs: number; intervalMs: number; maxIntervalMs: number } {
    const { timeoutMs, intervalMs, maxIntervalMs } = this.#session;
    const { defaults } = this.#host;
    return {
      timeoutMs: timeoutMs ?? defaults.timeoutMs,
      intervalMs: intervalMs ?? defaults.intervalMs,
      maxIntervalMs: maxIntervalMs ?? defaults.maxIntervalMs,
    };
  }

  /** When the sweeper must look at it; Infinity for never. */
  get deadlineMs(): number {
    return Math.min(this.#cycle.deadlineMs, this.#processing?.untilMs ?? NEVER);
  }

  /** The connect that is held and may be answered. */
  get held(): HeldConnect | undefined {
    return this.#cycle.held;
  }

  isOver(nowMs: number): boolean {
    return this.#cycle.isExpired(nowMs) || (this.#processing?.untilMs ?? NEVER) <= nowMs;
  }

  /** A connect arrived: the session does not expire while it is being answered. */
  begin(): void {
    this.#cycle.begin();
  }

  /** Any other message arrived: it keeps the session alive as well (spec section 12.2). */
  touched(): void {
    const maxIntervalMs = this.#session.maxIntervalMs ?? this.#host.defaults.maxIntervalMs;
    this.#cycle.keepUntil(this.#host.clock.now() + maxIntervalMs);
  }

  /**
   * A message takes its time to be handled; if it takes too much, the session ends.
   * @returns whether that is counted, so that its end has to be told
   */
  startProcessing(): boolean {
    const { clock, defaults } = this.#host;
    if (defaults.maxProcessingMs === 0 || this.#session.isLocal) return false;
    this.#processing ??= new ProcessingTime(defaults.maxProcessingMs);
    this.#processing.begin(clock.now());
    this.#host.watch(this.#session);
    return true;
  }

  endProcessing(): void {
    this.#processing?.end();
  }

  /** A reply that ends a handshake or connect was written: expires unless the next connect comes in time. */
  scheduleExpiry(intervalMs = this.times.intervalMs): void {
    if (this.#session.isLocal || this.#session.hasEnded) return;
    this.#cycle.expireAt(this.#host.clock.now() + intervalMs + this.times.maxIntervalMs);
    this.#host.watch(this.#session);
  }

  /** Keeps a connect until something is to be said, or its time is over. */
  hold(connect: HeldConnect): void {
    this.#cycle.hold(connect);
    this.#host.watch(this.#session);
    this.#suspended();
  }

  /** A newer connect arrived: the one that was held is given up, and takes nothing from the queue. */
  supersede(): void {
    const { held } = this.#cycle;
    this.#cycle.supersede();
    this.#resumed(held, false);
  }

  /** Answers the held connect, if there is one. @param timedOut - there was nothing to say in all its time */
  release(timedOut = false): void {
    const { held } = this.#cycle;
    if (held === undefined) return;
    this.#cycle.release();
    this.#resumed(held, timedOut);
  }

  /** The session has ended: the last thing its client hears in reply to a connect is what to do now. */
  end({ reconnect, interval }: Required<KickAdvice>): void {
    const { held } = this.#cycle;
    this.#cycle.begin();
    // The JS client throws when a successful reply advises a handshake (spec section 6.6).
    if (reconnect === "none") this.#cycle.release({ advice: { reconnect } });
    else {
      this.#cycle.release({ successful: false, error: "402::session_unknown", advice: { reconnect, interval } });
    }
    this.#resumed(held, false);
  }

  /** The outlet is gone: a connect it held will not be answered. */
  drop(outlet: Outlet): void {
    const { held } = this.#cycle;
    if (!this.#cycle.drop(outlet)) return;
    this.scheduleExpiry();
    this.#resumed(held, false);
  }

  /** The outlet's peer is gone, and may come back to it: all there is to say waits, until the session expires. */
  park(outlet: Outlet): void {
    const { intervalMs, maxIntervalMs } = this.times;
    const { held } = this.#cycle;
    if (!this.#cycle.park(outlet, this.#host.clock.now() + intervalMs + maxIntervalMs)) return;
    this.#host.watch(this.#session);
    this.#resumed(held, false);
  }

  /** The peer of a parked outlet is back. */
  resume(): void {
    const wasHeld = this.held !== undefined;
    this.#cycle.resume();
    this.#host.watch(this.#session);
    if (!wasHeld) this.#suspended();
  }

  #suspended(): void {
    const { held } = this.#cycle;
    const { hooks } = this.#session;
    if (held === undefined || hooks === undefined) return;
    const timeoutMs = Math.max(0, held.untilMs - this.#host.clock.now()); // it may be overdue when a peer comes back
    hooks.tell((listener) => listener.suspended?.(this.#session, held.request, timeoutMs));
  }

  #resumed(held: HeldConnect | undefined, timedOut: boolean): void {
    const { hooks } = this.#session;
    if (held === undefined || hooks === undefined) return;
    hooks.tell((listener) => listener.resumed?.(this.#session, held.request, timedOut));
  }
}
