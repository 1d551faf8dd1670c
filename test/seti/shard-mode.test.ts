import assert from "node:assert/strict";
import { test } from "node:test";
import { PRESENCE_PAUSE_MS } from "../../seti/presence-pace.js";
import type { SetiOptionsInput } from "../../seti/seti-options.js";
import { type SimNode, Simulation } from "./simulation.js";

const SHARD: SetiOptionsInput = { presence: "shard" };

async function cloudOf(count: number, options: SetiOptionsInput = {}): Promise<Simulation> {
  const names = Array.from({ length: count }, (_, index) => `node${index}`);
  const sim = new Simulation(names, { ...SHARD, presenceChunkUsers: 1_000, ...options });
  sim.openAll();
  await sim.settle(1_000);
  return sim;
}

/** A user whom these nodes own, and those do not. */
function userOf(sim: Simulation, owners: readonly SimNode[], others: readonly SimNode[] = []): string {
  for (let index = 0; ; index += 1) {
    const urls = sim.node(0).engine.directory.ownersOf(`user${index}`);
    if (owners.every(({ url }) => urls.includes(url)) && others.every(({ url }) => !urls.includes(url))) {
      return `user${index}`;
    }
  }
}

test("a login costs as many messages as there are copies, however many nodes there are", async () => {
  for (const count of [2, 3, 5, 8, 16]) {
    const sim = await cloudOf(count, { announceIntervalMs: 1e9 });
    const before = sim.sent.messages;
    const users = Array.from({ length: 100 }, (_, index) => `user${index}`);
    users.forEach((user, index) => {
      sim.node(index).login(user, `session of ${user}`);
    });
    sim.drain();
    const messages = sim.sent.messages - before;
    assert.ok(messages <= 2 * users.length, `${messages} messages for ${users.length} logins at ${count} nodes`);
    const entries = sim.nodes.map((node) => node.table.userCount).reduce((sum, entry) => sum + entry, 0);
    assert.ok(entries <= 3 * users.length, "each user is known to the owners and where he is");
  }
});

test("a message takes two hops at first, and one when the place is known; a move is told to who was taught", async () => {
  const sim = await cloudOf(5);
  const nodes = sim.nodes as [SimNode, SimNode, SimNode, SimNode, SimNode];
  const user = userOf(sim, [nodes[3], nodes[4]]);
  const [sender, home, other] = nodes;
  home.login(user, "phone");
  sim.drain();
  const send = async (data: string) => {
    const before = sim.sent.messages;
    const sending = sender.send(user, data);
    sim.drain();
    const { delivered, unknown, unconfirmed } = await sending;
    assert.deepEqual([unknown, unconfirmed], [[], []]);
    return { delivered, messages: sim.sent.messages - before };
  };
  // To the owner, on to the node that holds him, and an answer of each.
  assert.deepEqual(await send("first"), { delivered: 1, messages: 4 });
  assert.deepEqual(await send("second"), { delivered: 1, messages: 2 });
  other.login(user, "desk");
  await sim.settle(PRESENCE_PAUSE_MS, PRESENCE_PAUSE_MS);
  assert.deepEqual(await send("to both"), { delivered: 2, messages: 4 });
  home.logout(user, "phone");
  await sim.settle(PRESENCE_PAUSE_MS, PRESENCE_PAUSE_MS);
  assert.deepEqual(await send("to the one left"), { delivered: 1, messages: 2 });
  assert.deepEqual(
    [...home.received, ...other.received].map(({ session, data }) => `${session}: ${data}`),
    ["phone: first", "phone: second", "phone: to both", "desk: to both", "desk: to the one left"],
  );
});

test("a message does not overtake one that went by an owner, though the place is known meanwhile", async () => {
  const sim = await cloudOf(4, { shardCopies: 1 });
  const [sender, owner, holder] = sim.nodes as [SimNode, SimNode, SimNode, SimNode];
  const user = userOf(sim, [owner]);
  holder.login(user, "phone");
  sim.drain();
  const first = sender.send(user, 1);
  assert.ok(sim.deliverNext(sender, owner));
  assert.ok(sim.deliverNext(owner, sender), "the owner says where he is, and its message is still on its way to him");
  const second = sender.send(user, 2);
  while (sim.deliverNext(sender, holder)) {}
  sim.drain();
  assert.deepEqual(
    holder.received.map(({ data }) => data),
    [1, 2],
  );
  assert.deepEqual([(await first).delivered, (await second).delivered], [1, 1]);
  const before = sim.sent.messages;
  const third = sender.send(user, 3);
  sim.drain();
  assert.equal((await third).delivered, 1);
  assert.equal(sim.sent.messages - before, 2, "to the place itself, and back");
});

test("a message that meets a move is passed on by the node the user has left", async () => {
  const sim = await cloudOf(5);
  const nodes = sim.nodes as [SimNode, SimNode, SimNode, SimNode, SimNode];
  const user = userOf(sim, [nodes[3], nodes[4]]);
  const [sender, home, other] = nodes;
  home.login(user, "phone");
  sim.drain();
  void sender.send(user, "teaches the place");
  sim.drain();
  other.login(user, "desk");
  home.logout(user, "phone");
  // The owners know, and the sender does not yet: what it sends goes to the node that the user has left.
  for (const owner of nodes.slice(3)) while (sim.deliverNext(other, owner) || sim.deliverNext(home, owner));
  const sending = sender.send(user, "follows");
  sim.drain();
  assert.equal((await sending).delivered, 1);
  assert.deepEqual(other.received, [{ session: "desk", data: "follows" }]);
  assert.equal(home.stats.forwarded, 1);
  assert.equal(sender.stats.floods, 0);
});

test("when an owner dies, the next one is asked under the same key, and who got it gets it once", async () => {
  const sim = await cloudOf(5);
  const nodes = sim.nodes as [SimNode, SimNode, SimNode, SimNode, SimNode];
  const user = userOf(sim, [nodes[3], nodes[4]]);
  const [sender, home] = nodes;
  home.login(user, "phone");
  sim.drain();
  const sending = sender.send(user, "once");
  const [first] = sim.node(0).engine.directory.ownersOf(user);
  const owner = sim.nodes.find(({ url }) => url === first) as SimNode;
  // The owner passes it on, and dies before its answer leaves.
  while (sim.deliverNext(sender, owner, false));
  while (sim.deliverNext(owner, home));
  sim.restart(owner);
  sim.drain();
  const { delivered, unknown, unconfirmed } = await sending;
  assert.deepEqual({ delivered, unknown, unconfirmed }, { delivered: 1, unknown: [], unconfirmed: [] });
  assert.deepEqual(home.received, [{ session: "phone", data: "once" }]);
  assert.equal(home.stats.repeatedKeys, 1);
});

test("a place that is gone with its node is not asked again", async () => {
  const sim = await cloudOf(5);
  const nodes = sim.nodes as [SimNode, SimNode, SimNode, SimNode, SimNode];
  const user = userOf(sim, [nodes[3], nodes[4]]);
  const [sender, home, other] = nodes;
  home.login(user, "phone");
  other.login(user, "desk");
  sim.drain();
  void sender.send(user, "teaches the places");
  sim.drain();
  // The sender learns it from the cloud; the word of the owner is still under way.
  sim.close(home, sender);
  const sending = sender.send(user, "to the one left");
  sim.drain();
  const { delivered, unconfirmed } = await sending;
  assert.deepEqual({ delivered, unconfirmed }, { delivered: 1, unconfirmed: [] });
});

test("who goes while users are being moved is taken back also from an owner that is none any more", async () => {
  const sim = new Simulation(["north", "south", "west"], { ...SHARD, presenceChunkUsers: 1, shardCopies: 1 });
  const [north, south, west] = sim.nodes as [SimNode, SimNode, SimNode];
  sim.open(north, south);
  sim.open(south, north);
  await sim.settle(500);
  const users = Array.from({ length: 100 }, (_, index) => `user${index}`);
  for (const user of users) north.login(user, user);
  await sim.settle(500);
  const before = new Map(users.map((user) => [user, north.engine.directory.ownersOf(user)[0]]));
  sim.openAll();
  sim.drain();
  await sim.clock.advance(100);
  const moving = users.filter((user) => {
    const [owner] = north.engine.directory.ownersOf(user);
    return before.get(user) === south.url && owner === west.url && !west.table.nodesOf(user).includes(north.url);
  });
  assert.ok(moving.length > 3, "some are still to be moved");
  for (const user of moving) north.logout(user, user);
  sim.drain();
  for (const user of moving) assert.deepEqual(south.table.nodesOf(user), [], "at once, not when his turn comes");
  await sim.settle(5_000);
  for (const node of [south, west]) for (const user of moving) assert.deepEqual(node.table.nodesOf(user), []);
});

test("a node that joins is told only the users it owns now, in chunks with pauses, and the old owners lose them", async () => {
  const sim = new Simulation(["north", "south", "west"], { ...SHARD, presenceChunkUsers: 50 });
  const [north, south, west] = sim.nodes as [SimNode, SimNode, SimNode];
  sim.open(north, south);
  sim.open(south, north);
  await sim.settle(500);
  const users = Array.from({ length: 600 }, (_, index) => `user${index}`);
  for (const user of users) north.login(user, `session of ${user}`);
  await sim.settle(500);
  assert.equal(south.table.userCount, 600);
  sim.openAll();
  sim.drain();
  assert.equal(west.table.userCount, 0, "the first chunk leaves after a pause");
  await sim.settle(1_000);
  const owned = (node: SimNode) => users.filter((user) => north.engine.directory.ownersOf(user).includes(node.url));
  assert.deepEqual([...west.table.users()].sort(), owned(west).sort());
  assert.deepEqual([...south.table.users()].sort(), owned(south).sort());
  assert.equal(north.stats.reannouncedUsers, owned(west).length + (600 - owned(south).length));
  assert.deepEqual(west.edges, [], "nobody came or went");
});

test("a node that is about to leave owns nobody any more, and its users are at others before it goes", async () => {
  const sim = await cloudOf(3, { shardCopies: 1 });
  const [north, south, west] = sim.nodes as [SimNode, SimNode, SimNode];
  const user = userOf(sim, [south]);
  north.login(user, "phone");
  sim.drain();
  for (const node of sim.nodes) node.engine.leaving(south.url);
  await sim.settle(500);
  for (const { engine } of sim.nodes) {
    assert.deepEqual(engine.directory.shards.members, [north.url, west.url].sort(), "also by its own view");
    assert.deepEqual(engine.directory.ownersOf(user), north.engine.directory.ownersOf(user));
  }
  const sent = south.send(user, "still sends");
  sim.drain();
  assert.equal((await sent).delivered, 1);
  const [owner] = north.engine.directory.ownersOf(user);
  assert.deepEqual(sim.nodes.find(({ url }) => url === owner)?.table.nodesOf(user), [north.url]);
});

test("users of other shards are found by asking, and a watch tells of them as long as it lasts", async () => {
  const sim = await cloudOf(5, { locationLeaseMs: 1_000 });
  const nodes = sim.nodes as [SimNode, SimNode, SimNode, SimNode, SimNode];
  const user = userOf(sim, [nodes[3], nodes[4]]);
  const [watcher, home, other] = nodes;
  home.login(user, "phone");
  sim.drain();
  assert.deepEqual(watcher.table.nodesOf(user), []);
  const finding = watcher.engine.finder.find(user);
  sim.drain();
  assert.deepEqual(await finding, [home.url]);
  const end = watcher.engine.finder.watch(user);
  await sim.settle(250);
  other.login(user, "desk");
  await sim.settle(5_000);
  home.logout(user, "phone");
  await sim.settle(250);
  // The owner it asked goes, and another takes over.
  sim.restart(nodes[3]);
  sim.openAll();
  await sim.settle(3_000);
  other.logout(user, "desk");
  await sim.settle(250);
  end();
  home.login(user, "phone");
  await sim.settle(250);
  assert.deepEqual(
    watcher.counted.map(({ nodes: count }) => count),
    [1, 2, 1, 0],
  );
});

test("who watches hears nothing of users who only have other owners, as nodes come and go", async () => {
  const names = Array.from({ length: 6 }, (_, index) => `node${index}`);
  const sim = new Simulation(names, { ...SHARD, presenceChunkUsers: 10 });
  const [watcher, home] = sim.nodes as [SimNode, SimNode];
  const link = (nodes: readonly SimNode[]) => {
    for (const one of nodes) for (const other of nodes) sim.open(one, other);
  };
  link(sim.nodes.slice(0, 3));
  await sim.settle(1_000);
  const users = Array.from({ length: 100 }, (_, index) => `user${index}`);
  for (const user of users) home.login(user, user);
  await sim.settle(1_000);
  for (const user of users) watcher.engine.finder.watch(user);
  await sim.settle(1_000);
  const wrong = () => users.filter((user) => watcher.engine.nodeCountOf(user) !== 1);
  assert.deepEqual(wrong(), []);
  watcher.counted.length = 0;
  for (const count of [4, 5, 6]) {
    link(sim.nodes.slice(0, count));
    for (let passed = 0; passed < 2_000; passed += 50) {
      await sim.settle(50, 50);
      assert.deepEqual(wrong(), [], `${passed} ms after ${count} nodes are there`);
    }
  }
  sim.restart(sim.nodes[2] as SimNode);
  for (let passed = 0; passed < 2_000; passed += 50) {
    await sim.settle(50, 50);
    assert.deepEqual(wrong(), [], `${passed} ms after one of them has gone`);
  }
  assert.deepEqual(watcher.counted, []);
});

test("first and last anywhere are told at the owners, and nowhere else", async () => {
  const sim = await cloudOf(4);
  const [north, south, west, east] = sim.nodes as [SimNode, SimNode, SimNode, SimNode];
  const user = userOf(sim, [west, east]);
  north.login(user, "phone");
  south.login(user, "desk");
  sim.drain();
  north.logout(user, "phone");
  await sim.settle(PRESENCE_PAUSE_MS, PRESENCE_PAUSE_MS);
  south.logout(user, "desk");
  await sim.settle(PRESENCE_PAUSE_MS, PRESENCE_PAUSE_MS);
  assert.deepEqual(
    sim.nodes.map(({ edges }) => edges),
    [[], [], [`+${user}`, `-${user}`], [`+${user}`, `-${user}`]],
  );
});

test("with a grace, who is back in time never went", async () => {
  const sim = await cloudOf(2, { absentGraceMs: 500 });
  const [north, south] = sim.nodes as [SimNode, SimNode];
  for (let round = 0; round < 5; round += 1) {
    north.login("ann", `session ${round}`);
    await sim.settle(250);
    north.logout("ann", `session ${round}`);
    await sim.settle(250);
  }
  assert.deepEqual(south.edges, ["+ann"]);
  await sim.settle(750);
  assert.deepEqual(south.edges, ["+ann", "-ann"]);
  assert.deepEqual(south.table.nodesOf("ann"), []);
});

for (const presence of ["flood", "shard"] as const) {
  test(`after a time apart only differences are sent (${presence})`, async (t) => {
    const names = ["node0", "node1", "node2", "node3"];
    const sim = new Simulation(names, { presence, announceIntervalMs: 1e9, presenceChunkUsers: 1_000 });
    sim.openAll();
    const users = Array.from({ length: 10_000 }, (_, index) => `user-${index}@example.com`);
    users.forEach((user, index) => {
      sim.node(index).login(user, user);
    });
    await sim.settle(2_000);
    const apart = sim.nodes.flatMap((one, index) =>
      sim.nodes.filter((_, other) => index % 2 !== other % 2).map((other) => [one, other] as const),
    );
    for (const [one, other] of apart) sim.close(one, other);
    await sim.settle(60_000, 5_000);
    // A tenth moves, each within the part of the cloud that he can reach.
    users.slice(0, 1_000).forEach((user, index) => {
      sim.node(index).logout(user, user);
      sim.node(index + 2).login(user, user);
    });
    await sim.settle(1_000);
    const before = sim.sent.bytes;
    for (const [one, other] of apart) sim.open(one, other);
    await sim.settle(4_750);
    const healed = sim.sent.bytes - before;
    // What the nodes would say if each told each node across the cut all its users, once; Java does so up to three times:
    // when the other subscribes, when it has joined, and when it asks.
    const sets = apart.length * (JSON.stringify(users).length / names.length);
    for (const node of sim.nodes) {
      for (const user of users) {
        const owners = node.engine.directory.ownersOf(user);
        if (presence === "shard" && !owners.includes(node.url)) continue;
        const holder = sim.nodes.find((other) => other.table.sessionsOf(user).length > 0) as SimNode;
        assert.deepEqual(node.table.nodesOf(user), [holder.url]);
      }
    }
    t.diagnostic(`${healed} bytes to heal, ${Math.round(sets)} in full sets`);
    assert.ok(healed <= sets / 10, `${healed} of ${sets} bytes`);
  });
}

test("a node that comes back is told also of those who went while it was away", async () => {
  const sim = await cloudOf(3);
  const [north, south, west] = sim.nodes as [SimNode, SimNode, SimNode];
  const user = userOf(sim, [south], [north]);
  north.login(user, "phone");
  await sim.settle(500);
  assert.deepEqual(south.table.nodesOf(user), [north.url]);
  sim.close(south, north);
  await sim.settle(500);
  north.logout(user, "phone");
  await sim.settle(500);
  sim.open(south, north);
  await sim.settle(2_000);
  for (const node of [south, west]) assert.deepEqual(node.table.nodesOf(user), [], node.url);
});
