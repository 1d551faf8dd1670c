import type { Clock, Timer } from "../core/clock.js";

/** How long is too long, in milliseconds. */
export interface SilenceLimits {
  /** Longer than a heartbeat by this much, and a peer counts as dead. */
  readonly suspectAfterMs: number;
}

/**
 * Notices that a peer of our own kind says nothing any more, although it would have to answer a connect, or to send the
 * next one, every heartbeat. The sweeper of the server would notice too, but it looks at sessions only so often.
 * When this process itself was held up, nothing could be heard: such a span is not counted as the peer's silence.
 */
export class SilenceWatch {
  readonly #clock: Clock;
  readonly #limits: SilenceLimits;
  readonly #silent: () => void;
  #heartbeatMs = 0;
  #heardAtMs = 0;
  #timer: Timer | undefined;

  /** @param silent - called once; the watch has stopped then */
  constructor(clock: Clock, limits: SilenceLimits, silent: () => void) {
    this.#clock = clock;
    this.#limits = limits;
    this.#silent = silent;
  }

  /** @param heartbeatMs - how long a connect is held on this link */
  start(heartbeatMs: number): void {
    this.stop();
    this.#heartbeatMs = heartbeatMs;
    this.heard();
    this.#look();
  }

  /** Anything at all came from the peer. */
  heard(): void {
    this.#heardAtMs = this.#clock.now();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** On the same edges of time for all watches of a node, by default those of its sweeper, so that they wake it together. */
  #look(): void {
    const periodMs = Math.max(50, Math.min(this.#heartbeatMs, this.#limits.suspectAfterMs) / 3);
    const nowMs = this.#clock.now();
    const dueMs = Math.floor(nowMs / periodMs + 1.5) * periodMs; // timers may fire a little early: not the same edge again
    this.#timer = this.#clock.schedule(dueMs - nowMs, () => {
      const now = this.#clock.now();
      const heldUpMs = now - dueMs;
      if (heldUpMs > periodMs) this.#heardAtMs = Math.min(now, this.#heardAtMs + heldUpMs);
      if (now - this.#heardAtMs <= this.#heartbeatMs + this.#limits.suspectAfterMs) return this.#look();
      this.stop();
      this.#silent();
    });
  }
}
