import assert from "node:assert/strict";
import { test } from "node:test";
import type { NodeConfigInput } from "../../config.js";
import type { HooksOptionsInput } from "../../hooks/hook-options.js";
import { EVENT_TYPES } from "../../hooks/hook-options.js";
import { BusNode, silentLogger } from "../../index.js";
import { MeshUser } from "../support/mesh-user.js";
import { freePorts } from "../support/ports.js";
import { startMesh } from "../support/start-mesh.js";
import { until } from "../support/until.js";
import { HookReceiver } from "./hook-receiver.js";

type Endpoint = NonNullable<HooksOptionsInput["endpoints"]>[number];

/** One that tells a receiver everything. */
function endpointOf(receiver: HookReceiver, more: Partial<Endpoint> = {}): Endpoint {
  return { name: "crm", url: receiver.url, secrets: [receiver.secret], after: [...EVENT_TYPES], ...more };
}

function newNode(
  t: { after(work: () => unknown): void },
  port: number,
  endpoint: Endpoint,
  more: NodeConfigInput = {},
) {
  const config = { port, grpcPort: 0, hooks: { endpoints: [endpoint] }, ...more };
  const bus = new BusNode(config, { logger: silentLogger });
  t.after(() => bus.stop());
  return bus;
}

test("sessions, users and channels are told of in order, numbered, with the node's id and run", async (t) => {
  const receiver = await HookReceiver.start(t);
  const [port] = await freePorts(1);
  const bus = newNode(t, port!, endpointOf(receiver, { channels: ["/chat/**"] }));
  await bus.start();
  const alice = await MeshUser.login(t, bus.url, "alice", ["/chat/room", "/other"]);
  const again = await MeshUser.login(t, bus.url, "alice", ["/chat/room"]);
  await alice.client.disconnect();
  await again.client.disconnect();
  await receiver.until(() => receiver.told().includes("user.last alice"));
  const told = receiver.told();
  const about = (type: string) => told.filter((line) => line.startsWith(type));
  assert.deepEqual(
    about("session"),
    Array(2).fill("session.opened alice").concat(Array(2).fill("session.closed alice")),
  );
  assert.deepEqual(about("user"), ["user.first alice", "user.last alice"]);
  assert.deepEqual(about("channel"), ["channel.occupied /chat/room", "channel.vacated /chat/room"]);
  assert.deepEqual(
    receiver.events.map(({ seq }) => seq),
    told.map((_, index) => index + 1),
  );
  const opened = receiver.events.find(({ type }) => type === "session.opened")!;
  assert.equal(opened.address, "127.0.0.1");
  const closed = receiver.events.find(({ type, session }) => type === "session.closed" && session === opened.session)!;
  assert.equal(closed.reason, "disconnected");
  const { id, url, incarnation } = bus.oort;
  assert.deepEqual(receiver.requests[0]!.body.node, { id, url, incarnation });
  assert.equal(receiver.forged, 0);
});

test("while the hook fails nothing is lost or out of order; what it may have got, it gets again", async (t) => {
  let failures = 3;
  const receiver = await HookReceiver.start(t, (_body, response) => {
    if (failures-- > 0) response.writeHead(failures === 0 ? 302 : 503, { location: "http://127.0.0.1:1/" }).end();
  });
  const [port] = await freePorts(1);
  const retry = { minRetryMs: 20, maxRetryMs: 40, maxBatchEvents: 3 };
  const bus = newNode(t, port!, endpointOf(receiver, { after: ["user.first"], ...retry }));
  await bus.start();
  const names = Array.from({ length: 8 }, (_, index) => `user${index}`);
  for (const name of names) await MeshUser.login(t, bus.url, name);
  await receiver.until(() => receiver.events.length >= names.length);
  assert.deepEqual(
    receiver.told(),
    names.map((name) => `user.first ${name}`),
  );
  const [first, second] = receiver.requests;
  assert.equal(first!.id, second!.id, "a repetition has the id of the first attempt");
  assert.deepEqual(first!.body, second!.body);
  assert.ok(receiver.requests.length > 3);
});

test("what there is no room for is told as a gap, and the newest is kept", async (t) => {
  let isOpen = false;
  const receiver = await HookReceiver.start(t, (_body, response) => {
    if (!isOpen) response.writeHead(503).end();
  });
  const [port] = await freePorts(1);
  const few = { maxQueuedEvents: 4, maxBatchEvents: 2, minRetryMs: 20, maxRetryMs: 40 };
  const bus = newNode(t, port!, endpointOf(receiver, { after: ["user.first"], ...few }));
  await bus.start();
  const names = Array.from({ length: 10 }, (_, index) => `user${index}`);
  await MeshUser.login(t, bus.url, names[0]!);
  await receiver.until(() => receiver.requests.length > 0); // the first one is under way, and stays
  for (const name of names.slice(1)) await MeshUser.login(t, bus.url, name);
  isOpen = true;
  await receiver.until(() => receiver.told().includes("user.first user9"));
  assert.deepEqual(
    receiver.events.map(({ seq, type, user, from, to }) => (type === "gap" ? { seq, from, to } : { seq, user })),
    [
      { seq: 1, user: "user0" },
      { seq: 7, from: 2, to: 7 },
      { seq: 8, user: "user7" },
      { seq: 9, user: "user8" },
      { seq: 10, user: "user9" },
    ],
  );
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  assert.match(text, /^oortbus_hook_events_total\{hook="crm",outcome="dropped"\} 6$/m);
  assert.match(text, /^oortbus_hook_events_total\{hook="crm",outcome="delivered"\} 4$/m);
  assert.match(text, /^oortbus_hook_attempts_failed_total\{hook="crm"\} [1-9]/m);
});

test("a node that stops tells of those who go with it before it ends", async (t) => {
  const receiver = await HookReceiver.start(t);
  const [port] = await freePorts(1);
  const bus = newNode(t, port!, endpointOf(receiver));
  await bus.start();
  await MeshUser.login(t, bus.url, "alice", ["/chat"]);
  await bus.stop();
  const told = receiver.told();
  for (const line of ["user.last alice", "session.closed alice", "channel.vacated /chat"]) {
    assert.ok(told.includes(line), `${line} in ${told}`);
  }
});

test("without shards, too, one of the nodes tells of each user, and those of a node that stops are told of", async (t) => {
  const receiver = await HookReceiver.start(t);
  const ports = await freePorts(2);
  const peer = ports.map((port) => `http://127.0.0.1:${port}/cometd`);
  const endpoint = endpointOf(receiver, { after: ["user.first", "user.last"] });
  const nodes = ports.map((port) => newNode(t, port, endpoint, { peer, secret: "s", seti: { presence: "flood" } }));
  await Promise.all(nodes.map((node) => node.start()));
  const [north, south] = nodes as [BusNode, BusNode];
  const names = Array.from({ length: 9 }, (_, index) => `user${index}`);
  for (const name of names) await MeshUser.login(t, north.url, name);
  await receiver.until(() => receiver.events.length >= names.length);
  assert.deepEqual(
    receiver.told().sort(),
    names.map((name) => `user.first ${name}`),
  );
  assert.equal(new Set(receiver.events.map(({ node }) => node)).size, 2, "both nodes have users to tell of");
  await Promise.all(names.map((name) => MeshUser.login(t, south.url, name)));
  await until(() => names.every((name) => north.seti.nodeCountOf(name) === 2), "each is on two nodes", 10_000);
  const ofNorth = receiver.events
    .filter(({ node }) => node === north.url)
    .map(({ user }) => `user.first ${user} again`);
  await north.stop();
  await receiver.until(() => receiver.events.length >= names.length + ofNorth.length);
  const since = receiver.events
    .slice(names.length)
    .map(({ type, user, again }) => `${type} ${user}${again ? " again" : ""}`);
  assert.deepEqual(since.sort(), ofNorth.sort(), "nobody is gone; what north may not have got rid of is told again");
  await south.stop();
  await receiver.until(() => new Set(receiver.told()).size >= names.length * 2);
});

test("a node that drains leaves it to the others to tell who has gone", async (t) => {
  const receiver = await HookReceiver.start(t);
  const ports = await freePorts(2);
  const peer = ports.map((port) => `http://127.0.0.1:${port}/cometd`);
  const endpoint = endpointOf(receiver, { after: ["user.first", "user.last"] });
  const drain = { noticeMs: 300, flushTimeoutMs: 500 }; // the notice is for peers as well
  const nodes = ports.map((port) => newNode(t, port, endpoint, { peer, secret: "s", drain }));
  await Promise.all(nodes.map((node) => node.start()));
  const [north, south] = nodes as [BusNode, BusNode];
  const names = Array.from({ length: 9 }, (_, index) => `user${index}`);
  for (const name of names) await MeshUser.login(t, north.url, name);
  await receiver.until(() => receiver.events.length >= names.length);
  assert.ok(receiver.events.some(({ node }) => node === north.url));
  await north.drain();
  await receiver.until(() => receiver.events.filter(({ type }) => type === "user.last").length >= names.length);
  const lasts = receiver.events.filter(({ type, again }) => type === "user.last" && again === undefined);
  assert.deepEqual(lasts.map(({ user }) => user).sort(), names);
  assert.deepEqual([...new Set(lasts.map(({ node }) => node))], [south.url]);
});

test("of three nodes one tells of each user; when one is killed, the others tell who is gone", async (t) => {
  const receiver = await HookReceiver.start(t);
  const endpoint = endpointOf(receiver, { after: ["user.first", "user.last", "node.left", "channel.occupied"] });
  const args = [`--hooks.endpoints=${JSON.stringify([endpoint])}`, "--seti.presence=shard"];
  const nodes = await startMesh(t, 3, { args });
  const [north, south, west] = nodes as [(typeof nodes)[0], (typeof nodes)[0], (typeof nodes)[0]];
  const names = Array.from({ length: 9 }, (_, index) => `user${index}`);
  for (const name of names) await north.login(t, name);
  const moving = await south.login(t, names[0]!, ["/chat"]); // he is on two nodes: not a second first
  await receiver.until(() => receiver.told().filter((line) => line.startsWith("user.first")).length >= names.length);
  await receiver.until(() => receiver.told().includes("channel.occupied /chat"));
  const firsts = receiver.events.filter(({ type }) => type === "user.first");
  assert.deepEqual(firsts.map(({ user }) => user).sort(), names);
  assert.ok(new Set(firsts.map(({ node }) => node)).size > 1, "the users are shared among the nodes");

  await north.kill();
  await receiver.until(() => {
    const last = new Set(receiver.told().filter((line) => line.startsWith("user.last")));
    return last.size >= names.length - 1 && receiver.told().filter((line) => line === "node.left").length === 2;
  });
  assert.ok(!receiver.told().includes(`user.last ${names[0]}`), "he is on another node");
  const left = receiver.events.filter(({ type }) => type === "node.left");
  assert.deepEqual(left.map(({ node }) => node).sort(), [south.url, west.url].sort());
  for (const event of left) assert.equal((event.left as { url: string }).url, north.url);
  await moving.client.disconnect();
  await receiver.until(() => receiver.told().includes(`user.last ${names[0]}`));
});
