import { BusNode } from "../../../bus-node.js";
import type { OortOptionsInput } from "../../../cluster/oort-options.js";
import type { QueuePolicy } from "../../../core/message/delivery-rules.js";
import type { SetiOptionsInput } from "../../../seti/seti-options.js";
import { cpuMicros, serveCommands } from "../child-process.js";
import { freePort } from "../free-port.js";

// One node, as it is by default, in a process of its own.

export interface NodeStart {
  /** Bayeux URLs of the nodes it links with. */
  readonly peers: readonly string[];
  readonly linkEncoding?: OortOptionsInput["linkEncoding"];
  readonly queuePolicy?: QueuePolicy;
  readonly presence?: SetiOptionsInput["presence"];
}

let node: BusNode | undefined;

serveCommands({
  start: async ({ peers, linkEncoding, presence, queuePolicy }: NodeStart) => {
    const port = await freePort();
    node = new BusNode({
      port,
      grpcPort: 0,
      url: `http://127.0.0.1:${port}/cometd`,
      peer: [...peers],
      secret: "bench",
      log: { level: "error" },
      ...(linkEncoding === undefined ? {} : { oort: { linkEncoding } }),
      ...(queuePolicy === undefined ? {} : { bayeux: { queuePolicy } }),
      ...(presence === undefined ? {} : { seti: { presence } }),
    });
    await node.start();
    return { url: node.url };
  },
  /** How many peers are joined just now. */
  joined: () => node?.oort.peers.filter(({ state }) => state === "joined").length ?? 0,
  dropped: () => node?.bayeux.stats.messagesDropped ?? 0,
  cpu: () => cpuMicros(),
  memory: () => process.memoryUsage.rss(),
});
