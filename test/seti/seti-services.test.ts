import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Message } from "../../core/message/message.js";
import { SETI_ALL, setiChannelOf } from "../../seti/seti-message.js";
import type { SetiOptionsInput } from "../../seti/seti-options.js";
import { addSetiServices } from "../../seti/seti-services.js";
import { startFakeNode } from "./fake-cloud.js";

const ALPHA = "http://alpha.example:8080/cometd";
const BETA = "http://beta.example:8080/cometd";

function startServices(t: TestContext, options: SetiOptionsInput = {}) {
  const node = startFakeNode(t, options);
  t.after(addSetiServices(node.server, node.seti));
  return node;
}

const send = { to: "bob", channel: "/inbox", data: "hi" };

test("a client writes to a user: each of his sessions is told who wrote, and the reply how many got it", async (t) => {
  const { login } = startServices(t);
  const alice = login("alice");
  const bobs = [login("bob"), login("bob")];
  const reply = await alice.publish("/service/seti", { ...send, data: { text: "hi" } });
  assert.equal(reply.successful, true);
  assert.deepEqual(reply.ext, { seti: { delivered: 2, unknown: [] } });
  for (const bob of bobs) {
    assert.deepEqual(bob.take(), [{ channel: "/inbox", data: { from: "alice", data: { text: "hi" } } }]);
  }
});

test("several users at once; those nobody holds are named; a user may write to himself", async (t) => {
  const { login } = startServices(t);
  const alice = login("alice");
  const carol = login("carol");
  const to = ["carol", "nobody", "alice", "carol"];
  const reply = await alice.publish("/service/seti", { to, channel: "/service/inbox", data: null });
  assert.deepEqual(reply.ext, { seti: { delivered: 2, unknown: ["nobody"] } });
  const expected = [{ channel: "/service/inbox", data: { from: "alice", data: null } }];
  assert.deepEqual(carol.take(), expected);
  assert.deepEqual(alice.take(), expected);
});

test("the reply waits for the node that holds the user, and says so when it does not answer", async (t) => {
  const { cloud, clock, login } = startServices(t);
  const beta = cloud.join(BETA);
  cloud.broadcast(SETI_ALL, { userIds: ["bob"], oortURL: BETA, presence: true, incarnation: 1, version: 1 });
  const alice = login("alice");
  beta.take();
  const answered = alice.publish("/service/seti", send);
  const [message] = beta.take() as { request: number; data: unknown }[];
  assert.deepEqual(message?.data, { from: "alice", data: "hi" });
  const answers = [{ request: message?.request, sessions: 1, reached: 1 }];
  cloud.broadcast(setiChannelOf(ALPHA), { oortURL: BETA, answers });
  assert.deepEqual((await answered).ext, { seti: { delivered: 1, unknown: [] } });

  const silent = alice.publish("/service/seti", send);
  await clock.advance(2_000);
  assert.deepEqual((await silent).ext, { seti: { delivered: 0, unknown: [], unconfirmed: ["bob"] } });
});

test("who is no user cannot write, and nobody chooses whose name stands there", async (t) => {
  const { login } = startServices(t);
  const bob = login("bob");
  const stranger = await login().publish("/service/seti", { ...send, from: "alice" });
  assert.match(String(stranger.error), /^403::/);
  assert.deepEqual(bob.take(), []);
  await login("mallory").publish("/service/seti", { ...send, from: "alice" });
  assert.deepEqual(bob.take(), [{ channel: "/inbox", data: { from: "mallory", data: "hi" } }]);
});

test("every wrong field is named, with what is allowed, and nothing is sent", async (t) => {
  const { login } = startServices(t, { maxRecipients: 2, maxUserIdBytes: 8 });
  const alice = login("alice");
  const bob = login("bob");
  const cases: [data: unknown, error: RegExp][] = [
    [undefined, /^400:data:data must be an object/],
    ["bob", /^400:data:/],
    [[send], /^400:data:/],
    [{ ...send, to: undefined }, /^400:to:to must be a user id or an array of 1 to 2 user ids$/],
    [{ ...send, to: [] }, /^400:to:/],
    [{ ...send, to: ["a", "b", "c"] }, /^400:to:/],
    [{ ...send, to: { 0: "bob", length: 1 } }, /^400:to:/],
    [{ ...send, to: ["bob", 7] }, /^400:to:to each must be a user id/],
    [{ ...send, to: "" }, /^400:to:/],
    [{ ...send, to: "123456789" }, /^400:to:to each must be at most 8 bytes long$/],
    [{ to: "bob", channel: "/inbox" }, /^400:data.data:/],
    [{ ...send, channel: undefined }, /^400:channel:channel must be a broadcast or service channel/],
    [{ ...send, channel: "inbox" }, /^400:channel:/],
    [{ ...send, channel: "/inbox/*" }, /^400:channel:/],
    [{ ...send, channel: "/**" }, /^400:channel:/],
    [{ ...send, channel: "/meta/connect" }, /^400:channel:/],
    [{ ...send, channel: "/meta" }, /^403:channel:/],
    [{ ...send, channel: "/oort" }, /^403:channel:channel must not be an internal channel/],
    [{ ...send, channel: "/oort/cloud" }, /^403:channel:/],
    [{ ...send, channel: "/oort/cloud/" }, /^403:channel:/],
    [{ ...send, channel: "/seti/all" }, /^403:channel:/],
    [{ ...send, channel: "/seti" }, /^403:channel:/],
    [{ ...send, channel: "/service/oort" }, /^403:channel:/],
    [{ ...send, channel: "/service/oort/objects/x" }, /^403:channel:/],
    [{ ...send, channel: "/service/seti" }, /^403:channel:/],
    [{ ...send, channel: "/service/presence" }, /^403:channel:/],
  ];
  for (const [data, error] of cases) {
    const reply = await alice.publish("/service/seti", data);
    assert.equal(reply.successful, false, JSON.stringify(data));
    assert.match(String(reply.error), error);
  }
  assert.deepEqual(bob.take(), []);
  for (const channel of ["/oortx", "/setiathome", "/service/oorts", "/service/inbox"]) {
    assert.equal((await alice.publish("/service/seti", { ...send, channel })).successful, true, channel);
  }
});

test("who watches a user is told where he is now, and at every change", async (t) => {
  const { clock, cloud, login } = startServices(t);
  const alice = login("alice");
  assert.equal((await alice.publish("/service/presence", { watch: ["bob", "alice"] })).successful, true);
  const about = (user: string, nodes: number) => ({
    channel: "/service/presence",
    data: { user, present: nodes > 0, nodes },
  });
  assert.deepEqual(alice.take(), [about("bob", 0), about("alice", 1)]);
  const phone = login("bob");
  const desk = login("bob");
  clock.runTurn();
  assert.deepEqual(alice.take(), [about("bob", 1)]);
  const beta = cloud.join(BETA);
  cloud.broadcast(SETI_ALL, { userIds: ["bob"], oortURL: BETA, presence: true });
  clock.runTurn();
  phone.leave();
  desk.leave();
  clock.runTurn();
  cloud.leave(beta);
  clock.runTurn();
  assert.deepEqual(alice.take(), [about("bob", 2), about("bob", 1), about("bob", 0)]);
});

test("unwatched users, and sessions that have gone, cost nothing more", async (t) => {
  const { clock, login } = startServices(t);
  const alice = login("alice");
  const carol = login("carol");
  for (const watcher of [alice, carol]) await watcher.publish("/service/presence", { watch: ["bob", "dot"] });
  await alice.publish("/service/presence", { unwatch: ["bob", "nobody"] });
  alice.take();
  carol.take();
  carol.leave();
  login("bob");
  clock.runTurn();
  assert.deepEqual(alice.take(), []);
  assert.deepEqual(carol.take(), []);
  login("dot");
  clock.runTurn();
  assert.equal(alice.take().length, 1);
});

test("a session may watch so many users and no more; what it gives up in the same message makes room", async (t) => {
  const { login } = startServices(t, { maxWatches: 2 });
  const alice = login("alice");
  const ask = (data: unknown): Promise<Message> => alice.publish("/service/presence", data);
  assert.equal((await ask({ watch: ["a", "b"] })).successful, true);
  const refused = await ask({ watch: ["c"] });
  assert.match(String(refused.error), /^403:watch:watch must not exceed 2 users/);
  assert.equal((await ask({ watch: ["c", "b"], unwatch: ["a"] })).successful, true);
  assert.equal((await ask({ watch: ["b"] })).successful, true, "again is not more");
});

test("every wrong field of a watch is named", async (t) => {
  const { login } = startServices(t, { maxWatches: 2, maxUserIdBytes: 8 });
  const alice = login("alice");
  const cases: [data: unknown, error: RegExp][] = [
    [undefined, /^400:data:data must be an object with "watch" or "unwatch"$/],
    [{}, /^400:data:/],
    [{ watch: "bob" }, /^400:watch:watch must be an array of at most 2 user ids$/],
    [{ watch: ["a", "b", "c"] }, /^400:watch:/],
    [{ watch: ["a", 7] }, /^400:watch:/],
    [{ watch: ["a"], unwatch: [""] }, /^400:unwatch:/],
    [{ unwatch: 7 }, /^400:unwatch:/],
    [{ watch: ["a"], counts: 1 }, /^400:counts:counts must be true or false$/],
  ];
  for (const [data, error] of cases) {
    assert.match(String((await alice.publish("/service/presence", data)).error), error);
  }
  assert.deepEqual(alice.take(), []);
});
