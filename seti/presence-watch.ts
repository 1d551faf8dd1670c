import type { ServerSession } from "../core/session/server-session.js";

/** Tells a session how many nodes hold a user. */
export type PresenceNotice = (session: ServerSession, user: string, nodes: number) => void;

interface Watch {
  readonly users: Set<string>;
  readonly forget: () => void;
}

/** Which sessions want to know about which users. A session that ends wants nothing any more. */
export class PresenceWatch {
  readonly #maxWatches: number;
  readonly #notice: PresenceNotice;
  readonly #sessions = new Map<ServerSession, Watch>();
  readonly #watchers = new Map<string, Set<ServerSession>>();

  /** @param maxWatches - users one session may watch */
  constructor(maxWatches: number, notice: PresenceNotice) {
    this.#maxWatches = maxWatches;
    this.#notice = notice;
  }

  /** Users that somebody watches. */
  get userCount(): number {
    return this.#watchers.size;
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  /** Whether the session may watch `wanted` besides what it watches already, without `unwanted`. */
  hasRoom(session: ServerSession, wanted: ReadonlySet<string>, unwanted: ReadonlySet<string>): boolean {
    const after = new Set(wanted);
    for (const user of this.#sessions.get(session)?.users ?? []) if (!unwanted.has(user)) after.add(user);
    return after.size <= this.#maxWatches;
  }

  watch(session: ServerSession, users: Iterable<string>): void {
    for (const user of users) {
      this.#watchOf(session).users.add(user);
      const watchers = this.#watchers.get(user);
      if (watchers === undefined) this.#watchers.set(user, new Set([session]));
      else watchers.add(session);
    }
  }

  unwatch(session: ServerSession, users: Iterable<string>): void {
    const watch = this.#sessions.get(session);
    if (watch === undefined) return;
    for (const user of users) {
      if (watch.users.delete(user)) this.#removeWatcher(user, session);
    }
    if (watch.users.size === 0) this.#forget(session, watch);
  }

  /** The number of nodes that hold the user changed. */
  changed(user: string, nodes: number): void {
    const watchers = this.#watchers.get(user);
    // A copy: a delivery may end a session, and with it its watch.
    if (watchers !== undefined) for (const session of [...watchers]) this.#notice(session, user, nodes);
  }

  /** Ends every watch. */
  close(): void {
    for (const watch of this.#sessions.values()) watch.forget();
    this.#sessions.clear();
    this.#watchers.clear();
  }

  #watchOf(session: ServerSession): Watch {
    let watch = this.#sessions.get(session);
    if (watch === undefined) {
      watch = { users: new Set(), forget: session.onRemoved((ended) => this.#ended(ended)) };
      this.#sessions.set(session, watch);
    }
    return watch;
  }

  #ended(session: ServerSession): void {
    const watch = this.#sessions.get(session);
    if (watch === undefined) return;
    for (const user of watch.users) this.#removeWatcher(user, session);
    this.#forget(session, watch);
  }

  #forget(session: ServerSession, watch: Watch): void {
    watch.forget();
    this.#sessions.delete(session);
  }

  #removeWatcher(user: string, session: ServerSession): void {
    const watchers = this.#watchers.get(user);
    if (watchers?.delete(session) && watchers.size === 0) this.#watchers.delete(user);
  }
}
