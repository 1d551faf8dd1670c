import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeSocket } from "../fake-connection.js";

async function joined(options = {}) {
  const clock = new FakeClock();
  const server = new BayeuxServer(options, { clock });
  const socket = new FakeSocket(server);
  socket.send({ id: "h", channel: "/meta/handshake" });
  await clock.settle();
  const clientId = String(socket.read()[0]?.clientId);
  return { clock, server, socket, clientId, session: server.getSession(clientId)! };
}

test("a peer that asks and does not read is not read from either, until it reads", async () => {
  const { clock, socket, clientId } = await joined();
  socket.canWrite = false;
  let sent = 0;
  while (!socket.isPaused) {
    assert.ok(sent < 200, "replies to a peer that does not read are bounded");
    socket.send({ id: String(sent++), channel: "/a", clientId, data: 1 });
    await clock.settle();
  }
  assert.deepEqual(socket.read(), []);
  socket.canWrite = true;
  socket.connection.writable();
  await clock.settle();
  assert.ok(!socket.isPaused);
  assert.equal(socket.read().length, sent);
});

test("deliveries wait in the session's queue while the peer does not read", async () => {
  const { clock, socket, session } = await joined();
  socket.canWrite = false;
  for (const data of [1, 2, 3]) session.deliver(undefined, "/x", data);
  await clock.settle();
  assert.deepEqual(socket.frames, []);
  assert.equal(session.queue.length, 3);
  socket.canWrite = true;
  socket.connection.writable();
  await clock.settle();
  assert.equal(socket.frames.length, 1);
});

test("a writer that fails does not stay corked, and the next turn writes again", async () => {
  const { clock, socket, session, clientId } = await joined();
  session.deliver(undefined, "/x", 1);
  const { deliver } = socket;
  socket.deliver = () => {
    throw new Error("my fault");
  };
  socket.send({ id: "1", channel: "/a", clientId, data: 1 });
  await clock.settle();
  assert.equal(socket.corked, 0);
  socket.deliver = deliver;
  socket.frames.length = 0;
  session.deliver(undefined, "/x", 2);
  await clock.settle();
  assert.deepEqual(socket.read(), [{ channel: "/x", data: 2 }]);
});

test("handshake reply, deliveries, other replies: each in frames of their own, in this order", async () => {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  server.addListener({
    sessionAdded(session) {
      session.deliver(undefined, "/welcome", "early");
    },
  });
  const socket = new FakeSocket(server);
  socket.send({ id: "h", channel: "/meta/handshake" });
  await clock.settle();
  assert.deepEqual(
    socket.frames.map((frame) => frame.map(({ channel }) => channel)),
    [["/meta/handshake"], ["/welcome"]],
  );
  const clientId = String(socket.read()[0]?.clientId);
  socket.send(
    { id: "1", channel: "/meta/subscribe", clientId, subscription: "/a" },
    { id: "2", channel: "/a", clientId, data: 1 },
  );
  socket.send({ id: "3", channel: "/a", clientId, data: 2 });
  await clock.settle();
  assert.deepEqual(
    socket.frames.map((frame) => frame.map(({ id, data }) => id ?? data)),
    [
      [1, 2],
      ["1", "2", "3"],
    ],
  );
});

test("what a session may send grows with its own limit, in size and in number", async () => {
  const { clock, socket, clientId, session } = await joined({ maxMessageBytes: 500, maxBatchMessages: 2 });
  const data = "x".repeat(1_000);
  session.maxMessageBytes = 5_000;
  socket.send({ id: "1", channel: "/meta/connect", clientId });
  assert.equal(socket.maxMessageBytes, 5_000);
  socket.send(...["2", "3", "4"].map((id) => ({ id, channel: "/a", clientId, data })));
  await clock.settle();
  assert.equal(socket.read().length, 4);
  socket.send({ id: "5", channel: "/a", clientId, data: "x".repeat(5_000) });
  assert.equal(socket.closed?.code, 1009);
});

test("a connection that is gone takes nothing more and gives nothing more", async () => {
  const { clock, server, socket, clientId, session } = await joined();
  socket.connection.closed();
  socket.connection.closed();
  const { messagesIn } = server.stats;
  socket.send({ id: "1", channel: "/a", clientId, data: 1 });
  session.deliver(undefined, "/x", 1);
  await clock.settle();
  assert.deepEqual(socket.frames, []);
  assert.equal(server.stats.messagesIn, messagesIn);
  assert.equal(session.queue.length, 1);
});

test("a clientId of a local session opens nothing", async () => {
  const { clock, server } = await joined();
  const local = server.newLocalSession("svc");
  local.handshake();
  const eve = new FakeSocket(server);
  eve.send({ id: "1", channel: "/a", clientId: local.session.id, data: 1 });
  await clock.settle();
  assert.equal(eve.read()[0]?.error, "402::session_unknown");
});

test("a socket that its session has left for another is closed in the end; the other is not", async () => {
  const clock = new FakeClock();
  const server = new BayeuxServer({ maxIntervalMs: 60_000 }, { clock });
  server.start();
  const left = new FakeSocket(server, 1_000);
  left.send({ id: "1", channel: "/meta/handshake" });
  await clock.settle();
  const clientId = String(left.read()[0]?.clientId);
  await clock.advance(3_000);
  assert.ok(left.closed === undefined, "the session is here");
  const used = new FakeSocket(server, 1_000);
  used.send({ id: "2", channel: "/meta/connect", clientId, connectionType: "websocket" });
  await clock.advance(3_000);
  assert.deepEqual(left.closed, { code: 1000, reason: "No Session" });
  assert.equal(used.closed, undefined);
  server.close();
});
