import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import type { Random } from "../core/random.js";
import { CircuitBreaker, MAX_FAILURES, OPEN_MS } from "./circuit-breaker.js";
import { type HookAnswer, readAnswer } from "./hook-answer.js";
import type { HookOptions } from "./hook-options.js";
import { signedHeaders } from "./hook-signature.js";
import type { HookStats } from "./hook-stats.js";
import { failureText, type PostHook } from "./post-hook.js";
import { Turnstile } from "./turnstile.js";

export interface HookParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly post: PostHook;
  readonly stats: HookStats;
}

/** Puts questions to one hook. Who asks waits; nobody else does. */
export class HookAsker {
  readonly #options: HookOptions;
  readonly #parts: HookParts;
  readonly #breaker = new CircuitBreaker();
  readonly #turnstile: Turnstile;

  constructor(options: HookOptions, parts: HookParts) {
    this.#options = options;
    this.#parts = parts;
    this.#turnstile = new Turnstile(options.maxConcurrent, options.maxWaiting);
  }

  /** Whether questions are answered by `onFailure` at present, without being put. */
  get isOpen(): boolean {
    return this.#breaker.isOpen(this.#parts.clock.now());
  }

  /** Questions that wait for their turn. */
  get waiting(): number {
    return this.#turnstile.waiting;
  }

  /** @returns undefined when there is no answer within the time. Never rejects */
  async ask(question: Readonly<Record<string, unknown>>): Promise<HookAnswer | undefined> {
    const { clock, stats } = this.#parts;
    const abort = new AbortController();
    const timer = clock.schedule(this.#options.timeoutMs, () => abort.abort(new Error("no answer in time")));
    try {
      await this.#turnstile.enter(abort.signal);
    } catch {
      timer.cancel();
      stats.failed += 1;
      return undefined;
    }
    try {
      // Asked now: while others were waited for, the hook may have been found to be gone.
      if (this.#breaker.tryEnter(clock.now())) return await this.#put(question, abort.signal);
      stats.skipped += 1;
      return undefined;
    } finally {
      timer.cancel();
      this.#turnstile.leave();
    }
  }

  async #put(question: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<HookAnswer | undefined> {
    const { clock, random, post, stats, logger } = this.#parts;
    const { name, url, secrets } = this.#options;
    const beganMs = clock.now();
    try {
      const body = JSON.stringify(question);
      const headers = signedHeaders(secrets, `q_${random.token(96)}`, clock.now(), body);
      const answer = readAnswer(await settled(post(url, headers, body, signal), signal));
      if (this.#breaker.succeeded()) logger.info({ hook: name }, "hook answers again");
      stats[answer.kind] += 1;
      return answer;
    } catch (error) {
      stats.failed += 1;
      const failures = this.#breaker.failed(clock.now());
      const reason = failureText(error);
      if (failures === 1) logger.warn({ hook: name, reason }, "hook failed");
      if (failures === MAX_FAILURES)
        logger.error({ hook: name, reason, pauseMs: OPEN_MS }, "hook is not asked for a while");
      return undefined;
    } finally {
      stats.answerTimes.observe(clock.now() - beganMs);
    }
  }
}

/** The result, or the signal's reason when that comes first. */
function settled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
