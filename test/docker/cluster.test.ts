import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClusterView } from "../../api/cluster-view.js";
import { codeBlocks } from "../support/documents.js";
import { dockerMissing } from "../support/require-docker.js";
import { ComposeCluster, untilYes } from "./compose-cluster.js";
import { StockClient } from "./stock-client.js";

const NEWS = "/news/today";
/** Rounds of probes without a fault, a quarter of a second apart, after which the clients have settled. */
const CALM_ROUNDS = 5;
/**
 * A client on a node that was cut off hears nothing for up to 30 s before it goes elsewhere, and the session that it leaves
 * behind lives for a held connect of 25 s and a grace of 20 s more.
 */
const SETTLE_MS = 120_000;

test("the compose file's cluster", { skip: await dockerMissing() }, async (t) => {
  const cluster = await ComposeCluster.start();
  const clients: StockClient[] = [];
  t.after(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await cluster.down();
  });

  const step = (name: string, work: () => Promise<void>): Promise<void> =>
    t.test(name, async () => {
      try {
        await work();
      } catch (error) {
        console.error(await cluster.logs());
        throw error;
      }
    });
  const login = async (user: string, transport: "websocket" | "long-polling" = "websocket"): Promise<void> => {
    clients.push(await StockClient.login(cluster.url, user, transport, ["/news/**"]));
  };

  await step("three nodes find each other by name", async () => {
    const nodes = await cluster.nodes();
    assert.equal(nodes.length, 3);
    const views = await cluster.converged(nodes);
    assert.equal(new Set(views.map((view) => view.id)).size, 3);
    const ask = codeBlocks("docs/guides/scaling.md").find(({ text }) => text.startsWith("docker compose exec"));
    const answer = JSON.parse(await cluster.documented(ask?.text ?? "")) as ClusterView;
    assert.ok(views.some((view) => view.id === answer.id));
  });

  await step("the chat is served through the balancer, and the API is not", async () => {
    const chat = await fetch(new URL("/demo/chat/", cluster.url));
    assert.equal(chat.status, 200);
    assert.match(await chat.text(), /<html/i);
    for (const path of ["/metrics", "/api/v1/cluster"]) {
      const response = await fetch(new URL(path, cluster.url));
      assert.equal(response.status, 404, path);
    }
  });

  await step("users on different nodes reach each other through the balancer", async () => {
    await cluster.balanced(3);
    await login("alice");
    await login("bob", "long-polling");
    await login("carol");
    await login("dave");
    const views = await cluster.converged(await cluster.nodes());
    const busy = views.filter((view) => view.sessions > 0);
    assert.ok(busy.length >= 2, "the balancer spread the clients over several nodes");
    await everyoneReachesEveryone(clients, "three nodes");
  });

  await step("two nodes more take part, and are given clients", async () => {
    await cluster.scale(5);
    const nodes = await cluster.nodes();
    assert.equal(nodes.length, 5);
    await cluster.converged(nodes);
    await cluster.balanced(5);
    await login("erin");
    await login("frank");
    await everyoneReachesEveryone(clients, "five nodes");
  });

  await step("three nodes leave in good order, and their clients go on elsewhere", async () => {
    await cluster.scale(2);
    const nodes = await cluster.nodes();
    assert.equal(nodes.length, 2);
    await cluster.converged(nodes);
    await everyoneReachesEveryone(clients, "two nodes");
  });

  await step("a node is killed, and its clients go on elsewhere", async () => {
    await cluster.scale(3);
    const before = await cluster.nodes();
    const victim = await busiest(cluster, before);
    await cluster.kill(victim);
    const rest = before.filter((node) => node !== victim);
    await cluster.converged(rest);
    await everyoneReachesEveryone(clients, "one killed");
  });

  await step("a node is cut off: the others part with it, and take it back when it is healed", async () => {
    await cluster.scale(3);
    const nodes = await cluster.nodes();
    assert.equal(nodes.length, 3);
    const lonely = await busiest(cluster, nodes);
    const rest = nodes.filter((node) => node !== lonely);
    await cluster.cutOff(lonely);
    await cluster.converged(rest);
    await untilYes(async () => {
      const { peers } = await cluster.view(lonely);
      return peers.every((peer) => peer.state !== "joined");
    }, "the lonely node sees nobody");
    await cluster.heal(lonely);
    await cluster.converged(nodes);
    await everyoneReachesEveryone(clients, "healed");
  });
});

/** The node with the most clients, once all nodes have joined. */
async function busiest(cluster: ComposeCluster, nodes: readonly string[]): Promise<string> {
  const views = await cluster.converged(nodes);
  const most = Math.max(...views.map((view) => view.sessions));
  assert.ok(most > 0, "a node has clients");
  return nodes[views.findIndex((view) => view.sessions === most)] ?? "";
}

/** Every user sends to all others, and publishes news; each message must come exactly once. */
async function everyoneReachesEveryone(clients: readonly StockClient[], when: string): Promise<void> {
  const users = clients.map((client) => client.user);
  // After a change each client notices in its own time that it has to connect anew, and then subscribes again.
  let calm = 0;
  let round = 0;
  let answers: unknown[] = [];
  const settled = async (): Promise<boolean> => {
    const last = { probe: when, round };
    const next = { probe: when, round: ++round };
    const probes = await Promise.all(
      clients.map(async (client) => {
        const answer = await client.sendTo(users, next).catch(String);
        const published = await client.publish(NEWS, next).catch(() => undefined);
        const heard = client.count(NEWS, last);
        const isCalm =
          heard === clients.length &&
          published !== undefined &&
          typeof answer !== "string" &&
          answer.delivered === users.length &&
          answer.unknown.length === 0;
        return { user: client.user, isCalm, answer, heard };
      }),
    );
    answers = probes;
    calm = probes.every(({ isCalm }) => isCalm) ? calm + 1 : 0;
    return calm === CALM_ROUNDS;
  };
  await untilYes(settled, `everyone is there again, ${when}`, SETTLE_MS).catch((error: unknown) => {
    throw new Error(`the last answers: ${JSON.stringify(answers)}`, { cause: error });
  });
  for (const sender of clients) {
    const data = { text: `hello, ${when}` };
    const others = users.filter((user) => user !== sender.user);
    assert.deepEqual(await sender.sendTo(others, data), { delivered: others.length, unknown: [] });
    await sender.publish(NEWS, { by: sender.user, when });
  }
  for (const receiver of clients) {
    for (const from of users) {
      if (from !== receiver.user) await receiver.gets("/inbox", { from, data: { text: `hello, ${when}` } });
      await receiver.gets(NEWS, { by: from, when });
      assert.equal(receiver.count(NEWS, { by: from, when }), 1, `${receiver.user} got the news of ${from} once`);
    }
  }
  const alone = await clients[0]?.sendTo("nobody", "hello?");
  assert.deepEqual(alone, { delivered: 0, unknown: ["nobody"] });
}
