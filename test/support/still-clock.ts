import type { Clock } from "../../core/clock.js";
import type { FakeClock } from "./fake-clock.js";

/** Turns of the event loop and timers are real; only what time it is, a test says. */
export function stillFor(clock: FakeClock): Clock {
  return {
    now: () => clock.now(),
    schedule: (delayMs: number, callback: () => void) => {
      const timer = setTimeout(callback, delayMs).unref();
      return { cancel: () => clearTimeout(timer) };
    },
    endOfTurn: (callback: () => void) => void setImmediate(callback),
  };
}
