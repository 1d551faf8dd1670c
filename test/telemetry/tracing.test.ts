import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import type { BusNode } from "../../bus-node.js";
import { EventBusClient } from "../../proto/grpc-client.js";
import { MeshUser } from "../support/mesh-user.js";
import { freePorts } from "../support/ports.js";
import { buildRoot, projectRoot } from "../support/project-root.js";
import { startNodes } from "../support/start-mesh.js";

interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  /** Of the resource. */
  readonly node: string;
  readonly attributes: Map<string, unknown>;
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string };
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly (CollectedSpan & { attributes: readonly Attribute[] })[];
    }[];
  }[];
}

function toMap(attributes: readonly Attribute[]): Map<string, unknown> {
  return new Map(attributes.map(({ key, value }) => [key, value.stringValue]));
}

/** Takes OTLP over HTTP, in JSON. */
async function collector(t: TestContext) {
  const spans: CollectedSpan[] = [];
  const server = createServer(async (request, response) => {
    assert.deepEqual([request.method, request.url], ["POST", "/v1/traces"]);
    const { resourceSpans } = (await json(request)) as Export;
    for (const { resource, scopeSpans } of resourceSpans) {
      const node = toMap(resource.attributes).get("server.address") as string;
      for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
        spans.push({ ...span, node, attributes: toMap(span.attributes) });
      }
    }
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  return { spans, otlpUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces` };
}

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const CALLER = "00f067aa0ba902b7";
const EXT = { traceparent: `00-${TRACE}-${CALLER}-01` };

/** Each span under its parent: what it is, of which channel if it says so, and on which node. */
function tree(spans: readonly CollectedSpan[], nodes: readonly BusNode[], parent = CALLER, indent = ""): string {
  return spans
    .filter(({ parentSpanId }) => parentSpanId === parent)
    .map((span) => {
      const channel = String(span.attributes.get("messaging.destination.name") ?? "").replace(
        /^\/seti\/.*/,
        "/seti/<node>",
      );
      const place = nodes.findIndex(({ url }) => url === span.node);
      const below = tree(spans, nodes, span.spanId, `${indent}  `);
      return `${indent}${span.name} ${channel}@${place}\n${below}`;
    })
    .sort()
    .join("");
}

for (const linkEncoding of ["protobuf", "json"] as const) {
  test(`one trace shows a message from its publish over a link in ${linkEncoding} to its write`, async (t) => {
    const { spans, otlpUrl } = await collector(t);
    const telemetry = { traces: { otlpUrl, sampleRatio: 0 } };
    const nodes = await startNodes(t, 2, { auth: { mode: "open" }, oort: { linkEncoding }, telemetry });
    const [north, south] = nodes as [BusNode, BusNode];
    const alice = await MeshUser.login(t, north.url, "alice", ["/news"]);
    const bob = await MeshUser.login(t, south.url, "bob", ["/news"]);
    await bob.client.publish("/news", "nobody follows this");
    await bob.client.publish("/news", "hello", { ext: EXT });
    assert.equal((await alice.next()).data, "nobody follows this");
    assert.equal((await alice.next()).data, "hello");
    await bob.client.publish("/service/seti", { to: "alice", channel: "/inbox", data: "psst" }, { ext: EXT });
    assert.deepEqual((await alice.next()).data, { from: "bob", data: "psst" });
    await Promise.all(nodes.map((node) => node.stop())); // sends what is left
    assert.ok(
      spans.every(({ traceId }) => traceId === TRACE),
      "one trace",
    );
    assert.equal(
      tree(spans, nodes),
      `publish /news@1
  deliver @1
  forward @1
  receive /news@0
    deliver @0
publish /service/seti@1
  publish /seti/<node>@1
    forward @1
    receive /seti/<node>@0
      deliver @0
`,
    );
    for (const span of spans) {
      const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
      assert.ok(BigInt(span.startTimeUnixNano) >= BigInt(parent?.startTimeUnixNano ?? 0), `${span.name} begins later`);
      assert.ok(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano), `${span.name} ends after it begins`);
    }
  });
}

test("a backend's trace goes on through its calls over HTTP and gRPC to the writes", async (t) => {
  const { spans, otlpUrl } = await collector(t);
  const telemetry = { traces: { otlpUrl, sampleRatio: 0 } };
  const [grpcPort = 0] = await freePorts(1);
  const grpcPorts = [0, grpcPort];
  const nodes = await startNodes(t, 2, (index) => ({
    auth: { mode: "open" },
    telemetry,
    grpcPort: grpcPorts[index]!,
  }));
  const [north, south] = nodes as [BusNode, BusNode];
  const alice = await MeshUser.login(t, north.url, "alice", ["/news"]);
  const publish = (data: string, headers: Record<string, string>) =>
    fetch(new URL("/api/v1/Publish", south.url), {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ channel: "/news", data }),
    });
  await publish("hello", EXT);
  assert.deepEqual(await alice.next(), { channel: "/news", data: "hello" });
  for (const traceparent of ["nonsense", `00-${TRACE}-${CALLER}-00`]) {
    await publish("not followed", { traceparent });
    assert.equal((await alice.next()).data, "not followed");
  }
  const backend = new EventBusClient(`127.0.0.1:${grpcPort}`);
  t.after(() => backend.close());
  await backend.sendToUser({ user: "alice", channel: "/inbox", data: Buffer.from('"psst"') }, EXT);
  assert.deepEqual(await alice.next(), { channel: "/inbox", data: "psst" });
  await Promise.all(nodes.map((node) => node.stop()));
  assert.equal(
    tree(spans, nodes),
    `Publish @1
  publish /news@1
    forward @1
    receive /news@0
      deliver @0
SendToUser @1
  publish /seti/<node>@1
    forward @1
    receive /seti/<node>@0
      deliver @0
`,
  );
  assert.equal(spans.length, 10, "and nothing else is followed");
});

test("a collector that is away costs the messages nothing, and is counted", async (t) => {
  const server = createServer((_request, response) => response.writeHead(400).end());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const otlpUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`;
  const telemetry = { traces: { otlpUrl, sampleRatio: 1 } };
  const [node] = (await startNodes(t, 1, { auth: { mode: "open" }, peer: [], telemetry })) as [BusNode];
  const alice = await MeshUser.login(t, node.url, "alice", ["/news"]);
  await alice.publish("/news", "hello");
  assert.equal((await alice.next()).data, "hello");
  await node.stop();
  assert.match(await node.metrics.text(), /^oortbus_spans_total\{outcome="failed"\} 2$/m);
});

test("a node without traces does not even load OpenTelemetry", async () => {
  const program = `
    const { BusNode } = await import(${JSON.stringify(join(buildRoot, "bus-node.js"))});
    const bus = new BusNode({ port: 21202, grpcPort: 0, log: { level: "silent" } });
    await bus.start();
    const { createRequire } = await import("node:module");
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    console.log(loaded.some((file) => file.includes("pino")), loaded.some((file) => /@opentelemetry.(sdk|exporter|resources)/.test(file)));
    await bus.stop();`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH },
  });
  assert.equal(stdout, "true false\n");
});
