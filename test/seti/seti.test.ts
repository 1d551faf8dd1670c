import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxError } from "../../core/message/bayeux-error.js";
import { ConfigError } from "../../core/options.js";
import { DefaultSecurityPolicy } from "../../core/security/security-policy.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { PRESENCE_PAUSE_MS } from "../../seti/presence-pace.js";
import { Seti } from "../../seti/seti.js";
import { SETI_ALL, setiChannelOf } from "../../seti/seti-message.js";
import { FakeClient, FakeCloud, startFakeNode } from "./fake-cloud.js";

const ALPHA = "http://alpha.example:8080/cometd";
const BETA = "http://beta.example:8080/cometd";
const GAMMA = "http://gamma.example:8080/cometd";

/** What a node of our kind says about one user. */
function change(node: string, user: string, present: boolean, version: number) {
  return { userIds: [user], oortURL: node, presence: present, replace: false, incarnation: 5, version };
}

test("other nodes hear of the first and the last session of a user, and of no other", async (t) => {
  const { cloud, clock, seti, login } = startFakeNode(t);
  const beta = cloud.join(BETA);
  beta.take();
  const phone = login("ann");
  const desk = login("ann");
  const first = beta.take() as { userIds: string[]; presence: boolean; version: number }[];
  assert.deepEqual(
    first.map(({ userIds, presence, version }) => ({ userIds, presence, version })),
    [{ userIds: ["ann"], presence: true, version: 1 }],
  );
  phone.leave();
  assert.deepEqual(beta.take(), []);
  await clock.advance(PRESENCE_PAUSE_MS);
  assert.equal(seti.disassociate("ann", desk.session), true);
  assert.equal(seti.disassociate("ann", desk.session), false);
  assert.deepEqual(
    (beta.take() as { presence: boolean }[]).map(({ presence }) => presence),
    [false],
  );
  assert.equal(seti.isPresent("ann"), false);
});

test("in a storm of logins others are told before a message of this node leaves for them", async (t) => {
  const { cloud, clock, seti, login } = startFakeNode(t);
  const beta = cloud.join(BETA);
  cloud.broadcast(SETI_ALL, change(BETA, "bob", true, 1));
  for (const user of ["ann", "eve", "fay"]) login(user);
  const toldTo = (said: unknown[]) => (said as { userIds?: string[] }[]).map(({ userIds }) => userIds);
  assert.deepEqual(toldTo(beta.take()).at(-1), ["ann"], "the others wait for company");
  void seti.sendMessage("bob", "/inbox", 1);
  assert.deepEqual(toldTo(beta.take()), [["eve", "fay"], undefined], "the message comes last");
  await clock.advance(PRESENCE_PAUSE_MS);
  assert.deepEqual(beta.take(), [], "nobody is told of twice");
});

test("one session may speak for several users, and all go when it ends", (t) => {
  const { seti, login } = startFakeNode(t);
  const shared = login("ann");
  assert.equal(seti.associate("bob", shared.session), true);
  assert.equal(seti.associate("bob", shared.session), false);
  assert.equal(seti.userOf(shared.session), "ann");
  assert.deepEqual(seti.usersOf(shared.session), ["ann", "bob"]);
  shared.leave();
  assert.equal(seti.localUserCount, 0);
  assert.equal(seti.userOf(shared.session), undefined);
  assert.equal(seti.associate("ann", shared.session), false, "an ended session speaks for nobody");
});

test("disassociateAll ends every session's association with the user, and no session", (t) => {
  const { seti, login } = startFakeNode(t);
  const sessions = [login("ann").session, login("ann").session];
  assert.deepEqual(seti.disassociateAll("ann"), sessions);
  assert.deepEqual(seti.disassociateAll("nobody"), []);
  assert.ok(sessions.every((session) => session.isHandshaken));
});

test("a policy may associate while it decides: it counts once the handshake is accepted, and never if it is not", (t) => {
  const { server, seti } = startFakeNode(t);
  server.policy = new (class extends DefaultSecurityPolicy {
    override canHandshake(...[session, message]: Parameters<DefaultSecurityPolicy["canHandshake"]>) {
      const user = message.ext?.user as string;
      assert.equal(seti.associate(user, session), true);
      assert.equal(seti.isPresent(user), false);
      return user !== "mallory";
    }
  })();
  const ann = server.newLocalSession("client");
  ann.handshake({ ext: { user: "ann" } });
  assert.equal(seti.userOf(ann.session), "ann");
  assert.throws(() => server.newLocalSession("client").handshake({ ext: { user: "mallory" } }));
  assert.deepEqual(seti.getUserIds(), ["ann"]);
});

test("illegal users and too many of them are refused by name of the limit", (t) => {
  const { seti, login } = startFakeNode(t, { maxUserIdBytes: 8, maxUsersPerSession: 2, maxUsersPerNode: 2 });
  const client = login("ann");
  const refused = (code: number) => (error: unknown) => error instanceof BayeuxError && error.code === code;
  assert.throws(() => seti.associate("", client.session), refused(400));
  assert.throws(() => seti.associate("123456789", client.session), refused(400));
  seti.associate("bob", client.session);
  assert.throws(() => seti.associate("cem", client.session), refused(429));
  const other = login("ann");
  assert.throws(() => seti.associate("cem", other.session), refused(429));
  assert.equal(seti.associate("bob", other.session), true, "a user who is here already takes no more room");
});

test("a Java peer gets the full set when it subscribes, when it has joined, and whenever it asks", (t) => {
  const { cloud, clock, login } = startFakeNode(t);
  login("ann");
  const beta = cloud.join(BETA, "java");
  const [welcome] = beta.take() as { userIds: string[]; alive: boolean; replace: boolean }[];
  assert.deepEqual(welcome?.userIds, ["ann"]);
  assert.ok(welcome?.alive && welcome.replace);
  clock.runTurn();
  assert.deepEqual(
    cloud.pushed.map(({ url, channel }) => ({ url, channel })),
    [{ url: BETA, channel: setiChannelOf(BETA) }],
  );
  cloud.broadcast(setiChannelOf(ALPHA), { userIds: [], oortURL: BETA, presence: true, replace: true, alive: true });
  clock.runTurn();
  assert.equal(cloud.pushed.length, 2);
});

test("our own kind is told how far this node is, and gets what it has not heard", async (t) => {
  const { cloud, clock, login } = startFakeNode(t);
  login("ann");
  await clock.advance(PRESENCE_PAUSE_MS);
  login("bob");
  const beta = cloud.join(BETA);
  type Said = { userIds: string[]; incarnation: number; version: number; count: number; hash: number; since?: number };
  const [welcome] = beta.take() as Said[];
  assert.deepEqual(welcome?.userIds, []);
  assert.deepEqual([welcome?.version, welcome?.count], [2, 2]);
  clock.runTurn();
  const [greeting] = cloud.pushed.splice(0) as { data: Said }[];
  assert.deepEqual([greeting?.data.version, greeting?.data.hash], [2, welcome?.hash]);
  const asks = (version: number) => {
    const have = { incarnation: welcome?.incarnation, version };
    cloud.broadcast(setiChannelOf(ALPHA), { ...change(BETA, "x", true, 1), userIds: [], have });
    clock.runTurn();
    return (cloud.pushed.splice(0) as { data: Said }[]).map(({ data }) => [data.userIds, data.since, data.version]);
  };
  assert.deepEqual(asks(1), [[["bob"], 1, 2]]);
  assert.deepEqual(asks(0), [[["ann", "bob"], 0, 2]]);
  assert.deepEqual(asks(2), [[[], undefined, 2]], "nothing is missing");
});

test("a set is cut for our own kind, and whole for Java", (t) => {
  const { cloud, clock, login } = startFakeNode(t, { presenceChunkUsers: 2 });
  for (let index = 0; index < 5; index += 1) login(`user${index}`);
  cloud.join(BETA);
  clock.runTurn();
  cloud.pushed.length = 0;
  cloud.broadcast(setiChannelOf(ALPHA), { ...change(BETA, "x", true, 1), userIds: [], alive: true });
  clock.runTurn();
  const ours = cloud.pushed.splice(0).map(({ data }) => data) as Record<string, unknown>[];
  assert.deepEqual(
    ours.map(({ userIds, replace, chunk, chunks }) => [(userIds as string[]).length, replace, chunk, chunks]),
    [
      [2, true, 0, 3],
      [2, false, 1, 3],
      [1, false, 2, 3],
    ],
  );
  const java = cloud.join(GAMMA, "java").take() as { userIds: string[]; replace: boolean }[];
  assert.deepEqual(
    java.map(({ userIds, replace }) => [userIds.length, replace]),
    [[5, true]],
  );
});

test("listeners hear of users of this node and of others, as differences", (t) => {
  const { cloud, seti, login } = startFakeNode(t);
  const told: string[] = [];
  const place = (node: string, local: boolean) => `${new URL(node).hostname.split(".")[0]}${local ? " (here)" : ""}`;
  seti.addPresenceListener({
    added: (user, node, local) => void told.push(`+${user} ${place(node, local)}`),
    removed: (user, node, local) => void told.push(`-${user} ${place(node, local)}`),
    changed: (user, nodes) => void told.push(`${user} ${nodes}`),
  });
  seti.addPresenceListener({
    added: () => {
      throw new Error("a listener that fails disturbs nobody");
    },
  });
  const ann = login("ann");
  const beta = cloud.join(BETA);
  cloud.broadcast(SETI_ALL, change(BETA, "ann", true, 1));
  cloud.broadcast(SETI_ALL, change(BETA, "ann", true, 1));
  ann.leave();
  cloud.leave(beta);
  assert.deepEqual(told, [
    ...["+ann alpha (here)", "ann 1", "+ann beta", "ann 2"],
    ...["-ann alpha (here)", "ann 1", "-ann beta", "ann 0"],
  ]);
});

test("a user on two nodes gets the message at every session of both", async (t) => {
  const { cloud, seti, clock, login } = startFakeNode(t);
  const beta = cloud.join(BETA);
  cloud.broadcast(SETI_ALL, change(BETA, "ann", true, 1));
  const phone = login("ann");
  const desk = login("ann");
  beta.take();
  const result = seti.sendMessage("ann", "/inbox", { text: "hi" }, { eachUser: true });
  const expected = [{ channel: "/inbox", data: { text: "hi" } }];
  assert.deepEqual(phone.take(), expected);
  assert.deepEqual(desk.take(), expected);
  const [message] = beta.take() as { userId: string; request: number; oortURL: string }[];
  assert.deepEqual(
    { ...message, request: 0 },
    {
      userId: "ann",
      channel: "/inbox",
      setiId: "http_alpha_example_8080_cometd",
      data: { text: "hi" },
      request: 0,
      oortURL: ALPHA,
    },
  );
  const answers = [{ request: message?.request, sessions: 3, reached: 3 }];
  cloud.broadcast(setiChannelOf(ALPHA), { oortURL: BETA, answers });
  const users = new Map([["ann", { sessions: 5, nodes: 2 }]]);
  assert.deepEqual(await result, { delivered: 5, unknown: [], unconfirmed: [], users });
  assert.equal(clock.pending > 0, true);
  assert.equal(seti.outstandingSends, 0);
});

test("what peers send to a user reaches his sessions here, and they learn how many, in one message a turn", (t) => {
  const { cloud, clock, login } = startFakeNode(t);
  const beta = cloud.join(BETA);
  clock.runTurn();
  const ann = login("ann");
  beta.take();
  const message = { channel: "/service/inbox", setiId: "x", data: 1, oortURL: BETA };
  cloud.broadcast(setiChannelOf(ALPHA), { ...message, userId: "ann", request: 7 });
  cloud.broadcast(SETI_ALL, { ...message, userId: "bob", request: 8 });
  cloud.broadcast(SETI_ALL, { ...message, userId: "bob", request: 9, channel: "/meta/connect" });
  assert.deepEqual(ann.take(), [{ channel: "/service/inbox", data: 1 }]);
  clock.runTurn();
  assert.deepEqual(beta.take(), [
    {
      oortURL: ALPHA,
      answers: [
        { request: 7, sessions: 1, reached: 1 },
        { request: 8, sessions: 0, reached: 0 },
      ],
    },
  ]);
});

test("a Java node's message is delivered and not answered", (t) => {
  const { cloud, clock, login } = startFakeNode(t);
  const java = cloud.join(BETA, "java");
  clock.runTurn();
  const ann = login("ann");
  java.take();
  cloud.broadcast(setiChannelOf(ALPHA), { userId: "ann", channel: "/inbox", setiId: "x", data: 1 });
  clock.runTurn();
  assert.equal(ann.take().length, 1);
  assert.deepEqual(java.take(), []);
});

test("a question in the name of a node that is not linked is answered to nobody", (t) => {
  const { cloud, clock, login } = startFakeNode(t);
  const beta = cloud.join(BETA);
  login("ann");
  clock.runTurn();
  beta.take();
  cloud.broadcast(SETI_ALL, { userId: "ann", channel: "/inbox", data: 1, request: 1, oortURL: GAMMA });
  clock.runTurn();
  assert.deepEqual(beta.take(), []);
});

test("nobody but members speaks here, and a member speaks for itself alone", (t) => {
  const { server, cloud, seti } = startFakeNode(t);
  const beta = cloud.join(BETA);
  cloud.join(GAMMA);
  const stranger = new FakeClient(server);
  const forged = { userIds: ["eve"], oortURL: BETA, presence: true, replace: true };
  void stranger.publish(SETI_ALL, forged);
  void stranger.publish(setiChannelOf(ALPHA), forged);
  server.publish(undefined, SETI_ALL, forged);
  void beta.session.publish(setiChannelOf(ALPHA), { ...forged, oortURL: GAMMA });
  assert.equal(seti.isPresent("eve"), false);
  assert.equal(seti.stats.forged, 4);
  void beta.session.publish(setiChannelOf(ALPHA), forged);
  assert.deepEqual(seti.presenceOf("eve"), { present: true, nodes: [BETA], localSessions: 0 });
});

test("nonsense on Seti's channels is counted and changes nothing", (t) => {
  const { cloud, seti } = startFakeNode(t);
  cloud.join(BETA);
  for (const data of [null, 1, "x", [], {}, { presence: "yes", userIds: [], oortURL: BETA }, { answers: {} }]) {
    cloud.broadcast(SETI_ALL, data);
  }
  assert.equal(seti.stats.malformed, 7);
  assert.equal(seti.userCount, 0);
});

test("a peer that was linked by half and went takes its users along", (t) => {
  const { server, cloud, seti } = startFakeNode(t);
  const beta = cloud.join(BETA);
  cloud.broadcast(SETI_ALL, change(BETA, "ann", true, 1));
  // No `left` is told of it, as of a peer that never joined.
  cloud.forget(beta);
  assert.equal(seti.isPresent("ann"), false);
  assert.equal(server.getSession(beta.session.session.id), undefined);
});

test("stopping forgets everybody and says so; starting again is a new run", async (t) => {
  const { cloud, clock, seti, login } = startFakeNode(t);
  const beta = cloud.join(BETA);
  const ann = login("ann");
  cloud.broadcast(SETI_ALL, change(BETA, "bob", true, 1));
  const [, before] = beta.take() as { incarnation: number }[];
  const waiting = seti.sendMessage("bob", "/inbox", 1);
  beta.take();
  seti.stop();
  seti.stop();
  assert.deepEqual((await waiting).unconfirmed, ["bob"]);
  const said = beta.take() as { userIds: string[]; replace: boolean; alive: boolean }[];
  assert.equal(said.length, 1);
  assert.deepEqual(said[0]?.userIds, []);
  assert.equal(said[0]?.alive, false);
  assert.deepEqual([...cloud.observed], []);
  assert.equal(seti.associate("ann", ann.session), false);
  await assert.rejects(seti.sendMessage("ann", "/inbox", 1));
  seti.start();
  await clock.advance(PRESENCE_PAUSE_MS);
  assert.equal(seti.associate("ann", ann.session), true);
  const [after] = beta.take() as { incarnation: number; version: number }[];
  assert.equal(after?.version, 1);
  assert.ok((after?.incarnation ?? 0) > (before?.incarnation ?? 0));
});

test("sending needs a legal channel and legal users", async (t) => {
  const { seti } = startFakeNode(t);
  for (const channel of ["/meta/connect", "/a/*", "inbox", ""]) {
    await assert.rejects(seti.sendMessage("ann", channel, 1), /^BayeuxError: 400:channel:/);
  }
  await assert.rejects(seti.sendMessage(["ann", ""], "/inbox", 1), /^BayeuxError: 400:user:/);
  assert.deepEqual(await seti.sendMessage([], "/inbox", 1), { delivered: 0, unknown: [], unconfirmed: [] });
});

test("the shard view is the nodes of our own kind", (t) => {
  const { cloud, seti } = startFakeNode(t);
  assert.deepEqual({ ...seti.shards }, { copies: 2, members: [ALPHA] });
  const beta = cloud.join(BETA);
  cloud.join(GAMMA, "java");
  assert.deepEqual(seti.shards.members, [ALPHA, BETA]);
  assert.deepEqual([...seti.ownersOf("ann")].sort(), [ALPHA, BETA]);
  cloud.leave(beta);
  assert.deepEqual(seti.ownersOf("ann"), [ALPHA]);
});

test("every wrong option is named", () => {
  const server = new BayeuxServer();
  const wrong = { presence: "everywhere", replyTimeoutMs: 0, novelty: 1 };
  assert.throws(
    () => new Seti(server, new FakeCloud(server), wrong as never),
    (error) =>
      error instanceof ConfigError &&
      ["presence", "replyTimeoutMs", "novelty"].every((key) => error.message.includes(`seti.${key}`)),
  );
});

test("with shards, Java nodes are told of everybody and own nobody, and what they tell is known and reached", async (t) => {
  const { cloud, clock, seti, login } = startFakeNode(t, { presence: "shard", shardCopies: 1 });
  const java = cloud.join(BETA, "java");
  const shard = cloud.join(GAMMA);
  cloud.broadcast(setiChannelOf(ALPHA), { ...change(GAMMA, "x", true, 1), userIds: [], mode: "shard" });
  clock.runTurn();
  assert.deepEqual(seti.shards.members, [ALPHA, GAMMA].sort(), "two owners, of three nodes");
  const users = Array.from({ length: 20 }, (_, index) => `user${index}`);
  java.take();
  shard.take();
  for (const user of users) login(user);
  await clock.advance(PRESENCE_PAUSE_MS);
  type Said = { userIds: string[]; presence: boolean };
  const toldTo = (said: unknown[]) => (said as Said[]).flatMap(({ userIds }) => userIds);
  assert.deepEqual(toldTo(java.take()), users, "everybody");
  const owned = users.filter((user) => seti.ownersOf(user).includes(GAMMA));
  assert.ok(owned.length > 0 && owned.length < users.length);
  assert.deepEqual(toldTo(shard.take()), owned, "an owner: whom it owns");

  // The other direction: a Java node says it to all, of users that this node owns or not.
  const away = ["ann", "bob", "cem", "dot", "eve", "fay"];
  cloud.broadcast(SETI_ALL, { userIds: away, oortURL: BETA, presence: true, replace: false });
  clock.runTurn();
  for (const user of away) assert.deepEqual(seti.presenceOf(user).nodes, [BETA]);
  const mine = away.find((user) => seti.ownersOf(user)[0] === ALPHA) as string;
  assert.deepEqual((await seti.sendMessage(mine, "/inbox", 1)).delivered, 1);
  assert.deepEqual(
    (java.take() as { userId: string; data: unknown }[]).map(({ userId, data }) => [userId, data]),
    [[mine, 1]],
  );
  cloud.leave(java);
  for (const user of away) assert.deepEqual(seti.presenceOf(user).nodes, []);
});
