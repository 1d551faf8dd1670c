import type { Clock, Timer } from "../../core/clock.js";

interface Waiting {
  callback: (() => void) | undefined;
}

const NO_TIMER: Timer = { cancel() {} };

/**
 * The clock of one process on its machine: set a little wrong; its timers fire late when the process stood still, and
 * never once it is gone.
 */
export class HostClock implements Clock {
  readonly #world: Clock;
  readonly #skewMs: number;
  #pending = 0;
  #isFrozen = false;
  #isDead = false;
  /** Due while the process stood still. */
  #overdue: Waiting[] = [];

  /** @param skewMs - by how much it is ahead of the world's */
  constructor(world: Clock, skewMs: number) {
    this.#world = world;
    this.#skewMs = skewMs;
  }

  /** Timers of this process that have neither fired nor been cancelled. */
  get pending(): number {
    return this.#pending;
  }

  get isFrozen(): boolean {
    return this.#isFrozen;
  }

  now(): number {
    return this.#world.now() + this.#skewMs;
  }

  schedule(delayMs: number, callback: () => void): Timer {
    if (this.#isDead) return NO_TIMER;
    const waiting: Waiting = { callback };
    this.#pending += 1;
    const timer = this.#world.schedule(delayMs, () => this.#fire(waiting));
    return {
      cancel: () => {
        if (waiting.callback === undefined || this.#isDead) return;
        waiting.callback = undefined;
        this.#pending -= 1;
        timer.cancel();
      },
    };
  }

  endOfTurn(callback: () => void): void {
    this.#world.endOfTurn(() => {
      if (!this.#isDead) callback();
    });
  }

  freeze(): void {
    this.#isFrozen = true;
  }

  /** What came due meanwhile fires now, each timer in a turn of its own, as the event loop does it. */
  thaw(): void {
    this.#isFrozen = false;
    for (const waiting of this.#overdue) this.#world.schedule(0, () => this.#fire(waiting));
    this.#overdue = [];
  }

  kill(): void {
    this.#isDead = true;
    this.#overdue = [];
    this.#pending = 0;
  }

  #fire(waiting: Waiting): void {
    const { callback } = waiting;
    if (callback === undefined || this.#isDead) return;
    if (this.#isFrozen) {
      this.#overdue.push(waiting);
      return;
    }
    waiting.callback = undefined;
    this.#pending -= 1;
    callback();
  }
}
