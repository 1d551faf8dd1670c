import type { Clock } from "../clock.js";

/** Something with bytes to write at the end of the turn. */
export interface Flushable {
  /** Set while it is on the list. */
  flushPending: boolean;
  /** Reads what `flush` will read, and changes nothing. @returns a number that depends on all of it, so that it is read */
  look(): number;
  flush(): void;
}

/** Places kept for the next turn, so that most turns need no memory for the list. */
const KEPT_PLACES = 4_096;
/** So many are looked at together, so that all of it is still in the cache when their turn comes. */
const LOOKED_AT_TOGETHER = 32;
/** Fewer are not worth it. */
const FEW = 4;

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
  /** What looking at the last of them came to. Nobody needs it: if it were not kept, V8 would not read for it. */
  seen = 0;

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
    let lookedAt = 0;
    for (let index = 0; index < this.#count; index += 1) {
      if (index === lookedAt) lookedAt = this.#lookAhead(index);
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

  /**
   * Of a thousand sessions none is in the cache. A processor waits for the memory of several at a time, but never past a
   * system call, and a flush makes one: so their memory is asked for before (docs/performance.md, "Reading").
   * @returns up to where
   */
  #lookAhead(from: number): number {
    const to = Math.min(from + LOOKED_AT_TOGETHER, this.#count);
    if (to - from < FEW) return to;
    let seen = 0;
    for (let index = from; index < to; index += 1) seen += this.#list[index]!.look();
    this.seen = seen;
    return to;
  }
}
