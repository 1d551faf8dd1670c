const NEVER = Number.POSITIVE_INFINITY;

/**
 * How long the messages of a session may take to be handled (CometD's `maxProcessing`). Made when the first takes its time.
 * Pure: time comes in.
 * @see spec/bayeux.md section 12.2
 */
export class ProcessingTime {
  readonly #maxMs: number;
  #handled = 0;
  #untilMs = NEVER;

  /** @param maxMs - counted from the last message that began */
  constructor(maxMs: number) {
    this.#maxMs = maxMs;
  }

  get untilMs(): number {
    return this.#untilMs;
  }

  begin(nowMs: number): void {
    this.#handled += 1;
    this.#untilMs = nowMs + this.#maxMs;
  }

  end(): void {
    this.#handled -= 1;
    if (this.#handled === 0) this.#untilMs = NEVER;
  }
}
