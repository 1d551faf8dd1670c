import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { BayeuxClient } from "../../core/client/node.js";
import { freePorts } from "../support/ports.js";
import { Program } from "../support/program.js";
import { buildRoot } from "../support/project-root.js";
import { startMesh } from "../support/start-mesh.js";

function oortbus(t: TestContext, args: readonly string[], env: Record<string, string> = {}): Program {
  return Program.start(t, [process.execPath, join(buildRoot, "scripts/oortbus.js"), ...args], env);
}

test("a wrong configuration ends the program with 2, and with all that is wrong, before anything starts", async (t) => {
  const program = oortbus(t, ["node", "--prot", "8081", "--port=x", "--host", "0.0.0.0", "stray"], {
    OORTBUS_NOPE: "1",
  });
  assert.equal(await program.ends(), 2);
  for (const text of [
    "--prot: unknown flag",
    "--port",
    "stray: unexpected",
    "OORTBUS_NOPE: unknown",
    "auth.mode: must",
  ]) {
    assert.ok(program.output.includes(text), program.output);
  }
});

for (const args of [
  ["frobnicate"],
  ["node", "--app", "/gone.mjs"],
  ["node", "--auth.mode", "custom"],
  ["mesh", "--nodes", "65"],
]) {
  test(`oortbus ${args.join(" ")} ends with 2`, async (t) => {
    const [port] = await freePorts(1);
    const more = args[0] === "node" ? [`--port=${port}`] : [];
    assert.equal(await oortbus(t, [...args, ...more]).ends(), 2);
  });
}

test("oortbus --help and oortbus node --help tell the commands and the flags, and end with 0", async (t) => {
  const help = oortbus(t, ["--help"]);
  assert.equal(await help.ends(), 0);
  for (const command of ["node", "mesh", "config"]) assert.match(help.output, new RegExp(`^ +${command} `, "m"));
  const node = oortbus(t, ["node", "--help"]);
  assert.equal(await node.ends(), 0);
  for (const flag of ["--port", "--grpc-port", "--oort.channels", "--config", "--app"]) {
    assert.ok(node.output.includes(flag), flag);
  }
});

test("oortbus config prints what a node would run with, and starts nothing", async (t) => {
  const folder = newFolder(t);
  writeFileSync(join(folder, "bus.yaml"), "oort:\n  channels: [/a]\nsecret: hush\n");
  const program = oortbus(t, ["config", "--config", join(folder, "bus.yaml"), "--port", "8101"], {
    OORTBUS_DEMO: "true",
  });
  assert.equal(await program.ends(), 0);
  assert.match(program.output, /^port: 8101 # flag$/m);
  assert.match(program.output, /^demo: true # environment$/m);
  assert.match(program.output, /^ {2}channels: \[ \/a \] # .*bus\.yaml$/m);
  assert.ok(!program.output.includes("hush"));
});

test("a node whose port is taken ends with 1 and says which", async (t) => {
  const [node] = await startMesh(t, 1);
  const second = oortbus(t, ["node", `--port=${node!.port}`, "--grpc-port=0"]);
  assert.equal(await second.ends(), 1);
  assert.match(second.output, new RegExp(`EADDRINUSE.*${node!.port}`));
});

test("every line of the log is JSON with the node's id, and the open mode is said", async (t) => {
  const [node] = await startMesh(t, 1);
  assert.equal(await node!.stop(), 0);
  const lines = node!.log
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { node: string; msg: string });
  assert.equal(new Set(lines.map((line) => line.node)).size, 1);
  assert.match(lines[0]!.node, /^[a-z0-9]+$/);
  assert.ok(lines.some(({ msg }) => msg.startsWith("auth.mode is open")));
});

test("SIGTERM: the node leaves the cloud, advises its clients, and ends with 0 within 5 s", async (t) => {
  const [north, south] = await startMesh(t, 2);
  const webSocket = await north!.login(t, "alice", ["/news"]);
  const advised = new Promise<unknown>((resolve) => {
    webSocket.client.onState((state) => {
      if (state !== "connected") resolve(state);
    });
  });
  const startedAt = performance.now();
  const code = north!.stop();
  await advised;
  assert.equal(await code, 0);
  const tookMs = performance.now() - startedAt;
  assert.ok(tookMs < 5_000, `${tookMs} ms`);
  // A goodbye: a node that was lost instead would be shown as lost.
  await south!.joined([]);
  assert.deepEqual(
    (await south!.cluster()).peers.filter(({ state }) => state === "lost"),
    [],
  );
});

test("a client that holds its connections open does not keep a node from ending", async (t) => {
  const [node] = await startMesh(t, 1);
  const socket = await fetch(`${node!.origin}/healthz`);
  assert.equal(socket.status, 200);
  const { connect } = await import("node:net");
  const idle = connect(node!.port, "127.0.0.1");
  t.after(() => idle.destroy());
  idle.on("error", () => {});
  await new Promise((resolve) => idle.once("connect", resolve));
  const startedAt = performance.now();
  assert.equal(await node!.stop(), 0);
  assert.ok(performance.now() - startedAt < 5_000);
});

test("a stop that hangs is cut off after 5 s, or by a second signal at once; both say 1", async (t) => {
  const app = join(newFolder(t), "hangs.mjs");
  writeFileSync(app, "export default (bus) => { bus.oort.stop = () => new Promise(() => {}); };");
  const [patient, hasty] = await startMesh(t, 2, {
    args: ["--app", app, "--drain.timeoutMs", "0", "--drain.flushTimeoutMs", "0"],
    peersOf: () => [],
    until: "listening",
  });
  const slow = patient!.stop();
  const first = hasty!.stop();
  await hasty!.until(({ state }) => state === "draining", "drain");
  assert.equal((await Promise.all([first, hasty!.stop()]))[0], 1);
  assert.doesNotMatch(hasty!.log, /stop took too long/);
  assert.equal(await slow, 1);
  assert.match(patient!.log, /stop took too long/);
});

test("an app adds a service before the node starts", async (t) => {
  const folder = newFolder(t);
  const app = join(folder, "services.mjs");
  writeFileSync(
    app,
    `export default (bus) => {
       if (bus.state !== "joining") throw new Error("too late");
       bus.bayeux.addService("/service/echo", (session, { data }) => session.deliver(undefined, "/service/echo", data));
     };`,
  );
  const [node] = await startMesh(t, 1, { args: ["--app", app] });
  const client = new BayeuxClient({ url: node!.url });
  t.after(() => client.abort());
  await client.handshake();
  const echoed = new Promise((resolve) => client.addListener("/service/echo", ({ data }) => data && resolve(data)));
  await client.publish("/service/echo", { hello: 1 });
  assert.deepEqual(await echoed, { hello: 1 });
});

test("an app that throws while it is called ends the start, with its text", async (t) => {
  const app = join(newFolder(t), "broken.mjs");
  writeFileSync(app, 'export default () => { throw new Error("app is broken") }');
  const [port] = await freePorts(1);
  const program = oortbus(t, ["node", `--port=${port}`, "--grpc-port=0", "--app", app]);
  assert.equal(await program.ends(), 1);
  assert.match(program.output, /app is broken/);
});

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "oortbus-node-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}
