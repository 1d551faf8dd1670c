import type { Clock, Timer } from "../core/clock.js";

/** How late a deadline may be told. */
const PERIOD_MS = 1_000;

/**
 * Deadlines of many items in one order: a slot for each second that has any, and one timer for the next second, whatever
 * number of items there is. None runs while there are none. An item that is taken back is forgotten at once.
 */
export class Deadlines<T> {
  readonly #clock: Clock;
  readonly #due: (item: T) => void;
  readonly #slots = new Map<number, Set<T>>();
  readonly #slotOf = new Map<T, number>();
  #swept = 0;
  #timer: Timer | undefined;

  /** @param due - called once for each item whose time has come, less than a second late; may set it again */
  constructor(clock: Clock, due: (item: T) => void) {
    this.#clock = clock;
    this.#due = due;
  }

  get size(): number {
    return this.#slotOf.size;
  }

  /** @param atMs - by the clock; a time that has passed is told with the next second. Replaces the item's earlier one */
  set(item: T, atMs: number): void {
    this.delete(item);
    if (this.#timer === undefined) {
      this.#swept = Math.floor(this.#clock.now() / PERIOD_MS);
      this.#schedule();
    }
    const slot = Math.max(Math.ceil(atMs / PERIOD_MS), this.#swept + 1);
    const items = this.#slots.get(slot);
    if (items === undefined) this.#slots.set(slot, new Set([item]));
    else items.add(item);
    this.#slotOf.set(item, slot);
  }

  delete(item: T): void {
    const slot = this.#slotOf.get(item);
    if (slot === undefined) return;
    this.#slotOf.delete(item);
    const items = this.#slots.get(slot);
    items?.delete(item);
    if (items?.size === 0) this.#slots.delete(slot);
  }

  /** Forgets all. */
  clear(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#slots.clear();
    this.#slotOf.clear();
  }

  #schedule(): void {
    const delayMs = PERIOD_MS - (this.#clock.now() % PERIOD_MS);
    this.#timer = this.#clock.schedule(delayMs, () => this.#sweep());
  }

  #sweep(): void {
    const slot = Math.floor(this.#clock.now() / PERIOD_MS);
    while (this.#swept < slot) {
      this.#swept += 1;
      for (const item of this.#slots.get(this.#swept) ?? []) {
        this.delete(item);
        this.#due(item);
      }
    }
    this.#timer = undefined;
    if (this.#slotOf.size > 0) this.#schedule();
  }
}
