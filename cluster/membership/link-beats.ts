import type { Clock, Timer } from "../../core/clock.js";

/**
 * Calls what is to be said on each link once a heartbeat, for all links at the same moments, multiples of the heartbeat on
 * the clock: so each node wakes up once for all of them, and nodes whose clocks agree wake up together. Without it each link
 * had a rhythm of its own.
 */
export class LinkBeats {
  readonly #clock: Clock;
  /** By period: as a server a node has its own heartbeat, as a client that of the peer, which is the same as a rule. */
  readonly #beats = new Map<number, Beat>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns ends it */
  every(periodMs: number, say: () => void): () => void {
    let beat = this.#beats.get(periodMs);
    if (beat === undefined) {
      beat = new Beat(this.#clock, periodMs, () => void this.#beats.delete(periodMs));
      this.#beats.set(periodMs, beat);
    }
    return beat.add(say);
  }
}

/** All that is said at one rhythm. */
class Beat {
  readonly #clock: Clock;
  readonly #periodMs: number;
  readonly #ended: () => void;
  readonly #says = new Set<{ readonly say: () => void }>();
  #timer: Timer;

  constructor(clock: Clock, periodMs: number, ended: () => void) {
    this.#clock = clock;
    this.#periodMs = periodMs;
    this.#ended = ended;
    this.#timer = this.#schedule();
  }

  add(say: () => void): () => void {
    const entry = { say };
    this.#says.add(entry);
    return () => {
      if (!this.#says.delete(entry) || this.#says.size > 0) return;
      this.#timer.cancel();
      this.#ended();
    };
  }

  #schedule(): Timer {
    const nowMs = this.#clock.now();
    // A timer may fire a little early: that was its edge, and the next is a period later.
    const dueMs = Math.floor(nowMs / this.#periodMs + 1.1) * this.#periodMs;
    return this.#clock.schedule(dueMs - nowMs, () => {
      this.#timer = this.#schedule();
      for (const { say } of this.#says) say();
    });
  }
}
