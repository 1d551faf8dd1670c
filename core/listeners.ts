import type { Logger } from "./logger.js";

/** Who is told; one that throws is logged, and the others are told all the same. */
export class Listeners<L> {
  #listeners: readonly L[] = [];
  readonly #logger: Logger;
  readonly #failure: string;

  /** @param failure - what the log says of one that throws */
  constructor(logger: Logger, failure: string) {
    this.#logger = logger;
    this.#failure = failure;
  }

  /** @returns a function that removes the listener again */
  add(listener: L): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  }

  tell(news: (listener: L) => void): void {
    for (const listener of this.#listeners) {
      try {
        news(listener);
      } catch (err) {
        this.#logger.error({ err }, this.#failure);
      }
    }
  }
}
