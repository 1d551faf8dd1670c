import type { Clock } from "../core/clock.js";

interface Rest {
  readonly untilMs: number;
  readonly spanMs: number;
}

/**
 * Names that nothing is to be done with for a while. Whoever is put in again soon after it came out stays twice as long,
 * up to a limit. Bounded: the oldest goes first.
 */
export class Quarantine {
  readonly #clock: Clock;
  readonly #spanMs: number;
  readonly #maxSpanMs: number;
  readonly #maxNames: number;
  /** In the order of adding. */
  readonly #rests = new Map<string, Rest>();

  /** @param maxSpanMs - by default no rest is longer than the first */
  constructor(clock: Clock, spanMs: number, maxNames: number, maxSpanMs = spanMs) {
    this.#clock = clock;
    this.#spanMs = spanMs;
    this.#maxSpanMs = maxSpanMs;
    this.#maxNames = maxNames;
  }

  add(name: string): void {
    const now = this.#clock.now();
    const last = this.#rests.get(name);
    const isSoon = last !== undefined && now <= last.untilMs + last.spanMs;
    const spanMs = isSoon ? Math.min(this.#maxSpanMs, last.spanMs * 2) : this.#spanMs;
    this.#rests.delete(name);
    this.#rests.set(name, { untilMs: now + spanMs, spanMs });
    for (const oldest of this.#rests.keys()) if (this.#rests.size > this.#maxNames) this.#rests.delete(oldest);
  }

  has(name: string): boolean {
    return this.restMs(name) > 0;
  }

  /** How much longer; 0 when it is free to go. */
  restMs(name: string): number {
    return Math.max(0, (this.#rests.get(name)?.untilMs ?? 0) - this.#clock.now());
  }
}
