/** A timer that can be called off. Cancelling twice, or after it fired, does nothing. */
export interface Timer {
  cancel(): void;
}

/** A timer may wait for others if that makes it late by no more than this part of its delay. */
export const LATENESS = 1 / 4;

/**
 * Time, as everything in a node sees it. Handed in, so that a whole cloud can run in virtual time (DESIGN decision 2).
 */
export interface Clock {
  /** Milliseconds since the epoch, with fractions; never goes back while the process lives. */
  now(): number;
  /**
   * Calls `callback` once, no earlier than `delayMs` from now, and in an idle process late by {@link LATENESS} of it at most.
   * Does not keep the process alive.
   */
  schedule(delayMs: number, callback: () => void): Timer;
  /** Calls `callback` when the present turn of the event loop has handled all its input. */
  endOfTurn(callback: () => void): void;
}

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
  // Browsers insist on both being called without an object before the dot.
  endOfTurn:
    typeof setImmediate === "function"
      ? (callback) => void setImmediate(callback)
      : (callback) => queueMicrotask(callback),
};
