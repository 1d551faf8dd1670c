import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { SETI_ALL, setiChannelOf } from "../../seti/seti-message.js";
import type { SetiOptionsInput } from "../../seti/seti-options.js";
import { startFakeNode } from "./fake-cloud.js";
import { UserCloud } from "./user-cloud.js";

const INBOX = { inbox: { maxMessages: 20 } };

/** A story that is the same whether presence is flooded or on shards. */
function inEachMode(story: string, tell: (t: TestContext, options: SetiOptionsInput) => Promise<void>): void {
  for (const presence of ["flood", "shard"] as const) {
    test(`${story} (${presence})`, (t) => tell(t, { ...INBOX, presence }));
  }
}

/** A node that is no owner of the user, and the owners, the first owner first. */
function placesOf(users: UserCloud, user: string): { owners: number[]; others: number[] } {
  const owners = users
    .node(0)
    .seti.ownersOf(user)
    .map((url) => users.indexOf(url));
  const others = [...users.cloud.nodes.keys()].filter((index) => !owners.includes(index));
  return { owners, others };
}

async function sendAll(users: UserCloud, from: number, user: string, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const result = await users.settled(users.node(from).seti.sendMessage(user, "/inbox", text));
    assert.deepEqual(result, { delivered: 0, unknown: [], unconfirmed: [], stored: 1 });
  }
}

function textsOf(client: { take(): { channel: string; data: unknown }[] }): unknown[] {
  return client.take().map(({ channel, data }) => {
    assert.equal(channel, "/inbox");
    return data;
  });
}

/** How many messages are kept anywhere. */
function keptAnywhere(users: UserCloud): number {
  return users.cloud.alive.reduce((sum, { seti }) => sum + seti.keptMessages.messages, 0);
}

inEachMode("a node that is about to leave hands on what only it keeps, before it goes", async (t, options) => {
  const users = await UserCloud.start(t, 3, { ...options, shardCopies: 1 });
  const { owners, others } = placesOf(users, "bob");
  await sendAll(users, others[0]!, "bob", ["1", "2"]);
  const leaving = users.node(owners[0]!);
  assert.equal(leaving.seti.keptMessages.messages, 2);
  leaving.oort.announceLeaving();
  await users.cloud.run(2_000);
  assert.ok(!leaving.seti.ownersOf("bob").includes(leaving.url), "by its own view, too");
  assert.equal(leaving.seti.keptMessages.messages, 0);
  assert.equal(keptAnywhere(users), 2);
  leaving.crash(false);
  const bob = users.login(others[1]!, "bob");
  await users.cloud.run(2_000);
  assert.deepEqual(textsOf(bob), ["1", "2"]);
});

inEachMode(
  "what is sent to an absent user waits for him, in order, wherever he logs in, and comes once",
  async (t, options) => {
    const users = await UserCloud.start(t, 5, options);
    const { owners, others } = placesOf(users, "bob");
    assert.equal(owners.length, 2);
    await sendAll(users, others[0]!, "bob", ["1", "2"]);
    await sendAll(users, others[1]!, "bob", ["3"]);
    await sendAll(users, owners[1]!, "bob", ["4"]);
    for (const [index, node] of users.cloud.nodes.entries()) {
      assert.equal(node?.seti.keptMessages.messages, owners.includes(index) ? 4 : 0, "R copies, on the owners");
    }
    const bob = users.login(others[2]!, "bob");
    await users.cloud.run(1_000);
    assert.deepEqual(textsOf(bob), ["1", "2", "3", "4"]);
    assert.equal(keptAnywhere(users), 0);
    const second = users.login(others[0]!, "bob");
    await users.cloud.run(30_000);
    assert.deepEqual([textsOf(bob), textsOf(second)], [[], []]);
  },
);

inEachMode("on an owner itself, and on the second owner, it is the same", async (t, options) => {
  for (const place of [0, 1]) {
    const users = await UserCloud.start(t, 4, options);
    const { owners, others } = placesOf(users, "bob");
    await sendAll(users, others[0]!, "bob", ["1", "2", "3"]);
    const bob = users.login(owners[place]!, "bob");
    await users.cloud.run(30_000);
    assert.deepEqual(textsOf(bob), ["1", "2", "3"]);
    assert.equal(keptAnywhere(users), 0);
  }
});

test("off by default: nobody is told of a kept message, and none is kept", async (t) => {
  const users = await UserCloud.start(t, 2);
  const result = await users.settled(users.node(0).seti.sendMessage("bob", "/inbox", "hi"));
  assert.deepEqual(result, { delivered: 0, unknown: ["bob"], unconfirmed: [] });
  assert.equal(keptAnywhere(users), 0);
});

for (const place of [0, 1]) {
  inEachMode(
    `when owner ${place} dies, the other has the messages, and soon there are two copies again`,
    async (t, options) => {
      const users = await UserCloud.start(t, 5, options);
      const { owners, others } = placesOf(users, "bob");
      await sendAll(users, others[0]!, "bob", ["1", "2", "3"]);
      users.node(owners[place]!).crash(false);
      await users.whole();
      assert.equal(keptAnywhere(users), 6);
      const bob = users.login(others[1]!, "bob");
      await users.cloud.run(30_000);
      assert.deepEqual(textsOf(bob), ["1", "2", "3"]);
      assert.equal(keptAnywhere(users), 0);
    },
  );
}

inEachMode("owners die one after the other, each when its messages are copied: nothing is lost", async (t, options) => {
  const users = await UserCloud.start(t, 5, options);
  await sendAll(users, 0, "bob", ["1", "2"]);
  for (let round = 0; round < 3; round += 1) {
    const owner = users.indexOf(users.cloud.alive[0]!.seti.ownersOf("bob")[0]!);
    users.node(owner).crash(false);
    await users.whole();
    await users.cloud.run(6_000);
  }
  const last = users.cloud.alive[0]!;
  const bob = users.login(last.index, "bob");
  await users.cloud.run(1_000);
  assert.deepEqual(textsOf(bob), ["1", "2"]);
});

inEachMode(
  "an owner that dies and is back at once, with nothing in memory, gets its copies again",
  async (t, options) => {
    const users = await UserCloud.start(t, 4, options);
    const { owners, others } = placesOf(users, "bob");
    await sendAll(users, others[0]!, "bob", ["1", "2"]);
    users.node(owners[0]!).crash(false);
    users.cloud.start(owners[0]!);
    await users.whole();
    await users.cloud.run(10_000);
    users.node(owners[1]!).crash(false);
    const bob = users.login(owners[0]!, "bob");
    await users.whole();
    await users.cloud.run(10_000);
    assert.deepEqual(textsOf(bob), ["1", "2"]);
  },
);

inEachMode(
  "an owner that dies between the handover and its end does not make messages come twice",
  async (t, options) => {
    const users = await UserCloud.start(t, 4, options);
    const { owners, others } = placesOf(users, "bob");
    await sendAll(users, others[0]!, "bob", ["1", "2", "3"]);
    const bob = users.login(others[1]!, "bob");
    const first = users.node(owners[0]!);
    assert.notEqual(await users.cloud.until(() => bob.received.length === 3, 5_000, 1), undefined);
    first.crash(false); // its answer is on the way, the other owner knows of nothing
    await users.whole();
    await users.cloud.run(30_000);
    assert.deepEqual(textsOf(bob), ["1", "2", "3"]);
    assert.equal(keptAnywhere(users), 0);
  },
);

inEachMode(
  "the first owner stands still at the login: the second hands over, and the first then finds it done",
  async (t, options) => {
    const users = await UserCloud.start(t, 4, options);
    const { owners, others } = placesOf(users, "bob");
    await sendAll(users, others[0]!, "bob", ["1", "2"]);
    users.node(owners[0]!).freeze();
    const bob = users.login(others[1]!, "bob");
    assert.notEqual(await users.cloud.until(() => bob.received.length === 2, 30_000), undefined, "the second owner");
    users.node(owners[0]!).thaw();
    await users.whole();
    await users.cloud.run(20_000);
    assert.deepEqual(textsOf(bob), ["1", "2"]);
    assert.equal(keptAnywhere(users), 0);
  },
);

inEachMode(
  "new nodes take over what is theirs, and nobody keeps more copies than there should be",
  async (t, options) => {
    const users = await UserCloud.start(t, 6, options);
    for (const index of [4, 5]) users.node(index).crash(false);
    await users.whole();
    const names = Array.from({ length: 30 }, (_, index) => `user${index}`);
    const result = await users.settled(users.node(0).seti.sendMessage(names, "/inbox", "hi"));
    assert.deepEqual([result.stored, result.unknown], [30, []]);
    for (const index of [4, 5]) users.cloud.start(index);
    await users.whole();
    await users.cloud.run(12_000);
    for (const name of names) {
      const bob = users.login(1, name);
      await users.cloud.run(500);
      const where = users.cloud.alive.map(({ seti }) => [seti.keptMessages.messages, seti.ownersOf(name)]);
      assert.deepEqual(textsOf(bob), ["hi"], name + JSON.stringify(where));
    }
    await users.cloud.run(12_000);
    assert.equal(keptAnywhere(users), 0);
  },
);

inEachMode("new nodes get copies before anybody logs in: R of each message, on its owners", async (t, options) => {
  const users = await UserCloud.start(t, 5, options);
  users.node(4).crash(false);
  await users.whole();
  const names = Array.from({ length: 40 }, (_, index) => `user${index}`);
  await users.settled(users.node(0).seti.sendMessage(names, "/inbox", "hi"));
  users.cloud.start(4);
  await users.whole();
  await users.cloud.run(12_000);
  const owned = (url: string) => names.filter((name) => users.node(0).seti.ownersOf(name).includes(url)).length;
  for (const node of users.cloud.alive) assert.equal(node.seti.keptMessages.messages, owned(node.url), node.name);
  assert.ok(owned(users.node(4).url) > 0, "the new node owns somebody");
});

test("too many, too much and too old: the sender is told, listeners and counters too", async (t) => {
  const inbox = { maxMessages: 3, maxBytes: 60, maxAgeMs: 60_000, maxUsers: 2 };
  const users = await UserCloud.start(t, 2, { inbox });
  const { seti } = users.node(0);
  const told: unknown[] = [];
  for (const node of users.cloud.alive) {
    node.seti.addInboxListener({
      refused: (user, channel) => told.push(["refused", user, channel]),
      expired: (user, messages) => told.push(["expired", user, messages]),
      handedOver: (user, _node, messages) => told.push(["handed over", user, messages]),
    });
  }
  const send = (user: string, data: unknown) => users.settled(seti.sendMessage(user, "/inbox", data));
  await sendAll(users, 0, "bob", ["1", "2", "3"]);
  assert.deepEqual(await send("bob", "4"), { delivered: 0, unknown: ["bob"], unconfirmed: [] });
  await sendAll(users, 0, "carol", ["x".repeat(40)]);
  assert.deepEqual((await send("carol", "x".repeat(20))).unknown, ["carol"]);
  const third = await users.settled(seti.sendMessage(["bob", "dot"], "/inbox", "1"));
  assert.deepEqual(third, { delivered: 0, unknown: ["bob", "dot"], unconfirmed: [] });
  assert.deepEqual([seti.stats.inboxKept, seti.stats.inboxRefused], [4, 4]);
  assert.deepEqual(
    told.splice(0),
    ["bob", "carol", "bob", "dot"].map((user) => ["refused", user, "/inbox"]),
  );
  const carol = users.login(1, "carol");
  await users.cloud.run(1_000);
  assert.deepEqual(textsOf(carol), ["x".repeat(40)]);
  assert.deepEqual(told.splice(0), [["handed over", "carol", 1]]);
  await users.cloud.run(70_000);
  assert.deepEqual(told.splice(0), [["expired", "bob", 3]]);
  assert.equal(keptAnywhere(users), 0);
  const expired = users.cloud.alive.reduce((sum, node) => sum + node.seti.stats.inboxExpired, 0);
  assert.equal(expired, 3, "told by one node");
  const bob = users.login(1, "bob");
  await users.cloud.run(10_000);
  assert.deepEqual(textsOf(bob), []);
});

inEachMode("a user who comes while his message is being kept gets it", async (t, options) => {
  for (let late = 0; late < 12; late += 1) {
    const users = await UserCloud.start(t, 4, options, late + 1);
    const sent = users.node(0).seti.sendMessage("bob", "/inbox", "hi");
    await users.cloud.run(late * 3);
    const bob = users.login(3, "bob");
    const { delivered, stored = 0 } = await users.settled(sent);
    assert.equal(delivered + stored, 1);
    await users.cloud.run(15_000);
    assert.deepEqual(textsOf(bob), ["hi"], `login after ${late * 3} ms`);
    assert.equal(keptAnywhere(users), 0);
  }
});

test("a session that takes nothing leaves the rest for the next login", async (t) => {
  const { seti, clock, login, server } = startFakeNode(t, INBOX as SetiOptionsInput);
  for (const text of ["1", "2", "3"]) await seti.sendMessage("bob", "/inbox", text);
  const bob = login();
  bob.session.addFilter((_sender, message) => message.data !== "2");
  seti.associate("bob", bob.session);
  await clock.settle();
  assert.deepEqual(textsOf(bob).slice(0, 1), ["1"]);
  bob.leave();
  const again = login("bob");
  await clock.settle();
  assert.deepEqual(textsOf(again), ["2", "3"]);
  assert.equal(seti.keptMessages.messages, 0);
  assert.equal(server.sessions.has(again.session.id), true);
});

test("a user on a Java node gets his messages in Java's form", async (t) => {
  const { cloud, seti, clock } = startFakeNode(t, INBOX as SetiOptionsInput);
  await seti.sendMessage("bob", "/inbox", { text: "hi" });
  const java = cloud.join("http://java.example:8080/cometd", "java");
  java.take();
  cloud.broadcast(SETI_ALL, { userIds: ["bob"], oortURL: java.url, presence: true });
  await clock.settle();
  const setiId = seti.setiId;
  assert.deepEqual(java.take(), [{ userId: "bob", channel: "/inbox", setiId, data: { text: "hi" } }]);
  assert.equal(seti.keptMessages.messages, 0);
});

test("what a peer writes wrong is not kept, and what it says of others' messages does no harm", async (t) => {
  const { cloud, seti } = startFakeNode(t, INBOX as SetiOptionsInput);
  const { url: oortURL } = cloud.join("http://beta.example:8080/cometd");
  const good = { user: "bob", channel: "/inbox", data: 1, origin: "x", seq: 1, atMs: 1_000_000 };
  const bodies: unknown[] = [
    { messages: "bob" },
    { messages: [null, 7, [], { ...good, user: "" }, { ...good, user: 7 }, { ...good, channel: "/meta/connect" }] },
    {
      messages: [
        { ...good, channel: "/**" },
        { ...good, origin: 1 },
        { ...good, seq: 0.5 },
        { ...good, atMs: "1" },
      ],
    },
  ];
  const call = (name: string, body: unknown): void =>
    cloud.broadcast(setiChannelOf(cloud.url), { oortURL, call: name, request: 1, body });
  for (const body of bodies) for (const name of ["keep", "mail", "handed"]) call(name, body);
  call("handed", { user: "bob", names: [1, {}, "1 x"] });
  assert.equal(seti.keptMessages.messages, 0);
  call("keep", { messages: [{ ...good, seq: 2, atMs: 9e15 }] });
  assert.equal(seti.keptMessages.messages, 1);
  call("keep", { messages: [good] });
  assert.equal(seti.keptMessages.messages, 1, "it was said to be handed over");
});
