import { parseArgs } from "node:util";
import { BusNode } from "../../bus-node.js";
import { BayeuxClient } from "../../core/client/node.js";
import { freePort } from "./free-port.js";

// Prints how many link messages a broadcast costs, and how much CPU time all nodes together, when only some of the nodes
// have a subscriber: with `oort.forwarding: "interest"`, and with "observe", as in CometD. Fails if a message is missing.
//
//   node dist/scripts/bench/interest.js [--nodes 6] [--messages 2000]

type Forwarding = "interest" | "observe";

const BURST = 50;

async function startNodes(count: number, forwarding: Forwarding): Promise<BusNode[]> {
  const nodes: BusNode[] = [];
  for (let index = 0; index < count; index += 1) {
    const port = await freePort();
    const node = new BusNode({
      port,
      grpcPort: 0,
      url: `http://127.0.0.1:${port}/cometd`,
      peer: nodes.map(({ url }) => url),
      secret: "bench",
      oort: { forwarding },
      log: { level: "error" },
    });
    nodes.push(node);
    await node.start();
  }
  await until(() => nodes.every(({ oort }) => joinedPeers(oort) === count - 1));
  return nodes;
}

function joinedPeers(oort: BusNode["oort"]): number {
  return oort.peers.filter(({ state }) => state === "joined").length;
}

async function measure(
  forwarding: Forwarding,
  count: number,
  messages: number,
  print: (line: object) => void,
): Promise<void> {
  const nodes = await startNodes(count, forwarding);
  const [first, ...others] = nodes as [BusNode, ...BusNode[]];
  let received = 0;
  const crossed = (): number =>
    nodes.reduce(
      (sum, { oort }) => sum + (forwarding === "observe" ? 0 : oort.stats.hopsWithoutInterest) + oort.stats.republished,
      0,
    );
  for (let interested = 0; interested < count; interested += 1) {
    const channel = `/topic/${interested}`;
    const clients = others.slice(0, interested).map(({ url }) => new BayeuxClient({ url }));
    for (const client of clients) {
      await client.handshake();
      await client.subscribe(channel, () => {
        received += 1;
      }).ready;
    }
    received = 0;
    const before = { crossed: crossed(), cpu: process.cpuUsage() };
    for (let sent = 0; sent < messages; sent += BURST) {
      for (let one = 0; one < BURST; one += 1) first.bayeux.publish(undefined, channel, { text: "x".repeat(80) });
      await until(() => received === interested * (sent + BURST));
    }
    const expected = forwarding === "observe" ? count - 1 : interested;
    await until(() => crossed() - before.crossed >= expected * messages);
    const { user, system } = process.cpuUsage(before.cpu);
    print({
      forwarding,
      nodes: count,
      interested,
      "link messages a broadcast": Math.round((100 * (crossed() - before.crossed)) / messages) / 100,
      "CPU us a broadcast": Math.round((user + system) / messages),
    });
    await Promise.all(clients.map((client) => client.disconnect()));
  }
  await Promise.all(nodes.map((node) => node.stop()));
}

async function until(check: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  while (!check()) {
    if (performance.now() > end) throw new Error("messages are missing, or nodes");
    await new Promise((resolve) => setTimeout(resolve, 1)); // asleep, so that the waiting is not measured
  }
}

const { values } = parseArgs({
  options: { nodes: { type: "string", default: "6" }, messages: { type: "string", default: "2000" } },
});
const nodes = Number(values.nodes);
await measure("interest", nodes, 500, () => {}); // warms up
for (const forwarding of ["interest", "observe"] as const) {
  await measure(forwarding, nodes, Number(values.messages), (line) => console.log(JSON.stringify(line)));
}
