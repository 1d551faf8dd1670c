import type { CometKey } from "../membership/membership.js";

/** How long comets are dialled in vain, in milliseconds; see oort-options.ts. */
export interface DialLimits {
  readonly gossipDialMs: number;
  readonly forgetAfterMs: number;
}

/** Why a comet is dialled that nobody has asked for here, and so how long. Forgotten once it is answered, or asked for. */
export class DialNotes {
  readonly #tries = new Set<CometKey>();
  /** The peer that named it, by the comet. */
  readonly #hearsay = new Map<CometKey, string>();

  /** It only tries whether a node is back that said goodbye: it ends when that fails, and nobody hears of it. */
  isTry(comet: CometKey): boolean {
    return this.#tries.has(comet);
  }

  noteTry(comet: CometKey): void {
    this.#tries.add(comet);
  }

  /** A peer named its URL. */
  noteHearsay(comet: CometKey, namer: string): void {
    this.#hearsay.set(comet, namer);
  }

  /** Comets dialled because that peer named them. */
  namedBy(namer: string): number {
    return [...this.#hearsay.values()].filter((one) => one === namer).length;
  }

  /** It was answered, or is wanted for good, or has ended. */
  forget(comet: CometKey): void {
    this.#tries.delete(comet);
    this.#hearsay.delete(comet);
  }

  /** How long without a connection is enough; below zero when the first failure is. */
  limitMs(comet: CometKey, limits: DialLimits): number {
    if (this.#tries.has(comet)) return -1;
    return this.#hearsay.has(comet) ? limits.gossipDialMs : limits.forgetAfterMs;
  }
}
