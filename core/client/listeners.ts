/** Told of what a listener throws. */
export type ListenerErrors = (error: unknown) => void;

/** Those who want to hear of one thing. One that throws is passed over, and so does no harm to the others. */
export class Listeners<Args extends unknown[]> {
  readonly #onError: ListenerErrors;
  readonly #listeners = new Set<(...args: Args) => void>();

  constructor(onError: ListenerErrors) {
    this.#onError = onError;
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** The same function may be added twice. @returns the remover */
  add(listener: (...args: Args) => void): () => void {
    const own = (...args: Args): void => listener(...args);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  tell(...args: Args): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(...args);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
