import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { SecureContextOptions } from "node:tls";
import type { Clock } from "../../core/clock.js";

/** Most nodes remembered; they are members that were lost, of which there are not many. */
const MAX_KNOWN = 256;

interface Sign {
  readonly askedAtMs: number;
  readonly isAlive: Promise<boolean>;
}

/**
 * Whether a node answers at all, whatever it answers. One question at a time for each node, and its answer holds as long
 * as it may take: however many requests wait for a node that is gone, it is asked once.
 */
export class SignsOfLife {
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #tls: SecureContextOptions | undefined;
  readonly #signs = new Map<string, Sign>();

  /** @param timeoutMs - longest wait for an answer; then the node counts as gone */
  constructor(clock: Clock, timeoutMs: number, tls: SecureContextOptions | undefined) {
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
    this.#tls = tls;
  }

  of(url: string): Promise<boolean> {
    const now = this.#clock.now();
    const known = this.#signs.get(url);
    if (known !== undefined && now - known.askedAtMs < this.#timeoutMs) return known.isAlive;
    const isAlive = this.#ask(url);
    this.#signs.delete(url);
    this.#signs.set(url, { askedAtMs: now, isAlive });
    for (const oldest of this.#signs.keys()) if (this.#signs.size > MAX_KNOWN) this.#signs.delete(oldest);
    return isAlive;
  }

  /** On a connection of its own: one that was kept may hang. */
  #ask(url: string): Promise<boolean> {
    return new Promise((resolve) => {
      const options = { method: "OPTIONS", agent: false as const, ...this.#tls };
      const question = url.startsWith("https:") ? requestHttps(url, options) : requestHttp(url, options);
      const timer = this.#clock.schedule(this.#timeoutMs, () => question.destroy(new Error("no answer in time")));
      const done = (isAlive: boolean): void => {
        timer.cancel();
        question.destroy();
        resolve(isAlive);
      };
      question.on("response", () => done(true));
      question.on("error", () => done(false));
      question.end();
    });
  }
}
