import type { LinkView } from "../cluster/membership/link-view.js";

export type { LinkView } from "../cluster/membership/link-view.js";

/** Whether a node takes part: `joining` until it has found its peers, `draining` from the call to stop on. */
export type NodeState = "joining" | "ready" | "draining";

export type PeerState = "joining" | "joined" | "suspected" | "lost";

export interface PeerView {
  readonly url: string;
  /** Empty while the peer has not said it. */
  readonly id: string;
  readonly state: PeerState;
  /** When it got into this state, ISO 8601 by the answering node's clock. */
  readonly since: string;
  /** Both directions of the link with it; absent while there is neither. */
  readonly link?: LinkView | undefined;
}

/** The answer of `GET /api/v1/cluster`, to the letter (DESIGN section 2). */
export interface ClusterView {
  readonly url: string;
  readonly id: string;
  readonly state: NodeState;
  readonly peers: readonly PeerView[];
  /** Client sessions of this node. */
  readonly sessions: number;
  /** Users this node has an entry for, on whichever node they are. */
  readonly users: number;
  /** Nodes among which users are placed by consistent hash, this one included. */
  readonly shards: number;
}
