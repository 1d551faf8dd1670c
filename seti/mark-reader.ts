import type { MarkQuestion, PresenceStatement } from "./seti-message.js";
import { areMarked, type MarkedUsers, markOf } from "./user-marks.js";

/** What the reader needs of the node. */
export interface MarkOutlet {
  /** Every user this node has heard of and not forgotten, at whichever node. */
  everybody(): Iterable<string>;
  /** Asks the node that named users by marks for the names behind these. */
  askNames(node: string, question: MarkQuestion): void;
  /** What the node said cannot be read: it has to tell all its users by name. */
  lost(node: string): void;
}

/** Who is behind the marks is looked up anew after this time. An older list is not wrong, only short. */
const MAX_INDEX_AGE_MS = 10_000;
/** Statements of one node that wait for names; of more, the oldest is lost, and asked for again as others are. */
const MAX_HELD = 100;

/**
 * Puts users where a statement has marks. One with a mark that nobody here has waits until its node has told the names: it is
 * as if it had been longer on its way, which presence does not mind. If these do not come, it was lost on the way.
 */
export class MarkReader {
  readonly #outlet: MarkOutlet;
  readonly #now: () => number;
  /** By mark; undefined where several users have it. */
  #index = new Map<number, string | undefined>();
  #indexedAtMs = Number.NEGATIVE_INFINITY;
  /** By node and request. */
  readonly #held = new Map<string, Map<number, PresenceStatement>>();
  #lastRequest = 0;

  constructor(outlet: MarkOutlet, now: () => number) {
    this.#outlet = outlet;
    this.#now = now;
  }

  /** @returns the statement with all its users; undefined when some have to be asked for first */
  read(statement: PresenceStatement): PresenceStatement | undefined {
    const { node, marked, present } = statement;
    if (marked === undefined) return statement;
    if (this.#now() - this.#indexedAtMs > MAX_INDEX_AGE_MS) this.#build();
    const users = this.#usersOf(marked, new Map());
    if (users !== undefined) return withUsers(statement, users);
    const open = marked.marks.filter((mark) => this.#index.get(mark) === undefined);
    this.#lastRequest += 1;
    this.#hold(node, this.#lastRequest, statement);
    // Where all were found, and are not the right ones, any of them may be wrong.
    const marks = open.length > 0 ? open : marked.marks;
    this.#outlet.askNames(node, { request: this.#lastRequest, marks, present });
    return undefined;
  }

  /** A node tells names. @returns the statement that can be read now */
  named(node: string, request: number, names: readonly string[]): PresenceStatement | undefined {
    const statement = this.#held.get(node)?.get(request);
    if (statement?.marked === undefined) return undefined;
    this.#held.get(node)?.delete(request);
    const users = this.#usersOf(statement.marked, new Map(names.map((user) => [markOf(user), user])));
    if (users !== undefined) return withUsers(statement, users);
    this.#outlet.lost(node);
    return undefined;
  }

  left(node: string): void {
    this.#held.delete(node);
  }

  clear(): void {
    this.#held.clear();
    this.#index = new Map();
    this.#indexedAtMs = Number.NEGATIVE_INFINITY;
  }

  #usersOf(marked: MarkedUsers, named: ReadonlyMap<number, string>): string[] | undefined {
    const users: string[] = [];
    for (const mark of marked.marks) {
      const user = named.get(mark) ?? this.#index.get(mark);
      if (user === undefined) return undefined;
      users.push(user);
    }
    return areMarked(users, marked) ? users : undefined;
  }

  #hold(node: string, request: number, statement: PresenceStatement): void {
    const held = this.#held.get(node) ?? new Map<number, PresenceStatement>();
    this.#held.set(node, held.set(request, statement));
    if (held.size > MAX_HELD) held.delete(Math.min(...held.keys()));
  }

  #build(): void {
    this.#indexedAtMs = this.#now();
    this.#index = new Map();
    for (const user of this.#outlet.everybody()) {
      const mark = markOf(user);
      const isFree = !this.#index.has(mark) || this.#index.get(mark) === user;
      this.#index.set(mark, isFree ? user : undefined);
    }
  }
}

function withUsers({ marked, ...statement }: PresenceStatement, userIds: readonly string[]): PresenceStatement {
  return { ...statement, userIds };
}
