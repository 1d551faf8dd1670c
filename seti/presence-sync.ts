import type { Clock, Timer } from "../core/clock.js";
import type { PresenceStatement, Stamp } from "./seti-message.js";
import type { SetiStats } from "./seti-stats.js";

/** The ways a statement leaves. Each drops it silently when the other end is not there: a later set makes up for it. */
export interface PresenceOutlet {
  /** To every node, on `/seti/all`. */
  flood(statement: PresenceStatement): void;
  /** To one node, over the OortComet for it. */
  push(node: string, statement: PresenceStatement): void;
}

export interface PresenceSyncOptions {
  readonly presenceChunkUsers: number;
  readonly announceIntervalMs: number;
  readonly minResyncDelayMs: number;
  readonly maxResyncDelayMs: number;
}

/** What the sync wants to know of the presence table. */
export interface PresenceView {
  readonly localUsers: ReadonlySet<string>;
  isComplete(node: string): boolean;
  incompleteNodes(): string[];
}

/** One node of which something is missing, and how patiently it is asked. */
interface Resync {
  atMs: number;
  delayMs: number;
}

/**
 * Says what this node has to say about its users, to whom and when; and notices what others said and did not arrive.
 * @see spec/oort-seti.md section 20
 */
export class PresenceSync {
  readonly #ownNode: string;
  readonly #view: PresenceView;
  readonly #outlet: PresenceOutlet;
  readonly #isOwnKind: (node: string) => boolean;
  readonly #options: PresenceSyncOptions;
  readonly #clock: Clock;
  readonly #stats: SetiStats;
  #incarnation = 0;
  /** Counts the changes of this run; 0 is the empty set every run begins with. */
  #version = 0;
  #running = false;
  #announceTimer: Timer | undefined;
  #resyncTimer: Timer | undefined;
  readonly #resyncs = new Map<string, Resync>();
  /** Nodes that get the full set at the end of this turn: several reasons in one turn, one set. */
  readonly #pushes = new Set<string>();

  constructor(
    ownNode: string,
    view: PresenceView,
    outlet: PresenceOutlet,
    isOwnKind: (node: string) => boolean,
    options: PresenceSyncOptions,
    parts: { readonly clock: Clock; readonly stats: SetiStats },
  ) {
    this.#ownNode = ownNode;
    this.#view = view;
    this.#outlet = outlet;
    this.#isOwnKind = isOwnKind;
    this.#options = options;
    this.#clock = parts.clock;
    this.#stats = parts.stats;
  }

  /** @param minIncarnation - at least the start time of the node; a second start of one Seti gets a higher one */
  start(minIncarnation: number): void {
    this.#incarnation = Math.max(this.#incarnation + 1, Math.floor(minIncarnation), Math.floor(this.#clock.now()));
    this.#version = 0;
    this.#running = true;
    this.#announceLater();
  }

  /** Says goodbye: an empty full set that wants no answer (spec section 20.4). The view must be empty by now. */
  stop(): void {
    if (!this.#running) return;
    this.#running = false;
    this.#announceTimer?.cancel();
    this.#resyncTimer?.cancel();
    this.#announceTimer = undefined;
    this.#resyncTimer = undefined;
    this.#resyncs.clear();
    this.#pushes.clear();
    this.#version += 1;
    this.#outlet.flood(this.#say([], { replace: true, alive: false }));
  }

  /** The first session of a user came here, or the last one went. */
  changed(user: string, present: boolean): void {
    this.#version += 1;
    this.#outlet.flood(this.#say([user], { present }));
  }

  /**
   * What a node gets when it subscribes to `/seti/all`, also when there are no users: it clears what is stale there,
   * and asks for that node's set.
   */
  setOnSubscription(node: string): PresenceStatement[] {
    return this.#fullSet(node, true);
  }

  /** Sends the full set to a node that has joined, or asked. */
  pushSoon(node: string): void {
    if (!this.#running) return;
    if (this.#pushes.size === 0) this.#clock.endOfTurn(() => this.#pushAll());
    this.#pushes.add(node);
  }

  /** A statement of the node was taken: answers it if it wants an answer, and looks whether something is missing. */
  heard(statement: PresenceStatement): void {
    if (statement.alive === true) this.pushSoon(statement.node);
    if (this.#view.isComplete(statement.node)) this.#resyncs.delete(statement.node);
    else if (!this.#resyncs.has(statement.node)) {
      const delayMs = this.#options.minResyncDelayMs;
      this.#resyncs.set(statement.node, { atMs: this.#clock.now() + delayMs, delayMs });
      this.#resyncLater();
    }
  }

  left(node: string): void {
    this.#resyncs.delete(node);
    this.#pushes.delete(node);
  }

  #pushAll(): void {
    const nodes = [...this.#pushes];
    this.#pushes.clear();
    for (const node of nodes) {
      for (const statement of this.#fullSet(node, false)) this.#outlet.push(node, statement);
    }
  }

  #fullSet(node: string, wantsAnswer: boolean): PresenceStatement[] {
    this.#stats.setsOut += 1;
    const alive = wantsAnswer ? true : undefined;
    const users = [...this.#view.localUsers];
    const size = this.#options.presenceChunkUsers;
    // A Java node would take each chunk for what it is by `replace` alone, but only all in order; one message is safe.
    const count = this.#isOwnKind(node) ? Math.max(1, Math.ceil(users.length / size)) : 1;
    if (count === 1) return [this.#say(users, { replace: true, alive })];
    return Array.from({ length: count }, (_, index) =>
      this.#say(users.slice(index * size, (index + 1) * size), {
        replace: index === 0,
        // Asked once a set, when all of it is there.
        alive: index === count - 1 ? alive : undefined,
        chunk: { index, count },
      }),
    );
  }

  #say(userIds: readonly string[], fields: Partial<PresenceStatement>): PresenceStatement {
    const stamp: Stamp = { incarnation: this.#incarnation, version: this.#version };
    const plain = { present: true, replace: false, alive: undefined, chunk: undefined };
    return { ...plain, ...fields, node: this.#ownNode, userIds, stamp };
  }

  /** Tells the version with no users: Java adds nobody, and our own kind sees whether a change got lost. */
  #announceLater(): void {
    this.#announceTimer = this.#clock.schedule(this.#options.announceIntervalMs, () => {
      this.#outlet.flood(this.#say([], {}));
      this.#announceLater();
    });
  }

  #resyncLater(): void {
    if (this.#resyncTimer !== undefined || this.#resyncs.size === 0 || !this.#running) return;
    const firstMs = Math.min(...[...this.#resyncs.values()].map((resync) => resync.atMs));
    const delayMs = Math.max(0, firstMs - this.#clock.now());
    this.#resyncTimer = this.#clock.schedule(delayMs, () => {
      this.#resyncTimer = undefined;
      this.#askWhereDue();
      this.#resyncLater();
    });
  }

  #askWhereDue(): void {
    const nowMs = this.#clock.now();
    for (const [node, resync] of this.#resyncs) {
      if (this.#view.isComplete(node)) this.#resyncs.delete(node);
      else if (resync.atMs <= nowMs) {
        this.#stats.resyncs += 1;
        // Nobody is in it, and it replaces nothing: all it does is to draw the other's full set.
        this.#outlet.push(node, this.#say([], { alive: true }));
        resync.delayMs = Math.min(resync.delayMs * 2, this.#options.maxResyncDelayMs);
        resync.atMs = nowMs + resync.delayMs;
      }
    }
  }
}
