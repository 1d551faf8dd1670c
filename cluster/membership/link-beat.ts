import type { Clock, Timer } from "../../core/clock.js";
import type { SessionLifetime } from "../../core/session/session-lifetime.js";

/** A session that may hold a connect. */
export interface BeatingSession {
  readonly lifetime: Pick<SessionLifetime, "release">;
}

/**
 * Answers the held connects of all peers at the same moments, multiples of the heartbeat on the clock: so each node wakes up
 * once for all its links, and nodes whose clocks agree wake up together. Without it each link had a rhythm of its own.
 */
export class LinkBeat {
  readonly #clock: Clock;
  readonly #periodMs: number;
  readonly #sessions = new Set<BeatingSession>();
  #timer: Timer | undefined;

  constructor(clock: Clock, periodMs: number) {
    this.#clock = clock;
    this.#periodMs = periodMs;
  }

  add(session: BeatingSession): void {
    this.#sessions.add(session);
    this.#timer ??= this.#schedule();
  }

  delete(session: BeatingSession): void {
    this.#sessions.delete(session);
    if (this.#sessions.size === 0) this.stop();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #schedule(): Timer {
    const nowMs = this.#clock.now();
    // A timer may fire a little early: that was its edge, and the next is a period later.
    const dueMs = Math.floor(nowMs / this.#periodMs + 1.1) * this.#periodMs;
    return this.#clock.schedule(dueMs - nowMs, () => {
      this.#timer = this.#schedule();
      for (const session of this.#sessions) session.lifetime.release(true);
    });
  }
}
