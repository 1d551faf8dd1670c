import assert from "node:assert/strict";
import { test } from "node:test";
import faye from "faye";
import { BayeuxClient, nodeTransports } from "../../core/client/node.js";
import { startRoundRobin } from "../support/round-robin.js";
import { startMesh } from "../support/start-mesh.js";
import { until, withinTime } from "../support/until.js";

/** Those of our client's transports that use HTTP requests or streams, by name. */
function only(name: string) {
  const transports = nodeTransports().filter((factory) => factory.name === name);
  assert.equal(transports.length, 1, `the client has ${name}`);
  return { transports };
}

test("through a balancer that sends every request to another node, every HTTP transport works", async (t) => {
  const nodes = await startMesh(t, 3);
  const balancer = await startRoundRobin(
    t,
    nodes.map(({ url }) => url),
  );
  const names = nodeTransports().map(({ name }) => name);
  const overHttp = names.filter((name) => name !== "websocket");
  assert.ok(overHttp.includes("long-polling"));
  const received: string[] = [];
  const clients = overHttp.map((name) => {
    const client = new BayeuxClient({ url: balancer.url }, only(name));
    t.after(() => client.abort());
    client.subscribe("/talk/*", ({ data }) => void received.push(`${name} ${data}`));
    client.addListener("/inbox", ({ data }) => void received.push(`${name} inbox ${(data as { data: string }).data}`));
    return { name, client };
  });
  await Promise.all(
    clients.map(({ name, client }) => client.handshake({ ext: { authentication: { user: `user ${name}` } } })),
  );
  await Promise.all(clients.map(({ client }) => withinTime(client.subscribe("/ready", () => {}).ready, "subscribed")));
  for (const { name, client } of clients) {
    for (let n = 0; n < 5; n += 1)
      await withinTime(client.publish("/talk/x", `from ${name} ${n}`), `${name} published`);
    const reply = await withinTime(
      client.publish("/service/seti", { to: `user ${overHttp[0]}`, channel: "/inbox", data: name }),
      `${name} sent`,
    );
    assert.deepEqual((reply.ext as { seti: unknown }).seti, { delivered: 1, unknown: [] });
  }
  const expected = overHttp
    .flatMap((to) => overHttp.flatMap((from) => [0, 1, 2, 3, 4].map((n) => `${to} from ${from} ${n}`)))
    .concat(overHttp.map((from) => `${overHttp[0]} inbox ${from}`));
  await until(() => received.length >= expected.length, "everything arrived");
  assert.deepEqual([...received].sort(), expected.sort());
  assert.ok(
    balancer.counts.every((count) => count > 0),
    `every node was asked: ${balancer.counts}`,
  );
});

test("a stock Faye client needs no sticky balancer either, and survives the death of its session's node", async (t) => {
  const nodes = await startMesh(t, 3);
  const balancer = await startRoundRobin(
    t,
    nodes.map(({ url }) => url),
  );
  const client = new faye.Client(balancer.url, { timeout: 5, retry: 0.1 });
  client.disable("websocket");
  client.disable("autodisconnect");
  const received: unknown[] = [];
  await withinTime(Promise.resolve(client.subscribe("/talk/*", (data) => received.push(data))), "subscribed");
  const views = await Promise.all(nodes.map((node) => node.cluster()));
  const home = views.findIndex((view) => view.sessions === 1);
  assert.notEqual(home, -1, "one node has the session");
  await nodes[home]!.kill();
  const others = nodes.filter((_, index) => index !== home);
  await Promise.race(others.map((node) => node.until((view) => view.sessions === 1, "get the client's new session")));
  const speaker = await others[0]!.login(t, "speaker");
  // Faye subscribes again by itself, some time after its handshake; until it connects, what it is told fills its queue.
  const asked = async () => {
    await speaker.publish("/talk/x", "are you there?");
    return received.length > 0;
  };
  await until(asked, "it is subscribed again", 20_000);
  assert.equal(received[0], "are you there?");
  await withinTime(Promise.resolve(client.disconnect()), "disconnected");
});
