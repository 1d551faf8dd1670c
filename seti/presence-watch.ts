import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";

/** Where a user is just now, in one word. */
export interface PresenceChange {
  readonly user: string;
  readonly present: boolean;
  /** On how many nodes the user is. */
  readonly nodes: number;
}

/** Told of what changed in one turn of the event loop, each user once. */
export type PresenceNotice = (changes: readonly PresenceChange[]) => void;

/** One list of users that somebody wants to know about. */
export interface WatchList {
  readonly users: ReadonlySet<string>;
  add(users: Iterable<string>): void;
  remove(users: Iterable<string>): void;
  /** The users as they are now. */
  present(): PresenceChange[];
  /** Nothing is told any more. */
  close(): void;
}

export interface PresenceWatchParts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** On how many nodes a user is, as far as is known here. */
  nodeCountOf(user: string): number;
  /** From now on it is known here. @returns a function that ends it */
  watchUser(user: string): () => void;
  /** Resolves when it is known here where these users are; undefined where it is already. */
  whenLocated(users: Iterable<string>): Promise<void> | undefined;
}

interface Watched {
  readonly lists: Set<List>;
  readonly end: () => void;
  /** What those who watch were last told, or found. */
  nodes: number;
}

/**
 * Who wants to know about which users. Changes are told at the end of the turn, all of a list together, so that a node
 * that leaves, or a user who only changes his session, is one piece of news or none.
 */
export class PresenceWatch {
  readonly #parts: PresenceWatchParts;
  readonly #watched = new Map<string, Watched>();
  readonly #changed = new Set<string>();

  constructor(parts: PresenceWatchParts) {
    this.#parts = parts;
  }

  /** Users that somebody watches. */
  get userCount(): number {
    return this.#watched.size;
  }

  /** Resolves when it is known here where these users, who are watched, are; undefined where it is already. */
  whenLocated(users: Iterable<string>): Promise<void> | undefined {
    return this.#parts.whenLocated(users);
  }

  /** A list with nobody in it yet. One whose notice throws is logged. */
  open(notice: PresenceNotice): WatchList {
    return new List(notice, {
      add: (user, list) => this.#add(user, list),
      remove: (user, list) => this.#remove(user, list),
      state: (user) => stateOf(user, this.#parts.nodeCountOf(user)),
    });
  }

  /** The number of nodes that hold the user may have changed. */
  changed(user: string): void {
    if (!this.#watched.has(user)) return;
    if (this.#changed.size === 0) this.#parts.clock.endOfTurn(() => this.#tell());
    this.#changed.add(user);
  }

  #add(user: string, list: List): void {
    const watched = this.#watched.get(user);
    if (watched === undefined) {
      const end = this.#parts.watchUser(user);
      this.#watched.set(user, { lists: new Set([list]), end, nodes: this.#parts.nodeCountOf(user) });
    } else watched.lists.add(list);
  }

  #remove(user: string, list: List): void {
    const watched = this.#watched.get(user);
    if (!watched?.lists.delete(list) || watched.lists.size > 0) return;
    this.#watched.delete(user);
    watched.end();
  }

  #tell(): void {
    const news = new Map<List, PresenceChange[]>();
    for (const user of this.#changed) {
      const watched = this.#watched.get(user);
      const nodes = this.#parts.nodeCountOf(user);
      if (watched === undefined || watched.nodes === nodes) continue;
      watched.nodes = nodes;
      for (const list of watched.lists) {
        const changes = news.get(list);
        if (changes === undefined) news.set(list, [stateOf(user, nodes)]);
        else changes.push(stateOf(user, nodes));
      }
    }
    this.#changed.clear();
    for (const [list, changes] of news) {
      try {
        list.notice(changes);
      } catch (err) {
        this.#parts.logger.error({ err }, "presence watcher failed");
      }
    }
  }
}

interface ListHost {
  add(user: string, list: List): void;
  remove(user: string, list: List): void;
  state(user: string): PresenceChange;
}

class List implements WatchList {
  readonly users = new Set<string>();
  readonly #notice: PresenceNotice;
  readonly #host: ListHost;
  #isOpen = true;

  constructor(notice: PresenceNotice, host: ListHost) {
    this.#notice = notice;
    this.#host = host;
  }

  notice(changes: readonly PresenceChange[]): void {
    if (this.#isOpen) this.#notice(changes);
  }

  add(users: Iterable<string>): void {
    if (!this.#isOpen) return;
    for (const user of users) {
      this.users.add(user);
      this.#host.add(user, this);
    }
  }

  remove(users: Iterable<string>): void {
    for (const user of users) if (this.users.delete(user)) this.#host.remove(user, this);
  }

  present(): PresenceChange[] {
    return [...this.users].map((user) => this.#host.state(user));
  }

  close(): void {
    this.#isOpen = false;
    this.remove([...this.users]);
  }
}

function stateOf(user: string, nodes: number): PresenceChange {
  return { user, present: nodes > 0, nodes };
}
