import type { Clock } from "../clock.js";

/** Something with bytes to write at the end of the turn. */
export interface Flushable {
  /** Set while it is on the list. */
  flushPending: boolean;
  flush(): void;
}

/** Places kept for the next turn, so that most turns need no memory for the list. */
const KEPT_PLACES = 4_096;

/**
 * Everybody who has something to write in this turn of the event loop, each once. One write a turn and peer, instead of
 * one a message, is where the speed comes from (DESIGN section 3).
 */
export class Flusher {
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  /** The first {@link #count} of these. */
  #list: (Flushable | undefined)[] = [];
  #count = 0;

  constructor(clock: Clock, onError: (error: unknown) => void) {
    this.#clock = clock;
    this.#onError = onError;
  }

  add(flushable: Flushable): void {
    if (flushable.flushPending) return;
    flushable.flushPending = true;
    this.#list[this.#count] = flushable;
    this.#count += 1;
    if (this.#count === 1) this.#clock.endOfTurn(this.#run);
  }

  /** A flush may add others, which go out in the same run. */
  readonly #run = (): void => {
    for (let index = 0; index < this.#count; index += 1) {
      const flushable = this.#list[index]!;
      this.#list[index] = undefined;
      flushable.flushPending = false;
      try {
        flushable.flush();
      } catch (error) {
        this.#onError(error);
      }
    }
    this.#count = 0;
    if (this.#list.length > KEPT_PLACES) this.#list = [];
  };
}
