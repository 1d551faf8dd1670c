import assert from "node:assert/strict";
import { test } from "node:test";
import { BusNode } from "../../bus-node.js";
import { METRICS } from "../../core/metrics/metrics.js";
import { freePorts } from "../support/start-mesh.js";

test("a node reports every metric there is, by the transports that it has", async (t) => {
  const bus = new BusNode({ port: 21_200, auth: { mode: "open" }, log: { level: "silent" } });
  t.after(() => bus.stop());
  const text = await bus.metrics.text();
  for (const name of Object.keys(METRICS)) assert.match(text, new RegExp(`^${name}[ {]`, "m"), name);
  const samples = (name: string) => text.match(new RegExp(`^${name}\\{.*$`, "gm"));
  assert.deepEqual(samples("oortbus_transport_connections"), [
    'oortbus_transport_connections{transport="websocket"} 0',
    'oortbus_transport_connections{transport="long-polling"} 0',
    'oortbus_transport_connections{transport="event-stream"} 0',
    'oortbus_transport_connections{transport="streaming"} 0',
  ]);
  assert.equal(samples("oortbus_stream_resumptions_total")?.length, 4);
});

test("the links of peers are told, and what these speak on them", async (t) => {
  const ports = await freePorts(2);
  const urls = ports.map((port) => `http://127.0.0.1:${port}/cometd`);
  const nodes = ports.map(
    (port, index) =>
      new BusNode({ port, grpcPort: 0, peer: urls.toSpliced(index, 1), secret: "told", log: { level: "silent" } }),
  );
  for (const node of nodes) t.after(() => node.stop());
  await Promise.all(nodes.map((node) => node.start()));
  const text = (await nodes[0]?.metrics.text()) ?? "";
  for (const line of [
    'oortbus_links{direction="in",state="open"} 1',
    'oortbus_link_versions{version="own"} 1',
    'oortbus_link_versions{version="java"} 0',
    'oortbus_link_versions{version="other"} 0',
  ]) {
    assert.ok(text.split("\n").includes(line), line);
  }
});
