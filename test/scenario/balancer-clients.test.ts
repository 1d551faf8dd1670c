import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { runInNewContext } from "node:vm";
import { CometD, type Message as StockMessage } from "cometd";
import { adapt } from "cometd-nodejs-client";
import faye from "faye";
import type { BusNode } from "../../bus-node.js";
import { AckClientExtension, BayeuxClient, nodeTransports } from "../../core/client/node.js";
import type { Message } from "../../core/message/message.js";
import { MeshUser } from "../support/mesh-user.js";
import { RawHttp, RawSocket } from "../support/raw-client.js";
import { type RoundRobin, startRoundRobin } from "../support/round-robin.js";
import { startNodes } from "../support/start-mesh.js";
import { until, withinTime } from "../support/until.js";

// Three nodes, and a balancer that gives each request and each WebSocket to the next of them. In one process, since what
// is asked here is which node has which session. Pages: test/browser/balancer.test.ts.

interface World {
  readonly nodes: readonly BusNode[];
  readonly speakers: readonly MeshUser[];
  readonly balancer: RoundRobin;
}

test("through a balancer without stickiness", async (t) => {
  const nodes = await startNodes(t, 3, {
    bayeux: { timeoutMs: 3_000 }, // Faye's client may begin with a connect by HTTP, and then waits for its answer
    transport: { allowedTransports: ["websocket", "long-polling", "callback-polling"] },
  });
  const balancer = await startRoundRobin(
    t,
    nodes.map(({ url }) => url),
  );
  const speakers = await Promise.all(nodes.map(({ url }, index) => MeshUser.login(t, url, `speaker ${index}`)));
  const world: World = { nodes, speakers, balancer };

  await t.test("a script's request is relayed, and answered as its own node answers", (t) => scripts(t, world));
  for (const kind of ["websocket", "long-polling"] as const) {
    await t.test(`stock cometd over ${kind} hears all that others say, in order`, (t) => stockCometd(t, world, kind));
  }
  for (const kind of ["websocket", "long-polling"] as const) {
    await t.test(`stock faye over ${kind} does, too`, (t) => stockFaye(t, world, kind));
  }
  await t.test("a WebSocket with a session of another node is told to shake hands, or to try again", (t) =>
    advised(t, world),
  );
  await t.test("our client does, by itself, and goes on", (t) => ourWebSocketMoves(t, world));
  await t.test("the stock client does, by itself, and goes on", (t) => stockWebSocketMoves(t, world));
});

function homeOf(nodes: readonly BusNode[], clientId: unknown): number {
  return nodes.findIndex(({ bayeux }) => bayeux.sessions.has(String(clientId)));
}

/** Waits until what is said at any node is heard by who is subscribed at one. */
async function known(nodes: readonly BusNode[], channel: string): Promise<void> {
  await until(() => nodes.every(({ bayeux }) => bayeux.getChannel(channel)?.subscribers.size), "all nodes know of it");
}

/** Says what is to be heard, at another node than the session's. */
async function spoken({ nodes, speakers }: World, channel: string, home: number, count: number): Promise<unknown[]> {
  await known(nodes, channel);
  const data = Array.from({ length: count }, (_, index) => index);
  for (const each of data) await speakers[(home + 1) % 3]!.publish(channel, each);
  return data;
}

async function scripts(t: TestContext, { nodes, speakers }: World): Promise<void> {
  const http = new RawHttp(t, nodes[0]!.url);
  const other = new RawHttp(t, nodes[1]!.url);
  const open = (at: RawHttp, name: string, messages: object[]) => {
    const query = new URLSearchParams({ jsonp: name, message: JSON.stringify(messages) });
    const request = at.open({ method: "GET", path: `/cometd?${query}` });
    request.request.end();
    return request;
  };
  const run = (name: string, script: string): Message[] => {
    let json = "";
    runInNewContext(script, { [name]: (messages: unknown) => (json = JSON.stringify(messages)) });
    return JSON.parse(json) as Message[];
  };
  const handshake = {
    channel: "/meta/handshake",
    version: "1.0",
    supportedConnectionTypes: ["callback-polling"],
    ext: { authentication: { user: "script" } },
  };
  const welcome = await open(http, "first", [handshake]).response;
  const [{ clientId }] = run("first", welcome.body) as [Message];
  assert.equal(homeOf(nodes, clientId), 0);
  for (const [name, value] of http.cookies) other.cookies.set(name, value);

  const connect = { channel: "/meta/connect", clientId, connectionType: "callback-polling" };
  const relayed = await open(other, "ours.page", [
    { channel: "/meta/subscribe", clientId, id: "1", subscription: "/scripts" },
    { ...connect, id: "2", advice: { timeout: 0 } },
  ]).response;
  assert.equal(relayed.status, 200);
  assert.equal(relayed.headers["x-content-type-options"], "nosniff");
  assert.match(relayed.body, /^\/\*\*\/ours\.page\(\[/);
  assert.ok(nodes[0]!.bayeux.getChannel("/scripts")?.subscribers.has(nodes[0]!.bayeux.sessions.get(String(clientId))!));

  const held = open(other, "cb", [{ ...connect, id: "3" }]);
  await until(() => nodes[0]!.bayeux.sessions.get(String(clientId))?.holder !== undefined, "its connect is held");
  const nasty = "</script> \u2028 \u2029";
  assert.deepEqual(await speakers[2]!.sendTo("script", nasty), { delivered: 1, unknown: [] });
  const answer = await withinTime(held.response, "the relayed connect's answer");
  assert.doesNotMatch(answer.body, /[\u2028\u2029]/); // which end a line in old browsers' scripts
  assert.deepEqual(
    run("cb", answer.body).map(({ channel, data }) => ({ channel, data })),
    [
      { channel: "/inbox", data: { from: "speaker 2", data: nasty } },
      { channel: "/meta/connect", data: undefined },
    ],
  );

  // What must not be run is refused before anything is relayed, and who has not the cookie gets nothing.
  const bad = await open(other, "alert(1)//", [{ ...connect, id: "4" }]).response;
  assert.equal(bad.status, 400);
  const thief = await open(new RawHttp(t, nodes[1]!.url), "cb", [{ ...connect, id: "5", advice: { timeout: 0 } }])
    .response;
  assert.equal(run("cb", thief.body)[0]?.successful, false);
  run("cb", (await open(other, "cb", [{ channel: "/meta/disconnect", clientId, id: "6" }]).response).body);
  assert.equal(homeOf(nodes, clientId), -1);
}

async function stockCometd(t: TestContext, world: World, kind: string): Promise<void> {
  const { client, received } = newStockCometd(t, world, kind);
  const { clientId } = await told((done) => client.handshake(done));
  const channel = `/cometd/${kind}`;
  await told((done) => client.subscribe(channel, ({ data }) => received.push(data), done));
  const home = homeOf(world.nodes, clientId);
  const expected = await spoken(world, channel, home, 30);
  await until(() => received.length >= expected.length, "it heard all");
  assert.deepEqual(received, expected);
  assert.equal((await told((done) => client.publish("/cometd/own", 1, done))).successful, true);
  await told((done) => client.disconnect(done));
  assert.equal(homeOf(world.nodes, clientId), -1);
}

function newStockCometd(t: TestContext, { balancer }: World, kind: string) {
  adapt();
  const client = new CometD();
  for (const type of client.getTransportTypes()) if (type !== kind) client.unregisterTransport(type);
  client.configure({ url: balancer.url, logLevel: "warn", useWorkerScheduler: false, backoffIncrement: 20 });
  t.after(() => client.isDisconnected() || told((done) => client.disconnect(done)));
  return { client, received: [] as unknown[] };
}

function told(call: (done: (message: StockMessage) => void) => void): Promise<StockMessage> {
  return withinTime(new Promise((resolve) => call(resolve)), "the client's callback");
}

async function stockFaye(t: TestContext, world: World, kind: string): Promise<void> {
  // A balancer to itself: a request of somebody else between two of its sockets sends it past its node.
  const urls = world.nodes.map(({ url }) => url);
  const balancer = await startRoundRobin(t, urls);
  const client = new faye.Client(balancer.url, { timeout: 5, retry: 0.1 });
  if (kind !== "websocket") client.disable("websocket");
  client.disable("autodisconnect");
  t.after(() => client.disconnect()); // left alone it tries for ever
  const received: unknown[] = [];
  await withinTime(Promise.resolve(client.subscribe("/faye/*", (data) => received.push(data))), "subscribed");
  const { _dispatcher } = client as unknown as { _dispatcher: { clientId: string } };
  const transports = () => world.nodes.map(({ bayeux }) => bayeux.sessions.get(_dispatcher.clientId)?.transport);
  await until(() => transports().includes(kind), `it has come to ${kind}`);
  const home = transports().indexOf(kind);
  await known(world.nodes, "/faye/*");
  const speaker = world.speakers[(home + 1) % 3]!;
  for (let count = 0; count < 30; count += 1) await speaker.publish("/faye/x", count);
  await until(() => received.length >= 30, "it heard all");
  assert.deepEqual(
    received,
    Array.from({ length: 30 }, (_, count) => count),
  );
  await withinTime(Promise.resolve(client.disconnect()), "disconnected");
}

async function advised(t: TestContext, { nodes }: World): Promise<void> {
  const first = await RawSocket.open(t, nodes[0]!.url);
  const handshake = { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["websocket"] };
  const [{ clientId }] = (await first.ask([handshake])) as [Message];
  const connect = { channel: "/meta/connect", clientId, connectionType: "websocket", id: "1" };
  const isAdvised = ([reply]: Message[]): void => {
    assert.match(String(reply?.error), /^402:/);
    assert.equal(reply?.advice?.reconnect, "handshake");
  };
  // As a client that reconnects.
  isAdvised(await (await RawSocket.open(t, nodes[1]!.url)).ask([{ ...connect, advice: { timeout: 0 } }]));
  // As one that has shaken hands by HTTP: it may try its luck elsewhere, but not again and again.
  const stray = await RawSocket.open(t, nodes[1]!.url);
  stray.send([connect]);
  stray.send([{ channel: "/meta/subscribe", clientId, subscription: "/a", id: "2" }]);
  assert.equal((await stray.close()).code, 1013);
  assert.deepEqual(stray.unread, []);
  isAdvised(await (await RawSocket.open(t, nodes[1]!.url)).ask([connect]));
  assert.equal(homeOf(nodes, clientId), 0, "its session is not touched by that");
}

async function ourWebSocketMoves(t: TestContext, world: World): Promise<void> {
  const transports = nodeTransports().filter(({ name }) => name === "websocket");
  const client = new BayeuxClient({ url: world.balancer.url, minRetryMs: 20, maxRetryMs: 100 }, { transports });
  client.addExtension(new AckClientExtension());
  t.after(() => client.abort());
  const received: unknown[] = [];
  const gaps: string[] = [];
  client.onGap(({ kind }) => gaps.push(kind));
  client.subscribe("/moves/ours", ({ data }) => received.push(data));
  await client.handshake({ ext: { authentication: { user: "mover" } } });
  await until(() => client.state === "connected", "it is connected");
  const before = client.clientId;
  const home = homeOf(world.nodes, before);
  world.balancer.cutWebSockets();
  await until(() => client.clientId !== undefined && client.clientId !== before, "it has another session");
  await until(() => client.state === "connected", "it is connected again");
  assert.notEqual(homeOf(world.nodes, client.clientId), home);
  assert.deepEqual(gaps, ["session"]);
  await spoken(world, "/moves/ours", homeOf(world.nodes, client.clientId), 3);
  await until(() => received.length >= 3, "its subscriptions came with it");
  assert.deepEqual(received, [0, 1, 2]);
  assert.ok((await world.speakers[home]!.sendTo("mover", "found?")).delivered >= 1);
}

async function stockWebSocketMoves(t: TestContext, world: World): Promise<void> {
  const { client, received } = newStockCometd(t, world, "websocket");
  // As its guide says: subscriptions belong to a session, and are made in this listener.
  client.addListener("/meta/handshake", ({ successful }) => {
    if (successful === true) client.subscribe("/moves/stock", ({ data }) => received.push(data));
  });
  const { clientId } = await told((done) => client.handshake(done));
  await known(world.nodes, "/moves/stock");
  const home = homeOf(world.nodes, clientId);
  world.balancer.cutWebSockets();
  await until(() => !["", clientId].includes(client.getClientId() ?? ""), "it has another session");
  await until(() => client.getStatus() === "connected", "it is connected again");
  const now = homeOf(world.nodes, client.getClientId());
  assert.notEqual(now, home);
  await until(
    () => (world.nodes[now]!.bayeux.getChannel("/moves/stock")?.subscribers.size ?? 0) > 0,
    "it is subscribed",
  );
  await spoken(world, "/moves/stock", now, 3);
  await until(() => received.length >= 3, "it hears again");
  assert.deepEqual(received, [0, 1, 2]);
}
