/**
 * A bucket with tokens, kept as the one moment at which it is full again (the "virtual scheduling" form of the generic cell
 * rate algorithm): 0, or any time that has passed, is a full bucket. So a bucket is a number, and time passes by itself.
 */
export type FullAtMs = number;

/** Times since 1970 are exact to a few tenths of a microsecond, and sums of them to less. */
const ROUNDING_MS = 0.05;

/** How fast a kind of bucket fills. Pure. */
export class TokenRate {
  /** Time that one token takes to come. */
  readonly #tokenMs: number;
  /** Time that an empty bucket takes to be full. */
  readonly #fillMs: number;

  /**
   * @param perSecond - tokens that come; more than 0
   * @param burstMs - a bucket holds what comes in this time, and one token at least
   */
  constructor(perSecond: number, burstMs: number) {
    this.#tokenMs = 1_000 / perSecond;
    this.#fillMs = Math.max(burstMs, this.#tokenMs);
  }

  /** The bucket after `count` tokens are taken, whether they are there or not. More than it can hold count as a full bucket. */
  take(bucket: FullAtMs, nowMs: number, count: number): FullAtMs {
    return Math.max(bucket, nowMs) + Math.min(count * this.#tokenMs, this.#fillMs);
  }

  /** How long to wait until a bucket may be left like this; 0: it may now. */
  waitMs(taken: FullAtMs, nowMs: number): number {
    const waitMs = taken - nowMs - this.#fillMs;
    return waitMs > ROUNDING_MS ? waitMs : 0;
  }
}
