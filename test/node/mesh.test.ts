import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { V8_OPTIONS } from "../../scripts/v8-options.js";
import { MeshUser } from "../support/mesh-user.js";
import { freeRun } from "../support/ports.js";
import { Program } from "../support/program.js";
import { buildRoot } from "../support/project-root.js";
import { startMesh, startNodes } from "../support/start-mesh.js";

test("oortbus mesh: three nodes join, one that is killed comes back, all end with SIGTERM", async (t) => {
  const base = await freeRun(3);
  const program = Program.start(t, [
    process.execPath,
    join(buildRoot, "scripts/oortbus.js"),
    "mesh",
    `--base-port=${base}`,
    "--log.level=info",
  ]);
  await program.says("auth.mode is open");
  await program.says("3 nodes joined");
  const urls = [0, 1, 2].map((index) => `http://127.0.0.1:${base + index}/cometd`);
  assert.match(program.output, new RegExp(`^oortbus: 3 nodes joined: ${urls.join(" ")}$`, "m"));

  const alice = await MeshUser.login(t, urls[0]!, "alice");
  const bob = await MeshUser.login(t, urls[2]!, "bob");
  assert.deepEqual(await alice.sendTo("bob", "hello"), { delivered: 1, unknown: [] });
  assert.deepEqual((await bob.next()).data, { from: "alice", data: "hello" });

  const pid = /"pid":(\d+)[^\n]*"http":"127\.0\.0\.1:(\d+)"[^\n]*node listens/.exec(program.output)!;
  process.kill(Number(pid[1]), "SIGKILL");
  await program.says(`http://127.0.0.1:${pid[2]} died (SIGKILL); starting it again`);
  await program.says(`http://127.0.0.1:${pid[2]} is back`);
  await program.stop();
  assert.equal(await program.ends(), 0);
  for (const url of urls) await assert.rejects(fetch(url));
});

test("a mesh whose port is taken ends with 1, and leaves no process behind", async (t) => {
  const base = await freeRun(2);
  const holder = createServer().listen(base + 1, "127.0.0.1");
  t.after(() => holder.close());
  await once(holder, "listening");
  const start = (...args: string[]) =>
    Program.start(t, [
      ...[process.execPath, join(buildRoot, "scripts/oortbus.js"), "mesh", "--nodes=2", `--base-port=${base}`],
      ...args,
    ]);
  assert.equal(await start("--grpc-port=0").ends(), 2);
  const again = start();
  assert.equal(await again.ends(), 1);
  assert.match(again.output, /did not start: exit code 1/);
  await assert.rejects(fetch(`http://127.0.0.1:${base}/healthz`));
});

test("nodes of a mesh run with the options of V8 that are ours, and with those of the mesh itself", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "oortbus-mesh-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const app = join(folder, "app.mjs");
  writeFileSync(app, 'console.log("with", process.execArgv.join(" "), "only");\nexport default () => {};\n');
  const program = Program.start(t, [
    ...[process.execPath, "--stack-size=900", join(buildRoot, "scripts/oortbus.js"), "mesh", "--nodes=1"],
    ...[`--base-port=${await freeRun(1)}`, `--app=${app}`],
  ]);
  await program.says(`with ${["--stack-size=900", ...V8_OPTIONS].join(" ")} only`);
});

test("a mesh whose nodes find their app wanting ends, and leaves no process behind", async (t) => {
  const base = await freeRun(2);
  const program = Program.start(t, [
    ...[process.execPath, join(buildRoot, "scripts/oortbus.js"), "mesh", "--nodes=2", `--base-port=${base}`],
    "--app=/gone.mjs",
  ]);
  assert.equal(await program.ends(), 1);
  assert.match(program.output, /app \/gone.mjs: cannot be loaded/);
  assert.match(program.output, /did not start: exit code 2/);
});

test("a user on one node is reached from another, and a broadcast by everyone once", async (t) => {
  const [north, south, west] = await startMesh(t, 3);
  const alice = await north!.login(t, "alice", ["/chat/all"]);
  const bob = await south!.login(t, "bob", ["/chat/all"]);
  const carol = await west!.login(t, "carol", ["/chat/*"]);
  await alice.publish("/chat/all", { text: "good morning" });
  for (const user of [alice, bob, carol]) {
    assert.deepEqual(await user.next(), { channel: "/chat/all", data: { text: "good morning" } });
  }
  assert.deepEqual(await carol.sendTo(["alice", "bob", "nobody"], 1), { delivered: 2, unknown: ["nobody"] });
  assert.deepEqual(await alice.next(), { channel: "/inbox", data: { from: "carol", data: 1 } });
  assert.deepEqual(await bob.next(), { channel: "/inbox", data: { from: "carol", data: 1 } });
  assert.deepEqual([alice.received.length, bob.received.length, carol.received.length], [2, 2, 1]);
});

test("nodes inside one program form a cloud as well", async (t) => {
  const [north, south] = await startNodes(t, 2);
  assert.deepEqual([north!.state, south!.state], ["ready", "ready"]);
  const bob = await MeshUser.login(t, south!.url, "bob");
  const result = await north!.seti.sendMessage("bob", "/inbox", "hi");
  assert.equal(result.delivered, 1);
  assert.deepEqual(await bob.next(), { channel: "/inbox", data: "hi" });
});
