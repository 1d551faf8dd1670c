import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import type { NodeConfigInput } from "../../config.js";
import { BusNode, ConfigError, silentLogger } from "../../index.js";
import { freePorts } from "../support/ports.js";

async function startNode(t: TestContext, config: NodeConfigInput): Promise<BusNode> {
  const [port] = await freePorts(1);
  const bus = new BusNode({ port: port!, grpcPort: 0, secret: "s", ...config }, { logger: silentLogger });
  t.after(() => bus.stop());
  await bus.start();
  return bus;
}

/** Settles when the node has a member at that URL. */
function joins(bus: BusNode, url: string): Promise<void> {
  return new Promise((resolve) => {
    if (bus.oort.peers.some((peer) => peer.url === url && peer.state === "joined")) resolve();
    bus.oort.addListener({ joined: (peer) => void (peer.url === url && resolve()) });
  });
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  await once(socket, "close");
  return port;
}

test("nodes that know nothing of each other become a cloud by multicast, and two clouds stay two", async (t) => {
  const multicast = { enabled: true, interface: "127.0.0.1", port: await freeUdpPort(), advertiseMs: 200 };
  const blue = { multicast, joiningTimeoutMs: 100, oort: { clusterName: "blue" } };
  const [alpha, beta] = await Promise.all([startNode(t, blue), startNode(t, blue)]);
  const green = await startNode(t, { ...blue, oort: { clusterName: "green" } });
  await Promise.all([joins(alpha, beta.url), joins(beta, alpha.url)]);
  const third = await startNode(t, blue);
  await Promise.all([joins(third, alpha.url), joins(alpha, third.url), joins(beta, third.url)]);
  assert.deepEqual(green.oort.peers, []);
});

test("whoever looks for peers by multicast needs a secret", () => {
  assert.throws(() => new BusNode({ port: 8081, multicast: { enabled: true } }), ConfigError);
});
