import { type Digest, PresenceDigest } from "./presence-digest.js";

/** What changed since a version: everybody who went or came, as it is now. */
export interface Changes {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * What this node has told others of its users: everybody the same (flood), or one node what concerns it (shards). Each
 * change has the next version; the last changes are remembered, so that who missed some gets these, and not the whole set.
 * Pure.
 */
export class PresenceStream {
  #version: number;
  readonly #users = new Set<string>();
  readonly #digest = new PresenceDigest();
  readonly #maxChangesKept: number;
  /** The version of the last change of each user, the oldest first. */
  readonly #changed = new Map<string, number>();
  /** Every change above this version is in `#changed`. */
  #forgotten: number;

  /**
   * @param maxChangesKept - users whose last change is remembered
   * @param version - begins there, above that of a stream whose place it takes
   */
  constructor(maxChangesKept: number, version = 0) {
    this.#maxChangesKept = maxChangesKept;
    this.#version = version;
    this.#forgotten = version;
  }

  get version(): number {
    return this.#version;
  }

  get users(): ReadonlySet<string> {
    return this.#users;
  }

  get digest(): Digest {
    return { count: this.#digest.count, hash: this.#digest.hash };
  }

  /** One change, of as many users as differ from what was told. @returns those users: nobody is told what he knows */
  change(users: Iterable<string>, present: boolean): string[] {
    const told = [...users].filter((user) => this.#users.has(user) !== present);
    if (told.length === 0) return told;
    this.#version += 1;
    for (const user of told) {
      if (present) this.#users.add(user);
      else this.#users.delete(user);
      if (present) this.#digest.add(user);
      else this.#digest.remove(user);
      this.#changed.delete(user);
      this.#changed.set(user, this.#version);
    }
    this.#forgetOldest();
    return told;
  }

  /** A change in which everybody goes. */
  end(): void {
    this.#version += 1;
    for (const user of this.#users) this.#digest.remove(user);
    this.#users.clear();
    this.#changed.clear();
    this.#forgotten = this.#version;
  }

  /** Those whose last change, of the changes that are remembered, was to come; or to go. */
  *changedTo(present: boolean): Iterable<string> {
    for (const user of this.#changed.keys()) if (this.#users.has(user) === present) yield user;
  }

  /** @returns undefined when it is no longer known, or would be longer than the set itself */
  changesSince(version: number): Changes | undefined {
    if (version < this.#forgotten || version > this.#version) return undefined;
    const removed: string[] = [];
    const added: string[] = [];
    for (const [user, changed] of this.#changed) {
      if (changed > version) (this.#users.has(user) ? added : removed).push(user);
    }
    return removed.length + added.length > Math.max(1, this.#users.size) ? undefined : { removed, added };
  }

  #forgetOldest(): void {
    for (const [user, version] of this.#changed) {
      // A version is known whole or not at all.
      if (this.#changed.size <= this.#maxChangesKept && version > this.#forgotten) return;
      this.#changed.delete(user);
      this.#forgotten = version;
    }
  }
}
