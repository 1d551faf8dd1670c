import { type Confirmed, DeliveryConfirmation, type DeliveryWatch } from "./delivery-confirmation.js";
import { forgetOldest } from "./forget-oldest.js";

/** What became of a message at one node. */
export interface Delivered {
  readonly sessions: number;
  /** Sessions that took it. */
  readonly reached: number;
  /** How far it has come with them, where that was asked. */
  readonly confirmation?: DeliveryConfirmation | undefined;
}

export interface DeliveryOptions {
  /** Of the message; for each user it counts by itself. */
  readonly key?: string | undefined;
  readonly until?: Confirmed | undefined;
}

/** Sessions of this node, as delivery sees them. */
export interface DeliveryOutlet<S> {
  sessionsOf(user: string): S[];
  deliver(session: S, channel: string, data: unknown, watch?: DeliveryWatch): boolean;
}

/**
 * Gives messages to the users' sessions on this node; one with a key only once, however often it comes, as long as the key
 * is remembered: the last `maxRecentKeys` are, at least.
 */
export class LocalDelivery<S> {
  readonly #outlet: DeliveryOutlet<S>;
  readonly #maxRecentKeys: number;
  readonly #stats: { repeatedKeys: number };
  /** What was answered, the oldest first. */
  readonly #recent = new Map<string, Delivered>();

  constructor(outlet: DeliveryOutlet<S>, maxRecentKeys: number, stats: { repeatedKeys: number }) {
    this.#outlet = outlet;
    this.#maxRecentKeys = maxRecentKeys;
    this.#stats = stats;
  }

  /** What comes again under its key is told as far as the first time asked to know it. */
  give(user: string, channel: string, data: unknown, { key, until }: DeliveryOptions = {}): Delivered {
    const name = key === undefined ? undefined : `${key} ${user}`;
    const before = name === undefined ? undefined : this.#recent.get(name);
    if (before !== undefined) {
      this.#stats.repeatedKeys += 1;
      return before;
    }
    const sessions = this.#outlet.sessionsOf(user);
    let reached = 0;
    const confirmation = until === undefined ? undefined : new DeliveryConfirmation(until);
    for (const session of sessions) {
      const watch = confirmation?.watchSession();
      if (this.#outlet.deliver(session, channel, data, watch)) reached += 1;
      else watch?.settled(false);
    }
    const delivered: Delivered = { sessions: sessions.length, reached, confirmation };
    // Who was not there may come, and the message again.
    if (name !== undefined && reached > 0) this.#remember(name, delivered);
    return delivered;
  }

  #remember(name: string, delivered: Delivered): void {
    this.#recent.set(name, delivered);
    forgetOldest(this.#recent, this.#maxRecentKeys);
  }
}
