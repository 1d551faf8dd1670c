import type { LoadClient, LoadSink } from "./load-client.js";

export interface RoundInput {
  /** Messages sent in one go; the next go waits until all of these have arrived everywhere. */
  readonly burst: number;
  readonly durationMs: number;
  /** Text beside the number in each message's data, in characters. */
  readonly padding: number;
}

/** Messages at a steady rate, whatever has arrived. */
export interface PacedInput {
  readonly perSecond: number;
  readonly durationMs: number;
  readonly padding: number;
}

export interface RoundResult {
  readonly published: number;
  readonly deliveries: number;
  readonly wallMs: number;
  readonly latencyMs: { readonly p50: number; readonly p99: number; readonly max: number };
}

/** Latencies kept for the percentiles; a round that has more keeps every second, fourth... */
const MAX_SAMPLES = 200_000;

/** One publisher and those who get its messages, which are numbered from 0 in each round. */
export class Stream implements LoadSink {
  readonly #set: LoadSet;
  #sentAt: number[] = [];
  publisher: LoadClient | undefined;
  receivers: readonly LoadClient[] = [];
  /** How `data` leaves. */
  send: (data: string) => void = () => {};

  constructor(set: LoadSet) {
    this.#set = set;
  }

  get clients(): LoadClient[] {
    return this.publisher === undefined ? [...this.receivers] : [this.publisher, ...this.receivers];
  }

  restart(): void {
    this.#sentAt = [];
    for (const client of this.clients) client.restart();
  }

  publishNext(padding: string): void {
    const seq = this.#sentAt.push(performance.now()) - 1;
    this.send(`{"seq":${seq},"text":"${padding}"}`);
  }

  received(first: number, last: number): void {
    const now = performance.now();
    for (let seq = first; seq <= last; seq += 1) this.#set.arrived(now - this.#sentAt[seq]!);
    this.#set.check();
  }

  confirmed(count: number): void {
    this.#set.confirmed(count);
  }

  failed(problem: string): void {
    this.#set.fail(new Error(problem));
  }

  /** Gaps and doubles were seen on the way; what can be missing now is the end. */
  verify(): void {
    for (const { nextSeq } of this.receivers) {
      if (nextSeq === this.#sentAt.length) continue;
      throw new Error(`a receiver has ${nextSeq} of ${this.#sentAt.length} messages`);
    }
  }
}

/** The clients of one server under test, and what the present round has seen. */
export class LoadSet {
  readonly #confirms: boolean;
  readonly #arrivalMs: number;
  readonly streams: Stream[] = [];
  #arrived = 0;
  #confirmed = 0;
  #published = 0;
  #latencies: number[] = [];
  #every = 1;
  #done: (() => void) | undefined;
  #failed: ((error: Error) => void) | undefined;

  /**
   * @param confirms - each publish is answered with the number of sessions it reached, which must be one
   * @param arrivalMs - a go that has not arrived everywhere by then has lost a message
   */
  constructor(confirms: boolean, arrivalMs = 10_000) {
    this.#confirms = confirms;
    this.#arrivalMs = arrivalMs;
  }

  addStream(): Stream {
    const stream = new Stream(this);
    this.streams.push(stream);
    return stream;
  }

  /** @throws Error when a message is missing, came twice or out of order, or a connection broke */
  async round({ burst, durationMs, padding }: RoundInput): Promise<RoundResult> {
    const text = "x".repeat(padding);
    this.#restart();
    const started = performance.now();
    while (performance.now() - started < durationMs) {
      const arrival = this.#arrivalOf(burst);
      for (let count = 0; count < burst; count += 1) {
        this.streams[(this.#published - burst + count) % this.streams.length]!.publishNext(text);
      }
      await arrival;
    }
    return this.#resultAfter(performance.now() - started);
  }

  /** Sends one after the other, each when it is due. @throws Error as {@link round} does */
  async pacedRound({ perSecond, durationMs, padding }: PacedInput): Promise<RoundResult> {
    const text = "x".repeat(padding);
    this.#restart();
    const started = performance.now();
    const count = Math.floor((perSecond * durationMs) / 1_000);
    const arrival = this.#arrivalOf(count, durationMs + this.#arrivalMs);
    for (let sent = 0; sent < count; sent += 1) {
      const dueMs = (sent * 1_000) / perSecond;
      const earlyMs = started + dueMs - performance.now();
      if (earlyMs >= 1) await new Promise((resolve) => setTimeout(resolve, Math.floor(earlyMs)));
      this.streams[sent % this.streams.length]!.publishNext(text);
    }
    await arrival;
    return this.#resultAfter(performance.now() - started);
  }

  #restart(): void {
    for (const stream of this.streams) stream.restart();
    this.#latencies = [];
    this.#every = 1;
    this.#arrived = 0;
    this.#confirmed = 0;
    this.#published = 0;
  }

  #resultAfter(wallMs: number): RoundResult {
    for (const stream of this.streams) stream.verify();
    return {
      published: this.#published,
      deliveries: this.#arrived,
      wallMs,
      latencyMs: percentiles(this.#latencies),
    };
  }

  close(): void {
    for (const stream of this.streams) for (const client of stream.clients) client.close();
  }

  arrived(latencyMs: number): void {
    this.#arrived += 1;
    if (this.#arrived % this.#every !== 0) return;
    this.#latencies.push(latencyMs);
    if (this.#latencies.length < MAX_SAMPLES) return;
    this.#latencies = this.#latencies.filter((_latency, index) => index % 2 === 0);
    this.#every *= 2;
  }

  confirmed(count: number): void {
    this.#confirmed += count;
    this.check();
  }

  fail(error: Error): void {
    this.#failed?.(error);
  }

  /** Ends the wait of the present go when everything is there. */
  check(): void {
    if (this.#arrived < this.#wanted) return;
    if (this.#confirms && this.#confirmed < this.#published) return;
    this.#done?.();
  }

  get #wanted(): number {
    return this.#published * this.streams[0]!.receivers.length;
  }

  #arrivalOf(messages: number, withinMs = this.#arrivalMs): Promise<void> {
    this.#published += messages;
    return new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`messages are missing: ${this.#progress()}`)), withinMs);
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
    const replies = this.#confirms ? `, ${this.#confirmed} of ${this.#published} replies` : "";
    return `${this.#arrived} of ${this.#wanted} deliveries came in ${this.#arrivalMs} ms${replies}`;
  }
}

function percentiles(latencies: readonly number[]): RoundResult["latencyMs"] {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}
