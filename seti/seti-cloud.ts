import type { PrintedMessage } from "../core/message/publication.js";
import type { ServerSession } from "../core/session/server-session.js";

/** A node of the cloud as Seti sees it. */
export interface SetiPeer {
  /** Its oortURL, always spelt the same. */
  readonly url: string;
  readonly kind?: "oortbus" | "java" | "unknown" | undefined;
  /** Start time of its present run, told by nodes of our own kind. */
  readonly incarnation?: number | undefined;
}

/** How Seti takes what comes on its channels. */
export interface SetiChannelOwner {
  readonly session: ServerSession;
  hear(printed: PrintedMessage): void;
  /** @returns the data of what came in an envelope, in the form that every node reads; undefined when there is none */
  open(printed: PrintedMessage): string | undefined;
}

/** What Seti needs of the cluster layer. An `Oort` is one; a test or an embedding program may bring another. */
export interface SetiCloud {
  /** This node's oortURL. */
  readonly url: string;
  /** Start time of this run, in milliseconds. */
  readonly incarnation: number;
  readonly peers: readonly (SetiPeer & { readonly state: string })[];
  /** From now on every link brings what peers publish on the channel. */
  observeChannel(name: string): void;
  deobserveChannel(name: string): void;
  /**
   * What peers send on an observed channel is handed to its owner as it came, as long as he alone is subscribed and nobody
   * else sees it; else it is published, and he gets it as any subscriber. A cloud without this publishes always.
   * @returns a function that ends it
   */
  ownChannel?(name: string, owner: SetiChannelOwner): () => void;
  /** The channel is internal: observing a wildcard does not bring it. */
  addExactChannel(name: string): void;
  /** @returns a function that removes the listener again */
  addListener(listener: {
    joined?(peer: SetiPeer): void;
    left?(peer: SetiPeer): void;
    /** It is about to leave, and takes nothing new. */
    leaving?(peer: SetiPeer): void;
    /** The same of this node. */
    draining?(): void;
  }): () => void;
  /** Publishes over the OortComet for that node. Whether it arrives is not waited for. */
  publishTo(url: string, channel: string, data: unknown): unknown;
  /** True for sessions of peers, and for the local session that publishes here what came from peers. */
  isOort(session: ServerSession): boolean;
  /** Whose session it is; undefined for one of no peer. */
  peerOf(session: ServerSession): { readonly url: string } | undefined;
  /** A peer broke the protocol, and may be parted with if it goes on so. */
  fault?(session: ServerSession): void;
  /** Whether a server session of that node is registered here. */
  hasPeerSession(url: string): boolean;
}
