import assert from "node:assert/strict";
import { test } from "node:test";
import { AckExtension } from "../../../core/extension/ack-extension.js";
import type { Message } from "../../../core/message/message.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeClient } from "../fake-client.js";
import { FakeRequest, FakeSocket } from "../fake-connection.js";

/** Another client, who hears what is published on `/a`. */
async function subscriber(server: BayeuxServer, clock: FakeClock): Promise<FakeSocket> {
  const client = await FakeClient.login(server, clock);
  await client.send({ channel: "/meta/subscribe", subscription: "/a" });
  return client.socket;
}

async function started(options = {}, subscriptions: string[] = [], ext = {}) {
  const clock = new FakeClock();
  const server = new BayeuxServer(options, { clock });
  server.addExtension(new AckExtension());
  server.start();
  const { socket, clientId, session } = await FakeClient.login(server, clock, { ext });
  const connect = (id: string, fields: object = {}): Message => ({ id, channel: "/meta/connect", clientId, ...fields });
  socket.send(connect("2"));
  if (subscriptions.length > 0) socket.send({ channel: "/meta/subscribe", clientId, subscription: subscriptions });
  await clock.settle();
  socket.read();
  return { clock, server, socket, clientId, session, connect };
}

function dataOf(messages: Message[]): unknown[] {
  return messages.map(({ data }) => data);
}

test("one write a turn, whatever was published in it", async () => {
  const { clock, server, socket } = await started({}, ["/a"]);
  for (let data = 0; data < 10; data += 1) server.publish(undefined, "/a", data);
  await clock.settle();
  assert.equal(socket.frames.length, 1);
  assert.deepEqual(dataOf(socket.read()), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.equal(socket.corked, 0);
});

test("a batch holds back until its outermost end, also when its work throws", async () => {
  const { clock, server, socket, session } = await started({}, ["/a"]);
  session.startBatch();
  session.batch(() => server.publish(undefined, "/a", 1));
  await clock.settle();
  assert.deepEqual(socket.read(), []);
  session.endBatch();
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), [1]);
  assert.throws(() =>
    session.batch(() => {
      server.publish(undefined, "/a", 2);
      throw new Error("my fault");
    }),
  );
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), [2]);
});

test("each publication once, even if a local subscriber publishes from within it", async () => {
  const { clock, server, socket } = await started({}, ["/a/*", "/a/b", "/**"]);
  const local = server.newLocalSession("svc");
  local.handshake();
  local.subscribe("/a/*", (message) => {
    if (message.data === "outer") server.publish(undefined, "/a/c", "inner");
    if (message.data === "inner") server.publish(undefined, "/a/b", "innermost");
  });
  assert.equal(server.publish(undefined, "/a/b", "outer"), 2);
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()).sort(), ["inner", "innermost", "outer"]);
});

test("each publication once, even if the queue is written out in the middle of it", async () => {
  const { clock, server, socket } = await started({ maxQueuedMessages: 1 }, ["/a/*", "/a/b", "/**"]);
  for (const data of [1, 2, 3]) server.publish(undefined, "/a/b", data);
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), [1, 2, 3]);
});

test("a fast reader takes more in one turn than its queue holds", async () => {
  const { clock, server, socket, session } = await started({ maxQueuedMessages: 10 }, ["/a"]);
  for (let data = 0; data < 95; data += 1) server.publish(undefined, "/a", data);
  await clock.settle();
  assert.equal(socket.read().length, 95);
  assert.ok(session.isHandshaken);
});

for (const [bound, options] of [
  ["messages", { maxQueuedMessages: 10 }],
  ["bytes", { maxQueuedBytes: 10 * '{"channel":"/a","data":0}'.length }],
] as const) {
  test(`a slow reader's queue is bounded in ${bound}; what is one too many ends its session, and no other`, async () => {
    const { clock, server, socket, session } = await started(options, ["/a"]);
    const reasons: string[] = [];
    session.onRemoved((_session, reason) => reasons.push(reason));
    let heard = 0;
    const local = server.newLocalSession("svc");
    local.handshake();
    local.subscribe("/a", () => {
      heard += 1;
    });
    socket.canWrite = false;
    for (let count = 0; count < 10; count += 1) assert.equal(server.publish(undefined, "/a", 0), 2);
    await clock.settle();
    assert.ok(session.isHandshaken, "full, and no more");
    assert.equal(server.publish(undefined, "/a", 0), 1);
    assert.deepEqual(reasons, ["overflow"]);
    assert.equal(server.getSession(session.id), undefined);
    assert.equal(server.stats.sessionsOverflowed, 1);
    assert.equal(socket.closed?.code, 1000);
    assert.equal(server.publish(undefined, "/a", 0), 1);
    assert.equal(heard, 12);
  });
}

test("one message larger than the byte bound still passes: its limit is the message's own", async () => {
  const { clock, server, socket } = await started({ maxQueuedBytes: 50 }, ["/a"]);
  server.publish(undefined, "/a", "x".repeat(500));
  await clock.settle();
  assert.equal(socket.read().length, 1);
});

test("over HTTP an overflow answers the held connect: 402, and shake hands anew", async () => {
  const { clock, server, session, clientId, connect } = await started({ maxQueuedMessages: 3 });
  const request = new FakeRequest(session);
  await server.dispatcher.dispatch([connect("9", { connectionType: "long-polling" })], request);
  assert.ok(!request.isAnswered, "held");
  for (let data = 0; data < 4; data += 1) session.deliver(undefined, "/x", data);
  await clock.settle();
  assert.deepEqual(request.answers.at(-1), {
    channel: "/meta/connect",
    id: "9",
    successful: false,
    error: "402::session_unknown",
    advice: { reconnect: "handshake", interval: 0 },
  });
  assert.equal(server.getSession(clientId), undefined);
});

test("what was sent and not acknowledged counts in the bound", async () => {
  const { clock, server, socket, session, connect } = await started({ maxQueuedMessages: 5 }, ["/a"], { ack: true });
  for (let id = 0; id < 5; id += 1) {
    server.publish(undefined, "/a", id);
    socket.send(connect(`c${id}`, { advice: { timeout: 0 }, ext: { ack: 0 } }));
    await clock.settle();
  }
  assert.ok(session.isHandshaken);
  server.publish(undefined, "/a", 5);
  assert.ok(!session.isHandshaken);
});

test("filters veto for their session only; one that throws has no veto and harms nobody", async () => {
  const { clock, server, socket, session } = await started({}, ["/a"]);
  const bob = await subscriber(server, clock);
  const removeVeto = session.addFilter((_sender, message) => message.data !== "secret");
  session.addFilter(() => {
    throw new Error("my fault");
  });
  assert.equal(server.publish(undefined, "/a", "secret"), 1);
  assert.equal(server.publish(undefined, "/a", "open"), 2);
  removeVeto();
  assert.equal(server.publish(undefined, "/a", "secret"), 2);
  assert.equal(session.deliver(undefined, "/x", 1), true);
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), ["open", "secret", 1]);
  assert.deepEqual(dataOf(bob.read()), ["secret", "open", "secret"]);
});

test("a session's own extensions see its messages; what they replace is nobody else's", async () => {
  const { clock, server, socket, session, clientId } = await started({}, ["/a"]);
  const bob = await subscriber(server, clock);
  const mine = {
    incoming: (_session: unknown, message: Message) => message.data !== "unwanted",
    outgoing: (message: Message) =>
      message.data === undefined ? undefined : { ...message, data: `${message.data} for me` },
  };
  session.addExtension(mine);
  server.publish(undefined, "/a", "news");
  socket.send({ id: "5", channel: "/b", clientId, data: "unwanted" });
  await clock.settle();
  assert.deepEqual(dataOf(bob.read()), ["news"]);
  assert.deepEqual(socket.read(), [
    { channel: "/a", data: "news for me" },
    { channel: "/b", id: "5", successful: false, error: "404::message_deleted" },
  ]);
  session.removeExtension(mine);
  server.publish(undefined, "/a", "news");
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), ["news"]);
});

test("new times of a session are advised with the next connect reply, and kept", async () => {
  const { clock, session, socket, connect } = await started({ timeoutMs: 1_000 });
  socket.send(connect("3"));
  session.timeoutMs = 300;
  session.intervalMs = 50;
  await clock.advance(1_600);
  assert.equal(socket.read()[0]?.advice, undefined, "its reply was made before");
  socket.send(connect("4"));
  await clock.advance(299);
  assert.deepEqual(socket.read(), []);
  await clock.advance(600);
  assert.deepEqual(socket.read(), [
    { channel: "/meta/connect", id: "4", successful: true, advice: { reconnect: "retry", interval: 50, timeout: 300 } },
  ]);
  socket.send(connect("5"));
  await clock.advance(900);
  assert.equal(socket.read()[0]?.advice, undefined);
});

test("a session expires interval and maxInterval after its last connect, and its socket is closed", async () => {
  const { clock, server, session, socket } = await started({
    intervalMs: 500,
    maxIntervalMs: 2_000,
    sweepPeriodMs: 100,
  });
  await clock.advance(2_400);
  assert.ok(session.isHandshaken);
  await clock.advance(400);
  assert.equal(session.state, "expired");
  assert.deepEqual(socket.closed, { code: 1000, reason: "Destroy" });
  assert.equal(server.stats.sessionsExpired, 1);
});

test("a held connect keeps it alive for as long as it is held, however late", async () => {
  const { clock, session, socket, connect } = await started({ timeoutMs: 60_000, maxIntervalMs: 1_000 });
  socket.send(connect("3"));
  await clock.advance(59_000);
  assert.ok(session.isConnected);
  await clock.advance(1_600);
  assert.equal(socket.read()[0]?.id, "3");
  await clock.advance(1_600);
  assert.equal(session.state, "expired");
});

test("a lost socket starts the expiry; a connect elsewhere ends it", async () => {
  const { clock, server, session, socket, connect } = await started({ timeoutMs: 60_000, maxIntervalMs: 1_000 });
  socket.send(connect("3"));
  socket.connection.closed();
  await clock.advance(900);
  const next = new FakeSocket(server);
  next.send(connect("4"));
  await clock.advance(5_000);
  assert.ok(session.isConnected);
  next.connection.closed();
  await clock.advance(2_000);
  assert.equal(session.state, "expired");
});

test("a kicked session is told, then nothing: what is delivered later is refused", async () => {
  const { clock, server, session, socket, connect } = await started({}, ["/a"]);
  socket.send(connect("3"));
  await clock.settle();
  session.disconnect();
  session.disconnect();
  assert.equal(session.deliver(undefined, "/x", 1), false);
  assert.equal(server.publish(undefined, "/a", 1), 0);
  await clock.settle();
  assert.deepEqual(socket.read(), [
    { channel: "/meta/disconnect", successful: true },
    { channel: "/meta/connect", id: "3", successful: true, advice: { reconnect: "none" } },
  ]);
  assert.equal(socket.closed, undefined, "its client closes the socket");
  assert.equal(session.subscriptions.size, 0);
});

test("ending a session in the middle of a fan-out skips nobody else", async () => {
  const { clock, server, session } = await started({}, ["/a"]);
  const others = [];
  for (let count = 0; count < 3; count += 1) {
    const other = new FakeSocket(server);
    other.send({ id: "1", channel: "/meta/handshake" });
    await clock.settle();
    other.send({ channel: "/meta/subscribe", clientId: other.read()[0]?.clientId, subscription: "/a" });
    await clock.settle();
    other.read();
    others.push(other);
  }
  session.addFilter(() => {
    session.disconnect();
    return true;
  });
  server.publish(undefined, "/a", 1);
  await clock.settle();
  for (const other of others) assert.deepEqual(dataOf(other.read()), [1]);
});

test("over HTTP what a turn brings leaves in one response, with the held connect", async () => {
  const { clock, server, session, connect } = await started({}, ["/a"]);
  const request = new FakeRequest(session);
  await server.dispatcher.dispatch([connect("9")], request);
  for (let data = 0; data < 3; data += 1) server.publish(undefined, "/a", data);
  assert.ok(!request.isAnswered);
  await clock.settle();
  assert.deepEqual(
    request.answers.map(({ data, id }) => data ?? id),
    [0, 1, 2, "9"],
  );
});

test("a connect that is held over HTTP is answered first, also when its client has gone on over a socket since", async () => {
  const { clock, server, socket, clientId, session, connect } = await started({}, ["/a"]);
  const request = new FakeRequest(session);
  await server.dispatcher.dispatch([connect("9")], request);
  socket.send({ channel: "/meta/subscribe", clientId, subscription: "/b" });
  await clock.settle();
  socket.read();
  server.publish(undefined, "/a", 1);
  server.publish(undefined, "/b", 2);
  await clock.settle();
  assert.deepEqual(
    request.answers.map(({ data, id }) => data ?? id),
    [1, 2, "9"],
  );
  assert.deepEqual(socket.read(), []);
  server.publish(undefined, "/a", 3);
  await clock.settle();
  assert.deepEqual(dataOf(socket.read()), [3]);
});
