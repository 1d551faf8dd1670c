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

test("a WebSocket that never opens gives way to long-polling at once, and is tried again in the next round", async (t) => {
  const bench = new ClientBench(t, {}, ["websocket", "long-polling"]);
  const handshaken = bench.client.handshake();
  assert.deepEqual(bench.transport.take("/meta/handshake").supportedConnectionTypes, ["websocket", "long-polling"]);
  bench.transport.fail("HTTP 403", true);
  await bench.clock.advance(0);
  assert.equal(bench.transport.name, "long-polling");
  assert.deepEqual(bench.transport.take("/meta/handshake").supportedConnectionTypes, ["long-polling"]);
  bench.transport.fail("ECONNREFUSED");
  assert.equal(bench.clock.nextDelayMs, 500);
  await bench.clock.advance(500);
  assert.equal(bench.transport.name, "websocket");
  bench.transport.fail("refused", true);
  await bench.clock.advance(0);
  bench.transport.acceptHandshake();
  await handshaken;
  assert.equal(bench.transport.accept("/meta/connect").connectionType, "long-polling");
  assert.equal(bench.client.transportName, "long-polling");
  bench.transport.fail("ECONNRESET");
  await bench.clock.advance(500);
  assert.equal(bench.transport.name, "long-polling", "a session stays on its transport");
  const { id } = bench.transport.take("/meta/connect");
  bench.transport.receive({ channel: "/meta/connect", id, successful: false, error: "402::session_unknown" });
  assert.equal(bench.transport.name, "websocket", "a new session may have the better one");
});

test("the server's list of transports decides: another one that both have, or the end", async (t) => {
  const bench = new ClientBench(t, {}, ["websocket", "long-polling"]);
  void bench.client.handshake();
  const websocket = bench.transport;
  websocket.acceptHandshake({ supportedConnectionTypes: ["callback-polling", 7, "long-polling"] });
  // A session made on a WebSocket is unknown over HTTP, so it is ended, and another is made there at once.
  assert.equal(websocket.take("/meta/disconnect").clientId, "session1");
  await bench.clock.advance(0);
  assert.equal(websocket.ended, "closed");
  assert.deepEqual(bench.transport.acceptHandshake().supportedConnectionTypes, ["long-polling"]);
  assert.equal(bench.transport.accept("/meta/connect").connectionType, "long-polling");
  bench.transport.fail();
  await bench.clock.advance(500);
  assert.equal(bench.transport.name, "long-polling");

  const other = new ClientBench(t);
  const handshaken = other.client.handshake();
  other.transport.acceptHandshake({ supportedConnectionTypes: ["carrier-pigeon"] });
  await assert.rejects(handshaken, { code: "no_transport" });
  assert.equal(other.client.state, "disconnected");
});

test("a session made over HTTP goes on over a transport that needs one, and not where that cannot be opened", async (t) => {
  const bench = new ClientBench(t, {}, ["stream", "long-polling"], ["stream"]);
  void bench.client.handshake();
  const first = bench.transport;
  assert.equal(first.name, "long-polling");
  first.acceptHandshake({ supportedConnectionTypes: ["stream", "long-polling"] });
  assert.equal(first.ended, "closed");
  const stream = bench.transport;
  assert.equal(stream.name, "stream");
  assert.equal(stream.take("/meta/connect").connectionType, "stream");
  stream.fail("nothing came", true);
  await bench.clock.advance(0);
  assert.deepEqual(bench.transport.acceptHandshake().supportedConnectionTypes, ["long-polling"]);
  bench.transport.accept("/meta/connect");
  assert.equal(bench.client.transportName, "long-polling");
});

test("a WebSocket that worked is kept to, or, if so wished, given up at its first loss", async (t) => {
  for (const stickyReconnect of [true, false]) {
    const bench = new ClientBench(t, { stickyReconnect }, ["websocket", "long-polling"]);
    const transport = await bench.connect();
    transport.fail("lost", true);
    await bench.clock.advance(500);
    assert.equal(bench.transport.name, stickyReconnect ? "websocket" : "long-polling");
    bench.transport.take(stickyReconnect ? "/meta/connect" : "/meta/handshake");
  }
});

test("a server that advises hosts is left for them, in their order, for the next handshake", async (t) => {
  const bench = new ClientBench(t, { url: "http://north.test:81/cometd", attemptsPerUrl: 1 });
  const transport = await bench.connect();
  const advice = { reconnect: "handshake", hosts: ["south.test", 7, "a/b", "west.test:82", "evil.test@x"] };
  transport.accept("/meta/connect", { successful: false, error: "402::", advice });
  assert.equal(bench.transport.url, "http://south.test:81/cometd");
  bench.transport.fail();
  await bench.clock.advance(1_000);
  assert.equal(bench.transport.url, "http://west.test:82/cometd");
  bench.transport.fail();
  await bench.clock.advance(2_000);
  assert.equal(bench.transport.url, "http://north.test:81/cometd");
});

test("advised hosts are tried before the URLs that were known, wherever the client stands among these", async (t) => {
  const urls = ["http://north.test/cometd", "http://south.test/cometd"];
  const bench = new ClientBench(t, { urls, attemptsPerUrl: 1 });
  void bench.client.handshake();
  bench.transport.fail();
  await bench.clock.advance(1_000);
  assert.equal(bench.transport.url, urls[1]);
  const advice = { reconnect: "handshake", hosts: ["west.test"] };
  bench.transport.acceptHandshake();
  bench.transport.accept("/meta/connect", { successful: false, error: "402::", advice });
  assert.equal(bench.transport.url, "http://west.test/cometd");
  bench.transport.accept("/meta/handshake", {
    successful: false,
    error: "503::full",
    advice: { hosts: ["east.test"] },
  });
  await bench.clock.advance(4_000);
  assert.equal(bench.transport.url, "http://east.test/cometd");
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

test("after repeated failures the next URL is tried, with a new session there", async (t) => {
  const urls = ["http://north.test/cometd", "http://south.test/cometd", "http://west.test/cometd"];
  const bench = new ClientBench(t, { urls, attemptsPerUrl: 2 });
  await bench.connect();
  assert.equal(bench.client.url, urls[0]);
  bench.transport.fail();
  await bench.clock.advance(500);
  bench.transport.take("/meta/connect");
  assert.equal(bench.transport.url, urls[0]);
  bench.transport.fail();
  await bench.clock.advance(1_000);
  assert.equal(bench.transport.url, urls[1]);
  bench.transport.take("/meta/handshake");
  bench.transport.fail();
  await bench.clock.advance(2_000);
  assert.equal(bench.transport.url, urls[1]);
  bench.transport.fail();
  await bench.clock.advance(4_000);
  assert.equal(bench.transport.url, urls[2]);
  bench.transport.acceptHandshake({ clientId: "session2" });
  bench.transport.accept("/meta/connect");
  assert.equal(bench.client.url, urls[2]);
  bench.transport.fail();
  await bench.clock.advance(500);
  bench.transport.fail();
  await bench.clock.advance(1_000);
  assert.equal(bench.transport.url, urls[0], "in turn, and round again");
});

test("late and foreign replies change nothing", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const { id } = transport.take("/meta/connect");
  const published = bench.client.publish("/a", 1);
  bench.clock.runTurn();
  const publish = transport.take("/a");
  const ignored = bench.client.stats.ignored;
  transport.receive(
    {
      channel: "/meta/connect",
      id: "2",
      successful: false,
      error: "402::session_unknown",
      advice: { reconnect: "none" },
    },
    { channel: "/meta/connect", successful: true },
    { channel: "/meta/handshake", id: "1", successful: true, clientId: "stolen" },
    { channel: "/meta/handshake", id: "99", successful: false, advice: { reconnect: "none" } },
    { channel: "/meta/subscribe", id: "77", successful: false, subscription: "/x" },
    { channel: "/meta/disconnect", id: "78", successful: true },
    { channel: "/a", id: "79", successful: false },
    { channel: "/service/x", id: "80", successful: true, data: "a result that nobody waits for" },
  );
  assert.equal(bench.client.stats.ignored - ignored, 8);
  assert.equal(bench.client.state, "connected");
  assert.equal(bench.client.clientId, "session1");
  transport.assertQuiet();
  transport.receive(
    { channel: "/a", id: publish.id, successful: true },
    { channel: "/a", id: publish.id, successful: false },
  );
  await published;
  transport.receive({ channel: "/meta/connect", id: Number(id), successful: true }); // a number is echoed by some
  transport.take("/meta/connect");
});

test("a server that sends garbage is listened to for the rest", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const got: unknown[] = [];
  bench.client.onDelivery((message) => void got.push(message.data));
  bench.client.subscribe("/a", () => {
    throw new Error("a listener of the application fails");
  });
  const values = [undefined, null, 0, -1, 1e300, Number.NaN, "", "x", "__proto__", true, [], [[]], {}, { a: {} }];
  const fields = ["id", "clientId", "successful", "error", "advice", "ext", "subscription", "data", "x-messages"];
  const channels = [
    "/meta/handshake",
    "/meta/connect",
    "/meta/subscribe",
    "/meta/disconnect",
    "/meta/x",
    "/a",
    "/a//b",
    "",
  ];
  let frames = 0;
  for (const channel of [...channels, ...values]) {
    for (const field of fields) {
      for (const value of values) {
        if (channel === "/meta/disconnect" && field === "id" && value === undefined) continue; // a legal one
        transport.receive({ channel, id: "500", [field]: value });
        frames += 1;
      }
    }
  }
  bench.clock.runTurn();
  assert.ok(frames > 2_000);
  assert.equal(bench.client.state, "connected");
  transport.take("/meta/connect");
  transport.take("/meta/subscribe");
  transport.receive({ channel: "/a", data: "still here" });
  assert.equal(got.at(-1), "still here");
});

test("garbage in replies that are waited for is a failure like any other", async (t) => {
  const values = [null, -7, "true", [], {}];
  for (const value of values) {
    const bench = new ClientBench(t);
    void bench.client.handshake();
    bench.transport.accept("/meta/handshake", { clientId: typeof value === "string" ? "" : value });
    assert.equal(bench.client.state, "unconnected");
    await bench.clock.advance(500);
    bench.transport.accept("/meta/handshake", { successful: value, clientId: "x" });
    assert.equal(bench.client.state, "unconnected");
    await bench.clock.advance(1_000);
    // Odd in every field that need not be right.
    bench.transport.acceptHandshake({
      advice: value,
      ext: value,
      supportedConnectionTypes: undefined,
      "x-messages": value,
    });
    bench.transport.accept("/meta/connect", {
      advice: { reconnect: value, interval: value, timeout: -5, maxInterval: 1e12, "multiple-clients": value },
    });
    assert.equal(bench.client.state, "connected");
    assert.equal(bench.client.advice.timeoutMs, 60_000);
    bench.transport.accept("/meta/connect", { successful: value, error: value });
    assert.equal(bench.client.state, "unconnected");
  }
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
