import { PresenceDigest } from "./presence-digest.js";
import type { Chunk, PresenceStatement, Stamp } from "./seti-message.js";

/** Bounds on what other nodes can make this one remember. */
export interface PresenceLimits {
  readonly maxUsersPerNode: number;
  readonly maxChangesAhead: number;
  readonly maxDepartedUsers: number;
}

/** Who appeared at the node and who went, by one statement. */
export interface Difference {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly refusedUsers: number;
}

interface Ahead {
  readonly version: number;
}

interface Part {
  readonly present: boolean;
  readonly users: readonly string[];
}

/** The chunks of one set, or of what changed since a version; those of one version are the same whichever way they come. */
interface Assembly {
  readonly version: number;
  readonly since: number | undefined;
  readonly count: number;
  readonly chunks: Map<number, Part>;
  users: number;
}

/**
 * What one other node said about its users.
 *
 * A node of our own kind numbers its changes, from 1, and a full set carries the number of the last change in it. So
 * all that is needed to never let older news undo newer is `#base`: every change up to it is in `users`. What comes
 * with a number not above it is old. What comes beyond a gap is taken, and remembered until the gap is closed, so that
 * a set from within the gap does not undo it. A gap also shows that something was lost, and makes the node incomplete.
 *
 * A Java node numbers nothing: what comes last counts (spec/oort-seti.md section 20).
 */
export class RemoteUsers {
  readonly users = new Set<string>();
  readonly #digest = new PresenceDigest();
  readonly #limits: PresenceLimits;
  /** Undefined while the node has said nothing, or stamps nothing. */
  #incarnation: number | undefined;
  /** Runs before this one are over: the node was linked with it. */
  #minIncarnation = 0;
  #stopped = false;
  #base = 0;
  /** The highest version heard of; above `#base` while something is missing. */
  #heard = 0;
  /** Users changed beyond a gap, with the version of their last change; and the versions themselves. */
  readonly #ahead = new Map<string, Ahead>();
  readonly #seen = new Map<number, readonly string[]>();
  /** Too much came beyond the gap to remember it: only a set that holds all of it helps. */
  #torn = false;
  #assembly: Assembly | undefined;

  constructor(limits: PresenceLimits) {
    this.#limits = limits;
  }

  get answers(): boolean {
    return this.#incarnation !== undefined && !this.#stopped;
  }

  get isComplete(): boolean {
    return this.#incarnation === undefined || (this.#base >= this.#heard && !this.#torn);
  }

  /** Everything up to here is known; undefined when only a full set helps. */
  get have(): Stamp | undefined {
    return this.#torn || this.#incarnation === undefined
      ? undefined
      : { incarnation: this.#incarnation, version: this.#base };
  }

  joined(incarnation: number | undefined): void {
    this.#minIncarnation = Math.max(this.#minIncarnation, incarnation ?? 0);
  }

  distrust(): void {
    this.#torn = this.#incarnation !== undefined;
  }

  /** @returns undefined when the statement is old news */
  apply(statement: PresenceStatement): Difference | undefined {
    return statement.stamp === undefined ? this.#applyPlain(statement) : this.#applyStamped(statement, statement.stamp);
  }

  /** Java's rules: a set replaces, a change adds or removes. */
  #applyPlain(statement: PresenceStatement): Difference {
    if (this.#incarnation !== undefined) this.#restart(undefined);
    const difference = this.#difference();
    if (statement.replace) difference.replace(statement.present ? statement.userIds : [], () => false);
    else for (const user of statement.userIds) difference.set(user, statement.present);
    return difference;
  }

  #applyStamped(statement: PresenceStatement, stamp: Stamp): Difference | undefined {
    if (stamp.incarnation < Math.max(this.#minIncarnation, this.#incarnation ?? 0)) return undefined;
    const difference = this.#difference();
    const isNewRun = this.#incarnation !== stamp.incarnation;
    if (isNewRun) {
      // Version 0 of a run is the empty set: nothing need be heard to know it.
      this.#restart(stamp.incarnation);
      difference.replace([], () => false);
    }
    this.#heard = Math.max(this.#heard, stamp.version);
    const isNews = this.#take(statement, stamp.version, difference);
    this.#compare(statement, stamp.version);
    if (isNews) this.#stopped = statement.alive === false;
    return isNews || isNewRun ? difference : undefined;
  }

  #take(statement: PresenceStatement, version: number, difference: DifferenceBuilder): boolean {
    if (statement.since !== undefined) return this.#takeChangesSince(statement, statement.since, version, difference);
    const isSet = statement.replace || statement.chunk !== undefined;
    return isSet ? this.#takeSet(statement, version, difference) : this.#takeChange(statement, version, difference);
  }

  /** Numbers may be right and users wrong all the same: a run that began twice in a millisecond, a hole in a rule here. */
  #compare({ digest }: PresenceStatement, version: number): void {
    if (digest === undefined || version !== this.#base || this.#heard > version || this.#torn) return;
    if (!this.#digest.equals(digest)) this.#torn = true;
  }

  #difference(): DifferenceBuilder {
    return new DifferenceBuilder(this.users, this.#digest, this.#limits.maxUsersPerNode);
  }

  #takeSet(statement: PresenceStatement, version: number, difference: DifferenceBuilder): boolean {
    if (version < this.#base || (version === this.#base && !this.#torn && version > 0)) return false;
    const parts = this.#assemble(statement, version);
    if (parts === undefined) return true;
    const users = parts.flatMap((part) => part.users);
    difference.replace(users, (user) => this.#isNewer(user, version));
    this.#torn = false;
    this.#advanceTo(version);
    return true;
  }

  /** Of use only to who knows everything up to `since`. */
  #takeChangesSince(
    statement: PresenceStatement,
    since: number,
    version: number,
    difference: DifferenceBuilder,
  ): boolean {
    if (version <= this.#base || since > this.#base || this.#torn) return false;
    const parts = this.#assemble(statement, version);
    for (const { users, present } of parts ?? []) {
      for (const user of users) if (!this.#isNewer(user, version)) difference.set(user, present);
    }
    if (parts !== undefined) this.#advanceTo(version);
    return true;
  }

  #isNewer(user: string, version: number): boolean {
    return (this.#ahead.get(user)?.version ?? 0) > version;
  }

  /** @returns all parts when the last chunk has come */
  #assemble(statement: PresenceStatement, version: number): readonly Part[] | undefined {
    const { userIds, present, since } = statement;
    const chunk: Chunk = statement.chunk ?? { index: 0, count: 1 };
    if (chunk.count === 1) return [{ users: userIds, present }];
    let assembly = this.#assembly;
    if ((assembly?.version ?? 0) > version || chunk.count > this.#limits.maxUsersPerNode) return undefined;
    if (assembly?.version !== version || assembly.count !== chunk.count || assembly.since !== since) {
      this.#assembly = assembly = { version, since, count: chunk.count, chunks: new Map(), users: 0 };
    }
    if (!assembly.chunks.has(chunk.index)) {
      const room = Math.max(0, this.#limits.maxUsersPerNode + 1 - assembly.users);
      const users = userIds.length <= room ? userIds : userIds.slice(0, room);
      assembly.chunks.set(chunk.index, { users, present });
      assembly.users += users.length;
    }
    if (assembly.chunks.size < assembly.count) return undefined;
    this.#assembly = undefined;
    return [...assembly.chunks.values()];
  }

  #takeChange(statement: PresenceStatement, version: number, difference: DifferenceBuilder): boolean {
    // Without users it changes nothing: it tells how far the node is, and has raised `#heard`.
    if (statement.userIds.length === 0) return version >= this.#base;
    if (version <= this.#base || this.#seen.has(version)) return false;
    for (const user of statement.userIds) {
      if (this.#isNewer(user, version)) continue;
      difference.set(user, statement.present);
      if (version !== this.#base + 1) this.#ahead.set(user, { version });
    }
    if (version === this.#base + 1) this.#advanceTo(version);
    else this.#remember(version, statement.userIds);
    return true;
  }

  #remember(version: number, users: readonly string[]): void {
    this.#seen.set(version, users);
    if (this.#seen.size <= this.#limits.maxChangesAhead) return;
    this.#base = this.#heard;
    this.#seen.clear();
    this.#ahead.clear();
    this.#torn = true;
  }

  /** Everything up to `version` is known now, and what was remembered right behind it too. */
  #advanceTo(version: number): void {
    this.#base = version;
    if (this.#assembly !== undefined && this.#assembly.version <= version) this.#assembly = undefined;
    if (this.#seen.size === 0) return;
    for (const [seen, users] of this.#seen) {
      if (seen <= version) this.#forgetAhead(seen, users);
    }
    for (let next = this.#seen.get(this.#base + 1); next !== undefined; next = this.#seen.get(this.#base + 1)) {
      this.#base += 1;
      this.#forgetAhead(this.#base, next);
    }
  }

  #forgetAhead(version: number, users: readonly string[]): void {
    this.#seen.delete(version);
    for (const user of users) {
      if (this.#ahead.get(user)?.version === version) this.#ahead.delete(user);
    }
  }

  /** Another run speaks, or another kind of node. `users` is left to be compared with. */
  #restart(incarnation: number | undefined): void {
    this.#incarnation = incarnation;
    this.#stopped = false;
    this.#base = 0;
    this.#heard = 0;
    this.#ahead.clear();
    this.#seen.clear();
    this.#torn = false;
    this.#assembly = undefined;
  }
}

/** Changes a set of users and remembers how it differs from before: one who went and came back did not change. */
class DifferenceBuilder implements Difference {
  refusedUsers = 0;
  readonly #users: Set<string>;
  readonly #digest: PresenceDigest;
  readonly #maxUsers: number;
  readonly #removed = new Set<string>();
  readonly #added = new Set<string>();

  constructor(users: Set<string>, digest: PresenceDigest, maxUsers: number) {
    this.#users = users;
    this.#digest = digest;
    this.#maxUsers = maxUsers;
  }

  get removed(): readonly string[] {
    return [...this.#removed];
  }

  get added(): readonly string[] {
    return [...this.#added];
  }

  set(user: string, present: boolean): void {
    if (!present) {
      if (!this.#users.delete(user)) return;
      this.#digest.remove(user);
      if (!this.#added.delete(user)) this.#removed.add(user);
      return;
    }
    const { size } = this.#users;
    if (size >= this.#maxUsers) {
      if (!this.#users.has(user)) this.refusedUsers += 1;
      return;
    }
    if (this.#users.add(user).size === size) return;
    this.#digest.add(user);
    if (this.#removed.size === 0 || !this.#removed.delete(user)) this.#added.add(user);
  }

  /** @param isNewer - users about whom something newer than the set is known: they stay as they are */
  replace(users: readonly string[], isNewer: (user: string) => boolean): void {
    const kept = new Set(users);
    for (const user of this.#users) {
      if (!kept.has(user) && !isNewer(user)) this.set(user, false);
    }
    for (const user of users) {
      if (!isNewer(user)) this.set(user, true);
    }
  }
}
