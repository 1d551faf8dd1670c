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

/** Of the sessions that one node gave a message to. */
interface Told {
  confirmed: number;
  /** Not settled. */
  open: number;
  /** In which it has last answered. */
  readonly round: number;
}

/**
 * What other nodes have said of the sessions they gave a message to. Asked again, they tell all from the start; what a node
 * has said that is not asked again, since the next owner does not know of it, stands, and it goes on to tell.
 */
export class RemoteConfirmations {
  readonly #nodes = new Map<string, Told>();
  #round = 0;

  /** A new round of questions begins. */
  askedAnew(): void {
    this.#round += 1;
  }

  get confirmed(): number {
    let confirmed = 0;
    for (const told of this.#nodes.values()) confirmed += told.confirmed;
    return confirmed;
  }

  /** Nodes with a session that confirmed. */
  get nodes(): number {
    let nodes = 0;
    for (const { confirmed } of this.#nodes.values()) if (confirmed > 0) nodes += 1;
    return nodes;
  }

  get isOpen(): boolean {
    for (const { open } of this.#nodes.values()) if (open > 0) return true;
    return false;
  }

  /** It has answered in this round, and will tell more. */
  isOpenAt(node: string): boolean {
    const told = this.#nodes.get(node);
    return told !== undefined && told.open > 0 && told.round === this.#round;
  }

  note(node: string, { confirmed = 0, open = 0 }: Confirmations): void {
    const told = this.#nodes.get(node);
    const before = told?.round === this.#round ? told.confirmed : 0;
    this.#nodes.set(node, { confirmed: before + confirmed, open, round: this.#round });
  }

  /** Of a question of an earlier round. @returns false where it tells nothing new */
  noteEarlier(node: string, { confirmed = 0, open = 0 }: Confirmations): boolean {
    const told = this.#nodes.get(node);
    if (told === undefined || told.open === 0 || told.round === this.#round) return false;
    told.confirmed += confirmed;
    told.open = open;
    return true;
  }

  /** The node has left: what it has not said it never will. */
  left(node: string): void {
    const told = this.#nodes.get(node);
    if (told !== undefined) told.open = 0;
  }
}

/** As an answer tells them: confirmed since the last one, and not known yet. */
interface Confirmations {
  readonly confirmed?: number | undefined;
  readonly open?: number | undefined;
}
