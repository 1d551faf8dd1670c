import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { NodeConfigInput } from "../../config.js";
import { BayeuxClient } from "../../core/client/node.js";
import { encodeZ85 } from "../../core/message/z85.js";
import { BusNode, type Message, silentLogger } from "../../index.js";
import { freePorts } from "../support/ports.js";

async function startNode(t: TestContext, config: NodeConfigInput): Promise<BusNode> {
  const [port] = await freePorts(1);
  const bus = new BusNode({ port: port!, grpcPort: 0, ...config }, { logger: silentLogger });
  t.after(() => bus.stop());
  await bus.start();
  return bus;
}

async function connect(t: TestContext, bus: BusNode): Promise<BayeuxClient> {
  const client = new BayeuxClient({ url: bus.url });
  t.after(() => client.abort());
  await client.handshake();
  return client;
}

/** A handshake that asks for the time. */
async function askTime(bus: BusNode): Promise<Message> {
  const response = await fetch(bus.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([{ channel: "/meta/handshake", ext: { timesync: { tc: 1, l: 0, o: 0 } } }]),
  });
  return ((await response.json()) as Message[])[0]!;
}

test("a node has the extensions that its configuration names, timesync unless told otherwise", async (t) => {
  const plain = await startNode(t, {});
  assert.equal(typeof (await askTime(plain)).ext?.timesync, "object");

  const bus = await startNode(t, { extensions: { enabled: ["binary", "timestamp"] } });
  const reply = await askTime(bus);
  assert.equal(reply.ext?.timesync, undefined);
  assert.equal(typeof reply.timestamp, "string");
  const client = await connect(t, bus);
  const seen: unknown[] = [];
  bus.bayeux.addService("/service/file", (_session, { data }) => void seen.push(data));
  const bytes = Uint8Array.of(1, 2, 3);
  await client.publish("/service/file", { data: encodeZ85(bytes), last: true }, { ext: { binary: {} } });
  assert.deepEqual(seen, [{ data: bytes, last: true }]);
});

test("an idle client is disconnected, and the links of the cluster, which say nothing either, are not", async (t) => {
  const config: NodeConfigInput = {
    secret: "S",
    oort: { heartbeatMs: 100 },
    bayeux: { timeoutMs: 100 },
    extensions: { enabled: ["activity"], activityMaxIdleMs: 1_000 },
  };
  const north = await startNode(t, config);
  const south = await startNode(t, { ...config, peer: [north.url] });
  const left: string[] = [];
  for (const bus of [north, south]) bus.oort.addListener({ left: (peer) => left.push(peer.url) });
  const client = await connect(t, north);
  await new Promise<void>((resolve) => {
    client.onState((state) => {
      if (state === "disconnected") resolve();
    });
  });
  assert.deepEqual(left, []);
  assert.deepEqual(
    south.oort.peers.map(({ state }) => state),
    ["joined"],
  );
});

test("bytes go from node to node as text, and are bytes to the listeners of each", async (t) => {
  const config: NodeConfigInput = { secret: "S", extensions: { enabled: ["binary"] } };
  const north = await startNode(t, config);
  const south = await startNode(t, { ...config, peer: [north.url] });
  const heard: unknown[] = [];
  for (const { bayeux } of [north, south]) {
    bayeux.addMessageListener("/files", (_session, { data }) => void heard.push(data));
  }
  const sender = await connect(t, north);
  const reader = await connect(t, south);
  const got = new Promise<Message>((resolve) => void reader.onDelivery(resolve));
  await reader.subscribe("/files", () => {}).ready;
  const bytes = Uint8Array.of(1, 2, 3);
  const data = { data: encodeZ85(bytes), last: false, meta: { name: "a.bin" } };
  await sender.publish("/files", data, { ext: { binary: {} } });
  const { channel, data: received, ext } = await got;
  assert.deepEqual([channel, received, ext?.binary], ["/files", data, {}]);
  const decoded = { data: bytes, last: false, meta: { name: "a.bin" } };
  assert.deepEqual(heard, [decoded, decoded]);
});
