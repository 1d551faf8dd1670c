import type { Logger } from "../core/logger.js";
import type { PresenceEvent } from "./presence-table.js";

/** Told of presence. Every method is optional; one that throws is logged. */
export interface PresenceListener {
  /** The user has a first session at the node. `local` is true for this node. */
  added?(user: string, node: string, local: boolean): void;
  /** The user's last session at the node is gone, or the node itself is. */
  removed?(user: string, node: string, local: boolean): void;
  /** The number of nodes that hold the user changed; 0 when he is nowhere. */
  changed?(user: string, nodes: number): void;
  /** The user was nowhere, and has a session now. In shard mode told at the user's owners. */
  firstAnywhere?(user: string): void;
  /** The user's last session is gone. In shard mode told at the user's owners. */
  lastAnywhere?(user: string): void;
}

/** Who is told of presence. */
export class PresenceListeners {
  readonly #ownNode: string;
  readonly #logger: Logger;
  #listeners: readonly PresenceListener[] = [];

  constructor(ownNode: string, logger: Logger) {
    this.#ownNode = ownNode;
    this.#logger = logger;
  }

  /** @returns a function that removes the listener again */
  add(listener: PresenceListener): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  }

  /** Somebody came or went. @param isEdge - he was nowhere before, or is nowhere now */
  told({ user, node, present, nodes }: PresenceEvent, isEdge: boolean): void {
    const local = node === this.#ownNode;
    for (const listener of this.#listeners) {
      try {
        if (present) listener.added?.(user, node, local);
        else listener.removed?.(user, node, local);
        listener.changed?.(user, nodes);
        if (isEdge && present) listener.firstAnywhere?.(user);
        else if (isEdge) listener.lastAnywhere?.(user);
      } catch (err) {
        this.#failed(err);
      }
    }
  }

  /** On how many nodes a user is whom this node does not own. */
  counted(user: string, nodes: number): void {
    for (const listener of this.#listeners) {
      try {
        listener.changed?.(user, nodes);
      } catch (err) {
        this.#failed(err);
      }
    }
  }

  #failed(err: unknown): void {
    this.#logger.error({ err }, "presence listener failed");
  }
}
