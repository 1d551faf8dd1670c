import type { Clock, Timer } from "../clock.js";

/** Something that is due at a time which may move. */
export interface Sweepable {
  /** When it is due, by the clock; Infinity for never. */
  readonly deadlineMs: number;
  /** Owned by the sweeper: the slot it waits in, 0 for none. */
  sweepSlot: number;
  due(nowMs: number): void;
}

/** So much before its time a timer may fire: that is its time, or it would be waited for a second time. */
const EARLY_MS = 1;

/**
 * One sweep for all sessions: a wheel of slots, one period wide. A deadline that moves later costs nothing (it is looked
 * at again when its old slot comes), so a busy session does not touch the wheel.
 */
export class Sweeper {
  readonly #clock: Clock;
  readonly #periodMs: number;
  readonly #eachPass: () => void;
  readonly #slots = new Map<number, Sweepable[]>();
  #lastSlot: number;
  #timer: Timer | undefined;

  /** @param eachPass - called once a period, after the due ones */
  constructor(clock: Clock, periodMs: number, eachPass: () => void) {
    this.#clock = clock;
    this.#periodMs = periodMs;
    this.#eachPass = eachPass;
    this.#lastSlot = this.#slotOf(clock.now());
  }

  start(): void {
    this.#timer ??= this.#scheduleTick();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** Call after the deadline was set, or moved earlier. */
  watch(item: Sweepable): void {
    if (item.deadlineMs === Number.POSITIVE_INFINITY) return;
    const slot = Math.max(Math.ceil(item.deadlineMs / this.#periodMs), this.#lastSlot + 1);
    if (item.sweepSlot !== 0 && item.sweepSlot <= slot) return;
    item.sweepSlot = slot;
    const items = this.#slots.get(slot);
    if (items === undefined) this.#slots.set(slot, [item]);
    else items.push(item);
  }

  #slotOf(timeMs: number): number {
    return Math.floor(timeMs / this.#periodMs);
  }

  #tick(startedMs: number): void {
    const slot = this.#slotOf(startedMs + EARLY_MS);
    // After a stall of our own, what peers sent meanwhile is still unread. Read it first, or we would end sessions for
    // a silence that was ours.
    const stalled = slot - this.#lastSlot > 4;
    if (!stalled) {
      while (this.#lastSlot < slot) {
        this.#lastSlot += 1;
        this.#sweepSlot(this.#lastSlot, startedMs);
      }
      this.#eachPass();
    } else {
      this.#lastSlot = this.#mergeUntil(slot);
    }
    this.#timer = this.#scheduleTick();
  }

  /** On the edge of a slot, so that nothing waits longer than one period. */
  #scheduleTick(): Timer {
    const delayMs = this.#periodMs - ((this.#clock.now() + EARLY_MS) % this.#periodMs) + EARLY_MS;
    return this.#clock.schedule(delayMs, () => this.#tick(this.#clock.now()));
  }

  #sweepSlot(slot: number, nowMs: number): void {
    const items = this.#slots.get(slot);
    if (items === undefined) return;
    this.#slots.delete(slot);
    for (const item of items) {
      if (item.sweepSlot !== slot) continue; // moved to an earlier slot meanwhile
      item.sweepSlot = 0;
      if (item.deadlineMs <= nowMs) item.due(nowMs);
      else this.watch(item);
    }
  }

  /** Moves everything due up to `slot` into the next one. @returns the slot that counts as swept now */
  #mergeUntil(slot: number): number {
    for (const [number, items] of this.#slots) {
      if (number > slot) continue;
      this.#slots.delete(number);
      for (const item of items) {
        if (item.sweepSlot !== number) continue;
        item.sweepSlot = slot + 1;
        const next = this.#slots.get(slot + 1);
        if (next === undefined) this.#slots.set(slot + 1, [item]);
        else next.push(item);
      }
    }
    return slot;
  }
}
