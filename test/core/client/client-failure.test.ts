import assert from "node:assert/strict";
import { test } from "node:test";
import { ClientBench } from "./fake-transport.js";

test("after a lost connection the client comes back with its session, and says so in a connect that is not held", async (t) => {
  const bench = new ClientBench(t);
  const first = await bench.connect();
  first.fail("connection reset");
  assert.equal(bench.client.state, "unconnected");
  assert.equal(bench.client.clientId, "session1");
  assert.equal(first.ended, "aborted");
  await bench.clock.advance(500);
  assert.deepEqual(bench.transport.accept("/meta/connect"), {
    id: "4",
    channel: "/meta/connect",
    clientId: "session1",
    connectionType: "websocket",
    advice: { timeout: 0 },
  });
  assert.equal(bench.client.state, "connected");
  first.receive({ channel: "/a", data: "from the connection that was given up" });
  first.fail("again");
  assert.equal(bench.client.state, "connected");
  assert.equal(bench.client.stats.deliveries, 0);
});

test("waits grow while the server is away, and start anew once it answered", async (t) => {
  const bench = new ClientBench(t);
  await bench.connect();
  for (const delay of [500, 1_000, 2_000, 4_000, 4_000]) {
    bench.transport.fail();
    assert.equal(bench.clock.nextDelayMs, delay);
    await bench.clock.advance(delay);
  }
  bench.transport.accept("/meta/connect");
  bench.transport.fail();
  assert.equal(bench.clock.nextDelayMs, 500);
});

test("a session that the server will have forgotten is not asked for any more", async (t) => {
  const bench = new ClientBench(t, { minRetryMs: 8_000 });
  await bench.connect({ advice: { reconnect: "retry", interval: 0, timeout: 5_000, maxInterval: 1_000 } });
  bench.transport.fail();
  await bench.clock.advance(4_000);
  bench.transport.take("/meta/connect");
  bench.transport.fail();
  assert.equal(bench.client.clientId, "session1");
  await bench.clock.advance(4_000);
  bench.transport.take("/meta/connect");
  bench.transport.fail(); // 8 s after the first failure; the server kept it for 6
  assert.equal(bench.client.clientId, undefined);
  await bench.clock.advance(4_000);
  bench.transport.acceptHandshake({ clientId: "session2" });
});

test("a connect that is not answered fails the connection once its hold time and the network delay are over", async (t) => {
  const bench = new ClientBench(t, { maxNetworkDelayMs: 2_000 });
  const transport = await bench.connect();
  await bench.clock.advance(31_999);
  assert.equal(bench.client.state, "connected");
  await bench.clock.advance(1);
  assert.equal(bench.client.state, "unconnected");
  assert.equal(transport.ended, "aborted");
});

test("a message that is not answered fails the connection after the network delay", async (t) => {
  const bench = new ClientBench(t, { maxNetworkDelayMs: 2_000 });
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const answered = bench.client.publish("/a", 1);
  await bench.clock.advance(1_500);
  const lost = bench.client.publish("/a", 2);
  await bench.clock.advance(0);
  transport.receive({ channel: "/a", id: transport.take("/a").id, successful: true });
  await answered;
  await bench.clock.advance(1_999);
  assert.equal(bench.client.state, "connected");
  await bench.clock.advance(1);
  assert.equal(bench.client.state, "unconnected");
  await assert.rejects(lost, { name: "ClientError", code: "timeout" });
});

test("a message that waited for an earlier request has its time counted from when it leaves", async (t) => {
  const bench = new ClientBench(t, { maxNetworkDelayMs: 2_000 });
  const transport = await bench.connect();
  transport.take("/meta/connect");
  void bench.client.publish("/a", 1);
  await bench.clock.advance(1_500);
  transport.sink.departed([transport.take("/a")]);
  await bench.clock.advance(1_999);
  assert.equal(bench.client.state, "connected");
  await bench.clock.advance(1);
  assert.equal(bench.client.state, "unconnected");
});

test("a handshake that is not answered is given up after the network delay and the time to open", async (t) => {
  const bench = new ClientBench(t, { maxNetworkDelayMs: 2_000, connectTimeoutMs: 3_000 });
  void bench.client.handshake();
  await bench.clock.advance(4_999);
  assert.equal(bench.client.state, "handshaking");
  await bench.clock.advance(1);
  assert.equal(bench.client.state, "unconnected");
});

test("a subscribe that is answered after its unsubscribe is not sent again when the connection fails between", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const subscription = bench.client.subscribe("/a", () => {});
  await bench.clock.settle();
  transport.take("/meta/connect");
  transport.take("/meta/subscribe"); // the server takes its time to answer
  const ended = subscription.unsubscribe();
  await bench.clock.settle();
  transport.accept("/meta/unsubscribe", { subscription: "/a" });
  await ended;
  transport.fail();
  await bench.clock.advance(500);
  bench.transport.accept("/meta/connect");
  await bench.clock.settle();
  assert.deepEqual(
    bench.transport.sent.filter(({ channel }) => channel === "/meta/subscribe"),
    [],
  );
});

test("what was on its way when the connection failed: publishes are rejected, subscribes are sent again", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const subscription = bench.client.subscribe("/a", () => {});
  const leaving = bench.client.subscribe("/b", () => {});
  bench.clock.runTurn();
  transport.take("/meta/connect");
  transport.accept("/meta/subscribe");
  transport.accept("/meta/subscribe");
  await leaving.ready;
  const published = bench.client.publish("/a", 1);
  const left = leaving.unsubscribe();
  const late = bench.client.subscribe("/c", () => {});
  bench.clock.runTurn();
  assert.equal(transport.sent.length, 8);
  transport.fail("connection reset");
  await assert.rejects(published, (error: Error) => {
    assert.equal((error as { code?: string }).code, "transport");
    assert.match(error.message, /connection reset/);
    return true;
  });
  const queued = bench.client.publish("/a", 2);
  await bench.clock.advance(500);
  bench.transport.accept("/meta/connect");
  assert.equal(bench.transport.accept("/meta/unsubscribe").subscription, "/b");
  assert.equal(bench.transport.accept("/meta/subscribe").subscription, "/c");
  bench.transport.accept("/a");
  await Promise.all([subscription.ready, left, late.ready, queued]);
});

test("after a re-handshake every subscription is restored before the first connect, those opted out are not", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const got: unknown[] = [];
  const kept = bench.client.subscribe("/kept/*", (message) => void got.push(message.data));
  const once = bench.client.subscribe("/once", (message) => void got.push(message.data), { restore: false });
  bench.clock.runTurn();
  transport.accept("/meta/subscribe");
  transport.accept("/meta/subscribe");
  await Promise.all([kept.ready, once.ready]);
  transport.fail();
  await bench.clock.advance(500);
  const { id } = bench.transport.take("/meta/connect");
  const queued = bench.client.publish("/kept/x", 1);
  bench.client.onHandshakeReply(() => void bench.client.publish("/service/hello", "again"));
  bench.transport.receive({ channel: "/meta/connect", id, successful: false, error: "402::session_unknown" });
  bench.transport.acceptHandshake({ clientId: "session2" });
  const [batch, connect] = bench.transport.batches.slice(-2);
  assert.deepEqual(
    batch?.map(({ channel, subscription }) => subscription ?? channel),
    ["/kept/*", "/service/hello", "/kept/x"],
  );
  assert.ok(batch?.every((message) => message.clientId === "session2"));
  assert.equal(connect?.[0]?.channel, "/meta/connect");
  bench.transport.accept("/meta/subscribe");
  bench.transport.accept("/service/hello");
  bench.transport.accept("/kept/x");
  await queued;
  bench.transport.receive({ channel: "/kept/x", data: 1 }, { channel: "/once", data: 2 });
  assert.deepEqual(got, [1]);
});

test("a subscribe that a forgotten session is refused for is made again in the next", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  bench.client.subscribe("/a", () => {});
  bench.clock.runTurn();
  const { id } = transport.take("/meta/connect");
  transport.accept("/meta/subscribe", { successful: false, error: "402::session_unknown" });
  transport.receive({ channel: "/meta/connect", id, successful: false, error: "402::session_unknown" });
  bench.transport.acceptHandshake();
  bench.transport.accept("/meta/subscribe");
});

test("a refusal that asks for another handshake without pause is followed at once, but not over and over", async (t) => {
  const bench = new ClientBench(t);
  void bench.client.handshake().catch(() => {});
  await bench.clock.settle();
  const refusal = { successful: false, error: "403::handshake_denied" };
  const invite = () =>
    bench.transport.accept("/meta/handshake", { ...refusal, advice: { reconnect: "handshake", interval: 0 } });
  invite();
  assert.equal(bench.clock.nextDelayMs, 0);
  await bench.clock.advance(0);
  invite();
  assert.equal(bench.clock.nextDelayMs, 500, "a server that always asks is asked with growing waits");
  await bench.clock.advance(500);
  bench.transport.accept("/meta/handshake", { ...refusal, advice: { reconnect: "handshake" } });
  assert.equal(bench.clock.nextDelayMs, 1_000, "nothing was said of a pause");
});
