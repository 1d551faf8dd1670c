/** Failures in a row after which nobody waits for a hook any more. */
export const MAX_FAILURES = 5;
/** Then nobody asks it for so long; after that one question is a trial. */
export const OPEN_MS = 10_000;

/** Spares those who would wait for a hook that does not answer. Pure: told the time. */
export class CircuitBreaker {
  #failures = 0;
  #openUntilMs = 0;
  #isTrial = false;

  /** Whether questions are not put at present. */
  isOpen(nowMs: number): boolean {
    return this.#failures >= MAX_FAILURES && (this.#isTrial || nowMs < this.#openUntilMs);
  }

  /** @returns whether the question may be put; then its end must be told */
  tryEnter(nowMs: number): boolean {
    if (this.isOpen(nowMs)) return false;
    this.#isTrial = this.#failures >= MAX_FAILURES;
    return true;
  }

  /** @returns whether it had failed before */
  succeeded(): boolean {
    const hadFailed = this.#failures > 0;
    this.#failures = 0;
    this.#isTrial = false;
    return hadFailed;
  }

  /** @returns how many failures in a row there were */
  failed(nowMs: number): number {
    this.#failures += 1;
    this.#isTrial = false;
    if (this.#failures >= MAX_FAILURES) this.#openUntilMs = nowMs + OPEN_MS;
    return this.#failures;
  }
}
