import type { Clock } from "../core/clock.js";
import { type FullAtMs, TokenRate } from "../rights/limits/token-bucket.js";
import { ApiError } from "./api-error.js";
import type { AnswerStream } from "./api-method.js";
import type { ApiOptions } from "./api-options.js";
import type { NodeState } from "./cluster-view.js";

/** Most callers remembered; where no token is asked for, anybody may show anything. */
const MAX_CALLERS = 1_000;
/** A caller who was quiet may make at once the calls of so much time. */
const BURST_MS = 1_000;

/** How much may be asked of this node at once, and by one caller in a second. */
export class CallLimits {
  readonly #options: ApiOptions;
  readonly #clock: Clock;
  readonly #state: () => NodeState;
  readonly #rate: TokenRate;
  /** By caller; the one that has been quiet for the longest first. */
  readonly #buckets = new Map<string, FullAtMs>();
  readonly #streams = new Set<AnswerStream>();
  #calls = 0;

  constructor(options: ApiOptions, clock: Clock, state: () => NodeState) {
    this.#options = options;
    this.#clock = clock;
    this.#state = state;
    this.#rate = new TokenRate(options.maxCallsPerSecond, BURST_MS);
  }

  get openStreams(): number {
    return this.#streams.size;
  }

  /**
   * A node that is not (or no longer) linked would answer for itself alone, and messages would reach only its own clients.
   * @throws ApiError UNAVAILABLE
   */
  mustTakePart(): void {
    const state = this.#state();
    if (state !== "ready") throw new ApiError("UNAVAILABLE", `this node is ${state}: ask another one`);
  }

  /** @returns 0 when the caller may make so many calls now, which then count; else the ms to wait */
  delayOf(caller: string, cost: number): number {
    const nowMs = this.#clock.now();
    const taken = this.#rate.take(this.#buckets.get(caller) ?? 0, nowMs, cost);
    const waitMs = this.#rate.waitMs(taken, nowMs);
    if (waitMs > 0) return waitMs;
    this.#buckets.delete(caller);
    const [quietest] = this.#buckets.keys();
    if (this.#buckets.size >= MAX_CALLERS && quietest !== undefined) this.#buckets.delete(quietest);
    this.#buckets.set(caller, taken);
    return 0;
  }

  /** @throws ApiError BUSY, with the time to wait, when the caller may not */
  charge(caller: string, cost: number): void {
    const waitMs = this.delayOf(caller, cost);
    if (waitMs === 0) return;
    const { maxCallsPerSecond } = this.#options;
    throw new ApiError("BUSY", `more than ${maxCallsPerSecond} calls in a second`, { retryAfterMs: waitMs });
  }

  /** Does the work of one call. @throws ApiError BUSY when too many are under way */
  async during<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#calls >= this.#options.maxConcurrentCalls) throw new ApiError("BUSY", "too many calls are under way");
    this.#calls += 1;
    try {
      return await work();
    } finally {
      this.#calls -= 1;
    }
  }

  /** Counts a stream for as long as it is read. @throws ApiError BUSY when too many are open */
  opened<S extends AnswerStream>(open: () => S): AnswerStream {
    if (this.#streams.size >= this.#options.maxStreams) throw new ApiError("BUSY", "too many streams are open");
    const stream = open();
    this.#streams.add(stream);
    const left = (): void => void this.#streams.delete(stream);
    return {
      async next() {
        const result = await stream.next().catch((error: unknown) => {
          left();
          throw error;
        });
        if (result.done === true) left();
        return result;
      },
      return() {
        left();
        return stream.return();
      },
      end: (reason) => stream.end(reason),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  /** Ends all streams with a last word. */
  endStreams(reason: string): void {
    for (const stream of [...this.#streams]) stream.end(reason);
  }
}
