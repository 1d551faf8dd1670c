import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { SendOptions } from "../../seti/send-result.js";
import { RemoteUser } from "../simulation/remote-user.js";
import { UserCloud } from "./user-cloud.js";

const ACKED = { until: "acked", eachUser: true } as const;

/** Three nodes, users with clients on the network, and whoever sends on the first node. */
async function cloudOf(t: TestContext, presence: "flood" | "shard") {
  const users = await UserCloud.start(t, 3, { presence });
  let clients = 0;
  const login = async (index: number, user: string, acks = true) => {
    clients += 1;
    const remote = new RemoteUser(users.cloud, clients, index, user, acks);
    t.after(() => remote.vanish(false));
    await users.cloud.until(() => remote.isConnected, 5_000, 20);
    await users.cloud.run(500);
    return remote;
  };
  const send = async (options: SendOptions, n = 1) => {
    const sentMs = users.cloud.clock.now();
    const result = await users.settled(users.node(0).seti.sendMessage("bob", "/inbox", { n }, options), 30_000);
    const { delivered, unknown, unconfirmed, untaken, users: each } = result;
    const bob = each?.get("bob");
    const names = { unknown, unconfirmed, ...(untaken === undefined ? {} : { untaken }) };
    return { delivered, ...names, nodes: bob?.nodes, tookMs: users.cloud.clock.now() - sentMs };
  };
  return { users, login, send };
}

for (const presence of ["flood", "shard"] as const) {
  test(`a message is acked when a client has said that it has it, wherever he is (${presence})`, async (t) => {
    const { login, send } = await cloudOf(t, presence);
    const bobs = [await login(0, "bob"), await login(1, "bob"), await login(2, "bob")];
    const result = await send(ACKED);
    assert.deepEqual([result.delivered, result.nodes, result.unconfirmed], [3, 3, []]);
    for (const bob of bobs) assert.deepEqual(bob.received, [1]);
  });

  test(`a client that cannot acknowledge is not waited for, and does not count (${presence})`, async (t) => {
    const { login, send } = await cloudOf(t, presence);
    await login(1, "bob", false);
    const alone = await send(ACKED);
    assert.deepEqual([alone.delivered, alone.unconfirmed], [0, ["bob"]]);
    assert.ok(alone.tookMs < 1_000, `${alone.tookMs} ms`);
    await login(2, "bob");
    const both = await send(ACKED);
    assert.deepEqual([both.delivered, both.nodes, both.unconfirmed], [1, 1, []]);
    const written = await send({ until: "written", eachUser: true });
    assert.deepEqual([written.delivered, written.nodes, written.unconfirmed], [2, 2, []]);
  });

  test(`who has vanished without a word took a message and never acks it (${presence})`, async (t) => {
    const { login, send } = await cloudOf(t, presence);
    const bob = await login(1, "bob");
    bob.vanish(true);
    const queued = await send({ eachUser: true });
    assert.deepEqual([queued.delivered, queued.unconfirmed], [1, []], "a queue took it");
    const acked = await send({ ...ACKED, deadlineMs: 3_000 }, 2);
    assert.deepEqual([acked.delivered, acked.unconfirmed], [0, ["bob"]]);
    assert.ok(acked.tookMs >= 3_000 && acked.tookMs < 3_200, `${acked.tookMs} ms`);
    assert.deepEqual(bob.received, []);
  });

  test(`a node that dies before its client has acknowledged leaves the user unconfirmed (${presence})`, async (t) => {
    const { users, login, send } = await cloudOf(t, presence);
    const bob = await login(1, "bob");
    bob.vanish(true);
    const result = send({ ...ACKED, deadlineMs: 25_000 });
    await users.cloud.run(1_000);
    users.node(1).crash(false);
    const { delivered, unconfirmed, tookMs } = await result;
    assert.deepEqual([delivered, unconfirmed], [0, ["bob"]]);
    assert.ok(tookMs < 20_000, `not at the deadline, but when the node is known to be gone: ${tookMs} ms`);
    assert.equal(users.node(0).seti.outstandingSends, 0);
  });

  test(`sent again under its key, a message is acked again and comes once (${presence})`, async (t) => {
    const { login, send } = await cloudOf(t, presence);
    const bob = await login(1, "bob");
    for (const round of ["first", "again"]) {
      const { delivered, unconfirmed } = await send({ ...ACKED, key: "k" });
      assert.deepEqual([delivered, unconfirmed], [1, []], round);
    }
    assert.deepEqual(bob.received, [1]);
  });

  test(`a user whose sessions all refuse a message is named (${presence})`, async (t) => {
    const { users, login, send } = await cloudOf(t, presence);
    await login(1, "bob");
    const { bayeux } = users.node(1);
    for (const session of bayeux.sessions.values())
      if (!session.isLocal) session.addChannelFilter((_, channel) => channel !== "/inbox");
    for (const options of [{}, ACKED]) {
      const { delivered, unknown, unconfirmed, untaken } = await send(options);
      assert.deepEqual([delivered, unknown, unconfirmed, untaken], [0, [], [], ["bob"]]);
    }
    assert.equal(users.node(0).seti.stats.untaken, 2);
  });
}
