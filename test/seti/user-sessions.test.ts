import assert from "node:assert/strict";
import { test } from "node:test";
import { SETI_ALL } from "../../seti/seti-message.js";
import { sessionNameOf } from "../../seti/user-sessions.js";
import { startFakeNode } from "./fake-cloud.js";
import { UserCloud } from "./user-cloud.js";

test("any node lists the sessions of a user on all nodes, and none of them can be used", async (t) => {
  const users = await UserCloud.start(t, 3, { presence: "shard" });
  const [phone, desk, tv] = [users.login(0, "bob"), users.login(2, "bob"), users.login(2, "bob")];
  users.login(1, "carol");
  const { sessions, total, unanswered, unknown } = await users.settled(users.node(2).seti.sessionsOf("bob"));
  assert.deepEqual([total, unanswered, unknown], [3, [], []]);
  assert.deepEqual(
    sessions.map(({ node, session }) => [node, session]),
    [
      [users.node(2).url, sessionNameOf(desk.session)],
      [users.node(2).url, sessionNameOf(tv.session)],
      [users.node(0).url, sessionNameOf(phone.session)],
    ],
  );
  for (const { session, transport, since, remoteAddress } of sessions) {
    assert.deepEqual([transport, remoteAddress], ["local", undefined]);
    assert.ok(Math.abs(since - users.cloud.clock.now()) < 5_000, "by the clock of its node");
    for (const client of [phone, desk, tv]) assert.ok(!client.session.id.includes(session));
  }
  assert.deepEqual(await users.settled(users.node(0).seti.sessionsOf("nobody")), {
    sessions: [],
    total: 0,
    unanswered: [],
    unknown: [],
  });
});

test("a user is disconnected on every node, is told why, and nobody else is", async (t) => {
  const users = await UserCloud.start(t, 3);
  const bobs = [users.login(0, "bob"), users.login(1, "bob"), users.login(2, "bob")];
  const carol = users.login(1, "carol");
  const result = await users.settled(users.node(1).seti.disconnectUser("bob", "your account is closed"));
  assert.deepEqual(result, { disconnected: 3, unanswered: [], unknown: [] });
  for (const bob of bobs) {
    assert.equal(bob.session.hasEnded, true);
    const goodbye = { channel: "/service/seti/disconnected", data: { reason: "your account is closed" } };
    assert.deepEqual(bob.take(), [goodbye]);
  }
  assert.equal(carol.session.hasEnded, false);
  await users.cloud.run(1_000);
  for (const node of users.cloud.alive) assert.equal(node.seti.isPresent("bob"), false);
});

test("also a session whose news has not spread yet is found, and one alone can be ended", async (t) => {
  const users = await UserCloud.start(t, 2);
  const [old, fresh] = [users.login(1, "bob"), users.login(1, "bob")];
  assert.equal(users.node(0).seti.isPresent("bob"), false, "no time has passed");
  const name = sessionNameOf(fresh.session);
  const result = await users.settled(users.node(0).seti.disconnectSession("bob", name));
  assert.equal(result.disconnected, 1);
  assert.deepEqual([old.session.hasEnded, fresh.session.hasEnded], [false, true]);
  assert.deepEqual(fresh.take(), [], "no reason, no word");
  const again = await users.settled(users.node(0).seti.disconnectSession("bob", name));
  assert.equal(again.disconnected, 0);
  const other = await users.settled(users.node(0).seti.disconnectSession("carol", sessionNameOf(old.session)));
  assert.equal(other.disconnected, 0, "a session is named together with its user");
});

test("a node that does not answer is named, and one that dies while it is asked ends the waiting", async (t) => {
  const users = await UserCloud.start(t, 3);
  users.login(0, "bob");
  users.login(1, "bob");
  await users.cloud.run(1_000);
  users.node(1).freeze();
  const answer = users.node(0).seti.sessionsOf("bob");
  const { sessions, unanswered } = await users.settled(answer);
  assert.deepEqual([sessions.length, unanswered], [1, [users.node(1).url]]);
  users.node(1).thaw();
  await users.whole();
  const result = users.node(0).seti.disconnectUser("bob");
  users.node(1).crash(false);
  assert.deepEqual(await users.settled(result), { disconnected: 1, unanswered: [users.node(1).url], unknown: [] });
});

test("a Java node that holds the user is told as unknown", async (t) => {
  const { cloud, seti, clock, login } = startFakeNode(t);
  const java = cloud.join("http://java.example:8080/cometd", "java");
  cloud.broadcast(SETI_ALL, { userIds: ["bob"], oortURL: java.url, presence: true });
  login("bob");
  java.take();
  const { sessions, unanswered, unknown } = await seti.sessionsOf("bob");
  assert.deepEqual([sessions.length, unanswered, unknown], [1, [], [java.url]]);
  assert.deepEqual(java.take(), [], "it would not understand");
  assert.equal(clock.pending > 0, true);
});

test("what is no legal question is refused, and what a peer writes wrong is ignored", async (t) => {
  const { cloud, seti, login } = startFakeNode(t, { maxUserIdBytes: 8 });
  const bob = login("bob");
  await assert.rejects(seti.sessionsOf(""), /^BayeuxError: 400:user/);
  await assert.rejects(seti.disconnectUser("123456789"), /at most 8 bytes/);
  await assert.rejects(seti.disconnectUser("bob", "x".repeat(257)), /^BayeuxError: 400:reason/);
  const peer = cloud.join("http://beta.example:8080/cometd");
  const oortURL = peer.url;
  const wrong: unknown[] = [
    { oortURL, call: 7, request: 1, body: { user: "bob" } },
    { oortURL, call: "disconnect", request: "1", body: { user: "bob" } },
    { oortURL, call: "disconnect", request: 1, body: "bob" },
    { oortURL, call: "disconnect", request: 1, body: { user: ["bob"] } },
    { oortURL, call: "disconnect", request: 1, body: { user: "bob", session: { length: 1 } } },
    { oortURL, call: "__proto__", request: 1, body: { user: "bob" } },
    { oortURL: "http://stranger.example/cometd", call: "disconnect", request: 1, body: { user: "bob" } },
    { oortURL, call: null, request: 99, body: { sessions: 7 } },
  ];
  for (const data of wrong) cloud.broadcast("/seti/http_alpha_example_8080_cometd", data);
  assert.equal(bob.session.hasEnded, false);
  const answer = seti.sessionsOf("bob");
  const [asked] = peer.take().filter((data) => (data as { call?: unknown }).call === "sessions") as {
    request: number;
  }[];
  const body = { sessions: [7, null, { session: 1 }], total: -3 };
  cloud.broadcast("/seti/http_alpha_example_8080_cometd", { oortURL, call: null, request: asked?.request, body });
  const { sessions, total } = await answer;
  assert.deepEqual([sessions.length, total], [1, 1]);
});

test("addresses are told where the node is told to", async (t) => {
  for (const sessionAddresses of [true, false]) {
    const { seti, server } = startFakeNode(t, { sessionAddresses });
    const session = server.newLocalSession("bob");
    server.policy = {
      ...server.policy,
      canHandshake: (one) => {
        one.context = { remoteAddress: "192.0.2.7", headers: {} };
        return true;
      },
    } as typeof server.policy;
    await session.handshake();
    seti.associate("bob", session.session);
    const { sessions } = await seti.sessionsOf("bob");
    assert.equal(sessions[0]?.remoteAddress, sessionAddresses ? "192.0.2.7" : undefined);
  }
});
