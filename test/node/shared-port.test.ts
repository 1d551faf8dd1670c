import assert from "node:assert/strict";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { json } from "node:stream/consumers";
import { type TestContext, test } from "node:test";
import type { Message } from "../../core/message/message.js";
import { MeshUser } from "../support/mesh-user.js";
import { freePorts, freeRun } from "../support/ports.js";
import { Program } from "../support/program.js";

test("a mesh behind one port: clients are spread, reach each other, and survive the death of a node", async (t) => {
  const { program, shared, nodes } = await startSharing(t);
  const alice = await MeshUser.login(t, shared, "alice", ["/chat/all"]);
  const bob = await MeshUser.login(t, shared, "bob", ["/chat/all"]);
  const sessions = () => Promise.all(nodes.map(async (port) => (await cluster(port)).sessions));
  assert.deepEqual(await sessions(), [1, 1]);
  assert.deepEqual(await alice.sendTo("bob", 1), { delivered: 1, unknown: [] });
  assert.deepEqual(await bob.next(), { channel: "/inbox", data: { from: "alice", data: 1 } });

  await t.test("a client whose every request meets another node has one session all the same", async () => {
    const handshake = { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["long-polling"] };
    const { replies, cookie } = await post(shared, handshake);
    const clientId = replies[0]?.clientId;
    const ask = async (message: Message) =>
      (await post(shared, { ...message, clientId }, cookie)).replies[0]?.successful;
    for (let index = 0; index < 4; index += 1) {
      assert.equal(await ask({ channel: "/chat/all", data: index }), true);
      assert.deepEqual(await bob.next(), { channel: "/chat/all", data: index });
    }
    assert.equal(await ask({ channel: "/meta/disconnect" }), true);
  });

  const pid = new RegExp(`"pid":(\\d+)[^\\n]*"http":"127\\.0\\.0\\.1:${nodes[1]}"`).exec(program.output);
  const again = new Promise<void>((resolve) => {
    bob.client.onState((state) => {
      if (state === "connected") resolve();
    });
  });
  process.kill(Number(pid?.[1]), "SIGKILL");
  await again;
  assert.equal(await sessionsOf(nodes[0]), 2);
  await program.says(`127.0.0.1:${nodes[1]} is back`);
  await MeshUser.login(t, shared, "carol");
  await MeshUser.login(t, shared, "dave");
  assert.equal(await sessionsOf(nodes[1]), 1, "the node that is back gets its turn");
  await program.stop();
  assert.equal(await program.ends(), 0);
});

test("a shared port that is taken ends the mesh with 1; one that a node has is refused", async (t) => {
  const first = await freeRun(2);
  const nodes = [first, first + 1] as const;
  const holder = createServer().listen(0, "127.0.0.1");
  t.after(() => holder.close());
  await once(holder, "listening");
  const { port: taken } = holder.address() as AddressInfo;
  const mesh = (shared: number) => startMesh(t, ["--nodes=2", `--base-port=${nodes[0]}`, `--shared-port=${shared}`]);
  const second = mesh(taken);
  assert.equal(await second.ends(), 1);
  assert.match(second.output, /EADDRINUSE/);
  const third = mesh(nodes[1]);
  assert.equal(await third.ends(), 2);
  assert.match(third.output, new RegExp(`--shared-port ${nodes[1]}: .* is the port of a node`));
});

function startMesh(t: TestContext, args: readonly string[]): Program {
  return Program.start(t, [process.execPath, "bin/oortbus", "mesh", "--log.level=info", ...args]);
}

/** Two nodes behind one port. */
async function startSharing(t: TestContext) {
  const [port = 0] = await freePorts(1);
  const first = await freeRun(2);
  const nodes = [first, first + 1] as const;
  const program = startMesh(t, ["--nodes=2", `--base-port=${nodes[0]}`, `--shared-port=${port}`, "--json"]);
  const urls = nodes.map((node) => `http://127.0.0.1:${node}/cometd`);
  await program.says(`${JSON.stringify({ nodes: urls, shared: `http://127.0.0.1:${port}/cometd` })}\n`);
  return { program, shared: `http://127.0.0.1:${port}/cometd`, nodes };
}

async function cluster(port: number): Promise<{ sessions: number }> {
  return (await fetch(`http://127.0.0.1:${port}/api/v1/cluster`)).json() as Promise<{ sessions: number }>;
}

async function sessionsOf(port: number): Promise<number> {
  return (await cluster(port)).sessions;
}

/** A request on a connection of its own. */
async function post(url: string, message: Message, cookie = ""): Promise<{ replies: Message[]; cookie: string }> {
  const headers = { "content-type": "application/json", cookie };
  const sent = request(url, { method: "POST", agent: false, headers });
  sent.end(JSON.stringify([message]));
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const [given = ""] = response.headers["set-cookie"] ?? [];
  return { replies: (await json(response)) as Message[], cookie: given.split(";", 1)[0] ?? "" };
}
