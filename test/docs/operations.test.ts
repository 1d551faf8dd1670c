import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { test } from "node:test";
import { V8_OPTIONS } from "../../scripts/v8-options.js";
import { readDocument } from "../support/documents.js";
import { freeRun } from "../support/ports.js";
import { Program } from "../support/program.js";
import { assertAllTaken, Guide, oortbus, portOf, ready, shell, shifted } from "./guide.js";

const scaling = new Guide("docs/guides/scaling.md");
const observability = new Guide("docs/guides/observability.md");
const proxies = new Guide("docs/guides/proxies.md");
const kubernetes = new Guide("docs/guides/kubernetes.md");
const sizing = new Guide("docs/guides/sizing.md");

test("all cores of a machine serve one port, as the guide says", async (t) => {
  const base = await freeRun(availableParallelism());
  const mesh = oortbus(t, `${scaling.block("--shared-port")} --base-port ${base}`);
  await ready(mesh, portOf(8080));
  await mesh.says(`${availableParallelism()} nodes joined: http://127.0.0.1:${portOf(8080)}/cometd`);
});

test("the doctor looks at a node as the guide says", async (t) => {
  const [npx, name, ...args] = shifted(scaling.block("oortbus doctor")).split(" ");
  assert.deepEqual([npx, name], ["npx", "oortbus"]);
  const node = oortbus(t, "npx oortbus node --port 8081 --bayeux.timeoutMs 500");
  await ready(node, portOf(8081));
  const doctor = Program.start(t, [process.execPath, "bin/oortbus", ...args]);
  assert.equal(await doctor.ends(), 0, doctor.output);
  assert.match(doctor.output, /^ok {3}running node: ready/m);
});

test("a node logs more as the guide says", async (t) => {
  const node = oortbus(t, "npx oortbus node --port 8081");
  await ready(node, portOf(8081));
  assert.deepEqual(await shell(observability.block("/api/v1/log-level")), { level: "debug" });
  await node.says("log level changed");
});

test("the compose commands are the ones the container tests run", () => {
  // test/docker/cluster.test.ts starts, grows and shrinks this very file, and asks nodes in this way.
  assert.equal(scaling.block("--build"), "docker compose up --build");
  for (const line of scaling.block("--scale").split("\n")) assert.match(line, /^docker compose up -d --scale node=\d$/);
  const ask = scaling.block("docker compose exec");
  const port = /OORTBUS_ADMIN_PORT: "(\d+)"/.exec(readDocument("docker-compose.yml"))?.[1];
  assert.ok(ask.includes(`http://127.0.0.1:${port}/api/v1/cluster`));
});

test("the commands of deployment are those that its tests run", async () => {
  // test/docker/tls.test.ts runs both; the doctor is the one of the guide to scaling.
  assert.ok(proxies.block("make-secrets.sh").startsWith("deploy/make-secrets.sh\n"));
  assert.equal(proxies.block("oortbus doctor"), scaling.block("oortbus doctor"));
  // There is no Kubernetes here: test/deploy/kubernetes.test.ts looks at what would be applied.
  assert.ok(kubernetes.block("kubectl apply").includes("kubectl apply -k deploy/kubernetes\n"));
  // The bench itself is run by test/bench/idle.test.ts.
  assert.match(sizing.block("idle.js"), /^npm run build && node dist\/scripts\/bench\/idle\.js --sessions \d+$/);
});

test("a node is started by hand with the options of V8 as the guide says", async (t) => {
  const line = shifted(sizing.block("--min-semi-space-size"));
  const words = line.replace("node_modules/oortbus/bin/oortbus", "bin/oortbus").trim().split(" ");
  assert.deepEqual(words.slice(0, 4), ["node", ...V8_OPTIONS, "bin/oortbus"]);
  const node = Program.start(t, [process.execPath, ...words.slice(1)]);
  await ready(node, portOf(8080));
});

test("every block of code in these documents is taken by a test", () =>
  assertAllTaken(scaling, observability, proxies, kubernetes, sizing));
