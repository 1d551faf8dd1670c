import type { Clock, Timer } from "../core/clock.js";
import type { NodeStatus } from "./node-report.js";
import { PulledStream } from "./pulled-stream.js";

/** One piece of news of WatchCluster; exactly one field is there. */
export interface ClusterNews {
  readonly started?: { readonly node: string };
  readonly snapshot?: { readonly time: string; readonly nodes: readonly NodeStatus[] };
  readonly ended?: { readonly reason: string };
}

export interface ClusterStreamOptions {
  /** Bayeux URL of this node. */
  readonly node: string;
  readonly intervalMs: number;
  readonly clock: Clock;
  /** The cluster as it is now. */
  look(): Promise<readonly NodeStatus[]>;
}

/** What one caller of WatchCluster gets: the start, then snapshots. The next is made when the caller has taken the last. */
export class ClusterStream extends PulledStream<ClusterNews> {
  readonly #options: ClusterStreamOptions;
  #isStarted = false;
  #snapshot: ClusterNews | undefined;
  #timer: Timer | undefined;

  constructor(options: ClusterStreamOptions) {
    super();
    this.#options = options;
    void this.#look();
  }

  async #look(): Promise<void> {
    const { look, clock, intervalMs } = this.#options;
    const nodes = await look();
    if (this.isDone) return;
    this.#snapshot = { snapshot: { time: new Date(clock.now()).toISOString(), nodes } };
    this.#timer = clock.schedule(intervalMs, () => void this.#look());
    this.wake();
  }

  protected take(): ClusterNews | undefined {
    if (!this.#isStarted) {
      this.#isStarted = true;
      return { started: { node: this.#options.node } };
    }
    const snapshot = this.#snapshot;
    this.#snapshot = undefined;
    return snapshot;
  }

  protected lastWord(reason: string): ClusterNews {
    return { ended: { reason } };
  }

  protected closed(): void {
    this.#timer?.cancel();
  }
}
