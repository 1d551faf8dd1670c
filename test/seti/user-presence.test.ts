import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { PresenceChange } from "../../seti/presence-watch.js";
import { SETI_ALL } from "../../seti/seti-message.js";
import type { SetiOptionsInput } from "../../seti/seti-options.js";
import { addSetiServices } from "../../seti/seti-services.js";
import { type FakeClient, startFakeNode } from "./fake-cloud.js";
import { UserCloud } from "./user-cloud.js";

const BETA = "http://beta.example:8080/cometd";

function startServices(t: TestContext, options: SetiOptionsInput = {}) {
  const node = startFakeNode(t, options);
  t.after(addSetiServices(node.server, node.seti));
  return node;
}

function dataOf(client: FakeClient): unknown[] {
  return client.take().map(({ channel, data }) => {
    assert.equal(channel, "/service/presence");
    return data;
  });
}

test("a client that asks for counts is told how many are there, not who", async (t) => {
  const { clock, login } = startServices(t);
  const alice = login("alice");
  const ask = (data: unknown) => alice.publish("/service/presence", data);
  assert.equal((await ask({ watch: ["bob", "carol", "dot"], counts: true })).successful, true);
  assert.deepEqual(dataOf(alice), [{ present: 0, watched: 3 }]);
  const bob = login("bob");
  login("carol");
  clock.runTurn();
  assert.deepEqual(dataOf(alice), [{ present: 2, watched: 3 }], "one message for all of a turn");
  bob.leave();
  clock.runTurn();
  assert.deepEqual(dataOf(alice), [{ present: 1, watched: 3 }]);
  await ask({ unwatch: ["bob"], counts: true });
  assert.deepEqual(dataOf(alice), [{ present: 1, watched: 2 }]);
  await ask({ unwatch: ["carol", "dot"], counts: true });
  assert.deepEqual(dataOf(alice), [{ present: 0, watched: 0 }]);
  login("dot");
  clock.runTurn();
  assert.deepEqual(dataOf(alice), []);
});

test("lists and counts are apart, and share one limit", async (t) => {
  const { clock, login } = startServices(t, { maxWatches: 3 });
  const alice = login("alice");
  const ask = (data: unknown) => alice.publish("/service/presence", data);
  await ask({ watch: ["bob"] });
  await ask({ watch: ["bob", "carol"], counts: true });
  assert.deepEqual(dataOf(alice), [
    { user: "bob", present: false, nodes: 0 },
    { present: 0, watched: 2 },
  ]);
  assert.match(String((await ask({ watch: ["dot"] })).error), /^403:watch:/);
  assert.match(String((await ask({ watch: ["dot"], counts: true })).error), /^403:watch:/);
  login("bob");
  clock.runTurn();
  assert.deepEqual(dataOf(alice), [
    { user: "bob", present: true, nodes: 1 },
    { present: 1, watched: 2 },
  ]);
  await ask({ unwatch: ["bob"] });
  assert.equal((await ask({ watch: ["dot"], counts: true })).successful, true, "there is room again");
});

test("what changes and changes back within a turn is no news", async (t) => {
  const { clock, cloud, login } = startServices(t);
  const alice = login("alice");
  await alice.publish("/service/presence", { watch: ["bob"] });
  alice.take();
  login("bob").leave();
  clock.runTurn();
  assert.deepEqual(dataOf(alice), []);
  const beta = cloud.join(BETA);
  for (const presence of [true, false, true]) cloud.broadcast(SETI_ALL, { userIds: ["bob"], oortURL: BETA, presence });
  clock.runTurn();
  assert.deepEqual(dataOf(alice), [{ user: "bob", present: true, nodes: 1 }]);
  cloud.leave(beta);
  clock.runTurn();
  assert.deepEqual(dataOf(alice), [{ user: "bob", present: false, nodes: 0 }]);
});

test("the app's policy says who may watch whom; what it refuses changes nothing", async (t) => {
  const { clock, login, seti } = startServices(t);
  const alice = login("alice");
  const ask = (data: unknown) => alice.publish("/service/presence", data);
  const friends = new Set(["bob"]);
  for (const policy of [
    (user: string) => friends.has(user),
    async (user: string) => friends.has(user),
    (user: string) => (user === "bob" ? true : Promise.resolve(friends.has(user))),
  ]) {
    seti.presencePolicy = (session, user) => seti.userOf(session) === "alice" && policy(user);
    const refused = await ask({ watch: ["bob", "carol", "dot"] });
    assert.match(String(refused.error), /^403:watch:watch names users that this client may not watch/);
    assert.deepEqual(refused.ext, { presence: { refused: ["carol", "dot"] } });
    assert.equal((await login("mallory").publish("/service/presence", { watch: ["bob"] })).successful, false);
    login("carol").leave();
    clock.runTurn();
    assert.deepEqual(dataOf(alice), []);
    assert.equal((await ask({ watch: ["bob"] })).successful, true);
    assert.equal((await ask({ unwatch: ["dot"] })).successful, true, "to stop is always allowed");
    assert.deepEqual(dataOf(alice), [{ user: "bob", present: false, nodes: 0 }]);
  }
  seti.presencePolicy = () => {
    throw new TypeError("a bug of the app");
  };
  assert.equal((await ask({ watch: ["bob"] })).successful, false);
});

test("a session that ends while the policy decides leaves no watch behind, and two cannot slip past the limit", async (t) => {
  const { login, seti } = startServices(t, { maxWatches: 2 });
  const gates: (() => void)[] = [];
  seti.presencePolicy = () => new Promise((resolve) => gates.push(() => resolve(true)));
  const alice = login("alice");
  const late = alice.publish("/service/presence", { watch: ["bob"] });
  alice.leave();
  for (const open of gates.splice(0)) open();
  await late.catch(() => {});
  assert.equal(seti.presenceWatch.userCount, 0);

  const carol = login("carol");
  const two = [["a", "b"], ["c"]].map((watch) => carol.publish("/service/presence", { watch }));
  for (const open of gates.splice(0)) open();
  const [first, second] = await Promise.all(two);
  assert.deepEqual([first?.successful, second?.successful], [true, false]);
  assert.equal(seti.presenceWatch.userCount, 2);
  carol.leave();
  assert.equal(seti.presenceWatch.userCount, 0);
});

test("server code watches users on all nodes", async (t) => {
  const users = await UserCloud.start(t, 3);
  users.login(2, "carol");
  await users.cloud.run(1_000);
  const news: (readonly PresenceChange[])[] = [];
  const end = users.node(0).seti.watchPresence(["bob", "carol"], (changes) => news.push(changes));
  const state = (user: string, nodes: number) => ({ user, present: nodes > 0, nodes });
  assert.deepEqual(news.splice(0), [[state("bob", 0), state("carol", 1)]]);
  const [first, second] = [users.login(1, "bob"), users.login(2, "bob")];
  await users.cloud.run(1_000);
  assert.deepEqual(news.flat().at(-1), state("bob", 2));
  news.length = 0;
  users.node(2).crash(false);
  await users.whole();
  assert.equal(news.length, 1, "a node that goes is one piece of news");
  assert.deepEqual(
    [...news.splice(0).flat()].sort((one, other) => (one.user < other.user ? -1 : 1)),
    [state("bob", 1), state("carol", 0)],
  );
  end();
  first.leave();
  second.leave();
  await users.cloud.run(1_000);
  assert.deepEqual(news, []);
});

test("on shards a client is told what the owners know, once, and every change after that", async (t) => {
  const users = await UserCloud.start(t, 6, { presence: "shard" });
  const names = Array.from({ length: 12 }, (_, index) => `user${index}`);
  const there = names.filter((_, index) => index % 2 === 0);
  for (const [index, name] of there.entries()) users.login(index, name);
  await users.cloud.run(2_000);
  const [alice, carol] = [users.login(5, "alice"), users.login(4, "carol")];
  const state = (user: string, nodes: number) => ({ user, present: nodes > 0, nodes });
  const watched = alice.publish("/service/presence", { watch: names });
  assert.equal((await users.settled(watched)).successful, true);
  await users.cloud.run(2_000);
  assert.deepEqual(
    dataOf(alice),
    names.map((name) => state(name, there.includes(name) ? 1 : 0)),
  );
  await users.settled(carol.publish("/service/presence", { watch: names, counts: true }));
  await users.cloud.run(2_000);
  assert.deepEqual(dataOf(carol), [{ present: 6, watched: 12 }]);
  users.login(1, "user1");
  await users.cloud.run(2_000);
  assert.deepEqual([dataOf(alice), dataOf(carol)], [[state("user1", 1)], [{ present: 7, watched: 12 }]]);
});

test("a watcher that throws is logged, and costs nobody else his news", (t) => {
  const { clock, login, seti } = startFakeNode(t);
  const news: unknown[] = [];
  let calls = 0;
  seti.watchPresence(["bob"], () => {
    calls += 1;
    if (calls > 1) throw new Error("a bug of the app");
  });
  seti.watchPresence(["bob"], (changes) => news.push(...changes));
  login("bob");
  clock.runTurn();
  assert.deepEqual([calls, news.length], [2, 2]);
});
