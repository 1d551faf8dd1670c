import { BayeuxError } from "../core/message/bayeux-error.js";
import type { ServerSession } from "../core/session/server-session.js";
import { SmallSet } from "../core/small-set.js";
import type { PresenceTable } from "./presence-table.js";
import { userIdProblem } from "./user-id.js";

export interface AssociationLimits {
  readonly maxUserIdBytes: number;
  readonly maxUsersPerSession: number;
  readonly maxUsersPerNode: number;
}

/** Which users the sessions of this node speak for. The end of a session, whatever its reason, ends its associations. */
export class Associations {
  readonly #table: PresenceTable<ServerSession>;
  readonly #limits: AssociationLimits;
  readonly #changed: (user: string, present: boolean) => void;
  readonly #sessions = new Map<ServerSession, SmallSet<string>>();
  /** Sessions whose handshake is still being decided: they count from the moment it is accepted, or not at all. */
  #undecided = new WeakMap<ServerSession, SmallSet<string>>();

  /** @param changed - told of the first session of a user on this node, and of the end of the last */
  constructor(
    table: PresenceTable<ServerSession>,
    limits: AssociationLimits,
    changed: (user: string, present: boolean) => void,
  ) {
    this.#table = table;
    this.#limits = limits;
    this.#changed = changed;
  }

  get sessionCount(): number {
    return this.#sessions.size;
  }

  /**
   * @returns whether the session speaks for the user newly
   * @throws BayeuxError 400 for an illegal user id, 429 beyond a limit
   */
  associate(user: string, session: ServerSession): boolean {
    const problem = userIdProblem(user, this.#limits.maxUserIdBytes);
    if (problem !== undefined) throw new BayeuxError(400, ["user"], `user ${problem}`);
    if (session.hasEnded) return false;
    const users = this.#usersOf(session);
    if (users?.has(user)) return false;
    this.#checkRoom(user, users?.size ?? 0);
    if (session.state === "new") {
      add(user, session, this.#undecided);
      return true;
    }
    add(user, session, this.#sessions);
    if (this.#table.addSession(user, session) === "first") this.#changed(user, true);
    return true;
  }

  /** @returns whether the session spoke for the user until now */
  disassociate(user: string, session: ServerSession): boolean {
    const users = this.#sessions.get(session);
    if (users === undefined) return this.#undecided.get(session)?.delete(user) ?? false;
    if (!users.delete(user)) return false;
    if (users.size === 0) this.#sessions.delete(session);
    this.#remove(user, session);
    return true;
  }

  /** @returns the sessions that spoke for the user until now */
  disassociateAll(user: string): ServerSession[] {
    return this.#table.sessionsOf(user).filter((session) => this.disassociate(user, session));
  }

  /**
   * The users the session speaks for, or will when its handshake is accepted, in the order in which they were associated.
   */
  usersOf(session: ServerSession): string[] {
    return [...(this.#usersOf(session) ?? [])];
  }

  /** The first of {@link usersOf}: whom the session is taken for when it sends. */
  userOf(session: ServerSession): string | undefined {
    return this.#usersOf(session)?.first;
  }

  /** The handshake of the session was accepted. */
  sessionAdded(session: ServerSession): void {
    const users = this.#undecided.get(session);
    if (users === undefined) return;
    this.#undecided.delete(session);
    for (const user of users) this.associate(user, session);
  }

  /** The session has ended. */
  sessionRemoved(session: ServerSession): void {
    const users = this.#sessions.get(session);
    if (users === undefined) return;
    this.#sessions.delete(session);
    for (const user of users) this.#remove(user, session);
  }

  /** Forgets everything and tells nobody. */
  clear(): void {
    this.#sessions.clear();
    this.#undecided = new WeakMap();
  }

  #usersOf(session: ServerSession): SmallSet<string> | undefined {
    return this.#sessions.get(session) ?? this.#undecided.get(session);
  }

  #checkRoom(user: string, usersOfSession: number): void {
    const { maxUsersPerSession, maxUsersPerNode } = this.#limits;
    if (usersOfSession >= maxUsersPerSession) {
      throw new BayeuxError(429, [String(maxUsersPerSession)], "a session may speak for no more users");
    }
    const { localUsers } = this.#table;
    if (localUsers.size >= maxUsersPerNode && !localUsers.has(user)) {
      throw new BayeuxError(429, [String(maxUsersPerNode)], "a node may hold no more users");
    }
  }

  #remove(user: string, session: ServerSession): void {
    if (this.#table.removeSession(user, session) === "last") this.#changed(user, false);
  }
}

function add(
  user: string,
  session: ServerSession,
  sessions: Map<ServerSession, SmallSet<string>> | WeakMap<ServerSession, SmallSet<string>>,
): void {
  const users = sessions.get(session) ?? new SmallSet();
  users.add(user);
  sessions.set(session, users);
}
