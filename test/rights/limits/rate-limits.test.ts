import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { BusNode } from "../../../bus-node.js";
import type { NodeConfigInput } from "../../../config.js";
import { silentLogger } from "../../../core/logger.js";
import type { Message } from "../../../core/message/message.js";
import { FakeClock } from "../../support/fake-clock.js";
import { MeshUser } from "../../support/mesh-user.js";
import { freePorts } from "../../support/ports.js";
import { askByScript, RawHttp, RawSocket } from "../../support/raw-client.js";
import { startNodes } from "../../support/start-mesh.js";
import { stillFor } from "../../support/still-clock.js";

type Limits = NonNullable<NodeConfigInput["rateLimits"]>;

/** Time stands still for the limits, so a test knows to the message what is allowed. */
async function start(t: TestContext, limits: Limits, transport: NodeConfigInput["transport"] = {}) {
  const [port] = await freePorts(1);
  const off = { handshakesPerSecond: 0, messagesPerSecond: 0, subscriptionsPerSecond: 0 };
  const rateLimits = {
    enabled: true,
    burstMs: 1_000,
    ...limits,
    session: { messagesPerSecond: 0, subscriptionsPerSecond: 0, ...limits.session },
    user: { ...off, ...limits.user },
    address: { ...off, ...limits.address },
  };
  const clock = new FakeClock();
  const config = { port: port!, grpcPort: 0, joiningTimeoutMs: 0, rateLimits, transport };
  const node = new BusNode(config, { logger: silentLogger, clock: stillFor(clock) });
  t.after(() => node.stop());
  await node.start();
  return { node, clock };
}

async function overSocket(t: TestContext, url: string, user?: string, headers: Record<string, string> = {}) {
  const socket = await RawSocket.open(t, url, { headers });
  const ext = user === undefined ? {} : { ext: { authentication: { user } } };
  const [hello] = await socket.ask([{ channel: "/meta/handshake", ...ext }]);
  return {
    socket,
    hello: hello!,
    ask: async (message: object): Promise<Message> =>
      (await socket.ask([{ ...message, clientId: hello!.clientId }]))[0]!,
  };
}

test("who publishes too fast is told how long to wait, and who waits may go on", async (t) => {
  const { node, clock } = await start(t, { session: { messagesPerSecond: 4 } });
  const { ask } = await overSocket(t, node.url);
  for (let count = 0; count < 4; count += 1) assert.equal((await ask({ channel: "/a", data: count })).successful, true);
  const refused = await ask({ channel: "/a", data: 5, id: "x" });
  assert.equal(refused.error, "429:session:too_many_messages");
  assert.deepEqual([refused.successful, refused.id], [false, "x"]);
  assert.deepEqual(refused.advice, { reconnect: "retry", interval: 250, timeout: 25_000 });
  await clock.advance(249);
  assert.equal((await ask({ channel: "/a", data: 6 })).successful, false);
  await clock.advance(1);
  assert.equal((await ask({ channel: "/a", data: 6 })).successful, true);
  assert.equal((await ask({ channel: "/meta/subscribe", subscription: "/a" })).successful, true, "another bucket");
  assert.equal(node.rights.limiter!.refused.session.messages, 2);
});

test("subscriptions are counted by channel, and the next connect takes the pause back", async (t) => {
  const { node, clock } = await start(t, { session: { subscriptionsPerSecond: 10 } });
  const { ask } = await overSocket(t, node.url);
  const names = (count: number) => Array.from({ length: count }, (_, index) => `/a/${index}`);
  assert.equal((await ask({ channel: "/meta/subscribe", subscription: names(8) })).successful, true);
  const refused = await ask({ channel: "/meta/subscribe", subscription: names(3) });
  assert.equal(refused.error, "429:session:too_many_subscriptions");
  assert.equal(refused.advice?.interval, 100);
  assert.equal((await ask({ channel: "/meta/unsubscribe", subscription: names(2) })).successful, true);
  assert.equal((await ask({ channel: "/meta/unsubscribe", subscription: "/a/5" })).successful, false);
  const connected = await ask({ channel: "/meta/connect", connectionType: "websocket", advice: { timeout: 0 } });
  assert.deepEqual(connected.advice, { reconnect: "retry", interval: 0, timeout: 25_000 });
  await clock.advance(1_000);
  // More than a bucket holds takes all of it, and is not refused for ever.
  assert.equal((await ask({ channel: "/meta/subscribe", subscription: names(200) })).successful, true);
  assert.equal((await ask({ channel: "/meta/disconnect" })).successful, true);
});

test("over HTTP the answer is 429 with Retry-After, and nothing that waited is lost with it", async (t) => {
  const { node, clock } = await start(t, { session: { messagesPerSecond: 0.5 } });
  const http = new RawHttp(t, node.url);
  const [hello] = (await http.post([{ channel: "/meta/handshake" }])).messages;
  const { clientId } = hello!;
  const subscribed = await http.post([{ channel: "/meta/subscribe", subscription: "/a", clientId }]);
  assert.equal(subscribed.status, 200);
  assert.equal((await http.post([{ channel: "/b", data: 1, clientId }])).status, 200);
  node.bayeux.publish(undefined, "/a", "news");
  const refused = await http.post([{ channel: "/b", data: 2, clientId }]);
  assert.deepEqual([refused.status, refused.headers["retry-after"]], [429, "2"]);
  assert.deepEqual(
    refused.messages.map(({ error }) => error),
    ["429:session:too_many_messages"],
  );
  const mixed = await http.post([
    { channel: "/meta/subscribe", subscription: "/c", clientId, id: "1" },
    { channel: "/b", data: 2, clientId, id: "2" },
  ]);
  assert.equal(mixed.status, 200, "part of it was done");
  assert.deepEqual(
    mixed.messages.map(({ channel, id, successful }) => [channel, id, successful]),
    [
      ["/a", undefined, undefined],
      ["/meta/subscribe", "1", true],
      ["/b", "2", false],
    ],
  );
  await clock.advance(2_000);
  assert.equal((await http.post([{ channel: "/b", data: 3, clientId }])).status, 200);
});

test("a script is answered with 200: a page would not see the rest", async (t) => {
  const limits = { address: { handshakesPerSecond: 1 } };
  const { node } = await start(t, limits, { allowedTransports: ["websocket", "long-polling", "callback-polling"] });
  const http = new RawHttp(t, node.url);
  assert.equal((await http.post([{ channel: "/meta/handshake" }])).status, 200);
  const answer = await askByScript(http, [[{ channel: "/meta/handshake" }]]);
  assert.equal(answer.status, 200);
  assert.match(answer.body, /429:address:too_many_handshakes/);
});

test("handshakes are counted by address, and by user once it is known", async (t) => {
  const { node, clock } = await start(
    t,
    { user: { handshakesPerSecond: 1 }, address: { handshakesPerSecond: 3 } },
    { trustedProxies: ["127.0.0.1"] },
  );
  const from = (address: string, user: string) => overSocket(t, node.url, user, { "X-Forwarded-For": address });
  assert.equal((await from("192.0.2.1", "ann")).hello.successful, true);
  const again = (await from("192.0.2.1", "ann")).hello;
  assert.equal(again.error, "429:user:too_many_handshakes");
  assert.deepEqual(again.advice, { reconnect: "handshake", interval: 1_000 });
  assert.equal(again.clientId, undefined);
  assert.equal((await from("192.0.2.1", "bob")).hello.successful, true);
  const fourth = (await from("192.0.2.1", "cas")).hello;
  assert.equal(fourth.error, "429:address:too_many_handshakes");
  assert.equal((await from("192.0.2.2", "cas")).hello.successful, true, "another address");
  assert.equal((await from("2001:db8::1", "dan")).hello.successful, true);
  await clock.advance(1_000);
  assert.equal((await from("192.0.2.1", "ann")).hello.successful, true);
  const http = new RawHttp(t, node.url);
  const shake = () => http.post([{ channel: "/meta/handshake", ext: { authentication: { user: "ann" } } }]);
  const refused = await shake();
  assert.deepEqual([refused.status, refused.headers["retry-after"]], [429, "1"]);
  assert.deepEqual(node.rights.limiter!.refused.address.handshakes, 1);
  assert.deepEqual(node.rights.limiter!.refused.user.handshakes, 2);
});

test("a WebSocket whose client does not stop is told, and closed; his flood costs nobody else a message", async (t) => {
  const { node } = await start(
    t,
    {
      maxRefusals: 20,
      session: { messagesPerSecond: 50 },
      user: { messagesPerSecond: 100 },
      address: { messagesPerSecond: 400 },
    },
    { trustedProxies: ["127.0.0.1"] },
  );
  const ann = await MeshUser.login(t, node.url, "ann", ["/news"]);
  const bob = await overSocket(t, node.url, "bob", { "X-Forwarded-For": "192.0.2.9" });
  const mallory = await overSocket(t, node.url, "mallory", { "X-Forwarded-For": "192.0.2.66" });
  const batch = Array.from({ length: 60 }, () => ({
    channel: "/flood",
    data: "x".repeat(500),
    clientId: mallory.hello.clientId,
  }));
  for (let frame = 0; frame < 200; frame += 1) mallory.socket.send(batch);
  for (let count = 0; count < 40; count += 1) {
    assert.equal((await bob.ask({ channel: "/news", data: count })).successful, true);
  }
  for (let count = 0; count < 40; count += 1) assert.equal((await ann.next()).data, count);
  assert.deepEqual(await mallory.socket.closed, { code: 1008, reason: "429:session:too_many_messages" });
  const told = mallory.socket.unread.flatMap((text) => JSON.parse(text) as Message[]);
  assert.ok(
    told.some(({ error }) => error === "429:session:too_many_messages"),
    "he was told before",
  );
  assert.equal(told.filter(({ successful }) => successful).length, 50);
  assert.equal(node.rights.limiter!.turnedAway, 1);
  // Sessions by the dozen do not help him: the user's bucket, then the address's.
  const more = await Promise.all(
    Array.from({ length: 3 }, () => overSocket(t, node.url, "mallory", { "X-Forwarded-For": "192.0.2.66" })),
  );
  const batchOf = (clientId: unknown) => Array.from({ length: 45 }, () => ({ channel: "/flood", data: 1, clientId }));
  const replies: Message[] = [];
  for (const { socket, hello } of more) replies.push(...(await socket.ask(batchOf(hello.clientId))));
  assert.equal(replies.filter(({ successful }) => successful).length, 50, "what the user had left");
  assert.ok(replies.some(({ error }) => error === "429:user:too_many_messages"));
});

test("peers are never held back, whatever they carry", async (t) => {
  const slow = { handshakesPerSecond: 1, messagesPerSecond: 1, subscriptionsPerSecond: 1 };
  const [north, south] = await startNodes(t, 2, {
    auth: { mode: "open" },
    rateLimits: {
      enabled: true,
      burstMs: 100,
      session: { messagesPerSecond: 0, subscriptionsPerSecond: 0 },
      user: { ...slow, handshakesPerSecond: 0, messagesPerSecond: 0, subscriptionsPerSecond: 0 },
      address: { ...slow, handshakesPerSecond: 100 },
    },
  });
  const ann = await MeshUser.login(t, south!.url, "ann", ["/news"]);
  for (let count = 0; count < 300; count += 1) north!.bayeux.publish(undefined, "/news", count);
  for (let count = 0; count < 300; count += 1) assert.equal((await ann.next()).data, count);
  assert.deepEqual(
    north!.oort.peers.map(({ state }) => state),
    ["joined"],
  );
});
