/**
 * A promise is for so much longer than the asker relies on it, as a share of that. So it need not be renewed with each message
 * to the user: a table of which the first is taken out for each that is put in takes as long to find its first as it is long.
 */
const SPARE = 1 / 2;

/**
 * An owner's book of the nodes that asked where a user is: they are told of changes for a time. Bounded: what does not fit
 * is not promised. Pure.
 */
export class LocationLeases {
  readonly #maxLeases: number;
  readonly #leaseMs: number;
  /** By user, then node: until when. The user whose lease was renewed longest ago first. */
  readonly #users = new Map<string, Map<string, number>>();
  #count = 0;
  /** When it is looked for leases that have ended. */
  #sweepAtMs = 0;

  /** @param leaseMs - how long who asks relies on it */
  constructor(maxLeases: number, leaseMs: number) {
    this.#maxLeases = maxLeases;
    this.#leaseMs = leaseMs;
  }

  get count(): number {
    return this.#count;
  }

  /** @returns false when there is no room */
  grant(user: string, node: string, nowMs: number): boolean {
    const promisedMs = this.#users.get(user)?.get(node);
    if (promisedMs !== undefined && promisedMs >= nowMs + this.#leaseMs) return true;
    if (nowMs >= this.#sweepAtMs) this.#forgetEnded(nowMs);
    const nodes = this.#users.get(user) ?? new Map<string, number>();
    if (!nodes.has(node)) {
      if (this.#count >= this.#maxLeases) return false;
      this.#count += 1;
    }
    nodes.set(node, nowMs + this.#leaseMs * (1 + SPARE));
    this.#users.delete(user);
    this.#users.set(user, nodes);
    return true;
  }

  /** The nodes to be told that the user is elsewhere now. */
  nodesOf(user: string, nowMs: number): string[] {
    return [...(this.#users.get(user) ?? [])].filter(([, untilMs]) => untilMs > nowMs).map(([node]) => node);
  }

  left(node: string): void {
    for (const [user, nodes] of this.#users) {
      if (!nodes.delete(node)) continue;
      this.#count -= 1;
      if (nodes.size === 0) this.#users.delete(user);
    }
  }

  /** Ends the leases of users that this node does not own any more: it will not hear of them. */
  replan(isOwned: (user: string) => boolean): void {
    for (const [user, nodes] of this.#users) if (!isOwned(user)) this.#end(user, nodes);
  }

  clear(): void {
    this.#users.clear();
    this.#count = 0;
  }

  #forgetEnded(nowMs: number): void {
    this.#sweepAtMs = nowMs + this.#leaseMs * SPARE;
    for (const [user, nodes] of this.#users) {
      for (const untilMs of nodes.values()) if (untilMs > nowMs) return;
      this.#end(user, nodes);
    }
  }

  #end(user: string, nodes: ReadonlyMap<string, number>): void {
    this.#count -= nodes.size;
    this.#users.delete(user);
  }
}
