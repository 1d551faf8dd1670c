import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { BusNode } from "../../../bus-node.js";
import type { NodeConfigInput } from "../../../config.js";
import { silentLogger } from "../../../core/logger.js";
import type { Message } from "../../../core/message/message.js";
import { MeshUser } from "../../support/mesh-user.js";
import { freePorts } from "../../support/ports.js";
import { RawHttp, RawSocket } from "../../support/raw-client.js";
import { TcpProxy } from "../../support/tcp-proxy.js";
import { until } from "../../support/until.js";

const NAMESPACES = [
  { channels: "/news/**", history: { messages: 5, maxAgeMs: 60_000 } },
  { channels: "/big/*", history: { messages: 400 } },
];

interface Cloud {
  /** Starts the node of that number, again if need be; its peers are all. */
  start(index: number, rights?: NodeConfigInput["rights"]): Promise<BusNode>;
}

async function newCloud(t: TestContext, count: number): Promise<Cloud> {
  const ports = await freePorts(count);
  const peer = ports.map((port) => `http://127.0.0.1:${port}/cometd`);
  const nodes: BusNode[] = [];
  t.after(() => Promise.all(nodes.map((node) => node.stop())));
  return {
    async start(index, rights = { namespaces: NAMESPACES }) {
      const config = { port: ports[index]!, grpcPort: 0, peer, secret: "secret", joiningTimeoutMs: 200, rights };
      const node = new BusNode(config, { logger: silentLogger });
      nodes.push(node);
      await node.start();
      return node;
    },
  };
}

const joined = (node: BusNode, count: number) =>
  until(() => node.oort.peers.filter(({ state }) => state === "joined").length === count, `${count} peers joined`);

/** A client that shows messages as they are. */
async function rawClient(t: TestContext, node: BusNode) {
  const socket = await RawSocket.open(t, node.url);
  const [hello] = await socket.ask([{ channel: "/meta/handshake" }]);
  const { clientId } = hello!;
  return {
    send: (message: object) => socket.send([{ ...message, clientId }]),
    /** Messages up to the reply of a subscribe, without that. */
    subscribe: async (subscription: string): Promise<Message[]> => {
      socket.send([{ channel: "/meta/subscribe", subscription, clientId }]);
      const before: Message[] = [];
      for (;;) {
        for (const message of await socket.frame()) {
          if (message.channel === "/meta/subscribe") return before;
          before.push(message);
        }
      }
    },
    next: async () => (await socket.frame())[0]!,
  };
}

const dataOf = (messages: readonly Message[]) => messages.map(({ data }) => data);

test("who subscribes late gets the history at every node: in order, marked, and then what is new", async (t) => {
  const cloud = await newCloud(t, 2);
  const [north, south] = await Promise.all([cloud.start(0), cloud.start(1)]);
  await Promise.all([joined(north, 1), joined(south, 1)]);
  const ann = await MeshUser.login(t, north.url, "ann");
  for (let count = 1; count <= 4; count += 1) await ann.publish("/news/a", count);
  north.bayeux.publish(undefined, "/news/b", "by code");
  south.bayeux.publish(undefined, "/news/a", 5);
  await ann.publish("/news/a", 6);
  await until(() => north.rights.history.messages === 6 && south.rights.history.messages === 6, "both have it");
  for (const node of [north, south]) {
    const client = await rawClient(t, node);
    const got = await client.subscribe("/news/a");
    assert.deepEqual(dataOf(got).sort(), [2, 3, 4, 5, 6], "the latest five, whichever node they came from");
    for (const { ext } of got) {
      const { at } = ext!.history as { at: number };
      assert.ok(Math.abs(at - Date.now()) < 60_000);
    }
    // By the wildcard only what it adds: the rest has been given to this session.
    assert.deepEqual(dataOf(await client.subscribe("/news/**")), ["by code"]);
  }
  const late = await rawClient(t, south);
  await late.subscribe("/news/a");
  await ann.publish("/news/a", "new");
  assert.deepEqual(await late.next(), { channel: "/news/a", data: "new" });
});

test("our client hands the history to the listener that subscribed", async (t) => {
  const cloud = await newCloud(t, 1);
  const node = await cloud.start(0);
  node.bayeux.publish(undefined, "/news/a", 1);
  node.bayeux.publish(undefined, "/news/a", 2);
  const ann = await MeshUser.login(t, node.url, "ann");
  const heard: unknown[] = [];
  await ann.client.subscribe("/news/a", ({ data, ext }) => heard.push([data, ext?.history !== undefined])).ready;
  node.bayeux.publish(undefined, "/news/a", 3);
  await until(() => heard.length === 3, "three messages");
  assert.deepEqual(heard, [
    [1, true],
    [2, true],
    [3, false],
  ]);
});

test("nobody else can make a message look like history, and what else its ext has goes with it", async (t) => {
  const cloud = await newCloud(t, 1);
  const node = await cloud.start(0);
  const listener = await rawClient(t, node);
  await listener.subscribe("/news/a");
  const forger = await rawClient(t, node);
  forger.send({ channel: "/news/a", data: 1, ext: { history: { at: 1 }, mine: 2 } });
  assert.deepEqual(await listener.next(), { channel: "/news/a", data: 1, ext: { mine: 2 } });
  const [again] = await (await rawClient(t, node)).subscribe("/news/a");
  assert.equal((again!.ext as { mine: number }).mine, 2);
  assert.notEqual((again!.ext!.history as { at: number }).at, 1);
});

test("a history does not fill a queue: over HTTP the session lives, and has room for what is new", async (t) => {
  const cloud = await newCloud(t, 1);
  const node = await cloud.start(0);
  for (let count = 0; count < 300; count += 1)
    node.bayeux.publish(undefined, "/big/a", { count, fill: "x".repeat(1_000) });
  const http = new RawHttp(t, node.url);
  const [hello] = (await http.post([{ channel: "/meta/handshake" }])).messages;
  const { clientId } = hello!;
  const { messages } = await http.post([{ channel: "/meta/subscribe", subscription: "/big/a", clientId }]);
  const counts = messages
    .filter(({ channel }) => channel === "/big/a")
    .map(({ data }) => (data as { count: number }).count);
  assert.ok(counts.length > 30 && counts.length < 130, `${counts.length}`);
  assert.equal(counts.at(-1), 299, "the latest");
  assert.ok(counts.every((count, index) => index === 0 || count === counts[index - 1]! + 1));
});

test("a node that starts anew, while messages flow, has the history of the others; nothing is in it twice", async (t) => {
  const cloud = await newCloud(t, 3);
  const [north, south] = await Promise.all([cloud.start(0), cloud.start(1)]);
  await Promise.all([joined(north, 1), joined(south, 1)]);
  let sent = 0;
  const publish = (): void => {
    north.bayeux.publish(undefined, "/big/a", `north ${sent}`);
    south.bayeux.publish(undefined, "/big/a", `south ${sent}`);
    sent += 1;
  };
  for (let count = 0; count < 100; count += 1) publish();
  const stream = setInterval(publish, 5);
  t.after(() => clearInterval(stream));
  const west = await cloud.start(2);
  await joined(west, 2);
  const bob = await MeshUser.login(t, west.url, "bob", ["/big/a"]);
  await until(() => west.rights.copied > 0, "west has copied");
  clearInterval(stream);
  north.bayeux.publish(undefined, "/big/a", "end");
  await until(() => bob.received.some(({ data }) => data === "end"), "the end");
  const texts = (node: BusNode) => [...node.rights.history.logs.get("/big/*")!.after(0)].map(({ json }) => json).sort();
  await until(() => texts(south).length === texts(north).length, "all have all");
  assert.deepEqual(texts(west), texts(north));
  assert.equal(new Set(texts(west)).size, 2 * sent + 1);
  // It dies, misses something, and comes back with nothing of its own.
  await west.stop();
  publish();
  const back = await cloud.start(2);
  await until(() => texts(back).length === texts(north).length, "back has all");
  assert.deepEqual(texts(back), texts(north));
});

test("after a partition each side has what the other kept, and nothing twice", async (t) => {
  const proxies = [await TcpProxy.start(t), await TcpProxy.start(t)];
  const peer = proxies.map(({ port }) => `http://127.0.0.1:${port}/cometd`);
  const ports = await freePorts(2);
  const quick = { heartbeatMs: 100, suspectAfterMs: 100, minRetryMs: 50, maxRetryMs: 100, dialTimeoutMs: 300 };
  const nodes = ports.map((port, index) => {
    proxies[index]!.target(port);
    const own = { port, url: peer[index]!, grpcPort: 0, peer, secret: "secret", oort: quick };
    return new BusNode({ ...own, joiningTimeoutMs: 200, rights: { namespaces: NAMESPACES } }, { logger: silentLogger });
  });
  t.after(() => Promise.all(nodes.map((node) => node.stop())));
  await Promise.all(nodes.map((node) => node.start()));
  const [north, south] = nodes as [BusNode, BusNode];
  await Promise.all(nodes.map((node) => joined(node, 1)));
  const publish = (node: BusNode, data: string) => node.bayeux.publish(undefined, "/big/a", data);
  const texts = (node: BusNode) => [...node.rights.history.logs.get("/big/*")!.after(0)].map(({ json }) => json).sort();
  publish(north, "before");
  await until(() => texts(south).length === 1, "south has it");
  for (const proxy of proxies) proxy.cut();
  await until(() => nodes.every(({ oort }) => oort.peers.every(({ state }) => state === "lost")), "both are alone");
  for (let count = 0; count < 20; count += 1) {
    publish(north, `north ${count}`);
    publish(south, `south ${count}`);
  }
  for (const proxy of proxies) proxy.heal();
  await Promise.all(nodes.map((node) => joined(node, 1)));
  publish(south, "after");
  await until(
    () => nodes.every((node) => texts(node).length === 42),
    `all: ${texts(north).length} ${texts(south).length}`,
  );
  assert.deepEqual(texts(north), texts(south));
  assert.equal(new Set(texts(north)).size, 42);
  // The last one comes by the link or is copied, whichever is quicker.
  for (const { rights } of nodes) assert.ok(rights.copied === 20 || rights.copied === 21, `${rights.copied}`);
});

test("a node with other namespaces is no trouble to the rest", async (t) => {
  const cloud = await newCloud(t, 2);
  const north = await cloud.start(0);
  north.bayeux.publish(undefined, "/news/a", 1);
  const south = await cloud.start(1, { namespaces: [{ channels: "/other/*", history: {} }] });
  await Promise.all([joined(north, 1), joined(south, 1)]);
  const late = await rawClient(t, south);
  assert.deepEqual(await late.subscribe("/news/a"), []);
  assert.equal(south.rights.copied, 0);
});
