const NEVER = Number.POSITIVE_INFINITY;

/**
 * Until when the messages that wait for one session may go on waiting for company. Made when the first lazy message comes.
 * Pure: time comes in.
 * @see spec/bayeux.md section 22: the earliest pending deadline wins; a message that is not lazy takes all along
 */
export class LazyWait {
  #untilMs = NEVER;

  /** True while everything that waits is lazy. */
  get holds(): boolean {
    return this.#untilMs !== NEVER;
  }

  /** Infinity: nothing waits, or something that does not want to. */
  get untilMs(): number {
    return this.#untilMs;
  }

  /**
   * A lazy message joins what waits.
   * @param alone - nothing waited before it
   * @returns whether it goes on waiting; false when it travels with something that is not lazy
   */
  join(untilMs: number, alone: boolean): boolean {
    if (!alone && !this.holds) return false;
    this.#untilMs = Math.min(this.#untilMs, untilMs);
    return true;
  }

  /** Time is up, a message came that does not wait, or all was taken. */
  end(): void {
    this.#untilMs = NEVER;
  }
}
