import type { FullAtMs } from "./token-bucket.js";

/** What is counted. */
export const LIMITED = ["handshakes", "messages", "subscriptions"] as const;
export type Limited = (typeof LIMITED)[number];

/** The buckets of one session, user or address. */
export type Buckets = Record<Limited, FullAtMs>;

export function newBuckets(): Buckets {
  return { handshakes: 0, messages: 0, subscriptions: 0 };
}

/** How many of the oldest are looked at when there is no room. */
const LOOKED_AT = 8;

/**
 * The buckets of many, by name, a bounded number of them. Full buckets say nothing, so the oldest of those go when there is
 * no room. Where there is none to go, whoever is new shares one set of buckets with all others who are: nobody gets rid of
 * an empty bucket by making others.
 */
export class BucketTable {
  readonly #max: number;
  readonly #table = new Map<string, Buckets>();
  readonly #shared = newBuckets();

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#table.size;
  }

  of(name: string, nowMs: number): Buckets {
    const known = this.#table.get(name);
    if (known !== undefined) return known;
    if (this.#table.size >= this.#max && !this.#makeRoom(nowMs)) return this.#shared;
    const made = newBuckets();
    this.#table.set(name, made);
    return made;
  }

  /** Those that are looked at and stay go to the end, so that the next look is at others. */
  #makeRoom(nowMs: number): boolean {
    let looked = 0;
    for (const [name, buckets] of this.#table) {
      this.#table.delete(name);
      if (LIMITED.every((limited) => buckets[limited] <= nowMs)) return true;
      this.#table.set(name, buckets);
      looked += 1;
      if (looked === LOOKED_AT) return false;
    }
    return false;
  }
}
