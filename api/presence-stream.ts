import { PulledStream } from "./pulled-stream.js";

/** One piece of news of a watch; exactly one field is there. */
export interface PresenceNews {
  readonly started?: { readonly node: string };
  readonly change?: { readonly user: string; readonly present: boolean; readonly nodes: number };
  readonly count?: { readonly present: number; readonly watched: number };
  readonly gap?: { readonly dropped: number };
  readonly ended?: { readonly reason: string };
}

type Change = NonNullable<PresenceNews["change"]>;

export interface PresenceStreamOptions {
  /** Bayeux URL of this node. */
  readonly node: string;
  readonly users: readonly string[];
  /** Tell how many are present, not who. */
  readonly counts: boolean;
  /** Changes kept for a caller who reads slowly. */
  readonly maxBufferedChanges: number;
  /** On how many nodes a user is. */
  nodeCountOf(user: string): number;
  /** Until then that is not known of all of them; undefined where it is. */
  readonly located: Promise<void> | undefined;
  /** Called once, when nobody reads any more. */
  closed(): void;
}

/**
 * What one caller of WatchPresence gets: the start, the state of every user, then changes. Of a caller who reads too
 * slowly the changes are dropped, and he is told so, and the state of every user again.
 */
export class PresenceStream extends PulledStream<PresenceNews> {
  readonly #options: PresenceStreamOptions;
  /** Goes before the changes. */
  #first: PresenceNews[];
  #changes: Change[] = [];
  #dropped = 0;
  #isCountDue = false;
  #isLocated = false;

  constructor(options: PresenceStreamOptions) {
    super();
    this.#options = options;
    this.#first = [{ started: { node: options.node } }];
    if (options.located === undefined) this.#begin();
    else void options.located.then(() => this.#begin());
  }

  #begin(): void {
    if (this.isDone) return;
    this.#isLocated = true;
    this.#first.push(...this.#state());
    this.wake();
  }

  /** What changed in one turn of the node. */
  push(changes: readonly Change[]): void {
    if (!this.#isLocated || this.isEnding) return;
    if (this.#options.counts) this.#isCountDue = true;
    else if (this.#dropped > 0) this.#dropped += changes.length;
    else if (this.#changes.length + changes.length <= this.#options.maxBufferedChanges) this.#changes.push(...changes);
    else {
      this.#dropped = this.#changes.length + changes.length;
      this.#changes = [];
    }
    this.wake();
  }

  protected take(): PresenceNews | undefined {
    const first = this.#first.shift();
    if (first !== undefined) return first;
    if (this.#dropped > 0) {
      const dropped = this.#dropped;
      this.#dropped = 0;
      this.#first = this.#state();
      return { gap: { dropped } };
    }
    const change = this.#changes.shift();
    if (change !== undefined) return { change };
    if (!this.#isCountDue) return undefined;
    this.#isCountDue = false;
    return this.#state()[0];
  }

  protected lastWord(reason: string): PresenceNews {
    return { ended: { reason } };
  }

  protected closed(): void {
    this.#changes = [];
    this.#first = [];
    this.#options.closed();
  }

  #state(): PresenceNews[] {
    const { users, counts, nodeCountOf } = this.#options;
    const changes = users.map((user) => {
      const nodes = nodeCountOf(user);
      return { change: { user, present: nodes > 0, nodes } };
    });
    if (!counts) return changes;
    return [{ count: { present: changes.filter(({ change }) => change.present).length, watched: users.length } }];
  }
}
