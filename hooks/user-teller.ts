import type { Clock } from "../core/clock.js";

/** Longest that an edge is remembered which another node tells of: longer than a dead node is taken for alive. */
export const REMEMBER_MS = 120_000;
const MAX_REMEMBERED = 10_000;

/** What it needs of the node. */
export interface UserTellerOutlet {
  /** The node that tells of this user, as far as this one knows the members. */
  tellerOf(user: string): string | undefined;
  /** @param again - another node should have told, and is gone: it may have done so */
  tell(user: string, present: boolean, again: boolean): void;
}

/**
 * Sees to it that one node tells when a user's first session in the cluster came or his last one went: the first of his
 * owners. What that one should tell is remembered by the others who saw it, and told by the next when that one is gone.
 */
export class UserTeller {
  readonly #ownNode: string;
  readonly #outlet: UserTellerOutlet;
  readonly #clock: Clock;
  readonly #others = new Map<string, { readonly present: boolean; readonly teller: string; readonly atMs: number }>();

  constructor(ownNode: string, outlet: UserTellerOutlet, clock: Clock) {
    this.#ownNode = ownNode;
    this.#outlet = outlet;
    this.#clock = clock;
  }

  /** Edges remembered. */
  get remembered(): number {
    return this.#others.size;
  }

  /** The user has a first session anywhere, or none any more. */
  edge(user: string, present: boolean): void {
    const teller = this.#outlet.tellerOf(user);
    this.#others.delete(user);
    if (teller === this.#ownNode) this.#outlet.tell(user, present, false);
    else if (teller !== undefined) this.#remember(user, present, teller);
  }

  /** A node is gone: what it should have told in the last minutes is told by the next one. */
  left(node: string): void {
    this.#forget();
    for (const [user, { present, teller }] of [...this.#others]) {
      if (teller !== node) continue;
      const next = this.#outlet.tellerOf(user);
      this.#others.delete(user);
      if (next === this.#ownNode) this.#outlet.tell(user, present, true);
      else if (next !== undefined) this.#remember(user, present, next);
    }
  }

  #remember(user: string, present: boolean, teller: string): void {
    this.#others.set(user, { present, teller, atMs: this.#clock.now() });
    this.#forget();
  }

  /** In the order in which they were seen, so the oldest are first. */
  #forget(): void {
    const oldestMs = this.#clock.now() - REMEMBER_MS;
    for (const [user, { atMs }] of this.#others) {
      if (atMs >= oldestMs && this.#others.size <= MAX_REMEMBERED) return;
      this.#others.delete(user);
    }
  }
}
