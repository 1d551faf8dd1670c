import { Listeners } from "../core/listeners.js";
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
export class PresenceListeners extends Listeners<PresenceListener> {
  readonly #ownNode: string;

  constructor(ownNode: string, logger: Logger) {
    super(logger, "presence listener failed");
    this.#ownNode = ownNode;
  }

  /** Somebody came or went. @param isEdge - he was nowhere before, or is nowhere now */
  told({ user, node, present, nodes }: PresenceEvent, isEdge: boolean): void {
    const local = node === this.#ownNode;
    this.tell((listener) => {
      if (present) listener.added?.(user, node, local);
      else listener.removed?.(user, node, local);
      listener.changed?.(user, nodes);
      if (isEdge && present) listener.firstAnywhere?.(user);
      else if (isEdge) listener.lastAnywhere?.(user);
    });
  }

  /** On how many nodes a user is whom this node does not own. */
  counted(user: string, nodes: number): void {
    this.tell((listener) => listener.changed?.(user, nodes));
  }
}
