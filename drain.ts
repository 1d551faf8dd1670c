import { z } from "zod";
import type { Clock, Timer } from "./core/clock.js";
import type { ServerSession } from "./core/session/server-session.js";

/** How a node leaves. Times in milliseconds. */
export const drainOptions = z
  .strictObject({
    noticeMs: z
      .int()
      .nonnegative()
      .default(2_000)
      .describe("wait before the first client is moved, so that balancers see /readyz first; none without clients"),
    sessionsPerSecond: z
      .int()
      .positive()
      .default(500)
      .describe("clients told to shake hands anew in a second, so that they do not storm the other nodes"),
    timeoutMs: z
      .int()
      .nonnegative()
      .default(8_000)
      .describe("longest time for all of that; clients left then are moved at once"),
    flushTimeoutMs: z
      .int()
      .nonnegative()
      .default(2_000)
      .describe("longest wait, after that, for peers to have got what was published here"),
  })
  .readonly();

export type DrainOptions = z.output<typeof drainOptions>;

/** Between two looks at what is left. */
const TICK_MS = 50;

/** What a drain needs of a node. */
export interface DrainParts {
  readonly clock: Clock;
  /** Sessions of clients that are still here, in any order. */
  clients(): Iterable<ServerSession>;
  /** Messages published here that peers have not confirmed. */
  backlog(): number;
}

/**
 * Moves a node's clients to the other nodes: each is told by advice to shake hands anew, at a metered rate, and then what
 * they published is given time to reach the peers. New clients must be refused meanwhile, or there is no end to it.
 */
export class Drain {
  readonly #options: DrainOptions;
  readonly #parts: DrainParts;
  #timer: Timer | undefined;
  #hurry: () => void = () => {};
  #isHurried = false;
  /** Clients told to go so far. */
  moved = 0;

  constructor(options: DrainOptions, parts: DrainParts) {
    this.#options = options;
    this.#parts = parts;
  }

  /** @returns when no client is left, and peers have what was published here, or the time for it is over */
  async run(): Promise<void> {
    const { noticeMs, timeoutMs, flushTimeoutMs } = this.#options;
    const startedMs = this.#parts.clock.now();
    const deadlineMs = startedMs + timeoutMs;
    const firstMs = Math.min(startedMs + noticeMs, deadlineMs);
    while (this.#hasClients() && !this.#isHurried && this.#parts.clock.now() < firstMs) await this.#tick();
    const movedBefore = this.moved;
    const beganMs = this.#parts.clock.now();
    while (this.#hasClients()) {
      const nowMs = this.#parts.clock.now();
      if (this.#isHurried || nowMs >= deadlineMs) {
        this.#move(Number.POSITIVE_INFINITY);
        break;
      }
      this.#move(this.#due(nowMs - beganMs + TICK_MS) - (this.moved - movedBefore));
      await this.#tick();
    }
    const flushedMs = this.#parts.clock.now() + flushTimeoutMs;
    while (!this.#isHurried && this.#parts.backlog() > 0 && this.#parts.clock.now() < flushedMs) await this.#tick();
  }

  /** Waits for nothing any more: clients that are left are moved at once. */
  hurry(): void {
    this.#isHurried = true;
    this.#timer?.cancel();
    this.#hurry();
  }

  #due(elapsedMs: number): number {
    return Math.ceil((elapsedMs * this.#options.sessionsPerSecond) / 1_000);
  }

  #hasClients(): boolean {
    for (const _ of this.#parts.clients()) return true;
    return false;
  }

  #move(count: number): void {
    let left = count;
    for (const session of [...this.#parts.clients()]) {
      if (left <= 0) return;
      left -= 1;
      this.moved += 1;
      session.end("closed", { reconnect: "handshake" });
    }
  }

  #tick(): Promise<void> {
    return new Promise((resolve) => {
      this.#hurry = resolve;
      this.#timer = this.#parts.clock.schedule(TICK_MS, resolve);
    });
  }
}
