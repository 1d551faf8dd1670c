import type { Clock, Timer } from "../clock.js";
import type { Logger } from "../logger.js";
import type { Certificates } from "./certificates.js";

/** Between two looks at the files. Who cannot wait asks for one (SIGHUP). */
export const LOOK_MS = 10_000;

/**
 * Looks at certificate files every ten seconds, by their content: so it does not matter how they were replaced (written,
 * renamed, a link turned as Kubernetes does). Files that do not fit together, as in the midst of being replaced, change
 * nothing, and are looked at again.
 */
export class CertificateWatch {
  readonly #certificates: readonly Certificates[];
  readonly #clock: Clock;
  readonly #logger: Logger;
  #timer: Timer | undefined;
  /** What was wrong at the last look, so that it is said once. */
  #problem: string | undefined;

  constructor(certificates: readonly Certificates[], clock: Clock, logger: Logger) {
    this.#certificates = certificates.filter(({ isTls }) => isTls);
    this.#clock = clock;
    this.#logger = logger;
  }

  start(): void {
    if (this.#certificates.length > 0) this.#schedule();
  }

  stop(): void {
    this.#timer?.cancel();
  }

  /** Looks now. */
  look(): void {
    let problem: string | undefined;
    for (const certificates of this.#certificates) {
      try {
        if (certificates.reload()) this.#logger.info({ listener: certificates.name }, "certificates reloaded");
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error);
      }
    }
    if (problem !== undefined && problem !== this.#problem) {
      this.#logger.error({ problem }, "certificates not reloaded: those in use stay");
    }
    this.#problem = problem;
  }

  #schedule(): void {
    this.#timer = this.#clock.schedule(LOOK_MS, () => {
      this.look();
      this.#schedule();
    });
  }
}
