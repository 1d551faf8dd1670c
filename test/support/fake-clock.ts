import type { Clock, Timer } from "../../core/clock.js";

interface Due {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
}

/**
 * Time that passes only when a test says so. Timers fire in order of their due time, equal ones in order of their
 * making; what a callback schedules within the advanced span fires in the same advance.
 */
export class FakeClock implements Clock {
  #now: number;
  #order = 0;
  readonly #timers = new Set<Due>();
  #turn: (() => void)[] = [];

  /** @param startMs - what {@link now} says at first */
  constructor(startMs = 1_000_000) {
    this.#now = startMs;
  }

  /** Timers waiting; a test that expects none has found a leak. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Milliseconds until the next timer; undefined when none waits. */
  get nextDelayMs(): number | undefined {
    const next = this.#next();
    return next === undefined ? undefined : next.at - this.#now;
  }

  now(): number {
    return this.#now;
  }

  schedule(delayMs: number, callback: () => void): Timer {
    const delay = Number.isFinite(delayMs) ? Math.max(0, delayMs) : 0;
    const due: Due = { at: this.#now + delay, order: this.#order++, callback };
    this.#timers.add(due);
    return { cancel: () => void this.#timers.delete(due) };
  }

  endOfTurn(callback: () => void): void {
    this.#turn.push(callback);
  }

  /** Ends the present turn: runs what waits for its end, and what that adds, until nothing waits. */
  runTurn(): void {
    while (this.#turn.length > 0) {
      const callbacks = this.#turn;
      this.#turn = [];
      for (const callback of callbacks) callback();
    }
  }

  /** Lets promises settle and turns end until nothing is left to do now. */
  async settle(): Promise<void> {
    do {
      this.runTurn();
      for (let round = 0; round < 20; round += 1) await Promise.resolve();
    } while (this.#turn.length > 0);
  }

  /**
   * Lets `ms` pass. Before each timer, and at the end, promises settle and turns end, as they would in real time.
   */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    for (let next = this.#next(); next !== undefined && next.at <= end; next = this.#next()) {
      this.#now = Math.max(this.#now, next.at);
      this.#timers.delete(next);
      next.callback();
      await this.settle();
    }
    this.#now = end;
  }

  #next(): Due | undefined {
    let first: Due | undefined;
    for (const due of this.#timers) {
      if (first === undefined || due.at < first.at || (due.at === first.at && due.order < first.order)) first = due;
    }
    return first;
  }
}
