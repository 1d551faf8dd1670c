import assert from "node:assert/strict";
import { test } from "node:test";
import { BusNode } from "../../bus-node.js";
import { METRICS, type MetricFamily } from "../../core/metrics/metric-families.js";
import { metricsPage } from "../../scripts/metrics-page.js";
import { readDocument } from "../support/documents.js";
import { MeshUser } from "../support/mesh-user.js";
import { freePorts } from "../support/ports.js";
import { startNodes } from "../support/start-mesh.js";
import { until } from "../support/until.js";

/** Of each family served: its name and type, and the names of its labels but `le`. */
function families(text: string): Map<string, { type: string; labels: Set<string> }> {
  const found = new Map<string, { type: string; labels: Set<string> }>();
  for (const [, name = "", type = ""] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm))
    found.set(name, { type, labels: new Set() });
  for (const [, series = "", labels = ""] of text.matchAll(/^(\w+)\{(.*)\} \S+$/gm)) {
    const family = found.get(series) ?? found.get(series.replace(/_(bucket|sum|count)$/, ""));
    for (const [, label = ""] of labels.matchAll(/(\w+)="/g)) if (label !== "le") family?.labels.add(label);
  }
  return found;
}

test("a node reports every metric there is, by the transports that it has", async (t) => {
  const secrets = [`whsec_${Buffer.alloc(32).toString("base64")}`];
  const hook = { name: "gate", url: "http://127.0.0.1:9/", secrets, before: ["connect" as const] };
  const hooks = { endpoints: [hook] };
  const bus = new BusNode({ port: 21_200, auth: { mode: "open" }, log: { level: "silent" }, hooks });
  t.after(() => bus.stop());
  const text = await bus.metrics.text();
  const served = families(text);
  for (const [name, { type, labels = [] }] of Object.entries<MetricFamily>(METRICS)) {
    const family = served.get(name);
    assert.equal(family?.type, type, name);
    // A histogram by transport or call has no series before the first.
    if (type !== "histogram") assert.deepEqual([...family.labels].sort(), [...labels].sort(), name);
  }
  const samples = (name: string) => text.match(new RegExp(`^${name}\\{.*$`, "gm"));
  assert.deepEqual(samples("oortbus_transport_connections"), [
    'oortbus_transport_connections{transport="websocket"} 0',
    'oortbus_transport_connections{transport="long-polling"} 0',
    'oortbus_transport_connections{transport="event-stream"} 0',
    'oortbus_transport_connections{transport="streaming"} 0',
  ]);
  assert.equal(samples("oortbus_stream_resumptions_total")?.length, 4);
});

test("the catalogue has every metric that is served, and no other", async (t) => {
  const bus = new BusNode({ port: 21_201, auth: { mode: "open" }, log: { level: "silent" } });
  t.after(() => bus.stop());
  const served = [...families(await bus.metrics.text()).keys()];
  const page = readDocument("docs/metrics.md");
  const listed = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(listed.toSorted(), served.toSorted());
  assert.equal(page, await metricsPage(), "docs/metrics.md is stale: npm run generate");
});

test("messages, handshakes, links, private messages and calls are timed where they pass", async (t) => {
  const telemetry = { canary: { periodMs: 50 } };
  const nodes = await startNodes(t, 2, { grpcPort: 0, auth: { mode: "open" }, telemetry });
  const [north, south] = nodes as [BusNode, BusNode];
  const alice = await MeshUser.login(t, north.url, "alice", ["/news"]);
  const bob = await MeshUser.login(t, south.url, "bob", ["/news"]);
  // One of 61 is timed; north has them when the last has come through it.
  await Promise.all(Array.from({ length: 61 }, (_, number) => bob.publish("/news", number)));
  while ((await alice.next()).data !== 60);
  const origin = new URL(south.url).origin;
  const post = (method: string, body: unknown) =>
    fetch(`${origin}/api/v1/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  assert.equal((await post("SendToUser", { user: "alice", channel: "/inbox", data: 1 })).status, 200);
  assert.equal((await post("SendToUser", { user: 7 })).status, 400);
  await until(() => south.telemetry.canaries[0]?.roundTripMs !== undefined, "a canary is back");
  const [canary] = south.telemetry.canaries;
  assert.deepEqual([canary?.url, canary?.lossRatio], [north.url, 0]);
  const text = await south.metrics.text();
  const count = (series: string): number =>
    Number(new RegExp(`^${series.replace(/[{}+]/g, "\\$&")} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  assert.equal(count('oortbus_api_call_seconds_count{face="http",method="SendToUser",outcome="ok"}'), 1);
  assert.equal(count('oortbus_api_call_seconds_count{face="http",method="SendToUser",outcome="refused"}'), 1);
  assert.ok(count('oortbus_handshake_seconds_count{outcome="accepted"}') >= 2, "bob and north");
  assert.equal(count("oortbus_seti_send_seconds_count"), 1);
  assert.ok(count('oortbus_canaries_total{outcome="returned"}') >= 1);
  assert.ok(count("oortbus_canary_round_trip_seconds_count") >= 1);
  assert.ok(count("oortbus_link_round_trip_seconds_count") >= 1);
  assert.ok(count('oortbus_publish_to_write_seconds_count{transport="link"}') >= 1);
  assert.ok(count('oortbus_publish_to_write_seconds_bucket{transport="link",le="+Inf"}') >= 1);
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
