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

  /** One more is held. @returns what gives its place back; it may be called more than once */
  take(): () => void {
    this.#held += 1;
    let isTaken = true;
    return () => {
      if (isTaken) this.#held -= 1;
      isTaken = false;
    };
  }
}
