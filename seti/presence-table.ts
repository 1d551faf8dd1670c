import { SmallSet } from "../core/small-set.js";
import { type PresenceLimits, RemoteUsers } from "./remote-users.js";
import type { PresenceStatement, Stamp } from "./seti-message.js";

/** A user appeared at a node, with the first session there, or went from it with the last. */
export interface PresenceEvent {
  readonly user: string;
  readonly node: string;
  readonly present: boolean;
  /** How many nodes hold the user now. */
  readonly nodes: number;
}

/** What became of a statement. */
export interface Applied {
  /** Differences only; a set that changes nothing has none. Removals first, as Java tells them. */
  readonly events: readonly PresenceEvent[];
  /** Older than what is known of its node, so that nothing was taken from it. */
  readonly stale: boolean;
  /** Users not kept because the node has too many. */
  readonly refusedUsers: number;
}

const NOTHING: Applied = { events: [], stale: true, refusedUsers: 0 };

interface Holders<S> {
  /** The same string in every place that names the user. */
  readonly user: string;
  sessions: SmallSet<S> | undefined;
  /** The other nodes that hold the user; replaced when it changes. */
  nodes: readonly string[];
}

const NO_NODES: readonly string[] = [];

/**
 * Which user is where: on which sessions of this node, and on which other nodes. Of another node only presence is
 * known, no count of sessions. Pure: no time, no chance, no I/O. `S` is the type of a session, which is only compared.
 * @see spec/oort-seti.md sections 19, 20, 22
 */
export class PresenceTable<S> {
  readonly #ownNode: string;
  readonly #limits: PresenceLimits;
  readonly #holders = new Map<string, Holders<S>>();
  readonly #localUsers = new Set<string>();
  readonly #nodes = new Map<string, RemoteUsers>();
  /** Nodes that left, the longest gone first: should one come back in the same run, it need tell only what changed. */
  readonly #departed = new Map<string, RemoteUsers>();
  /** Nodes that came back, while what is kept of them is not yet what they say: nobody sees any of it. */
  readonly #returning = new Set<string>();
  /** By node, the list of it alone. */
  readonly #lists = new Map<string, readonly string[]>();

  constructor(ownNode: string, limits: PresenceLimits) {
    this.#ownNode = ownNode;
    this.#limits = limits;
  }

  // --- This node -------------------------------------------------------------------------------------------------

  /** @returns `first` when the user had no session here before, `known` when he had this one */
  addSession(user: string, session: S): "first" | "another" | "known" {
    const holders = this.#holdersFor(user);
    holders.sessions ??= new SmallSet();
    if (!holders.sessions.add(session)) return "known";
    if (holders.sessions.size > 1) return "another";
    this.#localUsers.add(holders.user);
    return "first";
  }

  /** @returns `last` when the user has no session here any more, `unknown` when he did not have this one */
  removeSession(user: string, session: S): "last" | "another" | "unknown" {
    const holders = this.#holders.get(user);
    if (holders?.sessions === undefined || !holders.sessions.delete(session)) return "unknown";
    if (holders.sessions.size > 0) return "another";
    holders.sessions = undefined;
    this.#localUsers.delete(user);
    this.#forgetIfNowhere(holders);
    return "last";
  }

  /** A copy: what is done with the sessions may change the table. */
  sessionsOf(user: string): S[] {
    return this.#holders.get(user)?.sessions?.toArray() ?? [];
  }

  /** The users with a session here; while the table does not change, always in the same order. */
  get localUsers(): ReadonlySet<string> {
    return this.#localUsers;
  }

  // --- Every node ------------------------------------------------------------------------------------------------

  /** The other nodes that hold the user. The array never changes. */
  remoteNodesOf(user: string): readonly string[] {
    return this.#holders.get(user)?.nodes ?? NO_NODES;
  }

  /** All nodes that hold the user, this one first. */
  nodesOf(user: string): string[] {
    const holders = this.#holders.get(user);
    if (holders === undefined) return [];
    return holders.sessions === undefined ? [...holders.nodes] : [this.#ownNode, ...holders.nodes];
  }

  nodeCount(user: string): number {
    const holders = this.#holders.get(user);
    return holders === undefined ? 0 : countOf(holders);
  }

  /** How many users are known, here and elsewhere. */
  get userCount(): number {
    return this.#holders.size;
  }

  users(): IterableIterator<string> {
    return this.#holders.keys();
  }

  /** Also those of nodes that left, and may come back. Some occur more than once. */
  *everybody(): Iterable<string> {
    yield* this.#holders.keys();
    for (const remote of this.#departed.values()) yield* remote.users;
    for (const node of this.#returning) yield* this.#nodes.get(node)?.users ?? [];
  }

  // --- Other nodes -----------------------------------------------------------------------------------------------

  /**
   * Takes what a node says about its users.
   * @param isConnected - whether a server session of that node is registered here. News of a node without one is not
   *   taken: it would never be taken back (spec section 20, "undo it at once")
   */
  apply(statement: PresenceStatement, isConnected: boolean): Applied {
    if (statement.node === this.#ownNode || !isConnected) return NOTHING;
    const remote = this.#remote(statement.node);
    const difference = remote.apply(statement);
    if (this.#returning.has(statement.node)) {
      if (!remote.isComplete) return { events: [], stale: difference === undefined, refusedUsers: 0 };
      this.#returning.delete(statement.node);
      const events = [...remote.users].map((user) => this.#come(user, statement.node));
      return { events, stale: false, refusedUsers: difference?.refusedUsers ?? 0 };
    }
    if (difference === undefined) return NOTHING;
    const { removed, added, refusedUsers } = difference;
    const events: PresenceEvent[] = [];
    for (const user of removed) events.push(this.#gone(user, statement.node));
    for (const user of added) events.push(this.#come(user, statement.node));
    return { events, stale: false, refusedUsers };
  }

  /** The node is linked. What an earlier run of it said, and still may arrive, is old. */
  joined(node: string, incarnation: number | undefined): void {
    this.#remote(node).joined(incarnation);
  }

  /** The node is gone, and with it its users. */
  left(node: string): PresenceEvent[] {
    const remote = this.#nodes.get(node);
    if (remote === undefined) return [];
    this.#nodes.delete(node);
    this.#lists.delete(node);
    const wasSeen = !this.#returning.delete(node);
    if (remote.answers) this.#departed.set(node, remote);
    this.#forgetDeparted();
    return wasSeen ? [...remote.users].map((user) => this.#gone(user, node)) : [];
  }

  #forgetDeparted(): void {
    let users = 0;
    for (const remote of this.#departed.values()) users += remote.users.size + 1;
    for (const [node, remote] of this.#departed) {
      if (users <= this.#limits.maxDepartedUsers) return;
      this.#departed.delete(node);
      users -= remote.users.size + 1;
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.#holders.clear();
    this.#localUsers.clear();
    this.#nodes.clear();
    this.#departed.clear();
    this.#returning.clear();
    this.#lists.clear();
  }

  /** Everything that is known of what the node said; undefined when only a full set helps. */
  have(node: string): Stamp | undefined {
    return (this.#nodes.get(node) ?? this.#departed.get(node))?.have;
  }

  /** Whether the node stamps what it says: one of our own kind, whose Seti runs and answers questions. */
  answers(node: string): boolean {
    return this.#nodes.get(node)?.answers ?? false;
  }

  /** Whether the node says who is there, but stamps nothing: Java's. */
  isPlain(node: string): boolean {
    return this.#nodes.get(node)?.answers === false;
  }

  /** False when something the node said is missing here. True for nodes that do not stamp. */
  isComplete(node: string): boolean {
    return this.#nodes.get(node)?.isComplete ?? true;
  }

  /** What was kept of the node is not to be built upon: only a full set helps. */
  distrust(node: string): void {
    this.#nodes.get(node)?.distrust();
  }

  incompleteNodes(): string[] {
    return [...this.#nodes].filter(([, remote]) => !remote.isComplete).map(([node]) => node);
  }

  #come(user: string, node: string): PresenceEvent {
    const holders = this.#holdersFor(user);
    holders.nodes = holders.nodes.length === 0 ? this.#alone(node) : holders.nodes.concat(node);
    return { user: holders.user, node, present: true, nodes: countOf(holders) };
  }

  /** Most users are on one node, and all of these share one list of it. */
  #alone(node: string): readonly string[] {
    let list = this.#lists.get(node);
    if (list === undefined) {
      list = [node];
      this.#lists.set(node, list);
    }
    return list;
  }

  #gone(user: string, node: string): PresenceEvent {
    const holders = this.#holders.get(user);
    if (holders !== undefined) {
      const rest = holders.nodes.length === 1 ? NO_NODES : holders.nodes.filter((other) => other !== node);
      holders.nodes = rest.length === 1 ? this.#alone(rest[0]!) : rest;
      this.#forgetIfNowhere(holders);
    }
    return { user, node, present: false, nodes: this.nodeCount(user) };
  }

  #holdersFor(user: string): Holders<S> {
    let holders = this.#holders.get(user);
    if (holders === undefined) {
      holders = { user, sessions: undefined, nodes: NO_NODES };
      this.#holders.set(user, holders);
    }
    return holders;
  }

  #remote(node: string): RemoteUsers {
    let remote = this.#nodes.get(node);
    if (remote !== undefined) return remote;
    remote = this.#departed.get(node);
    if (remote !== undefined) {
      this.#departed.delete(node);
      this.#returning.add(node);
    } else {
      remote = new RemoteUsers(this.#limits);
    }
    this.#nodes.set(node, remote);
    return remote;
  }

  #forgetIfNowhere(holders: Holders<S>): void {
    if (holders.sessions === undefined && holders.nodes.length === 0) this.#holders.delete(holders.user);
  }
}

function countOf({ nodes, sessions }: Holders<unknown>): number {
  return nodes.length + (sessions === undefined ? 0 : 1);
}
