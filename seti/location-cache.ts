import { forgetOldest } from "./forget-oldest.js";

interface Entry {
  readonly nodes: readonly string[];
  /** Who said so, and tells of changes until `untilMs`. */
  readonly owner: string;
  readonly untilMs: number;
}

/**
 * Where users are whom this node does not own, by the word of an owner, which tells of changes as long as the entry lasts.
 * Bounded: the entries that were learned longest ago make room. Pure.
 */
export class LocationCache {
  readonly #maxUsers: number;
  readonly #leaseMs: number;
  readonly #entries = new Map<string, Entry>();

  /** @param leaseMs - how long an owner tells of changes */
  constructor(maxUsers: number, leaseMs: number) {
    this.#maxUsers = maxUsers;
    this.#leaseMs = leaseMs;
  }

  get size(): number {
    return this.#entries.size;
  }

  learn(user: string, nodes: readonly string[], owner: string, nowMs: number): void {
    this.#entries.delete(user);
    this.#entries.set(user, { nodes, owner, untilMs: nowMs + this.#leaseMs });
    forgetOldest(this.#entries, this.#maxUsers);
  }

  /** An owner says that the user is elsewhere now. @returns false when it is not the one that was asked */
  update(user: string, nodes: readonly string[], owner: string): boolean {
    const entry = this.#entries.get(user);
    if (entry?.owner !== owner) return false;
    this.#entries.set(user, { ...entry, nodes });
    return true;
  }

  nodesOf(user: string, nowMs: number): readonly string[] | undefined {
    const entry = this.#entries.get(user);
    if (entry === undefined) return undefined;
    if (entry.untilMs > nowMs) return entry.nodes;
    this.#entries.delete(user);
    return undefined;
  }

  forget(user: string): void {
    this.#entries.delete(user);
  }

  /** The node is gone: whoever was there is not, and what it was to tell is not told. */
  left(node: string): void {
    for (const [user, entry] of this.#entries) {
      if (entry.owner === node) this.#entries.delete(user);
      else if (entry.nodes.includes(node)) {
        this.#entries.set(user, { ...entry, nodes: entry.nodes.filter((other) => other !== node) });
      }
    }
  }

  /** Forgets what was said by nodes that are no owners any more. */
  replan(ownersOf: (user: string) => readonly string[]): void {
    for (const [user, { owner }] of this.#entries) if (!ownersOf(user).includes(owner)) this.#entries.delete(user);
  }

  clear(): void {
    this.#entries.clear();
  }
}
