import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type TestContext, test } from "node:test";
import type { BayeuxClientOptionsInput } from "../../../core/client/client-options.js";
import { AckClientExtension, BayeuxClient, type ClientState, nodeTransports } from "../../../core/client/node.js";
import type { BayeuxOptionsInput } from "../../../core/server/bayeux-options.js";
import { startServer, type TestServer } from "../../support/start-server.js";
import { TcpProxy } from "../../support/tcp-proxy.js";
import { until } from "../../support/until.js";

const WAYS = [
  { transport: "websocket", ack: false },
  { transport: "websocket", ack: true },
  { transport: "event-stream", ack: false },
  { transport: "event-stream", ack: true },
  { transport: "streaming", ack: false },
  { transport: "streaming", ack: true },
  { transport: "long-polling", ack: false },
  { transport: "long-polling", ack: true },
] as const;

type Way = (typeof WAYS)[number];

/** A client on real sockets that retries quickly; aborted after the test. */
function newClient(t: TestContext, way: Way, options: BayeuxClientOptionsInput): BayeuxClient {
  const transports = nodeTransports().filter((factory) => factory.name === way.transport);
  const client = new BayeuxClient({ minRetryMs: 20, maxRetryMs: 100, ...options }, { transports });
  if (way.ack) client.addExtension(new AckClientExtension());
  t.after(() => client.abort());
  return client;
}

/** Resolves when the client is, or comes, into a state. */
function comesInto(client: BayeuxClient, wanted: ClientState): Promise<void> {
  if (client.state === wanted) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = client.onState((state) => {
      if (state !== wanted) return;
      stop();
      resolve();
    });
  });
}

/** Collects data, and says when there is as much as wanted. */
class Inbox {
  readonly got: unknown[] = [];

  readonly take = (message: { data: unknown }): void => {
    this.got.push(message.data);
  };

  async has(count: number): Promise<unknown[]> {
    await until(
      () => this.got.length >= count,
      () => `${count} have come, and not ${this.got.length}`,
      20_000,
    );
    return this.got;
  }
}

function restart(t: TestContext, server: TestServer, options: BayeuxOptionsInput): Promise<TestServer> {
  return startServer(t, options, { port: server.port });
}

const options = { timeoutMs: 2_000, maxIntervalMs: 2_000 };

for (const way of WAYS) {
  const title = `${way.transport}${way.ack ? " with ack" : ""}`;

  test(`${title}: two clients talk, with wildcards, batches, services and refusals`, async (t) => {
    const server = await startServer(t, options);
    server.bayeux.addService("/service/echo", (session, message) => {
      session.deliver(undefined, "/service/echo", message.data);
    });
    const alice = newClient(t, way, { url: server.url });
    const bob = newClient(t, way, { url: server.url });
    const inbox = new Inbox();
    const reply = await alice.handshake({ ext: { user: "alice" } });
    assert.equal(reply.clientId, alice.clientId);
    await bob.handshake();
    assert.equal(alice.transportName, way.transport);
    const subscription = alice.subscribe("/chat/*", inbox.take);
    await subscription.ready;
    await bob.publish("/chat/room", "one");
    bob.batch(() => {
      for (const word of ["two", "three", "four"]) void bob.publish("/chat/room", word);
    });
    assert.deepEqual(await inbox.has(4), ["one", "two", "three", "four"]);
    const echoes = new Inbox();
    alice.addListener("/service/echo", echoes.take);
    await alice.publish("/service/echo", { ping: [1, null] });
    assert.deepEqual(await echoes.has(1), [{ ping: [1, null] }]);
    await assert.rejects(alice.publish("/a//b", 1), { code: "refused", message: /405::channel_invalid/ });
    await subscription.unsubscribe();
    await bob.publish("/chat/room", "unheard");
    const sessions = server.bayeux.sessions.size;
    await Promise.all([alice.disconnect(), bob.disconnect()]);
    assert.equal(server.bayeux.sessions.size, sessions - 2);
    assert.equal(inbox.got.length, 4);
    assert.equal(alice.stats.failures + bob.stats.failures, 0);
  });

  test(`${title}: connects follow one another while nothing happens`, async (t) => {
    const server = await startServer(t, { ...options, timeoutMs: 50 });
    const client = newClient(t, way, { url: server.url });
    let connects = 0;
    const enough = new Promise<void>((resolve) => {
      client.addListener("/meta/connect", () => {
        connects += 1;
        if (connects === 5) resolve();
      });
    });
    await client.handshake();
    await enough;
    assert.equal(client.state, "connected");
    assert.equal(client.stats.failures, 0);
  });

  test(`${title}: after a restart of the server the client is back, subscriptions too`, async (t) => {
    const server = await startServer(t, options);
    const client = newClient(t, way, { url: server.url });
    const inbox = new Inbox();
    await client.handshake({ ext: { token: "t" } });
    await client.subscribe("/news/**", inbox.take).ready;
    await comesInto(client, "connected");
    const { clientId } = client;
    const lost = comesInto(client, "unconnected");
    await server.stop();
    await lost;
    const queued = client.publish("/news/local", "sent while the server was away");
    const fresh = await restart(t, server, options);
    await comesInto(client, "connected");
    assert.notEqual(client.clientId, clientId);
    await queued;
    fresh.bayeux.publish(undefined, "/news/world", "fresh");
    assert.deepEqual(await inbox.has(2), ["sent while the server was away", "fresh"]);
  });

  test(`${title}: a session survives a connection that went silent, and with ack nothing is lost`, async (t) => {
    const server = await startServer(t, options);
    const proxy = await TcpProxy.start(t, server.port);
    const url = `http://127.0.0.1:${proxy.port}/cometd`;
    const client = newClient(t, way, { url, connectHoldMs: 200, maxNetworkDelayMs: 300 });
    const inbox = new Inbox();
    await client.handshake();
    await client.subscribe("/a", inbox.take).ready;
    await comesInto(client, "connected");
    const { clientId } = client;
    proxy.cut();
    server.bayeux.publish(undefined, "/a", 1); // leaves into the void
    const unanswered = client.publish("/b", "asked into the void");
    await comesInto(client, "unconnected");
    await assert.rejects(unanswered, { name: "ClientError" });
    proxy.heal();
    await comesInto(client, "connected");
    server.bayeux.publish(undefined, "/a", 2);
    while (inbox.got.at(-1) !== 2) await inbox.has(inbox.got.length + 1);
    assert.equal(client.clientId, clientId);
    if (way.ack) assert.deepEqual(inbox.got, [1, 2]);
  });

  test(`${title}: a client ended by the server comes to rest`, async (t) => {
    const server = await startServer(t, options);
    const client = newClient(t, way, { url: server.url });
    let connects = 0;
    const held = new Promise<void>((resolve) => {
      server.bayeux.addExtension({
        incoming(_session, message) {
          if (message.channel === "/meta/connect") connects += 1;
          if (connects === 2) setImmediate(resolve); // once it has been handled
        },
      });
    });
    await client.handshake();
    await held;
    const ended = comesInto(client, "disconnected");
    server.bayeux.getSession(client.clientId!)?.disconnect();
    await ended;
    await assert.rejects(client.publish("/a", 1), { code: "closed" });
  });
}

test("a client whose node died goes on at another, as another session", async (t) => {
  const north = await startServer(t, options);
  const south = await startServer(t, options);
  const clients = WAYS.map((way) => newClient(t, way, { urls: [south.url, north.url], attemptsPerUrl: 1 }));
  const inbox = new Inbox();
  for (const client of clients) {
    client.subscribe("/a", inbox.take);
    await client.handshake();
    await comesInto(client, "connected");
    assert.equal(client.url, south.url);
  }
  // Over HTTP a client may be connected before the request with its subscriptions has arrived.
  const back = new Promise<void>((resolve) => {
    let subscribed = 0;
    north.bayeux.addListener({
      subscribed() {
        subscribed += 1;
        if (subscribed === clients.length) resolve();
      },
    });
  });
  const lost = clients.map((client) => comesInto(client, "unconnected"));
  await south.stop();
  await Promise.all(lost);
  await Promise.all(clients.map((client) => comesInto(client, "connected")));
  for (const client of clients) assert.equal(client.url, north.url);
  await back;
  north.bayeux.publish(undefined, "/a", "north");
  assert.deepEqual(
    await inbox.has(clients.length),
    clients.map(() => "north"),
  );
});

for (const allowed of ["event-stream", "streaming", "long-polling"] as const) {
  test(`where WebSockets are not let through, the client goes on over ${allowed}, with cookies`, async (t) => {
    const server = await startServer(t, options, { transport: { allowedTransports: ["websocket", allowed] } });
    server.http.removeAllListeners("upgrade");
    server.http.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 403 Forbidden\r\n\r\n"));
    const client = new BayeuxClient({ url: server.url, minRetryMs: 20 });
    t.after(() => client.abort());
    await client.handshake();
    await comesInto(client, "connected");
    assert.equal(client.transportName, allowed);
    await client.publish("/a", 1);
    await client.disconnect();
  });
}

test("where a proxy keeps streams back, the client finds out and goes on over long-polling", async (t) => {
  const server = await startServer(t, options);
  const transports = nodeTransports().filter(({ name }) => name !== "websocket");
  // What a proxy does that collects a response before it passes it on.
  server.http.prependListener("request", ({ method }, response) => {
    if (method === "GET") response.write = () => true;
  });
  const client = new BayeuxClient({ url: server.url, minRetryMs: 20, connectTimeoutMs: 100 }, { transports });
  t.after(() => client.abort());
  const inbox = new Inbox();
  client.subscribe("/a", inbox.take);
  await client.handshake();
  await until(() => client.transportName === "long-polling", "it has gone over to long-polling");
  await comesInto(client, "connected");
  await client.publish("/a", "here I am");
  assert.deepEqual(await inbox.has(1), ["here I am"]);
});

test("a transport may have a URL of its own", async (t) => {
  const sockets = await startServer(t, options);
  const client = new BayeuxClient({
    url: "http://127.0.0.1:1/cometd",
    transportUrls: { websocket: sockets.url.replace("http", "ws") },
  });
  t.after(() => client.abort());
  await client.handshake();
  assert.equal(client.transportName, "websocket");
  assert.equal(sockets.bayeux.sessions.size, 1);
});

test("a server that accepts connections and never answers is given up in time", async (t) => {
  const held: Duplex[] = [];
  const server = createServer(() => {}); // takes requests, answers none
  server.on("upgrade", (_request, socket) => void held.push(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    for (const socket of held) socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cometd`;
  for (const way of WAYS.slice(1, 3)) {
    const client = newClient(t, way, { url, maxNetworkDelayMs: 50, connectTimeoutMs: 50, minRetryMs: 50 });
    void client.handshake();
    await comesInto(client, "unconnected");
    await comesInto(client, "handshaking");
    await comesInto(client, "unconnected");
    assert.ok(client.stats.failures >= 2);
    client.abort();
  }
});

test("a server that talks nonsense disturbs nobody but itself", async (t) => {
  const server = createServer((_request, response) => response.end("<html>not Bayeux</html>"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const good = await startServer(t, options);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cometd`;
  const client = new BayeuxClient({ urls: [url, good.url], minRetryMs: 20, attemptsPerUrl: 1 });
  t.after(() => client.abort());
  await client.handshake();
  assert.equal(client.url, good.url);
});

// Over the others a burst of one turn leaves before a queue is full.
for (const way of WAYS.filter(({ transport }) => transport === "long-polling")) {
  test(`${way.transport}${way.ack ? " with ack" : ""}: what a full queue drops is told as a gap`, async (t) => {
    const server = await startServer(t, { maxQueuedMessages: 5, queuePolicy: "drop-oldest" });
    const client = newClient(t, way, { url: server.url, connectHoldMs: 200 });
    const gap = new Promise<unknown>((resolve) => client.onGap(resolve));
    await client.handshake();
    await comesInto(client, "connected");
    const heard: unknown[] = [];
    await client.subscribe("/burst", ({ data }) => void heard.push(data)).ready;
    for (let n = 1; n <= 20; n += 1) server.bayeux.publish(undefined, "/burst", n); // in one turn
    const { kind, dropped } = (await gap) as { kind: string; dropped: number };
    assert.deepEqual([kind, dropped + heard.length >= 20], ["queue", true]);
  });
}
