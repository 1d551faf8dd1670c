import type { Random } from "../random.js";

/** Chance, as far as a client needs it: for jitter. */
export type Chance = Pick<Random, "fraction">;

/** Bounds of the waits between attempts. */
export interface BackoffLimits {
  /** Longest first wait, above 0. */
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
  const full = Math.min(limits.maxRetryMs, limits.minRetryMs * 2 ** attempt); // however large, not NaN
  return full / 2 + (full / 2) * fraction;
}
