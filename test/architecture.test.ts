import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Arrow, arrowsOf, exitFaultOf, faultOf } from "./support/architecture-rules.js";
import { projectRoot } from "./support/project-root.js";

/** Folders without layered code: tests see everything, generated code is checked by its own test. */
const OUTSIDE = new Set(["node_modules", "test", "docs", "deploy", "gen"]);

const sources = new Map(sourcesIn("").map((path) => [path, readFileSync(join(projectRoot, path), "utf8")]));
const arrows = [...sources].flatMap(([path, source]) => arrowsOf(path, source));

test("no import goes against the layers", () => {
  assert.ok(sources.size > 10 && arrows.length > 20, "the sources were found");
  const faults = arrows.flatMap((arrow) => {
    const fault = faultOf(arrow);
    return fault === undefined ? [] : [`${arrow.from} -> ${arrow.to}: ${fault}`];
  });
  assert.deepEqual(faults, []);
});

test("only scripts end the process", () => {
  const faults = [...sources].flatMap(([path, source]) => exitFaultOf(path, source) ?? []);
  assert.deepEqual(faults, []);
});

test("what the browser's client reaches has no node: module and no package", () => {
  const reached = reachedFrom("core/client/browser.ts");
  assert.deepEqual(
    reached.filter(({ to }) => /^(node|npm):/.test(to)),
    [],
  );
});

test("neither a node nor a program loads gRPC before it is served", () => {
  const isGrpc = ({ to }: Arrow) => /^npm:(@grpc\/|grpc-)|^proto\/gen\/event_bus/.test(to);
  for (const entry of ["bus-node.ts", "scripts/oortbus.ts", "scripts/start-node.ts"]) {
    assert.deepEqual(reachedFrom(entry).filter(isGrpc), [], entry);
  }
  assert.ok(reachedFrom("grpc-listener.ts").some(isGrpc));
});

/** What is loaded with a file: its imports of values, those of the files these name, and so on. */
function reachedFrom(entry: string): Arrow[] {
  const files = new Set([entry]);
  const reached: Arrow[] = [];
  for (const path of files) {
    assert.ok(sources.has(path), path);
    for (const arrow of arrows) {
      if (arrow.from !== path || arrow.typeOnly || arrow.isLater) continue;
      reached.push(arrow);
      if (sources.has(arrow.to)) files.add(arrow.to);
    }
  }
  assert.ok(files.size > 1);
  return reached;
}

const WRONG: [from: string, to: string, typeOnly?: boolean][] = [
  ["core/server/bayeux-server.ts", "cluster/oort.ts"],
  ["core/server/bayeux-server.ts", "cluster/oort.ts", true],
  ["core/server/bayeux-server.ts", "seti/seti.ts"],
  ["core/server/bayeux-server.ts", "proto/gen/link.ts"],
  ["cluster/oort.ts", "seti/seti.ts", true],
  ["cluster/oort.ts", "bus-node.ts"],
  ["cluster/oort.ts", "api/publish.ts"],
  ["seti/seti.ts", "config.ts"],
  ["proto/grpc-server.ts", "core/message/message.ts", true],
  ["proto/grpc-server.ts", "api/publish.ts"],
  ["bus-node.ts", "scripts/start-node.ts"],
  ["api/publish.ts", "test/support/traces.ts"],
  ["core/message/codec.ts", "core/channel/subscriber.ts"],
  ["core/channel/server-channel.ts", "core/session/server-session.ts"],
  ["core/session/server-session.ts", "core/security/authorizer.ts"],
  ["core/security/security-policy.ts", "core/extension/ack-extension.ts"],
  ["core/extension/ack-extension.ts", "core/server/sweeper.ts"],
  ["core/server/dispatcher.ts", "core/transport/server-transport.ts"],
  ["core/transport/websocket-transport.ts", "core/http/http-server.ts"],
  ["core/transport/websocket-transport.ts", "core/client/bayeux-client.ts"],
  ["core/http/http-server.ts", "core/message/message.ts"],
  ["core/http/http-server.ts", "core/server/bayeux-server.ts", true],
  ["core/metrics/metrics.ts", "core/session/server-session.ts", true],
  ["core/admin/admin-route.ts", "core/channel/server-channel.ts"],
  ["core/client/bayeux-client.ts", "core/server/bayeux-server.ts", true],
  ["core/client/bayeux-client.ts", "core/extension/ack-extension.ts"],
  ["core/clock.ts", "core/message/message.ts"],
  ["core/message/codec.ts", "node:buffer"],
  ["core/client/backoff.ts", "node:crypto", true],
  ["core/client/node.ts", "node:http"],
  ["core/client/transport/websocket-client-transport.ts", "npm:ws"],
  ["core/server/bayeux-server.ts", "npm:oortbus"],
  ["core/novelty/thing.ts", "core/message/message.ts"],
  ["novelty/thing.ts", "core/message/message.ts"],
  ["core/server/bayeux-server.ts", "auth/identity.ts", true],
  ["seti/seti.ts", "rights/rights-policy.ts"],
  ["auth/identity.ts", "rights/rights-policy.ts", true],
  ["hooks/webhook.ts", "bus-node.ts"],
  ["telemetry/tracing.ts", "api/cluster-view.ts"],
  ["console/main.ts", "core/message/message.ts"],
  ["console/app.tsx", "api/cluster-view.ts", true],
  ["console/app.tsx", "node:url"],
  ["console/app.tsx", "npm:zod"],
];

const RIGHT: [from: string, to: string, typeOnly?: boolean][] = [
  ["seti/seti.ts", "cluster/oort.ts"],
  ["seti/seti.ts", "core/server/bayeux-server.ts"],
  ["cluster/link/protobuf-codec.ts", "proto/gen/link.ts"],
  ["bus-node.ts", "seti/seti.ts"],
  ["bus-node.ts", "rights/rights-policy.ts"],
  ["rights/rights-policy.ts", "auth/identity.ts"],
  ["auth/jwt-login.ts", "seti/seti.ts"],
  ["api/publish.ts", "core/server/bayeux-server.ts"],
  ["scripts/start-node.ts", "bus-node.ts"],
  ["core/transport/websocket-transport.ts", "core/server/dispatcher.ts"],
  ["core/channel/server-channel.ts", "core/session/server-session.ts", true],
  ["core/server/dispatcher.ts", "core/server/meta/handshake.ts"],
  ["core/metrics/metrics-route.ts", "core/http/http-server.ts", true],
  ["core/client/bayeux-client.ts", "core/message/message.ts"],
  ["core/client/bayeux-client.ts", "core/clock.ts"],
  ["core/client/node.ts", "npm:ws"],
  ["core/http/http-server.ts", "node:http"],
  ["console/app.tsx", "npm:preact/hooks"],
  ["core/server/bayeux-server.ts", "npm:zod"],
];

test("the rules refuse every kind of wrong arrow", () => {
  for (const [from, to, typeOnly = false] of WRONG) {
    assert.equal(typeof faultOf({ from, to, typeOnly }), "string", `${from} -> ${to}`);
  }
});

test("the rules let right arrows pass", () => {
  for (const [from, to, typeOnly = false] of RIGHT) {
    assert.equal(faultOf({ from, to, typeOnly }), undefined, `${from} -> ${to}`);
  }
});

test("every form of import is seen, and nothing in a comment", () => {
  const source = `
    import fs from "node:fs"; // import x from "./commented.js"
    import type { Message } from "../message/message.js";
    import { type Advice } from "../message/advice.js";
    import * as all from '../../cluster/oort.js';
    import "./side-effect.js";
    import { WebSocket } from "ws";
    import "#proto/event_bus.js";
    /* import y from "./commented.js"; */
    export * from "./star.js";
    export type { A } from "./exported-type.js";
    export {
      b,
      c as d,
    } from "./exported.js";
    const later = await import("./dynamic.js");
    let typed: import("./typed.js").Typed;
    const url = "http://example.com/from"; const from = "from"; const plain = "./plain.js";
  `;
  const expected: Arrow[] = [
    ["node:fs", false],
    ["core/message/message.ts", true],
    ["core/message/advice.ts", false],
    ["cluster/oort.ts", false],
    ["npm:ws", false],
    ["core/server/star.ts", false],
    ["core/server/exported-type.ts", true],
    ["core/server/exported.ts", false],
    ["core/server/side-effect.ts", false],
    ["proto/gen/event_bus.js", false],
    ["core/server/dynamic.ts", false, true],
    ["core/server/typed.ts", true, true],
  ].map(([to, typeOnly, isLater = false]) => ({ from: "core/server/file.ts", to, typeOnly, isLater }) as Arrow);
  assert.deepEqual(arrowsOf("core/server/file.ts", source), expected);
});

test("an end of the process is seen outside scripts", () => {
  assert.equal(typeof exitFaultOf("core/server/x.ts", "process.exit(1)"), "string");
  assert.equal(typeof exitFaultOf("bus-node.ts", "process . abort()"), "string");
  assert.equal(exitFaultOf("bus-node.ts", "// process.exit\nprocess.exitCode = 1"), undefined);
  assert.equal(exitFaultOf("scripts/start-node.ts", "process.exit(1)"), undefined);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith(".") || entry.name.startsWith("dist") || OUTSIDE.has(entry.name)) return [];
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.tsx?$/.test(entry.name) && existsSync(join(projectRoot, path)) ? [path] : [];
  });
}
