/** Lets so many in at once; the others wait in order, as far as there is room for them. */
export class Turnstile {
  readonly #maxInside: number;
  readonly #maxWaiting: number;
  readonly #waiting = new Set<() => void>();
  #inside = 0;

  constructor(maxInside: number, maxWaiting: number) {
    this.#maxInside = maxInside;
    this.#maxWaiting = maxWaiting;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Waits for a place; who got one must {@link leave}.
   * @throws Error when too many wait, or the signal is aborted before there is a place
   */
  async enter(signal: AbortSignal): Promise<void> {
    if (this.#inside < this.#maxInside) {
      this.#inside += 1;
      return;
    }
    if (this.#waiting.size >= this.#maxWaiting) throw new Error("too many questions wait");
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal.removeEventListener("abort", giveUp);
        resolve();
      };
      const giveUp = (): void => {
        this.#waiting.delete(enter);
        reject(new Error("no answer in time"));
      };
      this.#waiting.add(enter);
      signal.addEventListener("abort", giveUp, { once: true });
    });
  }

  /** The place goes to who waits longest. */
  leave(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#inside -= 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
