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

/** So many may be looked at in one turn of the event loop: each may be answered, which is a write. */
const MOST_A_TURN = 500;
/** Until the next turn for those that are left. */
const NEXT_TURN_MS = 1;

/**
 * One sweep for all sessions: a wheel of slots, one period wide. A deadline that moves later costs nothing (it is looked
 * at again when its old slot comes), so a busy session does not touch the wheel. What ends in the same period ends in the
 * same turn, so that a node with many idle clients wakes up a few times a second, and not for each of them; unless these
 * are so many that others would have to wait.
 */
export class Sweeper {
  readonly #clock: Clock;
  readonly #periodMs: number;
  readonly #eachPass: () => void;
  readonly #slots = new Map<number, Sweepable[]>();
  #lastSlot: number;
  /** The slot of the last look, which may have left some of it for the next. */
  #lastTick: number;
  #timer: Timer | undefined;

  /** @param eachPass - called once a period, after the due ones */
  constructor(clock: Clock, periodMs: number, eachPass: () => void) {
    this.#clock = clock;
    this.#periodMs = periodMs;
    this.#eachPass = eachPass;
    this.#lastSlot = this.#slotOf(clock.now());
    this.#lastTick = this.#lastSlot;
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
    const stalled = slot - this.#lastTick > 4;
    this.#lastTick = slot;
    if (!stalled) {
      if (!this.#sweepUntil(slot, startedMs)) {
        this.#timer = this.#clock.schedule(NEXT_TURN_MS, () => this.#tick(this.#clock.now()));
        return;
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

  /** @returns false when there are more than one turn may take; the rest is still there */
  #sweepUntil(slot: number, nowMs: number): boolean {
    let left = MOST_A_TURN;
    while (this.#lastSlot < slot) {
      const next = this.#lastSlot + 1;
      const items = this.#slots.get(next) ?? [];
      this.#slots.delete(next);
      if (items.length > left) this.#slots.set(next, items.splice(left));
      else this.#lastSlot = next;
      for (const item of items) this.#look(item, next, nowMs);
      left -= items.length;
      if (this.#lastSlot < next) return false;
    }
    return true;
  }

  #look(item: Sweepable, slot: number, nowMs: number): void {
    if (item.sweepSlot !== slot) return; // moved to an earlier slot meanwhile
    item.sweepSlot = 0;
    if (item.deadlineMs <= nowMs) item.due(nowMs);
    else this.watch(item);
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
