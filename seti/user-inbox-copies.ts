import type { Clock } from "../core/clock.js";
import { type KeptMessage, nameOf, type UserInboxStore } from "./user-inbox-store.js";

export interface CopiesHost {
  readonly ownNode: string;
  ownersOf(user: string): readonly string[];
}

/** Asks a node to keep messages; `isKept` is undefined where it did not answer. */
export type Offer = (
  node: string,
  messages: readonly KeptMessage[],
) => Promise<readonly { readonly message: KeptMessage; readonly isKept: boolean | undefined }[]>;

/** Users whose messages are moved together. */
const USERS_AT_ONCE = 100;

/**
 * Sees to it that kept messages are where the ring says, also when the members change: new owners get copies, one message
 * between nodes after the other, and who is no owner any more forgets what another one has taken.
 */
export class UserInboxCopies {
  readonly #host: CopiesHost;
  readonly #store: UserInboxStore;
  readonly #offer: Offer;
  readonly #clock: Clock;
  /** The owners that have the messages of each user, as far as this node knows; none of one that came anew. */
  readonly #placed = new Map<string, ReadonlySet<string>>();
  #isMoving = false;
  #isDue = false;
  #runs = 0;

  constructor(host: CopiesHost, store: UserInboxStore, offer: Offer, clock: Clock) {
    this.#host = host;
    this.#store = store;
    this.#offer = offer;
    this.#clock = clock;
  }

  stop(): void {
    this.#runs += 1;
    this.#isMoving = false;
    this.#placed.clear();
  }

  /**
   * A message is kept here. Its sender has sent it to all owners; another owner speaks only for itself.
   * @param from - that other owner
   */
  kept(user: string, from: string | undefined): void {
    if (from !== undefined) this.#placedAt(user, from);
    else if (!this.#placed.has(user)) this.#placed.set(user, new Set(this.#host.ownersOf(user)));
  }

  /** A node came, with nothing in memory, or went. */
  membersChanged(node: string): void {
    for (const [user, owners] of this.#placed) {
      if (owners.has(node)) this.#placed.set(user, new Set([...owners].filter((owner) => owner !== node)));
    }
    // Several changes in one turn are one; and the ring may hear of it after this.
    if (!this.#isDue) this.#clock.endOfTurn(() => this.check());
    this.#isDue = true;
  }

  /** Moves what is not in its place. */
  check(): void {
    this.#isDue = false;
    for (const user of this.#placed.keys()) if (!this.#store.has(user)) this.#placed.delete(user);
    if (this.#isMoving) return;
    const misplaced = this.#store.users().filter((user) => this.#targets(user).length > 0);
    if (misplaced.length > 0) void this.#move(misplaced);
  }

  /** Where copies must go: from an owner to those that have none yet, from anybody else to all owners. */
  #targets(user: string): string[] {
    const owners = this.#host.ownersOf(user);
    if (!owners.includes(this.#host.ownNode)) return [...owners];
    const placed = this.#placed.get(user);
    return owners.filter((owner) => owner !== this.#host.ownNode && !placed?.has(owner));
  }

  async #move(users: readonly string[]): Promise<void> {
    const run = this.#runs;
    this.#isMoving = true;
    for (let start = 0; start < users.length && run === this.#runs; start += USERS_AT_ONCE) {
      await this.#moveSome(users.slice(start, start + USERS_AT_ONCE), run);
    }
    if (run === this.#runs) this.#isMoving = false;
  }

  async #moveSome(users: readonly string[], run: number): Promise<void> {
    const messages = new Map(users.map((user) => [user, this.#store.messagesOf(user)]));
    const targets = new Map(users.map((user) => [user, this.#targets(user)]));
    const byNode = new Map<string, string[]>();
    for (const [user, owners] of targets) {
      for (const owner of owners) byNode.set(owner, [...(byNode.get(owner) ?? []), user]);
    }
    const failed = new Set<string>();
    for (const [node, moved] of byNode) {
      const outcome = await this.#offer(
        node,
        moved.flatMap((user) => messages.get(user) ?? []),
      );
      if (run !== this.#runs) return;
      const here = new Set(outcome.filter(({ isKept }) => isKept !== true).map(({ message }) => message.user));
      for (const user of moved) {
        if (here.has(user)) failed.add(user);
        else this.#placedAt(user, node);
      }
    }
    // What all the owners have taken need not be with a node that is none. The ring may have turned meanwhile.
    for (const [user, moved] of messages) {
      const asked = targets.get(user) ?? [];
      const isPlaced = !failed.has(user) && this.#host.ownersOf(user).every((owner) => asked.includes(owner));
      if (isPlaced) this.#store.forget(user, moved.map(nameOf));
    }
  }

  #placedAt(user: string, node: string): void {
    this.#placed.set(user, new Set([...(this.#placed.get(user) ?? []), node]));
  }
}
