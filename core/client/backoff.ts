import type { Random } from "../random.js";

/** Chance, as far as a client needs it: for jitter. */
export type Chance = Pick<Random, "fraction">;

/** Bounds of the waits between attempts. */
export interface BackoffLimits {
  /** Longest first wait. */
  readonly minRetryMs: number;
  /** Longest wait at all. */
  readonly maxRetryMs: number;
}

/**
 * The wait before attempt number `attempt` (0 is the first repetition): doubles from `minRetryMs` to `maxRetryMs`, and
 * of that the upper half is chance, so that the clients of a node that died do not return in one wave.
 * @param fraction - chance, at least 0 and below 1
 */
export function backoffDelayMs(attempt: number, limits: BackoffLimits, fraction: number): number {
  // 2 ** 1023 is the last finite power; the minimum with it keeps the product from being NaN or infinite.
  const full = Math.min(limits.maxRetryMs, limits.minRetryMs * 2 ** Math.min(attempt, 1000));
  return full / 2 + (full / 2) * fraction;
}

/** Counts failed attempts and says how long to wait before the next. */
export class Backoff {
  readonly #limits: BackoffLimits;
  readonly #random: Chance;
  #attempts = 0;

  constructor(limits: BackoffLimits, random: Chance) {
    this.#limits = limits;
    this.#random = random;
  }

  /** Failures since the last success. */
  get attempts(): number {
    return this.#attempts;
  }

  /** Counts one more failure. @returns how long to wait now, in milliseconds */
  nextDelayMs(): number {
    const delay = backoffDelayMs(this.#attempts, this.#limits, this.#random.fraction());
    this.#attempts += 1;
    return delay;
  }

  reset(): void {
    this.#attempts = 0;
  }
}
