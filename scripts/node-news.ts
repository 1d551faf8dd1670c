import type { BusNode } from "../bus-node.js";

/** What a node that was started by a mesh tells it, over the process's IPC channel, whenever it changes. */
export interface NodeNews {
  readonly state: BusNode["state"];
  /** Peers that are joined. */
  readonly joined: number;
}

/** What a mesh says to a node when it hands it a socket. */
export const CONNECTION = "connection";
