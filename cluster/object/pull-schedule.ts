import type { Clock, Timer } from "../../core/clock.js";

interface Want {
  atMs: number;
  delayMs: number;
  /** How often it has been asked. */
  asked: number;
}

/** What a schedule asks when the time for a node has come. */
export interface PullHost {
  /** @returns `no` when nothing is missing any more, or nobody can be asked */
  isWanted(url: string, asked: number): boolean;
  pull(url: string): void;
}

/** When which node is asked for its part, and how patiently: the wait doubles until something comes. */
export class PullSchedule {
  readonly #clock: Clock;
  readonly #host: PullHost;
  readonly #minDelayMs: number;
  readonly #maxDelayMs: number;
  readonly #wants = new Map<string, Want>();
  #timer: Timer | undefined;

  constructor(clock: Clock, host: PullHost, delays: { readonly minDelayMs: number; readonly maxDelayMs: number }) {
    this.#clock = clock;
    this.#host = host;
    this.#minDelayMs = delays.minDelayMs;
    this.#maxDelayMs = delays.maxDelayMs;
  }

  /** Something of the node is missing, and may yet come by itself. */
  soon(url: string): void {
    if (this.#wants.has(url)) return;
    this.#wants.set(url, { atMs: this.#clock.now() + this.#minDelayMs, delayMs: this.#minDelayMs, asked: 0 });
    this.#plan();
  }

  /** Something of the node is missing and will not come by itself: it is asked for in this turn, unless it was already. */
  now(url: string): void {
    const want = this.#wants.get(url) ?? { atMs: 0, delayMs: this.#minDelayMs, asked: 0 };
    this.#wants.set(url, want);
    if (want.asked === 0) this.#ask(url, want);
    this.#plan();
  }

  /** A piece of what was asked for has come: the rest is waited for. */
  progress(url: string): void {
    const want = this.#wants.get(url);
    if (want !== undefined) want.atMs = Math.max(want.atMs, this.#clock.now() + want.delayMs);
  }

  done(url: string): void {
    this.#wants.delete(url);
  }

  stop(): void {
    this.#wants.clear();
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #ask(url: string, want: Want): void {
    want.asked += 1;
    want.atMs = this.#clock.now() + want.delayMs;
    want.delayMs = Math.min(want.delayMs * 2, this.#maxDelayMs);
    this.#host.pull(url);
  }

  #plan(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    if (this.#wants.size === 0) return;
    const firstMs = Math.min(...[...this.#wants.values()].map((want) => want.atMs));
    this.#timer = this.#clock.schedule(Math.max(0, firstMs - this.#clock.now()), () => this.#due());
  }

  #due(): void {
    const nowMs = this.#clock.now();
    for (const [url, want] of [...this.#wants]) {
      if (want.atMs > nowMs) continue;
      if (this.#host.isWanted(url, want.asked)) this.#ask(url, want);
      else this.#wants.delete(url);
    }
    this.#plan();
  }
}
