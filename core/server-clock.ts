import { type Clock, systemClock, type Timer } from "./clock.js";
import { CoalescedTimers } from "./coalesced-timers.js";

/** Added while others are called. Those who answer each other for ever must not keep the process from all else. */
const MAX_MORE = 100;

/**
 * All that waits for the end of the turn, in one call of the event loop: what a callback adds (an answer to be written, as
 * a rule) would have to wait for the next turn otherwise, and pay for another look at every socket.
 */
export class TurnEnd {
  readonly #callSoon: (callback: () => void) => void;
  /** The first {@link #count} of these: a list that is emptied has to be given memory anew, for many at once. */
  readonly #callbacks: ((() => void) | undefined)[] = [];
  #count = 0;

  /** @param callSoon - calls what it is given when the turn has handled its input */
  constructor(callSoon: (callback: () => void) => void) {
    this.#callSoon = callSoon;
  }

  add(callback: () => void): void {
    this.#callbacks[this.#count] = callback;
    this.#count += 1;
    if (this.#count === 1) this.#callSoon(this.#run);
  }

  readonly #run = (): void => {
    let done = 0;
    const most = this.#count + MAX_MORE;
    try {
      while (done < Math.min(this.#count, most)) {
        const callback = this.#callbacks[done]!;
        this.#callbacks[done] = undefined;
        done += 1;
        callback();
      }
    } finally {
      this.#callbacks.copyWithin(0, done, this.#count);
      this.#callbacks.fill(undefined, this.#count - done, this.#count);
      this.#count -= done;
      if (this.#count > 0) this.#callSoon(this.#run); // too many, or one has thrown
    }
  };
}

const turnEnd = new TurnEnd((callback) => void setImmediate(callback));

/** As the system clock's, but one that is called off wakes nobody up: of a timer without a reference Node keeps the moment. */
function schedule(delayMs: number, callback: () => void): Timer {
  const timer = setTimeout(callback, delayMs).unref();
  return { cancel: () => clearTimeout(timer.ref()) };
}

const timers = new CoalescedTimers({ now: systemClock.now, schedule });

/**
 * The machine's clock for servers: what is given for the end of the turn while that is handled is called in the same turn,
 * behind the others, unless these are too many; and timers that may be a little late share a wake-up.
 */
export const serverClock: Clock = {
  now: systemClock.now,
  schedule: (delayMs, callback) => timers.schedule(delayMs, callback),
  endOfTurn: (callback) => turnEnd.add(callback),
};
