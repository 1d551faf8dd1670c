import type { Fill } from "./filler.js";

export interface RoundInput {
  /** Messages sent in one go. */
  readonly burst: number;
  /** Goes a second, whether the ones before have arrived or not; without it, the next go waits until they have. */
  readonly goesPerSecond?: number | undefined;
  readonly durationMs: number;
  /** Text beside the number in each message's data, in characters. */
  readonly padding: number;
}

export interface RoundResult {
  readonly published: number;
  readonly deliveries: number;
  readonly wallMs: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Messages by latency: up to each of {@link LATENCY_BOUNDS_MS}, and above. */
  readonly histogram: readonly number[];
}

export const LATENCY_BOUNDS_MS: readonly number[] = [1, 2, 5, 10, 25, 50, 100, 250, 1_000];

/** Latencies kept for the percentiles; a round that has more keeps every second, fourth... */
const MAX_SAMPLES = 200_000;

/** What is sent, and who gets it. Tells its set of what arrives. */
export interface Load {
  /** A round begins: numbers start anew. */
  restart(): void;
  /** @returns how many deliveries are to come of it */
  send(messages: number, text: string): number;
  /** Gaps and doubles were seen on the way; what can be missing now is the end. @throws Error */
  verify(): void;
  /** A share of the receivers stops to read, and is not waited for. */
  freeze?(share: number): void;
  /** Sends something to those receivers alone. */
  fill?(fill: Fill): Promise<void>;
  /** All read again. @returns how many deliveries are still to come */
  thaw?(): number;
  close(): void;
}

/** The clients of one server under test, and what the present round has seen. */
export class LoadSet {
  readonly confirms: boolean;
  readonly #arrivalMs: number;
  load: Load | undefined;
  #arrived = 0;
  #confirmed = 0;
  #published = 0;
  #expected = 0;
  #latencies: number[] = [];
  #every = 1;
  #maxLatencyMs = 0;
  #histogram: number[] = [];
  #done: (() => void) | undefined;
  #failed: ((error: Error) => void) | undefined;
  #problem: Error | undefined;

  /**
   * @param confirms - each publish is answered: by the number of sessions it reached, which must be one, or that it is not known
   * @param arrivalMs - a go that has not arrived everywhere by then has lost a message
   */
  constructor(confirms: boolean, arrivalMs = 10_000) {
    this.confirms = confirms;
    this.#arrivalMs = arrivalMs;
  }

  /** @throws Error when a message is missing, came twice or out of order, or a connection broke */
  async round({ burst, goesPerSecond, durationMs, padding }: RoundInput): Promise<RoundResult> {
    const text = "x".repeat(padding);
    const load = this.load!;
    load.restart();
    this.#latencies = [];
    this.#every = 1;
    this.#maxLatencyMs = 0;
    this.#histogram = new Array(LATENCY_BOUNDS_MS.length + 1).fill(0);
    this.#arrived = this.#confirmed = this.#published = this.#expected = 0;
    this.#problem = undefined;
    const started = performance.now();
    if (goesPerSecond === undefined) {
      while (performance.now() - started < durationMs) {
        const arrival = this.#arrival();
        this.#go(burst, text);
        await arrival;
      }
    } else await this.#paced(burst, goesPerSecond, durationMs, text);
    const wallMs = performance.now() - started;
    load.verify();
    return {
      published: this.#published,
      deliveries: this.#arrived,
      wallMs,
      latencyMs: { ...percentiles(this.#latencies), max: this.#maxLatencyMs },
      histogram: [...this.#histogram],
    };
  }

  /** All read again. Who was frozen gets what was kept of the round: it must be all, and in order, as well. */
  async thaw(): Promise<void> {
    const load = this.load!;
    this.#expected += load.thaw?.() ?? 0;
    const arrival = this.#arrival();
    this.check();
    await arrival;
    load.verify();
  }

  #go(burst: number, text: string): void {
    this.#published += burst;
    this.#expected += this.load!.send(burst, text);
  }

  /** Timers fire each millisecond at best: what is due by then leaves together. */
  async #paced(burst: number, goesPerSecond: number, durationMs: number, text: string): Promise<void> {
    const started = performance.now();
    const goes = Math.round((goesPerSecond * durationMs) / 1_000);
    for (let gone = 0; gone < goes; ) {
      const due = Math.min(goes, 1 + Math.floor(((performance.now() - started) * goesPerSecond) / 1_000));
      for (; gone < due; gone += 1) this.#go(burst, text);
      if (this.#problem !== undefined) throw this.#problem;
      const nextMs = started + (gone * 1_000) / goesPerSecond;
      await new Promise((resolve) => setTimeout(resolve, nextMs - performance.now()));
    }
    const arrival = this.#arrival();
    this.check();
    await arrival;
  }

  arrived(latencyMs: number): void {
    this.#arrived += 1;
    let bucket = 0;
    while (bucket < LATENCY_BOUNDS_MS.length && latencyMs > LATENCY_BOUNDS_MS[bucket]!) bucket += 1;
    this.#histogram[bucket]! += 1;
    if (latencyMs > this.#maxLatencyMs) this.#maxLatencyMs = latencyMs;
    if (this.#arrived % this.#every !== 0) return;
    this.#latencies.push(latencyMs);
    if (this.#latencies.length < MAX_SAMPLES) return;
    this.#latencies = this.#latencies.filter((_latency, index) => index % 2 === 0);
    this.#every *= 2;
  }

  confirmed(count: number): void {
    if (count === 0) return;
    this.#confirmed += count;
    this.check();
  }

  fail(error: Error): void {
    this.#problem ??= error;
    this.#failed?.(error);
  }

  /** Ends the wait for what was sent when everything is there. */
  check(): void {
    if (this.#arrived < this.#expected) return;
    if (this.confirms && this.#confirmed < this.#published) return;
    this.#done?.();
  }

  #arrival(): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`messages are missing: ${this.#progress()}`)), this.#arrivalMs);
      this.#done = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#failed = (error) => {
        clearTimeout(timer);
        reject(error);
      };
    });
  }

  #progress(): string {
    const replies = this.confirms ? `, ${this.#confirmed} of ${this.#published} replies` : "";
    return `${this.#arrived} of ${this.#expected} deliveries came in ${this.#arrivalMs} ms${replies}`;
  }
}

function percentiles(latencies: readonly number[]): { p50: number; p99: number } {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
