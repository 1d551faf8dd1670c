import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "../../core/message/message.js";
import { setiChannelOf } from "../../seti/seti-message.js";
import { freePorts } from "../support/ports.js";
import { TcpProxy } from "../support/tcp-proxy.js";
import { until } from "../support/until.js";
import { startSeti, startSetiMesh, startSetiProcess } from "./start-seti.js";

test("users of every node are known on every node, as long as they have a session", async (t) => {
  const nodes = await startSetiMesh(t, ["north", "south", "west"]);
  const [north, south, west] = nodes as [(typeof nodes)[0], (typeof nodes)[0], (typeof nodes)[0]];
  const ann = await north.login("ann");
  const annAgain = await north.login("ann");
  const annElsewhere = await south.login("ann");
  await west.login("bob");
  for (const node of nodes) {
    await until(() => node.seti.presenceOf("ann").nodes.length === 2, `${node.name} knows ann twice`);
    await until(() => node.seti.isPresent("bob"), `${node.name} knows bob`);
    assert.deepEqual([...node.seti.presenceOf("ann").nodes].sort(), [north.url, south.url].sort());
  }
  assert.equal(north.seti.presenceOf("ann").localSessions, 2);
  await ann.logout();
  await annElsewhere.logout();
  for (const node of nodes) {
    await until(() => node.seti.presenceOf("ann").nodes.length === 1, `${node.name} knows that ann left south`);
  }
  await annAgain.logout();
  for (const node of nodes) await until(() => !node.seti.isPresent("ann"), `${node.name} knows that ann is gone`);
  for (const node of nodes) assert.deepEqual(node.users, ["bob"]);
});

test("a message reaches every session of a user, wherever these are, once", async (t) => {
  const [north, south, west] = await startSetiMesh(t, ["north", "south", "west"]);
  assert.ok(north && south && west);
  const alice = await north.login("alice");
  const bobs = [await north.login("bob"), await south.login("bob"), await south.login("bob"), await west.login("bob")];
  await until(() => north.seti.presenceOf("bob").nodes.length === 3, "north knows where bob is");
  assert.deepEqual(await alice.send("bob", "one"), { delivered: 4, unknown: [] });
  assert.deepEqual(await alice.send("bob", "two"), { delivered: 4, unknown: [] });
  for (const bob of bobs) {
    assert.deepEqual(await bob.messages("/inbox", 2), [
      { from: "alice", data: "one" },
      { from: "alice", data: "two" },
    ]);
  }
});

test("who else in the process hears Seti's channels gets what comes over a link as well, and nobody gets it twice", async (t) => {
  const [north, south] = await startSetiMesh(t, ["north", "south"]);
  assert.ok(north && south);
  const alice = await north.login("alice");
  const bob = await south.login("bob");
  await until(() => north.seti.isPresent("bob"), "north knows bob");
  await alice.send("bob", 1);
  const channel = setiChannelOf(south.url);
  const heard: unknown[] = [];
  const undo = south.server.bayeux.subscribe(channel, ({ data }) => void heard.push(data));
  assert.deepEqual(await alice.send("bob", 2), { delivered: 1, unknown: [] });
  undo();
  assert.deepEqual(await alice.send("bob", 3), { delivered: 1, unknown: [] });
  assert.deepEqual(
    (await bob.messages("/inbox", 3)).map((message) => (message as { data: unknown }).data),
    [1, 2, 3],
  );
  assert.equal(heard.length, 1);
  assert.deepEqual((heard[0] as { data: unknown }).data, { from: "alice", data: 2 });
});

test("a private message is not read on its way, but where somebody there has to see it, and is the same for who gets it", async (t) => {
  const [north, south] = await startSetiMesh(t, ["north", "south"]);
  assert.ok(north && south);
  const alice = await north.login("alice");
  const bob = await south.login("bob");
  await until(() => north.seti.isPresent("bob"), "north knows bob");
  const data = { "é\u2028": [1.5e300, '\u0000\ud800 "', null, { deep: [[[]]] }], __proto__: { a: 1 } };
  const session = [...south.server.bayeux.sessions.values()].find((one) => south.seti.userOf(one) === "bob");
  assert.ok(session);
  const seen: unknown[] = [];
  const send = async () => assert.deepEqual(await alice.send("bob", data), { delivered: 1, unknown: [] });
  await send();
  const undo = session.addFilter((_, message) => seen.push(message.data) > 0);
  await send();
  undo();
  const extension = {
    outgoing(message: Message) {
      if (message.channel === "/inbox") message.data = { ...(message.data as object), stamped: true };
    },
  };
  south.server.bayeux.addExtension(extension);
  await send();
  south.server.bayeux.removeExtension(extension);
  const expected = JSON.parse(JSON.stringify({ from: "alice", data })) as object;
  const stamped = { ...expected, stamped: true };
  assert.deepEqual(await bob.messages("/inbox", 3), [expected, expected, stamped]);
  assert.deepEqual(seen, [expected]);
});

test("between nodes that speak JSON alone, and to one that does, private messages are the same", async (t) => {
  const north = await startSeti(t, "north", { oort: { linkEncoding: "json" } });
  const south = await startSeti(t, "south", { seeds: [north.url] });
  await Promise.all([north.joins(1), south.joins(1)]);
  const alice = await north.login("alice");
  const bob = await south.login("bob");
  await until(() => north.seti.isPresent("bob") && south.seti.isPresent("alice"), "they know each other");
  assert.deepEqual(await alice.send("bob", { n: "é" }), { delivered: 1, unknown: [] });
  assert.deepEqual(await bob.send("alice", [2]), { delivered: 1, unknown: [] });
  assert.deepEqual(await bob.messages("/inbox", 1), [{ from: "alice", data: { n: "é" } }]);
  assert.deepEqual(await alice.messages("/inbox", 1), [{ from: "bob", data: [2] }]);
});

test("one message to many: those who are there get it, the others are named", async (t) => {
  const [north, south, west] = await startSetiMesh(t, ["north", "south", "west"]);
  assert.ok(north && south && west);
  const alice = await north.login("alice");
  const bob = await south.login("bob");
  const carol = await west.login("carol");
  await until(() => north.users.length === 3, "north knows all");
  const result = await alice.send(["bob", "carol", "dave", "alice", "erin"], { n: 1 });
  assert.deepEqual(result, { delivered: 3, unknown: ["dave", "erin"] });
  for (const user of [alice, bob, carol]) {
    assert.deepEqual(await user.messages("/inbox", 1), [{ from: "alice", data: { n: 1 } }]);
  }
});

test("a node that joins late learns all users at once, in chunks, and is learnt of", async (t) => {
  const north = await startSeti(t, "north", { seti: { presenceChunkUsers: 3 } });
  const many = await Promise.all(Array.from({ length: 10 }, (_, index) => north.login(`user${index}`)));
  const south = await startSeti(t, "south", { seeds: [north.url] });
  const late = await south.login("late");
  await until(() => south.users.length === 11 && north.users.length === 11, "each knows the other's users");
  const result = (await late.send(
    many.map(({ name }) => name),
    "hi",
  )) as { delivered: number };
  assert.equal(result.delivered, 10);
});

test("a user who moves is found, however a message meets the move", async (t) => {
  const [north, south, west] = await startSetiMesh(t, ["north", "south", "west"]);
  assert.ok(north && south && west);
  const alice = await north.login("alice");
  let delivered = 0;
  let unknown = 0;
  let received = 0;
  let bob = await south.login("bob");
  await until(() => north.seti.isPresent("bob"), "north knows bob");
  for (let round = 0; round < 10; round += 1) {
    const from = bob;
    const home = round % 2 === 0 ? west : south;
    // All at once: the move, and messages before, while and after it.
    const sending = [alice.send("bob", `${round} a`)];
    const leaving = from.logout();
    sending.push(alice.send("bob", `${round} b`));
    const arriving = home.login("bob");
    sending.push(alice.send("bob", `${round} c`));
    await leaving;
    bob = await arriving;
    sending.push(alice.send("bob", `${round} d`));
    const results = (await Promise.all(sending)) as { delivered: number; unknown: string[]; unconfirmed?: string[] }[];
    for (const result of results) {
      assert.equal(result.unconfirmed, undefined);
      delivered += result.delivered;
      unknown += result.unknown.length;
      assert.ok(result.delivered > 0 || result.unknown.length === 1, "delivered, or told");
    }
    assert.ok((results.at(-1)?.delivered ?? 0) >= 1, "once he is there, he is found");
    await bob.messages("/inbox", 1);
    received += from.on("/inbox").length;
  }
  received += bob.on("/inbox").length;
  assert.ok(delivered >= 10 && delivered + unknown >= 40);
  // What was delivered to a session that was just leaving may not have got out of the door.
  assert.ok(received <= delivered);
});

test("a node that leaves takes its users along, at once", async (t) => {
  const [north, south] = await startSetiMesh(t, ["north", "south"]);
  assert.ok(north && south);
  const alice = await north.login("alice");
  await south.login("bob");
  await until(() => north.seti.isPresent("bob"), "north knows bob");
  south.seti.stop();
  await until(() => !north.seti.isPresent("bob"), "bob is gone with the stop message");
  assert.equal(north.events.length, 1, "before the node itself");
  await south.oort.stop();
  await north.leaves(1);
  assert.deepEqual(await alice.send("bob", "?"), { delivered: 0, unknown: ["bob"] });
});

test("a node that is killed takes its users along, and what waits for it ends", async (t) => {
  const north = await startSeti(t, "north");
  const alice = await north.login("alice");
  const [port = 0] = await freePorts(1);
  const victim = await startSetiProcess(t, port, "bob", [north.url]);
  await until(() => north.seti.isPresent("bob"), "north knows bob", 10_000);
  assert.deepEqual(await alice.send("bob", "hi"), { delivered: 1, unknown: [] });
  await victim.kill();
  const asked = alice.send("bob", "still there?");
  await until(() => !north.seti.isPresent("bob"), "bob is gone");
  assert.deepEqual(await asked, { delivered: 0, unknown: [], unconfirmed: ["bob"] });
  assert.deepEqual(await alice.send("bob", "?"), { delivered: 0, unknown: ["bob"] });

  await startSetiProcess(t, port, "carol", [north.url]);
  await until(() => north.seti.isPresent("carol"), "the node is back, with another user", 10_000);
  assert.deepEqual(north.users, ["alice", "carol"]);
});

test("when one direction of a link is lost, both sides know the truth after it heals", async (t) => {
  const proxy = await TcpProxy.start(t);
  // All that is dialled to north goes through the proxy; what north dials does not.
  const north = await startSeti(t, "north", { proxyPort: proxy.port });
  proxy.target(north.server.port);
  const south = await startSeti(t, "south", { seeds: [north.url] });
  await Promise.all([north.joins(1), south.joins(1)]);
  const ann = await north.login("ann");
  const bob = await south.login("bob");
  await until(() => north.users.length === 2 && south.users.length === 2, "each knows both");

  proxy.cut();
  await north.leaves(1);
  await until(() => !north.seti.isPresent("bob"), "north gave up on south");
  await ann.logout();
  await north.login("cem");
  await bob.logout();
  await south.login("dot");
  proxy.heal();
  const expected = ["cem", "dot"];
  await until(
    () => `${north.users}` === `${expected}` && `${south.users}` === `${expected}`,
    "all is true again",
    15_000,
  );
});

test("clients cannot forge presence or messages, and hear nothing of either", async (t) => {
  const [north, south] = await startSetiMesh(t, ["north", "south"]);
  assert.ok(north && south);
  const eve = await north.login("eve");
  const all = await eve.subscribe("/**");
  assert.equal(all.successful, true);
  for (const channel of ["/seti/all", setiChannelOf(north.url), setiChannelOf(south.url)]) {
    await assert.rejects(eve.subscribe(channel));
    const presence = { userIds: ["ghost"], oortURL: south.url, presence: true, replace: true };
    await assert.rejects(eve.publish(channel, presence));
    await assert.rejects(eve.publish(channel, { userId: "eve", channel: "/inbox", data: "forged" }));
  }
  await south.login("bob");
  await until(() => north.seti.isPresent("bob"), "north knows bob");
  assert.deepEqual(await eve.send("bob", "hi"), { delivered: 1, unknown: [] });
  assert.deepEqual(await eve.send("nobody", "hi"), { delivered: 0, unknown: ["nobody"] });
  assert.deepEqual(eve.received, []);
  for (const node of [north, south]) assert.deepEqual(node.users, ["bob", "eve"]);
});

test("who watches a user is told of his coming and going on other nodes", async (t) => {
  const [north, south, west] = await startSetiMesh(t, ["north", "south", "west"]);
  assert.ok(north && south && west);
  const alice = await north.login("alice");
  await alice.publish("/service/presence", { watch: ["bob"] });
  const onSouth = await south.login("bob");
  await alice.messages("/service/presence", 2);
  const onWest = await west.login("bob");
  await alice.messages("/service/presence", 3);
  await onSouth.logout();
  await alice.messages("/service/presence", 4);
  await onWest.logout();
  const told = (await alice.messages("/service/presence", 5)) as { nodes: number; present: boolean }[];
  assert.deepEqual(
    told.map(({ nodes, present }) => [nodes, present]),
    [
      [0, false],
      [1, true],
      [2, true],
      [1, true],
      [0, false],
    ],
  );
  await alice.publish("/service/presence", { unwatch: ["bob"] });
  await south.login("bob");
  await until(() => north.seti.isPresent("bob"), "north knows bob");
  assert.equal(alice.on("/service/presence").length, 5);
});
