import { backoffDelayMs } from "../core/client/backoff.js";
import type { Timer } from "../core/clock.js";
import { EventQueue } from "./event-queue.js";
import type { HookParts } from "./hook-asker.js";
import type { HookOptions } from "./hook-options.js";
import { signedHeaders } from "./hook-signature.js";
import { failureText } from "./post-hook.js";

/** The node that tells. */
export interface TellingNode {
  readonly id: string;
  readonly url: string;
  readonly incarnation: number;
}

/**
 * Brings events to one hook: one batch after the other, each again and again until the hook has taken it. So what it gets
 * is in order, and complete but for what a `gap` names.
 */
export class EventDelivery {
  readonly #options: HookOptions;
  readonly #parts: HookParts;
  readonly #node: TellingNode;
  readonly #queue: EventQueue;
  readonly #closing = new AbortController();
  #running: Promise<void> | undefined;
  #isDue = false;
  #isEnding = false;
  #retry: { readonly timer: Timer; readonly now: () => void } | undefined;

  constructor(options: HookOptions, node: TellingNode, parts: HookParts) {
    this.#options = options;
    this.#parts = parts;
    this.#node = node;
    this.#queue = new EventQueue(options);
  }

  get queuedEvents(): number {
    return this.#queue.size;
  }

  get queuedBytes(): number {
    return this.#queue.bytes;
  }

  /** Keeps an event; it leaves at the end of this turn, with the others of the turn, when nothing is under way. */
  add(event: Readonly<Record<string, unknown>>): void {
    const before = this.#queue.dropped;
    this.#queue.add(event);
    this.#parts.stats.dropped += this.#queue.dropped - before;
    if (this.#running !== undefined || this.#isDue) return;
    this.#isDue = true;
    this.#parts.clock.endOfTurn(() => {
      this.#isDue = false;
      this.#start();
    });
  }

  /**
   * Delivers what is left, each batch in one attempt.
   * @param graceMs - what is left then is lost, and the log says how much
   */
  async close(graceMs: number): Promise<void> {
    this.#isEnding = true;
    this.#retry?.now();
    this.#start();
    const timer = this.#parts.clock.schedule(graceMs, () => this.#closing.abort(new Error("the node stops")));
    await this.#running;
    timer.cancel();
    const { size } = this.#queue;
    if (size === 0) return;
    this.#parts.stats.dropped += size;
    this.#parts.logger.error({ hook: this.#options.name, events: size }, "events of a hook are lost: the node stops");
  }

  #start(): void {
    if (this.#running !== undefined) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    const { clock, random, stats, logger } = this.#parts;
    const { name } = this.#options;
    let attempt = 0;
    for (let batch = this.#queue.next(); batch !== undefined; batch = this.#queue.next()) {
      try {
        await this.#attempt(batch.from, batch.to, batch.events);
        this.#queue.delivered();
        stats.delivered += batch.count;
        if (attempt > 0) logger.info({ hook: name, attempts: attempt + 1 }, "events of a hook are delivered again");
        attempt = 0;
      } catch (error) {
        stats.attemptsFailed += 1;
        const reason = failureText(error);
        if (attempt === 0) logger.warn({ hook: name, reason }, "events of a hook wait: it does not take them");
        if (this.#isEnding) return;
        const delayMs = backoffDelayMs(attempt, this.#options, random.fraction());
        attempt += 1;
        await new Promise<void>((resolve) => {
          this.#retry = { timer: clock.schedule(delayMs, resolve), now: resolve };
        });
        this.#retry?.timer.cancel();
        this.#retry = undefined;
      }
    }
  }

  async #attempt(from: number, to: number, events: readonly string[]): Promise<void> {
    const { clock, post } = this.#parts;
    const { name, url, secrets, timeoutMs } = this.#options;
    const { id } = this.#node;
    const body = `{"type":"events","hook":${JSON.stringify(name)},"node":${JSON.stringify(this.#node)},"events":[${events.join(",")}]}`;
    const headers = signedHeaders(secrets, `e_${id}_${name}_${from}_${to}`, clock.now(), body);
    const abort = new AbortController();
    const give = (): void => abort.abort(this.#closing.signal.reason);
    this.#closing.signal.addEventListener("abort", give, { once: true });
    const timer = clock.schedule(timeoutMs, () => abort.abort(new Error("no answer in time")));
    try {
      const { status } = await post(url, headers, body, abort.signal);
      if (status < 200 || status > 299) throw new Error(`answered with status ${status}`);
    } finally {
      timer.cancel();
      this.#closing.signal.removeEventListener("abort", give);
    }
  }
}
