import type { Until } from "./send-result.js";

/** What a sender waits for beyond the queue. */
export type Confirmed = Exclude<Until, "queued">;

/** How one session's delivery is followed. */
export interface DeliveryWatch {
  readonly until: Confirmed;
  /** Called once: whether the message came that far. May be called before the delivery returns. */
  settled(confirmed: boolean): void;
}

/** How far a message has come with the sessions of one user on one node. */
export class DeliveryConfirmation {
  readonly until: Confirmed;
  /** Sessions where it came as far as asked, and those where that is not known yet. */
  confirmed = 0;
  open = 0;
  #listeners: ((confirmed: boolean) => void)[] = [];

  constructor(until: Confirmed) {
    this.until = until;
  }

  /** One more session. Settled twice, it counts once. */
  watchSession(): DeliveryWatch {
    this.open += 1;
    let isOpen = true;
    return {
      until: this.until,
      settled: (confirmed) => {
        if (!isOpen) return;
        isOpen = false;
        this.open -= 1;
        if (confirmed) this.confirmed += 1;
        for (const listener of this.#listeners) listener(confirmed);
        if (this.open === 0) this.#listeners = [];
      },
    };
  }

  /** Tells of each session that is settled from now on. */
  onSettled(listener: (confirmed: boolean) => void): void {
    if (this.open > 0) this.#listeners.push(listener);
  }
}

/** What other nodes have said of the sessions they gave a message to. */
export class RemoteConfirmations {
  confirmed = 0;
  /** Made when first needed, as the other: a message that waits for nothing needs neither. */
  #nodes: Set<string> | undefined;
  /** Sessions not settled, by node. */
  #open: Map<string, number> | undefined;

  /** Nodes with a session that confirmed. */
  get nodes(): number {
    return this.#nodes?.size ?? 0;
  }

  get isOpen(): boolean {
    return this.#open !== undefined && this.#open.size > 0;
  }

  isOpenAt(node: string): boolean {
    return this.#open?.has(node) === true;
  }

  note(node: string, { confirmed = 0, open = 0 }: { confirmed?: number | undefined; open?: number | undefined }): void {
    this.confirmed += confirmed;
    if (confirmed > 0) {
      this.#nodes ??= new Set();
      this.#nodes.add(node);
    }
    if (open > 0) {
      this.#open ??= new Map();
      this.#open.set(node, open);
    } else this.#open?.delete(node);
  }

  /** The node has left: what it has not said it never will. */
  left(node: string): void {
    this.#open?.delete(node);
  }
}
