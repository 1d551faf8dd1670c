import assert from "node:assert/strict";
import { test } from "node:test";
import { StockClient } from "../docker/stock-client.js";
import { startMesh, startNodes } from "../support/start-mesh.js";
import { until } from "../support/until.js";

const TEXTS = Array.from({ length: 40 }, (_, index) => ({ channel: "/inbox", data: { text: `message ${index}` } }));

for (const presence of ["flood", "shard"] as const) {
  for (const transport of ["websocket", "long-polling"] as const) {
    test(`a stock client gets what was kept as ordinary messages (${presence}, ${transport})`, async (t) => {
      const nodes = await startNodes(t, 3, { seti: { presence, inbox: { maxMessages: 100 } } });
      for (const { channel, data } of TEXTS) {
        const result = await nodes[0]!.seti.sendMessage("bob", channel, data);
        assert.equal(result.stored, 1);
      }
      for (const node of nodes) {
        const isOwner = node.seti.ownersOf("bob").includes(node.url);
        assert.equal(node.seti.keptMessages.messages, isOwner ? TEXTS.length : 0);
      }
      const away = nodes.find((node) => !node.seti.ownersOf("bob").includes(node.url))!;
      const bob = await StockClient.login(away.url, "bob", transport);
      t.after(() => bob.close());
      await until(
        () => bob.received.length >= TEXTS.length && nodes.every(({ seti }) => seti.keptMessages.users === 0),
        "all that was kept has come",
        15_000,
      );
      assert.deepEqual(bob.received, TEXTS);
      const { sessions } = await nodes[0]!.seti.sessionsOf("bob");
      assert.deepEqual(
        sessions.map(({ node, transport: used }) => [node, used]),
        [[away.url, transport]],
      );
      await bob.close();
    });
  }
}

test("kill -9 of an owner of kept messages loses none of them", async (t) => {
  const nodes = await startMesh(t, 3, { args: ["--seti.inbox.maxMessages=100"] });
  const ask = async (origin: string, method: string, body: unknown): Promise<Record<string, unknown>> => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${origin}/api/v1/${method}`, { method: "POST", headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, unknown>;
  };
  for (const { channel, data } of TEXTS) {
    const sent = await ask(nodes[0]!.origin, "SendToUser", { user: "bob", channel, data });
    assert.deepEqual(sent, { delivered: 0, unknown: [], unconfirmed: [], stored: 1, nodes: 0 });
  }
  const { users } = (await ask(nodes[0]!.origin, "GetPresence", { users: ["bob"] })) as {
    users: { shardOwners: string[] }[];
  };
  const first = nodes.find(({ url }) => url === users[0]?.shardOwners[0])!;
  await first.kill();
  const alive = nodes.filter((node) => node !== first);
  // At once: the other owner does not know yet that the first one is gone.
  const bob = await alive[0]!.login(t, "bob");
  await until(() => bob.received.length >= TEXTS.length, "all that was kept has come", 40_000);
  assert.deepEqual(bob.received, TEXTS);
});
