import assert from "node:assert/strict";
import { test } from "node:test";
import { BusNode } from "../../bus-node.js";
import { METRICS } from "../../core/metrics/metrics.js";

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
