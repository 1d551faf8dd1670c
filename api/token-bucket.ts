/** So many a second, and as many at once after a quiet second. Pure: time comes in. */
export class TokenBucket {
  readonly #perSecond: number;
  #left: number;
  #atMs: number;

  constructor(perSecond: number, nowMs: number) {
    this.#perSecond = perSecond;
    this.#left = perSecond;
    this.#atMs = nowMs;
  }

  /**
   * Takes `count`. More than fit in at all are let through when the bucket is full, and are paid for afterwards.
   * @returns 0 if taken, else how long to wait before it makes sense to ask again, in ms
   */
  take(count: number, nowMs: number): number {
    this.#left = Math.min(this.#perSecond, this.#left + ((nowMs - this.#atMs) * this.#perSecond) / 1_000);
    this.#atMs = nowMs;
    const needed = Math.min(count, this.#perSecond);
    if (this.#left < needed) return Math.max(1, Math.ceil(((needed - this.#left) * 1_000) / this.#perSecond));
    this.#left -= count;
    return 0;
  }
}
