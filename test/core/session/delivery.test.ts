import assert from "node:assert/strict";
import { test } from "node:test";
import { AckExtension } from "../../../core/extension/ack-extension.js";
import { markLazy } from "../../../core/message/delivery-rules.js";
import type { Message } from "../../../core/message/message.js";
import type { BayeuxOptionsInput } from "../../../core/server/bayeux-options.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeClient } from "../fake-client.js";
import { FakeRequest, FakeSocket } from "../fake-connection.js";

const PERIOD_MS = 100;

/** A server with one client on a socket, connected and subscribed. */
async function started(options: BayeuxOptionsInput = {}, subscription: string[] = ["/a"], ext = {}) {
  const clock = new FakeClock();
  const server = new BayeuxServer({ sweepPeriodMs: PERIOD_MS, ...options }, { clock });
  server.addExtension(new AckExtension());
  server.start();
  const { socket, clientId, session } = await FakeClient.login(server, clock, { ext });
  socket.send({ id: "2", channel: "/meta/connect", clientId });
  socket.send({ id: "3", channel: "/meta/subscribe", clientId, subscription });
  await clock.settle();
  socket.send({ id: "4", channel: "/meta/connect", clientId });
  await clock.settle();
  socket.read();
  const poll = async (id: string, fields: object = {}) => {
    const request = new FakeRequest(session);
    await server.dispatcher.dispatch(
      [{ id, channel: "/meta/connect", clientId, connectionType: "long-polling", ...fields }],
      request,
    );
    await clock.settle();
    return request;
  };
  return { clock, server, socket, clientId, session, poll };
}

const dataOf = (messages: readonly Message[]) =>
  messages.filter(({ data }) => data !== undefined).map(({ data }) => data);

test("a lazy message waits for its channel's time, looked at once a sweep", async () => {
  const { clock, server, socket } = await started();
  server.createChannel("/a").delivery.lazyTimeoutMs = 1_000;
  server.publish(undefined, "/a", "lazy");
  await clock.advance(1_000 - PERIOD_MS);
  assert.deepEqual(socket.read(), []);
  await clock.advance(3 * PERIOD_MS);
  assert.deepEqual(dataOf(socket.read()), ["lazy"]);
});

test("the earliest deadline wins, and takes all along in order", async () => {
  const { clock, server, socket } = await started({}, ["/a", "/b"]);
  server.createChannel("/a").delivery.lazyTimeoutMs = 10_000;
  server.createChannel("/b").delivery.lazyTimeoutMs = 500;
  server.publish(undefined, "/a", 1);
  server.publish(undefined, "/b", 2);
  server.publish(undefined, "/a", 3);
  await clock.advance(500 + 2 * PERIOD_MS);
  assert.deepEqual(dataOf(socket.read()), [1, 2, 3]);
  assert.equal(server.getChannel("/a")?.delivery.lazy, true);
});

test("a message that is not lazy takes the lazy ones along, before and after it", async () => {
  const { clock, server, socket } = await started({}, ["/a", "/b"]);
  server.createChannel("/a").delivery.lazy = true;
  server.publish(undefined, "/a", 1);
  await clock.advance(PERIOD_MS);
  server.publish(undefined, "/b", 2);
  server.publish(undefined, "/a", 3);
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), [1, 2, 3]);
});

test("a wildcard makes what it matches lazy, a parent does not; not lazy any more means at once", async () => {
  const { clock, server, socket } = await started({}, ["/a/b"]);
  const parent = server.createChannel("/a", (channel) => {
    channel.delivery.lazy = true;
  });
  parent.persistent = true;
  server.publish(undefined, "/a/b", "child");
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), ["child"]);
  const all = server.createChannel("/a/*");
  all.delivery.lazyTimeoutMs = 60_000;
  server.publish(undefined, "/a/b", "waits");
  await clock.settle();
  assert.deepEqual(socket.read(), []);
  all.delivery.lazy = false;
  assert.equal(all.delivery.lazyTimeoutMs, 0);
  server.publish(undefined, "/a/b", "at once");
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), ["waits", "at once"]);
});

test("over HTTP a connect is held while only lazy messages wait, and answered when they are due", async () => {
  const { clock, server, session, poll } = await started({ maxLazyMs: 2_000 });
  await poll("5"); // from the socket to HTTP
  server.createChannel("/a").delivery.lazy = true;
  const first = await poll("6");
  server.publish(undefined, "/a", "lazy");
  await clock.settle();
  assert.ok(!first.isAnswered, "a lazy message wakes nobody");
  const second = await poll("7");
  assert.ok(first.wasSuperseded && !second.isAnswered, "nor keeps it a connect from being held");
  await clock.advance(2_000 + 2 * PERIOD_MS);
  assert.deepEqual(dataOf(second.answers), ["lazy"]);
  session.mailbox.maxLazyMs = 0;
  const third = await poll("8");
  server.publish(undefined, "/a", "for a session without patience");
  await clock.settle();
  assert.equal(third.answers.length, 2);
});

test("over HTTP a message that is not lazy answers the held connect, with the lazy ones before it", async () => {
  const { clock, server, poll } = await started({}, ["/a", "/b"]);
  await poll("5");
  server.createChannel("/a").delivery.lazy = true;
  const held = await poll("6");
  server.publish(undefined, "/a", 1);
  server.publish(undefined, "/b", 2);
  await clock.settle();
  assert.deepEqual(dataOf(held.answers), [1, 2]);
});

test("when lazy messages have left with others, the time of the next begins anew", async () => {
  const { clock, server, socket } = await started({}, ["/a", "/b"]);
  server.createChannel("/a").delivery.lazyTimeoutMs = 1_000;
  server.publish(undefined, "/a", 1);
  await clock.advance(900);
  server.publish(undefined, "/b", 2);
  await clock.settle();
  server.publish(undefined, "/a", 3);
  await clock.advance(900);
  assert.deepEqual(dataOf(socket.read()), [1, 2]);
  await clock.advance(100 + 2 * PERIOD_MS);
  assert.deepEqual(dataOf(socket.read()), [3]);
});

test("so it does when a poll took them along", async () => {
  const { clock, server, poll } = await started();
  await poll("5", { advice: { timeout: 0 } });
  server.createChannel("/a").delivery.lazyTimeoutMs = 1_000;
  server.publish(undefined, "/a", 1);
  await clock.advance(900);
  assert.deepEqual(dataOf((await poll("6", { advice: { timeout: 0 } })).answers), [1]);
  const held = await poll("7");
  server.publish(undefined, "/a", 2);
  await clock.advance(900);
  assert.ok(!held.isAnswered);
});

test("lazy messages that come due between two polls answer the next at once", async () => {
  const { clock, server, poll } = await started({ maxLazyMs: 500 });
  await poll("5", { advice: { timeout: 0 } });
  server.createChannel("/a").delivery.lazy = true;
  server.publish(undefined, "/a", 1);
  await clock.advance(500 + 2 * PERIOD_MS);
  const next = await poll("6");
  assert.deepEqual(dataOf(next.answers), [1]);
});

test("a single message can be lazy: in a listener, by a publish, by a delivery; on the wire nothing shows", async () => {
  const { clock, server, socket, session, clientId } = await started({}, ["/a", "/b"]);
  server.createChannel("/b").addListener((_session, message) => void markLazy(message, 700));
  socket.send({ channel: "/b", clientId, data: 1, id: "7" });
  server.publish(undefined, "/a", 2, markLazy({ ext: { x: 1 } }));
  session.deliver(undefined, "/c", 3, markLazy({}));
  await clock.settle();
  assert.deepEqual(
    socket.read().map((message) => message.data ?? message.successful),
    [1, 2, 3, true],
    "a publish reply is a chance to leave",
  );
  session.deliver(undefined, "/c", 4, markLazy({}, 700));
  await clock.settle();
  assert.deepEqual(socket.read(), []);
  await clock.advance(700 + 2 * PERIOD_MS);
  assert.deepEqual(socket.read(), [{ channel: "/c", data: 4 }]);
  assert.throws(() => markLazy({}, -1), RangeError);
});

test("a lazy channel does not make what is delivered to one session wait", async () => {
  const { clock, server, socket, session } = await started();
  server.createChannel("/a").delivery.lazy = true;
  session.deliver(undefined, "/a", "to you");
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), ["to you"]);
});

test("lazy messages need no timer each", async () => {
  const { clock, server } = await started();
  server.createChannel("/a").delivery.lazyTimeoutMs = 1_000;
  const before = clock.pending;
  for (let data = 0; data < 100; data += 1) server.publish(undefined, "/a", data);
  assert.equal(clock.pending, before);
});

test("what was lost is sent again at once, lazy or not, also when the client would wait", async () => {
  const { clock, server, poll } = await started({}, ["/a"], { ack: true });
  await poll("5", { advice: { timeout: 0 }, ext: { ack: 0 } });
  server.publish(undefined, "/a", "sent");
  await poll("6", { ext: { ack: 1 } });
  server.createChannel("/a").delivery.lazyTimeoutMs = 60_000;
  server.publish(undefined, "/a", "lazy");
  await clock.settle();
  const again = await poll("7", { ext: { ack: 1 }, advice: { timeout: 20_000 } });
  assert.deepEqual(dataOf(again.answers), ["sent", "lazy"]);
});

test("a full queue drops its oldest, and everybody is told", async () => {
  const { clock, server, socket, session } = await started({ maxQueuedMessages: 3, queuePolicy: "drop-oldest" });
  const told: unknown[] = [];
  server.addListener({ messageDropped: (_session, { data }, reason) => told.push(["server", data, reason]) });
  session.addListener({ dropped: (_session, { data }, reason) => told.push(["session", data, reason]) });
  socket.canWrite = false;
  for (let data = 1; data <= 5; data += 1) assert.equal(server.publish(undefined, "/a", data), 1);
  assert.deepEqual(told, [
    ["server", 1, "overflow"],
    ["session", 1, "overflow"],
    ["server", 2, "overflow"],
    ["session", 2, "overflow"],
  ]);
  assert.equal(server.stats.messagesDropped, 2);
  socket.canWrite = true;
  socket.connection.writable();
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), [3, 4, 5]);
  assert.ok(session.isHandshaken);
});

test("a client learns with its next connect reply how many messages it missed, and once", async () => {
  const { clock, server, poll } = await started({ maxQueuedMessages: 3, queuePolicy: "drop-oldest" });
  await poll("5", { advice: { timeout: 0 } });
  for (let data = 1; data <= 5; data += 1) server.publish(undefined, "/a", data);
  const replyOf = async (id: string) => (await poll(id, { advice: { timeout: 0 } })).answers.at(-1);
  assert.deepEqual((await replyOf("6"))?.ext, { oortbus: { dropped: 2 } });
  assert.equal((await replyOf("7"))?.ext, undefined);
  const held = await poll("8");
  for (let data = 1; data <= 5; data += 1) server.publish(undefined, "/a", data);
  await clock.settle();
  assert.deepEqual(held.answers.at(-1)?.ext, { oortbus: { dropped: 2 } });
});

test("of a table of prices a slow reader gets the latest of each, and his chat in full", async () => {
  const { clock, server, socket, session } = await started({}, ["/prices/*", "/chat"]);
  server.createChannel("/prices/*").delivery.latestBy(({ data }) => String((data as { symbol: string }).symbol));
  socket.canWrite = false;
  const tick = (symbol: string, price: number) => server.publish(undefined, "/prices/eu", { symbol, price });
  tick("acme", 1);
  server.publish(undefined, "/chat", "hello");
  tick("zeta", 2);
  for (let price = 3; price < 100; price += 1) tick("acme", price);
  assert.equal(session.queue.length, 3);
  socket.canWrite = true;
  socket.connection.writable();
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), ["hello", { symbol: "zeta", price: 2 }, { symbol: "acme", price: 99 }]);
  assert.equal(server.stats.messagesOutdated, 97);
  assert.equal(server.stats.messagesDropped, 0);
});

test("a listener that ends the session because of a drop breaks nothing", async () => {
  const { clock, server, socket, session } = await started({ maxQueuedMessages: 2, queuePolicy: "drop-oldest" });
  session.addListener({ dropped: () => session.disconnect() });
  socket.canWrite = false;
  for (let data = 1; data <= 4; data += 1) server.publish(undefined, "/a", data);
  await clock.settle();
  assert.ok(session.hasEnded);
  assert.equal(server.stats.messagesDropped, 1);
});

test("a publisher gets no copy where the server, the channel or the session says so, and all else", async () => {
  const everywhere = [
    { who: "the channel", options: {}, arrange: (server: BayeuxServer) => muted(server, "/a") },
    { who: "a wildcard", options: {}, arrange: (server: BayeuxServer) => muted(server, "/**") },
    { who: "the server", options: { broadcastToPublisher: false }, arrange: () => {} },
  ];
  for (const { who, options, arrange } of everywhere) {
    const { clock, server, socket, session, clientId } = await started(options);
    arrange(server);
    socket.send({ id: "7", channel: "/a", clientId, data: "mine" });
    server.publish(undefined, "/a", "yours");
    session.deliver(session, "/service/x", "a service's answer");
    await clock.settle();
    assert.deepEqual(dataOf(socket.read()), ["yours", "a service's answer"], who);
    session.disconnect();
    await clock.settle();
    assert.equal(socket.read()[0]?.channel, "/meta/disconnect", who);
  }
});

function muted(server: BayeuxServer, channel: string): void {
  server.createChannel(channel).delivery.broadcastToPublisher = false;
}

test("with metaConnectDeliveryOnly messages travel with connect replies, over a socket as well", async () => {
  const { clock, server, socket, clientId } = await started({ metaConnectDeliveryOnly: true });
  socket.send({ id: "7", channel: "/a", clientId, data: 1 });
  await clock.settle();
  const frames = socket.read();
  assert.deepEqual(
    frames.map(({ channel, id }) => [channel, id]),
    [
      ["/a", undefined],
      ["/a", "7"],
      ["/meta/connect", "4"],
    ],
  );
  server.publish(undefined, "/a", 2);
  await clock.settle();
  assert.deepEqual(socket.read(), [], "no connect, no messages");
  socket.send({ id: "8", channel: "/meta/connect", clientId });
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), [2]);
});

test("a session tells when its client waits and when not", async () => {
  const { clock, server, socket, session, clientId } = await started({ timeoutMs: 10_000, maxIntervalMs: 60_000 });
  const told: unknown[] = [];
  session.addListener({
    suspended: (_session, { id }, timeoutMs) => told.push([id, "waits", timeoutMs]),
    resumed: (_session, { id }, timedOut) => told.push([id, timedOut ? "timed out" : "goes on"]),
    removed: (_session, reason) => told.push(reason),
  });
  await clock.advance(10_000 + 2 * PERIOD_MS);
  socket.send({ id: "5", channel: "/meta/connect", clientId });
  socket.send({ id: "6", channel: "/meta/connect", clientId });
  socket.connection.closed();
  const second = new FakeSocket(server);
  second.send({ id: "7", channel: "/meta/connect", clientId });
  session.disconnect();
  assert.deepEqual(told, [
    ["4", "timed out"],
    ["5", "waits", 10_000],
    ["5", "goes on"],
    ["6", "waits", 10_000],
    ["6", "goes on"],
    ["7", "waits", 10_000],
    ["7", "goes on"],
    "disconnected",
  ]);
});

test("a kick says what to do now: stay away, or come back after a while", async () => {
  const away = await started();
  away.session.disconnect();
  await away.clock.settle();
  assert.deepEqual(away.socket.read(), [
    { channel: "/meta/disconnect", successful: true },
    { channel: "/meta/connect", id: "4", successful: true, advice: { reconnect: "none" } },
  ]);
  const back = await started();
  back.session.disconnect({ reconnect: "handshake", interval: 3_000 });
  await back.clock.settle();
  assert.deepEqual(back.socket.read(), [
    {
      channel: "/meta/connect",
      id: "4",
      successful: false,
      error: "402::session_unknown",
      advice: { reconnect: "handshake", interval: 3_000 },
    },
  ]);
});

test("lazy messages leave with the goodbye", async () => {
  const { clock, server, socket, session } = await started();
  server.createChannel("/a").delivery.lazy = true;
  server.publish(undefined, "/a", "last words");
  session.disconnect();
  await clock.settle();
  assert.deepEqual(
    socket.read().map(({ channel }) => channel),
    ["/a", "/meta/disconnect", "/meta/connect"],
  );
});

test("what server code sends without data has null for data: clients take a message without for none", async () => {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  const ann = await FakeClient.login(server, clock);
  const { socket, session } = ann;
  await ann.send({ channel: "/meta/subscribe", subscription: "/a" });
  session.deliver(undefined, "/b", undefined);
  server.publish(undefined, "/a", undefined);
  await clock.settle();
  assert.deepEqual(socket.read(), [
    { channel: "/b", data: null },
    { channel: "/a", data: null },
  ]);
  server.close();
});
