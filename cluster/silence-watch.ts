import { type Clock, LATENESS, type Timer } from "../core/clock.js";

/** How long is too long, in milliseconds. */
export interface SilenceLimits {
  /** Longer than a heartbeat by this much, and a peer counts as dead. */
  readonly suspectAfterMs: number;
}

/**
 * Notices that a peer of our own kind says nothing any more, although it would have to send a
 * frame, or to answer a connect or send the next one, every heartbeat. The sweeper of the server would notice too, but only after its own period.
 *
 * It looks once in the time that silence may last, a little before its end, and sets a time for a second look only if
 * nothing has come; so a watch on a peer that speaks wakes nobody up for itself. Between the two looks this process must
 * have run: when it was held up, nothing could be heard, and such a span is not counted as the peer's silence.
 */
export class SilenceWatch {
  readonly #clock: Clock;
  readonly #limits: SilenceLimits;
  readonly #silent: () => void;
  #heartbeatMs = 0;
  #limitMs = 0;
  /** What a peer has at least between two looks. */
  #graceMs = 0;
  #heardAtMs = 0;
  /** Until when the timer may fire in a process that is not held up. */
  #latestMs = 0;
  #timer: Timer | undefined;

  /** @param silent - called once; the watch has stopped then */
  constructor(clock: Clock, limits: SilenceLimits, silent: () => void) {
    this.#clock = clock;
    this.#limits = limits;
    this.#silent = silent;
  }

  /** @param heartbeatMs - how often the peer says something at least */
  start(heartbeatMs: number): void {
    this.stop();
    this.#heartbeatMs = heartbeatMs;
    this.#limitMs = heartbeatMs + this.#limits.suspectAfterMs;
    this.#graceMs = Math.max(50, Math.min(heartbeatMs, this.#limits.suspectAfterMs) / 4);
    this.heard();
    this.#await();
  }

  /** Anything at all came from the peer. */
  heard(): void {
    this.#heardAtMs = this.#clock.now();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** All watches of a node look when its heartbeats are due (see LinkBeats), for then it is awake. */
  get #firstLookMs(): number {
    const latestMs = this.#heardAtMs + this.#limitMs - this.#graceMs;
    return Math.floor(latestMs / this.#heartbeatMs) * this.#heartbeatMs;
  }

  #await(): void {
    const dueMs = this.#firstLookMs;
    this.#schedule(dueMs, () => this.#look(dueMs));
  }

  #look(dueMs: number): void {
    if (this.#firstLookMs > dueMs) this.#await();
    else this.#confirmLater(this.#isHeldUp ? 2 : 1);
  }

  /**
   * With the usual times on a quarter of a second, where timers meet: it would wait for one in any case, and of a timer as long as
   * this one perhaps for the next.
   * @param graces - for what the peer has sent to be read, or to answer what we send only now
   */
  #confirmLater(graces: number): void {
    const graceMs = this.#graceMs;
    const earliestMs = Math.max(this.#heardAtMs + this.#limitMs, this.#clock.now() + graces * graceMs);
    const dueMs = Math.ceil(earliestMs / graceMs) * graceMs;
    this.#schedule(dueMs, () => this.#confirm(dueMs));
  }

  #confirm(dueMs: number): void {
    if (this.#heardAtMs + this.#limitMs > dueMs) return this.#await();
    if (this.#isHeldUp) return this.#confirmLater(2);
    this.stop();
    this.#silent();
  }

  get #isHeldUp(): boolean {
    return this.#clock.now() > this.#latestMs;
  }

  #schedule(dueMs: number, look: () => void): void {
    const delayMs = Math.max(0, dueMs - this.#clock.now());
    this.#latestMs = dueMs + delayMs * LATENESS + this.#graceMs;
    this.#timer = this.#clock.schedule(delayMs, look);
  }
}
