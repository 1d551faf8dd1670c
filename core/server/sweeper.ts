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
/** Who moves leaves a slot of no more than so many: nobody is to wake up for a slot that is empty by then. */
const FEW = 32;
/** Of a period: a timer that is later finds a process that was held up, and that has not read what came meanwhile. */
const HELD_UP = 1 / 2;

const NEVER = Number.POSITIVE_INFINITY;

/**
 * One sweep for all sessions: a wheel of slots, one period wide. A deadline that moves later costs nothing where many
 * wait (it is looked at again when its old slot comes), so a busy session does not touch the wheel. What ends in the same
 * period ends in the same turn, so that a node with many idle clients wakes up a few times a second, and not for each of
 * them; unless these are so many that others would have to wait. It sleeps until the next slot in which anybody waits.
 */
export class Sweeper {
  readonly #clock: Clock;
  readonly #periodMs: number;
  readonly #eachPass: () => boolean;
  readonly #slots = new Map<number, Sweepable[]>();
  /** All up to it are swept. */
  #lastSlot: number;
  #isRunning = false;
  #timer: Timer | undefined;
  /** The slot that the timer is for: one that comes before it sets it anew. */
  #awaited = NEVER;
  /** Some that are due are not looked at yet: the timer for those to come is set when all are. */
  #isSweeping = false;
  #wantsPass = false;
  #wasHeldUp = false;

  /** @param eachPass - called after the due ones; returns whether it is to be called again a period later */
  constructor(clock: Clock, periodMs: number, eachPass: () => boolean) {
    this.#clock = clock;
    this.#periodMs = periodMs;
    this.#eachPass = eachPass;
    this.#lastSlot = this.#slotOf(clock.now());
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#wantsPass = true;
    this.#await();
  }

  stop(): void {
    this.#isRunning = false;
    this.#isSweeping = false;
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#awaited = NEVER;
  }

  /** Call after the deadline was set, or moved earlier. */
  watch(item: Sweepable): void {
    if (item.deadlineMs === NEVER) return;
    const slot = Math.max(Math.ceil(item.deadlineMs / this.#periodMs), this.#lastSlot + 1);
    const isMoved = item.sweepSlot !== 0;
    if (isMoved && !this.#leaves(item, slot)) return;
    item.sweepSlot = slot;
    const items = this.#slots.get(slot);
    if (items === undefined) this.#slots.set(slot, [item]);
    else items.push(item);
    if (slot < this.#awaited || (isMoved && !this.#slots.has(this.#awaited))) this.#await();
  }

  /** There is something to be done a period from now, whoever is due. */
  passSoon(): void {
    if (this.#wantsPass) return;
    this.#wantsPass = true;
    this.#await();
  }

  #slotOf(timeMs: number): number {
    return Math.floor(timeMs / this.#periodMs);
  }

  /** @returns false where it may stay, and be looked at again when its slot comes */
  #leaves(item: Sweepable, slot: number): boolean {
    if (slot === item.sweepSlot) return false;
    const items = this.#slots.get(item.sweepSlot);
    if (items === undefined || items.length > FEW) return slot < item.sweepSlot;
    const at = items.indexOf(item);
    if (at >= 0) items.splice(at, 1);
    if (items.length === 0) this.#slots.delete(item.sweepSlot);
    return true;
  }

  /** Sets the timer to the edge of the next slot that matters, so that nothing waits longer than one period. */
  #await(): void {
    if (!this.#isRunning || this.#isSweeping) return;
    const nowMs = this.#clock.now();
    const soonest = this.#slotOf(nowMs + EARLY_MS) + 1;
    const slot = this.#wantsPass ? soonest : Math.max(this.#firstSlot(), soonest);
    if (slot === this.#awaited) return;
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#awaited = slot;
    if (slot === NEVER) return;
    const dueMs = slot * this.#periodMs;
    this.#timer = this.#clock.schedule(dueMs - nowMs, () => this.#fired(dueMs));
  }

  #firstSlot(): number {
    let first = NEVER;
    for (const slot of this.#slots.keys()) if (slot < first) first = slot;
    return first;
  }

  #fired(dueMs: number): void {
    const nowMs = this.#clock.now();
    const isHeldUp = nowMs - dueMs > HELD_UP * this.#periodMs;
    const slot = this.#slotOf(nowMs + EARLY_MS);
    // What peers sent meanwhile is still unread. Read it first, or we would end sessions for a silence that was ours. But
    // only once: a process that is always late must sweep as well.
    const isPutOff = isHeldUp && !this.#wasHeldUp;
    this.#wasHeldUp = isHeldUp;
    this.#awaited = NEVER;
    if (!isPutOff) return this.#sweep(slot, nowMs);
    this.#mergeUntil(slot);
    this.#await();
  }

  #sweep(slot: number, nowMs: number): void {
    this.#isSweeping = true;
    if (this.#sweepUntil(slot, nowMs)) {
      this.#wantsPass = this.#eachPass();
      this.#isSweeping = false;
      this.#await();
    } else if (this.#isRunning) {
      this.#timer = this.#clock.schedule(NEXT_TURN_MS, () => {
        const laterMs = this.#clock.now();
        this.#sweep(this.#slotOf(laterMs + EARLY_MS), laterMs);
      });
    }
  }

  /** @returns false when there are more than one turn may take; the rest is still there */
  #sweepUntil(slot: number, nowMs: number): boolean {
    let left = MOST_A_TURN;
    for (let next = this.#firstSlot(); next <= slot; next = this.#firstSlot()) {
      const items = this.#slots.get(next)!;
      this.#slots.delete(next);
      const isTooMany = items.length > left;
      if (isTooMany) this.#slots.set(next, items.splice(left));
      this.#lastSlot = isTooMany ? next - 1 : next;
      for (const item of items) this.#look(item, next, nowMs);
      left -= items.length;
      if (isTooMany) return false;
    }
    this.#lastSlot = slot;
    return true;
  }

  #look(item: Sweepable, slot: number, nowMs: number): void {
    if (item.sweepSlot !== slot) return; // moved to another slot meanwhile
    item.sweepSlot = 0;
    if (item.deadlineMs <= nowMs) item.due(nowMs);
    else this.watch(item);
  }

  /** Moves everything due up to `slot` into the next one, and counts these as swept. */
  #mergeUntil(slot: number): void {
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
    this.#lastSlot = slot;
  }
}
