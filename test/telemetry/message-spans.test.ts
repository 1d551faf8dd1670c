import assert from "node:assert/strict";
import { test } from "node:test";
import { SpanStatusCode } from "@opentelemetry/api";
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-node";
import { silentLogger } from "../../core/logger.js";
import type { Message } from "../../core/message/message.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import { MessageSpans } from "../../telemetry/message-spans.js";
import { telemetryOptions } from "../../telemetry/telemetry-options.js";
import { FakeClock } from "../support/fake-clock.js";
import { ScriptedRandom } from "../support/scripted-random.js";

const PARENT = { trace: "0af7651916cd43dd8448eb211c80319c", span: "b7ad6b7169203331" };
const SAMPLED = `00-${PARENT.trace}-${PARENT.span}-01`;
const NOT_SAMPLED = `00-${PARENT.trace}-${PARENT.span}-00`;

/** A server whose messages are followed, with a subscriber on /a. */
function followed(traces: Record<string, unknown> = {}) {
  const clock = new FakeClock(1_800_000_000_000);
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const server = new BayeuxServer({}, { clock });
  const peers = new Set<ServerSession>();
  server.dispatcher.tracer = new MessageSpans(
    provider.getTracer("test"),
    telemetryOptions.parse({ traces: { sampleRatio: 0, ...traces } }).traces,
    {
      clock,
      random: new ScriptedRandom(),
      logger: silentLogger,
      isOort: (session) => peers.has(session),
      peerOf: (session) => (peers.has(session) ? { url: "http://peer/cometd", id: "peer" } : undefined),
    },
  );
  const got: Message[] = [];
  const local = server.newLocalSession("alice");
  void local.handshake();
  local.subscribe("/a", (message) => got.push(message));
  const publish = (ext?: Record<string, unknown>) =>
    local.publish("/a", 1, ext === undefined ? {} : { ext }) as Message;
  return { server, exporter, local, peers, got, publish, clock };
}

function names(spans: readonly ReadableSpan[]): string[] {
  return spans.map(({ name }) => name);
}

test("a publish is a span of the publisher's trace, if that is sampled", () => {
  const { exporter, publish, got } = followed();
  assert.equal(publish({ traceparent: SAMPLED }).successful, true);
  const [span, ...others] = exporter.getFinishedSpans();
  assert.equal(others.length, 0);
  assert.equal(span?.name, "publish");
  assert.equal(span.spanContext().traceId, PARENT.trace);
  assert.equal(span.parentSpanContext?.spanId, PARENT.span);
  assert.equal(span.attributes["messaging.destination.name"], "/a");
  assert.deepEqual(got, [{ channel: "/a", data: 1 }], "and clients do not see it");
});

test("clients get the traceparent of the publish where that is asked for, and other fields of ext in any case", () => {
  const quiet = followed();
  quiet.publish({ traceparent: SAMPLED, other: 1 });
  assert.deepEqual(quiet.got[0]?.ext, { other: 1 });
  const open = followed({ toClients: true });
  open.publish({ traceparent: SAMPLED, other: 1 });
  const [span] = open.exporter.getFinishedSpans();
  assert.deepEqual(open.got[0]?.ext, { other: 1, traceparent: `00-${PARENT.trace}-${span?.spanContext().spanId}-01` });
});

test("what is not sampled, or no traceparent at all, is not followed, and goes on as it is", () => {
  const { exporter, publish, got } = followed();
  for (const traceparent of [NOT_SAMPLED, "", "00-0-0-01", `${SAMPLED}-x`, `ff${SAMPLED.slice(2)}`, 7, null, {}]) {
    assert.equal(publish({ traceparent }).successful, true);
    assert.deepEqual(got.pop()?.ext, { traceparent });
  }
  publish();
  assert.equal(exporter.getFinishedSpans().length, 0);
});

test("of other messages a share is followed, but never the cluster's own or a peer's", () => {
  const { exporter, publish, server, peers, local } = followed({ sampleRatio: 1 });
  publish();
  server.publish(undefined, "/a", 1);
  assert.deepEqual(names(exporter.getFinishedSpans()), ["publish", "publish"]);
  exporter.reset();
  server.publish(undefined, "/oort/canary", 1);
  peers.add(local.session);
  publish();
  assert.equal(exporter.getFinishedSpans().length, 0);
  publish({ traceparent: SAMPLED });
  assert.deepEqual(names(exporter.getFinishedSpans()), ["receive"]);
});

test("no more than so many a second are followed, whoever asks", async () => {
  const { exporter, publish, clock } = followed({ maxPerSecond: 3 });
  for (let count = 0; count < 10; count += 1) publish({ traceparent: SAMPLED });
  assert.equal(exporter.getFinishedSpans().length, 3);
  await clock.advance(1_000);
  publish({ traceparent: SAMPLED });
  assert.equal(exporter.getFinishedSpans().length, 4);
});

test("a refused publish is a span that failed, with the reason", () => {
  const { exporter, publish, server } = followed();
  server.createChannel("/a").addListener(() => false);
  assert.equal(publish({ traceparent: SAMPLED }).successful, false);
  const [span] = exporter.getFinishedSpans();
  assert.deepEqual(span?.status, { code: SpanStatusCode.ERROR, message: "404::message_deleted" });
});

test("what a service publishes or sends because of a message belongs to its trace", () => {
  const { exporter, server, local } = followed();
  const logged: (string | undefined)[] = [];
  server.addService("/service/order", () => {
    logged.push(server.dispatcher.tracer?.current?.traceId); // what a node's logger asks for each line
    server.publish(undefined, "/a", "ordered");
  });
  void local.publish("/service/order", 1, { ext: { traceparent: SAMPLED } });
  const [publish, service] = exporter.getFinishedSpans();
  assert.equal(publish?.attributes["messaging.destination.name"], "/a");
  assert.equal(publish.parentSpanContext?.spanId, service?.spanContext().spanId);
  assert.equal(publish.spanContext().traceId, PARENT.trace);
  assert.deepEqual(logged, [PARENT.trace]);
  assert.equal(server.dispatcher.tracer?.current, undefined);
  exporter.reset();
  server.publish(undefined, "/a", "later");
  assert.equal(exporter.getFinishedSpans().length, 0, "and nothing after it");
});
