import type { Clock } from "../core/clock.js";

/** URLs that are not to be dialled for a while. Bounded: the oldest goes first. */
export class Quarantine {
  readonly #clock: Clock;
  readonly #spanMs: number;
  readonly #maxUrls: number;
  /** Until when, by URL; in the order of adding, hence of ending. */
  readonly #untilMs = new Map<string, number>();

  constructor(clock: Clock, spanMs: number, maxUrls: number) {
    this.#clock = clock;
    this.#spanMs = spanMs;
    this.#maxUrls = maxUrls;
  }

  add(url: string): void {
    this.#untilMs.delete(url);
    this.#untilMs.set(url, this.#clock.now() + this.#spanMs);
    for (const oldest of this.#untilMs.keys()) if (this.#untilMs.size > this.#maxUrls) this.#untilMs.delete(oldest);
  }

  has(url: string): boolean {
    const untilMs = this.#untilMs.get(url);
    if (untilMs === undefined) return false;
    if (untilMs > this.#clock.now()) return true;
    this.#untilMs.delete(url);
    return false;
  }
}
