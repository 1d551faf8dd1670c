import type { Clock, Timer } from "../../core/clock.js";

interface Due {
  readonly at: number;
  readonly order: number;
  /** Undefined once it has fired or was cancelled. */
  callback: (() => void) | undefined;
}

/**
 * Time that passes only when a test says so. Timers fire in order of their due time, equal ones in order of their
 * making; what a callback schedules within the advanced span fires in the same advance.
 */
export class FakeClock implements Clock {
  #now: number;
  #order = 0;
  /** A binary heap, the next timer first. Cancelled ones stay until they surface, or are too many. */
  #heap: Due[] = [];
  #pending = 0;
  #turn: (() => void)[] = [];

  /** @param startMs - what {@link now} says at first */
  constructor(startMs = 1_000_000) {
    this.#now = startMs;
  }

  /** Timers waiting; a test that expects none has found a leak. */
  get pending(): number {
    return this.#pending;
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
    this.#pending += 1;
    this.#push(due);
    return { cancel: () => this.#cancel(due) };
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
      await promisesSettled();
    } while (this.#turn.length > 0);
  }

  /**
   * Lets `ms` pass. Before each timer, and at the end, promises settle and turns end, as they would in real time.
   */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    for (let next = this.#next(); next !== undefined && next.at <= end; next = this.#next()) {
      this.#fire(next);
      await this.settle();
    }
    this.#now = end;
  }

  #fire(due: Due): void {
    const { callback } = due;
    this.#pop();
    this.#now = Math.max(this.#now, due.at);
    this.#pending -= 1;
    due.callback = undefined;
    callback?.();
  }

  #cancel(due: Due): void {
    if (due.callback === undefined) return;
    due.callback = undefined;
    this.#pending -= 1;
    if (this.#heap.length > 64 && this.#pending * 4 < this.#heap.length) this.#sweep();
  }

  #next(): Due | undefined {
    while (this.#heap.length > 0 && this.#heap[0]!.callback === undefined) this.#pop();
    return this.#heap[0];
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let index = heap.push(due) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(due, heap[parent]!)) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = due;
  }

  /** Takes the first off. */
  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, last)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
  }

  #sweep(): void {
    const kept = this.#heap.filter((due) => due.callback !== undefined);
    this.#heap = [];
    for (const due of kept) this.#push(due);
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/**
 * A tick runs when all promises that can settle have: asked for from within one of their reactions, it comes after the
 * last of them. The first await brings us there.
 */
async function promisesSettled(): Promise<void> {
  await Promise.resolve();
  await new Promise<void>((resolve) => process.nextTick(resolve));
}
