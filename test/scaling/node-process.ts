import { BusNode } from "../../bus-node.js";
import { cpuMicros, serveCommands } from "../../scripts/bench/child-process.js";
import { freePort } from "../../scripts/bench/free-port.js";
import type { PresenceMode } from "./measured-cloud.js";

// Nodes as they are by default, one or several in a process of their own.

export interface NodeStart {
  /** Bayeux URLs of the nodes it links with. */
  readonly peers: readonly string[];
  readonly presence: PresenceMode;
}

const nodes: BusNode[] = [];

serveCommands({
  start: async ({ peers, presence }: NodeStart) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/cometd`;
    const node = new BusNode({
      ...{ port, grpcPort: 0, url, peer: [...peers], secret: "bench" },
      ...{ auth: { mode: "open" }, log: { level: "error" }, seti: { presence } },
    });
    await node.start();
    nodes.push(node);
    return { url };
  },
  /** The fewest peers that a node has joined. */
  joined: () => Math.min(...nodes.map(({ oort }) => oort.peers.filter(({ state }) => state === "joined").length)),
  cpu: () => cpuMicros(),
});
