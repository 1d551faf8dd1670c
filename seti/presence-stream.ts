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
  /** Who came or went, by version: of each above `#forgotten`. */
  readonly #changes = new Map<number, readonly string[]>();
  #forgotten: number;
  /** Users in `#changes`; one who changed twice counts twice. */
  #kept = 0;

  /**
   * @param maxChangesKept - changes of single users that are remembered, the last ones
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
    }
    this.#changes.set(this.#version, told.slice()); // as long as it need be: `filter` leaves room for 17
    this.#kept += told.length;
    this.#forgetOldest();
    return told;
  }

  /** A change in which everybody goes. */
  end(): void {
    this.#version += 1;
    for (const user of this.#users) this.#digest.remove(user);
    this.#users.clear();
    this.#changes.clear();
    this.#kept = 0;
    this.#forgotten = this.#version;
  }

  /** Those whose last change, of the changes that are remembered, was to come; or to go. */
  changedTo(present: boolean): string[] {
    return [...this.#changedSince(this.#forgotten)].filter((user) => this.#users.has(user) === present);
  }

  /** @returns undefined when it is no longer known, or would be longer than the set itself */
  changesSince(version: number): Changes | undefined {
    if (version < this.#forgotten || version > this.#version) return undefined;
    const removed: string[] = [];
    const added: string[] = [];
    for (const user of this.#changedSince(version)) (this.#users.has(user) ? added : removed).push(user);
    return removed.length + added.length > Math.max(1, this.#users.size) ? undefined : { removed, added };
  }

  #changedSince(version: number): Set<string> {
    const users = new Set<string>();
    for (const [of, changed] of this.#changes) if (of > version) for (const user of changed) users.add(user);
    return users;
  }

  /** A version is known whole or not at all. */
  #forgetOldest(): void {
    while (this.#kept > this.#maxChangesKept) {
      this.#forgotten += 1;
      this.#kept -= this.#changes.get(this.#forgotten)!.length;
      this.#changes.delete(this.#forgotten);
    }
  }
}
