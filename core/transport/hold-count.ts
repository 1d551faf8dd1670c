import type { HoldLimit } from "../server/exchange.js";

/** How many connects are held for the sessions of one browser, against the limit (spec section 14.4). */
export class HoldCount {
  /** Pause advised to a session over the limit, in ms; 0: it is turned away. */
  readonly pauseMs: number;
  readonly #max: number;
  #held = 0;

  /** @param max - 0: none may be held; -1: no limit */
  constructor(max: number, pauseMs: number) {
    this.#max = max;
    this.pauseMs = pauseMs;
  }

  get isReached(): boolean {
    return this.#max >= 0 && this.#held >= this.#max;
  }

  /** One more is held, or one less. */
  change(by: 1 | -1): void {
    this.#held += by;
  }
}

/** Of one connect that may come to be held. */
export class HoldPlace implements HoldLimit {
  readonly #count: HoldCount;
  #isTaken = false;

  constructor(count: HoldCount) {
    this.#count = count;
  }

  get isReached(): boolean {
    return this.#count.isReached;
  }

  get pauseMs(): number {
    return this.#count.pauseMs;
  }

  take(): void {
    if (!this.#isTaken) this.#count.change(1);
    this.#isTaken = true;
  }

  /** It may be called more than once, and if it was never taken. */
  giveBack(): void {
    if (this.#isTaken) this.#count.change(-1);
    this.#isTaken = false;
  }
}
