/** Upper ends of the buckets in which durations are counted, in milliseconds: from a quarter of one to half a minute. */
export const DURATION_BOUNDS_MS: readonly number[] = [
  0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000,
];

/**
 * How often which durations were seen, in plain numbers: an observation costs a few comparisons, and makes no object. The
 * metrics read it when somebody asks.
 */
export class Histogram {
  readonly boundsMs: readonly number[];
  /** By bucket, each without those below it; the last is for what is beyond all bounds. */
  readonly counts: number[];
  sumMs = 0;

  /** @param boundsMs - ascending */
  constructor(boundsMs: readonly number[] = DURATION_BOUNDS_MS) {
    this.boundsMs = boundsMs;
    this.counts = new Array<number>(boundsMs.length + 1).fill(0);
  }

  get count(): number {
    return this.counts.reduce((total, count) => total + count, 0);
  }

  /** @param ms - below 0, as after a clock was set back, counts as 0 */
  observe(ms: number): void {
    const { boundsMs, counts } = this;
    let bucket = 0;
    while (bucket < boundsMs.length && ms > boundsMs[bucket]!) bucket += 1;
    counts[bucket]! += 1;
    if (ms > 0) this.sumMs += ms;
  }
}
