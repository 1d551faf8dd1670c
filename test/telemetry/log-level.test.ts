import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { test } from "node:test";
import pino from "pino";
import { BusNode } from "../../bus-node.js";
import { BayeuxClient } from "../../core/client/node.js";
import { newNodeLogger } from "../../telemetry/node-logger.js";
import { freePorts } from "../support/ports.js";

test("what a node logs is changed while it runs, and what is wrong is said", async (t) => {
  const lines: Record<string, unknown>[] = [];
  const logger = pino(
    { level: "error" },
    new Writable({ write: (line, _, done) => done(void lines.push(JSON.parse(line))) }),
  );
  const [port] = await freePorts(1);
  const bus = new BusNode({ port, grpcPort: 0 }, { logger });
  t.after(() => bus.stop());
  await bus.start();
  assert.equal(lines.length, 0);
  const url = `http://127.0.0.1:${port}/api/v1/log-level`;
  const put = async (body: string) => {
    const response = await fetch(url, { method: "PUT", body });
    return { status: response.status, body: (await response.json()) as { level?: string; detail?: string } };
  };
  assert.deepEqual(await (await fetch(url)).json(), { level: "error" });
  assert.deepEqual(await put('{"level":"debug"}'), { status: 200, body: { level: "debug" } });
  bus.logger.debug({}, "seen now");
  const last = lines.at(-1) as Record<string, unknown> | undefined;
  assert.equal(last?.msg, "seen now");
  assert.equal(last.url, bus.url);
  for (const wrong of ['{"level":"loud"}', "{", '{"level":"info","more":1}', "[]"]) {
    const { status, body } = await put(wrong);
    assert.equal(status, 400, wrong);
    assert.match(body.detail ?? "", /trace, debug, info, warn, error, silent/);
  }
  assert.equal((await put(JSON.stringify({ level: "x".repeat(2_000) }))).status, 413);
  assert.deepEqual(await (await fetch(url)).json(), { level: "debug" });
});

test("each line says which node wrote it, and about which followed message", () => {
  const lines: string[] = [];
  const context: { trace?: string } = {};
  const logger = newNodeLogger("info", { node: "north", url: "http://north/cometd" }, () => context, {
    write: (line) => void lines.push(line),
  });
  logger.info({}, "of no message");
  context.trace = "4bf92f3577b34da6a3ce929d0e0e4736";
  logger.warn({ channel: "/news" }, "of one");
  const [first, second] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual([first?.node, first?.url, first?.trace], ["north", "http://north/cometd", undefined]);
  assert.deepEqual([second?.node, second?.channel, second?.trace], ["north", "/news", context.trace]);
});

test("a clientId is never in a log, and its short form tells sessions apart", async (t) => {
  const lines: string[] = [];
  const logger = pino(
    { level: "trace" },
    new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }),
  );
  const [port] = await freePorts(1);
  const bus = new BusNode({ port, grpcPort: 0, bayeux: { nodeTag: "north" } }, { logger });
  t.after(() => bus.stop());
  await bus.start();
  const alice = new BayeuxClient({ url: bus.url });
  t.after(() => alice.abort());
  await alice.handshake();
  const session = [...bus.bayeux.sessions.values()].find((other) => !other.isLocal);
  assert.ok(session);
  session.addFilter(() => {
    throw new Error("filter failed");
  });
  const got = alice.subscribe("/news", () => {});
  await got.ready;
  await alice.publish("/news", 1);
  const line = lines
    .map((text) => JSON.parse(text) as Record<string, unknown>)
    .find(({ msg }) => msg === "delivery filter failed");
  assert.equal(line?.session, session.id.slice(0, "north".length + 6));
  assert.equal(line?.node, "north");
  assert.ok(lines.every((text) => !text.includes(session.id)));
});
