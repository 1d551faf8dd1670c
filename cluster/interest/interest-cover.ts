import type { ChannelId } from "../../core/message/channel-id.js";

interface Term {
  readonly name: string;
  /** Names of the wildcards that take at least as much. */
  readonly above: readonly string[];
  /** How many of them are in. */
  coveredBy: number;
}

/**
 * A set of channels and wildcards, and its cover: those members that no other member covers. Two names either have nothing
 * in common or one covers the other, so the cover takes exactly what the set takes. A change costs a look-up for each
 * wildcard above the name; only a wildcard that comes or goes touches the members below it.
 */
export class InterestCover {
  readonly #terms = new Map<string, Term>();
  /** By name of a wildcard, which need not be a member: the members that it covers. */
  readonly #below = new Map<string, Set<Term>>();
  readonly #cover = new Set<string>();
  readonly #changed: (name: string) => void;

  /** @param changed - told of each name that enters or leaves the cover */
  constructor(changed: (name: string) => void) {
    this.#changed = changed;
  }

  get names(): ReadonlySet<string> {
    return this.#cover;
  }

  /** Whether a name is a member, covered or not. */
  has(name: string): boolean {
    return this.#terms.has(name);
  }

  add({ name, matching }: ChannelId): void {
    if (this.#terms.has(name)) return;
    const above = matching.filter((other) => other !== name);
    const term: Term = { name, above, coveredBy: above.filter((other) => this.#terms.has(other)).length };
    this.#terms.set(name, term);
    for (const other of above) {
      const below = this.#below.get(other);
      if (below === undefined) this.#below.set(other, new Set([term]));
      else below.add(term);
    }
    if (term.coveredBy === 0) this.#enter(name);
    for (const other of this.#below.get(name) ?? []) {
      other.coveredBy += 1;
      if (other.coveredBy === 1) this.#leave(other.name);
    }
  }

  delete(name: string): void {
    const term = this.#terms.get(name);
    if (term === undefined) return;
    this.#terms.delete(name);
    for (const other of term.above) {
      const below = this.#below.get(other)!;
      below.delete(term);
      if (below.size === 0) this.#below.delete(other);
    }
    if (term.coveredBy === 0) this.#leave(name);
    for (const other of this.#below.get(name) ?? []) {
      other.coveredBy -= 1;
      if (other.coveredBy === 0) this.#enter(other.name);
    }
  }

  #enter(name: string): void {
    this.#cover.add(name);
    this.#changed(name);
  }

  #leave(name: string): void {
    this.#cover.delete(name);
    this.#changed(name);
  }
}
