import type { Clock, Timer } from "../core/clock.js";

/** What the finder needs of the node. */
export interface FinderOutlet {
  /** Whether all that is to be known of the user is known here. */
  knows(user: string): boolean;
  ownersOf(user: string): readonly string[];
  /** The nodes that hold the user, by what this node was told. */
  nodesOf(user: string): readonly string[];
  /** Asks an owner. @returns false when it does not listen */
  find(owner: string, users: readonly string[]): boolean;
  /** On how many nodes a watched user is, whenever that changes. */
  changed(user: string, nodes: number): void;
}

export interface FinderOptions {
  readonly replyTimeoutMs: number;
  readonly locationLeaseMs: number;
  readonly minResyncDelayMs: number;
  readonly presenceChunkUsers: number;
}

interface Watch {
  watchers: number;
  owner: string | undefined;
  /** By the owner's word. */
  nodes: readonly string[];
  /** This node was an owner itself when that was looked at last. */
  knew: boolean;
  /** The user has new owners, which were not asked yet. */
  isMoving: boolean;
}

interface Question {
  readonly user: string;
  readonly owner: string;
  readonly answer: (nodes: readonly string[] | undefined) => void;
}

/**
 * Finds users whom this node does not own, by asking their owners: once, or for as long as somebody watches. A watch is the
 * owner's promise for a time; it is renewed at half of that, and asked of another owner when that one is gone.
 */
export class UserFinder {
  readonly #outlet: FinderOutlet;
  readonly #options: FinderOptions;
  readonly #clock: Clock;
  readonly #watches = new Map<string, Watch>();
  readonly #questions = new Map<string, Set<Question>>();
  /** What is asked at the end of this turn, by owner. */
  #asks = new Map<string, Question[]>();
  #timer: Timer | undefined;
  /** Watched users with new owners. */
  readonly #moving = new Set<string>();
  #movingTimer: Timer | undefined;

  constructor(outlet: FinderOutlet, options: FinderOptions, clock: Clock) {
    this.#outlet = outlet;
    this.#options = options;
    this.#clock = clock;
  }

  /** All nodes that hold the user: by this node's knowledge, or that of the first owner that answers. Never rejects. */
  async find(user: string): Promise<readonly string[]> {
    if (this.#outlet.knows(user)) return this.#outlet.nodesOf(user);
    for (const owner of this.#outlet.ownersOf(user)) {
      const nodes = await this.#ask(user, owner);
      if (nodes !== undefined) return merged(this.#outlet.nodesOf(user), nodes);
    }
    return this.nodesOf(user);
  }

  /** The nodes that hold the user, as far as this node knows: what it was told, and what owners say of watched users. */
  nodesOf(user: string): readonly string[] {
    const told = this.#outlet.nodesOf(user);
    const watch = this.#watches.get(user);
    return watch === undefined || watch.nodes.length === 0 || (this.#outlet.knows(user) && !watch.isMoving)
      ? told
      : merged(told, watch.nodes);
  }

  /** From now on it is known here on how many nodes the user is. @returns a function that ends it */
  watch(user: string): () => void {
    const watch = this.#watches.get(user) ?? { watchers: 0, owner: undefined, nodes: [], knew: false, isMoving: false };
    this.#watches.set(user, watch);
    watch.watchers += 1;
    if (watch.watchers === 1) this.#renew([user]);
    this.#renewLater();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      watch.watchers -= 1;
      if (watch.watchers === 0) this.#watches.delete(user);
    };
  }

  /** An owner answers, or tells of a change. */
  located(user: string, nodes: readonly string[], owner: string): void {
    for (const question of this.#questions.get(user) ?? []) if (question.owner === owner) question.answer(nodes);
    const watch = this.#watches.get(user);
    if (watch === undefined || watch.owner !== owner || watch.isMoving) return;
    this.#set(user, watch, nodes);
  }

  /** The node is gone, and with it the users there. */
  left(node: string): void {
    for (const questions of this.#questions.values()) {
      for (const question of questions) if (question.owner === node) question.answer(undefined);
    }
    for (const [user, watch] of this.#watches) {
      if (watch.nodes.includes(node))
        this.#set(
          user,
          watch,
          watch.nodes.filter((other) => other !== node),
        );
    }
  }

  /**
   * Owners have changed. The new ones have yet to be told, so what is known stands until then, and they are asked a little
   * later: or who is there would seem to go and come back.
   */
  replan(): void {
    for (const [user, watch] of this.#watches) {
      const knows = this.#outlet.knows(user);
      const isSame = knows === watch.knew && (knows || this.#outlet.ownersOf(user).includes(watch.owner ?? ""));
      if (isSame && !watch.isMoving) continue;
      if (watch.knew && !watch.isMoving) watch.nodes = this.#outlet.nodesOf(user);
      watch.isMoving = true;
      this.#moving.add(user);
    }
    if (this.#moving.size === 0) return;
    this.#movingTimer?.cancel();
    this.#movingTimer = this.#clock.schedule(this.#options.minResyncDelayMs, () => {
      this.#movingTimer = undefined;
      const users = [...this.#moving];
      this.#moving.clear();
      this.#renew(users);
    });
  }

  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#movingTimer?.cancel();
    this.#movingTimer = undefined;
    this.#moving.clear();
    for (const questions of this.#questions.values()) for (const question of questions) question.answer(undefined);
    for (const watch of this.#watches.values()) watch.nodes = [];
  }

  #set(user: string, watch: Watch, nodes: readonly string[]): void {
    const before = this.nodesOf(user).length;
    watch.nodes = nodes;
    watch.isMoving = false;
    const after = this.nodesOf(user).length;
    if (before !== after) this.#outlet.changed(user, after);
  }

  #ask(user: string, owner: string): Promise<readonly string[] | undefined> {
    return new Promise((resolve) => {
      const questions = this.#questions.get(user) ?? new Set<Question>();
      this.#questions.set(user, questions);
      const answer = (nodes: readonly string[] | undefined) => {
        timer.cancel();
        if (questions.delete(question) && questions.size === 0) this.#questions.delete(user);
        resolve(nodes);
      };
      const question: Question = { user, owner, answer };
      const timer = this.#clock.schedule(this.#options.replyTimeoutMs, () => answer(undefined));
      questions.add(question);
      if (this.#asks.size === 0) this.#clock.endOfTurn(() => this.#askAll());
      push(this.#asks, owner, question);
    });
  }

  /** One message for all users that one owner is asked about in a turn. */
  #askAll(): void {
    const asks = this.#asks;
    this.#asks = new Map();
    const size = this.#options.presenceChunkUsers;
    for (const [owner, questions] of asks) {
      for (let start = 0; start < questions.length; start += size) {
        const chunk = questions.slice(start, start + size);
        const users = [...new Set(chunk.map(({ user }) => user))];
        if (!this.#outlet.find(owner, users)) for (const { answer } of chunk) answer(undefined);
      }
    }
  }

  #renewLater(): void {
    if (this.#watches.size === 0) return;
    this.#timer ??= this.#clock.schedule(this.#options.locationLeaseMs / 2, () => {
      this.#timer = undefined;
      this.#renew(this.#watches.keys());
      this.#renewLater();
    });
  }

  /** Asks the first owner that listens, in one message for all users it owns. */
  #renew(users: Iterable<string>): void {
    const asks = new Map<string, string[]>();
    for (const user of users) {
      const watch = this.#watches.get(user);
      if (watch === undefined) continue;
      const [first] = this.#outlet.ownersOf(user);
      watch.knew = this.#outlet.knows(user);
      watch.owner = watch.knew ? undefined : first;
      if (watch.knew) this.#set(user, watch, []);
      else if (watch.owner !== undefined) push(asks, watch.owner, user);
      watch.isMoving = false;
    }
    const size = this.#options.presenceChunkUsers;
    for (const [owner, asked] of asks) {
      for (let start = 0; start < asked.length; start += size) {
        this.#outlet.find(owner, asked.slice(start, start + size));
      }
    }
  }
}

function merged(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...some, ...others])];
}

function push<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [item]);
  else list.push(item);
}
