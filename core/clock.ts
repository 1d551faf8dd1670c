/** A timer that can be called off. Cancelling twice, or after it fired, does nothing. */
export interface Timer {
  cancel(): void;
}

/**
 * Time, as everything in a node sees it. Handed in, so that a whole cloud can run in virtual time (DESIGN decision 2).
 */
export interface Clock {
  /** Milliseconds since the epoch, with fractions; never goes back while the process lives. */
  now(): number;
  /** Calls `callback` once, no earlier than `delayMs` from now. Does not keep the process alive. */
  schedule(delayMs: number, callback: () => void): Timer;
  /**
   * Calls `callback` when the present turn of the event loop has handled all its input; one that is given while that is
   * done is called in the same turn, behind the others, unless these are too many.
   */
  endOfTurn(callback: () => void): void;
}

/** Added while others are called. Those who answer each other for ever must not keep the process from all else. */
const MAX_MORE = 100;

/**
 * All that waits for the end of the turn, in one call of the event loop: what a callback adds (an answer to be written, as
 * a rule) would have to wait for the next turn otherwise, and pay for another look at every socket.
 */
export class TurnEnd {
  readonly #callSoon: (callback: () => void) => void;
  #callbacks: (() => void)[] = [];

  /** @param callSoon - calls what it is given when the turn has handled its input */
  constructor(callSoon: (callback: () => void) => void) {
    this.#callSoon = callSoon;
  }

  add(callback: () => void): void {
    if (this.#callbacks.push(callback) === 1) this.#callSoon(this.#run);
  }

  readonly #run = (): void => {
    let done = 0;
    const most = this.#callbacks.length + MAX_MORE;
    try {
      while (done < Math.min(this.#callbacks.length, most)) {
        done += 1;
        this.#callbacks[done - 1]!();
      }
    } finally {
      this.#callbacks = this.#callbacks.slice(done);
      if (this.#callbacks.length > 0) this.#callSoon(this.#run); // too many, or one has thrown
    }
  };
}

// Browsers insist on both being called without an object before the dot.
const turnEnd = new TurnEnd(
  typeof setImmediate === "function"
    ? (callback) => void setImmediate(callback)
    : (callback) => queueMicrotask(callback),
);

const startedAtMs = performance.timeOrigin;

/** The machine's clock. Runs in Node.js and in browsers. */
export const systemClock: Clock = {
  now: () => startedAtMs + performance.now(),
  schedule(delayMs, callback) {
    const handle: unknown = setTimeout(callback, delayMs);
    // Node's timers are objects that hold the process open; a browser's are numbers.
    if (typeof handle === "object") (handle as { unref(): void }).unref();
    return { cancel: () => clearTimeout(handle as number) };
  },
  endOfTurn: (callback) => turnEnd.add(callback),
};
