import type { Clock, Timer } from "../core/clock.js";

/**
 * Waits a while before it is said that a user has gone from this node: one who is back by then never went. Without a grace
 * everything is said at once.
 */
export class AbsenceGrace {
  readonly #graceMs: number;
  readonly #maxUsers: number;
  readonly #clock: Clock;
  readonly #changed: (user: string, present: boolean) => void;
  /** Users who went, and when that is said; the first first. */
  readonly #absent = new Map<string, number>();
  #timer: Timer | undefined;

  /** @param maxUsers - most that are waited for; of more, the one who went first is told of at once */
  constructor(graceMs: number, maxUsers: number, clock: Clock, changed: (user: string, present: boolean) => void) {
    this.#graceMs = graceMs;
    this.#maxUsers = maxUsers;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** The first session of a user came to this node, or the last one went. */
  set(user: string, present: boolean): void {
    if (present) {
      if (!this.#absent.delete(user)) this.#changed(user, true);
      return;
    }
    if (this.#graceMs === 0) return this.#changed(user, false);
    this.#absent.set(user, this.#clock.now() + this.#graceMs);
    if (this.#absent.size > this.#maxUsers) this.#tellFirst();
    this.#timer ??= this.#clock.schedule(this.#graceMs, () => this.#tellDue());
  }

  /** Forgets whom it waits for, and says nothing. */
  clear(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#absent.clear();
  }

  #tellDue(): void {
    this.#timer = undefined;
    const nowMs = this.#clock.now();
    for (const [user, dueMs] of this.#absent) {
      // Timers may fire a fraction of a millisecond early.
      if (dueMs > nowMs + 1) {
        this.#timer = this.#clock.schedule(dueMs - nowMs, () => this.#tellDue());
        return;
      }
      this.#absent.delete(user);
      this.#changed(user, false);
    }
  }

  #tellFirst(): void {
    for (const user of this.#absent.keys()) {
      this.#absent.delete(user);
      return this.#changed(user, false);
    }
  }
}
