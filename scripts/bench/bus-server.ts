import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { BusNode } from "../../bus-node.js";
import type { OortOptionsInput } from "../../cluster/oort-options.js";
import { cpuMicros, serveCommands } from "./child-process.js";

// One node, as it is by default, in a process of its own.

export interface NodeStart {
  /** Bayeux URLs of the nodes it links with. */
  readonly peers: readonly string[];
  readonly linkEncoding?: OortOptionsInput["linkEncoding"];
}

let node: BusNode | undefined;

serveCommands({
  start: async ({ peers, linkEncoding }: NodeStart) => {
    const port = await freePort();
    node = new BusNode({
      port,
      grpcPort: 0,
      url: `http://127.0.0.1:${port}/cometd`,
      peer: [...peers],
      secret: "bench",
      log: { level: "error" },
      ...(linkEncoding === undefined ? {} : { oort: { linkEncoding } }),
    });
    await node.start();
    return { url: node.url };
  },
  /** How many peers are joined just now. */
  joined: () => node?.oort.peers.filter(({ state }) => state === "joined").length ?? 0,
  cpu: () => cpuMicros(),
});

/** The node must know its port before it listens, since the port is part of its name. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
