import { PresenceStream } from "./presence-stream.js";
import type { PresenceWriter } from "./presence-writer.js";
import type { PresenceStatement } from "./seti-message.js";

/** The ways a statement leaves. Each drops it silently when the other end is not there: that is noticed, and made good. */
export interface PresenceOutlet {
  /** To every node, on `/seti/all`. */
  flood(statement: PresenceStatement): void;
  /** To one node, on the channel it has for itself: on the path, and in the order, of changes. */
  tell(node: string, statement: PresenceStatement): void;
  /** To one node, over the OortComet for it: it need not have subscribed yet. */
  push(node: string, statement: PresenceStatement): void;
}

/** To whom changes are told: everybody the same, or each user's owners. */
export interface PresenceTeller {
  /** The first sessions of users came to this node, or the last ones went. */
  changed(users: readonly string[], present: boolean): void;
  /** What this node tells that one; undefined when it has nothing to say to it. */
  streamFor(node: string): PresenceStream | undefined;
  /** A Java node is about to get a full set. */
  prepareSet(node: string): void;
  /** Says how far each stream is. */
  announce(): void;
  /** Forgets everybody and says so. */
  end(): void;
}

/** Tells every node everything, on `/seti/all`, as Java does. */
export class FloodTeller implements PresenceTeller {
  #stream: PresenceStream;
  readonly #writer: PresenceWriter;
  readonly #outlet: PresenceOutlet;
  readonly #maxChangesKept: number;

  constructor(writer: PresenceWriter, outlet: PresenceOutlet, maxChangesKept: number) {
    this.#maxChangesKept = maxChangesKept;
    this.#stream = new PresenceStream(maxChangesKept);
    this.#writer = writer;
    this.#outlet = outlet;
  }

  changed(users: readonly string[], present: boolean): void {
    const told = this.#stream.change(users, present);
    if (told.length > 0) this.#outlet.flood(this.#writer.change(this.#stream, told, present));
  }

  streamFor(): PresenceStream {
    return this.#stream;
  }

  prepareSet(): void {}

  announce(): void {
    this.#outlet.flood(this.#writer.announcement(this.#stream));
  }

  end(): void {
    this.#stream.end();
    this.#outlet.flood(this.#writer.goodbye(this.#stream));
    this.#stream = new PresenceStream(this.#maxChangesKept);
  }
}
