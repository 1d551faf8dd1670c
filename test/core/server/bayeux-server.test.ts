import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError } from "../../../core/options.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeSocket } from "../fake-connection.js";

function started(options = {}) {
  const clock = new FakeClock();
  const server = new BayeuxServer(options, { clock });
  server.start();
  return { clock, server };
}

async function client(server: BayeuxServer, clock: FakeClock) {
  const socket = new FakeSocket(server);
  socket.send({ id: "1", channel: "/meta/handshake" });
  await clock.settle();
  const clientId = String(socket.read()[0]?.clientId);
  return { socket, clientId, session: server.getSession(clientId)! };
}

test("wrong and unknown options are told by name", () => {
  assert.throws(
    () => new BayeuxServer({ timeoutMs: -1, nodeTag: "a b" }),
    (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      assert.match(error.message, /timeoutMs/);
      assert.match(error.message, /nodeTag/);
      return true;
    },
  );
  assert.throws(() => new BayeuxServer({ tiemout: 1 } as object), /tiemout/);
});

test("a clientId begins with the tag of its node and cannot be guessed", async () => {
  const { clock, server } = started({ nodeTag: "n7" });
  const ids = new Set<string>();
  for (let count = 0; count < 100; count += 1) ids.add((await client(server, clock)).clientId);
  assert.equal(ids.size, 100);
  for (const id of ids) assert.match(id, /^n7[0-9a-z]{20,}$/);
});

test("listeners are told of everything, and one that throws does not keep the others from it", async () => {
  const { clock, server } = started();
  const told: string[] = [];
  server.addListener({
    sessionAdded() {
      throw new Error("my fault");
    },
  });
  const remove = server.addListener({
    sessionAdded: (session, handshake) => told.push(`added ${session.id === "" ? "" : handshake.channel}`),
    sessionRemoved: (session, reason) => told.push(`removed ${reason} ${session.subscriptions.size}`),
    channelAdded: (channel) => told.push(`channel ${channel.name}`),
    channelRemoved: (channel) => told.push(`swept ${channel.name}`),
    subscribed: (_session, channel) => told.push(`subscribed ${channel.name}`),
    unsubscribed: (_session, channel) => told.push(`unsubscribed ${channel.name}`),
  });
  const { socket, clientId, session } = await client(server, clock);
  session.onRemoved((_session, reason) => told.push(`own ${reason}`));
  socket.send({ channel: "/meta/subscribe", clientId, subscription: "/news" });
  socket.send({ channel: "/meta/disconnect", clientId });
  await clock.advance(5_000);
  assert.deepEqual(told, [
    "added /meta/handshake",
    "channel /news",
    "subscribed /news",
    "removed disconnected 1",
    "unsubscribed /news",
    "own disconnected",
    "swept /news",
  ]);
  remove();
  await client(server, clock);
  assert.equal(told.length, 7);
});

test("a channel goes after three idle sweeps; whatever uses it keeps it", async () => {
  const { clock, server } = started({ sweepPeriodMs: 100 });
  const { socket, clientId } = await client(server, clock);
  const exists = (name: string) => [...server.channels].some((channel) => channel.name === name);
  server.createChannel("/persistent").persistent = true;
  const stop = server.createChannel("/listened").addListener(() => {});
  server.createChannel("/idle");
  socket.send({ channel: "/meta/subscribe", clientId, subscription: "/subscribed" });
  await clock.advance(250);
  assert.ok(exists("/idle"));
  assert.ok(server.getChannel("/idle"), "and asking for it is a use");
  await clock.advance(200);
  assert.ok(exists("/idle"));
  await clock.advance(100);
  assert.ok(!exists("/idle"));
  await clock.advance(1_000);
  for (const name of ["/persistent", "/listened", "/subscribed", "/meta/connect"]) assert.ok(exists(name), name);
  stop();
  socket.send({ channel: "/meta/unsubscribe", clientId, subscription: "/subscribed" });
  await clock.advance(400);
  for (const name of ["/listened", "/subscribed"]) assert.ok(!exists(name), name);
});

test("a channel is set up before anybody else sees it, and once", () => {
  const { server } = started();
  let seen: unknown = "nothing";
  server.addListener({
    channelAdded(channel) {
      seen = channel.persistent;
    },
  });
  const channel = server.createChannel("/a/", (fresh) => {
    fresh.persistent = true;
    assert.equal(server.getChannel("/a"), undefined);
  });
  assert.equal(seen, true);
  assert.equal(
    server.createChannel("/a", () => assert.fail("it is there")),
    channel,
  );
  for (const name of ["a", "/", "/a//b", "/*/a"]) assert.throws(() => server.createChannel(name), RangeError);
});

test("server code publishes to plain broadcast channels, and learns whom it reached", async () => {
  const { clock, server } = started();
  const ann = await client(server, clock);
  const bob = await client(server, clock);
  for (const { socket, clientId } of [ann, bob])
    socket.send({ channel: "/meta/subscribe", clientId, subscription: "/a" });
  await clock.settle();
  ann.socket.read();
  bob.socket.read();
  assert.equal(server.publish(undefined, "/a", 1, { ext: { x: 1 } }), 2);
  bob.session.broadcastToPublisher = false;
  assert.equal(server.publish(bob.session, "/a", 2), 1);
  assert.equal(server.getChannel("/a")?.publish(undefined, 3), 2);
  await clock.settle();
  assert.deepEqual(ann.socket.read(), [
    { channel: "/a", ext: { x: 1 }, data: 1 },
    { channel: "/a", data: 2 },
    { channel: "/a", data: 3 },
  ]);
  assert.deepEqual(
    bob.socket.read().map(({ data }) => data),
    [1, 3],
  );
  for (const name of ["/a/*", "/**", "/meta/connect", "/service/a", "a", ""]) {
    assert.throws(() => server.publish(undefined, name, 1), RangeError);
  }
});

test("closing ends every session with advice to shake hands anew, and takes no new one", async () => {
  const { clock, server } = started();
  const { socket, clientId, session } = await client(server, clock);
  const reasons: string[] = [];
  session.onRemoved((_session, reason) => reasons.push(reason));
  socket.send({ id: "2", channel: "/meta/connect", clientId });
  socket.send({ id: "3", channel: "/meta/connect", clientId });
  await clock.settle();
  socket.read();
  server.close();
  assert.deepEqual(socket.read(), [
    {
      channel: "/meta/connect",
      id: "3",
      successful: false,
      error: "402::session_unknown",
      advice: { reconnect: "handshake", interval: 0 },
    },
  ]);
  assert.equal(socket.closed?.code, 1001);
  assert.deepEqual(reasons, ["closed"]);
  assert.equal(server.sessions.size, 0);
  assert.equal(clock.pending, 0);
  const late = new FakeSocket(server);
  late.send({ channel: "/meta/handshake" });
  await clock.settle();
  assert.equal(late.read()[0]?.error, "403:server_closing:handshake_denied");
});

test("an outgoing extension that refuses a handshake after all ends the session it made", async () => {
  const { clock, server } = started();
  server.addExtension({
    outgoing(message, { receiver, request }) {
      if (message.channel !== "/meta/handshake") return;
      assert.ok(receiver !== undefined && request?.channel === "/meta/handshake");
      message.successful = false;
      message.error = "400::self";
      message.advice = { reconnect: "none" };
    },
  });
  const socket = new FakeSocket(server);
  socket.send({ id: "1", channel: "/meta/handshake" });
  await clock.settle();
  assert.equal(socket.read()[0]?.error, "400::self");
  assert.equal(server.sessions.size, 0);
});

test("with handshakeReconnect clients learn how long they may stay away, with every advice", async () => {
  for (const handshakeReconnect of [false, true]) {
    const clock = new FakeClock();
    const server = new BayeuxServer({ handshakeReconnect, maxIntervalMs: 7_000 }, { clock });
    const socket = new FakeSocket(server);
    socket.send({ channel: "/meta/handshake" });
    await clock.settle();
    const [handshake] = socket.read();
    socket.send({ channel: "/meta/connect", clientId: handshake?.clientId, advice: { timeout: 0 } });
    await clock.settle();
    const [connect] = socket.read();
    const expected = handshakeReconnect ? 7_000 : undefined;
    assert.deepEqual([handshake?.advice?.maxInterval, connect?.advice?.maxInterval], [expected, expected]);
  }
});
